/* sz-fill-xlsx.c — a workbook that others fill in: locked but for the cells that are theirs (a
 * third file with xlsxwriter.h)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-fill-xlsx.h"

#include <errno.h>
#include <xlsxwriter.h>

#include "sz-outfile.h"

#define HEADING_GREY 0xEDEDED
#define INPUT_YELLOW 0xFFF2CC
#define TITLE_SIZE 16
#define FEN_A_YUAN 100.0
/* The library's own moment in a file would make equal workbooks unequal. */
#define UPRIGHT_COLUMNS 8 /* more of them lie */
#define MARGIN 0.4        /* inches */
#define MARGIN_TALL 0.6
#define CREATED 1735689600

typedef enum
{
  FORMAT_TITLE,
  FORMAT_LINE,
  FORMAT_HEADING,
  FORMAT_TEXT,
  FORMAT_COUNT,
  FORMAT_AMOUNT,
  FORMAT_INPUT,
  FORMAT_NOTE,
  FORMAT_WRONG,
  N_FORMATS
} Format;

typedef struct
{
  const SzFillSheet *source;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *formats[N_FORMATS];
  lxw_row_t row;   /* the next one */
  lxw_row_t first; /* of the data */
  lxw_error fault; /* the first that happened */
} Fill;

static void
keep (Fill *fill, lxw_error fault)
{
  if (fill->fault == LXW_NO_ERROR)
    fill->fault = fault;
}

static void
make_formats (Fill *fill)
{
  for (int i = 0; i < N_FORMATS; i++)
    {
      fill->formats[i] = workbook_add_format (fill->book);
      if (i != FORMAT_TITLE && i != FORMAT_LINE && i != FORMAT_WRONG)
        format_set_border (fill->formats[i], LXW_BORDER_THIN);
    }
  format_set_bold (fill->formats[FORMAT_TITLE]);
  format_set_font_size (fill->formats[FORMAT_TITLE], TITLE_SIZE);
  format_set_align (fill->formats[FORMAT_TITLE], LXW_ALIGN_CENTER);
  format_set_bold (fill->formats[FORMAT_HEADING]);
  format_set_bg_color (fill->formats[FORMAT_HEADING], HEADING_GREY);
  format_set_align (fill->formats[FORMAT_HEADING], LXW_ALIGN_CENTER);
  format_set_text_wrap (fill->formats[FORMAT_HEADING]);
  format_set_num_format (fill->formats[FORMAT_TEXT], "@");
  format_set_num_format (fill->formats[FORMAT_AMOUNT], "#,##0.00");
  format_set_num_format (fill->formats[FORMAT_INPUT], "#,##0.00");
  format_set_bg_color (fill->formats[FORMAT_INPUT], INPUT_YELLOW);
  format_set_unlocked (fill->formats[FORMAT_INPUT]);
  format_set_unlocked (fill->formats[FORMAT_NOTE]);
  format_set_font_color (fill->formats[FORMAT_WRONG], LXW_COLOR_RED);
  format_set_bold (fill->formats[FORMAT_WRONG]);
}

static void
write_head (Fill *fill)
{
  const SzFillSheet *source = fill->source;

  keep (fill, worksheet_merge_range (fill->sheet, 0, 0, 0, (lxw_col_t)(source->n_columns - 1),
                                     source->title, fill->formats[FORMAT_TITLE]));
  fill->row = 1;
  for (guint i = 0; source->lines[i] != NULL; i++, fill->row++)
    for (guint j = 0; source->lines[i][j] != NULL; j++)
      /* Two columns apart, so that they do not run into each other. */
      keep (fill, worksheet_write_string (fill->sheet, fill->row, (lxw_col_t)(2 * j),
                                          source->lines[i][j], fill->formats[FORMAT_LINE]));
  for (guint i = 0; i < source->n_columns; i++)
    {
      keep (fill, worksheet_set_column (fill->sheet, (lxw_col_t)i, (lxw_col_t)i,
                                        source->columns[i].width, NULL));
      keep (fill,
            worksheet_write_string (fill->sheet, fill->row, (lxw_col_t)i,
                                    source->columns[i].heading, fill->formats[FORMAT_HEADING]));
    }
  fill->first = ++fill->row;
  worksheet_freeze_panes (fill->sheet, fill->first, 0);
}

