/* sz-sheet-table.c — a table in the cells of a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-sheet-writer.h"

#include "sz-cell-text.h"

/* A number with more digits than a spreadsheet keeps is written as text, so that none is lost. */
#define NUMBER_MOST G_GINT64_CONSTANT (999999999999999)
#define HEIGHT_MOST 409.0 /* of a row, by the format */
#define HEIGHT_HEADING 24.0

static char *
dup_number_format (const SzPaperColumn *column)
{
  int decimals = sz_paper_column_decimals (column);

  if (column->kind == SZ_COLUMN_AMOUNT)
    return g_strdup ("#,##0.00");
  if (column->kind == SZ_COLUMN_DATE)
    return g_strdup ("yyyy-mm-dd");
  if (column->kind == SZ_COLUMN_CODE)
    return g_strdup ("@");
  if (column->kind != SZ_COLUMN_COUNT && column->kind != SZ_COLUMN_DECIMAL)
    return NULL;
  return decimals == 0 ? g_strdup ("0") : g_strdup_printf ("0.%.*s", decimals, "000000000");
}

static SzBookStyle *
get_cell_style (SzSheetWriter *w, const SzPaperColumn *column, guint flags)
{
  g_autofree char *format = dup_number_format (column);
  gboolean wraps = column->kind == SZ_COLUMN_TEXT && !(flags & SZ_BOOK_BOLD);
  SzBookLook look = { SZ_BOOK_SONG, SZ_SHEET_SIZE, sz_paper_column_align (column),
                      flags | SZ_BOOK_BOX | (wraps ? SZ_BOOK_WRAP : SZ_BOOK_SHRINK), format };

  return sz_book_style (w->book, &look);
}

/* Everything that is kept for the rows of a table. */
static void
take_table (SzSheetWriter *w, const SzPaperTable *table)
{
  w->table = table;
  g_clear_pointer (&w->page, sz_tally_free);
  g_clear_pointer (&w->running, sz_tally_free);
  w->page = sz_tally_new (table);
  w->running = sz_tally_new (table);
  w->cells = g_renew (SzBookStyle *, w->cells, table->n_columns);
  w->sums = g_renew (SzBookStyle *, w->sums, table->n_columns);
  for (guint c = 0; c < table->n_columns; c++)
    {
      w->cells[c] = get_cell_style (w, &table->columns[c], 0);
      w->sums[c] = get_cell_style (w, &table->columns[c], SZ_BOOK_BOLD);
    }
}

/* Where the heading above column @first stops to be the same. */
static guint
find_group_end (const SzPaperTable *table, guint first)
{
  guint end = first + 1;

  while (end < table->n_columns && table->columns[first].group != NULL
         && g_strcmp0 (table->columns[end].group, table->columns[first].group) == 0)
    end++;
  return end;
}

static double
measure_headings (const SzPaperTable *table)
{
  double height = 0;

  for (guint c = 0; c < table->n_columns; c++)
    height = MAX (height, sz_sheet_measure (table->columns[c].heading, table->columns[c].width,
                                            SZ_SHEET_SIZE));
  return MAX (height + SZ_SHEET_SPARE, HEIGHT_HEADING);
}

/* The upper row. In a flat workbook no row is written twice: a heading over both rows is two cells
 * then. */
