/* sz-post-tables.c — what the tables of a post say, cell by cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-post-tables.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-codes.h"
#include "sz-field-list.h"

/* ---- applicants: a column a condition ---- */

enum
{
  TICKET,
  NAME,
  STATE,
  FIRST_CONDITION,
  N_APPLICANT = FIRST_CONDITION + SZ_N_CONDITIONS + 1
};

static const char *
get_condition (SzScreenCondition condition)
{
  const SzCode *code = sz_codes_by_value (SZ_TABLE_CONDITION, (int)condition);

  return condition == SZ_CONDITION_INTEGRITY ? "诚信"
         : condition == SZ_CONDITION_HONOUR  ? "荣誉"
         : code != NULL                      ? code->name
                                             : "";
}

/* The conditions that the post has, in their order. */
static guint
find_conditions (const SzRecruitPost *post, SzScreenCondition *found)
{
  gboolean used[SZ_N_CONDITIONS] = { FALSE };
  guint n = 0;

  for (guint i = 0; post != NULL && i < post->people->len; i++)
    {
      const SzRecruitPerson *person = g_ptr_array_index (post->people, i);

      for (guint j = 0; j < person->screening.n_lines; j++)
        used[person->screening.lines[j].condition] = TRUE;
    }
  for (guint i = 0; i < SZ_N_CONDITIONS; i++)
    if (used[i])
      found[n++] = (SzScreenCondition)i;
  return n;
}

void
sz_post_applicant_columns (const SzRecruitPost *post, SzFigureTable *table)
{
  SzFigureColumn columns[N_APPLICANT];
  SzScreenCondition conditions[SZ_N_CONDITIONS];
  const guint n = find_conditions (post, conditions);

  g_return_if_fail (SZ_IS_FIGURE_TABLE (table));
  columns[TICKET] = (SzFigureColumn){ _ ("Ticket"), 104, .code = TRUE };
  columns[NAME] = (SzFigureColumn){ _ ("Name"), 70 };
  columns[STATE] = (SzFigureColumn){ _ ("State"), 84 };
  for (guint i = 0; i < n; i++)
    columns[FIRST_CONDITION + i] = (SzFigureColumn){ get_condition (conditions[i]), 70 };
  columns[FIRST_CONDITION + n] = (SzFigureColumn){ _ ("Note"), 90, .expand = TRUE };
  sz_figure_table_set_columns (table, columns, FIRST_CONDITION + n + 1);
}

static const char *
get_state (const char *state)
{
  static const struct
  {
    const char *state;
    const char *word;
  } words[] = { { "qualified", "合格" },
                { "refused", "不合格" },
                { "review", "待审" },
                { "hired", "已聘用" },
                { "withdrawn", "放弃" },
                { "proposed", "拟聘用" },
                { "reserve", "候补" },
                { "failed", "不合格" },
                { "to_check", "待考察" },
                { "ranked", "已排名" },
                { "pending", "成绩未齐" },
                { "absent", "缺考" },
                { "void", "违纪" },
                { "cheated", "作弊" },
                { "below_line", "未达合格线" },
                { "not_entered", "未进入" },
                { "objection_upheld", "异议成立" } };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].state, state) == 0)
      return words[i].word;
  return state;
}

static const char *
get_mark (const SzRecruitPerson *person, SzScreenCondition condition)
{
  static const char *const marks[SZ_N_RESULTS] = { [SZ_RESULT_MET] = "✓",
                                                   [SZ_RESULT_NOT_MET] = "✗",
                                                   [SZ_RESULT_REVIEW] = "?",
                                                   [SZ_RESULT_WAIVED] = "免",
                                                   [SZ_RESULT_RELAXED] = "宽" };

  for (guint i = 0; i < person->screening.n_lines; i++)
    if (person->screening.lines[i].condition == condition)
      return marks[person->screening.lines[i].result];
  return "—";
}

char *
sz_post_applicant_text (const SzRecruitPost *post, guint row, guint column)
{
  SzScreenCondition conditions[SZ_N_CONDITIONS];
  const SzRecruitPerson *person;
  guint n;

  if (post == NULL || row >= post->people->len)
    return g_strdup ("");
  person = g_ptr_array_index (post->people, row);
  n = find_conditions (post, conditions);
  if (column == TICKET)
    return g_strdup (person->row->ticket);
  if (column == NAME)
    return g_strdup (person->row->name);
  if (column == STATE)
    return g_strdup (get_state (sz_recruit_person_state (person)));
  if (column - FIRST_CONDITION < n)
    return g_strdup (get_mark (person, conditions[column - FIRST_CONDITION]));
  return g_strdup (person->row->decision_note);
}

