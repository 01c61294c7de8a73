/* sz-form-f27.c — F27 工作量公示表
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-calendar-book.h"
#include "sz-convert.h"
#include "sz-forms-workload.h"
#include "sz-params.h"
#include "sz-rules-payrun.h"
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
  SZ_FORM_COL_SERIAL (6),
  SZ_FORM_COL_TEXT (Row, line.department, SZ_COL ("部门", TEXT, 16, .dash = TRUE)),
  SZ_FORM_COL_NAME (Row,
                    line.name,
                    SZ_COL ("姓名", TEXT, 10, .total = SZ_TOTAL_COUNT, .unit = "人")),
  SZ_FORM_COL_NUMBER (Row, line.load.teaching_x100, HOURS ("全日制课时", 11)),
  SZ_FORM_COL_NUMBER (Row, line.load.training_x100, HOURS ("培训折算课时", 12)),
  SZ_FORM_COL_NUMBER (Row, line.load.training_credit_x100, HOURS ("计入培训课时", 12)),
  SZ_FORM_COL_NUMBER (Row, done_x100, HOURS ("合计", 11)),
  SZ_FORM_COL_NUMBER (Row, line.load.quota_x100, HOURS ("额定", 11)),
  SZ_FORM_COL_NUMBER (Row, difference_x100, HOURS ("超（欠）", 11)),
  SZ_FORM_COL_END,
};

/* RULE rec-7: the last day follows from the first; without one both are left to the pen. */
static char *
make_notice (SzOffice *office, SzDate from, GError **error)
{
  g_autoptr (GArray) params = sz_params_gather (office, error);
  g_autoptr (SzCalendar) calendar = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  SzPayRules rules;
  SzDate to = SZ_DATE_NONE;

  if (params == NULL
      || !sz_rules_payrun (params, from != SZ_DATE_NONE ? from : sz_office_today (office), &rules,
                           error))
    return NULL;
  if (from == SZ_DATE_NONE)
    return g_strdup_printf ("公示期：　　年　月　日至　　年　月　日（%d个工作日）。",
                            rules.publicity_wd);
  calendar = sz_calendar_book_load (office, error);
  if (calendar == NULL
      || !sz_calendar_end_of_notice (calendar, from, rules.publicity_wd, &to, error))
    return NULL;
  first = sz_date_format_cn (from);
  last = sz_date_format_cn (to);
  return g_strdup_printf ("公示期：%s至%s（%d个工作日）。", first, last, rules.publicity_wd);
}

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
  char *notice;

  if (convert == NULL)
    return FALSE;
  sz_form_sheet_hold (sheet, convert, (GDestroyNotify)sz_convert_free);
  people = sz_view_people_open (office, last, cancellable, error);
  notice = people != NULL ? make_notice (office, params->on, error) : NULL;
  if (notice == NULL)
    return FALSE;
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
  sz_form_sheet_below (sheet, notice);
  sz_form_sheet_below (sheet, g_strdup ("异议期内请向教务处书面提出；电话："));
  return TRUE;
}

static const char *const signatures[] = { "教务处（盖章）", NULL };

const SzFormTable sz_form_f27 = {
  .title = "{year}年度{title}",
  .unit = "单位：课时",
  .row_size = sizeof (Row),
  .columns = columns,
  .options = { .total_label = "合计", .group_subtotals = TRUE },
  .group = SZ_FORM_HAS (Row, line.department),
  .signatures = signatures,
  .gather = gather,
};
