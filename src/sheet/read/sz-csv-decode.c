/* sz-csv-decode.c — a text file as strict UTF-8, block by block
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-csv-private.h"

#include <errno.h>

#define BLOCK_BYTES 65536
#define CARRIED_MAX 8
/* No character of GB18030 or UTF-16 takes more than three times its bytes in UTF-8. */
#define DECODED_BYTES (3 * (BLOCK_BYTES + CARRIED_MAX) + 8)

struct _SzCsvDecoder
{
  const SzCsv *csv;
  guint64 offset;
  GIConv converter; /* (GIConv) -1 for UTF-8 */
  char *block;
  gsize carried; /* bytes of a character cut off at the last block's end */
  char *decoded;
  guint line;
  gboolean after_cr;
};

static const char *
name_encoding (SzCsvEncoding encoding)
{
  switch (encoding)
    {
    case SZ_CSV_GB18030:
      return "GB18030";
    case SZ_CSV_UTF16LE:
      return "UTF-16LE";
    case SZ_CSV_UTF16BE:
      return "UTF-16BE";
    case SZ_CSV_UTF8:
    default:
      return "UTF-8";
    }
}

SzCsvDecoder *
sz_csv_decoder_new (const SzCsv *csv)
{
  SzCsvDecoder *decoder = g_new0 (SzCsvDecoder, 1);

  g_return_val_if_fail (csv != NULL, NULL);

  decoder->csv = csv;
  decoder->offset = csv->mark_bytes;
  decoder->converter = (GIConv)-1;
  if (csv->encoding != SZ_CSV_UTF8)
    {
      decoder->converter = g_iconv_open ("UTF-8", name_encoding (csv->encoding));
      if (decoder->converter == (GIConv)-1)
        g_error ("this system cannot convert %s", name_encoding (csv->encoding));
    }
  decoder->decoded = g_malloc (DECODED_BYTES);
  decoder->block = g_malloc (BLOCK_BYTES + CARRIED_MAX);
  decoder->line = 1;
  return decoder;
}

void
sz_csv_decoder_free (SzCsvDecoder *decoder)
{
  if (decoder == NULL)
    return;
  if (decoder->converter != (GIConv)-1)
    g_iconv_close (decoder->converter);
  g_free (decoder->block);
  g_free (decoder->decoded);
  g_free (decoder);
}

static void
count_lines (SzCsvDecoder *decoder, const char *text, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      if (text[i] == '\r' || (text[i] == '\n' && !decoder->after_cr))
        decoder->line++;
      decoder->after_cr = text[i] == '\r';
    }
}

static gboolean
refuse_text (SzCsvDecoder *decoder, const char *detail, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%u", decoder->line);

  return sz_input_refuse (decoder->csv->input, error, detail, "line", number);
}

/* Moves the valid part of @filled bytes over as it is. */
static gsize
copy_utf8 (SzCsvDecoder *decoder, gsize filled, gsize *written)
{
  const char *end;

  g_utf8_validate_len (decoder->block, filled, &end);
  *written = (gsize)(end - decoder->block);
  memcpy (decoder->decoded, decoder->block, *written);
  return *written;
}

static gsize
convert_block (SzCsvDecoder *decoder, gsize filled, gsize *written)
{
  char *from = decoder->block, *to = decoder->decoded;
  gsize from_left = filled, to_left = DECODED_BYTES;

  if (decoder->converter == (GIConv)-1)
    return copy_utf8 (decoder, filled, written);
  g_iconv (decoder->converter, &from, &from_left, &to, &to_left);
  *written = DECODED_BYTES - to_left;
  return filled - from_left;
}

static gboolean
judge_block (SzCsvDecoder *decoder, gsize written, gsize rest, gboolean last, GError **error)
{
  const char *nul = memchr (decoder->decoded, '\0', written);

  count_lines (decoder, decoder->decoded, nul != NULL ? (gsize)(nul - decoder->decoded) : written);
  if (nul != NULL)
    return refuse_text (decoder, "nul", error);
  if (rest >= CARRIED_MAX || (rest > 0 && last))
    return refuse_text (decoder, "encoding", error);
  return TRUE;
}

const char *
sz_csv_decoder_next (SzCsvDecoder *decoder, gsize *n, GError **error)
{
  gssize got;
  gsize filled, taken, rest;

  g_return_val_if_fail (decoder != NULL && n != NULL, NULL);

  *n = 0;
  do
    {
      got = sz_input_read_at (decoder->csv->input, decoder->offset,
                              decoder->block + decoder->carried, BLOCK_BYTES, error);
      if (got < 0)
        return NULL;
      decoder->offset += (guint64)got;
      filled = decoder->carried + (gsize)got;
      taken = convert_block (decoder, filled, n);
      rest = filled - taken;
      if (!judge_block (decoder, *n, rest, got == 0, error))
        return NULL;
      memmove (decoder->block, decoder->block + taken, rest);
      decoder->carried = rest;
    }
  while (*n == 0 && got > 0);
  return *n > 0 ? decoder->decoded : NULL;
}

guint64
sz_csv_decoder_read (const SzCsvDecoder *decoder)
{
  g_return_val_if_fail (decoder != NULL, 0);

  return decoder->offset;
}
