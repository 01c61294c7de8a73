/* sz-view-targets.c — how far the targets of a year are reached (RULE tgt-1 … tgt-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-view-targets.h"

#include <string.h>

#include "sz-rules.h"
#include "sz-watch-book.h"

static GPtrArray *
list_of_person (GHashTable *lists, gint64 person_id)
{
  GPtrArray *list = g_hash_table_lookup (lists, &person_id);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (lists, g_memdup2 (&person_id, sizeof person_id), list);
    }
  return list;
}

static GHashTable *
make_lists (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                (GDestroyNotify)g_ptr_array_unref);
}

/* RULE tgt-9: by 工号, of those in service. */
static void
judge_rotation (SzTargetRegisters *registers, const SzWatchBook *book, SzDate day)
{
  g_autoptr (GHashTable) entries = make_lists ();
  g_autoptr (GHashTable) courses = make_lists ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  registers->rotation = g_array_new (FALSE, TRUE, sizeof (SzRotationLine));
  registers->any_roster = book->roster->len > 0;
  for (guint i = 0; i < book->roster->len; i++)
    {
      SzRosterRow *row = &g_array_index (book->roster, SzRosterRow, i);

      g_ptr_array_add (list_of_person (entries, row->person_id), &row->entry);
    }
  for (guint i = 0; i < book->rotations->len; i++)
    {
      SzRotationRow *row = &g_array_index (book->rotations, SzRotationRow, i);

      g_ptr_array_add (list_of_person (courses, row->person_id), &row->course);
    }
  for (guint i = 0; g_hash_table_size (entries) > 0 && i < book->people->len; i++)
    {
      const SzWatchPerson *person = &g_array_index (book->people, SzWatchPerson, i);
      SzRotationLine line = { person->staff_no, person->name, person->state.department };
      GPtrArray *own = g_hash_table_lookup (entries, &person->id);
      GPtrArray *attended = g_hash_table_lookup (courses, &person->id);

      if (own == NULL || !person->state.in_service)
        continue;
      sz_rotation_judge (&book->rules->rotation, own, attended != NULL ? attended : none, day,
                         &line.state);
      if (!line.state.on_roster)
        continue;
      registers->covered += line.state.covered ? 1 : 0;
      g_array_append_val (registers->rotation, line);
    }
}

static gboolean
judge_training (
    SzTargetRegisters *registers, const SzWatchBook *book, int year, SzDate day, GError **error)
{
  g_autoptr (GPtrArray) trainees = SZ_WATCH_POINTERS (book->trainees, SzTraineeRow, trainee);
  g_autoptr (SzLoadRules) load = sz_rules_load (book->params, day, error);

  if (load == NULL)
    return FALSE;
  registers->training
      = sz_training_year_new ((const SzTrainee *const *)trainees->pdata, trainees->len,
                              book->rules->complete_share_x1e4, year, day);
  return sz_load_equivalent_students (load, registers->training->person_hours_x100,
                                      &registers->equivalent_x100, error);
}

static SzTargetRegisters *
make_registers (const SzWatchBook *book, int year, SzDate day, GError **error)
{
  g_autoptr (GPtrArray) graduates = SZ_WATCH_POINTERS (book->graduates, SzGraduateRow, graduate);
  g_autoptr (GPtrArray) majors = SZ_WATCH_POINTERS (book->majors, SzMajorRow, major);
  g_autoptr (GPtrArray) due = SZ_WATCH_POINTERS (book->skill_due, SzSkillDueRow, due);
  g_autoptr (GPtrArray) results = SZ_WATCH_POINTERS (book->skill_results, SzSkillResultRow, result);
  g_autoptr (GPtrArray) contests = SZ_WATCH_POINTERS (book->contests, SzContestRow, contest);
  SzTargetRegisters *registers = g_new0 (SzTargetRegisters, 1);

  registers->graduates
      = sz_graduate_year_new ((const SzGraduate *const *)graduates->pdata, graduates->len,
                              book->rules->placed_kinds, year, day);
  registers->any_majors = majors->len > 0;
  registers->majors = sz_majors_on ((const SzMajor *const *)majors->pdata, majors->len,
                                    book->rules->criteria, day);
  registers->skill = sz_skill_year_new (due, results, book->rules->pass_x100, year, day);
  sz_contests_count ((const SzContest *const *)contests->pdata, contests->len,
                     book->rules->contest_levels, year, day, &registers->contests);
  judge_rotation (registers, book, day);
  if (!judge_training (registers, book, year, day, error))
    g_clear_pointer (&registers->training, sz_training_year_free);
  return registers;
}

