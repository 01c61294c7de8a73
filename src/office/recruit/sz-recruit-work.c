/* sz-recruit-work.c — a plan of recruitment worked out: who qualifies, who ranks where, who is
 * called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-codes.h"
#include "sz-idcard.h"
#include "sz-recruit-book-private.h"
#include "sz-recruit-lists.h"
#include "sz-recruit-state.h"

void
sz_recruit_cells (const SzPositionRow *row, SzPositionCells *cells)
{
  const SzCode *order;
  const SzCode *round;

  g_return_if_fail (row != NULL && cells != NULL);
  order = sz_codes_by_code (SZ_TABLE_EXAM_ORDER, row->exam_order);
  round = sz_codes_by_code (SZ_TABLE_ROUNDING, row->rounding);
  *cells = (SzPositionCells){ .way = row->way,
                              .has_order = order != NULL,
                              .order = order != NULL ? (SzExamOrder)order->value : 0,
                              .places = row->places,
                              .components = row->components,
                              .lines = row->lines,
                              .items = row->items,
                              .tie = row->tie,
                              .open_ratio = row->open_ratio,
                              .enter = row->enter_multiple,
                              .check = row->check_ratio,
                              .has_round = round != NULL,
                              .round = round != NULL ? (SzRounding)round->value : 0,
                              .thin_pass = row->thin_pass,
                              .approval = row->approval };
}

void
sz_recruit_requirements (const SzPositionRow *row,
                         const SzRecruitRules *rules,
                         SzDate cutoff,
                         SzRequirements *requirements)
{
  g_return_if_fail (row != NULL && rules != NULL && requirements != NULL);
  *requirements = (SzRequirements){ .cells = { row->education, row->degree, row->major, row->age,
                                               row->skill, row->title, row->years, row->political,
                                               row->certificate, row->other },
                                    .cutoff = cutoff,
                                    .wants_honour = row->way == SZ_WAY_ASSESSMENT,
                                    .equals = rules->equals,
                                    .n_equals = rules->n_equals,
                                    .honours = rules->honours,
                                    .n_honours = rules->n_honours };
}

#define EVERYONE "全部"

/* The rows of rec-17 for one post. */
static GArray *
collect_relaxations (const SzRecruitBook *book, const char *post)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (SzRelaxation));

  for (guint i = 0; i < book->relaxations->len; i++)
    {
      const SzRelaxationRow *row = &g_array_index (book->relaxations, SzRelaxationRow, i);
      const SzCode *condition = sz_codes_by_code (SZ_TABLE_CONDITION, row->condition);
      const SzRelaxation relaxation
          = { condition != NULL ? (SzScreenCondition)condition->value : SZ_CONDITION_OTHER,
              strcmp (row->audience, EVERYONE) != 0 ? row->audience : NULL, row->relaxed_to,
              row->basis };

      if (strcmp (row->post, post) == 0 && condition != NULL)
        g_array_append_val (found, relaxation);
    }
  return found;
}

static GArray *
collect_claims (const SzRecruitBook *book, const char *id_number)
{
  GArray *claims = g_array_new (FALSE, FALSE, sizeof (SzHonourClaim));

  for (guint i = 0; i < book->honours->len; i++)
    {
      const SzHonourRow *row = &g_array_index (book->honours, SzHonourRow, i);
      const SzHonourClaim claim = { row->honour, row->certificate, row->rank, row->team_size };

      if (strcmp (row->id_number, id_number) == 0)
        g_array_append_val (claims, claim);
    }
  return claims;
}

