/* sz-form-f11.c — F11 职称申报人员情况一览表, for the public
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-form-round.h"
#include "sz-forms-titles.h"
#include "sz-title-round-private.h"

#define MONTHS_A_YEAR 12

typedef struct
{
  const char *name;
  SzSex sex;
  SzDate birth;
  const char *department;
  const char *held;
  SzDate title_from;
  SzDate start;
  gboolean has_years;
  int years;
  const char *education;
  const char *degree;
  gboolean has_work_years;
  int work_years;
  const char *grades[SZ_FORM_GRADE_YEARS];
  gboolean has_hours;
  gint64 hours_x100;
  const char *skill;
  const char *merits;
  const char *target;
  const char *route;
  const char *approval;
  const char *note;
  const char *group;
} Row;

#define TEXT(member, heading, wide, ...)                                                           \
  SZ_FORM_COL_TEXT (Row, member, SZ_COL (heading, TEXT, wide, .dash = TRUE), ##__VA_ARGS__)
#define MONTH(member, heading)                                                                     \
  SZ_FORM_COL_DAY (Row, member, SZ_COL (heading, MONTH, 8, .dash = TRUE))
#define GRADE(i) SZ_FORM_COL_TEXT (Row, grades[i], SZ_COL ("", TEXT, 4.5, .group = "近5年考核"))
#define FIRST_GRADE 12

static const SzFormColumn fixed[] = {
  SZ_FORM_COL_SERIAL (4),
  SZ_FORM_COL_NAME (Row, name, SZ_COL ("姓名", TEXT, 8)),
  SZ_FORM_COL_CODE (Row, sex, SZ_TABLE_SEX, SZ_COL ("性别", TEXT, 4, .dash = TRUE)),
  MONTH (birth, "出生年月"),
  TEXT (department, "部门", 11),
  TEXT (held, "现职称", 12),
  MONTH (title_from, "取得时间"),
  MONTH (start, "聘任时间"),
  SZ_FORM_COL_NUMBER (Row,
                      years,
                      SZ_COL ("任现职年限", COUNT, 6, .dash = TRUE),
                      .has = SZ_FORM_HAS (Row, has_years)),
  TEXT (education, "学历", 6),
  TEXT (degree, "学位", 6),
  SZ_FORM_COL_NUMBER (Row,
                      work_years,
                      SZ_COL ("任教年限", COUNT, 6, .dash = TRUE),
                      .has = SZ_FORM_HAS (Row, has_work_years)),
  GRADE (0),
  GRADE (1),
  GRADE (2),
  GRADE (3),
  GRADE (4),
  SZ_FORM_COL_NUMBER (Row,
                      hours_x100,
                      SZ_COL ("年均课时", DECIMAL, 8, .decimals = SZ_HOURS_DECIMALS, .dash = TRUE),
                      .has = SZ_FORM_HAS (Row, has_hours)),
  TEXT (skill, "技能等级", 8),
  TEXT (merits, "业绩", 14),
  TEXT (target, "申报职称", 12),
  TEXT (route, "途径", 8),
  TEXT (approval, "批文号", 12, .absent = TRUE),
  TEXT (note, "备注", 16),
  SZ_FORM_COL_END,
};

/* 优 合 基 不 未 */
static const char *
get_grade_mark (SzGrade grade)
{
  static const char *const marks[SZ_GRADE_NONE + 1] = {
    [SZ_GRADE_EXCELLENT] = "优",   [SZ_GRADE_QUALIFIED] = "合",    [SZ_GRADE_BASIC] = "基",
    [SZ_GRADE_UNQUALIFIED] = "不", [SZ_GRADE_UNDETERMINED] = "未", [SZ_GRADE_NONE] = "—",
  };

  return marks[grade];
}

static void
append_name (GString *text, const char *name)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", name);
}

static void
add_items_cb (const SzTitleConditionResult *result, int depth, gpointer user_data)
{
  (void)depth;
  for (guint i = 0; i < result->n_items; i++)
    if (result->items[i].fitting >= result->items[i].needed)
      append_name (user_data, result->items[i].name);
}

/* The items with enough rows, else how many rows there are. */
static char *
dup_merits (const SzFormApplicant *applicant)
{
  const SzPathResult *best = sz_title_person_best (applicant->person);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; best != NULL && i < best->n_conditions; i++)
    sz_form_condition_each (best->conditions[i], 0, add_items_cb, text);
  if (text->len == 0 && applicant->n_achievements > 0)
    g_string_append_printf (text, "%u 项", applicant->n_achievements);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* 不满足：ids; 人工核实：ids */
static char *
dup_note (const SzFormRound *about, const SzFormApplicant *applicant)
{
  const SzPathResult *best = sz_title_person_best (applicant->person);
  g_autoptr (GString) unmet = g_string_new (NULL);
  g_autoptr (GString) confirmed = g_string_new (NULL);

  for (guint i = 0; best != NULL && i < best->n_conditions; i++)
    if (best->conditions[i]->verdict == SZ_VERDICT_UNMET)
      append_name (unmet, best->conditions[i]->condition->id);
  for (guint i = 0; i < about->confirmations->len; i++)
    {
      const SzTitleConfirmationRow *row
          = &g_array_index (about->confirmations, SzTitleConfirmationRow, i);

      if (row->person_id == applicant->person_id)
        append_name (confirmed, row->condition);
    }
  return g_strconcat (unmet->len > 0 ? "不满足：" : "", unmet->str,
                      unmet->len > 0 && confirmed->len > 0 ? "；" : "",
                      confirmed->len > 0 ? "人工核实：" : "", confirmed->str, NULL);
}

