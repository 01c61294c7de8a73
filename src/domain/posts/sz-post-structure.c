/* sz-post-structure.c — approved and occupied posts, vacancies, moves (RULE pst-2, pst-3, pst-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-post-structure.h"

#include "sz-decimal.h"

/* The smallest of the running differences ΣApproved − ΣExpected at @first … @last of the band. */
static int
find_least (const SzStructure *structure, SzPlace first, SzPlace last)
{
  int least = G_MAXINT;
  int difference = 0;

  for (SzPlace m = sz_place_band (first)->first; m <= last; m++)
    {
      difference += structure->approved[m] - structure->expected[m];
      if (m >= first)
        least = MIN (least, difference);
    }
  return least;
}

/* RULE pst-2 */
int
sz_structure_vacancy_new (const SzStructure *structure, SzPlace place)
{
  g_return_val_if_fail (structure != NULL && place >= 0 && place < SZ_N_PLACES, 0);
  return find_least (structure, place, sz_place_band (place)->last);
}

/* RULE pst-2 */
int
sz_structure_vacancy_rise (const SzStructure *structure, SzPlace from, SzPlace to)
{
  g_return_val_if_fail (structure != NULL && to >= 0 && to < from && from < SZ_N_PLACES, 0);
  g_return_val_if_fail (sz_place_band (from) == sz_place_band (to), 0);
  return find_least (structure, to, from - 1);
}

int
sz_structure_over (const SzStructure *structure, SzPlace place)
{
  int over = 0;

  g_return_val_if_fail (structure != NULL && place >= 0 && place < SZ_N_PLACES, 0);
  for (SzPlace m = sz_place_band (place)->first; m <= place; m++)
    over += structure->occupied[m] - structure->approved[m];
  return MAX (0, over);
}

gboolean
sz_structure_tells (const SzStructure *structure, const SzPlaceBand *band)
{
  g_return_val_if_fail (structure != NULL && band != NULL, FALSE);
  for (SzPlace place = band->first; place <= band->last; place++)
    if (structure->approved[place] != 0 || structure->occupied[place] != 0
        || structure->open_cases[place] != 0)
      return TRUE;
  return FALSE;
}

const char *
sz_move_kind_word (SzMoveKind kind)
{
  static const char *const words[] = {
    [SZ_MOVE_NONE] = "none",   [SZ_MOVE_NEW] = "new",   [SZ_MOVE_RISE] = "rise",
    [SZ_MOVE_LOWER] = "lower", [SZ_MOVE_SAME] = "same", [SZ_MOVE_CASE] = "case",
  };

  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (words), "");
  return words[kind];
}

/* RULE pst-6 */
void
sz_structure_judge (const SzStructure *structure, SzMove *move)
{
  const SzPlaceBand *band;
  gboolean inside;

  g_return_if_fail (structure != NULL && move != NULL);
  g_return_if_fail (move->to >= 0 && move->to < SZ_N_PLACES);

  band = sz_place_band (move->to);
  inside = move->from >= band->first && move->from <= band->last;
  move->has_vacancy = FALSE;
  move->vacancy = 0;
  move->reason = NULL;
  if (move->from == move->to)
    move->kind = SZ_MOVE_SAME;
  else if (move->case_open)
    move->kind = SZ_MOVE_CASE;
  else if (inside && move->from < move->to)
    move->kind = SZ_MOVE_LOWER;
  else
    {
      move->kind = inside ? SZ_MOVE_RISE : SZ_MOVE_NEW;
      move->has_vacancy = TRUE;
      move->vacancy = inside ? sz_structure_vacancy_rise (structure, move->from, move->to)
                             : sz_structure_vacancy_new (structure, move->to);
    }
  if (move->kind == SZ_MOVE_CASE)
    move->reason = "post.case_open";
  else if (move->kind == SZ_MOVE_SAME)
    move->reason = "post.same";
  else if (move->has_vacancy && move->vacancy < 1)
    move->reason = "post.no_vacancy";
  move->fits = move->reason == NULL;
}

void
sz_structure_carry_out (SzStructure *structure, SzPlace from, SzPlace to)
{
  g_return_if_fail (structure != NULL && to >= 0 && to < SZ_N_PLACES && from < SZ_N_PLACES);
  if (from != SZ_PLACE_NONE)
    structure->expected[from]--;
  structure->expected[to]++;
}

/* RULE pst-6 */
void
sz_structure_judge_list (SzStructure *structure, SzMove *moves, gsize n)
{
  g_return_if_fail (structure != NULL && (moves != NULL || n == 0));

  for (gsize i = 0; i < n; i++)
    {
      sz_structure_judge (structure, &moves[i]);
      moves[i].fits_alone = moves[i].fits;
    }
  for (gsize i = 0; i < n; i++)
    {
      sz_structure_judge (structure, &moves[i]);
      if (moves[i].fits)
        sz_structure_carry_out (structure, moves[i].from, moves[i].to);
    }
}

int
sz_structure_sum (const int *numbers, SzPlaceCategory category)
{
  int sum = 0;

  g_return_val_if_fail (numbers != NULL, 0);
  for (SzPlace place = 0; place < SZ_N_PLACES; place++)
    if (sz_place_category (place) == category)
      sum += numbers[place];
  return sum;
}

static int
sum_professional (const SzStructure *structure)
{
  return sz_structure_sum (structure->approved, SZ_PLACE_PROFESSIONAL)
         + sz_structure_sum (structure->approved, SZ_PLACE_STUDENT);
}

static int
sum_all (const SzStructure *structure)
{
  int sum = 0;

  for (SzPlace place = 0; place < SZ_N_PLACES; place++)
    sum += structure->approved[place];
  return sum;
}

/* RULE pst-3, num-4 */
guint
sz_structure_warnings (const SzStructure *structure, const SzPlanRules *rules, gint64 establishment)
{
  const SzPlace first_worker = sz_place_of (sz_post_parse ("技术工一级"), FALSE);
  guint warnings = 0;
  gint64 all, workers, upper;

  g_return_val_if_fail (structure != NULL && rules != NULL, 0);

  all = sum_all (structure);
  workers = sz_structure_sum (structure->approved, SZ_PLACE_WORKER);
  upper = structure->approved[first_worker] + structure->approved[first_worker + 1];
  if ((gint64)sum_professional (structure) * SZ_RATIO_ONE < rules->prof_min_x1e4 * all)
    warnings |= SZ_PLAN_PROFESSIONAL_BELOW;
  if (all > establishment)
    warnings |= SZ_PLAN_OVER_ESTABLISHMENT;
  if (upper * SZ_RATIO_ONE > rules->worker_12_x1e4 * workers)
    warnings |= SZ_PLAN_WORKER_12;
  if ((upper + structure->approved[first_worker + 2]) * SZ_RATIO_ONE
      > rules->worker_123_x1e4 * workers)
    warnings |= SZ_PLAN_WORKER_123;
  return warnings;
}

gboolean
sz_structure_professional_share (const SzStructure *structure, gint64 *share_x1e4)
{
  g_return_val_if_fail (structure != NULL && share_x1e4 != NULL, FALSE);
  return sum_all (structure) > 0
         && sz_decimal_div_round ((SzWide)sum_professional (structure) * SZ_RATIO_ONE,
                                  sum_all (structure), share_x1e4, NULL);
}