static void
free_registers (SzTargetRegisters *registers)
{
  if (registers == NULL)
    return;
  g_clear_pointer (&registers->training, sz_training_year_free);
  sz_graduate_year_free (registers->graduates);
  g_array_unref (registers->majors);
  sz_skill_year_free (registers->skill);
  g_array_unref (registers->rotation);
  g_free (registers);
}

static guint
count_majors (const GArray *majors, gboolean joint)
{
  guint n = 0;

  for (guint i = 0; i < majors->len; i++)
    {
      const SzMajorDay *major = &g_array_index (majors, SzMajorDay, i);

      n += (joint ? major->joint : major->integrated) ? 1 : 0;
    }
  return n;
}

/* Value and base as the register has them; FALSE: it has no row that counts (RULE tgt-11). */
static gboolean
read_register (const SzTargetRegisters *registers, SzIndicatorSource source, SzReading *reading)
{
  reading->known = TRUE;
  switch (source)
    {
    case SZ_REGISTER_GRADUATES:
      *reading = (SzReading){ TRUE, registers->graduates->placed, registers->graduates->graduates };
      return registers->graduates->graduates > 0;
    case SZ_REGISTER_TRAINEES:
      reading->value = registers->training->person_times;
      return registers->training->any;
    case SZ_REGISTER_JOINT:
    case SZ_REGISTER_INTEGRATED:
      reading->value = count_majors (registers->majors, source == SZ_REGISTER_JOINT);
      reading->base = registers->majors->len;
      return registers->any_majors;
    case SZ_REGISTER_SKILL:
      *reading = (SzReading){ TRUE, registers->skill->taken, registers->skill->due };
      return registers->skill->items->len > 0;
    case SZ_REGISTER_ROTATION:
      *reading = (SzReading){ TRUE, registers->covered, registers->rotation->len };
      return registers->any_roster;
    case SZ_REGISTER_HOSTED:
      reading->value = registers->contests.hosted;
      return registers->contests.any;
    case SZ_REGISTER_WON:
      reading->value = registers->contests.won;
      return registers->contests.any;
    case SZ_REGISTER_NONE:
    default:
      return FALSE;
    }
}

static const SzTargetRow *
find_row (const SzWatchBook *book, int year, const char *indicator)
{
  for (guint i = 0; i < book->targets->len; i++)
    {
      const SzTargetRow *row = &g_array_index (book->targets, SzTargetRow, i);

      if (row->year == year && g_str_equal (row->indicator, indicator))
        return row;
    }
  return NULL;
}

GPtrArray *
sz_targets_view_entries (const SzTargetsView *view, const char *indicator)
{
  GPtrArray *entries = g_ptr_array_new ();

  g_return_val_if_fail (view != NULL && indicator != NULL, entries);
  for (guint i = 0; i < view->book->entries->len; i++)
    {
      SzEntry *entry = &g_array_index (view->book->entries, SzEntryRow, i).entry;
      guint place = entries->len;

      if (entry->year != view->year || !g_str_equal (entry->indicator, indicator))
        continue;
      while (place > 0)
        {
          const SzEntry *before = g_ptr_array_index (entries, place - 1);

          if (before->to < entry->to || (before->to == entry->to && before->from <= entry->from))
            break;
          place--;
        }
      g_ptr_array_insert (entries, (gint)place, entry);
    }
  return entries;
}

static void
add_line (SzTargetsView *view, const SzWatchIndicator *indicator)
{
  SzTargetLine line = { .indicator = indicator };
  g_autoptr (GPtrArray) entries = sz_targets_view_entries (view, indicator->indicator.id);
  SzTargetQuestion question = { .kind = indicator->indicator.kind,
                                .year = view->year,
                                .day = view->day,
                                .by_pace = indicator->by_pace,
                                .warn_share_x1e4 = view->book->rules->warn_share_x1e4 };
  const SzTargetRow *row;

  row = find_row (view->book, view->year, indicator->indicator.id);
  line.has_goal = row != NULL || indicator->has_default;
  line.goal = row != NULL ? row->goal : indicator->default_goal;
  line.office = row != NULL ? row->office : NULL;
  line.document = row != NULL ? row->document : NULL;
  line.note = row != NULL ? row->note : NULL;
  line.in_register
      = read_register (view->registers, indicator->indicator.source, &line.register_reading);
  line.entries_reading = sz_entries_read ((const SzEntry *const *)entries->pdata, entries->len,
                                          indicator->indicator.kind, view->year, view->day);
  question.has_goal = line.has_goal;
  question.goal = line.goal;
  question.in_register = line.in_register;
  question.register_reading = line.register_reading;
  question.entries_reading = line.entries_reading;
  if (indicator->deadlines != NULL)
    {
      question.deadlines = (const SzDate *)(gpointer)indicator->deadlines->data;
      question.n_deadlines = indicator->deadlines->len;
    }
  sz_target_judge (&question, &line.figures);
  g_array_append_val (view->lines, line);
}

