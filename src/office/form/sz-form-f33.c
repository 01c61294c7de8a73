/* sz-form-f33.c — F33 退休到龄预警名册 (RULE ppl-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-forms-people.h"
#include "sz-namekey.h"
#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-rules-year.h"
#include "sz-store-people.h"

typedef struct
{
  const char *staff_no;
  const char *name;
  const char *department;
  char *sort_key; /* of the gathering */
  SzSex sex;
  SzDate birth;
  SzPost post;
  int age;          /* 原退休年龄 */
  gboolean derived; /* by the post, not confirmed in the register */
  SzRetirement retirement;
  const char *age_text;
  const char *retires_at; /* in years and months */
  SzDate month;
  SzDate earliest;
  SzDate latest;
} Row;

static const SzFormColumn columns[] = {
  SZ_FORM_COL_SERIAL (5),
  SZ_FORM_COL_TEXT (Row, department, SZ_COL ("部门", TEXT, 14, .dash = TRUE)),
  SZ_FORM_COL_TEXT (Row, staff_no, SZ_COL ("工号", CODE, 8)),
  SZ_FORM_COL_NAME (Row, name, SZ_COL ("姓名", TEXT, 9, .total = SZ_TOTAL_COUNT, .unit = "人")),
  SZ_FORM_COL_CODE (Row, sex, SZ_TABLE_SEX, SZ_COL ("性别", TEXT, 5)),
  SZ_FORM_COL_DAY (Row, birth, SZ_COL ("出生年月", MONTH, 9)),
  SZ_FORM_COL_LEVEL (Row, post, SZ_COL ("岗位等级", TEXT, 10, .dash = TRUE)),
  SZ_FORM_COL_TEXT (Row, age_text, SZ_COL ("原退休年龄", TEXT, 8)),
  SZ_FORM_COL_NUMBER (Row, retirement.delay, SZ_COL ("延迟月数", COUNT, 8)),
  SZ_FORM_COL_TEXT (Row, retires_at, SZ_COL ("退休年龄", TEXT, 10)),
  SZ_FORM_COL_DAY (Row, month, SZ_COL ("退休年月", MONTH, 9)),
  SZ_FORM_COL_DAY (Row, earliest, SZ_COL ("可提前至", MONTH, 9, .group = "弹性")),
  SZ_FORM_COL_DAY (Row, latest, SZ_COL ("可延至", MONTH, 9, .group = "弹性")),
  SZ_FORM_COL_END,
};

/* While people are read. */
typedef struct
{
  SzDate day;
  SzRetirementTable rules;
  SzNameKeys *keys;
  SzFormSheet *sheet;
  GString *unknown; /* names of those whose original age nobody knows */
  guint n_unknown;
  gboolean has_derived;
} Table;

static SzDate
make_month (SzMonth month)
{
  return sz_date_make (sz_date_year (sz_month_first_day (month)),
                       sz_date_month_of_year (sz_month_first_day (month)), 0);
}

static void
add_row (Table *table, const SzPersonFile *file, const SzPersonState *state, const Row *found)
{
  const SzPerson *person = &file->person;
  const int months = found->retirement.age_months;
  g_autofree char *age = g_strdup_printf ("%d%s", found->age, found->derived ? "*" : "");
  g_autofree char *at = months % 12 == 0 ? g_strdup_printf ("%d岁", months / 12)
                                         : g_strdup_printf ("%d岁%d月", months / 12, months % 12);
  Row *row = sz_form_sheet_add (table->sheet);

  *row = *found;
  row->staff_no = sz_form_sheet_keep (table->sheet, person->staff_no);
  row->name = sz_form_sheet_keep (table->sheet, person->name);
  row->department = sz_form_sheet_keep (table->sheet, state->department);
  row->sort_key
      = sz_name_keys_sort_key (table->keys, SZ_NAME_ORDER_SURNAME_STROKES, person->name, NULL);
  sz_form_sheet_hold (table->sheet, row->sort_key, g_free);
  row->sex = person->sex;
  row->birth = person->birth_date;
  row->post = state->post;
  row->age_text = sz_form_sheet_keep (table->sheet, age);
  row->retires_at = sz_form_sheet_keep (table->sheet, at);
  row->month = make_month (row->retirement.month);
  row->earliest = make_month (row->retirement.earliest);
  row->latest = make_month (row->retirement.latest);
  table->has_derived = table->has_derived || row->derived;
}