static void
add_condition (GPtrArray *fields, const SzConditionLine *line)
{
  static const char *const results[SZ_N_RESULTS] = { [SZ_RESULT_MET] = "符合",
                                                     [SZ_RESULT_NOT_MET] = "不符合",
                                                     [SZ_RESULT_REVIEW] = "待人工",
                                                     [SZ_RESULT_WAIVED] = "不作限制",
                                                     [SZ_RESULT_RELAXED] = "放宽" };
  g_autofree char *text = g_strdup_printf ("%s　%s%s%s%s%s", results[line->result],
                                           line->required != NULL ? "要求：" : "",
                                           line->required != NULL ? line->required : "", "　实为：",
                                           line->actual != NULL ? line->actual : "无", "");
  SzField *field = sz_fields_add (fields, get_condition (line->condition), text);

  if (field != NULL && line->result == SZ_RESULT_NOT_MET)
    field->style = "error";
  sz_fields_add (fields, "　依据", line->basis);
}

GPtrArray *
sz_post_applicant_fields (const SzRecruitPost *post, guint row)
{
  GPtrArray *fields = sz_fields_new ();
  const SzRecruitPerson *person;

  if (post == NULL || row >= post->people->len)
    return fields;
  person = g_ptr_array_index (post->people, row);
  sz_fields_add_heading (fields, person->row->name);
  sz_fields_add_code (fields, _ ("ID number"), person->row->id_number, "id");
  sz_fields_add (fields, _ ("Employer"), person->row->employer);
  sz_fields_add (fields, _ ("School"), person->row->school);
  sz_fields_add (fields, _ ("Major"), person->row->major);
  sz_fields_add_heading (fields, _ ("Conditions"));
  for (guint i = 0; i < person->screening.n_lines; i++)
    add_condition (fields, &person->screening.lines[i]);
  sz_fields_add_heading (fields, _ ("Decision"));
  sz_fields_add (fields, _ ("By the rules"),
                 get_state (sz_screen_state_name (person->screening.automatic)));
  sz_fields_add (fields, _ ("By the office"),
                 strcmp (person->row->decision, "passed") == 0   ? "合格"
                 : strcmp (person->row->decision, "failed") == 0 ? "不合格"
                                                                 : NULL);
  sz_fields_add (fields, _ ("Reason"), person->row->decision_note);
  sz_fields_add (fields, _ ("First reviewer"), person->row->first_reviewer);
  sz_fields_add (fields, _ ("Second reviewer"), person->row->second_reviewer);
  return fields;
}

/* ---- result ---- */

enum
{
  RESULT_PLACE,
  RESULT_TICKET,
  RESULT_NAME,
  RESULT_TOTAL,
  RESULT_PHYSICAL,
  RESULT_INSPECTION,
  RESULT_STATE,
  RESULT_NOTICE,
  N_RESULT
};

const SzFigureColumn *
sz_post_result_columns (guint *n)
{
  static SzFigureColumn columns[N_RESULT];

  g_return_val_if_fail (n != NULL, NULL);
  *n = N_RESULT;
  columns[RESULT_PLACE] = (SzFigureColumn){ _ ("Rank"), 70 };
  columns[RESULT_TICKET] = (SzFigureColumn){ _ ("Ticket"), 110, .code = TRUE };
  columns[RESULT_NAME] = (SzFigureColumn){ _ ("Name"), 80 };
  columns[RESULT_TOTAL] = (SzFigureColumn){ _ ("Total"), 80, .numeric = TRUE };
  columns[RESULT_PHYSICAL] = (SzFigureColumn){ _ ("Medical"), 70 };
  columns[RESULT_INSPECTION] = (SzFigureColumn){ _ ("Inspection"), 80 };
  columns[RESULT_STATE] = (SzFigureColumn){ _ ("State"), 90 };
  columns[RESULT_NOTICE] = (SzFigureColumn){ _ ("Notice until"), 110, .expand = TRUE };
  return columns;
}

static const char *
get_outcome (SzOutcome outcome)
{
  return outcome == SZ_OUTCOME_NONE ? "—" : outcome == SZ_OUTCOME_PASSED ? "合格" : "不合格";
}

