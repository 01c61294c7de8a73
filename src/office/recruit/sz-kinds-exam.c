/* sz-kinds-exam.c — scores, checks and decisions of applicants (RULE rec-2, rec-3, rec-21, rec-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-kinds-recruit.h"
#include "sz-recruit-import-private.h"
#include "sz-row-type.h"
#include "sz-recruit-lists.h"

#define FULL_MARK_X100 10000
#define WITHDREW "回避"

/* clang-format off */
#define T(name) .table = SZ_TABLE_##name
#define SCO(member) SZ_FIELD_AT (SzScoreRow, member)
#define NEEDED .required = TRUE

static const SzImportField score_fields[] = {
  { "招聘批次", SZ_FIELD_TEXT, NEEDED, .example = "2025-1" },
  { "岗位代码", SZ_FIELD_TEXT, .example = "A01" },
  { "准考证号", SZ_FIELD_PHONE, .example = "2025001001" },
  { "身份证号", SZ_FIELD_ID_NUMBER, .example = "" },
  { "姓名", SZ_FIELD_NAME, .example = "张三" },
  { "抽签号", SZ_FIELD_TEXT, SCO (draw_no), .example = "" },
  { "科目", SZ_FIELD_TEXT, SCO (component), NEEDED, .example = "面试" },
  { "分项", SZ_FIELD_TEXT, SCO (item), .example = "" },
  { "考官1", SZ_FIELD_TEXT, .example = "88.0" },
  { "考官2", SZ_FIELD_TEXT, .example = "86.5" },
  { "考官3", SZ_FIELD_TEXT, .example = "90.0" },
  { "考官4", SZ_FIELD_TEXT, .example = "84.0" },
  { "考官5", SZ_FIELD_TEXT, .example = "87.5" },
  { "考官6", SZ_FIELD_TEXT, .example = "91.0" },
  { "考官7", SZ_FIELD_TEXT, .example = "85.5", .note = N_ ("A judge who withdrew: 回避") },
  { "考官8", SZ_FIELD_TEXT, .example = "" },
  { "考官9", SZ_FIELD_TEXT, .example = "" },
  { "考官10", SZ_FIELD_TEXT, .example = "" },
  { "考官11", SZ_FIELD_TEXT, .example = "" },
  { "考官12", SZ_FIELD_TEXT, .example = "" },
  { "考官13", SZ_FIELD_TEXT, .example = "" },
  { "考官14", SZ_FIELD_TEXT, .example = "" },
  { "考官15", SZ_FIELD_TEXT, .example = "" },
  { "成绩", SZ_FIELD_TEXT, .example = "", .note = N_ ("One number, or 缺考, 违纪, 作弊") },
  { "平均分", SZ_FIELD_TEXT, .example = "", .note = N_ ("Only compared") },
};
/* clang-format on */

/* A number with two decimals in a cell that may also hold words; FALSE with a finding. */
static gboolean
read_mark (SzImportRun *run, guint field, gint64 full, gint64 *mark)
{
  g_autofree char *text = NULL;

  /* RULE rec-2: a number below 0 is a number, but no mark. */
  if (sz_import_read_folded (run, field, &text) && *text == '-'
      && sz_decimal_parse (text, SZ_HOURS_DECIMALS, mark, NULL) && *mark < 0)
    return sz_import_fail (run, "score.range", field, text);
  if (!sz_import_read_decimal (run, field, SZ_HOURS_DECIMALS, mark))
    return FALSE;
  if (*mark <= full)
    return TRUE;
  return sz_import_fail (run, "score.range", field, sz_import_get_cell (run, field)->text);
}

static gint64
find_full_mark (const SzExamPlan *plan, const char *item)
{
  for (guint i = 0; item != NULL && i < plan->n_items; i++)
    if (strcmp (plan->items[i].name, item) == 0)
      return plan->items[i].full_x100;
  return FULL_MARK_X100;
}

/* 考官1 … up to the last cell with anything in it, as one text; "" when there is none. */
static void
read_marks (SzImportRun *run, SzScoreRow *row, gint64 full)
{
  const guint first = (guint)sz_import_field (run, "考官1");
  g_autoptr (GString) marks = g_string_new (NULL);
  gsize end = 0;

  for (guint judge = 0; judge < SZ_JUDGES_MAX; judge++)
    {
      g_autofree char *text = NULL;
      g_autofree char *number = NULL;
      gint64 mark = 0;

      sz_import_read_text (run, first + judge, &text);
      if (judge > 0)
        g_string_append_c (marks, ' ');
      if (text == NULL || *text == '\0')
        {
          g_string_append_c (marks, '.');
          continue;
        }
      if (strcmp (text, WITHDREW) == 0)
        g_string_append_c (marks, '-');
      else if (read_mark (run, first + judge, full, &mark))
        {
          number = sz_decimal_format (mark, SZ_HOURS_DECIMALS);
          g_string_append (marks, number);
        }
      end = marks->len;
    }
  g_string_truncate (marks, end);
  row->marks = g_string_free (g_steal_pointer (&marks), FALSE);
}

