/* sz-paper-xlsx.c — the calls a paper needs of a workbook library (the only file with xlsxwriter.h)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-paper-xlsx.h"

#include <errno.h>
#include <locale.h>
#include <math.h>
#include <string.h>
#include <unzip.h>
#include <xlsxwriter.h>

#include "sz-cell-text.h"

#define GREY 0xEDEDED
#define LIGHT_RED 0xffc7ce
/* The usual type of the file, which every program measures columns by: digits of 0.6 em, also in
   the fonts that take its place where it is missing. What is typed into empty cells looks as ours.
 */
#define USUAL_FONT "Courier New"
#define USUAL_SIZE 10
#define USUAL_DIGIT 8.0  /* pixels */
#define COLUMN_DIGIT 7.0 /* that columns are given in */
#define COLUMN_SPARE 5.0 /* pixels beside the digits, in the library as in the file */
#define EMPTY_SIZE 10.5
#define EMPTY_CHARS 8.43
#define LAST_COLUMN 16383
#define EDGE 512 /* bytes at either end of a part: the tags of its root are in there */
#define INCHES(points) ((points) / 72.0)
#define FOOTER "&C&9第 &P 页 共 &N 页"
#define FOOTER_INCHES 0.35
/* The library's own size of a chart. */
#define CHART_WIDTH 480.0
#define LABEL_POINTS 8
#define FIGURE_ROOM 1.15 /* of the longest bar: as long as the axis */
#define CHART_HEIGHT 288.0

struct _SzBookSheet
{
  SzBook *book;
  lxw_worksheet *sheet;
  char *name;
};

struct _SzBook
{
  SzOutfile *out;
  lxw_workbook *book;
  gboolean flat;
  GHashTable *styles; /* look as text → lxw_format, which belongs to the book */
  GHashTable *names;
  GPtrArray *sheets;
  locale_t numbers;
  locale_t before;
};

static void
free_sheet (gpointer data)
{
  SzBookSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet);
}

static void
set_usual (lxw_workbook *book)
{
  lxw_format *usual = STAILQ_FIRST (book->formats);

  format_set_font_name (usual, USUAL_FONT);
  format_set_font_size (usual, USUAL_SIZE);
}

static void
set_moment (lxw_workbook *book, gint64 created)
{
  lxw_doc_properties properties = { .created = (time_t)created };

  workbook_set_properties (book, &properties);
}

SzBook *
sz_book_new (SzOutfile *out, gboolean flat, gint64 created, GError **error)
{
  lxw_workbook_options options = { .constant_memory = flat ? LXW_TRUE : LXW_FALSE,
                                   .tmpdir = (char *)sz_outfile_folder (out) };
  g_autoptr (SzBook) book = g_new0 (SzBook, 1);

  book->out = out;
  book->flat = flat;
  book->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  book->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  book->sheets = g_ptr_array_new_with_free_func (free_sheet);
  book->before = uselocale ((locale_t)0);
  book->numbers = newlocale (LC_NUMERIC_MASK, "C", duplocale (book->before));
  uselocale (book->numbers);
  book->book = workbook_new_opt (sz_outfile_path (out), &options);
  if (book->book == NULL)
    {
      sz_outfile_fail (out, ENOMEM, error);
      return NULL;
    }
  set_usual (book->book);
  set_moment (book->book, created);
  return g_steal_pointer (&book);
}

void
sz_book_free (SzBook *book)
{
  if (book->book != NULL)
    lxw_workbook_free (book->book);
  uselocale (book->before);
  freelocale (book->numbers);
  g_hash_table_unref (book->styles);
  g_hash_table_unref (book->names);
  g_ptr_array_unref (book->sheets);
  g_free (book);
}

gboolean
sz_book_is_flat (SzBook *book)
{
  g_return_val_if_fail (book != NULL, FALSE);

  return book->flat;
}

/* The library does not look at errors of its temporary files: a row that did not reach the disk
   shows in the stream alone. */
static gboolean
check_streams (SzBook *book, int *fault)
{
  for (guint i = 0; i < book->sheets->len; i++)
    {
      lxw_worksheet *sheet = ((SzBookSheet *)g_ptr_array_index (book->sheets, i))->sheet;

      errno = 0;
      if (book->flat && sheet->optimize_tmpfile != NULL
          && (fflush (sheet->optimize_tmpfile) != 0 || ferror (sheet->optimize_tmpfile)))
        {
          *fault = errno != 0 ? errno : ENOSPC;
          return FALSE;
        }
    }
  return TRUE;
}