/* RULE ppl-4: the field decides; where it is empty, sex and post category propose. */
static gboolean
add_person_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  Table *table = user_data;
  const SzPerson *person = &file->person;
  SzPersonState state;
  Row row = { .age = person->original_retirement_age };

  sz_person_state_at ((const SzRecord *)(gpointer)file->records->data, file->records->len,
                      (const SzService *)(gpointer)file->services->data, file->services->len,
                      table->day, &state);
  if (!state.in_service || state.employment == SZ_EMPLOYMENT_EXTERNAL)
    return TRUE;
  if (row.age == 0)
    {
      row.age = sz_retirement_default_age (person->sex, sz_post_category (state.post));
      row.derived = TRUE;
    }
  if (row.age == 0 || person->birth_date == SZ_DATE_NONE
      || !sz_retirement_find (&table->rules.rules, person->sex, row.age, person->birth_date,
                              &row.retirement, NULL))
    {
      g_string_append_printf (table->unknown, "%s%s", table->n_unknown > 0 ? "、" : "",
                              person->name);
      table->n_unknown++;
      return TRUE;
    }
  if (row.retirement.month <= sz_date_month (table->day) + table->rules.warn)
    add_row (table, file, &state, &row);
  return TRUE;
}

static int
compare_rows_cb (gconstpointer a, gconstpointer b, gpointer none)
{
  const Row *one = a;
  const Row *other = b;
  int order = one->retirement.month - other->retirement.month;

  if (order == 0)
    order = strcmp (one->sort_key, other->sort_key);
  return order != 0 ? order : strcmp (one->staff_no, other->staff_no);
}

static void
add_notes (SzFormSheet *sheet, const Table *table)
{
  g_autofree char *day = sz_date_format_cn (table->day);

  sz_form_sheet_above (sheet, g_strdup_printf ("截至%s在职、%d 个月内到龄（含已到龄）的人员。", day,
                                               table->rules.warn));
  if (table->has_derived)
    sz_form_sheet_above (sheet,
                         g_strdup ("带 * 的原退休年龄按性别和岗位类别推定，请在人员信息中确认。"));
  if (table->n_unknown > 0)
    sz_form_sheet_above (
        sheet, g_strdup_printf ("另有 %u 人缺出生日期、岗位类别或原退休年龄，不能推算：%s。",
                                table->n_unknown, table->unknown->str));
}

static gboolean
gather (SzOffice *office,
        const SzFormParams *params,
        SzFormSheet *sheet,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (GArray) rules = sz_params_gather (office, error);
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();
  g_autoptr (GString) unknown = g_string_new (NULL);
  Table table
      = { .day = sz_date_first_day (params->on), .keys = keys, .sheet = sheet, .unknown = unknown };
  gboolean read;

  read = rules != NULL && sz_rules_retirement (rules, table.day, &table.rules, error)
         && sz_store_people_each (sz_office_get_store (office), add_person_cb, &table, error);
  if (read)
    {
      sz_form_sheet_sort (sheet, compare_rows_cb, NULL);
      add_notes (sheet, &table);
    }
  sz_retirement_table_clear (&table.rules);
  return read;
}

static const char *const signatures[] = { "制表人", "审核人", "人事负责人", "联系电话", NULL };

const SzFormTable sz_form_f33 = {
  .unit = "单位：人",
  .row_size = sizeof (Row),
  .columns = columns,
  .options = { .total_label = "合计", .autofilter = TRUE },
  .empty_too = TRUE,
  .signatures = signatures,
  .gather = gather,
};
