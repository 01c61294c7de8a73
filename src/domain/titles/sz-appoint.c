/* sz-appoint.c — who sits where, appointments to a vacancy, rises inside a band (RULE pst-5, ttl-7,
 * ttl-20, ttl-21)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-appoint.h"

#include <string.h>

#include "sz-decimal.h"

#define MONTHS_A_YEAR 12
#define SCORE_YEARS 3

/* RULE pst-5 */
void
sz_occupant_of (const SzCareer *career, const SzTitleRules *rules, SzDate day, SzOccupant *occupant)
{
  int employment;

  g_return_if_fail (career != NULL && rules != NULL && occupant != NULL);

  memset (occupant, 0, sizeof *occupant);
  occupant->main = SZ_PLACE_NONE;
  employment = sz_career_employment (career, day);
  occupant->counts = sz_career_in_service (career, day) && employment >= 0
                     && (rules->post_employment & 1u << employment) != 0;
  if (!occupant->counts)
    return;
  occupant->student = rules->student_affairs && sz_career_in_student_affairs (career, day);
  for (gsize i = 0; i < career->n_specials && occupant->special == NULL; i++)
    if (sz_span_covers (career->specials[i].from, career->specials[i].to, day))
      occupant->special = &career->specials[i];
  if (occupant->special == NULL)
    {
      occupant->main = sz_place_of (sz_career_post (career, day), occupant->student);
      occupant->unlevelled = occupant->main == SZ_PLACE_NONE;
    }
  for (gsize i = 0; i < career->n_duals; i++)
    if (sz_span_covers (career->duals[i].from, career->duals[i].to, day)
        && occupant->n_duals < (int)G_N_ELEMENTS (occupant->duals))
      occupant->duals[occupant->n_duals++] = &career->duals[i];
}

static void
count_place (SzPlace place, SzStructure *structure)
{
  if (place == SZ_PLACE_NONE)
    return;
  structure->occupied[place]++;
  structure->expected[place]++;
}

void
sz_occupant_count (const SzOccupant *occupant, const SzTitleRules *rules, SzStructure *structure)
{
  g_return_if_fail (occupant != NULL && rules != NULL && structure != NULL);

  count_place (occupant->main, structure);
  for (int i = 0; rules->dual_counts && i < occupant->n_duals; i++)
    count_place (sz_place_of (occupant->duals[i]->post, occupant->student), structure);
}

gboolean
sz_open_case_counts (const SzOpenCase *open_case, SzDate day)
{
  g_return_val_if_fail (open_case != NULL, FALSE);
  return open_case->opened <= day;
}

void
sz_open_case_count (const SzOpenCase *open_case, SzPlace own, SzDate day, SzStructure *structure)
{
  g_return_if_fail (open_case != NULL && structure != NULL);

  structure->expected[open_case->to]++;
  structure->open_cases[open_case->to]++;
  if (open_case->day <= day && own != SZ_PLACE_NONE)
    structure->expected[own]--;
}

/* 四, 七, 十, 十二, 十三级: where a professional career in a band begins. */
static gboolean
is_entry_level (SzPlace place)
{
  const SzPlaceBand *band = sz_place_band (place);

  return place == band->last && sz_post_level (sz_place_post (place)) > 1;
}

/* What only professional posts ask, and only without an approval number. */
static const char *
find_professional_fault (const SzAppointment *appointment,
                         const SzTitleRules *rules,
                         const SzMove *move)
{
  const char *title = sz_career_title (appointment->career, appointment->day);
  SzRise rise;

  if (sz_title_level (title) < sz_post_rank (appointment->post))
    return "appoint.title";
  if (move->kind == SZ_MOVE_NEW && !is_entry_level (move->to))
    return "appoint.entry_level";
  if (move->kind != SZ_MOVE_RISE)
    return NULL;
  if (move->from - move->to > 1)
    return "appoint.one_level";
  if (sz_rise_of (appointment->career, rules, move->from, appointment->day, &rise)
      && (rise.reasons & SZ_RISE_YEARS) != 0)
    return "appoint.years";
  return NULL;
}

/* RULE ttl-7 */
const char *
sz_appointment_judge (const SzAppointment *appointment, const SzTitleRules *rules, SzMove *move)
{
  const char *fault = NULL;
  gboolean student;

  g_return_val_if_fail (appointment != NULL && rules != NULL && move != NULL, NULL);

  memset (move, 0, sizeof *move);
  if (!sz_career_in_service (appointment->career, appointment->day))
    return "appoint.not_in_service";
  student = rules->student_affairs
            && sz_career_in_student_affairs (appointment->career, appointment->day);
  move->from = appointment->from;
  move->to = sz_place_of (appointment->post, student);
  move->case_open = appointment->case_open;
  sz_structure_judge (appointment->structure, move);
  if (move->kind == SZ_MOVE_SAME || move->kind == SZ_MOVE_CASE)
    return move->reason;
  if (move->kind == SZ_MOVE_LOWER)
    return NULL;
  if (sz_post_rank (appointment->post) > 0 && !appointment->approved)
    fault = find_professional_fault (appointment, rules, move);
  if (fault == NULL && sz_assessment_bars (appointment->career, appointment->day))
    fault = "appoint.barred_assessment";
  if (fault == NULL
      && sz_discipline_bars (appointment->career, rules->appoint_bar_discipline,
                             rules->falsification_years, appointment->day))
    fault = "appoint.barred_discipline";
  if (fault == NULL && !appointment->approved && !move->fits)
    fault = move->reason;
  return fault;
}

