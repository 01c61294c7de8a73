/* sz-package-keys.h — one's own key and those of others (RULE pkg-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"

G_BEGIN_DECLS

/** SzKnownKey: somebody's key, in hex, and its fingerprint, to be compared by telephone. */
typedef struct
{
  char *name;
  char *public_key;
  char *fingerprint;
  char *at;
  char *who;
} SzKnownKey;
void sz_known_key_free (SzKnownKey *key);

/** sz_office_key_own: (transfer full): that of the account which signed in, else of this user and
 *  college: made at the first call, in the data folder. Name, time and who are %NULL. */
SzKnownKey *sz_office_key_own (SzOffice *office, GError **error);

/** sz_office_key_trust: an act. REFUSED "key.invalid" (key), "key.known" (name). */
gboolean sz_office_key_trust (SzOffice *office, const char *name, const char *key, GError **error);

/** sz_office_keys: (transfer full) (element-type SzKnownKey). */
GPtrArray *sz_office_keys (SzOffice *office, GError **error);

/** sz_office_key_seed: 32 bytes, for files of this folder; wipe them. */
gboolean sz_office_key_seed (SzOffice *office, guint8 *seed, GError **error);

/** sz_package_find_key: (out) (transfer full): public key in hex of a trusted name, else of the
 *  account of that name; %NULL: nobody has it. */
gboolean sz_package_find_key (SzOffice *office, const char *name, char **key, GError **error);

/** sz_package_dup_known_name: (transfer full) (nullable): whose key it is: a trusted one, or one of
 *  an account of this college (RULE pkg-4). */
char *sz_package_dup_known_name (SzOffice *office, const char *hex, GError **error);

/** sz_package_dup_key_name: (transfer full): that, or the fingerprint. */
char *sz_package_dup_key_name (SzOffice *office, const char *hex, GError **error);

G_END_DECLS
