/* sz-import-doubt.c — values that can be read and are hardly meant: each a warning by row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-doubt.h"

#include <string.h>

#include "sz-decimal.h"

#define AGE_LEAST 16
/* Sums of figures of any kind are told with these. */
#define DECIMALS 4

static void
doubt_cell (SzImportRun *run, const char *code, guint field, const char *name, const char *text)
{
  sz_import_find (run, SZ_SEVERITY_WARNING, code, (int)field, sz_import_get_cell (run, field)->text,
                  name, text, NULL);
}

static gboolean
is_lost (gunichar c)
{
  return c == 0xFFFD || c == '?' || c == 0x25A1 || c == 0x3013 || (c >= 0xE000 && c <= 0xF8FF)
         || (c >= 0xF0000 && c <= 0x10FFFD);
}

void
sz_import_doubt_name (SzImportRun *run, guint field, const char *text)
{
  g_return_if_fail (run != NULL);

  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (is_lost (g_utf8_get_char (p)))
      {
        doubt_cell (run, "name.damaged", field, NULL, NULL);
        return;
      }
}

void
sz_import_doubt_birth (SzImportRun *run, guint field, SzDate date, SzDate birth)
{
  SzDate day = sz_date_first_day (date);
  g_autofree char *born = sz_date_format (birth);

  g_return_if_fail (run != NULL);

  if (date == SZ_DATE_NONE)
    return;
  if (birth != SZ_DATE_NONE && day < birth)
    doubt_cell (run, "date.before_birth", field, "birth", born);
  else if (birth != SZ_DATE_NONE && day < sz_date_first_day (sz_date_add_years (birth, AGE_LEAST)))
    doubt_cell (run, "date.under_age", field, "birth", born);
  if (day > sz_date_add_years (run->today, 1))
    doubt_cell (run, "date.future", field, NULL, NULL);
}

void
sz_import_doubt_year (SzImportRun *run, guint field, int year, SzDate from, SzDate to)
{
  g_autofree char *dates = NULL;
  g_autofree char *first = sz_date_format (from);
  g_autofree char *last = sz_date_format (to);

  g_return_if_fail (run != NULL);

  if (from == SZ_DATE_NONE || (sz_date_year (from) <= year && sz_date_year (to) >= year))
    return;
  dates = g_strconcat (first, " – ", last, NULL);
  doubt_cell (run, "year.disagrees", field, "dates", dates);
}

void
sz_import_doubt_figure (SzImportRun *run, guint field, gint64 value, gint64 most, gboolean not_none)
{
  g_return_if_fail (run != NULL);

  if (value > most || (not_none && value == 0))
    doubt_cell (run, "figure.implausible", field, NULL, NULL);
}

static gboolean
is_figure (SzFieldType type)
{
  return type == SZ_FIELD_COUNT || type == SZ_FIELD_HOURS || type == SZ_FIELD_MONEY
         || type == SZ_FIELD_SIGNED_MONEY;
}

void
sz_import_doubt_merged (SzImportRun *run)
{
  g_return_if_fail (run != NULL);

  for (guint i = 0; i < run->kind->n_fields; i++)
    {
      const SzCell *cell = sz_import_get_cell (run, i);
      g_autofree char *rows = NULL;
      g_autofree char *sum = NULL;
      gint64 value = 0;

      if (cell->merged < 2 || !is_figure (run->kind->fields[i].type)
          || !sz_decimal_parse (cell->text, DECIMALS, &value, NULL)
          || ABS (value) > G_MAXINT64 / cell->merged)
        continue;
      rows = g_strdup_printf ("%u", cell->merged);
      sum = sz_decimal_format (value * cell->merged, DECIMALS);
      while (g_str_has_suffix (sum, "0"))
        sum[strlen (sum) - 1] = '\0';
      if (g_str_has_suffix (sum, "."))
        sum[strlen (sum) - 1] = '\0';
      sz_import_find (run, SZ_SEVERITY_WARNING, "figure.merged", (int)i, cell->text, "rows", rows,
                      "sum", sum, NULL);
    }
}
