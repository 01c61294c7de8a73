/* sz-import-whole.c — whether a sheet was read whole: cells without a heading, rows passed over,
 * its own totals
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-whole.h"

#include <string.h>

#include "sz-decimal.h"
#include "sz-import-head.h"
#include "sz-text.h"

#define DECIMALS 4

static const char *
get_heading (const SzColumns *columns, guint column)
{
  return column < columns->headings->len ? g_ptr_array_index (columns->headings, column) : "";
}

static void
find_unnamed (SzImportRun *run, guint column, const char *text)
{
  g_autofree char *name = sz_import_name_column (column);

  if (run->unnamed == NULL)
    run->unnamed = g_hash_table_new (NULL, NULL);
  if (g_hash_table_add (run->unnamed, GUINT_TO_POINTER (column + 1)))
    sz_import_find (run, SZ_SEVERITY_WARNING, "column.unnamed", -1, text, "column", name, NULL);
}

void
sz_import_check_width (SzImportRun *run, const SzTableRow *row)
{
  const SzColumns *columns = run->columns;
  g_autoptr (GString) beyond = g_string_new (NULL);

  g_return_if_fail (row != NULL);

  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *text = NULL;

      if (row->cells[i].type == SZ_CELL_EMPTY || *get_heading (columns, i) != '\0')
        continue;
      text = sz_text_visible (row->cells[i].text);
      if (*text == '\0')
        continue;
      if (run->is_text && i >= columns->headings->len)
        g_string_append_printf (beyond, "%s%s", beyond->len > 0 ? "、" : "", text);
      else
        find_unnamed (run, i, text);
    }
  if (beyond->len > 0)
    sz_import_find (run, SZ_SEVERITY_ERROR, "row.too_long", -1, beyond->str, NULL);
}

static gboolean
is_summed (SzFieldType type)
{
  return type == SZ_FIELD_HOURS || type == SZ_FIELD_MONEY || type == SZ_FIELD_SIGNED_MONEY;
}

static gboolean
read_figure (const SzCell *cell, gint64 *value)
{
  g_autofree char *text = sz_text_visible (cell->text);

  return sz_decimal_parse (text, DECIMALS, value, NULL);
}

void
sz_import_add_figures (SzImportRun *run)
{
  if (run->sums_x1e4 == NULL)
    run->sums_x1e4 = g_new0 (gint64, run->kind->n_fields);
  for (guint i = 0; i < run->kind->n_fields; i++)
    {
      gint64 value = 0;

      if (is_summed (run->kind->fields[i].type)
          && read_figure (sz_columns_cell (run->columns, run->row, i), &value)
          && ABS (value) < G_MAXINT64 / 4 && ABS (run->sums_x1e4[i]) < G_MAXINT64 / 4)
        run->sums_x1e4[i] += value;
    }
}

/* 小计 and 本页 are of some rows only. */
static gboolean
is_grand_total (const SzTableRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *text = sz_text_squeeze (row->cells[i].text);

      if (*text != '\0')
        return g_str_has_prefix (text, "合计") || g_str_has_prefix (text, "总计")
               || g_str_has_prefix (text, "共计") || g_str_has_prefix (text, "全校合计");
    }
  return FALSE;
}

static void
compare_total (SzImportRun *run, const SzTableRow *row)
{
  for (guint i = 0; run->sums_x1e4 != NULL && i < run->kind->n_fields; i++)
    {
      g_autofree char *sum = NULL;
      gint64 value = 0;
      const SzCell *cell = sz_columns_cell (run->columns, row, i);

      if (!is_summed (run->kind->fields[i].type) || !read_figure (cell, &value)
          || value == run->sums_x1e4[i])
        continue;
      sum = sz_decimal_format_grouped (run->sums_x1e4[i] / 100, DECIMALS - 2);
      sz_import_find (run, SZ_SEVERITY_WARNING, "total.mismatch", (int)i, cell->text, "sum", sum,
                      NULL);
    }
}

static const char *
name_skip (SzRowKind kind)
{
  switch (kind)
    {
    case SZ_ROW_TOTAL:
      return "total";
    case SZ_ROW_SIGNATURE:
      return "signature";
    case SZ_ROW_HEADING:
      return "heading";
    case SZ_ROW_EXAMPLE:
      return "example";
    case SZ_ROW_DATA:
    case SZ_ROW_BLANK:
    default:
      return "behind";
    }
}

static void
keep_skip (SzImportRun *run, const SzTableRow *row, const char *why, const char *text)
{
  SzImportSkip *skip;

  if (run->result->skips->len >= SZ_IMPORT_SKIPS_MAX)
    return;
  skip = g_new0 (SzImportSkip, 1);
  skip->row = row->number;
  skip->why = why;
  skip->text = g_strdup (text);
  g_ptr_array_add (run->result->skips, skip);
}

void
sz_import_check_skipped (SzImportRun *run, const SzTableRow *row, SzRowKind kind)
{
  const SzTableRow *before = run->row;
  guint first = 0;

  g_return_if_fail (row != NULL);

  if (run->act != NULL)
    return;
  run->row = row;
  if (kind == SZ_ROW_TOTAL && is_grand_total (row))
    compare_total (run, row);
  while (first < row->n_cells && row->cells[first].type == SZ_CELL_EMPTY)
    first++;
  if (kind != SZ_ROW_BLANK && first < row->n_cells)
    keep_skip (run, row, name_skip (kind), row->cells[first].text);
  if (kind == SZ_ROW_EXAMPLE && !g_str_has_prefix (row->cells[first].text, "示例 "))
    sz_import_find (run, SZ_SEVERITY_WARNING, "row.example", -1, row->cells[first].text, NULL);
  run->row = before;
}