/* Whether @tail closes the element that @head opens. */
static gboolean
closes_root (const char *head, char *tail)
{
  const char *root = head;
  g_autofree char *name = NULL;
  g_autofree char *closing = NULL;

  while ((root = strchr (root, '<')) != NULL && (root[1] == '?' || root[1] == '!'))
    root++;
  if (root == NULL)
    return FALSE;
  name = g_strndup (root + 1, strcspn (root + 1, " />\r\n\t"));
  closing = g_strdup_printf ("</%s>", name);
  g_strchomp (tail);
  return g_str_has_suffix (tail, closing);
}

/* A part that was cut short on its way does not close its root, wherever it was cut. */
static gboolean
check_part (unzFile zip)
{
  char buffer[64 * 1024];
  g_autoptr (GString) head = g_string_new (NULL);
  g_autoptr (GString) tail = g_string_new (NULL);
  int length;

  if (unzOpenCurrentFile (zip) != UNZ_OK)
    return FALSE;
  while ((length = unzReadCurrentFile (zip, buffer, sizeof buffer)) > 0)
    {
      if (head->len == 0)
        g_string_append_len (head, buffer, MIN (length, EDGE));
      g_string_append_len (tail, buffer + MAX (0, length - EDGE), MIN (length, EDGE));
      g_string_erase (tail, 0, MAX (0, (gssize)tail->len - EDGE));
    }
  return unzCloseCurrentFile (zip) == UNZ_OK && length == 0 && closes_root (head->str, tail->str);
}

static gboolean
check_file (const char *path, guint n_sheets)
{
  unzFile zip = unzOpen64 (path);
  guint sheets = 0;
  gboolean ok = zip != NULL;

  for (int step = ok ? unzGoToFirstFile (zip) : UNZ_ERRNO; ok && step != UNZ_END_OF_LIST_OF_FILE;
       step = unzGoToNextFile (zip))
    {
      char name[128];

      ok = step == UNZ_OK
           && unzGetCurrentFileInfo64 (zip, NULL, name, sizeof name, NULL, 0, NULL, 0) == UNZ_OK
           && check_part (zip);
      sheets += ok && g_str_has_prefix (name, "xl/worksheets/sheet");
    }
  if (zip != NULL)
    unzClose (zip);
  return ok && sheets == n_sheets;
}

gboolean
sz_book_close (SzBook *book, GError **error)
{
  int fault = 0;
  lxw_error result;

  g_return_val_if_fail (book != NULL, FALSE);

  if (!check_streams (book, &fault))
    return sz_outfile_fail (book->out, fault, error);
  errno = 0;
  result = workbook_close (g_steal_pointer (&book->book));
  fault = errno;
  if (result == LXW_NO_ERROR && check_file (sz_outfile_path (book->out), book->sheets->len))
    return TRUE;
  /* Cut short without a word: only a full disk does that. */
  return sz_outfile_fail (book->out, result == LXW_NO_ERROR || fault == 0 ? ENOSPC : fault, error);
}

SzBookSheet *
sz_book_add_sheet (SzBook *book, const char *name, double row_height)
{
  SzBookSheet *sheet = g_new0 (SzBookSheet, 1);

  sheet->book = book;
  sheet->name = sz_cell_text_sheet_name (name, book->names);
  sheet->sheet = workbook_add_worksheet (book->book, sheet->name);
  g_assert (sheet->sheet != NULL);
  worksheet_set_default_row (sheet->sheet, row_height, LXW_FALSE);
  g_ptr_array_add (book->sheets, sheet);
  return sheet;
}

const char *
sz_book_sheet_name (SzBookSheet *sheet)
{
  g_return_val_if_fail (sheet != NULL, NULL);
  return sheet->name;
}

