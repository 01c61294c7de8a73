/* sz-form-f16.c — F16 年度考核结果汇总表 (RULE asm-1 … asm-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-assess-year.h"
#include "sz-forms-people.h"
#include "sz-view-people.h"

#define ORDINARY_CAP_X1E4 2000

/* A department. */
typedef struct
{
  const char *department;
  int due;   /* 应参加 */
  int taken; /* 实参加 */
  gint64 cap;
  gboolean has_cap;
  guint grades[SZ_GRADE_NONE];
} Sums;

/* Somebody who is named: whoever is not plainly 合格, or has no grade at all. */
typedef struct
{
  const char *department;
  const char *staff_no;
  const char *name;
  SzGrade grade;
  const char *reason;
  const char *effect;
  guint department_place;
  guint place; /* by 姓氏笔画 */
} Named;

#define GRADE(grade, name)                                                                         \
  SZ_FORM_COL_NUMBER (Sums, grades[SZ_GRADE_##grade],                                              \
                      SZ_COL (name, COUNT, 7, .total = SZ_TOTAL_SUM, .group = "考核档次"))

static const SzFormColumn sum_columns[] = {
  SZ_FORM_COL_SERIAL (5),
  SZ_FORM_COL_TEXT (Sums, department, SZ_COL ("部门", TEXT, 16, .dash = TRUE)),
  SZ_FORM_COL_NUMBER (Sums, due, SZ_COL ("应参加", COUNT, 7, .total = SZ_TOTAL_SUM)),
  SZ_FORM_COL_NUMBER (Sums, taken, SZ_COL ("实参加", COUNT, 7, .total = SZ_TOTAL_SUM)),
  SZ_FORM_COL_NUMBER (Sums,
                      cap,
                      SZ_COL ("优秀（额）", COUNT, 7, .total = SZ_TOTAL_SUM, .group = "考核档次"),
                      .has = SZ_FORM_HAS (Sums, has_cap),
                      .absent = TRUE),
  GRADE (EXCELLENT, "优秀（实）"),
  GRADE (QUALIFIED, "合格"),
  GRADE (BASIC, "基本合格"),
  GRADE (UNQUALIFIED, "不合格"),
  GRADE (UNDETERMINED, "不确定档次"),
  SZ_FORM_COL_END,
};

#define TEXT(member, heading, wide)                                                                \
  SZ_FORM_COL_TEXT (Named, member, SZ_COL (heading, TEXT, wide, .dash = TRUE))
#define NAMED_BEGIN                                                                                \
  SZ_FORM_COL_SERIAL (5), TEXT (department, "部门", 18),                                           \
      SZ_FORM_COL_TEXT (Named, staff_no, SZ_COL ("工号", CODE, 8),                                 \
                        .unless = SZ_FORM_NEEDS_PUBLIC),                                           \
      SZ_FORM_COL_NAME (Named, name, SZ_COL ("姓名", TEXT, 10))

static const SzFormColumn missing_columns[] = { NAMED_BEGIN, SZ_FORM_COL_END };
static const SzFormColumn named_columns[] = {
  NAMED_BEGIN,
  SZ_FORM_COL_CODE (Named, grade, SZ_TABLE_GRADE, SZ_COL ("档次", TEXT, 12)),
  TEXT (reason, "原因", 18),
  TEXT (effect, "影响", 26),
  SZ_FORM_COL_END,
};

static const SzFormTable sum_table
    = { .row_size = sizeof (Sums), .columns = sum_columns, .options = { .total_label = "合计" } };
static const SzFormTable missing_table = { .row_size = sizeof (Named), .columns = missing_columns };
static const SzFormTable named_table = { .row_size = sizeof (Named), .columns = named_columns };

typedef struct
{
  const SzAssessYear *year;
  SzFormSheet *sums;
  SzFormSheet *missing;
  SzFormSheet *named;
  GHashTable *places; /* staff number → place by 姓氏笔画 */
} Table;

static guint
find_department (const SzAssessYear *year, const char *department)
{
  guint i = 0;

  while (i < year->shares->len
         && !g_str_equal (g_array_index (year->shares, SzAssessShare, i).department, department))
    i++;
  return i;
}

static const char *
get_reason (SzUndetermined reason)
{
  switch (reason)
    {
    case SZ_UNDETERMINED_NEW:
      return "本年新入职不满半年";
    case SZ_UNDETERMINED_LEAVE:
      return "病事假超过半年";
    case SZ_UNDETERMINED_DISCIPLINE:
      return "处分期";
    case SZ_UNDETERMINED_INVESTIGATION:
      return "立案审查未结";
    case SZ_UNDETERMINED_NOT:
    default:
      return "";
    }
}

/* RULE asm-4 */
static const char *
get_effect (SzGrade grade)
{
  if (grade == SZ_GRADE_BASIC || grade == SZ_GRADE_UNQUALIFIED)
    return "不计入任职年限；次年不得晋升";
  return grade == SZ_GRADE_UNDETERMINED ? "不计入任职年限" : "";
}

static void
add_person (Table *about, const SzAssessPerson *person)
{
  const SzGrade grade = person->assessed.grade;
  const guint department = find_department (about->year, person->department);
  SzFormSheet *sheet = grade == SZ_GRADE_NONE ? about->missing : about->named;
  Named *named;

  if (grade != SZ_GRADE_NONE)
    ((Sums *)sz_form_sheet_row (about->sums, department))->grades[grade]++;
  if (grade == SZ_GRADE_QUALIFIED)
    return;
  named = sz_form_sheet_add (sheet);
  *named = (Named){ .department = person->department,
                    .staff_no = person->staff_no,
                    .name = person->name,
                    .grade = grade,
                    .reason
                    = grade == SZ_GRADE_UNDETERMINED ? get_reason (person->assessed.reason) : "",
                    .effect = get_effect (grade),
                    .department_place = department,
                    .place
                    = GPOINTER_TO_UINT (g_hash_table_lookup (about->places, person->staff_no)) };
}

static int
compare_named_cb (gconstpointer a, gconstpointer b, gpointer none)
{
  const Named *left = a;
  const Named *right = b;

  (void)none;
  if (left->grade != right->grade)
    return left->grade < right->grade ? -1 : 1;
  if (left->department_place != right->department_place)
    return left->department_place < right->department_place ? -1 : 1;
  return (left->place > right->place) - (left->place < right->place);
}

static void
add_rows (Table *about)
{
  const SzAssessYear *year = about->year;

  for (guint i = 0; i < year->shares->len; i++)
    {
      const SzAssessShare *share = &g_array_index (year->shares, SzAssessShare, i);

      *(Sums *)sz_form_sheet_add (about->sums) = (Sums){ .department = share->department,
                                                         .due = share->due,
                                                         .taken = share->taken,
                                                         .cap = share->cap,
                                                         .has_cap = year->cap_by_department };
    }
  for (guint i = 0; i < year->people->len; i++)
    add_person (about, &g_array_index (year->people, SzAssessPerson, i));
  sz_form_sheet_sort (about->missing, compare_named_cb, NULL);
  sz_form_sheet_sort (about->named, compare_named_cb, NULL);
}

/* RULE asm-2, num-4: an upper limit is floored. */
static void
add_cap (SzPaper *paper, const SzAssessYear *year)
{
  const gint64 ratio = year->cap_ratio_x1e4;
  g_autofree char *share
      = ratio % 100 == 0 ? sz_decimal_format (ratio / 100, 0) : sz_decimal_format (ratio, 2);
  g_autofree char *over = year->over > 0
                              ? g_strdup_printf ("，超出 %" G_GINT64_FORMAT " 人", year->over)
                              : g_strdup ("");
  g_autofree char *approval = ratio > ORDINARY_CAP_X1E4 && *year->approval != '\0'
                                  ? g_strdup_printf ("（%s）", year->approval)
                                  : g_strdup ("");
  g_autofree char *text
      = g_strdup_printf ("优秀名额：应参加 %" G_GINT64_FORMAT " 人 × %s%% ＝ %" G_GINT64_FORMAT
                         " 人，实际 %" G_GINT64_FORMAT " 人%s%s",
                         year->due, share, year->cap, year->grades[SZ_GRADE_EXCELLENT], over,
                         approval);

  sz_paper_add_text (paper, text);
}

static gboolean
number_people (Table *about, SzOffice *office, int year, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzPeopleView) view
      = sz_view_people_open (office, sz_date_make (year, 12, 31), cancellable, error);
  g_autoptr (GArray) ids = NULL;
  SzPeopleFilter all = SZ_PEOPLE_ALL;

  if (view == NULL)
    return FALSE;
  ids = sz_people_view_ids (view, &all, SZ_PEOPLE_BY_SURNAME);
  for (guint i = 0; i < ids->len; i++)
    {
      const SzPeopleRow *row = sz_people_view_get_row (view, g_array_index (ids, gint64, i));

      g_hash_table_insert (about->places, g_strdup (row->staff_no), GUINT_TO_POINTER (i));
    }
  return TRUE;
}