static const char *
find_status (const char *text)
{
  static const char *const words[][2] = { { "缺考", "absent" },
                                          { "弃考", "absent" },
                                          { "未到", "absent" },
                                          { "违纪", "void" },
                                          { "作弊", "cheated" } };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i][0], text) == 0)
      return words[i][1];
  return NULL;
}

/* 成绩: a number, or why there is none. */
static void
read_result (SzImportRun *run, SzScoreRow *row, gint64 full)
{
  const guint field = (guint)sz_import_field (run, "成绩");
  g_autofree char *text = NULL;
  const char *status;

  row->score_x100 = -1;
  if (!sz_import_read_text (run, field, &text) || text == NULL || *text == '\0')
    return;
  status = find_status (text);
  if (status != NULL)
    row->status = g_strdup (status);
  else if (!read_mark (run, field, full, &row->score_x100))
    row->score_x100 = -1;
}

static gboolean
is_component (const SzExamPlan *plan, const char *component)
{
  return sz_exam_plan_find (plan, component) >= 0 || strcmp (component, SZ_COMPONENT_EXTRA) == 0;
}

static void
find_value (SzImportRun *run, const char *code, const char *heading, const char *value)
{
  sz_import_find (run, SZ_SEVERITY_ERROR, code, sz_import_field (run, heading), value, NULL);
}

static gboolean
resolve_score (SzImportRun *run, gpointer data, GError **error)
{
  SzScoreRow *row = data;
  SzRecruitBook *book = NULL;
  SzRecruitPerson *person = NULL;
  const SzExamPlan *plan;
  gint64 full;

  if (!sz_import_recruit_person (run, &book, &person, error))
    return FALSE;
  if (person == NULL || person->post == NULL)
    return TRUE;
  plan = &person->post->plan;
  row->applicant_id = person->row->id;
  if (!is_component (plan, row->component))
    find_value (run, "component.unknown", "科目", row->component);
  else if (sz_recruit_post_locked (book, person->post, row->component))
    find_value (run, "scores.locked", "科目", row->component);
  full = find_full_mark (plan, row->item);
  if (row->item != NULL && *row->item != '\0'
      && (strcmp (row->component, SZ_COMPONENT_INTERVIEW) != 0 || plan->n_items == 0
          || (full == FULL_MARK_X100 && plan->n_items > 1)))
    find_value (run, "component.unknown", "分项", row->item);
  read_marks (run, row, full);
  read_result (run, row, full);
  if (row->item == NULL)
    row->item = g_strdup ("");
  if (row->status == NULL)
    row->status = g_strdup ("");
  if (run->row_errors == 0 && row->score_x100 < 0 && *row->marks == '\0' && *row->status == '\0')
    find_value (run, "required.missing", "成绩", NULL);
  return TRUE;
}

/* The score that this row alone makes, to be compared with the sheet's own mean. */
static void
compare_mean (SzImportRun *run, const SzScoreRow *row, const SzExamPlan *plan)
{
  const guint field = (guint)sz_import_field (run, "平均分");
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  SzRecruitPerson alone = { .scores = rows };
  g_autofree char *text = NULL;
  g_autofree char *ours = NULL;
  gint64 mean = 0;
  SzScore score;

  g_ptr_array_add (rows, (gpointer)row);
  score = sz_recruit_score (&alone, plan, row->component);
  if (score.state == SZ_SCORE_FEW && plan->n_items == 0)
    sz_import_find (run, SZ_SEVERITY_WARNING, "exam.too_few_marks", sz_import_field (run, "考官1"),
                    NULL, NULL);
  if (*row->item != '\0' || score.state != SZ_SCORE_GIVEN || *row->marks == '\0'
      || !sz_import_has (run, field) || !sz_import_read_text (run, field, &text)
      || (sz_decimal_parse (text, SZ_HOURS_DECIMALS, &mean, NULL) && mean == score.score_x100))
    return;
  ours = sz_decimal_format (score.score_x100, SZ_HOURS_DECIMALS);
  sz_import_find (run, SZ_SEVERITY_WARNING, "score.mismatch", (int)field, text, "ours", ours, NULL);
}

