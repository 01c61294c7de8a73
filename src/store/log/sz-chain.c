/* sz-chain.c — what exactly is hashed in the journal and in the chain of acts (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-chain.h"

#include <string.h>

/* An integer has at most twenty characters, and one may follow. */
#define MOST_CHARACTERS 24

/* Two digits at a time. */
static const char pairs[] = "00010203040506070809101112131415161718192021222324"
                            "25262728293031323334353637383940414243444546474849"
                            "50515253545556575859606162636465666768697071727374"
                            "75767778798081828384858687888990919293949596979899";

/* Written backwards from before @end; where it begins. */
static char *
write_digits (char *end, gint64 value)
{
  guint64 left = value < 0 ? (guint64)0 - (guint64)value : (guint64)value;

  while (left >= 100)
    {
      const char *pair = pairs + left % 100 * 2;

      *--end = pair[1];
      *--end = pair[0];
      left /= 100;
    }
  if (left >= 10)
    *--end = pairs[left * 2 + 1];
  *--end = left >= 10 ? pairs[left * 2] : (char)('0' + left);
  if (value < 0)
    *--end = '-';
  return end;
}

/* Most of what is hashed are numbers: where there is room they are put straight into the text. */
static void
append_characters (GString *text, const char *from, gsize n)
{
  if (text->len + n >= text->allocated_len)
    {
      g_string_append_len (text, from, (gssize)n);
      return;
    }
  memcpy (text->str + text->len, from, n);
  text->len += n;
  text->str[text->len] = '\0';
}

void
sz_chain_append_int (GString *text, gint64 value)
{
  char digits[MOST_CHARACTERS];
  char *end = digits + sizeof digits;
  const char *start = write_digits (end, value);

  append_characters (text, start, (gsize)(end - start));
}

void
sz_chain_append_number (GString *text, gint64 value, char after)
{
  char digits[MOST_CHARACTERS];
  char *end = digits + sizeof digits;
  const char *start;

  end[-1] = after;
  start = write_digits (end - 1, value);
  append_characters (text, start, (gsize)(end - start));
}

void
sz_chain_append_text (GString *text, const char *value, gsize length)
{
  sz_chain_append_number (text, (gint64)length, ':');
  append_characters (text, value, length);
}

void
sz_chain_add_change (GChecksum *checksum, GString *scratch, const SzChange *change)
{
  g_string_truncate (scratch, 0);
  sz_chain_append_number (scratch, change->id, ',');
  sz_chain_append_number (scratch, change->act_seq, ',');
  sz_chain_append_text (scratch, change->table, strlen (change->table));
  sz_chain_append_number (scratch, change->row_id, ',');
  sz_chain_append_number (scratch, change->row_version, ',');
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

  sz_chain_append_number (text, row->seq, ',');
  sz_chain_append_number (text, row->refused, ',');
  sz_chain_append_number (text, row->first_change, ',');
  sz_chain_append_number (text, row->n_changes, ',');
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    sz_chain_append_text (text, texts[i], strlen (texts[i]));
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize)text->len);
}
