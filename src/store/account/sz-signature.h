/* sz-signature.h — acts signed, and the proof of it (RULE acc-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-store.h"

G_BEGIN_DECLS

/** sz_signature_dup: (transfer full): of the chain hash (hex) of an act; 128 hex digits. */
char *sz_signature_dup (const guint8 *seed, const char *hash);

/** sz_signature_holds: whether @signature of @hash was made with the key whose public half is
 *  @public_key (hex). */
gboolean sz_signature_holds (const char *public_key, const char *hash, const char *signature);

/**
 * SzSigner: signs the acts of a store.
 * @account: (out): whose signature it is
 *
 * (transfer full): what sz_signature_dup() gives.
 */
typedef char *(*SzSigner) (const char *hash, gint64 *account, gpointer user_data, GError **error);

/** sz_store_set_signer: every act from now on is signed by @signer; %NULL: by nobody. */
void sz_store_set_signer (SzStore *store, SzSigner signer, gpointer user_data);

/** sz_signature_save: at the commit of act @seq; nothing where nobody signs. */
gboolean sz_signature_save (SzStore *store, gint64 seq, const char *hash, GError **error);

typedef enum
{
  SZ_SIGNED_WELL,  /* or before there were accounts */
  SZ_SIGNED_NOT,   /* "audit.unsigned" */
  SZ_SIGNED_WRONG, /* "audit.signature_wrong": by no key of whose name the act bears */
} SzSigned;

/** SzSignatures: the keys of all accounts, read once. */
typedef struct _SzSignatures SzSignatures;

/** sz_signatures_read: (transfer full). */
SzSignatures *sz_signatures_read (SzStore *store, GError **error);
void sz_signatures_free (SzSignatures *signatures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzSignatures, sz_signatures_free)

/** sz_signatures_judge: the act @seq of kind @kind, done in the name @who, with the hash that
 *  stands in its row. */
gboolean sz_signatures_judge (SzSignatures *signatures,
                              gint64 seq,
                              const char *kind,
                              const char *who,
                              const char *hash,
                              SzSigned *how,
                              GError **error);

G_END_DECLS
