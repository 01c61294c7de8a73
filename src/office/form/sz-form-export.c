/* sz-form-export.c — writing a form, or the forms of a meeting 会议材料, into a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <errno.h>

#include "sz-form-make.h"
#include "sz-form-private.h"
#include "sz-form-rows.h"
#include "sz-office-note.h"
#include "sz-office-private.h"
#include "sz-outfile.h"
#include "sz-paper-mark.h"
#include "sz-rights.h"

static void
rows_written_cb (guint64 done, guint64 total, gpointer user_data)
{
  sz_progress_report (*(SzProgress *)user_data, "export", done, total);
}

typedef enum
{
  FILE_XLSX,
  FILE_PDF,
  FILE_CSV,
  FILE_UNKNOWN,
} FileType;

static FileType
find_type (const char *path)
{
  static const char *const suffixes[] = { ".xlsx", ".pdf", ".csv" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (int i = 0; i < FILE_UNKNOWN; i++)
    {
      if (g_str_has_suffix (lower, suffixes[i]))
        return (FileType)i;
    }
  return FILE_UNKNOWN;
}

/* What goes into the file: papers, or a workbook of its own. */
typedef struct
{
  const GPtrArray *papers;
  SzFormWrite workbook; /* NULL: the papers' */
  const SzFormParams *params;
} Content;

static gboolean
write_papers (SzOffice *office,
              const Content *content,
              const SzFormExport *wanted,
              const char *place,
              GError **error)
{
  const GPtrArray *papers = content->papers;
  SzPaper *const *all = (SzPaper *const *)papers->pdata;
  SzProgress progress = wanted->progress;
  const FileType type = find_type (wanted->path);

  if (type == FILE_XLSX && content->workbook != NULL)
    return content->workbook (office, content->params, place, error);
  if (type == FILE_XLSX)
    return sz_paper_write_xlsx (all, papers->len, place, rows_written_cb, &progress,
                                wanted->cancellable, error);
  if (type == FILE_PDF)
    return sz_paper_write_pdf (all, papers->len, place, rows_written_cb, &progress,
                               wanted->cancellable, error);
  return sz_paper_write_csv (all[0], place, rows_written_cb, &progress, wanted->cancellable, error);
}

/* The paper's own trouble names the place where it grew; what people know is the name they gave. */
static gboolean
fail_papers (SzOutfile *out, GError *fault, GError **error)
{
  g_autofree char *code = sz_error_dup_code (fault);

  if (g_str_equal (code, "file.disk_full"))
    {
      g_error_free (fault);
      return sz_outfile_fail (out, ENOSPC, error);
    }
  g_propagate_error (error, fault);
  return FALSE;
}

/* Takes @summary. Nothing goes out without a trace: the file gets its name only when the log knows
 * of it, with its hash (RULE aud-1). */
static gboolean
write_and_note (SzOffice *office,
                const Content *content,
                const SzFormExport *wanted,
                const char *kind,
                json_t *summary,
                GError **error)
{
  g_autoptr (SzOutfile) out = sz_outfile_new (wanted->path, error);
  const char *place = out != NULL ? sz_outfile_path (out) : NULL;
  GError *fault = NULL;

  /* A list is what somebody made of the register: it may show anything that is there. */
  if (place != NULL
      && (!sz_office_require (office, kind, error)
          || (wanted->params.with_ids && !sz_office_require (office, "export.numbers", error))))
    {
      json_decref (summary);
      return FALSE;
    }
  if (out != NULL && (wanted->params.with_ids || (wanted->id == NULL && wanted->ids == NULL)))
    sz_outfile_set_private (out);
  if (place != NULL && write_papers (office, content, wanted, place, &fault))
    return sz_office_note_file (office, kind, wanted->path, place, summary, error)
           && sz_outfile_commit (out, error);
  json_decref (summary);
  return place == NULL ? FALSE : fail_papers (out, fault, error);
}

static void
paper_freed_cb (gpointer data)
{
  sz_paper_unref (data);
}

/* What was asked, as the log keeps it: numbers as numbers. */
static json_t *
make_summary (const SzForm *form, const SzFormParams *params)
{
  json_t *summary = json_object ();

  json_object_set_new (summary, "form", json_string (form->id));
  for (const SzFormAsk *ask = sz_form_asks (); ask->word != NULL; ask++)
    {
      g_autofree char *text = sz_form_ask_dup (ask, params, FALSE);
      const gboolean is_number = ask->type == SZ_FORM_ASK_NUMBER || ask->type == SZ_FORM_ASK_RUN
                                 || ask->type == SZ_FORM_ASK_ID;

      if (text == NULL || ((form->needs | form->takes) & ask->bit) == 0)
        continue;
      if (ask->type == SZ_FORM_ASK_FLAG)
        json_object_set_new (summary, ask->word, json_true ());
      else
        json_object_set_new (summary, ask->word,
                             is_number ? json_integer (g_ascii_strtoll (text, NULL, 10))
                                       : json_string (text));
    }
  return summary;
}

static gboolean
export_form (SzOffice *office, const SzFormExport *wanted, GError **error)
{
  const SzFormEntry *entry = sz_form_find_entry (wanted->id);
  const SzForm *form = entry != NULL ? &entry->form : NULL;
  SzFormParams params = wanted->params;
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func (paper_freed_cb);
  Content content;
  SzPaper *paper;

  if (form != NULL && !sz_form_complete (office, form, &params, error))
    return FALSE;
  paper = sz_form_make (office, wanted->id, &params, wanted->cancellable, error);
  if (paper == NULL)
    return FALSE;
  g_ptr_array_add (papers, paper);
  content = (Content){ papers, entry->workbook, &params };
  if (entry->beside != NULL && find_type (wanted->path) == FILE_XLSX)
    {
      g_autoptr (GError) fault = NULL;

      paper = entry->beside (office, form, &params, wanted->cancellable, &fault);
      if (fault != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return FALSE;
        }
      if (paper != NULL)
        g_ptr_array_add (papers, paper);
    }
  return write_and_note (office, &content, wanted, "export.form", make_summary (form, &params),
                         error);
}

