/* sz-sheet-table.c — a table in the cells of a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-sheet-writer.h"

#include <string.h>

#include "sz-cell-text.h"

/* A number with more digits than a spreadsheet keeps is written as text, so that none is lost. */
#define SHRINK_WORDS 0.85
#define PLANNED_TEXT 4000 /* bytes: more than a page takes */
#define NUMBER_MOST G_GINT64_CONSTANT (999999999999999)

/* Sums have separators of thousands, as on paper. */
static char *
dup_number_format (const SzPaperColumn *column, gboolean sum)
{
  const int decimals = sz_paper_column_decimals (column);
  g_autofree char *digits = decimals > 0 ? g_strdup_printf (".%.*s", decimals, "000000000") : NULL;
  g_autofree char *plain
      = g_strconcat (sum || column->kind == SZ_COLUMN_AMOUNT ? "#,##0" : "0", digits, NULL);

  if (column->kind == SZ_COLUMN_DATE)
    return g_strdup ("yyyy-mm-dd");
  if (column->kind == SZ_COLUMN_CODE)
    return g_strdup ("@");
  if (column->kind != SZ_COLUMN_COUNT && column->kind != SZ_COLUMN_DECIMAL
      && column->kind != SZ_COLUMN_AMOUNT)
    return NULL;
  return column->dash_zero && !sum ? g_strdup_printf ("%s;-%s;\"—\"", plain, plain)
                                   : g_steal_pointer (&plain);
}

static SzBookStyle *
get_heading_style (SzSheetWriter *w, guint flags)
{
  const SzBookLook look
      = { SZ_BOOK_HEI, w->size, SZ_ALIGN_CENTER, SZ_BOOK_FILL | SZ_BOOK_WRAP | flags, NULL };

  return sz_book_style (w->book, &look);
}

static SzBookStyle *
get_cell_style (SzSheetWriter *w, const SzPaperColumn *column, guint flags)
{
  g_autofree char *format = dup_number_format (column, (flags & SZ_BOOK_BOLD) != 0);
  gboolean wraps = column->kind == SZ_COLUMN_TEXT && !(flags & (SZ_BOOK_BOLD | SZ_BOOK_SHRINK));
  SzBookLook look = { SZ_BOOK_SONG, w->size, sz_paper_column_align (column),
                      flags | SZ_BOOK_BOX | (wraps ? SZ_BOOK_WRAP : SZ_BOOK_SHRINK), format };

  return sz_book_style (w->book, &look);
}

