/* sz-form.c — the printed forms: which there are, and writing one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form.h"

#include <errno.h>

#include "sz-form-private.h"
#include "sz-office-private.h"
#include "sz-outfile.h"
#include "sz-store-people.h"
#include "sz-store-total.h"
#include "sz-store-workload.h"
#include "sz-view-pay.h"

/* What must be in the database before a form makes sense. */
typedef enum
{
  DATA_PEOPLE,
  DATA_RUN,
  DATA_TEACHING,
  DATA_TRAINING,
  DATA_WORKLOAD,
  DATA_ASSESSMENTS,
  DATA_LEDGER,
  DATA_INCOMES,
} Data;

typedef struct
{
  SzForm form;
  Data data;
  SzFormMake make;
} Entry;

static const Entry entries[] = {
  { { "roster", "教职工花名册", SZ_FORM_NEEDS_DAY }, DATA_PEOPLE, sz_form_make_roster },
  { { "F16", "年度考核结果汇总表", SZ_FORM_NEEDS_YEAR }, DATA_ASSESSMENTS, sz_form_make_f16 },
  { { "F17", "年度绩效工资总量审批表", SZ_FORM_NEEDS_YEAR }, DATA_LEDGER, sz_form_make_f17 },
  { { "F18", "绩效工资总量执行情况表", SZ_FORM_NEEDS_YEAR }, DATA_LEDGER, sz_form_make_f18 },
  { { "F19", "奖励性绩效分配汇总表（部门）", SZ_FORM_NEEDS_RUN }, DATA_RUN, sz_form_make_f19 },
  { { "F20", "奖励性绩效发放明细表（个人）", SZ_FORM_NEEDS_RUN }, DATA_RUN, sz_form_make_f20 },
  { { "F21", "培训项目收支与绩效来源测算表", SZ_FORM_NEEDS_YEAR }, DATA_INCOMES, sz_form_make_f21 },
  { { "F24", "教师教学工作量统计表", SZ_FORM_NEEDS_YEAR }, DATA_TEACHING, sz_form_make_f24 },
  { { "F25", "培训工作量登记折算表", SZ_FORM_NEEDS_YEAR }, DATA_TRAINING, sz_form_make_f25 },
  { { "F26", "年度工作量汇总及超课时津贴表", SZ_FORM_NEEDS_YEAR },
    DATA_WORKLOAD,
    sz_form_make_f26 },
  { { "F33", "退休到龄预警名册", SZ_FORM_NEEDS_DAY }, DATA_PEOPLE, sz_form_make_f33 },
  { { "slips", "工资条（裁切）", SZ_FORM_NEEDS_RUN }, DATA_RUN, sz_form_make_slips },
  { { "slip", "工资条（每人一页）", SZ_FORM_NEEDS_RUN }, DATA_RUN, sz_form_make_slip },
};

static const Entry *
find_entry (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      if (g_ascii_strcasecmp (entries[i].form.id, id) == 0)
        return &entries[i];
    }
  return NULL;
}

const SzForm *
sz_form_find (const char *id)
{
  const Entry *entry = find_entry (id);

  return entry != NULL ? &entry->form : NULL;
}

/* One row is enough to know. */
static gboolean
row_seen_cb (gconstpointer row, gpointer user_data, GError **error)
{
  *(gboolean *)user_data = TRUE;
  return FALSE;
}

typedef gboolean (*EachRow) (SzStore *, SzRowFilter, SzRowFn, gpointer, GError **);