/* ---- several forms in one file, a contents sheet first ---- */

/* The contents are paper 1 of the file. */
static void
fill_contents_cb (gpointer data, guint index, SzFormRow *row)
{
  const SzForm *form = g_ptr_array_index ((GPtrArray *)data, index);
  const guint place = index + 2;

  sz_form_row_number (row, index + 1);
  /* Words for the program, "slips", are no number of a form. */
  if (g_ascii_isupper (form->id[0]))
    sz_form_row_text (row, form->id);
  else
    sz_form_row_empty (row);
  sz_form_row_link (row, form->title, place);
  sz_form_row_link (row, "", place);
}

static void
forms_freed_cb (gpointer data)
{
  g_ptr_array_unref (data);
}

static SzPaper *
make_contents (SzOffice *office, GPtrArray *forms, FileType type, GError **error)
{
  static const SzForm contents = { "meeting", "目录", 0, 0, NULL };
  static const SzTableOptions options = { 0 };
  g_autoptr (SzFormColumns) columns = sz_form_columns_new ();
  SzPaper *paper = sz_form_new_paper (office, &contents, "会议材料目录", "", error);

  if (paper == NULL)
    return NULL;
  sz_form_columns_add (columns, NULL, "序号", SZ_COLUMN_COUNT, 0, 6);
  sz_form_columns_add (columns, NULL, "表号", SZ_COLUMN_CODE, 0, 8)->dash = TRUE;
  sz_form_columns_add (columns, NULL, "材料名称", SZ_COLUMN_TEXT, 0, 44);
  sz_form_columns_add (columns, NULL, type == FILE_PDF ? "页码" : "工作表", SZ_COLUMN_PLACE, 0,
                       type == FILE_PDF ? 8 : 30);
  sz_form_add_table (paper, columns, &options,
                     (SzFormSource){ forms->len, fill_contents_cb, g_ptr_array_ref (forms),
                                     forms_freed_cb });
  return paper;
}

static gboolean
export_meeting (SzOffice *office, const SzFormExport *wanted, GError **error)
{
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func (paper_freed_cb);
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();
  g_autofree char *mark = NULL;
  json_t *summary;
  json_t *ids;
  SzPaper *paper;

  for (guint i = 0; wanted->ids[i] != NULL; i++)
    {
      paper = sz_form_make (office, wanted->ids[i], &wanted->params, wanted->cancellable, error);
      if (paper == NULL)
        return FALSE;
      g_ptr_array_add (papers, paper);
      g_ptr_array_add (forms, (gpointer)sz_form_find (wanted->ids[i]));
    }
  paper = make_contents (office, forms, find_type (wanted->path), error);
  if (paper == NULL)
    return FALSE;
  g_ptr_array_insert (papers, 0, paper);
  mark = sz_form_dup_mark (office, error);
  if (mark == NULL)
    return FALSE;
  for (guint i = 0; i < papers->len; i++)
    sz_paper_set_mark (papers->pdata[i], mark);
  summary = json_object ();
  ids = json_array ();
  for (guint i = 0; i < forms->len; i++)
    json_array_append_new (ids, json_string (((const SzForm *)g_ptr_array_index (forms, i))->id));
  json_object_set_new (summary, "forms", ids);
  return write_and_note (office, &(Content){ .papers = papers }, wanted, "export.meeting", summary,
                         error);
}

gboolean
sz_form_export (SzOffice *office, const SzFormExport *wanted, GError **error)
{
  g_autofree char *name = NULL;
  FileType type;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && wanted != NULL && wanted->path != NULL, FALSE);
  g_return_val_if_fail ((wanted->id == NULL) != (wanted->ids == NULL), FALSE);
  name = g_path_get_basename (wanted->path);
  type = find_type (wanted->path);
  /* A CSV file has no second sheet. */
  if (wanted->ids != NULL && (type == FILE_UNKNOWN || type == FILE_CSV))
    return sz_error_set (error, SZ_ERROR_FORMAT, "form.type_meeting", "file", name, NULL);
  if (type == FILE_UNKNOWN)
    return sz_error_set (error, SZ_ERROR_FORMAT, "form.type_unknown", "file", name, NULL);
  return wanted->ids != NULL ? export_meeting (office, wanted, error)
                             : export_form (office, wanted, error);
}

gboolean
sz_form_export_list (SzOffice *office,
                     SzPaper *paper,
                     const char *path,
                     SzProgress progress,
                     GCancellable *cancellable,
                     GError **error)
{
  const SzFormExport wanted = { .path = path, .progress = progress, .cancellable = cancellable };
  g_autoptr (GPtrArray) papers = g_ptr_array_new ();
  g_autofree char *name = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && paper != NULL && path != NULL, FALSE);
  name = g_path_get_basename (path);
  if (find_type (path) == FILE_UNKNOWN)
    return sz_error_set (error, SZ_ERROR_FORMAT, "form.type_unknown", "file", name, NULL);
  g_ptr_array_add (papers, paper);
  return write_and_note (office, &(Content){ .papers = papers }, &wanted, "export.list",
                         json_object (), error);
}
