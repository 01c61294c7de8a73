/* sz-selection.c — who is called for the check and who is proposed (RULE rec-20 … rec-22)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-selection.h"

const char *
sz_called_state_name (SzCalledState state)
{
  static const char *const names[SZ_N_CALLED_STATES] = {
    [SZ_CALLED_NOT] = "",
    [SZ_CALLED_TO_CHECK] = "to_check",
    [SZ_CALLED_FAILED] = "failed",
    [SZ_CALLED_WITHDRAWN] = "withdrawn",
    [SZ_CALLED_RESERVE] = "reserve",
    [SZ_CALLED_PROPOSED] = "proposed",
  };

  g_return_val_if_fail ((guint)state < SZ_N_CALLED_STATES, NULL);
  return names[state];
}

/* Passed people are reserve until they are proposed. */
static SzCalledState
judge_check (const SzCandidate *candidate)
{
  if (candidate->withdrawn)
    return SZ_CALLED_WITHDRAWN;
  if (candidate->upheld || candidate->physical == SZ_OUTCOME_FAILED
      || candidate->inspection == SZ_OUTCOME_FAILED)
    return SZ_CALLED_FAILED;
  if (candidate->physical == SZ_OUTCOME_PASSED && candidate->inspection == SZ_OUTCOME_PASSED)
    return SZ_CALLED_RESERVE;
  return SZ_CALLED_TO_CHECK;
}

static guint
find_group_end (const SzCandidate *candidates, guint n, guint first)
{
  guint end = first + 1;

  while (end < n && candidates[end].rank == candidates[first].rank)
    end++;
  return end;
}

static guint
count_good (const SzCandidate *candidates, guint first, guint end)
{
  guint good = 0;

  for (guint i = first; i < end; i++)
    {
      const SzCalledState state = judge_check (&candidates[i]);

      good += state != SZ_CALLED_FAILED && state != SZ_CALLED_WITHDRAWN ? 1 : 0;
    }
  return good;
}

/* The shortest run of whole groups; a tied group of which only a part is needed stops it. */
static void
call_people (const SzSelectionRules *rules,
             const SzCandidate *candidates,
             guint n,
             SzSelection *selection)
{
  guint good = 0;
  guint at = 0;

  while (at < n && (at < rules->check_count || good < rules->places))
    {
      const guint end = find_group_end (candidates, n, at);
      const guint better = count_good (candidates, at, end);
      const gboolean over
          = at < rules->check_count ? end > rules->check_count : better > rules->places - good;

      if (end - at > 1 && over)
        {
          selection->blocked = TRUE;
          break;
        }
      good += better;
      at = end;
    }
  selection->n_called = at;
}

static guint
count_in_state (const SzCandidate *candidates, guint first, guint end, SzCalledState state)
{
  guint count = 0;

  for (guint i = first; i < end; i++)
    count += candidates[i].state == state ? 1 : 0;
  return count;
}

/* Proposes the passed of one group; FALSE when that ends the run. */
static gboolean
propose_group (const SzSelectionRules *rules,
               SzCandidate *candidates,
               guint first,
               guint end,
               guint *newcomers,
               SzSelection *selection)
{
  const guint passed = count_in_state (candidates, first, end, SZ_CALLED_RESERVE);

  if (count_in_state (candidates, first, end, SZ_CALLED_TO_CHECK) > 0)
    return FALSE;
  if (end - first > 1 && passed > rules->places - selection->n_proposed)
    {
      selection->blocked = TRUE;
      return FALSE;
    }
  for (guint i = first; i < end; i++)
    {
      if (candidates[i].state != SZ_CALLED_RESERVE || selection->n_proposed == rules->places)
        continue;
      if (candidates[i].notice == 0 && *newcomers == 0)
        continue;
      *newcomers -= candidates[i].notice == 0 ? 1 : 0;
      candidates[i].state = SZ_CALLED_PROPOSED;
      selection->n_proposed++;
    }
  return TRUE;
}

/* RULE rec-21 */
void
sz_select (const SzSelectionRules *rules, SzCandidate *candidates, guint n, SzSelection *selection)
{
  guint newcomers = G_MAXUINT;
  guint later = 0;
  gboolean begun = FALSE;

  g_return_if_fail (rules != NULL && selection != NULL);
  g_return_if_fail (candidates != NULL || n == 0);
  *selection = (SzSelection){ 0 };
  for (guint i = 0; i < n; i++)
    {
      candidates[i].state = SZ_CALLED_NOT;
      candidates[i].substitute = FALSE;
      begun |= candidates[i].notice > 0;
      later += candidates[i].notice > 1 ? 1 : 0;
    }
  if (begun)
    newcomers = rules->newcomers > later ? rules->newcomers - later : 0;
  call_people (rules, candidates, n, selection);
  for (guint i = 0; i < selection->n_called; i++)
    {
      candidates[i].state = judge_check (&candidates[i]);
      candidates[i].substitute = i >= rules->check_count;
    }
  for (guint at = 0; at < selection->n_called && selection->n_proposed < rules->places;)
    {
      const guint end = find_group_end (candidates, n, at);

      if (!propose_group (rules, candidates, at, end, &newcomers, selection))
        {
          selection->waiting = count_in_state (candidates, at, end, SZ_CALLED_TO_CHECK) > 0;
          break;
        }
      at = end;
    }
}
