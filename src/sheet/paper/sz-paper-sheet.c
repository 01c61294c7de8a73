/* sz-paper-sheet.c — papers as the sheets of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-sheet-writer.h"

#include <math.h>

#include "sz-cell-text.h"

/* From here on rows are not kept in memory; headings over two rows, which need that, are not
 * merged. */
#define ROWS_IN_MEMORY 2000
/* Pages need every row's height beforehand, and a sheet takes 1,023 breaks. */
#define ROWS_WITH_PAGES 15000
#define COLUMNS_WITHOUT_TABLE 8
#define WIDTH_WITHOUT_TABLE 10.0
#define WIDTH_SAFETY 0.98 /* other machines round otherwise */
#define SCALE_LEAST 10
#define SIZE_LEAST 8.0
#define SPARE 3.0         /* of a row beside its text where no pages are planned */
#define HEIGHT_MOST 409.0 /* of a row, by the format */

gboolean
sz_sheet_begin (SzSheetWriter *w, const SzFlowLine *line, double least)
{
  SzPageLine noted = { line->kind, line->block_index, least, 0 };

  g_return_val_if_fail (w != NULL, FALSE);

  if (w->sheet != NULL)
    {
      w->height = w->heights != NULL ? w->heights[w->index] : MAX (least + SPARE, SZ_SHEET_ROW);
      return TRUE;
    }
  g_array_append_val (w->lines, noted);
  return FALSE;
}

void
sz_sheet_set_height (SzSheetWriter *w, double height)
{
  g_return_if_fail (w != NULL);

  if (fabs (height - SZ_SHEET_ROW) > 0.01)
    sz_book_set_row (w->sheet, w->row, MIN (height, HEIGHT_MOST));
}

SzBookStyle *
sz_sheet_style (SzSheetWriter *w, SzBookFont font, SzAlign align, guint flags)
{
  SzBookLook look = { font, SZ_SHEET_SIZE, align, flags, NULL };

  g_return_val_if_fail (w != NULL, NULL);

  return sz_book_style (w->book, &look);
}

double
sz_sheet_measure (const char *text, double units, double size)
{
  double line = SZ_SHEET_LINE * size / SZ_SHEET_SIZE;

  return sz_cell_text_lines (text, units * SZ_SHEET_SIZE / size - 0.5) * line + 1;
}

gboolean
sz_sheet_fail_text (guint row, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%u", row + 1);
  g_autofree char *max = g_strdup_printf ("%u", SZ_BOOK_TEXT_MOST);

  return sz_error_set (error, SZ_ERROR_REFUSED, "paper.text_too_long", "row", number, "max", max,
                       NULL);
}

gboolean
sz_sheet_merge (SzSheetWriter *w,
                guint first,
                guint end,
                guint rows,
                const char *text,
                SzBookStyle *style,
                GError **error)
{
  g_return_val_if_fail (w != NULL, FALSE);

  return sz_book_merge (w->sheet, w->row, first, rows, end - first, text, style)
         || sz_sheet_fail_text (w->row, error);
}

/* Which rows the line sums up; those of the next sum of its kind begin behind it. */
static gboolean
write_sums (SzSheetWriter *w, const SzFlowLine *line, GError **error)
{
  const gboolean inner
      = line->kind == SZ_LINE_SUBTOTAL && g_str_equal (line->text, SZ_LABEL_SUBTOTAL);
  const guint first = line->kind == SZ_LINE_TOTAL ? w->first_total
                      : inner                     ? w->first_group
                                                  : w->first_outer;

  if (!sz_sheet_begin (w, line, SZ_SHEET_LEAST))
    return TRUE;
  sz_sheet_set_height (w, w->height);
  if (!sz_sheet_write_sums (w, line->text, line->tally, first, error))
    return FALSE;
  w->first_group = w->row;
  if (!inner)
    w->first_outer = w->row;
  return TRUE;
}

static gboolean
write_line (SzSheetWriter *w, const SzFlowLine *line, GError **error)
{
  if (line->kind == SZ_LINE_ROW)
    return sz_sheet_write_row (w, line, error);
  if (line->kind == SZ_LINE_HEADING)
    return sz_sheet_write_heading (w, line, error);
  if (line->kind == SZ_LINE_UPPERCASE)
    return sz_sheet_write_uppercase (w, line, error);
  if (line->kind == SZ_LINE_SUBTOTAL || line->kind == SZ_LINE_TOTAL)
    return write_sums (w, line, error);
  return sz_sheet_write_block (w, line, error);
}

