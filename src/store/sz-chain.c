/* sz-chain.c — what exactly is hashed in the journal and in the chain of acts (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-chain.h"

#include <string.h>

void
sz_chain_append_int (GString *text, gint64 value)
{
  char digits[24];
  char *p = digits + sizeof digits;
  guint64 left = value < 0 ? (guint64)0 - (guint64)value : (guint64)value;

  do
    {
      *--p = (char)('0' + left % 10);
      left /= 10;
    }
  while (left > 0);
  if (value < 0)
    *--p = '-';
  g_string_append_len (text, p, digits + sizeof digits - p);
}

void
sz_chain_append_text (GString *text, const char *value, gsize length)
{
  sz_chain_append_int (text, (gint64)length);
  g_string_append_c (text, ':');
  g_string_append_len (text, value, (gssize)length);
}

static void
append_number (GString *text, gint64 value)
{
  sz_chain_append_int (text, value);
  g_string_append_c (text, ',');
}

void
sz_chain_add_change (GChecksum *checksum, GString *scratch, const SzChange *change)
{
  g_string_truncate (scratch, 0);
  append_number (scratch, change->id);
  append_number (scratch, change->act_seq);
  sz_chain_append_text (scratch, change->table, strlen (change->table));
  append_number (scratch, change->row_id);
  append_number (scratch, change->row_version);
  g_string_append_c (scratch, change->op);
  sz_chain_append_text (scratch, change->before, change->before_length);
  sz_chain_append_text (scratch, change->after, change->after_length);
  g_checksum_update (checksum, (const guchar *)scratch->str, (gssize)scratch->len);
}

char *
sz_chain_dup_hash (const SzActRow *row)
{
  const char *texts[]
      = { row->act_id, row->at,          row->who,          row->kind,     row->summary,
          row->source, row->source_hash, row->changes_hash, row->prev_hash };
  g_autoptr (GString) text = g_string_new (NULL);

  append_number (text, row->seq);
  append_number (text, row->refused);
  append_number (text, row->first_change);
  append_number (text, row->n_changes);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    sz_chain_append_text (text, texts[i], strlen (texts[i]));
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize)text->len);
}
