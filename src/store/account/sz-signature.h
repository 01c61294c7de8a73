/* sz-signature.h — acts signed, and the proof of it (RULE acc-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-chain.h"
#include "sz-store.h"

G_BEGIN_DECLS

/** sz_signature_dup: (transfer full): of the chain hash (hex) of an act; 128 hex digits. */
char *sz_signature_dup (const guint8 *seed, const char *hash);

/** sz_signature_holds: whether @signature of @hash was made with the key whose public half is
 *  @public_key (hex). */
gboolean sz_signature_holds (const char *public_key, const char *hash, const char *signature);

/** sz_signature_save: at the commit of act @seq; nothing where nobody signs. */
gboolean sz_signature_save (SzStore *store, gint64 seq, const char *hash, GError **error);

/** SzSignatures: the keys of all accounts, read once. */
typedef struct _SzSignatures SzSignatures;

/** sz_signatures_read: (transfer full). */
SzSignatures *sz_signatures_read (SzStore *store, GError **error);
void sz_signatures_free (SzSignatures *signatures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzSignatures, sz_signatures_free)

/** sz_signatures_judge: an act with the hash that stands in its row. @fault: (out): %NULL, or
 *  "audit.unsigned": it bears no signature though there were accounts; "audit.signature_wrong": one
 *  by no key of whose name the act bears. */
gboolean sz_signatures_judge (SzSignatures *signatures,
                              const SzActRow *act,
                              const char *hash,
                              const char **fault,
                              GError **error);

G_END_DECLS
