/* sz-csv.c — a text file of cells: its encoding and what separates its cells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-csv-private.h"

#define SAMPLE_LINES 50

const char *
sz_csv_encoding (const SzCsv *csv)
{
  g_return_val_if_fail (csv != NULL, NULL);

  switch (csv->encoding)
    {
    case SZ_CSV_GB18030:
      return "GB18030";
    case SZ_CSV_UTF16LE:
    case SZ_CSV_UTF16BE:
      return "UTF-16";
    case SZ_CSV_UTF8:
    default:
      return "UTF-8";
    }
}

/* How often each candidate stands outside of quotes, and in how many of the first lines. */
static char
guess_separator (const char *text, gsize n)
{
  static const char candidates[] = { '\t', ';', ',' };
  guint lines[G_N_ELEMENTS (candidates)] = { 0 }, totals[G_N_ELEMENTS (candidates)] = { 0 };
  guint seen[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean quoted = FALSE;
  guint n_lines = 0;
  gsize best = G_N_ELEMENTS (candidates) - 1;

  for (gsize i = 0; i < n && n_lines < SAMPLE_LINES; i++)
    {
      quoted = text[i] == '"' ? !quoted : quoted;
      for (gsize k = 0; k < G_N_ELEMENTS (candidates); k++)
        {
          if (!quoted && text[i] == candidates[k])
            {
              totals[k]++;
              lines[k] += seen[k]++ == 0;
            }
          if (!quoted && (text[i] == '\n' || text[i] == '\r'))
            seen[k] = 0;
        }
      n_lines += !quoted && text[i] == '\n';
    }
  for (gsize k = 0; k < G_N_ELEMENTS (candidates); k++)
    if (lines[k] > lines[best] || (lines[k] == lines[best] && totals[k] > totals[best]))
      best = k;
  return candidates[best];
}

static gboolean
find_separator (SzCsv *csv, GError **error)
{
  g_autoptr (SzCsvDecoder) decoder = sz_csv_decoder_new (csv);
  g_autoptr (GError) fault = NULL;
  gsize n = 0;
  const char *text = sz_csv_decoder_next (decoder, &n, &fault);

  csv->separator = ',';
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if (text == NULL)
    return sz_input_refuse (csv->input, error, "empty", NULL, NULL);
  if (n > 5 && g_ascii_strncasecmp (text, "sep=", 4) == 0 && (text[5] == '\r' || text[5] == '\n'))
    csv->separator = text[4];
  else
    csv->separator = guess_separator (text, n);
  return TRUE;
}

SzCsv *
sz_csv_open (SzInput *input, SzEncoding encoding, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzCsv) csv = g_new0 (SzCsv, 1);

  csv->input = sz_input_ref (input);
  if (!sz_csv_detect (csv, encoding, cancellable, error) || !find_separator (csv, error))
    return NULL;
  return g_steal_pointer (&csv);
}

void
sz_csv_free (SzCsv *csv)
{
  if (csv == NULL)
    return;
  sz_input_unref (csv->input);
  g_free (csv);
}