static void
write_cell (Fill *fill, lxw_col_t at, const SzFillColumn *column, const SzFillCell *cell)
{
  const double yuan = (double)cell->number / FEN_A_YUAN;

  switch (column->kind)
    {
    case SZ_FILL_COUNT:
      keep (fill, worksheet_write_number (fill->sheet, fill->row, at, (double)cell->number,
                                          fill->formats[FORMAT_COUNT]));
      return;
    case SZ_FILL_AMOUNT:
      if (cell->text == NULL)
        {
          keep (fill, worksheet_write_number (fill->sheet, fill->row, at, yuan,
                                              fill->formats[FORMAT_AMOUNT]));
          return;
        }
      break;
    case SZ_FILL_INPUT:
      if (cell->text == NULL)
        {
          keep (fill,
                worksheet_write_blank (fill->sheet, fill->row, at, fill->formats[FORMAT_INPUT]));
          return;
        }
      break;
    case SZ_FILL_NOTE:
      keep (fill, worksheet_write_blank (fill->sheet, fill->row, at, fill->formats[FORMAT_NOTE]));
      return;
    case SZ_FILL_REST:
      keep (fill, worksheet_write_blank (fill->sheet, fill->row, at, fill->formats[FORMAT_TEXT]));
      return;
    case SZ_FILL_TEXT:
    default:
      break;
    }
  keep (fill,
        worksheet_write_string (fill->sheet, fill->row, at, cell->text != NULL ? cell->text : "",
                                fill->formats[FORMAT_TEXT]));
}

/* An amount of 0 or more with at most two decimals. */
static void
validate_column (Fill *fill, lxw_col_t at)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH];
  g_autofree char *formula = NULL;
  lxw_data_validation validation
      = { .validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA,
          .ignore_blank = LXW_VALIDATION_ON,
          .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
          .error_title = (char *)"金额",
          .error_message = (char *)"请填写不小于 0、最多两位小数的金额。" };

  lxw_rowcol_to_cell (cell, fill->first, at);
  formula = g_strdup_printf ("=AND(ISNUMBER(%s),%s>=0,ROUND(%s,2)=%s)", cell, cell, cell, cell);
  validation.value_formula = formula;
  keep (fill, worksheet_data_validation_range (fill->sheet, fill->first, at, fill->row - 1, at,
                                               &validation));
}

static double
sum_column (const SzFillSheet *source, guint at)
{
  gint64 sum_fen = 0;

  for (guint i = 0; i < source->n_rows && source->columns[at].kind == SZ_FILL_AMOUNT; i++)
    sum_fen += source->cells[i * source->n_columns + at].number;
  return (double)sum_fen / FEN_A_YUAN;
}

/* SUM over the rows; of a rest the pool less the SUM before it, red unless it is 0. */
static void
write_total (Fill *fill, guint at)
{
  const SzFillColumn *column = &fill->source->columns[at];
  lxw_conditional_format wrong = { .type = LXW_CONDITIONAL_TYPE_CELL,
                                   .criteria = LXW_CONDITIONAL_CRITERIA_NOT_EQUAL_TO,
                                   .value = 0,
                                   .format = fill->formats[FORMAT_WRONG] };
  char first[LXW_MAX_CELL_NAME_LENGTH];
  char last[LXW_MAX_CELL_NAME_LENGTH];
  g_autofree char *formula = NULL;
  double value;

  if (column->kind == SZ_FILL_REST)
    {
      lxw_rowcol_to_cell (first, fill->row, (lxw_col_t)(at - 1));
      formula = g_strdup_printf ("=ROUND(%" G_GINT64_FORMAT ".%02d-%s,2)", column->pool_fen / 100,
                                 (int)(column->pool_fen % 100), first);
      value = (double)column->pool_fen / FEN_A_YUAN;
    }
  else
    {
      lxw_rowcol_to_cell (first, fill->first, (lxw_col_t)at);
      lxw_rowcol_to_cell (last, fill->row - 1, (lxw_col_t)at);
      formula = g_strdup_printf ("=SUM(%s:%s)", first, last);
      value = sum_column (fill->source, at);
    }
  keep (fill, worksheet_write_formula_num (fill->sheet, fill->row, (lxw_col_t)at, formula,
                                           fill->formats[FORMAT_AMOUNT], value));
  if (column->kind == SZ_FILL_REST)
    keep (fill, worksheet_conditional_format_cell (fill->sheet, fill->row, (lxw_col_t)at, &wrong));
}