static void
set_borders (lxw_format *format, guint flags)
{
  if (flags & SZ_BOOK_SIDES)
    {
      format_set_left (format, LXW_BORDER_THIN);
      format_set_right (format, LXW_BORDER_THIN);
    }
  if (flags & SZ_BOOK_ABOVE)
    format_set_top (format, LXW_BORDER_THIN);
  if (flags & SZ_BOOK_BELOW)
    format_set_bottom (format, LXW_BORDER_THIN);
  if (flags & SZ_BOOK_CUT)
    format_set_bottom (format, LXW_BORDER_DASHED);
}

static lxw_format *
make_format (lxw_workbook *book, const SzBookLook *look)
{
  static const guint8 aligns[] = { [SZ_ALIGN_LEFT] = LXW_ALIGN_LEFT,
                                   [SZ_ALIGN_CENTER] = LXW_ALIGN_CENTER,
                                   [SZ_ALIGN_RIGHT] = LXW_ALIGN_RIGHT };
  lxw_format *format = workbook_add_format (book);

  format_set_font_name (format, look->font == SZ_BOOK_HEI ? "黑体" : "宋体");
  format_set_font_family (format, 0);
  format_set_font_size (format, look->size);
  format_set_align (format, aligns[look->align]);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  set_borders (format, look->flags);
  if (look->flags & SZ_BOOK_BOLD)
    format_set_bold (format);
  if (look->flags & SZ_BOOK_WRAP)
    format_set_text_wrap (format);
  if (look->flags & SZ_BOOK_SHRINK)
    format_set_shrink (format);
  if (look->flags & SZ_BOOK_LINK)
    format_set_underline (format, LXW_UNDERLINE_SINGLE);
  if (look->flags & (SZ_BOOK_FILL | SZ_BOOK_MARK))
    {
      format_set_pattern (format, LXW_PATTERN_SOLID);
      format_set_bg_color (format, look->flags & SZ_BOOK_MARK ? LIGHT_RED : GREY);
    }
  if (look->number_format != NULL)
    format_set_num_format (format, look->number_format);
  return format;
}

SzBookStyle *
sz_book_style (SzBook *book, const SzBookLook *look)
{
  char *key = g_strdup_printf ("%d %d %d %u %s", (int)look->font, (int)(look->size * 10),
                               (int)look->align, look->flags,
                               look->number_format != NULL ? look->number_format : "");
  lxw_format *format = g_hash_table_lookup (book->styles, key);

  if (format == NULL)
    {
      format = make_format (book->book, look);
      g_hash_table_insert (book->styles, key, format);
    }
  else
    g_free (key);
  return (SzBookStyle *)format;
}

/* The look of cells that nobody wrote. */
static lxw_format *
get_empty (SzBook *book)
{
  static const SzBookLook look = { SZ_BOOK_SONG, EMPTY_SIZE, SZ_ALIGN_LEFT, 0, NULL };

  return (lxw_format *)sz_book_style (book, &look);
}

void
sz_book_set_column (SzBookSheet *sheet, guint column, double chars)
{
  const double pixels = chars * COLUMN_DIGIT + COLUMN_SPARE;

  g_return_if_fail (sheet != NULL);

  /* The library adds its spare as a share of its own digit. */
  worksheet_set_column (sheet->sheet, (lxw_col_t)column, (lxw_col_t)column,
                        pixels / USUAL_DIGIT - COLUMN_SPARE / COLUMN_DIGIT,
                        get_empty (sheet->book));
}

void
sz_book_set_row (SzBookSheet *sheet, guint row, double height)
{
  g_return_if_fail (sheet != NULL);

  /* The library takes its own default for no height at all. */
  worksheet_set_row (sheet->sheet, row, height == LXW_DEF_ROW_HEIGHT ? height + 0.01 : height,
                     NULL);
}

gboolean
sz_book_put_text (SzBookSheet *sheet, guint row, guint column, const char *text, SzBookStyle *style)
{
  g_autofree char *owned = NULL;
  const char *safe = sz_cell_text_xml (text, &owned);

  g_return_val_if_fail (sheet != NULL, FALSE);

  return worksheet_write_string (sheet->sheet, row, (lxw_col_t)column, safe, (lxw_format *)style)
         == LXW_NO_ERROR;
}

void
sz_book_put_number (SzBookSheet *sheet, guint row, guint column, double number, SzBookStyle *style)
{
  g_return_if_fail (sheet != NULL);

  worksheet_write_number (sheet->sheet, row, (lxw_col_t)column, number, (lxw_format *)style);
}

