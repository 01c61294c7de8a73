/* sz-form-f33.c — F33 退休到龄预警名册 (RULE ppl-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-form-private.h"
#include "sz-namekey.h"
#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-rules-year.h"
#include "sz-store-people.h"

typedef struct
{
  char *staff_no;
  char *name;
  char *department;
  char *sort_key;
  SzSex sex;
  SzDate birth;
  SzPost post;
  int age;          /* 原退休年龄 */
  gboolean derived; /* by the post, not confirmed in the register */
  SzRetirement retirement;
} Row;

typedef struct
{
  SzDate day;
  SzRetirementTable rules;
  SzNameKeys *keys;
  GArray *rows;     /* of Row */
  GString *unknown; /* names of those whose original age nobody knows */
  guint n_unknown;
  gboolean has_derived;
} Table;

static void
row_freed_cb (gpointer data)
{
  Row *row = data;

  g_free (row->staff_no);
  g_free (row->name);
  g_free (row->department);
  g_free (row->sort_key);
}

static void
table_freed_cb (gpointer data)
{
  Table *table = data;

  sz_retirement_table_clear (&table->rules);
  g_clear_pointer (&table->keys, sz_name_keys_free);
  g_array_unref (table->rows);
  g_string_free (table->unknown, TRUE);
  g_free (table);
}

static void
note_unknown (Table *table, const SzPerson *person)
{
  g_string_append_printf (table->unknown, "%s%s", table->n_unknown > 0 ? "、" : "", person->name);
  table->n_unknown++;
}

static gboolean
is_near (const Table *table, const SzRetirement *retirement)
{
  return retirement->month <= sz_date_month (table->day) + table->rules.warn;
}

static void
add_row (Table *table, const SzPersonFile *file, const SzPersonState *state, Row *row)
{
  const SzPerson *person = &file->person;

  row->staff_no = g_strdup (person->staff_no);
  row->name = g_strdup (person->name);
  row->department = g_strdup (state->department);
  row->sort_key
      = sz_name_keys_sort_key (table->keys, SZ_NAME_ORDER_SURNAME_STROKES, person->name, NULL);
  row->sex = person->sex;
  row->birth = person->birth_date;
  row->post = state->post;
  table->has_derived = table->has_derived || row->derived;
  g_array_append_val (table->rows, *row);
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
      note_unknown (table, person);
      return TRUE;
    }
  if (is_near (table, &row.retirement))
    add_row (table, file, &state, &row);
  return TRUE;
}

static int
compare_rows_cb (gconstpointer a, gconstpointer b)
{
  const Row *one = a;
  const Row *other = b;
  int order = one->retirement.month - other->retirement.month;

  if (order == 0)
    order = strcmp (one->sort_key, other->sort_key);
  return order != 0 ? order : strcmp (one->staff_no, other->staff_no);
}

static Table *
gather (SzOffice *office, SzDate day, GError **error)
{
  g_autoptr (GArray) params = sz_params_gather (office, error);
  Table *table = g_new0 (Table, 1);

  table->day = sz_date_first_day (day);
  table->keys = sz_name_keys_new ();
  table->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (table->rows, row_freed_cb);
  table->unknown = g_string_new (NULL);
  if (params != NULL && sz_rules_retirement (params, table->day, &table->rules, error)
      && sz_store_people_each (sz_office_get_store (office), add_person_cb, table, error))
    {
      g_array_sort (table->rows, compare_rows_cb);
      return table;
    }
  table_freed_cb (table);
  return NULL;
}

static char *
make_age (int months)
{
  return months % 12 == 0 ? g_strdup_printf ("%d岁", months / 12)
                          : g_strdup_printf ("%d岁%d月", months / 12, months % 12);
}

static SzDate
make_month (SzMonth month)
{
  return sz_date_make (sz_date_year (sz_month_first_day (month)),
                       sz_date_month_of_year (sz_month_first_day (month)), 0);
}

