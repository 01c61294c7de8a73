/* sz-csv-detect.c — the encoding of a text file, by its mark or by all of its bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-csv-private.h"

#define BLOCK_BYTES 65536

/* Two readings of the same line, byte by byte, as UTF-8 and as GB18030. */
typedef struct
{
  guint number;
  gboolean after_cr;

  guint utf8_left; /* bytes that the character still wants */
  gunichar utf8_char;
  guint utf8_least;
  gboolean utf8_bad;
  gboolean utf8_wide; /* has a character that Chinese text is made of */

  guint gb_state; /* bytes of the character so far */
  guchar gb_lead;
  gboolean gb_bad;
  gboolean gb_rare; /* has a character that the common set of 1980 lacks */
} LineScan;

/* Numbers of the first lines of each kind, 0: none. */
typedef struct
{
  LineScan line;
  guint nul;
  guint not_utf8;
  guint not_gb;
  guint surely_utf8;
} FileScan;

static gboolean
is_chinese (gunichar c)
{
  return (c >= 0x3000 && c <= 0x9fff) || (c >= 0xff00 && c <= 0xffef) || c >= 0x20000;
}

static void
begin_utf8 (LineScan *line, guchar byte)
{
  if (byte < 0x80)
    return;
  line->utf8_left = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
  line->utf8_least = byte >= 0xf0 ? 0x10000 : byte >= 0xe0 ? 0x800 : 0x80;
  line->utf8_char = byte & (byte >= 0xf0 ? 0x07 : byte >= 0xe0 ? 0x0f : 0x1f);
  line->utf8_bad = line->utf8_bad || byte < 0xc2 || byte > 0xf4;
}

static void
scan_utf8 (LineScan *line, guchar byte)
{
  if (line->utf8_left == 0)
    {
      begin_utf8 (line, byte);
      return;
    }
  if ((byte & 0xc0) != 0x80)
    {
      line->utf8_bad = TRUE;
      line->utf8_left = 0;
      return;
    }
  line->utf8_char = line->utf8_char << 6 | (byte & 0x3f);
  if (--line->utf8_left > 0)
    return;
  if (line->utf8_char < line->utf8_least || !g_unichar_validate (line->utf8_char))
    line->utf8_bad = TRUE;
  line->utf8_wide = line->utf8_wide || is_chinese (line->utf8_char);
}

static void
end_gb_pair (LineScan *line, guchar byte)
{
  gboolean common = (line->gb_lead >= 0xa1 && line->gb_lead <= 0xa9)
                    || (line->gb_lead >= 0xb0 && line->gb_lead <= 0xf7);

  if (!common || byte < 0xa1)
    line->gb_rare = TRUE;
  line->gb_state = 0;
}

static void
scan_gb (LineScan *line, guchar byte)
{
  gboolean is_lead = byte >= 0x81 && byte <= 0xfe;
  gboolean is_digit = byte >= 0x30 && byte <= 0x39;

  switch (line->gb_state)
    {
    case 0:
      line->gb_lead = byte;
      line->gb_state = is_lead ? 1 : 0;
      line->gb_bad = line->gb_bad || byte == 0x80 || byte == 0xff;
      break;
    case 1:
      if (is_digit)
        line->gb_state = 2;
      else if (byte >= 0x40 && byte != 0x7f && byte != 0xff)
        end_gb_pair (line, byte);
      else
        line->gb_bad = TRUE;
      break;
    case 2:
      line->gb_bad = line->gb_bad || !is_lead;
      line->gb_state = 3;
      break;
    case 3:
    default:
      line->gb_bad = line->gb_bad || !is_digit;
      line->gb_rare = TRUE;
      line->gb_state = 0;
      break;
    }
  if (line->gb_bad)
    line->gb_state = 0;
}

static void
note_first (guint *first, gboolean holds, guint number)
{
  if (holds && *first == 0)
    *first = number;
}

