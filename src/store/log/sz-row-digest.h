/* sz-row-digest.h — a short keyed hash of what a row holds, to compare it with its journal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <sodium.h>

G_BEGIN_DECLS

/** SzRowDigester: the key is of one verify alone, so that nobody can make a row that digests alike.
 */
typedef struct
{
  guint8 key[crypto_shorthash_KEYBYTES];
  GString *scratch; /* borrowed */
} SzRowDigester;

/** SZ_ROW_DIGEST_STAMPED: the lowest bit says whether it covers when and by whom. */
#define SZ_ROW_DIGEST_STAMPED G_GUINT64_CONSTANT (1)

/** sz_row_digest_stamp: of when and by whom; never 0. */
guint64 sz_row_digest_stamp (const SzRowDigester *digester, const char *at, const char *who);
/** sz_row_digest: never 0. @stamp 0: but for when and by whom. */
guint64 sz_row_digest (
    const SzRowDigester *digester, gint64 version, const char *json, gsize length, guint64 stamp);

G_END_DECLS
