/* sz-tally.c — sums of printed columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-tally.h"

#include <string.h>

SzTally *
sz_tally_new (const SzPaperTable *table)
{
  SzTally *tally = g_new0 (SzTally, 1);

  g_return_val_if_fail (table != NULL, NULL);

  tally->table = table;
  tally->sums = g_new0 (gint64, table->n_columns);
  return tally;
}

void
sz_tally_free (SzTally *tally)
{
  g_free (tally->sums);
  g_free (tally);
}

void
sz_tally_clear (SzTally *tally)
{
  memset (tally->sums, 0, tally->table->n_columns * sizeof *tally->sums);
  tally->rows = 0;
}

static gboolean
fail_overflow (const SzPaperColumn *column, gint64 value, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%s %" G_GINT64_FORMAT, column->heading, value);

  return sz_error_set (error, SZ_ERROR_OVERFLOW, "number.overflow", "value", text, NULL);
}

/* RULE num-5: the sum is taken from the very numbers that are printed. */
gboolean
sz_tally_add (SzTally *tally, const SzValue *values, GError **error)
{
  g_return_val_if_fail (tally != NULL && values != NULL, FALSE);

  for (guint c = 0; c < tally->table->n_columns; c++)
    {
      if (tally->table->columns[c].total != SZ_TOTAL_SUM || values[c].type != SZ_VALUE_NUMBER)
        continue;
      if (__builtin_add_overflow (tally->sums[c], values[c].number, &tally->sums[c]))
        return fail_overflow (&tally->table->columns[c], values[c].number, error);
    }
  tally->rows++;
  return TRUE;
}

SzValue
sz_tally_value (const SzTally *tally, guint column)
{
  SzValue value = { SZ_VALUE_EMPTY, NULL, 0 };

  g_return_val_if_fail (tally != NULL, ((SzValue){ 0 }));

  if (tally->table->columns[column].total == SZ_TOTAL_SUM)
    {
      value.type = SZ_VALUE_NUMBER;
      value.number = tally->sums[column];
    }
  return value;
}

char *
sz_tally_print (const SzTally *tally, guint column)
{
  const SzPaperColumn *spec = &tally->table->columns[column];
  SzValue value = sz_tally_value (tally, column);

  if (spec->total == SZ_TOTAL_COUNT)
    return g_strdup_printf ("%" G_GUINT64_FORMAT "%s", tally->rows,
                            spec->unit != NULL ? spec->unit : "");
  return value.type == SZ_VALUE_EMPTY ? NULL : sz_paper_print_total (spec, value.number);
}