static gboolean
write_groups (SzSheetWriter *w, const SzPaperTable *table, GError **error)
{
  guint look = SZ_BOOK_FILL | SZ_BOOK_WRAP;
  SzBookStyle *whole = sz_sheet_style (w, SZ_BOOK_HEI, SZ_ALIGN_CENTER, look | SZ_BOOK_BOX);
  SzBookStyle *top
      = sz_sheet_style (w, SZ_BOOK_HEI, SZ_ALIGN_CENTER, look | SZ_BOOK_SIDES | SZ_BOOK_ABOVE);
  guint end;

  for (guint c = 0; c < table->n_columns; c = end)
    {
      gboolean alone = table->columns[c].group == NULL;

      end = find_group_end (table, c);
      if (alone && sz_book_is_flat (w->book))
        sz_book_put_blank (w->sheet, w->row, c, top);
      else if (!sz_sheet_merge (w, c, end, alone ? 2 : 1,
                                alone ? table->columns[c].heading : table->columns[c].group, whole,
                                error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_lower (SzSheetWriter *w, const SzPaperTable *table, GError **error)
{
  guint look = SZ_BOOK_FILL | SZ_BOOK_WRAP | SZ_BOOK_SIDES | SZ_BOOK_BELOW;
  SzBookStyle *whole = sz_sheet_style (w, SZ_BOOK_HEI, SZ_ALIGN_CENTER, look | SZ_BOOK_ABOVE);
  SzBookStyle *bottom = sz_sheet_style (w, SZ_BOOK_HEI, SZ_ALIGN_CENTER, look);

  for (guint c = 0; c < table->n_columns; c++)
    {
      gboolean alone = table->grouped && table->columns[c].group == NULL;

      if (alone && !sz_book_is_flat (w->book))
        continue; /* merged */
      if (!sz_book_put_text (w->sheet, w->row, c, table->columns[c].heading,
                             alone ? bottom : whole))
        return sz_sheet_fail_text (w->row, error);
    }
  return TRUE;
}

gboolean
sz_sheet_write_heading (SzSheetWriter *w, const SzFlowLine *line, GError **error)
{
  const SzPaperTable *table = line->block->table;
  double height = measure_headings (table);
  guint first = w->row;

  take_table (w, table);
  if (!sz_sheet_begin (w, line, height + (table->grouped ? SZ_SHEET_ROW : 0)))
    return TRUE;
  if (table->grouped)
    {
      if (!write_groups (w, table, error))
        return FALSE;
      w->row++;
    }
  sz_sheet_set_height (w, height);
  if (!write_lower (w, table, error))
    return FALSE;
  w->row++;
  w->first_data = w->row;
  if (w->setup.heading_first < 0 && !table->options.no_repeat)
    {
      w->setup.heading_first = (gint)first;
      w->setup.heading_last = (gint)w->row - 1;
    }
  return TRUE;
}

static double
get_scale (int decimals)
{
  static const double scales[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };

  return scales[CLAMP (decimals, 0, 6)];
}

static gboolean
write_printed (
    SzSheetWriter *w, guint column, const SzValue *value, SzBookStyle *style, GError **error)
{
  g_autofree char *text = sz_paper_print (&w->table->columns[column], value);

  if (text == NULL || *text == '\0')
    sz_book_put_blank (w->sheet, w->row, column, style);
  else if (!sz_book_put_text (w->sheet, w->row, column, text, style))
    return sz_sheet_fail_text (w->row, error);
  return TRUE;
}

static gboolean
write_cell (SzSheetWriter *w, guint c, const SzValue *value, SzBookStyle *style, GError **error)
{
  const SzPaperColumn *column = &w->table->columns[c];

  if (value->type == SZ_VALUE_TEXT && value->text != NULL && *value->text != '\0')
    return sz_book_put_text (w->sheet, w->row, c, value->text, style)
           || sz_sheet_fail_text (w->row, error);
  if (value->type == SZ_VALUE_NUMBER && column->kind != SZ_COLUMN_CODE
      && value->number <= NUMBER_MOST && value->number >= -NUMBER_MOST)
    {
      sz_book_put_number (w->sheet, w->row, c,
                          (double)value->number / get_scale (sz_paper_column_decimals (column)),
                          style);
      return TRUE;
    }
  if (value->type == SZ_VALUE_DATE && column->kind == SZ_COLUMN_DATE
      && value->number != SZ_DATE_NONE && !sz_date_is_month ((SzDate)value->number))
    {
      sz_book_put_number (w->sheet, w->row, c, (double)sz_date_to_serial ((SzDate)value->number),
                          style);
      return TRUE;
    }
  return write_printed (w, c, value, style, error);
}

static double
measure_row (const SzSheetWriter *w, const SzValue *values)
{
  guint lines = 1;
  double least = SZ_SHEET_ROW;

  for (guint c = 0; c < w->table->n_columns; c++)
    {
      const SzPaperColumn *column = &w->table->columns[c];

      if (column->signs)
        least = MAX (least, SZ_SHEET_PEN / w->scale);
      if (values[c].type == SZ_VALUE_TEXT && values[c].text != NULL
          && column->kind == SZ_COLUMN_TEXT)
        {
          guint needed = sz_cell_text_lines (values[c].text, column->width);

          lines = MAX (lines, needed);
        }
    }
  return lines == 1 ? least : CLAMP (lines * SZ_SHEET_LINE + SZ_SHEET_SPARE, least, HEIGHT_MOST);
}

gboolean
sz_sheet_write_row (SzSheetWriter *w, const SzFlowLine *line, GError **error)
{
  double height = measure_row (w, line->values);

  if (w->row >= SZ_BOOK_ROWS_MOST)
    return sz_error_set (error, SZ_ERROR_REFUSED, "paper.too_many_rows", "max",
                         G_STRINGIFY (SZ_BOOK_ROWS_MOST), NULL);
  if (!sz_sheet_begin (w, line, height))
    return TRUE;
  sz_sheet_set_height (w, height);
  for (guint c = 0; c < w->table->n_columns; c++)
    {
      const SzValue *value = &line->values[c];
      SzBookStyle *style
          = value->mark ? get_cell_style (w, &w->table->columns[c], SZ_BOOK_MARK) : w->cells[c];

      if (!write_cell (w, c, value, style, error))
        return FALSE;
    }
  w->row++;
  return w->pages == NULL
         || (sz_tally_add (w->page, line->values, error)
             && sz_tally_add (w->running, line->values, error));
}

/* Where the first column has a total itself the label goes before it. */
static char *
join_label (const char *label, char *text, const SzTally *tally)
{
  g_autofree char *figures = text != NULL ? text : sz_tally_print (tally, 0);

  return g_strconcat (label, " ", figures, NULL);
}

/* RULE num-5: a total is written as a value, the sum of the cells above, so that every reader, also
   one that does not calculate, sees what is printed. */
gboolean
sz_sheet_write_sums (SzSheetWriter *w, const char *label, const SzTally *tally, GError **error)
{
  const SzPaperTable *table = w->table;
  guint span = sz_paper_table_label_span (table);
  SzBookStyle *style = sz_sheet_style (w, SZ_BOOK_SONG, SZ_ALIGN_CENTER,
                                       SZ_BOOK_BOX | SZ_BOOK_BOLD | SZ_BOOK_SHRINK);

  if (span > 0 && !sz_sheet_merge (w, 0, span, 1, label, style, error))
    return FALSE;
  for (guint c = span; c < table->n_columns; c++)
    {
      SzValue value = sz_tally_value (tally, c);
      g_autofree char *text
          = table->columns[c].total == SZ_TOTAL_COUNT ? sz_tally_print (tally, c) : NULL;

      if (c == 0)
        text = join_label (label, g_steal_pointer (&text), tally);
      if (text != NULL)
        value = (SzValue){ SZ_VALUE_TEXT, text, 0 };
      if (value.type == SZ_VALUE_EMPTY)
        sz_book_put_blank (w->sheet, w->row, c, w->sums[c]);
      else if (!write_cell (w, c, &value, w->sums[c], error))
        return FALSE;
    }
  w->row++;
  return TRUE;
}

gboolean
sz_sheet_write_uppercase (SzSheetWriter *w, const SzFlowLine *line, GError **error)
{
  if (!sz_sheet_begin (w, line, SZ_SHEET_ROW))
    return TRUE;
  if (!sz_sheet_merge (w, 0, w->table->n_columns, 1, line->text,
                       sz_sheet_style (w, SZ_BOOK_SONG, SZ_ALIGN_LEFT, SZ_BOOK_BOX | SZ_BOOK_BOLD),
                       error))
    return FALSE;
  w->row++;
  return TRUE;
}

/* Digits in text columns are meant so: no warning marks in their corners. */
void
sz_sheet_end_rows (SzSheetWriter *w)
{
  if (w->sheet == NULL || w->table == NULL || w->first_data == 0 || w->row == w->first_data)
    return;
  for (guint c = 0; c < w->table->n_columns && c < 26 * 26; c++)
    {
      char name[3] = { c >= 26 ? (char)('A' + c / 26 - 1) : (char)('A' + c), '\0', '\0' };

      if (c >= 26)
        name[1] = (char)('A' + c % 26);
      if (w->table->columns[c].kind == SZ_COLUMN_CODE)
        g_string_append_printf (w->codes, "%s%s%u:%s%u", w->codes->len > 0 ? " " : "", name,
                                w->first_data + 1, name, w->row);
    }
  if (w->setup.filter_columns == 0 && w->table->options.autofilter
      && w->setup.heading_last + 1 == (gint)w->first_data)
    {
      w->setup.filter_columns = w->table->n_columns;
      w->setup.filter_last = (gint)w->row - 1;
    }
  w->first_data = 0;
}
