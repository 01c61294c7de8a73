/* sz-form-f16.c — F16 年度考核结果汇总表
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-forms-people.h"
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
  const char *department;
  const char *staff_no;
  const char *name;
  SzGrade grade;
} Named;

#define GRADE(grade, name)                                                                         \
  SZ_FORM_COL_NUMBER (Sums, grades[SZ_GRADE_##grade],                                              \
                      SZ_COL (name, COUNT, 7, .total = SZ_TOTAL_SUM, .group = "考核档次"))

static const SzFormColumn sum_columns[] = {
  SZ_FORM_COL_SERIAL (5),
  SZ_FORM_COL_TEXT (Sums, department, SZ_COL ("部门", TEXT, 16, .dash = TRUE)),
  SZ_FORM_COL_NUMBER (Sums, due, SZ_COL ("应参加", COUNT, 7, .total = SZ_TOTAL_SUM)),
  SZ_FORM_COL_NUMBER (Sums, taken, SZ_COL ("实参加", COUNT, 7, .total = SZ_TOTAL_SUM)),
  GRADE (EXCELLENT, "优秀"),
  GRADE (QUALIFIED, "合格"),
  GRADE (BASIC, "基本合格"),
  GRADE (UNQUALIFIED, "不合格"),
  GRADE (UNDETERMINED, "不确定档次"),
  SZ_FORM_COL_END,
};

static const SzFormColumn named_columns[] = {
  SZ_FORM_COL_SERIAL (5),
  SZ_FORM_COL_TEXT (Named, department, SZ_COL ("部门", TEXT, 18, .dash = TRUE)),
  SZ_FORM_COL_TEXT (Named, staff_no, SZ_COL ("工号", CODE, 8)),
  SZ_FORM_COL_NAME (Named, name, SZ_COL ("姓名", TEXT, 10)),
  SZ_FORM_COL_CODE (Named, grade, SZ_TABLE_GRADE, SZ_COL ("档次", TEXT, 12)),
  SZ_FORM_COL_END,
};

static const SzFormTable sum_table
    = { .row_size = sizeof (Sums), .columns = sum_columns, .options = { .total_label = "合计" } };
static const SzFormTable named_table = { .row_size = sizeof (Named), .columns = named_columns };

typedef struct
{
  SzFormSheet *sums;  /* of Sums, in the order of departments */
  SzFormSheet *named; /* of Named: whoever is not plainly 合格 */
  gint64 cap_x1e4;
  guint taken;
  guint excellent;
} Table;

/* People stand by department. */
static Sums *
find_sums (Table *table, const char *department)
{
  const guint n = sz_form_sheet_count (table->sums);
  Sums *sums = n > 0 ? sz_form_sheet_row (table->sums, n - 1) : NULL;

  if (sums != NULL && g_str_equal (sums->department, department))
    return sums;
  sums = sz_form_sheet_add (table->sums);
  sums->department = sz_form_sheet_keep (table->sums, department);
  return sums;
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
  Named *named;

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
  if (grade == SZ_GRADE_QUALIFIED)
    return;
  named = sz_form_sheet_add (table->named);
  named->department = sz_form_sheet_keep (table->named, person->department);
  named->staff_no = sz_form_sheet_keep (table->named, person->staff_no);
  named->name = sz_form_sheet_keep (table->named, person->name);
  named->grade = grade;
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
compare_named_cb (gconstpointer a, gconstpointer b, gpointer none)
{
  return (int)((const Named *)a)->grade - (int)((const Named *)b)->grade;
}

/* 部门 → 姓氏笔画 */
static gboolean
gather (Table *table, SzOffice *office, int year, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) grades = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) params = sz_params_gather (office, error);
  g_autoptr (SzPeopleView) people = NULL;
  g_autoptr (GArray) ids = NULL;
  SzPeopleFilter all = SZ_PEOPLE_ALL;
  const SzDate last = sz_date_make (year, 12, 31);

  if (params == NULL || !sz_rules_excellent_cap (params, last, &table->cap_x1e4, error)
      || !sz_store_assessment_each (sz_office_get_store (office), SZ_ROWS_OF_YEAR (year),
                                    note_grade_cb, grades, error))
    return FALSE;
  people = sz_view_people_open (office, last, cancellable, error);
  if (people == NULL)
    return FALSE;
  ids = sz_people_view_ids (people, &all, SZ_PEOPLE_BY_TEACHER);
  for (guint i = 0; i < ids->len; i++)
    {
      const gint64 id = g_array_index (ids, gint64, i);
      const int known = GPOINTER_TO_INT (g_hash_table_lookup (grades, &id));

      add_person (table, sz_people_view_get_row (people, id),
                  known != 0 ? (SzGrade)(known - 1) : SZ_GRADE_NONE);
    }
  sz_form_sheet_sort (table->named, compare_named_cb, NULL);
  return TRUE;
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

SzPaper *
sz_form_make_f16 (SzOffice *office,
                  const SzForm *form,
                  const SzFormParams *params,
                  GCancellable *cancellable,
                  GError **error)
{
  static const char *const signatures[]
      = { "制表人", "审核人", "人事负责人", "考核委员会", "单位负责人（签章）", NULL };
  g_autofree char *title = g_strdup_printf ("%d%s", params->year, form->title);
  g_autoptr (SzFormSheet) sums = sz_form_sheet_new (sum_table.row_size);
  g_autoptr (SzFormSheet) named = sz_form_sheet_new (named_table.row_size);
  Table table = { .sums = sums, .named = named };
  SzPaper *paper;

  if (!gather (&table, office, params->year, cancellable, error))
    return NULL;
  paper = table.taken > 0 ? sz_form_new_paper (office, form, title, "单位：人", error)
                          : sz_form_refuse_empty (form, error);
  if (paper == NULL)
    return NULL;
  sz_form_table_add (paper, &sum_table, sums, params);
  add_quota (paper, &table);
  if (sz_form_sheet_count (named) > 0)
    {
      sz_paper_add_text (paper,
                         "优秀、基本合格、不合格和不确定档次人员名单（按部门、姓氏笔画为序）：");
      sz_form_table_add (paper, &named_table, named, params);
    }
  sz_paper_add_signatures (paper, signatures);
  return paper;
}