SzTargetsView *
sz_targets_view_of (SzWatchBook *book, int year, SzDate day, GError **error)
{
  g_autoptr (SzTargetsView) view = NULL;

  g_return_val_if_fail (book != NULL && book->targets != NULL && book->people != NULL, NULL);
  view = g_new0 (SzTargetsView, 1);
  view->book = book;
  view->year = year;
  view->day = day;
  view->lines = g_array_new (FALSE, TRUE, sizeof (SzTargetLine));
  view->registers = make_registers (book, year, day, error);
  /* Without it the parameters of the load were faulty. */
  if (view->registers->training == NULL)
    return NULL;
  for (guint i = 0; i < book->rules->indicators->len; i++)
    {
      const SzWatchIndicator *indicator
          = &g_array_index (book->rules->indicators, SzWatchIndicator, i);

      if (indicator->indicator.has_goal)
        add_line (view, indicator);
    }
  return g_steal_pointer (&view);
}

SzTargetsView *
sz_view_targets (SzOffice *office, int year, SzDate day, GError **error)
{
  g_autoptr (SzWatchBook) book = NULL;
  SzTargetsView *view;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  if (day == SZ_DATE_NONE)
    day = year != 0 ? sz_target_day (year, sz_office_today (office)) : sz_office_today (office);
  day = sz_date_first_day (day);
  book = sz_watch_book_open (office, day, SZ_BOOK_PEOPLE | SZ_BOOK_TARGETS, error);
  if (book == NULL)
    return NULL;
  view = sz_targets_view_of (book, year != 0 ? year : sz_date_year (day), day, error);
  if (view == NULL)
    return NULL;
  view->owns_book = TRUE;
  g_steal_pointer (&book);
  return view;
}

void
sz_targets_view_free (SzTargetsView *view)
{
  if (view == NULL)
    return;
  free_registers (view->registers);
  g_array_unref (view->lines);
  if (view->owns_book)
    sz_watch_book_free (view->book);
  g_free (view);
}

const SzTargetLine *
sz_targets_view_find (const SzTargetsView *view, const char *text)
{
  const char *id;

  g_return_val_if_fail (view != NULL && text != NULL, NULL);
  id = sz_target_meaning (view->book->rules, text);
  for (guint i = 0; i < view->lines->len; i++)
    {
      const SzTargetLine *line = &g_array_index (view->lines, SzTargetLine, i);

      if (g_str_equal (line->indicator->indicator.id, id))
        return line;
    }
  return NULL;
}

/* How offices call the indicators besides their official names. */
static const struct
{
  const char *id;
  const char *names[6];
} synonyms[] = {
  { "enrolment", { "招生人数", "年度招生人数", "招生数", "招生" } },
  { "students", { "在校生规模", "在校生人数", "全日制在校生", "全日制在校生人数", "在校生" } },
  { "employment", { "就业率", "毕业生去向落实率", "毕业去向落实率" } },
  { "training", { "职业培训", "培训人次", "社会培训人次", "年职业培训人次" } },
  { "joint", { "校企共建率", "校企合作共建率", "校企合作专业共建", "专业共建率" } },
  { "integrated", { "工学一体化率", "一体化专业率", "工学一体化", "工学一体化专业占比" } },
  { "assessed", { "应评尽评率", "技能等级认定率", "应评尽评" } },
  { "rotation", { "轮训覆盖率", "轮训率", "骨干教师轮训覆盖率", "教师轮训覆盖率" } },
  { "contests_hosted", { "承办竞赛", "承办技能竞赛", "承办省级以上竞赛" } },
  { "contests_won", { "竞赛获奖", "技能竞赛获奖", "省级以上竞赛获奖" } },
  { "students_paid", { "缴费在校生", "缴费人数", "缴费学生数" } },
};

const char *
sz_target_meaning (const SzWatchRules *rules, const char *text)
{
  const SzWatchIndicator *known;

  g_return_val_if_fail (rules != NULL && text != NULL, text);
  known = sz_watch_rules_find (rules, text);
  if (known != NULL)
    return known->indicator.id;
  for (gsize i = 0; i < G_N_ELEMENTS (synonyms); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (synonyms[i].names) && synonyms[i].names[j] != NULL; j++)
      if (g_str_equal (text, synonyms[i].names[j]))
        return synonyms[i].id;
  return text;
}