/* Whether any row of what a form prints is there. */
static gboolean
find_rows (SzStore *store, Data data, SzRowFilter filter, gboolean *there, GError **error)
{
  static const struct
  {
    Data data;
    EachRow each;
  } tables[] = {
    { DATA_TEACHING, sz_store_teaching_each },       { DATA_WORKLOAD, sz_store_teaching_each },
    { DATA_TRAINING, sz_store_training_each },       { DATA_WORKLOAD, sz_store_training_each },
    { DATA_ASSESSMENTS, sz_store_assessment_each },  { DATA_LEDGER, sz_store_ledger_each },
    { DATA_INCOMES, sz_store_training_income_each },
  };

  *there = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (tables) && !*there; i++)
    {
      if (tables[i].data == data && !tables[i].each (store, filter, row_seen_cb, there, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_data (SzOffice *office, Data data, gboolean *there, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  gint64 number = 0;
  gboolean known;

  if (data != DATA_RUN && data != DATA_PEOPLE)
    return find_rows (store, data, SZ_ROWS_ALL, there, error);
  known = data == DATA_RUN ? sz_view_pay_latest (office, &number, error)
                           : sz_store_people_count (store, &number, error);
  *there = number > 0;
  return known;
}

GPtrArray *
sz_form_list (SzOffice *office, GError **error)
{
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      gboolean there;

      if (!find_data (office, entries[i].data, &there, error))
        return NULL;
      if (there)
        g_ptr_array_add (forms, (gpointer)&entries[i].form);
    }
  return g_steal_pointer (&forms);
}

/* What the user left open: the latest run, today. */
static gboolean
complete_params (SzOffice *office, const Entry *entry, SzFormParams *params, GError **error)
{
  if ((entry->form.needs & SZ_FORM_NEEDS_DAY) != 0 && params->on == SZ_DATE_NONE)
    params->on = sz_office_today (office);
  if ((entry->form.needs & SZ_FORM_NEEDS_RUN) == 0 || params->run != 0)
    return TRUE;
  if (!sz_view_pay_latest (office, &params->run, error))
    return FALSE;
  return params->run != 0
         || sz_error_set (error, SZ_ERROR_REFUSED, "form.no_data", "form", entry->form.id, NULL);
}

/* A year without records is named, before anything that such a year lacks as well. */
static gboolean
check_year (SzOffice *office, const Entry *entry, int year, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  g_autofree char *text = g_strdup_printf ("%d", year);
  gboolean there = TRUE;

  if ((entry->form.needs & SZ_FORM_NEEDS_YEAR) == 0)
    return TRUE;
  if (!find_rows (store, entry->data, SZ_ROWS_OF_YEAR (year), &there, error))
    return FALSE;
  if (there)
    return TRUE;
  if (!find_rows (store, entry->data, SZ_ROWS_ALL, &there, error))
    return FALSE;
  return there
             ? sz_error_set (error, SZ_ERROR_REFUSED, "form.no_year", "form", entry->form.id,
                             "year", text, NULL)
             : sz_error_set (error, SZ_ERROR_REFUSED, "form.no_data", "form", entry->form.id, NULL);
}

SzPaper *
sz_form_make (SzOffice *office,
              const char *id,
              const SzFormParams *params,
              GCancellable *cancellable,
              GError **error)
{
  const Entry *entry = find_entry (id);
  SzFormParams complete = *params;
  SzStore *store = sz_office_get_store (office);
  SzPaper *paper = NULL;

  if (entry == NULL)
    {
      sz_error_set (error, SZ_ERROR_REFUSED, "form.unknown", "form", id, NULL);
      return NULL;
    }
  if (!sz_store_begin_read (store, error))
    return NULL;
  if (complete_params (office, entry, &complete, error)
      && check_year (office, entry, complete.year, error))
    paper = entry->make (office, &entry->form, &complete, cancellable, error);
  sz_store_end_read (store);
  return paper;
}

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

static gboolean
write_papers (SzPaper *const *papers,
              guint n,
              FileType type,
              const char *path,
              SzProgress progress,
              GCancellable *cancellable,
              GError **error)
{
  if (type == FILE_XLSX)
    return sz_paper_write_xlsx (papers, n, path, rows_written_cb, &progress, cancellable, error);
  if (type == FILE_PDF)
    return sz_paper_write_pdf (papers, n, path, rows_written_cb, &progress, cancellable, error);
  return sz_paper_write_csv (papers[0], path, rows_written_cb, &progress, cancellable, error);
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
                SzPaper *const *papers,
                guint n,
                const char *path,
                const char *kind,
                json_t *summary,
                SzProgress progress,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (SzOutfile) out = sz_outfile_new (path, error);
  const char *place = out != NULL ? sz_outfile_path (out) : NULL;
  GError *fault = NULL;

  if (place != NULL
      && write_papers (papers, n, find_type (path), place, progress, cancellable, &fault))
    return sz_office_note_file (office, kind, path, place, summary, error)
           && sz_outfile_commit (out, error);
  json_decref (summary);
  return place == NULL ? FALSE : fail_papers (out, fault, error);
}

static json_t *
make_summary (const SzForm *form, const SzFormParams *params)
{
  g_autofree char *on = sz_date_format (params->on);
  json_t *summary = json_object ();

  json_object_set_new (summary, "form", json_string (form->id));
  if ((form->needs & SZ_FORM_NEEDS_YEAR) != 0)
    json_object_set_new (summary, "year", json_integer (params->year));
  if ((form->needs & SZ_FORM_NEEDS_RUN) != 0)
    json_object_set_new (summary, "run", json_integer (params->run));
  if ((form->needs & SZ_FORM_NEEDS_DAY) != 0)
    json_object_set_new (summary, "on", json_string (on));
  return summary;
}

gboolean
sz_form_export (SzOffice *office,
                const char *id,
                const SzFormParams *params,
                const char *path,
                SzProgress progress,
                GCancellable *cancellable,
                GError **error)
{
  FileType type = find_type (path);
  const Entry *entry = find_entry (id);
  SzFormParams complete = *params;
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (SzPaper) paper = NULL;

  if (type == FILE_UNKNOWN)
    return sz_error_set (error, SZ_ERROR_FORMAT, "form.type_unknown", "file", name, NULL);
  if (entry != NULL && !complete_params (office, entry, &complete, error))
    return FALSE;
  paper = sz_form_make (office, id, &complete, cancellable, error);
  if (paper == NULL)
    return FALSE;
  return write_and_note (office, &paper, 1, path, "export.form",
                         make_summary (&entry->form, &complete), progress, cancellable, error);
}

gboolean
sz_form_export_list (SzOffice *office,
                     SzPaper *paper,
                     const char *path,
                     SzProgress progress,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && paper != NULL && path != NULL, FALSE);
  name = g_path_get_basename (path);
  if (find_type (path) == FILE_UNKNOWN)
    return sz_error_set (error, SZ_ERROR_FORMAT, "form.type_unknown", "file", name, NULL);
  return write_and_note (office, &paper, 1, path, "export.list", json_object (), progress,
                         cancellable, error);
}

/* ---- 会议材料: several forms in one file, a contents sheet first ---- */

typedef struct
{
  GPtrArray *papers; /* of SzPaper */
  GPtrArray *forms;  /* of SzForm, borrowed */
} Meeting;

static void
clear_meeting (Meeting *meeting)
{
  g_clear_pointer (&meeting->papers, g_ptr_array_unref);
  g_clear_pointer (&meeting->forms, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Meeting, clear_meeting)

static void
paper_freed_cb (gpointer data)
{
  sz_paper_unref (data);
}

static void
fill_contents_cb (gpointer data, guint index, SzFormRow *row)
{
  const SzForm *form = g_ptr_array_index ((GPtrArray *)data, index);

  sz_form_row_number (row, index + 1);
  sz_form_row_text (row, form->id);
  sz_form_row_text (row, form->title);
}

static void
forms_freed_cb (gpointer data)
{
  g_ptr_array_unref (data);
}

static SzPaper *
make_contents (SzOffice *office, GPtrArray *forms, GError **error)
{
  static const SzForm contents = { "meeting", "目录", 0 };
  static const SzTableOptions options = { 0 };
  g_autoptr (SzFormColumns) columns = sz_form_columns_new ();
  SzPaper *paper = sz_form_new_paper (office, &contents, "会议材料目录", "", error);

  if (paper == NULL)
    return NULL;
  sz_form_columns_add (columns, NULL, "序号", SZ_COLUMN_COUNT, 0, 6);
  sz_form_columns_add (columns, NULL, "表号", SZ_COLUMN_CODE, 0, 10);
  sz_form_columns_add (columns, NULL, "材料名称", SZ_COLUMN_TEXT, 0, 50);
  sz_form_add_table (paper, columns, &options, forms->len, fill_contents_cb,
                     g_ptr_array_ref (forms), forms_freed_cb);
  return paper;
}

static gboolean
gather_meeting (SzOffice *office,
                const char *const *ids,
                const SzFormParams *params,
                Meeting *meeting,
                GCancellable *cancellable,
                GError **error)
{
  SzPaper *contents;

  meeting->papers = g_ptr_array_new_with_free_func (paper_freed_cb);
  meeting->forms = g_ptr_array_new ();
  for (guint i = 0; ids[i] != NULL; i++)
    {
      SzPaper *paper = sz_form_make (office, ids[i], params, cancellable, error);

      if (paper == NULL)
        return FALSE;
      g_ptr_array_add (meeting->papers, paper);
      g_ptr_array_add (meeting->forms, (gpointer)&find_entry (ids[i])->form);
    }
  contents = make_contents (office, meeting->forms, error);
  if (contents != NULL)
    g_ptr_array_insert (meeting->papers, 0, contents);
  return contents != NULL;
}

gboolean
sz_form_export_meeting (SzOffice *office,
                        const char *const *ids,
                        const SzFormParams *params,
                        const char *path,
                        SzProgress progress,
                        GCancellable *cancellable,
                        GError **error)
{
  FileType type = find_type (path);
  g_autofree char *name = g_path_get_basename (path);
  g_auto (Meeting) meeting = { 0 };
  json_t *summary;
  json_t *forms;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ids != NULL && params != NULL, FALSE);
  /* A CSV file has no second sheet. */
  if (type == FILE_UNKNOWN || type == FILE_CSV)
    return sz_error_set (error, SZ_ERROR_FORMAT, "form.type_meeting", "file", name, NULL);
  if (!gather_meeting (office, ids, params, &meeting, cancellable, error))
    return FALSE;
  summary = json_object ();
  forms = json_array ();
  for (guint i = 0; i < meeting.forms->len; i++)
    json_array_append_new (forms, json_string (
                                      ((const SzForm *)g_ptr_array_index (meeting.forms, i))->id));
  json_object_set_new (summary, "forms", forms);
  return write_and_note (office, (SzPaper *const *)meeting.papers->pdata, meeting.papers->len, path,
                         "export.meeting", summary, progress, cancellable, error);
}

SzPaper *
sz_form_new_paper (
    SzOffice *office, const SzForm *form, const char *title, const char *unit, GError **error)
{
  g_autofree char *college = sz_office_dup_college (office, error);
  g_autofree char *today = sz_date_format_cn (sz_office_today (office));
  g_autofree char *left = NULL;
  g_autofree char *middle = NULL;
  SzPaper *paper;

  if (college == NULL)
    return NULL;
  left = g_strconcat ("填报单位（盖章）：", college, NULL);
  middle = g_strconcat ("填报日期：", today, NULL);
  paper = sz_paper_new (form->title, SZ_ORIENTATION_AUTO);
  sz_paper_add_title (paper, title);
  sz_paper_add_headline (paper, left, middle, unit);
  return paper;
}

char *
sz_form_dup_basis (const SzPayView *view)
{
  g_autofree char *from = sz_date_format_cn (view->head.from);
  g_autofree char *to = sz_date_format_cn (view->head.to);

  return g_strdup_printf ("依据：%s（第 %" G_GINT64_FORMAT " 次计算，%s至%s）", view->head.name,
                          view->head.run, from, to);
}

SzPaper *
sz_form_refuse_empty (const SzForm *form, GError **error)
{
  sz_error_set (error, SZ_ERROR_REFUSED, "form.no_data", "form", form->id, NULL);
  return NULL;
}

char *
sz_form_dup_name (const char *name)
{
  const char *second;

  if (name == NULL || g_utf8_strlen (name, -1) != 2)
    return g_strdup (name);
  second = g_utf8_next_char (name);
  return g_strdup_printf ("%.*s　%s", (int)(second - name), name, second);
}
