/* sz-form-f25.c — F25 培训工作量登记折算表
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-convert.h"
#include "sz-forms-workload.h"
#include "sz-view-workload.h"

/* RULE wrk-2: what is paid by fee alone never enters the sum, so it has a column of its own. */
typedef struct
{
  SzTrainingLine line; /* borrowed from the view */
  const char *project;
  gboolean is_fee;
  gboolean is_load;
} Row;

#define HOURS(name, wide, ...)                                                                     \
  SZ_COL (name, DECIMAL, wide, .decimals = SZ_HOURS_DECIMALS, .total = SZ_TOTAL_SUM, ##__VA_ARGS__)
#define FACTOR(name) SZ_COL (name, DECIMAL, 7, .decimals = SZ_RATIO_DECIMALS, .group = "系数")

static const SzFormColumn record_columns[] = {
  SZ_FORM_COL_TEXT (Row, line.department, SZ_COL ("部门", TEXT, 12, .dash = TRUE)),
  SZ_FORM_COL_TEXT (Row, line.staff_no, SZ_COL ("工号", CODE, 7)),
  SZ_FORM_COL_NAME (Row, line.name, SZ_COL ("姓名", TEXT, 8)),
  SZ_FORM_COL_DAY (Row, line.date, SZ_COL ("日期", DATE, 10)),
  SZ_FORM_COL_TEXT (Row, line.period, SZ_COL ("节次", TEXT, 6, .dash = TRUE), .absent = TRUE),
  SZ_FORM_COL_TEXT (Row, project, SZ_COL ("项目、班次", TEXT, 22)),
  SZ_FORM_COL_CODE (Row, line.record.role, SZ_TABLE_TRAINING_ROLE, SZ_COL ("角色", TEXT, 8)),
  SZ_FORM_COL_NUMBER (Row, line.record.students, SZ_COL ("人数", COUNT, 5)),
  SZ_FORM_COL_NUMBER (Row, line.record.hours_x100, HOURS ("课时", 8)),
  SZ_FORM_COL_NUMBER (Row, line.terms.size_x1e4, FACTOR ("规模")),
  SZ_FORM_COL_NUMBER (Row, line.terms.type_x1e4, FACTOR ("类型")),
  SZ_FORM_COL_NUMBER (Row, line.terms.category_x1e4, FACTOR ("类别")),
  SZ_FORM_COL_NUMBER (Row, line.terms.time_x1e4, FACTOR ("时段")),
  SZ_FORM_COL_NUMBER (Row, line.terms.role_x1e4, FACTOR ("角色")),
  SZ_FORM_COL_NUMBER (Row,
                      line.raw_x100,
                      HOURS ("计工作量", 9, .group = "折算前", .dash = TRUE),
                      .has = SZ_FORM_HAS (Row, is_load)),
  SZ_FORM_COL_NUMBER (Row,
                      line.raw_x100,
                      HOURS ("只发课酬", 9, .group = "折算前", .dash = TRUE),
                      .has = SZ_FORM_HAS (Row, is_fee),
                      .absent = TRUE),
  SZ_FORM_COL_CODE (Row, line.record.pay_mode, SZ_TABLE_PAY_MODE, SZ_COL ("计酬方式", TEXT, 9)),
  SZ_FORM_COL_END,
};

static const SzFormTable record_table
    = { .row_size = sizeof (Row),
        .columns = record_columns,
        .options = { .group_subtotals = TRUE, .total_label = "合计", .autofilter = TRUE },
        .group = SZ_FORM_HAS (Row, line.staff_no) };

/* The second table: what each teacher's records come to. */
static const SzFormColumn person_columns[] = {
  SZ_FORM_COL_SERIAL (5),
  SZ_FORM_COL_TEXT (SzConvertLine, staff_no, SZ_COL ("工号", CODE, 8)),
  SZ_FORM_COL_NAME (SzConvertLine, name, SZ_COL ("姓名", TEXT, 10)),
  SZ_FORM_COL_NUMBER (SzConvertLine, load.training_raw_x100, HOURS ("折算前", 11)),
  SZ_FORM_COL_NUMBER (SzConvertLine, load.training_x100, HOURS ("折算后", 11)),
  SZ_FORM_COL_NUMBER (SzConvertLine, load.training_credit_x100, HOURS ("封顶后", 11)),
  SZ_FORM_COL_NUMBER (SzConvertLine, load.training_over_x100, HOURS ("超出（付课酬）", 11)),
  SZ_FORM_COL_END,
};

static const SzFormTable person_table = { .row_size = sizeof (SzConvertLine),
                                          .columns = person_columns,
                                          .options = { .total_label = "合计" } };

static void
add_records (SzFormSheet *records, const SzWorkloadView *view)
{
  for (gsize i = 0; i < view->n_training; i++)
    {
      const SzTrainingLine *line = &view->training[i];
      g_autofree char *project = g_strdup_printf ("%s %s", line->project_name, line->session);
      Row *row = sz_form_sheet_add (records);

      row->line = *line;
      row->project = sz_form_sheet_keep (records, project);
      row->is_fee = line->record.pay_mode == SZ_PAY_MODE_FEE;
      row->is_load = !row->is_fee;
    }
}

/* Those with training, in the order of the records. */
static void
add_people (SzFormSheet *people, const SzConvert *convert, const SzWorkloadView *view)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  const SzConvertLine *last = NULL;

  for (gsize i = 0; i < convert->n_lines; i++)
    g_hash_table_insert (by_id, &convert->lines[i].person_id, &convert->lines[i]);
  for (gsize i = 0; i < view->n_training; i++)
    {
      const SzConvertLine *line = g_hash_table_lookup (by_id, &view->training[i].person_id);

      if (line != NULL && line != last)
        *(SzConvertLine *)sz_form_sheet_add (people) = *line;
      last = line != NULL ? line : last;
    }
}

SzPaper *
sz_form_make_f25 (SzOffice *office,
                  const SzForm *form,
                  const SzFormParams *params,
                  GCancellable *cancellable,
                  GError **error)
{
  static const char *const signatures[]
      = { "制表人", "审核人", "培训处", "教务处", "人事处", "联系电话", NULL };
  SzWorkloadFilter filter = { .year = params->year };
  g_autofree char *title = g_strdup_printf ("%d年%s", params->year, form->title);
  g_autoptr (SzFormSheet) records = sz_form_sheet_new (record_table.row_size);
  g_autoptr (SzFormSheet) people = sz_form_sheet_new (person_table.row_size);
  SzWorkloadView *view = sz_view_workload_open (office, &filter, cancellable, error);
  SzConvert *convert;
  SzPaper *paper;

  sz_form_sheet_hold (records, view, (GDestroyNotify)sz_workload_view_free);
  if (view == NULL || view->n_training == 0)
    return view != NULL ? sz_form_refuse_empty (form, error) : NULL;
  convert = sz_convert_year (office, params->year, cancellable, error);
  sz_form_sheet_hold (people, convert, (GDestroyNotify)sz_convert_free);
  paper = convert != NULL ? sz_form_new_paper (office, form, title, "单位：课时", error) : NULL;
  if (paper == NULL)
    return NULL;
  add_records (records, view);
  add_people (people, convert, view);
  sz_form_table_add (paper, &record_table, records, params);
  sz_paper_add_text (paper,
                     "折算前＝课时×规模×类型×类别×时段×角色，逐条四舍五入到两位小数；只发课酬的"
                     "不计工作量。每人折算与封顶：");
  sz_form_table_add (paper, &person_table, people, params);
  sz_paper_add_signatures (paper, signatures);
  return paper;
}