void
sz_book_put_formula (SzBookSheet *sheet,
                     guint row,
                     guint column,
                     const char *formula,
                     double value,
                     SzBookStyle *style)
{
  g_return_if_fail (sheet != NULL);

  worksheet_write_formula_num (sheet->sheet, row, (lxw_col_t)column, formula, (lxw_format *)style,
                               value);
}

gboolean
sz_book_put_link (SzBookSheet *sheet,
                  guint row,
                  guint column,
                  SzBookSheet *target,
                  const char *text,
                  SzBookStyle *style)
{
  g_auto (GStrv) parts = g_strsplit (target->name, "'", -1);
  g_autofree char *name = g_strjoinv ("''", parts);
  g_autofree char *url = g_strdup_printf ("internal:'%s'!A1", name);
  g_autofree char *owned = NULL;
  const char *safe = sz_cell_text_xml (text, &owned);

  g_return_val_if_fail (sheet != NULL, FALSE);

  return worksheet_write_url_opt (sheet->sheet, row, (lxw_col_t)column, url, (lxw_format *)style,
                                  safe, NULL)
         == LXW_NO_ERROR;
}

void
sz_book_put_blank (SzBookSheet *sheet, guint row, guint column, SzBookStyle *style)
{
  g_return_if_fail (sheet != NULL);

  worksheet_write_blank (sheet->sheet, row, (lxw_col_t)column, (lxw_format *)style);
}

gboolean
sz_book_merge (SzBookSheet *sheet,
               guint row,
               guint column,
               guint rows,
               guint columns,
               const char *text,
               SzBookStyle *style)
{
  g_autofree char *owned = NULL;
  const char *safe = sz_cell_text_xml (text, &owned);

  g_return_val_if_fail (sheet != NULL, FALSE);

  if (rows * columns == 1)
    return sz_book_put_text (sheet, row, column, text, style);
  return worksheet_merge_range (sheet->sheet, row, (lxw_col_t)column, row + rows - 1,
                                (lxw_col_t)(column + columns - 1), safe, (lxw_format *)style)
         == LXW_NO_ERROR;
}

void
sz_book_text_is_fine (SzBookSheet *sheet, const char *ranges)
{
  g_return_if_fail (sheet != NULL);

  worksheet_ignore_errors (sheet->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, ranges);
}

static void
set_breaks (lxw_worksheet *sheet, GArray *breaks)
{
  guint32 end = 0;

  if (breaks == NULL || breaks->len == 0)
    return;
  g_array_append_val (breaks, end);
  worksheet_set_h_pagebreaks (sheet, (lxw_row_t *)(gpointer)breaks->data);
}

static void
set_headings (lxw_worksheet *sheet, const SzBookPage *page)
{
  lxw_row_t first = (lxw_row_t)page->heading_first;
  lxw_row_t last = (lxw_row_t)page->heading_last;

  if (page->heading_first < 0)
    return;
  worksheet_repeat_rows (sheet, first, last);
  worksheet_freeze_panes (sheet, last + 1, (lxw_col_t)page->frozen);
  if (page->filter_last > page->heading_last)
    worksheet_autofilter (sheet, last, 0, (lxw_row_t)page->filter_last,
                          (lxw_col_t)(page->filter_columns - 1));
}

void
sz_book_set_page (SzBookSheet *self, const SzBookPage *page)
{
  lxw_worksheet *sheet = self->sheet;
  static const guint8 sizes[] = { [SZ_PAGE_A4] = 9, [SZ_PAGE_A3] = 8, [SZ_PAGE_A5] = 11 };
  lxw_header_footer_options margins = { .margin = FOOTER_INCHES };
  g_auto (GStrv) parts = g_strsplit (page->foot != NULL ? page->foot : "", "&", -1);
  g_autofree char *foot = g_strjoinv ("&&", parts);
  g_autofree char *footer
      = g_strconcat (page->foot != NULL ? "&L&9" : "", foot, FOOTER,
                     page->mark != NULL ? "&R&7" : "", page->mark != NULL ? page->mark : "", NULL);

  worksheet_set_paper (sheet, sizes[page->size]);
  if (page->landscape)
    worksheet_set_landscape (sheet);
  worksheet_set_margins (sheet, INCHES (page->left), INCHES (page->right), INCHES (page->top),
                         INCHES (page->bottom));
  worksheet_set_footer_opt (sheet, footer, &margins);
  worksheet_center_horizontally (sheet);
  set_headings (sheet, page);
  worksheet_set_column (sheet, (lxw_col_t)page->columns, LAST_COLUMN, EMPTY_CHARS,
                        get_empty (self->book));
  if (page->rows > 0)
    worksheet_print_area (sheet, 0, 0, page->rows - 1, (lxw_col_t)(page->columns - 1));
  /* Pages that were planned break where they should only in the size they were planned in. */
  if (page->percent > 0)
    worksheet_set_print_scale (sheet, (uint16_t)page->percent);
  else
    worksheet_fit_to_pages (sheet, 1, 0);
  set_breaks (sheet, page->breaks);
}

