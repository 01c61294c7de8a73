/* sz-password.h — what is kept of a password, and what is sealed by it (RULE acc-4, acc-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "sz-error.h"

G_BEGIN_DECLS

/** Bytes of the seed of an Ed25519 key. */
#define SZ_SEED_BYTES 32
/** Letters of a recovery code. */
#define SZ_RECOVERY_LETTERS 26

/** sz_password_dup_hash: (transfer full): Argon2id with its cost and salt, as text. Passwords count
 *  as NFC. IO "account.memory". */
char *sz_password_dup_hash (const char *password, GError **error);

/** sz_password_fits: whether @hash is of @password; takes what the hash says it costs. */
gboolean sz_password_fits (const char *hash, const char *password);

/** sz_password_dup_sealed: (transfer full): @seed, which only @password opens again; a salt of its
 *  own. IO "account.memory". */
char *sz_password_dup_sealed (const guint8 *seed, const char *password, GError **error);

/** sz_password_unseal: into @seed (wipe it). REFUSED "account.key_lost": it was sealed by another
 *  password, or damaged. */
gboolean
sz_password_unseal (const char *sealed, const char *password, guint8 *seed, GError **error);

/** sz_password_set_cost: what hashes and seals made from now on cost: @passes over @kibibytes. The
 *  programs never call it: tests would wait for minutes otherwise. */
void sz_password_set_cost (guint passes, guint kibibytes);

/** sz_seed_fill: with a new seed. */
void sz_seed_fill (guint8 *seed);

/** sz_recovery_dup_code: (transfer full): 26 letters, none that is taken for another. */
char *sz_recovery_dup_code (void);
/** sz_recovery_dup_hash: (transfer full): of a code as it was typed: spaces, dashes and small
 *  letters are the same. */
char *sz_recovery_dup_hash (const char *code);

/** sz_secret_dup: (transfer full) (nullable): in memory that is not swapped out; free it with
 *  sz_secret_free(), which wipes it. */
char *sz_secret_dup (const char *text);
void sz_secret_free (gpointer secret);

G_END_DECLS
