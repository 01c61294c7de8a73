/* sz-template-xlsx.c — an empty workbook to fill in (beside sz-paper-xlsx.c the other file with
 * xlsxwriter.h)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-template-xlsx.h"

#include <errno.h>
#include <xlsxwriter.h>

#include "sz-outfile.h"

#define CHOICES_SHEET "代码"
#define EXAMPLE_MARK "示例"
#define HEADING_GREY 0xEDEDED
#define EXAMPLE_GREY 0x808080
#define HEADING_HEIGHT 24
#define WIDTH_MIN 10
#define WIDTH_MARGIN 4
/* The library's own moment in a file would make equal templates unequal. */
#define CREATED 1735689600

typedef struct
{
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_worksheet *choices;
  lxw_format *heading;
  lxw_format *example;
  lxw_format *formats[SZ_TEMPLATE_NUMBER + 1];
} Template;

static void
make_formats (Template *self)
{
  self->heading = workbook_add_format (self->book);
  format_set_bold (self->heading);
  format_set_border (self->heading, LXW_BORDER_THIN);
  format_set_bg_color (self->heading, HEADING_GREY);
  format_set_align (self->heading, LXW_ALIGN_CENTER);
  format_set_align (self->heading, LXW_ALIGN_VERTICAL_CENTER);

  self->example = workbook_add_format (self->book);
  format_set_italic (self->example);
  format_set_font_color (self->example, EXAMPLE_GREY);
  format_set_num_format (self->example, "@");

  self->formats[SZ_TEMPLATE_TEXT] = workbook_add_format (self->book);
  format_set_num_format (self->formats[SZ_TEMPLATE_TEXT], "@");
  self->formats[SZ_TEMPLATE_DATE] = workbook_add_format (self->book);
  format_set_num_format (self->formats[SZ_TEMPLATE_DATE], "yyyy-mm-dd");
  self->formats[SZ_TEMPLATE_NUMBER] = workbook_add_format (self->book);
}

/* Chinese characters count two, as spreadsheet programs measure columns. */
static double
measure (const char *text)
{
  double width = 0;

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return width;
}

static lxw_error
add_choices (Template *self, const SzTemplateColumn *column, lxw_col_t at, guint rows)
{
  lxw_data_validation validation = { .validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
                                     .ignore_blank = LXW_VALIDATION_ON,
                                     .dropdown = LXW_VALIDATION_ON,
                                     .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING };
  char letters[LXW_MAX_COL_NAME_LENGTH];
  g_autofree char *range = NULL;
  lxw_row_t n = 0;
  lxw_error fault = LXW_NO_ERROR;

  for (; column->choices[n] != NULL && fault == LXW_NO_ERROR; n++)
    fault = worksheet_write_string (self->choices, n, at, column->choices[n], NULL);
  if (fault != LXW_NO_ERROR || n == 0)
    return fault;
  lxw_col_to_name (letters, at, LXW_TRUE);
  range = g_strdup_printf ("='" CHOICES_SHEET "'!%s$1:%s$%u", letters, letters, n);
  validation.value_formula = range;
  return worksheet_data_validation_range (self->sheet, 1, at, rows, at, &validation);
}

static lxw_error
add_column (Template *self, const SzTemplateColumn *column, lxw_col_t at, guint rows)
{
  g_autofree char *heading = g_strconcat (column->heading, column->required ? "*" : "", NULL);
  g_autofree char *example = g_strconcat (at == 0 ? EXAMPLE_MARK " " : "",
                                          column->example != NULL ? column->example : "", NULL);
  double width = MAX (measure (heading), measure (example)) + WIDTH_MARGIN;
  lxw_error fault;

  fault = worksheet_set_column (self->sheet, at, at, MAX (width, WIDTH_MIN),
                                self->formats[column->format]);
  if (fault == LXW_NO_ERROR)
    fault = worksheet_write_string (self->sheet, 0, at, heading, self->heading);
  if (fault == LXW_NO_ERROR && column->note != NULL)
    fault = worksheet_write_comment (self->sheet, 0, at, column->note);
  if (fault == LXW_NO_ERROR && *example != '\0')
    fault = worksheet_write_string (self->sheet, 1, at, g_strchomp (example), self->example);
  if (fault == LXW_NO_ERROR && column->choices != NULL)
    fault = add_choices (self, column, at, rows);
  return fault;
}

static lxw_error
fill_book (
    Template *self, const char *name, const SzTemplateColumn *columns, guint n_columns, guint rows)
{
  lxw_doc_properties properties = { .created = (time_t)CREATED };
  lxw_error fault = workbook_set_properties (self->book, &properties);

  self->sheet = workbook_add_worksheet (self->book, name);
  self->choices = workbook_add_worksheet (self->book, CHOICES_SHEET);
  if (self->sheet == NULL || self->choices == NULL)
    return LXW_ERROR_PARAMETER_VALIDATION;
  make_formats (self);
  worksheet_hide (self->choices);
  worksheet_freeze_panes (self->sheet, 1, 0);
  worksheet_set_row (self->sheet, 0, HEADING_HEIGHT, NULL);
  for (guint i = 0; i < n_columns && fault == LXW_NO_ERROR; i++)
    fault = add_column (self, &columns[i], (lxw_col_t)i, rows);
  return fault;
}

gboolean
sz_template_write_xlsx (const char *path,
                        const char *name,
                        const SzTemplateColumn *columns,
                        guint n_columns,
                        guint rows,
                        GError **error)
{
  g_autoptr (SzOutfile) out = sz_outfile_new (path, error);
  lxw_workbook_options options = { 0 };
  Template self = { 0 };
  lxw_error fault;

  if (out == NULL)
    return FALSE;
  options.tmpdir = (char *)sz_outfile_folder (out);
  self.book = workbook_new_opt (sz_outfile_path (out), &options);
  if (self.book == NULL)
    return sz_outfile_fail (out, ENOMEM, error);
  fault = fill_book (&self, name, columns, n_columns, rows);
  if (fault != LXW_NO_ERROR)
    {
      lxw_workbook_free (self.book);
      return sz_outfile_fail (out, EINVAL, error);
    }
  errno = 0;
  if (workbook_close (self.book) != LXW_NO_ERROR)
    return sz_outfile_fail (out, errno != 0 ? errno : EIO, error);
  return sz_outfile_commit (out, error);
}
