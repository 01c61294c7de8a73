/* sz-form-f21.c — F21 培训项目收支与绩效来源测算表
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-forms-workload.h"
#include "sz-total-act.h"

typedef struct
{
  SzTotalProject project; /* borrowed from the view */
  gint64 ratio_x1e4;
  gboolean has_names; /* some training record tells what a project was */
} Row;

static const SzFormColumn columns[] = {
  SZ_FORM_COL_TEXT (Row, project.code, SZ_COL ("项目编号", CODE, 12)),
  SZ_FORM_COL_TEXT (Row,
                    project.name,
                    SZ_COL ("项目名称", TEXT, 22, .dash = TRUE),
                    .has = SZ_FORM_HAS (Row, has_names),
                    .absent = TRUE),
  SZ_FORM_COL_TEXT (Row,
                    project.category,
                    SZ_COL ("项目类别", TEXT, 10, .dash = TRUE),
                    .has = SZ_FORM_HAS (Row, has_names),
                    .absent = TRUE),
  SZ_FORM_COL_NUMBER (Row,
                      project.sessions,
                      SZ_COL ("期次", COUNT, 6, .total = SZ_TOTAL_SUM),
                      .has = SZ_FORM_HAS (Row, has_names),
                      .absent = TRUE),
  SZ_FORM_COL_NUMBER (Row, project.person_times, SZ_COL ("人次", COUNT, 8, .total = SZ_TOTAL_SUM)),
  SZ_FORM_COL_NUMBER (Row,
                      project.hours_x100,
                      SZ_COL ("授课学时",
                              DECIMAL,
                              10,
                              .decimals = SZ_HOURS_DECIMALS,
                              .total = SZ_TOTAL_SUM),
                      .has = SZ_FORM_HAS (Row, has_names),
                      .absent = TRUE),
  SZ_FORM_COL_NUMBER (Row, project.income_fen, SZ_COL_AMOUNT ("收入", 14)),
  SZ_FORM_COL_NUMBER (Row, project.cost_fen, SZ_COL_AMOUNT ("成本", 14)),
  SZ_FORM_COL_NUMBER (Row, project.net_fen, SZ_COL_AMOUNT ("净收入", 14)),
  SZ_FORM_COL_NUMBER (Row, ratio_x1e4, SZ_COL ("比例", DECIMAL, 8, .decimals = SZ_RATIO_DECIMALS)),
  SZ_FORM_COL_NUMBER (Row, project.available_fen, SZ_COL_AMOUNT ("可用额", 14)),
  SZ_FORM_COL_END,
};

/* RULE pay-2: how it is used, and by which document. */
static void
add_mode (SzFormSheet *sheet, const SzTotalView *view)
{
  g_autofree char *hours = sz_decimal_format (view->person_hours_x100, SZ_HOURS_DECIMALS);
  g_autofree char *students = sz_decimal_format (view->students_x100, SZ_HOURS_DECIMALS);

  if (view->rules.train_mode == SZ_TRAIN_APPROVED_ADDON)
    sz_form_sheet_below (sheet, g_strdup_printf ("方式：经批准核增，批文号：%s。",
                                                 view->train_document != NULL ? view->train_document
                                                                              : "无"));
  else
    sz_form_sheet_below (sheet, g_strdup ("方式：作为核定总量内的资金来源，受核定总量限制。"));
  sz_form_sheet_below (
      sheet, g_strdup ("可用额按全年净收入×比例计算一次，按各项目净收入分摊到分；亏损项目为 0。"));
  if (view->person_hours_x100 != 0)
    sz_form_sheet_below (sheet, g_strdup_printf ("全年培训 %s 人·课时，折合全日制学生 %s 人。",
                                                 hours, students));
}

static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  SzTotalView *view = sz_office_total (office, params->year, error);
  gboolean has_names = FALSE;

  if (view == NULL)
    return FALSE;
  sz_form_sheet_hold (sheet, view, (GDestroyNotify)sz_total_view_free);
  for (guint i = 0; i < view->projects->len; i++)
    has_names |= g_array_index (view->projects, SzTotalProject, i).sessions > 0;
  for (guint i = 0; i < view->projects->len; i++)
    {
      Row *row = sz_form_sheet_add (sheet);

      row->project = g_array_index (view->projects, SzTotalProject, i);
      row->ratio_x1e4 = view->rules.train_ratio_x1e4;
      row->has_names = has_names;
    }
  add_mode (sheet, view);
  return TRUE;
}

static const char *const signatures[]
    = { "制表人", "审核人", "培训处", "人事处", "财务处", "联系电话", NULL };

const SzFormTable sz_form_f21 = {
  .title = "{year}年{title}",
  .unit = "单位：元、课时",
  .row_size = sizeof (Row),
  .columns = columns,
  .options = { .total_label = "合计", .uppercase = TRUE, .autofilter = TRUE },
  .signatures = signatures,
  .gather = gather,
};
