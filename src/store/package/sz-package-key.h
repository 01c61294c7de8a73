/* sz-package-key.h — the key of who hands over (RULE pkg-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-package-slot.h"

G_BEGIN_DECLS

/** sz_package_key_load: the seed (32 bytes, Ed25519) in the file at @path; made with mode 0600
 * where there is none. FORMAT "key.damaged" (file). */
gboolean sz_package_key_load (const char *path, guint8 *seed, GError **error);
/** sz_package_key_public: Ed25519, 32 bytes. */
void sz_package_key_public (const guint8 *seed, guint8 *public_key);
/** sz_package_key_secret: X25519, what opens a recipient slot. */
void sz_package_key_secret (const guint8 *seed, guint8 *secret);
/** sz_package_key_recipient: X25519 of somebody's Ed25519 key; FALSE: it is none. */
gboolean sz_package_key_recipient (const guint8 *public_key, guint8 *recipient);
/** sz_package_key_dup_hex: (transfer full): 64 digits. */
char *sz_package_key_dup_hex (const guint8 *key);
gboolean sz_package_key_from_hex (const char *hex, guint8 *key);
/** sz_package_key_wipe: @bytes of a seed, a secret or a password that is needed no more. */
void sz_package_key_wipe (gpointer bytes, gsize length);

G_END_DECLS