static guint
count_target (const SzFormRound *about, const char *title)
{
  guint n = 0;

  for (guint i = 0; i < about->applicants->len; i++)
    n += g_strcmp0 (sz_form_round_get (about, i)->application->title, title) == 0;
  return n;
}

static void
add_row (SzFormSheet *sheet, const SzFormRound *about, const SzFormApplicant *applicant)
{
  const SzTitlePerson *person = applicant->person;
  const SzTitleApplicationRow *application = applicant->application;
  const SzCode *skill
      = applicant->skill >= 0 ? sz_codes_by_value (SZ_TABLE_SKILL, applicant->skill) : NULL;
  g_autofree char *merits = dup_merits (applicant);
  g_autofree char *note = dup_note (about, applicant);
  g_autofree char *group
      = g_strdup_printf ("%s（%u人）", applicant->target, count_target (about, application->title));
  Row *row = sz_form_sheet_add (sheet);

  *row = (Row){ .name = person->name,
                .sex = applicant->row->sex,
                .birth = applicant->row->birth_date,
                .department = person->department,
                .held = person->held != NULL ? sz_codes_name (SZ_TABLE_TITLE, person->held) : "",
                .title_from = applicant->title_from,
                .start = person->years.start,
                .has_years = person->held != NULL && person->years.known,
                .years = person->years.high / MONTHS_A_YEAR,
                .education
                = applicant->education >= 0 ? sz_education_level_name (applicant->education) : "",
                .degree = applicant->degree > 0 ? sz_degree_level_name (applicant->degree) : "",
                .has_work_years = applicant->has_work_years,
                .work_years = applicant->work_years,
                .has_hours = applicant->has_hours,
                .hours_x100 = applicant->hours_x100,
                .skill = skill != NULL ? skill->name : "",
                .merits = sz_form_sheet_keep (sheet, merits),
                .target = applicant->target,
                .route = g_strcmp0 (application->route, "正常") == 0 ? "" : application->route,
                .approval = application->approval,
                .note = sz_form_sheet_keep (sheet, note),
                .group = sz_form_sheet_keep (sheet, group) };
  for (int i = 0; i < SZ_FORM_GRADE_YEARS; i++)
    row->grades[i] = get_grade_mark (applicant->grades[i]);
}

/* The table with the years in its headings; it lives as long as the rows. */
static const SzFormTable *
make_table (SzFormSheet *sheet, int assess_to)
{
  SzFormTable *table = g_new0 (SzFormTable, 1);
  SzFormColumn *columns = g_memdup2 (fixed, sizeof fixed);

  sz_form_sheet_hold (sheet, table, g_free);
  sz_form_sheet_hold (sheet, columns, g_free);
  for (int i = 0; i < SZ_FORM_GRADE_YEARS; i++)
    {
      g_autofree char *year = g_strdup_printf ("%d", assess_to - SZ_FORM_GRADE_YEARS + 1 + i);

      columns[FIRST_GRADE + i].paper.heading = sz_form_sheet_keep (sheet, year);
    }
  table->row_size = sizeof (Row);
  table->columns = columns;
  table->group = SZ_FORM_HAS (Row, group);
  table->options.group_headings = TRUE;
  return table;
}

SzPaper *
sz_form_make_f11 (SzOffice *office,
                  const SzForm *form,
                  const SzFormParams *params,
                  GCancellable *cancellable,
                  GError **error)
{
  static const char *const signatures[] = { "制表人", "审核人", "单位（盖章）", NULL };
  g_autoptr (SzFormSheet) sheet = sz_form_sheet_new (sizeof (Row));
  g_autoptr (GError) reason = NULL;
  SzFormRound *about = sz_form_round_open (office, params, cancellable, error);
  g_autofree char *batch = NULL;
  g_autofree char *count = NULL;
  g_autofree char *notice = NULL;
  SzPaper *paper;

  g_return_val_if_fail (form != NULL, NULL);

  if (about == NULL)
    return NULL;
  sz_form_sheet_hold (sheet, about, (GDestroyNotify)sz_form_round_free);
  notice = sz_form_round_dup_notice (office, about, "announced", NULL, &reason);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  for (guint i = 0; i < about->applicants->len; i++)
    add_row (sheet, about, sz_form_round_get (about, i));
  batch = g_strconcat ("批次：", params->batch, NULL);
  paper = about->applicants->len > 0
              ? sz_form_new_paper (office, form, form->title, "单位：人", error)
              : sz_form_refuse_empty (form, error);
  if (paper == NULL)
    return NULL;
  sz_paper_set_orientation (paper, SZ_ORIENTATION_LANDSCAPE);
  sz_paper_add_text (paper, batch);
  sz_form_table_add (paper, make_table (sheet, about->round->question.assess_to), sheet, params);
  count = g_strdup_printf ("合计 %u 人", about->applicants->len);
  sz_paper_add_text (paper, count);
  if (notice != NULL)
    sz_paper_add_text (paper, notice);
  sz_paper_add_text (paper, "监督电话：＿＿＿＿＿＿＿＿");
  sz_paper_add_text (paper, "同一申报职称内按姓氏笔画为序。");
  sz_paper_add_signatures (paper, signatures);
  return paper;
}