static void
write_body (Fill *fill)
{
  const SzFillSheet *source = fill->source;

  for (guint i = 0; i < source->n_rows; i++, fill->row++)
    for (guint j = 0; j < source->n_columns; j++)
      write_cell (fill, (lxw_col_t)j, &source->columns[j],
                  &source->cells[i * source->n_columns + j]);
  keep (fill,
        worksheet_write_string (fill->sheet, fill->row, 0, "合计", fill->formats[FORMAT_HEADING]));
  for (guint j = 0; j < source->n_columns && source->n_rows > 0; j++)
    {
      SzFillKind kind = source->columns[j].kind;

      if (kind == SZ_FILL_INPUT)
        validate_column (fill, (lxw_col_t)j);
      if (kind == SZ_FILL_AMOUNT || kind == SZ_FILL_INPUT || kind == SZ_FILL_REST)
        write_total (fill, j);
      else if (j > 0)
        keep (fill, worksheet_write_blank (fill->sheet, fill->row, (lxw_col_t)j,
                                           fill->formats[FORMAT_HEADING]));
    }
  fill->row += 2;
  for (guint i = 0; source->signatures[i] != NULL; i++)
    keep (fill, worksheet_write_string (fill->sheet, fill->row, (lxw_col_t)(2 * i),
                                        source->signatures[i], fill->formats[FORMAT_LINE]));
}

static void
fill_book (Fill *fill)
{
  lxw_doc_properties properties = { .created = (time_t)CREATED };
  lxw_protection protection = { .no_select_locked_cells = LXW_FALSE };

  keep (fill, workbook_set_properties (fill->book, &properties));
  fill->sheet = workbook_add_worksheet (fill->book, fill->source->name);
  if (fill->sheet == NULL)
    {
      keep (fill, LXW_ERROR_PARAMETER_VALIDATION);
      return;
    }
  make_formats (fill);
  write_head (fill);
  write_body (fill);
  worksheet_protect (fill->sheet, NULL, &protection);
  worksheet_set_paper (fill->sheet, 9); /* A4 */
  if (fill->source->n_columns > UPRIGHT_COLUMNS)
    worksheet_set_landscape (fill->sheet);
  worksheet_set_margins (fill->sheet, MARGIN, MARGIN, MARGIN_TALL, MARGIN_TALL);
  keep (fill, worksheet_set_footer (fill->sheet, "&C第 &P 页 共 &N 页"));
  worksheet_fit_to_pages (fill->sheet, 1, 0);
  worksheet_repeat_rows (fill->sheet, fill->first - 1, fill->first - 1);
}

gboolean
sz_fill_write_xlsx (const SzFillSheet *sheet, const char *path, GError **error)
{
  g_autoptr (SzOutfile) out = NULL;
  lxw_workbook_options options = { 0 };
  Fill fill = { .source = sheet, .fault = LXW_NO_ERROR };

  g_return_val_if_fail (sheet != NULL && path != NULL && sheet->n_columns > 1, FALSE);
  out = sz_outfile_new (path, error);
  if (out == NULL)
    return FALSE;
  options.tmpdir = (char *)sz_outfile_folder (out);
  fill.book = workbook_new_opt (sz_outfile_path (out), &options);
  if (fill.book == NULL)
    return sz_outfile_fail (out, ENOMEM, error);
  fill_book (&fill);
  if (fill.fault != LXW_NO_ERROR)
    {
      lxw_workbook_free (fill.book);
      return sz_outfile_fail (out, EINVAL, error);
    }
  errno = 0;
  if (workbook_close (fill.book) != LXW_NO_ERROR)
    return sz_outfile_fail (out, errno != 0 ? errno : EIO, error);
  return sz_outfile_commit (out, error);
}
