/* sz-form-f16.c — F16 年度考核结果汇总表
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-form-private.h"
#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-rules-year.h"
#include "sz-store-workload.h"
#include "sz-view-people.h"

/* Grades as the form counts them; the last place is nobody's. */
#define N_GRADES SZ_GRADE_NONE

typedef struct
{
  const char *department; /* borrowed from the people */
  guint due;              /* 应参加 */
  guint taken;            /* 实参加 */
  guint grades[N_GRADES];
} Sums;

typedef struct
{
  const SzPeopleRow *person;
  SzGrade grade;
} Named;

typedef struct
{
  SzPeopleView *people;
  GArray *sums;  /* of Sums, in the order of departments */
  GArray *named; /* of Named: whoever is not plainly 合格 */
  gint64 cap_x1e4;
  guint taken;
  guint excellent;
  gint refs; /* both tables of the paper use it */
} Table;

static void
table_freed_cb (gpointer data)
{
  Table *table = data;

  if (--table->refs > 0)
    return;
  g_clear_pointer (&table->sums, g_array_unref);
  g_clear_pointer (&table->named, g_array_unref);
  g_clear_pointer (&table->people, sz_people_view_free);
  g_free (table);
}

static Sums *
find_sums (Table *table, const char *department)
{
  Sums sums = { .department = department };

  if (table->sums->len == 0
      || !g_str_equal (g_array_index (table->sums, Sums, table->sums->len - 1).department,
                       department))
    g_array_append_val (table->sums, sums);
  return &g_array_index (table->sums, Sums, table->sums->len - 1);
}

/* Who is there at the end of the year on the college's own staff is due; others count only when
   they were assessed. */
static gboolean
is_due (const SzPeopleRow *person)
{
  return person->in_service
         && (person->employment == SZ_EMPLOYMENT_ESTABLISHED
             || person->employment == SZ_EMPLOYMENT_AGENCY);
}

static void
add_person (Table *table, const SzPeopleRow *person, SzGrade grade)
{
  Sums *sums;
  Named named = { person, grade };

  if (grade == SZ_GRADE_NONE && !is_due (person))
    return;
  sums = find_sums (table, person->department);
  sums->due++;
  if (grade == SZ_GRADE_NONE)
    return;
  sums->taken++;
  sums->grades[grade]++;
  table->taken++;
  table->excellent += grade == SZ_GRADE_EXCELLENT ? 1 : 0;
  if (grade != SZ_GRADE_QUALIFIED)
    g_array_append_val (table->named, named);
}

static gboolean
note_grade_cb (gconstpointer row, gpointer user_data, GError **error)
{
  const SzAssessmentRow *assessment = row;

  g_hash_table_insert (user_data, g_memdup2 (&assessment->person_id, sizeof assessment->person_id),
                       GINT_TO_POINTER ((int)assessment->grade + 1));
  return TRUE;
}

static int
compare_named_cb (gconstpointer a, gconstpointer b)
{
  return (int)((const Named *)a)->grade - (int)((const Named *)b)->grade;
}

/* 部门 → 姓氏笔画 */
static gboolean
gather (Table *table, SzOffice *office, int year, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) grades = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) params = sz_params_gather (office, error);
  g_autoptr (GArray) ids = NULL;
  SzPeopleFilter all = SZ_PEOPLE_ALL;
  const SzDate last = sz_date_make (year, 12, 31);

  if (params == NULL || !sz_rules_excellent_cap (params, last, &table->cap_x1e4, error)
      || !sz_store_assessment_each (sz_office_get_store (office), SZ_ROWS_OF_YEAR (year),
                                    note_grade_cb, grades, error))
    return FALSE;
  table->people = sz_view_people_open (office, last, cancellable, error);
  if (table->people == NULL)
    return FALSE;
  table->sums = g_array_new (FALSE, TRUE, sizeof (Sums));
  table->named = g_array_new (FALSE, TRUE, sizeof (Named));
  ids = sz_people_view_ids (table->people, &all, SZ_PEOPLE_BY_TEACHER);
  for (guint i = 0; i < ids->len; i++)
    {
      const gint64 id = g_array_index (ids, gint64, i);
      const int known = GPOINTER_TO_INT (g_hash_table_lookup (grades, &id));

      add_person (table, sz_people_view_get_row (table->people, id),
                  known != 0 ? (SzGrade)(known - 1) : SZ_GRADE_NONE);
    }
  g_array_sort (table->named, compare_named_cb);
  return TRUE;
}

static void
fill_sums_cb (gpointer data, guint index, SzFormRow *row)
{
  const Table *table = data;
  const Sums *sums = &g_array_index (table->sums, Sums, index);

  sz_form_row_number (row, index + 1);
  sz_form_row_text (row, sums->department);
  sz_form_row_number (row, sums->due);
  sz_form_row_number (row, sums->taken);
  for (int i = 0; i < N_GRADES; i++)
    sz_form_row_number (row, sums->grades[i]);
}