/* RULE rec-3: by what is stored at that moment. */
static gboolean
is_unexpected (const SzRecruitPerson *person, const char *component)
{
  const SzExamPlan *plan = &person->post->plan;
  const int index = sz_exam_plan_find (plan, component);

  if (index < 0 || plan->components[index].stage == 0)
    return FALSE;
  if (person->entry == NULL)
    return person->screened == SZ_REFUSED;
  return person->entry->stages <= plan->components[index].stage
         && person->entry->state != SZ_EXAM_PENDING && person->entry->state != SZ_EXAM_RANKED;
}

static gboolean
check_score (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzScoreRow *row = data;
  SzRecruitBook *book = NULL;
  SzRecruitPerson *person = NULL;

  if (!sz_import_recruit_person (run, &book, &person, error))
    return FALSE;
  if (person == NULL || person->post == NULL)
    return TRUE;
  compare_mean (run, row, &person->post->plan);
  if (is_unexpected (person, row->component))
    sz_import_find (run, SZ_SEVERITY_WARNING, "score.unexpected", sz_import_field (run, "科目"),
                    row->component, "state",
                    sz_exam_state_name (person->entry != NULL ? person->entry->state
                                                              : SZ_EXAM_NOT_ENTERED),
                    NULL);
  return TRUE;
}

static guint
count_marks (const char *marks)
{
  guint n = *marks != '\0' ? 1 : 0;

  for (const char *p = marks; *p != '\0'; p++)
    n += *p == ' ' ? 1 : 0;
  return n;
}

/* Index of the first judge without a mark among the first @judges, −1: none. */
static int
find_blank (const char *marks, guint judges)
{
  g_auto (GStrv) words = g_strsplit (marks, " ", -1);
  const guint n = g_strv_length (words);

  for (guint i = 0; i < judges; i++)
    if (i >= n || strcmp (words[i], ".") == 0)
      return (int)i;
  return -1;
}

static char *
dup_group (SzImportRun *run, const SzScoreRow *row, GHashTable *posts)
{
  const char *post = g_hash_table_lookup (posts, &row->applicant_id);

  return g_strconcat (post != NULL ? post : "", "\x1f", row->component, NULL);
}

/* The judges of a post and component are 考官1 up to the highest column in which any row of them
 * has anything; a blank among them is a mark that is missing. */
static gboolean
check_judges (SzImportRun *run, GError **error)
{
  g_autoptr (GHashTable) judges = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) posts = g_hash_table_new (g_int64_hash, g_int64_equal);
  const int first = sz_import_field (run, "考官1");

  sz_import_recruit_note_posts (run, posts);
  for (guint i = 0; i < run->kept->len; i++)
    {
      const SzScoreRow *row = g_ptr_array_index (run->kept, i);
      g_autofree char *group = dup_group (run, row, posts);
      const guint n
          = MAX (count_marks (row->marks), GPOINTER_TO_UINT (g_hash_table_lookup (judges, group)));

      g_hash_table_insert (judges, g_steal_pointer (&group), GUINT_TO_POINTER (n));
    }
  for (guint i = 0; i < run->kept->len; i++)
    {
      const SzScoreRow *row = g_ptr_array_index (run->kept, i);
      g_autofree char *group = dup_group (run, row, posts);
      const int blank
          = *row->marks == '\0'
                ? -1
                : find_blank (row->marks, GPOINTER_TO_UINT (g_hash_table_lookup (judges, group)));

      if (blank >= 0)
        sz_import_find_at (run, (guint)row->source_row, SZ_SEVERITY_ERROR, "mark.missing",
                           first + blank, NULL, NULL);
    }
  return TRUE;
}

/* A component that is entered again replaces what was there while it is not locked. */
static gboolean
put_score (SzImportRun *run, gpointer row, SzPutResult *result, GError **error)
{
  return sz_store_score_put (run->act, row, SZ_PUT_UPDATE, result, error);
}

static gboolean
check_new_score (SzImportRun *run, gconstpointer data, GError **error)
{
  const SzScoreRow *row = data;
  SzScoreRow there = { .applicant_id = row->applicant_id,
                       .component = g_strdup (row->component),
                       .item = g_strdup (row->item) };
  gboolean found = FALSE;
  gboolean done = sz_store_score_find (run->store, &there, &found, error);

  sz_store_score_clear (&there);
  if (done && found && !run->request->update)
    {
      g_autofree char *where = sz_import_dup_where (0);

      sz_import_find (run, SZ_SEVERITY_ERROR, "row.duplicate", -1, NULL, "where", where, NULL);
    }
  return done && check_score (run, data, error);
}