static void
add_break (SzSheetWriter *w)
{
  guint32 row = w->row;

  if (row > 0 && w->breaks->len < SZ_BOOK_BREAKS_MOST - 1)
    g_array_append_val (w->breaks, row);
}

static gboolean
begins_page (SzSheetWriter *w)
{
  if (w->pages == NULL || w->next_page >= w->pages->spans->len
      || g_array_index (w->pages->spans, SzPageSpan, w->next_page).first != w->index)
    return FALSE;
  w->next_page++;
  return TRUE;
}

/* 本页小计 and 累计, where the plan has them. */
static gboolean
write_after (SzSheetWriter *w, GError **error)
{
  SzAfter after = w->pages != NULL ? w->pages->after[w->index] : SZ_AFTER_NOTHING;

  if (after == SZ_AFTER_NOTHING)
    return TRUE;
  if (!sz_sheet_end_down (w, error))
    return FALSE;
  sz_sheet_set_height (w, w->sum_height);
  if (!sz_sheet_write_sums (w, SZ_LABEL_PAGE_TOTAL, w->page, w->first_page, error))
    return FALSE;
  sz_tally_clear (w->page);
  w->first_page = w->row + (after == SZ_AFTER_BOTH ? 1 : 0);
  if (after != SZ_AFTER_BOTH)
    return TRUE;
  sz_sheet_set_height (w, w->sum_height);
  return sz_sheet_write_sums (w, SZ_LABEL_RUNNING, w->running, w->first_total, error);
}

static gboolean
line_reached_cb (const SzFlowLine *line, gpointer user_data, GError **error)
{
  SzSheetWriter *w = user_data;
  gboolean in_rows = line->kind == SZ_LINE_ROW || line->kind == SZ_LINE_SUBTOTAL;

  if (line->kind != SZ_LINE_ROW && !sz_sheet_end_down (w, error))
    return FALSE;
  if (!in_rows)
    sz_sheet_end_rows (w);
  if (!in_rows && line->kind != SZ_LINE_TOTAL && line->kind != SZ_LINE_UPPERCASE)
    w->table = NULL;
  if (line->kind == SZ_LINE_BREAK)
    {
      if (!sz_sheet_begin (w, line, 0))
        return TRUE;
      add_break (w);
      w->index++;
      return TRUE;
    }
  if (begins_page (w))
    add_break (w);
  if (!write_line (w, line, error) || !write_after (w, error))
    return FALSE;
  w->index++;
  return TRUE;
}

static void
take_columns (SzSheetWriter *w)
{
  const SzPaperTable *widest = NULL;
  gboolean chart = FALSE;

  for (guint i = 0; i < w->paper->blocks->len; i++)
    {
      const SzPaperBlock *block = g_ptr_array_index (w->paper->blocks, i);

      chart |= block->chart != NULL;
      w->n_headings += block->table != NULL;
      if (block->table != NULL && (widest == NULL || block->table->n_columns > widest->n_columns))
        widest = block->table;
    }
  w->n_columns = widest != NULL ? widest->n_columns : COLUMNS_WITHOUT_TABLE;
  if (chart)
    w->n_columns = MAX (w->n_columns, 2); /* label and value */
  w->widths = g_new0 (double, w->n_columns);
  for (guint c = 0; c < w->n_columns; c++)
    w->widths[c]
        = widest != NULL && c < widest->n_columns ? widest->columns[c].width : WIDTH_WITHOUT_TABLE;
}

static SzSheetWriter *
new_writer (SzBook *book, SzBookSheet *const *sheets, SzPaper *paper)
{
  SzSheetWriter *w = g_new0 (SzSheetWriter, 1);

  w->book = book;
  w->sheets = sheets;
  w->paper = paper;
  w->lines = g_array_new (FALSE, TRUE, sizeof (SzPageLine));
  w->breaks = g_array_new (FALSE, TRUE, sizeof (guint32));
  w->codes = g_string_new (NULL);
  w->next_page = 1;
  w->setup.heading_first = w->setup.heading_last = -1;
  w->setup.filter_last = -1;
  take_columns (w);
  return w;
}

static void
free_writer (SzSheetWriter *w)
{
  g_array_unref (w->lines);
  g_array_unref (w->breaks);
  g_string_free (w->codes, TRUE);
  g_clear_pointer (&w->pages, sz_pagination_free);
  g_clear_pointer (&w->page, sz_tally_free);
  g_clear_pointer (&w->running, sz_tally_free);
  g_free (w->heights);
  sz_sheet_free_downs (w);
  g_free (w->cells);
  g_free (w->sums);
  g_free (w->widths);
  g_free (w);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzSheetWriter, free_writer)