static void
fill_row_cb (gpointer data, guint index, SzFormRow *row)
{
  const Table *table = data;
  const Row *person = &g_array_index (table->rows, Row, index);
  const SzCode *sex = sz_codes_by_value (SZ_TABLE_SEX, (int)person->sex);

  sz_form_row_number (row, index + 1);
  sz_form_row_text (row, person->department);
  sz_form_row_text (row, person->staff_no);
  sz_form_row_take (row, sz_form_dup_name (person->name));
  sz_form_row_text (row, sex != NULL ? sex->name : NULL);
  sz_form_row_date (row, person->birth);
  if (person->post != 0)
    sz_form_row_take (row, sz_post_name (person->post));
  else
    sz_form_row_empty (row);
  sz_form_row_take (row, g_strdup_printf ("%d%s", person->age, person->derived ? "*" : ""));
  sz_form_row_number (row, person->retirement.delay);
  sz_form_row_take (row, make_age (person->retirement.age_months));
  sz_form_row_date (row, make_month (person->retirement.month));
  sz_form_row_date (row, make_month (person->retirement.earliest));
  sz_form_row_date (row, make_month (person->retirement.latest));
}

static SzFormColumns *
make_columns (void)
{
  SzFormColumns *columns = sz_form_columns_new ();
  SzPaperColumn *name;

  sz_form_columns_add (columns, NULL, "序号", SZ_COLUMN_COUNT, 0, 5);
  sz_form_columns_add (columns, NULL, "部门", SZ_COLUMN_TEXT, 0, 14)->dash = TRUE;
  sz_form_columns_add (columns, NULL, "工号", SZ_COLUMN_CODE, 0, 8);
  name = sz_form_columns_add (columns, NULL, "姓名", SZ_COLUMN_TEXT, 0, 9);
  name->total = SZ_TOTAL_COUNT;
  name->unit = "人";
  sz_form_columns_add (columns, NULL, "性别", SZ_COLUMN_TEXT, 0, 5);
  sz_form_columns_add (columns, NULL, "出生年月", SZ_COLUMN_MONTH, 0, 9);
  sz_form_columns_add (columns, NULL, "岗位等级", SZ_COLUMN_TEXT, 0, 10)->dash = TRUE;
  sz_form_columns_add (columns, NULL, "原退休年龄", SZ_COLUMN_TEXT, 0, 8);
  sz_form_columns_add (columns, NULL, "延迟月数", SZ_COLUMN_COUNT, 0, 8);
  sz_form_columns_add (columns, NULL, "退休年龄", SZ_COLUMN_TEXT, 0, 10);
  sz_form_columns_add (columns, NULL, "退休年月", SZ_COLUMN_MONTH, 0, 9);
  sz_form_columns_add (columns, "弹性", "可提前至", SZ_COLUMN_MONTH, 0, 9);
  sz_form_columns_add (columns, "弹性", "可延至", SZ_COLUMN_MONTH, 0, 9);
  return columns;
}

static void
add_notes (SzPaper *paper, const Table *table)
{
  g_autofree char *day = sz_date_format_cn (table->day);
  g_autofree char *range
      = g_strdup_printf ("截至%s在职、%d 个月内到龄（含已到龄）的人员。", day, table->rules.warn);
  g_autofree char *unknown = NULL;

  sz_paper_add_text (paper, range);
  if (table->has_derived)
    sz_paper_add_text (paper, "带 * 的原退休年龄按性别和岗位类别推定，请在人员信息中确认。");
  if (table->n_unknown == 0)
    return;
  unknown = g_strdup_printf ("另有 %u 人缺出生日期、岗位类别或原退休年龄，不能推算：%s。",
                             table->n_unknown, table->unknown->str);
  sz_paper_add_text (paper, unknown);
}

SzPaper *
sz_form_make_f33 (SzOffice *office,
                  const SzForm *form,
                  const SzFormParams *params,
                  GCancellable *cancellable,
                  GError **error)
{
  static const SzTableOptions options = { .total_label = "合计", .autofilter = TRUE };
  static const char *const signatures[] = { "人事负责人", "审核人", "制表人", "联系电话", NULL };
  Table *table = gather (office, params->on, error);
  g_autoptr (SzFormColumns) columns = NULL;
  SzPaper *paper;

  if (table == NULL)
    return NULL;
  paper = sz_form_new_paper (office, form, form->title, "单位：人", error);
  if (paper == NULL)
    {
      table_freed_cb (table);
      return NULL;
    }
  columns = make_columns ();
  add_notes (paper, table);
  sz_form_add_table (paper, columns, &options, table->rows->len, fill_row_cb, table,
                     table_freed_cb);
  sz_paper_add_signatures (paper, signatures);
  return paper;
}