/* A bar chart lies on its side: the library's x axis is the one below, so that labels stand on y.
 */
static void
set_axes (lxw_chart *chart, SzChartKind kind)
{
  lxw_chart_axis *values = kind == SZ_CHART_BAR ? chart->x_axis : chart->y_axis;
  lxw_chart_font small = { .size = LABEL_POINTS };

  if (kind == SZ_CHART_PIE)
    return;
  chart_legend_set_position (chart, LXW_CHART_LEGEND_NONE);
  chart_axis_set_num_format (values, "#,##0");
  if (kind != SZ_CHART_BAR)
    return;
  /* The first label on top, as the table has it, and the figures below all the same; no label is
     passed over for want of room. */
  chart_axis_set_interval_unit (chart->y_axis, 1);
  chart_axis_set_num_font (chart->y_axis, &small);
  chart_axis_set_reverse (chart->y_axis);
  chart_axis_set_crossing_max (chart->y_axis);
}

/* The figure behind the longest bar has room too. */
static void
leave_room (lxw_chart *drawn, const SzPaperChart *chart)
{
  gint64 least = 0, most = 0;
  double scale = 1;

  if (chart->kind != SZ_CHART_BAR || chart->names != NULL)
    return;
  for (guint i = 0; i < chart->n; i++)
    {
      least = MIN (least, chart->values[i]);
      most = MAX (most, chart->values[i]);
    }
  for (int i = 0; i < chart->decimals; i++)
    scale *= 10;
  if (most <= 0 || least < 0)
    return;
  chart_axis_set_min (drawn->x_axis, 0);
  chart_axis_set_max (drawn->x_axis, (double)most / scale * FIGURE_ROOM);
}

void
sz_book_add_chart (SzBookSheet *sheet,
                   const SzPaperChart *chart,
                   guint row,
                   guint first,
                   guint values,
                   double width,
                   double height)
{
  static const guint8 types[] = { [SZ_CHART_BAR] = LXW_CHART_BAR,
                                  [SZ_CHART_PIE] = LXW_CHART_PIE,
                                  [SZ_CHART_COLUMN] = LXW_CHART_COLUMN };
  lxw_chart_options options = { .x_scale = width / CHART_WIDTH,
                                .y_scale = height / CHART_HEIGHT,
                                .object_position = LXW_OBJECT_MOVE_DONT_SIZE };
  lxw_chart *drawn
      = workbook_add_chart (sheet->book->book,
                            chart->names != NULL ? LXW_CHART_BAR_STACKED : types[chart->kind]);
  lxw_row_t last = first + chart->n - 1;

  for (guint s = 0; s < chart->n_series; s++)
    {
      lxw_chart_series *series = chart_add_series (drawn, NULL, NULL);
      lxw_col_t column = (lxw_col_t)(values + s);

      chart_series_set_categories (series, sheet->name, first, 0, last, 0);
      chart_series_set_values (series, sheet->name, first, column, last, column);
      if (chart->names != NULL)
        chart_series_set_name_range (series, sheet->name, first - 1, column);
      chart_series_set_labels (series);
      if (chart->kind == SZ_CHART_PIE)
        chart_series_set_labels_options (series, LXW_FALSE, LXW_FALSE, LXW_TRUE);
    }
  chart_title_set_name (drawn, chart->title);
  set_axes (drawn, chart->kind);
  leave_room (drawn, chart);
  worksheet_insert_chart_opt (sheet->sheet, row, 0, drawn, &options);
}