/* In hundredths: what makes the columns as wide as the page, and never larger than they are. */
static guint
fit_scale (const SzSheetWriter *w, double room)
{
  double points = 0;

  for (guint c = 0; c < w->n_columns; c++)
    points += SZ_SHEET_POINTS (w->widths[c]);
  return (guint)CLAMP (floor (100 * room * WIDTH_SAFETY / points), SCALE_LEAST, 100);
}

/* What is printed as large as on paper, in halves of a point. */
static double
choose_size (const SzSheetWriter *w, double room)
{
  const SzPaperTable *table = sz_paper_widest (w->paper);
  g_autoptr (SzColumnFit) fit = table != NULL ? sz_column_fit_new (table, room) : NULL;

  return fit != NULL
             ? CLAMP (floor (fit->font_size * 100 / w->percent * 2) / 2, SIZE_LEAST, SZ_SHEET_SIZE)
             : SZ_SHEET_SIZE;
}

/* Where pages end must be known before the first row is written. */
static gboolean
plan_pages (SzSheetWriter *w, const SzPageBox *box, GCancellable *cancellable, GError **error)
{
  SzFlowWatch watch = { NULL, NULL, cancellable, 0, 0 };

  w->percent = fit_scale (w, sz_page_box_room (box));
  w->size = choose_size (w, sz_page_box_room (box));
  if (sz_flow_count (&w->paper, 1) > ROWS_WITH_PAGES)
    return TRUE;
  if (!sz_flow_run (w->paper, line_reached_cb, w, &watch, error)
      || (!w->unplanned && !sz_sheet_plan (w, box, cancellable, error)))
    return FALSE;
  w->index = 0;
  w->next_page = 1;
  w->table = NULL;
  return TRUE;
}

static void
finish_sheet (SzSheetWriter *w, const SzPageBox *box)
{
  sz_sheet_end_rows (w);
  if (w->codes->len > 0)
    sz_book_text_is_fine (w->sheet, w->codes->str);
  w->setup.landscape = box->landscape;
  w->setup.size = w->paper->size;
  w->setup.foot = w->paper->foot;
  w->setup.percent = w->pages != NULL ? w->percent : 0;
  w->setup.left = box->left;
  w->setup.right = box->right;
  w->setup.top = box->top;
  w->setup.bottom = box->bottom;
  w->setup.rows = w->row;
  w->setup.columns = w->n_columns;
  w->setup.breaks = w->breaks;
  w->setup.mark = w->paper->mark;
  sz_book_set_page (w->sheet, &w->setup);
}

static gboolean
write_paper (SzBook *book,
             SzBookSheet *const *sheets,
             guint index,
             SzPaper *paper,
             SzFlowWatch *watch,
             GError **error)
{
  g_autoptr (SzSheetWriter) w = new_writer (book, sheets, paper);
  SzPageBox box;

  sz_page_box (paper, &box);
  if (!plan_pages (w, &box, watch->cancellable, error))
    return FALSE;
  w->sheet = sheets[index];
  for (guint c = 0; c < w->n_columns; c++)
    sz_book_set_column (w->sheet, c, w->widths[c]);
  if (!sz_flow_run (paper, line_reached_cb, w, watch, error))
    return FALSE;
  finish_sheet (w, &box);
  return TRUE;
}

gboolean
sz_paper_write_xlsx (SzPaper *const *papers,
                     guint n_papers,
                     const char *path,
                     SzPaperProgress progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  SzFlowWatch watch = { progress, user_data, cancellable, 0, 0 };
  g_autoptr (SzOutfile) out = NULL;
  g_autoptr (SzBook) book = NULL;
  g_autofree SzBookSheet **sheets = NULL;

  g_return_val_if_fail (n_papers > 0 && path != NULL, FALSE);
  watch.total = sz_flow_count (papers, n_papers);
  out = sz_outfile_new (path, error);
  if (out == NULL)
    return FALSE;
  book = sz_book_new (out, watch.total > ROWS_IN_MEMORY, SZ_PAPER_CREATED, error);
  if (book == NULL)
    return FALSE;
  sheets = g_new0 (SzBookSheet *, n_papers);
  for (guint p = 0; p < n_papers; p++)
    sheets[p] = sz_book_add_sheet (book, papers[p]->name, SZ_SHEET_ROW);
  for (guint p = 0; p < n_papers; p++)
    if (!write_paper (book, sheets, p, papers[p], &watch, error))
      return FALSE;
  return sz_book_close (book, error) && sz_outfile_commit (out, error);
}