char *
sz_post_result_text (const SzRecruitPost *post, guint row, guint column)
{
  const SzRecruitPerson *person;
  const SzCandidate *candidate;
  SzRecruitNotice notice;

  if (post == NULL || row >= post->called->len)
    return g_strdup ("");
  person = g_ptr_array_index (post->called, row);
  candidate = &g_array_index (post->candidates, SzCandidate, row);
  switch (column)
    {
    case RESULT_PLACE:
      return g_strdup_printf ("%s%u", candidate->substitute ? "　递补 " : "", candidate->rank);
    case RESULT_TICKET:
      return g_strdup (person->row->ticket);
    case RESULT_NAME:
      return g_strdup (person->row->name);
    case RESULT_TOTAL:
      return person->entry != NULL && person->entry->has_total
                 ? sz_decimal_format (person->entry->total_x100, SZ_HOURS_DECIMALS)
                 : g_strdup ("—");
    case RESULT_PHYSICAL:
      return g_strdup (get_outcome (candidate->physical));
    case RESULT_INSPECTION:
      return g_strdup (get_outcome (candidate->inspection));
    case RESULT_STATE:
      return g_strdup (get_state (sz_recruit_person_state (person)));
    case RESULT_NOTICE:
    default:
      return sz_recruit_person_notice (person, &notice) ? sz_date_format (notice.to)
                                                        : g_strdup ("—");
    }
}

char *
sz_post_result_line (const SzRecruitPost *post)
{
  g_return_val_if_fail (post != NULL, NULL);
  if (post->selection.blocked)
    return g_strdup (_ ("A tie stops the result: enter 加试 under Scores."));
  return g_strdup_printf (_ ("%u of %d places proposed"), post->selection.n_proposed,
                          (int)post->places);
}

/* One line from registration to hire. */
GPtrArray *
sz_post_result_fields (const SzRecruitPost *post, guint row)
{
  GPtrArray *fields = sz_fields_new ();
  const SzRecruitPerson *person;
  SzRecruitNotice notice;

  if (post == NULL || row >= post->called->len)
    return fields;
  person = g_ptr_array_index (post->called, row);
  sz_fields_add_heading (fields, person->row->name);
  for (guint i = 0; person->entry != NULL && i < post->plan.n_components; i++)
    if (person->entry->scores[i].state == SZ_SCORE_GIVEN)
      sz_fields_take_figure (fields, post->plan.components[i].name,
                             sz_decimal_format (person->entry->scores[i].score_x100,
                                                SZ_HOURS_DECIMALS));
  if (person->entry != NULL && person->entry->has_total)
    sz_fields_take_figure (fields, _ ("Total"),
                           sz_decimal_format (person->entry->total_x100, SZ_HOURS_DECIMALS));
  if (person->check != NULL)
    {
      sz_fields_take (fields, _ ("Checked on"), sz_date_format (person->check->day));
      sz_fields_add (fields, _ ("Note"), person->check->note);
    }
  if (person->decision != NULL)
    {
      g_autofree char *held = sz_date_format (person->decision->held_on);
      g_autofree char *text = g_strdup_printf ("%s %s %s %s", person->decision->meeting, held,
                                               person->decision->minutes,
                                               person->decision->agreed ? "同意" : "不同意");

      sz_fields_add (fields, _ ("Decision"), text);
    }
  if (sz_recruit_person_notice (person, &notice))
    {
      g_autofree char *from = sz_date_format (notice.from);
      g_autofree char *to = sz_date_format (notice.to);

      sz_fields_take (fields, _ ("Notice"), g_strdup_printf ("%s – %s", from, to));
    }
  if (person->hire != NULL)
    sz_fields_take (fields, _ ("Hired from"), sz_date_format (person->hire->first_day));
  return fields;
}

/* ---- objections ---- */

static const SzObjectionRow *
find_objection (const SzRecruitBook *book, const SzRecruitPost *post, guint row)
{
  guint at = 0;

  for (guint i = 0; post != NULL && i < book->objections->len; i++)
    {
      const SzObjectionRow *one = &g_array_index (book->objections, SzObjectionRow, i);

      if (one->position_id == post->row->id && at++ == row)
        return one;
    }
  return NULL;
}

guint
sz_post_count_objections (const SzRecruitBook *book, const SzRecruitPost *post)
{
  guint n = 0;

  while (find_objection (book, post, n) != NULL)
    n++;
  return n;
}

const SzFigureColumn *
sz_post_objection_columns (guint *n)
{
  static SzFigureColumn columns[4];

  g_return_val_if_fail (n != NULL, NULL);
  *n = G_N_ELEMENTS (columns);
  columns[0] = (SzFigureColumn){ _ ("Day"), 92 };
  columns[1] = (SzFigureColumn){ _ ("State"), 70 };
  columns[2] = (SzFigureColumn){ _ ("Objection"), 320 };
  columns[3] = (SzFigureColumn){ _ ("Answer"), 320, .expand = TRUE };
  return columns;
}