static SzPaper *
make_paper (const Table *about, SzPaper *paper, const SzFormParams *params)
{
  static const char *const signatures[]
      = { "制表人", "人事负责人", "考核委员会", "单位负责人（签章）", NULL };

  sz_form_table_add (paper, &sum_table, about->sums, params);
  add_cap (paper, about->year);
  if (sz_form_sheet_count (about->missing) > 0)
    {
      sz_paper_add_text (paper, "未参加人员名单（按部门、姓氏笔画为序）：");
      sz_form_table_add (paper, &missing_table, about->missing, params);
    }
  if (sz_form_sheet_count (about->named) > 0)
    {
      sz_paper_add_text (paper,
                         "优秀、基本合格、不合格和不确定档次人员名单（按部门、姓氏笔画为序）：");
      sz_form_table_add (paper, &named_table, about->named, params);
    }
  sz_paper_add_signatures (paper, signatures);
  return paper;
}

SzPaper *
sz_form_make_f16 (SzOffice *office,
                  const SzForm *form,
                  const SzFormParams *params,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *title = g_strdup_printf ("%d%s", params->year, form->title);
  g_autoptr (SzFormSheet) sums = sz_form_sheet_new (sum_table.row_size);
  g_autoptr (SzFormSheet) missing = sz_form_sheet_new (missing_table.row_size);
  g_autoptr (SzFormSheet) named = sz_form_sheet_new (named_table.row_size);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SzAssessYear *year = sz_assess_year (office, params->year, error);
  Table about = { year, sums, missing, named, places };
  SzPaper *paper;

  if (year == NULL)
    return NULL;
  /* The rows of all three tables borrow from the year; the first is drawn as long as any. */
  sz_form_sheet_hold (sums, year, (GDestroyNotify)sz_assess_year_free);
  if (!number_people (&about, office, params->year, cancellable, error))
    return NULL;
  add_rows (&about);
  paper = year->taken > 0 ? sz_form_new_paper (office, form, title, "单位：人", error)
                          : sz_form_refuse_empty (form, error);
  return paper != NULL ? make_paper (&about, paper, params) : NULL;
}