/* RULE ttl-21 */
SzDate
sz_appointment_term (const SzCareer *career, const SzTitleRules *rules, SzDate day)
{
  SzDate last;
  SzMonth month;

  g_return_val_if_fail (career != NULL && rules != NULL, SZ_DATE_NONE);

  last = sz_date_add_days (sz_date_add_years (sz_date_first_day (day), rules->appoint_term_years),
                           -1);
  if (sz_career_retirement_month (career, rules, &month))
    last = MIN (last, sz_month_last_day (month));
  return last;
}

const char *
sz_rise_reason_code (int index)
{
  static const char *const codes[SZ_N_RISE_REASONS]
      = { "appoint.years", "appoint.title", "appoint.barred_assessment",
          "appoint.barred_discipline" };

  g_return_val_if_fail (index >= 0 && index < SZ_N_RISE_REASONS, "");
  return codes[index];
}

/* Round2 of the mean of the three years before; all three are needed. */
static gboolean
find_score (const SzCareer *career, const char *item, int year, gint64 *score_x100)
{
  SzWide sum_x1e4 = 0;
  int found = 0;

  for (gsize i = 0; i < career->n_factors; i++)
    if (career->factors[i].year >= year - SCORE_YEARS && career->factors[i].year < year
        && g_strcmp0 (career->factors[i].item, item) == 0)
      {
        sum_x1e4 += career->factors[i].value_x1e4;
        found++;
      }
  return found == SCORE_YEARS
         && sz_decimal_div_round (sum_x1e4, (SzWide)SCORE_YEARS * 100, score_x100, NULL);
}

/* Whole months of the stretch of main posts of these levels, less what assessments take off. */
static int
count_months (
    const SzCareer *career, const SzTitleRules *rules, int highest, int lowest, SzDate day)
{
  const SzDate start = sz_main_stretch_start (career, highest, lowest, day);

  if (start == SZ_DATE_NONE)
    return 0;
  return MAX (0, sz_whole_months (start, day) - sz_deducted_months (career, rules, start, day));
}

/* RULE ttl-20: the first alternative all of whose demands hold, from 1; 0: none. */
static int
find_alternative (const SzTitleRules *rules, SzPost target, const SzRise *rise)
{
  const SzLadder *ladder = sz_title_rules_ladder (rules, target);

  for (int i = 0; ladder != NULL && i < ladder->n_steps; i++)
    {
      const SzLadderStep *step = &ladder->steps[i];

      if ((step->level_years < 0 || rise->level_months >= MONTHS_A_YEAR * step->level_years)
          && (step->band_years < 0 || rise->band_months >= MONTHS_A_YEAR * step->band_years)
          && (step->score_x100 < 0 || (rise->has_score && rise->score_x100 >= step->score_x100)))
        return i + 1;
    }
  return 0;
}

/* RULE ttl-20 */
gboolean
sz_rise_of (
    const SzCareer *career, const SzTitleRules *rules, SzPlace main, SzDate day, SzRise *rise)
{
  const SzPlaceBand *band;
  int level, lowest;
  SzPost target;

  g_return_val_if_fail (career != NULL && rules != NULL && rise != NULL, FALSE);

  if (main == SZ_PLACE_NONE || sz_post_rank (sz_place_post (main)) == 0)
    return FALSE;
  band = sz_place_band (main);
  if (main == band->first)
    return FALSE;
  memset (rise, 0, sizeof *rise);
  rise->staff_no = career->person->staff_no;
  rise->from = main;
  rise->to = main - 1;
  target = sz_place_post (rise->to);
  level = sz_post_level (sz_place_post (main));
  lowest = sz_post_level (sz_place_post (band->last));
  rise->level_months
      = count_months (career, rules, sz_post_level (sz_place_post (band->first)), level, day);
  rise->band_months = count_months (career, rules, 1, lowest, day);
  rise->has_score = find_score (career, rules->ladder_item, sz_date_year (day), &rise->score_x100);
  rise->alternative = find_alternative (rules, target, rise);
  if (rise->alternative == 0)
    rise->reasons |= SZ_RISE_YEARS;
  if (sz_title_level (sz_career_title (career, day)) < sz_post_rank (target))
    rise->reasons |= SZ_RISE_TITLE;
  if (sz_assessment_bars (career, day))
    rise->reasons |= SZ_RISE_BARRED_ASSESSMENT;
  if (sz_discipline_bars (career, rules->appoint_bar_discipline, rules->falsification_years, day))
    rise->reasons |= SZ_RISE_BARRED_DISCIPLINE;
  return TRUE;
}

/* Target from the highest level, score down, months at the level down, staff number. */
static int
compare_rises_cb (gconstpointer a, gconstpointer b)
{
  const SzRise *left = a;
  const SzRise *right = b;
  const int left_level = sz_post_level (sz_place_post (left->to));
  const int right_level = sz_post_level (sz_place_post (right->to));
  const gint64 left_score = left->has_score ? left->score_x100 : 0;
  const gint64 right_score = right->has_score ? right->score_x100 : 0;

  if (left_level != right_level)
    return left_level < right_level ? -1 : 1;
  if (left_score != right_score)
    return left_score > right_score ? -1 : 1;
  if (left->level_months != right->level_months)
    return left->level_months > right->level_months ? -1 : 1;
  return strcmp (left->staff_no, right->staff_no);
}

/* RULE ttl-20 */
void
sz_rises_rank (GArray *rises, SzStructure *structure)
{
  g_return_if_fail (rises != NULL && structure != NULL);

  g_array_sort (rises, compare_rises_cb);
  for (guint i = 0; i < rises->len; i++)
    {
      SzRise *rise = &g_array_index (rises, SzRise, i);
      SzMove move = { .from = rise->from, .to = rise->to };

      rise->fits = FALSE;
      if (rise->reasons != 0)
        continue;
      sz_structure_judge (structure, &move);
      rise->fits = move.fits;
      if (move.fits)
        sz_structure_carry_out (structure, move.from, move.to);
    }
}