char *
sz_post_objection_text (const SzRecruitBook *book,
                        const SzRecruitPost *post,
                        guint row,
                        guint column)
{
  const SzObjectionRow *one = find_objection (book, post, row);

  if (one == NULL)
    return g_strdup ("");
  if (column == 0)
    return sz_date_format (one->day);
  if (column == 1)
    return g_strdup (strcmp (one->state, "open") == 0     ? "待答复"
                     : strcmp (one->state, "upheld") == 0 ? "成立"
                                                          : "不成立");
  return g_strdup (column == 2 ? one->text : one->answer);
}

char *
sz_post_objection_id (const SzRecruitBook *book, const SzRecruitPost *post, guint row)
{
  const SzObjectionRow *one = find_objection (book, post, row);

  return one != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, one->id) : NULL;
}

/* ---- scheme ---- */

/* 3:1, 1.5:1 */
static char *
dup_ratio (gint64 ratio_x1e4)
{
  g_autofree char *text = sz_decimal_format (ratio_x1e4, SZ_RATIO_DECIMALS);
  gsize length = strlen (text);

  while (text[length - 1] == '0')
    length--;
  if (text[length - 1] == '.')
    length--;
  return g_strdup_printf ("%.*s:1", (int)length, text);
}

char *
sz_post_scheme_line (const SzRecruitPost *post)
{
  g_autofree char *components = NULL;
  g_autofree char *ratio = NULL;

  g_return_val_if_fail (post != NULL, NULL);
  components = sz_exam_plan_describe (&post->plan);
  ratio = post->plan.has_ratio ? dup_ratio (post->plan.ratio_x1e4) : g_strdup ("不设");
  return g_strdup_printf ("%s%s%s · 开考比例 %s → 招 %" G_GINT64_FORMAT
                          " 人 · 报名 %u 合格 %u 待审 %u",
                          sz_codes_by_value (SZ_TABLE_EXAM_ORDER, (int)post->plan.order)->name,
                          *components != '\0' ? " · " : "", components, ratio, post->places,
                          post->registered, post->qualified, post->undecided);
}

static void
add_requirements (GPtrArray *fields, const SzPositionRow *row)
{
  const char *const cells[]
      = { row->education, row->degree, row->major,     row->age,         row->skill,
          row->title,     row->years,  row->political, row->certificate, row->other };

  sz_fields_add_heading (fields, _ ("Requirements"));
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    sz_fields_add (fields, get_condition ((SzScreenCondition)i), cells[i]);
}

GPtrArray *
sz_post_scheme_fields (const SzRecruitBook *book, const SzRecruitPost *post)
{
  GPtrArray *fields = sz_fields_new ();
  const SzPositionRow *row;
  g_autofree char *understood = NULL;

  g_return_val_if_fail (book != NULL && post != NULL, fields);
  row = post->row;
  understood = sz_exam_plan_describe (&post->plan);
  sz_fields_add (fields, "招聘方式", sz_codes_by_value (SZ_TABLE_RECRUIT_WAY, (int)row->way)->name);
  sz_fields_add (fields, "用编", sz_codes_by_value (SZ_TABLE_POST_USE, (int)row->uses)->name);
  sz_fields_add (fields, "成绩构成", row->components);
  sz_fields_add (fields, _ ("read as"), understood);
  sz_fields_add (fields, "合格线", row->lines);
  sz_fields_add (fields, "面试分项", row->items);
  sz_fields_add (fields, "开考比例", row->open_ratio);
  sz_fields_add (fields, "考察比例", row->check_ratio);
  sz_fields_add (fields, "批文号", row->approval);
  sz_fields_add (fields, "备注", row->note);
  add_requirements (fields, row);
  sz_fields_add_heading (fields, _ ("Relaxations"));
  for (guint i = 0; i < book->relaxations->len; i++)
    {
      const SzRelaxationRow *one = &g_array_index (book->relaxations, SzRelaxationRow, i);

      if (strcmp (one->post, row->code) == 0)
        sz_fields_take (fields, sz_codes_name (SZ_TABLE_CONDITION, one->condition),
                        g_strdup_printf ("%s → %s（%s）", one->audience,
                                         *one->relaxed_to != '\0' ? one->relaxed_to : "不限",
                                         one->basis));
    }
  sz_fields_add_heading (fields, _ ("Judges"));
  for (guint i = 0; i < book->judges->len; i++)
    {
      const SzJudgeRow *judge = &g_array_index (book->judges, SzJudgeRow, i);
      g_autofree char *number = g_strdup_printf (_ ("Judge %d"), judge->number);

      if (*judge->post == '\0' || strcmp (judge->post, row->code) == 0)
        sz_fields_take (fields, number, g_strdup_printf ("%s　%s", judge->name, judge->employer));
    }
  return fields;
}
