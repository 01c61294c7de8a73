/* sz-xlsx-ref.c — cell addresses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-xlsx-private.h"

static const char *
read_column (const char *text, guint *column)
{
  guint value = 0;

  while (*text >= 'A' && *text <= 'Z' && value <= SZ_XLSX_COLUMNS)
    value = value * 26 + (guint)(*text++ - 'A') + 1;
  *column = value - 1;
  return value >= 1 && value <= SZ_XLSX_COLUMNS ? text : NULL;
}

static const char *
read_row (const char *text, guint *row)
{
  guint value = 0;

  if (*text == '0')
    return NULL;
  while (*text >= '0' && *text <= '9' && value <= SZ_XLSX_ROWS)
    value = value * 10 + (guint)(*text++ - '0');
  *row = value;
  return value >= 1 && value <= SZ_XLSX_ROWS ? text : NULL;
}

gboolean
sz_xlsx_ref_parse (const char *text, guint *row, guint *column, const char **end)
{
  text = read_column (text, column);
  if (text != NULL)
    text = read_row (text, row);
  if (text == NULL)
    return FALSE;
  if (end != NULL)
    *end = text;
  return end != NULL || *text == '\0';
}

void
sz_xlsx_ref_write (char *buffer, guint row, guint column)
{
  char letters[8];
  guint n = 0;

  g_return_if_fail (buffer != NULL);

  for (guint rest = column + 1; rest > 0 && n < sizeof letters; rest = (rest - 1) / 26)
    letters[n++] = (char)('A' + (rest - 1) % 26);
  while (n > 0)
    *buffer++ = letters[--n];
  g_snprintf (buffer, 12, "%u", row);
}