static void
end_line (FileScan *scan)
{
  LineScan *line = &scan->line;
  gboolean utf8_bad = line->utf8_bad || line->utf8_left > 0;
  gboolean gb_bad = line->gb_bad || line->gb_state > 0;

  note_first (&scan->not_utf8, utf8_bad, line->number);
  note_first (&scan->not_gb, gb_bad, line->number);
  /* Short Chinese texts in GB18030 can be UTF-8 by accident, but then they read well in both. */
  note_first (&scan->surely_utf8, !utf8_bad && line->utf8_wide && (gb_bad || line->gb_rare),
              line->number);
  *line = (LineScan){ .number = line->number + 1 };
}

static void
scan_byte (FileScan *scan, guchar byte)
{
  LineScan *line = &scan->line;

  if (byte == '\n' && line->after_cr)
    {
      line->after_cr = FALSE;
      return;
    }
  line->after_cr = FALSE;
  if (byte == '\n' || byte == '\r')
    {
      end_line (scan);
      line->after_cr = byte == '\r';
      return;
    }
  note_first (&scan->nul, byte == 0, line->number);
  if (byte >= 0x80 || line->utf8_left > 0 || line->gb_state > 0)
    {
      scan_utf8 (line, byte);
      scan_gb (line, byte);
    }
}

static gboolean
scan_file (SzCsv *csv, FileScan *scan, GCancellable *cancellable, GError **error)
{
  g_autofree guchar *block = g_malloc (BLOCK_BYTES);
  guint64 offset = csv->mark_bytes;
  gssize got;

  while ((got = sz_input_read_at (csv->input, offset, block, BLOCK_BYTES, error)) > 0)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return sz_error_set (error, SZ_ERROR_CANCELLED, "cancelled", NULL);
      for (gssize i = 0; i < got; i++)
        scan_byte (scan, block[i]);
      offset += (guint64)got;
    }
  end_line (scan);
  return got == 0;
}

static gboolean
refuse_line (const SzCsv *csv, GError **error, const char *detail, guint line)
{
  g_autofree char *number = g_strdup_printf ("%u", line);

  return sz_input_refuse (csv->input, error, detail, "line", number);
}

static gboolean
settle_encoding (SzCsv *csv, const FileScan *scan, SzEncoding wanted, GError **error)
{
  if (scan->nul != 0)
    return refuse_line (csv, error, "nul", scan->nul);
  csv->encoding = SZ_CSV_UTF8;
  if (scan->not_utf8 == 0 && wanted != SZ_ENCODING_GB18030)
    return TRUE;
  if (wanted == SZ_ENCODING_UTF8)
    return refuse_line (csv, error, "encoding", scan->not_utf8);
  csv->encoding = SZ_CSV_GB18030;
  if (wanted == SZ_ENCODING_AUTO && scan->surely_utf8 != 0)
    return refuse_line (csv, error, "encoding_mixed", MAX (scan->surely_utf8, scan->not_utf8));
  if (scan->not_gb != 0)
    return refuse_line (csv, error, "encoding", scan->not_gb);
  return TRUE;
}

/* A mark is certain, whatever was asked for. */
static gboolean
take_mark (SzCsv *csv, SzEncoding *wanted, GError **error)
{
  guchar mark[3] = { 0 };
  gssize n = sz_input_read_at (csv->input, 0, mark, sizeof mark, error);

  if (n >= 3 && memcmp (mark, "\xef\xbb\xbf", 3) == 0)
    {
      csv->mark_bytes = 3;
      *wanted = SZ_ENCODING_UTF8;
    }
  else if (n >= 2 && (memcmp (mark, "\xff\xfe", 2) == 0 || memcmp (mark, "\xfe\xff", 2) == 0))
    {
      csv->mark_bytes = 2;
      csv->encoding = mark[0] == 0xff ? SZ_CSV_UTF16LE : SZ_CSV_UTF16BE;
    }
  return n >= 0;
}

gboolean
sz_csv_detect (SzCsv *csv, SzEncoding wanted, GCancellable *cancellable, GError **error)
{
  FileScan scan = { .line = { .number = 1 } };

  g_return_val_if_fail (csv != NULL, FALSE);

  if (!take_mark (csv, &wanted, error))
    return FALSE;
  if (csv->mark_bytes == 2)
    return TRUE;
  return scan_file (csv, &scan, cancellable, error) && settle_encoding (csv, &scan, wanted, error);
}