static const SzImportHooks score_hooks = {
  .begin = sz_import_recruit_begin,
  .end = sz_import_recruit_end,
  .resolve = resolve_score,
  .check_row = check_new_score,
  .after_all = check_judges,
  .keeps_rows = TRUE,
  .put = put_score,
};

const SzImportKind sz_import_kind_scores = { "scores", "考试成绩", SZ_IMPORT_FIELDS (score_fields),
                                             .type = &sz_score_type, .hooks = &score_hooks };

/* clang-format off */
#define CHE(member) SZ_FIELD_AT (SzCheckRow, member)
static const SzImportField check_fields[] = {
  { "招聘批次", SZ_FIELD_TEXT, NEEDED, .example = "2025-1" },
  { "岗位代码", SZ_FIELD_TEXT, .example = "A01" },
  { "准考证号", SZ_FIELD_PHONE, .example = "2025001001" },
  { "身份证号", SZ_FIELD_ID_NUMBER, .example = "" },
  { "姓名", SZ_FIELD_NAME, .example = "张三" },
  { "体检", SZ_FIELD_CODE, CHE (physical), T (OUTCOME), .example = "合格" },
  { "考察", SZ_FIELD_CODE, CHE (inspection), T (OUTCOME), .example = "合格" },
  { "放弃", SZ_FIELD_CODE, CHE (withdrawn), T (YES_NO), .example = "" },
  { "日期", SZ_FIELD_DATE, CHE (day), .example = "2025-06-20" },
  { "说明", SZ_FIELD_TEXT, CHE (note), .example = "" },
};

#define DEC(member) SZ_FIELD_AT (SzDecisionRow, member)
static const SzImportField decision_fields[] = {
  { "招聘批次", SZ_FIELD_TEXT, NEEDED, .example = "2025-1" },
  { "岗位代码", SZ_FIELD_TEXT, .example = "A01" },
  { "准考证号", SZ_FIELD_PHONE, .example = "2025001001" },
  { "身份证号", SZ_FIELD_ID_NUMBER, .example = "" },
  { "姓名", SZ_FIELD_NAME, .example = "张三" },
  { "会议", SZ_FIELD_TEXT, DEC (meeting), NEEDED, .example = "党委会" },
  { "会议日期", SZ_FIELD_DATE, DEC (held_on), NEEDED, .example = "2025-06-03" },
  { "纪要号", SZ_FIELD_TEXT, DEC (minutes), NEEDED, .example = "〔2025〕21号" },
  { "结论", SZ_FIELD_CODE, DEC (agreed), NEEDED, T (CONSENT), .example = "同意" },
  { "依据", SZ_FIELD_TEXT, DEC (basis), .example = "" },
  { "专家意见", SZ_FIELD_TEXT, DEC (opinion), .example = "" },
};
/* clang-format on */

static gboolean
resolve_check (SzImportRun *run, gpointer data, GError **error)
{
  SzCheckRow *row = data;
  SzRecruitBook *book = NULL;
  SzRecruitPerson *person = NULL;

  if (!sz_import_recruit_person (run, &book, &person, error))
    return FALSE;
  row->applicant_id = person != NULL ? person->row->id : 0;
  return TRUE;
}

static gboolean
resolve_decision (SzImportRun *run, gpointer data, GError **error)
{
  SzDecisionRow *row = data;
  SzRecruitBook *book = NULL;
  SzRecruitPerson *person = NULL;

  if (!sz_import_recruit_person (run, &book, &person, error))
    return FALSE;
  row->applicant_id = person != NULL ? person->row->id : 0;
  return TRUE;
}

static const SzImportHooks check_hooks = {
  .begin = sz_import_recruit_begin,
  .end = sz_import_recruit_end,
  .resolve = resolve_check,
};

static const SzImportHooks decision_hooks = {
  .begin = sz_import_recruit_begin,
  .end = sz_import_recruit_end,
  .resolve = resolve_decision,
};

const SzImportKind sz_import_kind_checks
    = { "checks", "考察体检结果", SZ_IMPORT_FIELDS (check_fields), .type = &sz_check_type,
        .hooks = &check_hooks };

const SzImportKind sz_import_kind_decisions
    = { "decisions", "集体研究决定", SZ_IMPORT_FIELDS (decision_fields), .type = &sz_decision_type,
        .hooks = &decision_hooks };