static SzFormColumns *
make_sum_columns (void)
{
  static const char *const grades[] = { "优秀", "合格", "基本合格", "不合格", "未定档" };
  SzFormColumns *columns = sz_form_columns_new ();

  sz_form_columns_add (columns, NULL, "序号", SZ_COLUMN_COUNT, 0, 5);
  sz_form_columns_add (columns, NULL, "部门", SZ_COLUMN_TEXT, 0, 16)->dash = TRUE;
  sz_form_columns_add (columns, NULL, "应参加", SZ_COLUMN_COUNT, 0, 7)->total = SZ_TOTAL_SUM;
  sz_form_columns_add (columns, NULL, "实参加", SZ_COLUMN_COUNT, 0, 7)->total = SZ_TOTAL_SUM;
  for (int i = 0; i < N_GRADES; i++)
    sz_form_columns_add (columns, "考核档次", grades[i], SZ_COLUMN_COUNT, 0, 7)->total
        = SZ_TOTAL_SUM;
  return columns;
}

static void
fill_named_cb (gpointer data, guint index, SzFormRow *row)
{
  const Table *table = data;
  const Named *named = &g_array_index (table->named, Named, index);

  sz_form_row_number (row, index + 1);
  sz_form_row_text (row, named->person->department);
  sz_form_row_text (row, named->person->staff_no);
  sz_form_row_take (row, sz_form_dup_name (named->person->name));
  sz_form_row_text (row, sz_codes_by_value (SZ_TABLE_GRADE, (int)named->grade)->name);
}

static SzFormColumns *
make_named_columns (void)
{
  SzFormColumns *columns = sz_form_columns_new ();

  sz_form_columns_add (columns, NULL, "序号", SZ_COLUMN_COUNT, 0, 5);
  sz_form_columns_add (columns, NULL, "部门", SZ_COLUMN_TEXT, 0, 18)->dash = TRUE;
  sz_form_columns_add (columns, NULL, "工号", SZ_COLUMN_CODE, 0, 8);
  sz_form_columns_add (columns, NULL, "姓名", SZ_COLUMN_TEXT, 0, 10);
  sz_form_columns_add (columns, NULL, "档次", SZ_COLUMN_TEXT, 0, 12);
  return columns;
}

/* RULE num-4: an upper limit is floored. */
static void
add_quota (SzPaper *paper, const Table *table)
{
  g_autofree char *share = sz_decimal_format (table->cap_x1e4 / 100, 0);
  g_autofree char *text = NULL;
  gint64 limit = 0;

  sz_decimal_div_floor ((SzWide)table->cap_x1e4 * table->taken, SZ_RATIO_ONE, &limit, NULL);
  text = g_strdup_printf ("优秀等次名额：实参加 %u 人 × %s%% ＝ %" G_GINT64_FORMAT
                          " 人，实际 %u 人%s。",
                          table->taken, share, limit, table->excellent,
                          table->excellent > limit ? "，超出名额" : "");
  sz_paper_add_text (paper, text);
}

static void
add_tables (SzPaper *paper, Table *table)
{
  static const SzTableOptions options = { .total_label = "合计" };
  static const SzTableOptions plain = { 0 };
  static const char *const signatures[]
      = { "考核委员会", "单位负责人（签章）", "人事负责人", "制表人", NULL };
  g_autoptr (SzFormColumns) sums = make_sum_columns ();
  g_autoptr (SzFormColumns) named = make_named_columns ();

  table->refs = 1;
  sz_form_add_table (paper, sums, &options, table->sums->len, fill_sums_cb, table, table_freed_cb);
  add_quota (paper, table);
  if (table->named->len > 0)
    {
      table->refs++;
      sz_paper_add_text (paper, "优秀、基本合格、不合格和未定档人员名单（按部门、姓氏笔画为序）：");
      sz_form_add_table (paper, named, &plain, table->named->len, fill_named_cb, table,
                         table_freed_cb);
    }
  sz_paper_add_signatures (paper, signatures);
}

SzPaper *
sz_form_make_f16 (SzOffice *office,
                  const SzForm *form,
                  const SzFormParams *params,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *title = g_strdup_printf ("%d%s", params->year, form->title);
  Table *table = g_new0 (Table, 1);
  SzPaper *paper = NULL;

  if (gather (table, office, params->year, cancellable, error))
    paper = table->taken > 0 ? sz_form_new_paper (office, form, title, "单位：人", error)
                             : sz_form_refuse_empty (form, error);
  if (paper == NULL)
    {
      table_freed_cb (table);
      return NULL;
    }
  add_tables (paper, table);
  return paper;
}
