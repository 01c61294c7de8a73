/* sz-chain.h — what exactly is hashed in the journal and in the chain of acts (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** SzChange: one row of the journal. */
typedef struct
{
  gint64 id;
  gint64 act_seq;
  const char *table;
  gint64 row_id;
  gint64 row_version;
  char op;
  const char *before;
  gsize before_length;
  const char *after;
  gsize after_length;
} SzChange;

/** SzActRow: one row of `acts`. */
typedef struct
{
  gint64 seq;
  const char *act_id;
  const char *at;
  const char *who;
  const char *kind;
  gint64 refused;
  const char *summary;
  const char *source;
  const char *source_hash;
  gint64 first_change;
  gint64 n_changes;
  const char *changes_hash;
  const char *prev_hash;
} SzActRow;

/** sz_chain_add_change: each field is preceded by its length, so that none can flow into the next.
 */
void sz_chain_add_change (GChecksum *checksum, GString *scratch, const SzChange *change);

/** sz_chain_dup_hash: (transfer full): SHA-256 in hex of an act with the hash of the one before. */
char *sz_chain_dup_hash (const SzActRow *row);

/** sz_chain_append_int: decimal, faster than printf. */
void sz_chain_append_int (GString *text, gint64 value);
/** sz_chain_append_number: the same with @after at once. */
void sz_chain_append_number (GString *text, gint64 value, char after);
/** sz_chain_append_text: length, ':', the text. */
void sz_chain_append_text (GString *text, const char *value, gsize length);

G_END_DECLS
