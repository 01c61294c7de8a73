/* sz-form-f32.c — F32 病事假及扣发工资计算表 (RULE pay-14, pay-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-departments.h"
#include "sz-forms-pay.h"
#include "sz-leave-sheet.h"
#include "sz-params.h"

typedef struct
{
  const char *department; /* texts are borrowed from the leave sheet */
  const char *staff_no;
  const char *name;
  gboolean has_years;
  int years;
  SzLeaveKind kind;
  SzLeaveLine line;
  gboolean has_base;
} Row;

/* clang-format off */
static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (5),
  SZ_FORM_COL_TEXT (Row, department, SZ_COL ("部门", TEXT, 14, .dash = TRUE)),
  SZ_FORM_COL_NAME (Row, name, SZ_COL ("姓名", TEXT, 9)),
  SZ_FORM_COL_NUMBER (Row, years, SZ_COL ("工龄", COUNT, 6, .dash = TRUE), .has = SZ_FORM_HAS (Row, has_years)),
  SZ_FORM_COL_CODE (Row, kind, SZ_TABLE_LEAVE, SZ_COL ("假别", TEXT, 9)),
  SZ_FORM_COL_DAY (Row, line.from, SZ_COL ("起", DATE, 11)),
  SZ_FORM_COL_DAY (Row, line.to, SZ_COL ("止", DATE, 11)),
  SZ_FORM_COL_NUMBER (Row, line.days, SZ_COL ("天数", COUNT, 6, .total = SZ_TOTAL_SUM)),
  SZ_FORM_COL_NUMBER (Row, line.working_days, SZ_COL ("工作日", COUNT, 7, .total = SZ_TOTAL_SUM)),
  SZ_FORM_COL_NUMBER (Row, line.base_fen, SZ_COL ("基本工资", AMOUNT, 12, .decimals = 2, .dash = TRUE), .has = SZ_FORM_HAS (Row, has_base)),
  SZ_FORM_COL_NUMBER (Row, line.ratio_x1e4, SZ_COL ("发放比例", DECIMAL, 9, .decimals = SZ_RATIO_DECIMALS)),
  SZ_FORM_COL_NUMBER (Row, line.deduction_fen, SZ_COL_AMOUNT ("应扣", 12)),
  SZ_FORM_COL_END,
};
/* clang-format on */

/* 工龄: complete years on the first day of the row (RULE num-8). */
static int
count_years (SzDate from, SzDate day)
{
  int years = MAX (sz_date_year (day) - sz_date_year (from), 0);

  return years > 0 && !sz_date_years_complete (from, years, day) ? years - 1 : years;
}

static int
compare_rows_cb (gconstpointer a, gconstpointer b, gpointer order)
{
  const Row *one = a;
  const Row *other = b;
  int result = sz_department_order_compare (order, one->department, other->department);

  if (result == 0)
    result = strcmp (one->staff_no, other->staff_no);
  return result != 0 ? result : one->line.from - other->line.from;
}

static void
add_rows (SzFormSheet *sheet, const SzLeaveSheet *leaves, gboolean all)
{
  for (guint i = 0; i < leaves->rows->len; i++)
    {
      const SzLeaveSheetRow *from = &g_array_index (leaves->rows, SzLeaveSheetRow, i);
      const gboolean deducts = from->kind == SZ_LEAVE_SICK || from->kind == SZ_LEAVE_PERSONAL
                               || from->kind == SZ_LEAVE_ABSENT;
      Row *row;

      if (!deducts && !all)
        continue;
      row = sz_form_sheet_add (sheet);
      *row = (Row){ .department = from->department,
                    .staff_no = from->staff_no,
                    .name = from->name,
                    .has_years = from->work_start != SZ_DATE_NONE,
                    .kind = from->kind,
                    .line = from->line,
                    .has_base = from->line.base_fen >= 0 };
      if (row->has_years)
        row->years = count_years (from->work_start, from->line.from);
    }
}

static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzDepartmentOrder) order = sz_department_order_new (office, error);
  g_autoptr (GArray) book = order != NULL ? sz_params_gather (office, error) : NULL;
  const SzParam *tiers;
  SzLeaveSheet *leaves;

  if (book == NULL)
    return FALSE;
  leaves = sz_view_leave_sheet (office, params->year, params->month, issues, error);
  if (leaves == NULL)
    return FALSE;
  sz_form_sheet_hold (sheet, leaves, (GDestroyNotify)sz_leave_sheet_free);
  add_rows (sheet, leaves, params->is_all);
  sz_form_sheet_sort (sheet, compare_rows_cb, order);
  tiers = sz_param_at ((const SzParam *)(gpointer)book->data, book->len, "leave.sick_table",
                       sz_date_make (params->year, 12, 31));
  sz_form_sheet_below (sheet,
                       g_strdup_printf ("病假按日计发：发放比例按病假月数和工龄分档（%s）。",
                                        tiers != NULL && tiers->source != NULL ? tiers->source
                                                                               : ""));
  sz_form_sheet_below (sheet,
                       g_strdup ("事假、旷工：应扣＝基本工资×工作日÷月计薪天数，以基本工资为限。"));
  return TRUE;
}

static const char *const signatures[] = { "制表人", "人事负责人", "财务负责人", NULL };

const SzFormTable sz_form_f32 = {
  .title = "{year}年度{title}",
  .unit = "单位：元",
  .row_size = sizeof (Row),
  .columns = columns,
  .options = { .total_label = "合计", .uppercase = TRUE, .group_subtotals = TRUE },
  .group = SZ_FORM_HAS (Row, department),
  .signatures = signatures,
  .gather = gather,
};