static void
screen_at (const SzRecruitBook *book,
           const SzApplicantRow *row,
           const SzRecruitPost *post,
           SzDate cheated_on,
           SzScreening *screening)
{
  g_autoptr (GArray) relaxations = collect_relaxations (book, post->row->code);
  g_autoptr (GArray) claims = post->row->way == SZ_WAY_ASSESSMENT
                                  ? collect_claims (book, row->id_number)
                                  : g_array_new (FALSE, FALSE, sizeof (SzHonourClaim));
  SzRequirements requirements;
  const SzQualities qualities = { .education = row->education,
                                  .degree = row->degree,
                                  .full_time_study = row->full_time_study,
                                  .major = row->major,
                                  .major_class = row->major_class,
                                  .birth = sz_idcard_birth_date (row->id_number),
                                  .skill = row->skill,
                                  .title = row->title,
                                  .political = row->political,
                                  .certificates = row->certificates,
                                  .trade_from = row->trade_from,
                                  .has_years = row->years_x100 >= 0,
                                  .years_x100 = row->years_x100,
                                  .talent = row->talent,
                                  .cheated_on = cheated_on,
                                  .claims = (const SzHonourClaim *)(gconstpointer)claims->data,
                                  .n_claims = claims->len };

  sz_recruit_requirements (post->row, book->rules, book->plan.cutoff, &requirements);
  requirements.relaxations = (const SzRelaxation *)(gconstpointer)relaxations->data;
  requirements.n_relaxations = relaxations->len;
  sz_screen (&requirements, &qualities, screening);
}

static SzDate
find_integrity (const SzScreening *screening)
{
  SzDate day = SZ_DATE_NONE;

  for (guint i = 0; i < screening->n_lines; i++)
    if (screening->lines[i].condition == SZ_CONDITION_INTEGRITY)
      sz_date_parse (screening->lines[i].actual, &day, NULL);
  return day;
}

void
sz_recruit_screen (const SzRecruitBook *book,
                   const SzRecruitPerson *person,
                   const SzRecruitPost *post,
                   SzScreening *screening)
{
  g_return_if_fail (book != NULL && person != NULL && post != NULL && screening != NULL);
  screen_at (book, person->row, post, find_integrity (&person->screening), screening);
}

/* RULE rec-16: the latest cut-off day of another plan that still counts. */
static SzDate
find_cheat (const SzRecruitBook *book, const GArray *cheats, const char *id_number)
{
  SzDate latest = SZ_DATE_NONE;

  for (guint i = 0; i < cheats->len; i++)
    {
      const SzCheat *cheat = &g_array_index (cheats, SzCheat, i);

      if (strcmp (cheat->id_number, id_number) == 0 && cheat->cutoff != SZ_DATE_NONE
          && cheat->cutoff <= book->plan.cutoff
          && book->plan.cutoff < sz_date_add_years (cheat->cutoff, book->rules->cheat_years))
        latest = MAX (latest, cheat->cutoff);
    }
  return latest;
}

static void
judge_person (SzRecruitBook *book, SzRecruitPerson *person, const GArray *cheats)
{
  const char *decision = person->row->decision;

  if (book->plan.cutoff != SZ_DATE_NONE)
    screen_at (book, person->row, person->post, find_cheat (book, cheats, person->row->id_number),
               &person->screening);
  else
    person->screening.automatic = SZ_REVIEW;
  person->screened = person->screening.automatic;
  if (*decision == '\0')
    return;
  person->screened = strcmp (decision, "passed") == 0 ? SZ_QUALIFIED : SZ_REFUSED;
  person->overridden
      = person->screening.automatic != SZ_REVIEW && person->screening.automatic != person->screened;
}

static void
add_entrant (SzRecruitPost *post, SzRecruitPerson *person)
{
  SzExamEntry entry = { .ticket = person->row->ticket };
  SzScore extra;

  for (guint i = 0; i < post->plan.n_components; i++)
    entry.scores[i] = sz_recruit_score (person, &post->plan, post->plan.components[i].name);
  extra = sz_recruit_score (person, &post->plan, SZ_COMPONENT_EXTRA);
  entry.has_extra = extra.state == SZ_SCORE_GIVEN;
  entry.extra_x100 = extra.score_x100;
  g_array_append_val (post->entries, entry);
  g_ptr_array_add (post->entrants, person);
}

