/* sz-post-tables.c — what the tables of a post say, cell by cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-post-tables.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-codes.h"
#include "sz-field-list.h"

int
sz_post_find_ticket (const GPtrArray *people, const char *ticket)
{
  g_return_val_if_fail (people != NULL && ticket != NULL, -1);
  for (guint i = 0; i < people->len; i++)
    if (strcmp (((const SzRecruitPerson *)g_ptr_array_index (people, i))->row->ticket, ticket) == 0)
      return (int)i;
  return -1;
}

/* ---- applicants: a column a condition ---- */

enum
{
  TICKET,
  NAME,
  STATE,
  FIRST_CONDITION,
  N_APPLICANT = FIRST_CONDITION + SZ_N_CONDITIONS + 1
};

const char *
sz_post_condition (SzScreenCondition condition)
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
    columns[FIRST_CONDITION + i] = (SzFigureColumn){ sz_post_condition (conditions[i]), 70 };
  columns[FIRST_CONDITION + n] = (SzFigureColumn){ _ ("Note"), 90, .expand = TRUE };
  sz_figure_table_set_columns (table, columns, FIRST_CONDITION + n + 1);
}

const char *
sz_post_state_word (const char *state)
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

/* Until the exam is open nobody lacks a score: what counts is the screening. */
static const char *
find_state_word (const SzRecruitPost *post, const SzRecruitPerson *person)
{
  const gboolean before
      = strcmp (post->state, "screening") == 0 || strcmp (post->state, "announced") == 0;

  return sz_post_state_word (before && person->row->withdrawn_on == SZ_DATE_NONE
                                 ? sz_screen_state_name (person->screened)
                                 : sz_recruit_person_state (person));
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
    return g_strdup (find_state_word (post, person));
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
  SzField *field = sz_fields_add (fields, sz_post_condition (line->condition), text);

  if (field != NULL && line->result == SZ_RESULT_NOT_MET)
    field->style = "error";
  sz_fields_add (fields, "　依据", line->basis);
}

GPtrArray *
sz_post_applicant_fields (const SzRecruitBook *book, const SzRecruitPost *post, guint row)
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
                 sz_post_state_word (sz_screen_state_name (person->screening.automatic)));
  sz_fields_add (fields, _ ("By the office"),
                 strcmp (person->row->decision, "passed") == 0   ? "合格"
                 : strcmp (person->row->decision, "failed") == 0 ? "不合格"
                                                                 : NULL);
  sz_fields_add (fields, _ ("Reason"), person->row->decision_note);
  sz_fields_add (fields, _ ("First reviewer"), person->row->first_reviewer);
  sz_fields_add (fields, _ ("Second reviewer"), person->row->second_reviewer);
  sz_post_add_timeline (fields, book, person);
  return fields;
}

/* ---- result ---- */

const char *
sz_post_outcome_word (SzOutcome outcome)
{
  return outcome == SZ_OUTCOME_NONE ? "—" : outcome == SZ_OUTCOME_PASSED ? "合格" : "不合格";
}

/* Those called before any substitute. */
static guint
count_first (const SzRecruitPost *post)
{
  guint n = 0;

  while (n < post->selection.n_called
         && !g_array_index (post->candidates, SzCandidate, n).substitute)
    n++;
  return n;
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
    case SZ_RESULT_PLACE:
      return candidate->substitute ? g_strdup_printf ("递补%u", row + 1 - count_first (post))
                                   : g_strdup_printf ("%u", candidate->rank);
    case SZ_RESULT_TICKET:
      return g_strdup (person->row->ticket);
    case SZ_RESULT_NAME:
      return g_strdup (person->row->name);
    case SZ_RESULT_TOTAL:
      return person->entry != NULL && person->entry->has_total
                 ? sz_decimal_format (person->entry->total_x100, SZ_HOURS_DECIMALS)
                 : g_strdup ("—");
    case SZ_RESULT_PHYSICAL:
      return g_strdup (sz_post_outcome_word (candidate->physical));
    case SZ_RESULT_INSPECTION:
      return g_strdup (sz_post_outcome_word (candidate->inspection));
    case SZ_RESULT_STATE:
      return g_strdup (sz_post_state_word (sz_recruit_person_state (person)));
    case SZ_RESULT_NOTICE:
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
