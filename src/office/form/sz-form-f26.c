/* sz-form-f26.c — F26 年度工作量汇总及超课时津贴表
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-convert.h"
#include "sz-forms-workload.h"
#include "sz-view-people.h"

typedef struct
{
  SzConvertLine line; /* borrowed from the #SzConvert */
  gint64 done_x100;
  gint64 difference_x100;
} Row;

#define HOURS(name, wide, ...)                                                                     \
  SZ_COL (name, DECIMAL, wide, .decimals = SZ_HOURS_DECIMALS, .total = SZ_TOTAL_SUM, ##__VA_ARGS__)

static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (5),
  SZ_FORM_COL_TEXT (Row, line.department, SZ_COL ("部门", TEXT, 14, .dash = TRUE)),
  SZ_FORM_COL_TEXT (Row, line.staff_no, SZ_COL ("工号", CODE, 8)),
  SZ_FORM_COL_NAME (Row, line.name, SZ_COL ("姓名", TEXT, 8)),
  SZ_FORM_COL_STORED (Row,
                      line.title,
                      SZ_TABLE_TITLE,
                      SZ_COL ("职称", TEXT, 14, .dash = TRUE),
                      .absent = TRUE),
  SZ_FORM_COL_NUMBER (Row, line.load.quota_x100, HOURS ("额定课时", 10)),
  SZ_FORM_COL_NUMBER (Row, line.load.teaching_x100, HOURS ("全日制课时", 11)),
  SZ_FORM_COL_NUMBER (Row, line.load.training_x100, HOURS ("折算", 10, .group = "培训课时")),
  SZ_FORM_COL_NUMBER (Row, line.load.training_credit_x100, HOURS ("计入", 10, .group = "培训课时")),
  SZ_FORM_COL_NUMBER (Row,
                      line.load.training_over_x100,
                      HOURS ("超出（付课酬）", 10, .group = "培训课时"),
                      .absent = TRUE),
  SZ_FORM_COL_NUMBER (Row, done_x100, HOURS ("合计课时", 11)),
  SZ_FORM_COL_NUMBER (Row, difference_x100, HOURS ("超/欠", 11)),
  SZ_FORM_COL_NUMBER (Row, line.load.over_x100, HOURS ("超课时", 10)),
  SZ_FORM_COL_NUMBER (Row, line.load.over_rate_fen, SZ_COL ("单价", AMOUNT, 8, .decimals = 2)),
  SZ_FORM_COL_NUMBER (Row, line.load.over_pay_fen, SZ_COL_AMOUNT ("金额", 12)),
  SZ_FORM_COL_END,
};

/* 系部 → 姓氏笔画, as everybody stands in the people's view. */
static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  const SzDate last = sz_date_make (params->year, 12, 31);
  SzConvert *convert = sz_convert_year (office, params->year, cancellable, error);
  g_autoptr (SzPeopleView) people = NULL;
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = NULL;
  SzPeopleFilter all = SZ_PEOPLE_ALL;

  if (convert == NULL)
    return FALSE;
  sz_form_sheet_hold (sheet, convert, (GDestroyNotify)sz_convert_free);
  people = convert->n_lines > 0 ? sz_view_people_open (office, last, cancellable, error) : NULL;
  if (people == NULL)
    return convert->n_lines == 0;
  for (gsize i = 0; i < convert->n_lines; i++)
    g_hash_table_insert (by_id, &convert->lines[i].person_id, &convert->lines[i]);
  ids = sz_people_view_ids (people, &all, SZ_PEOPLE_BY_TEACHER);
  for (guint i = 0; i < ids->len; i++)
    {
      const SzConvertLine *line = g_hash_table_lookup (by_id, &g_array_index (ids, gint64, i));
      Row *row = line != NULL ? sz_form_sheet_add (sheet) : NULL;

      if (row == NULL)
        continue;
      row->line = *line;
      row->done_x100 = line->load.teaching_x100 + line->load.training_credit_x100;
      row->difference_x100 = row->done_x100 - line->load.quota_x100;
    }
  return TRUE;
}

static const char *const signatures[]
    = { "制表人", "审核人", "教务处", "人事处", "财务处", "联系电话", NULL };

const SzFormTable sz_form_f26 = {
  .title = "{year}{title}",
  .unit = "单位：课时、元",
  .row_size = sizeof (Row),
  .columns = columns,
  .options
  = { .total_label = "合计", .uppercase = TRUE, .autofilter = TRUE, .page_subtotals = TRUE },
  .narrow = TRUE,
  .signatures = signatures,
  .gather = gather,
};