/* Everything that is kept for the rows of a table. */
static void
take_table (SzSheetWriter *w, const SzPaperTable *table)
{
  sz_sheet_free_downs (w);
  w->table = table;
  w->downs = g_new0 (SzSheetDown, table->n_columns);
  w->n_downs = table->n_columns;
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
measure_headings (const SzSheetWriter *w, const SzPaperTable *table)
{
  double height = 0;

  for (guint c = 0; c < table->n_columns; c++)
    height = MAX (height, sz_sheet_measure (table->columns[c].heading, w->widths[c], w->size));
  return height;
}

/* The upper row. In a flat workbook no row is written twice: a heading over both rows is two cells
 * then. */
static gboolean
write_groups (SzSheetWriter *w, const SzPaperTable *table, GError **error)
{
  SzBookStyle *whole = get_heading_style (w, SZ_BOOK_BOX);
  SzBookStyle *top = get_heading_style (w, SZ_BOOK_SIDES | SZ_BOOK_ABOVE);
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
  SzBookStyle *whole = get_heading_style (w, SZ_BOOK_BOX);
  SzBookStyle *bottom = get_heading_style (w, SZ_BOOK_SIDES | SZ_BOOK_BELOW);

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
  const double lower = measure_headings (w, table);
  guint first = w->row;
  double upper = 0;

  take_table (w, table);
  if (!sz_sheet_begin (w, line, lower + (table->grouped ? SZ_SHEET_LEAST : 0)))
    return TRUE;
  if (table->grouped)
    {
      upper = MAX (SZ_SHEET_LEAST, MIN (w->height / 2, w->height - lower));
      sz_sheet_set_height (w, upper);
      if (!write_groups (w, table, error))
        return FALSE;
      w->row++;
    }
  sz_sheet_set_height (w, w->height - upper);
  if (!write_lower (w, table, error))
    return FALSE;
  w->row++;
  w->first_data = w->first_total = w->first_page = w->first_group = w->first_outer = w->row;
  if (w->n_headings == 1 && !table->options.no_repeat)
    {
      for (guint c = 0; c < table->n_columns; c++)
        if (table->columns[c].names)
          w->setup.frozen = c + 1;
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

/* A cell that leads to another paper of the file, which a column of places names by its sheet. */
static gboolean
write_link (SzSheetWriter *w, guint c, const SzValue *value, GError **error)
{
  const SzPaperColumn *column = &w->table->columns[c];
  SzBookSheet *target = w->sheets[value->place - 1];
  const char *text = column->kind == SZ_COLUMN_PLACE ? sz_book_sheet_name (target) : value->text;

  return sz_book_put_link (w->sheet, w->row, c, target, text,
                           get_cell_style (w, column, SZ_BOOK_LINK))
         || sz_sheet_fail_text (w->row, error);
}

static gboolean
write_cell (SzSheetWriter *w, guint c, const SzValue *value, SzBookStyle *style, GError **error)
{
  const SzPaperColumn *column = &w->table->columns[c];

  if (value->place > 0)
    return write_link (w, c, value, error);
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

static gboolean
is_text (const SzPaperColumn *column, const SzValue *value)
{
  return column->kind == SZ_COLUMN_TEXT && value->type == SZ_VALUE_TEXT && value->text != NULL;
}

/* Made a little smaller rather than broken, as on paper. */
static gboolean
is_shrunk (const SzSheetWriter *w, guint c, const char *text)
{
  const double room = w->widths[c] * SZ_SHEET_SIZE / w->size;

  return sz_cell_text_lines (text, room) > 1 && strchr (text, '\n') == NULL
         && sz_cell_text_units (text) <= room / SHRINK_WORDS;
}

static double
measure_row (const SzSheetWriter *w, const SzValue *values)
{
  guint lines = 1;

  for (guint c = 0; c < w->table->n_columns; c++)
    {
      if (is_text (&w->table->columns[c], &values[c]) && !is_shrunk (w, c, values[c].text))
        {
          guint needed
              = sz_cell_text_lines (values[c].text, w->widths[c] * SZ_SHEET_SIZE / w->size);

          lines = MAX (lines, needed);
        }
    }
  return lines * SZ_SHEET_LINE + 1;
}

static SzBookStyle *
choose_style (SzSheetWriter *w, guint c, const SzValue *value)
{
  const SzPaperColumn *column = &w->table->columns[c];
  const guint mark = value->mark ? SZ_BOOK_MARK : 0;

  if (is_text (column, value) && is_shrunk (w, c, value->text))
    return get_cell_style (w, column, mark | SZ_BOOK_SHRINK);
  return mark != 0 ? get_cell_style (w, column, mark) : w->cells[c];
}

void
sz_sheet_free_downs (SzSheetWriter *w)
{
  g_return_if_fail (w != NULL);

  for (guint c = 0; c < w->n_downs; c++)
    g_free (w->downs[c].text);
  g_clear_pointer (&w->downs, g_free);
  w->n_downs = 0;
}

/* One cell from where it began to the row before this one; what merging wrote over it is put back.
 */
static gboolean
end_down (SzSheetWriter *w, guint c, GError **error)
{
  SzSheetDown *down = &w->downs[c];
  const guint row = w->row;
  gboolean done = TRUE;

  if (down->open && row - down->first > 1)
    {
      done = sz_book_merge (w->sheet, down->first, c, row - down->first, 1, "", w->cells[c]);
      w->row = down->first;
      done = done ? write_cell (w, c, &down->value, w->cells[c], error)
                  : sz_sheet_fail_text (w->row, error);
      w->row = row;
    }
  g_clear_pointer (&down->text, g_free);
  down->open = FALSE;
  return done;
}

gboolean
sz_sheet_end_down (SzSheetWriter *w, GError **error)
{
  g_return_val_if_fail (w != NULL, FALSE);

  for (guint c = 0; c < w->n_downs; c++)
    if (!end_down (w, c, error))
      return FALSE;
  return TRUE;
}

/* A flat workbook writes no row twice: nothing is merged in it. */
static gboolean
begin_down (SzSheetWriter *w, guint c, const SzValue *value, GError **error)
{
  SzSheetDown *down = &w->downs[c];

  if (!w->table->columns[c].down || sz_book_is_flat (w->book)
      || (down->open && value->type == SZ_VALUE_EMPTY))
    return TRUE;
  if (!end_down (w, c, error))
    return FALSE;
  *down = (SzSheetDown){ TRUE, w->row, *value, g_strdup (value->text) };
  down->value.text = down->text;
  return TRUE;
}

gboolean
sz_sheet_write_row (SzSheetWriter *w, const SzFlowLine *line, GError **error)
{
  double height = measure_row (w, line->values);

  for (guint c = 0; c < w->table->n_columns; c++)
    w->unplanned |= line->values[c].type == SZ_VALUE_TEXT && line->values[c].text != NULL
                    && strlen (line->values[c].text) > PLANNED_TEXT;
  if (w->row >= SZ_BOOK_ROWS_MOST)
    return sz_error_set (error, SZ_ERROR_REFUSED, "paper.too_many_rows", "max",
                         G_STRINGIFY (SZ_BOOK_ROWS_MOST), NULL);
  if (!sz_sheet_begin (w, line, height))
    return TRUE;
  sz_sheet_set_height (w, w->height);
  for (guint c = 0; c < w->table->n_columns; c++)
    {
      const SzValue *value = &line->values[c];

      if (!begin_down (w, c, value, error)
          || !write_cell (w, c, value, choose_style (w, c, value), error))
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

static void
append_letters (GString *name, guint column)
{
  if (column >= 26)
    append_letters (name, column / 26 - 1);
  g_string_append_c (name, (char)('A' + column % 26));
}

/* RULE num-5: a total is the sum of the cells above, and the file says what it was when it was
   written, so that a reader that does not calculate sees what is printed. Sums within the sum are
   passed over by the function itself. */
static gboolean
write_sum (SzSheetWriter *w, guint c, guint first, const SzValue *value, GError **error)
{
  const int decimals = sz_paper_column_decimals (&w->table->columns[c]);
  g_autoptr (GString) formula = g_string_new ("=SUBTOTAL(9,");

  if (value->number > NUMBER_MOST || value->number < -NUMBER_MOST || first >= w->row)
    return write_cell (w, c, value, w->sums[c], error);
  append_letters (formula, c);
  g_string_append_printf (formula, "%u:", first + 1);
  append_letters (formula, c);
  g_string_append_printf (formula, "%u)", w->row);
  sz_book_put_formula (w->sheet, w->row, c, formula->str,
                       (double)value->number / get_scale (decimals), w->sums[c]);
  return TRUE;
}

gboolean
sz_sheet_write_sums (
    SzSheetWriter *w, const char *label, const SzTally *tally, guint first, GError **error)
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
      else if (!(value.type == SZ_VALUE_NUMBER ? write_sum (w, c, first, &value, error)
                                               : write_cell (w, c, &value, w->sums[c], error)))
        return FALSE;
    }
  w->row++;
  return TRUE;
}

gboolean
sz_sheet_write_uppercase (SzSheetWriter *w, const SzFlowLine *line, GError **error)
{
  g_return_val_if_fail (w != NULL && line != NULL, FALSE);

  if (!sz_sheet_begin (w, line, SZ_SHEET_LEAST))
    return TRUE;
  sz_sheet_set_height (w, w->height);
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
  g_return_if_fail (w != NULL);

  if (w->sheet == NULL || w->table == NULL || w->first_data == 0 || w->row == w->first_data)
    return;
  for (guint c = 0; c < w->table->n_columns && c < 26 * 26; c++)
    {
      g_autoptr (GString) name = g_string_new (NULL);

      if (w->table->columns[c].kind != SZ_COLUMN_CODE)
        continue;
      append_letters (name, c);
      g_string_append_printf (w->codes, "%s%s%u:%s%u", w->codes->len > 0 ? " " : "", name->str,
                              w->first_data + 1, name->str, w->row);
    }
  if (w->setup.filter_columns == 0 && w->table->options.autofilter
      && w->setup.heading_last + 1 == (gint)w->first_data)
    {
      w->setup.filter_columns = w->table->n_columns;
      w->setup.filter_last = (gint)w->row - 1;
    }
  w->first_data = 0;
}