/* RULE rec-1 */
static void
rank_post (SzRecruitPost *post)
{
  for (guint i = 0; i < post->people->len; i++)
    {
      SzRecruitPerson *person = g_ptr_array_index (post->people, i);

      if (person->row->withdrawn_early)
        continue;
      post->undecided += person->screened == SZ_REVIEW ? 1 : 0;
      if (person->screened == SZ_QUALIFIED)
        add_entrant (post, person);
    }
  post->qualified = post->entries->len;
  if (!sz_recruit_fixed_places (post->file, &post->places))
    post->places = sz_exam_places (&post->plan, post->qualified);
  post->cancelled = post->places == 0 || strcmp (post->state, "cancelled") == 0;
  post->order = g_new0 (guint, post->entries->len + 1);
  sz_exam_rank (&post->plan, post->places, (SzExamEntry *)(gpointer)post->entries->data,
                post->entries->len, post->order, &post->summary);
  for (guint i = 0; i < post->entries->len; i++)
    {
      SzRecruitPerson *person = g_ptr_array_index (post->entrants, i);

      person->entry = &g_array_index (post->entries, SzExamEntry, i);
    }
}

static SzOutcome
read_outcome (const char *text)
{
  if (*text == '\0')
    return SZ_OUTCOME_NONE;
  return strcmp (text, "passed") == 0 ? SZ_OUTCOME_PASSED : SZ_OUTCOME_FAILED;
}

static void
add_candidate (SzRecruitPost *post, SzRecruitPerson *person, guint rank)
{
  SzCandidate candidate = { .rank = rank,
                            .withdrawn = person->row->withdrawn_on != SZ_DATE_NONE,
                            .upheld = person->upheld,
                            .notice = sz_recruit_published (post->file, person->row->id, NULL) };

  if (person->check != NULL)
    {
      candidate.physical = read_outcome (person->check->physical);
      candidate.inspection = read_outcome (person->check->inspection);
      candidate.withdrawn |= person->check->withdrawn;
    }
  g_array_append_val (post->candidates, candidate);
  g_ptr_array_add (post->called, person);
}

/* RULE rec-21 */
static void
select_people (SzRecruitPost *post)
{
  const gboolean assessed = post->plan.order == SZ_ORDER_ASSESSMENT;
  SzSelectionRules rules = { .places = (guint)post->places,
                             .check_count = (guint)post->summary.check_count,
                             .newcomers = (guint)post->places * (guint)post->plan.substitutes_x };

  for (guint i = 0; !post->cancelled && i < post->entries->len; i++)
    {
      SzRecruitPerson *person = g_ptr_array_index (post->entrants, assessed ? i : post->order[i]);

      if (assessed && person->decision != NULL && person->decision->agreed)
        add_candidate (post, person, i + 1);
      else if (!assessed && person->entry->rank > 0)
        add_candidate (post, person, person->entry->rank);
    }
  sz_select (&rules, (SzCandidate *)(gpointer)post->candidates->data, post->candidates->len,
             &post->selection);
  for (guint i = 0; i < post->candidates->len; i++)
    {
      SzRecruitPerson *person = g_ptr_array_index (post->called, i);

      person->candidate = &g_array_index (post->candidates, SzCandidate, i);
    }
}

void
sz_recruit_work_out (SzRecruitBook *book, const GArray *cheats)
{
  g_return_if_fail (book != NULL && cheats != NULL);
  for (guint i = 0; i < book->people->len; i++)
    {
      SzRecruitPerson *person = g_ptr_array_index (book->people, i);

      if (person->post != NULL)
        judge_person (book, person, cheats);
    }
  for (guint i = 0; i < book->posts->len; i++)
    {
      rank_post (g_ptr_array_index (book->posts, i));
      select_people (g_ptr_array_index (book->posts, i));
    }
}

/* RULE rec-20: the first that applies. */
const char *
sz_recruit_person_state (const SzRecruitPerson *person)
{
  const SzCandidate *candidate;

  g_return_val_if_fail (person != NULL, "");
  candidate = person->candidate;
  if (person->hire != NULL)
    return "hired";
  if (person->upheld)
    return "objection_upheld";
  if (person->row->withdrawn_on != SZ_DATE_NONE
      || (person->check != NULL && person->check->withdrawn))
    return "withdrawn";
  if (candidate != NULL && candidate->state != SZ_CALLED_NOT)
    return sz_called_state_name (candidate->state);
  if (person->entry != NULL && person->post->plan.order != SZ_ORDER_ASSESSMENT)
    return sz_exam_state_name (person->entry->state);
  return sz_screen_state_name (person->screened);
}
