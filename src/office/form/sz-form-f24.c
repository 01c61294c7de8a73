/* sz-form-f24.c — F24 教师教学工作量统计表
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-weekly.h"
#include "sz-forms-workload.h"
#include "sz-view-workload.h"

typedef struct
{
  SzTeachingLine line; /* borrowed from the view */
  gboolean has_weekly; /* the record has lessons in the timetable */
  gint64 weekly_x100;
  int weeks;
} Row;

#define FACTOR(name) SZ_COL (name, DECIMAL, 8, .decimals = SZ_RATIO_DECIMALS, .group = "系数")
#define HOURS(name, wide)                                                                          \
  SZ_COL (name, DECIMAL, wide, .decimals = SZ_HOURS_DECIMALS, .total = SZ_TOTAL_SUM)
#define WEEKLY .has = SZ_FORM_HAS (Row, has_weekly), .absent = TRUE

static const SzFormColumn columns[] = {
  SZ_FORM_COL_TEXT (Row, line.department, SZ_COL ("部门", TEXT, 14, .dash = TRUE)),
  SZ_FORM_COL_TEXT (Row, line.staff_no, SZ_COL ("工号", CODE, 8)),
  SZ_FORM_COL_NAME (Row, line.name, SZ_COL ("姓名", TEXT, 8)),
  SZ_FORM_COL_TEXT (Row, line.term, SZ_COL ("学期", TEXT, 12), .absent = TRUE),
  SZ_FORM_COL_TEXT (Row, line.course, SZ_COL ("课程", TEXT, 20)),
  SZ_FORM_COL_TEXT (Row, line.class_name, SZ_COL ("班级", TEXT, 14)),
  SZ_FORM_COL_CODE (Row, line.record.type, SZ_TABLE_COURSE_TYPE, SZ_COL ("类型", TEXT, 8)),
  SZ_FORM_COL_NUMBER (Row, line.record.students, SZ_COL ("人数", COUNT, 6)),
  SZ_FORM_COL_NUMBER (Row,
                      weekly_x100,
                      SZ_COL ("周课时", DECIMAL, 7, .decimals = SZ_HOURS_DECIMALS, .dash = TRUE),
                      WEEKLY),
  SZ_FORM_COL_NUMBER (Row, weeks, SZ_COL ("周数", COUNT, 6, .dash = TRUE), WEEKLY),
  SZ_FORM_COL_NUMBER (Row, line.record.hours_x100, HOURS ("计划课时", 10)),
  SZ_FORM_COL_NUMBER (Row, line.terms.size_x1e4, FACTOR ("K1规模")),
  SZ_FORM_COL_NUMBER (Row, line.terms.repeat_x1e4, FACTOR ("K2重复")),
  SZ_FORM_COL_NUMBER (Row, line.terms.type_x1e4, FACTOR ("K3类型")),
  SZ_FORM_COL_NUMBER (Row, line.terms.new_x1e4, FACTOR ("K4新课")),
  SZ_FORM_COL_NUMBER (Row, line.standard_x100, HOURS ("标准课时", 11)),
  SZ_FORM_COL_END,
};

static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  SzWorkloadFilter filter = { .year = params->year };
  SzWorkloadView *view = sz_view_workload_open (office, &filter, cancellable, error);
  g_autoptr (SzWeekly) weekly = NULL;

  if (view == NULL)
    return FALSE;
  sz_form_sheet_hold (sheet, view, (GDestroyNotify)sz_workload_view_free);
  weekly = view->n_teaching > 0 ? sz_weekly_new (office, params->year, error) : NULL;
  if (weekly == NULL)
    return view->n_teaching == 0;
  for (gsize i = 0; i < view->n_teaching; i++)
    {
      Row *row = sz_form_sheet_add (sheet);

      row->line = view->teaching[i];
      row->has_weekly = sz_weekly_find (weekly, &row->line, &row->weekly_x100, &row->weeks);
    }
  sz_form_sheet_below (sheet,
                       g_strdup ("标准课时＝计划课时×K1×K2×K3×K4，逐条四舍五入到两位小数。"));
  return TRUE;
}

static const char *const signatures[]
    = { "制表人", "审核人", "教师", "教研室", "教务处", "联系电话", NULL };

const SzFormTable sz_form_f24 = {
  .title = "{year}年{title}",
  .unit = "单位：课时",
  .row_size = sizeof (Row),
  .columns = columns,
  .options = { .group_subtotals = TRUE, .total_label = "合计", .autofilter = TRUE },
  .group = SZ_FORM_HAS (Row, line.staff_no),
  .outer = SZ_FORM_HAS (Row, line.department),
  .signatures = signatures,
  .gather = gather,
};
