/* sz-form-f21.c — F21 培训项目收支与绩效来源测算表
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-private.h"
#include "sz-total-act.h"

typedef struct
{
  SzTotalView *view;
  gboolean has_names; /* some training record tells what a project was */
} Projects;

static void
projects_freed_cb (gpointer data)
{
  Projects *projects = data;

  sz_total_view_free (projects->view);
  g_free (projects);
}

static void
fill_project_cb (gpointer data, guint index, SzFormRow *row)
{
  const Projects *projects = data;
  const SzTotalView *view = projects->view;
  const SzTotalProject *project = &g_array_index (view->projects, SzTotalProject, index);

  sz_form_row_text (row, project->code);
  if (projects->has_names)
    {
      sz_form_row_text (row, project->name);
      sz_form_row_text (row, project->category);
      sz_form_row_number (row, project->sessions);
    }
  sz_form_row_number (row, project->person_times);
  if (projects->has_names)
    sz_form_row_number (row, project->hours_x100);
  sz_form_row_number (row, project->income_fen);
  sz_form_row_number (row, project->cost_fen);
  sz_form_row_number (row, project->net_fen);
  sz_form_row_number (row, view->rules.train_ratio_x1e4);
  sz_form_row_number (row, project->available_fen);
}

static SzFormColumns *
make_project_columns (const Projects *projects)
{
  SzFormColumns *columns = sz_form_columns_new ();

  sz_form_columns_add (columns, NULL, "项目编号", SZ_COLUMN_CODE, 0, 12);
  if (projects->has_names)
    {
      sz_form_columns_add (columns, NULL, "项目名称", SZ_COLUMN_TEXT, 0, 22)->dash = TRUE;
      sz_form_columns_add (columns, NULL, "项目类别", SZ_COLUMN_TEXT, 0, 10)->dash = TRUE;
      sz_form_columns_add (columns, NULL, "期次", SZ_COLUMN_COUNT, 0, 6)->total = SZ_TOTAL_SUM;
    }
  sz_form_columns_add (columns, NULL, "人次", SZ_COLUMN_COUNT, 0, 8)->total = SZ_TOTAL_SUM;
  if (projects->has_names)
    sz_form_columns_add_sum (columns, NULL, "授课学时", SZ_HOURS_DECIMALS, 10);
  sz_form_columns_add_amount (columns, NULL, "收入")->width = 14;
  sz_form_columns_add_amount (columns, NULL, "成本")->width = 14;
  sz_form_columns_add_amount (columns, NULL, "净收入")->width = 14;
  sz_form_columns_add (columns, NULL, "比例", SZ_COLUMN_DECIMAL, SZ_RATIO_DECIMALS, 8);
  sz_form_columns_add_amount (columns, NULL, "可用额")->width = 14;
  return columns;
}

/* RULE pay-2: how it is used, and by which document. */
static void
add_mode (SzPaper *paper, const SzTotalView *view)
{
  g_autofree char *hours = sz_decimal_format (view->person_hours_x100, SZ_HOURS_DECIMALS);
  g_autofree char *students = sz_decimal_format (view->students_x100, SZ_HOURS_DECIMALS);
  g_autofree char *load = NULL;

  const gboolean addon = view->rules.train_mode == SZ_TRAIN_APPROVED_ADDON;
  g_autofree char *text
      = addon ? g_strdup_printf ("方式：经批准核增（X3），批文号：%s。",
                                 view->train_document != NULL ? view->train_document : "无")
              : g_strdup ("方式：作为核定总量内的资金来源，受核定总量限制。");

  sz_paper_add_text (paper, text);
  sz_paper_add_text (paper,
                     "可用额按全年净收入×比例计算一次，按各项目净收入分摊到分；亏损项目为 0。");
  if (view->person_hours_x100 == 0)
    return;
  load = g_strdup_printf ("全年培训 %s 人·课时，折合全日制学生 %s 人。", hours, students);
  sz_paper_add_text (paper, load);
}

SzPaper *
sz_form_make_f21 (SzOffice *office,
                  const SzForm *form,
                  const SzFormParams *params,
                  GCancellable *cancellable,
                  GError **error)
{
  static const char *const signatures[]
      = { "培训处", "财务处", "人事处", "制表人", "联系电话", NULL };
  static const SzTableOptions options
      = { .total_label = "合计", .uppercase = TRUE, .autofilter = TRUE };
  g_autofree char *title = g_strdup_printf ("%d年%s", params->year, form->title);
  g_autoptr (SzFormColumns) columns = NULL;
  SzTotalView *view = sz_office_total (office, params->year, error);
  Projects *projects;
  SzPaper *paper;

  if (view == NULL)
    return NULL;
  projects = g_new0 (Projects, 1);
  projects->view = view;
  for (guint i = 0; i < view->projects->len; i++)
    projects->has_names |= g_array_index (view->projects, SzTotalProject, i).sessions > 0;
  paper = view->projects->len > 0 ? sz_form_new_paper (office, form, title, "单位：元、课时", error)
                                  : sz_form_refuse_empty (form, error);
  if (paper == NULL)
    {
      projects_freed_cb (projects);
      return NULL;
    }
  columns = make_project_columns (projects);
  sz_form_add_table (paper, columns, &options, view->projects->len, fill_project_cb, projects,
                     projects_freed_cb);
  add_mode (paper, view);
  sz_paper_add_signatures (paper, signatures);
  return paper;
}
