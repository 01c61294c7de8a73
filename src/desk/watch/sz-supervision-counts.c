/* sz-supervision-counts.c — what waits on each list of supervision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-rectify-act.h"
#include "sz-supervision-rows.h"
#include "sz-tolerance-act.h"
#include "sz-view-due.h"
#include "sz-view-findings.h"
#include "sz-view-kinship.h"

/* Findings open or answered; the errors and warnings not answered are the badge. */
static gboolean
count_findings (SzOffice *office, SzSupervisionCounts *counts, GError **error)
{
  g_autoptr (SzFindingsView) view = sz_view_findings (office, &SZ_FINDINGS_STANDING, error);

  if (view == NULL)
    return FALSE;
  counts->badge = view->open[SZ_GRAVITY_ERROR] + view->open[SZ_GRAVITY_WARNING];
  counts->waiting[SZ_LIST_FINDINGS]
      = view->counts[SZ_FINDING_OPEN] + view->counts[SZ_FINDING_ANSWERED];
  return TRUE;
}

static gboolean
count_items (SzOffice *office, SzDate day, SzSupervisionCounts *counts, GError **error)
{
  g_autoptr (SzRectifyView) items = sz_view_rectify (office, day, error);
  g_autoptr (SzToleranceView) applications
      = items != NULL ? sz_view_tolerance (office, error) : NULL;

  if (applications == NULL)
    return FALSE;
  for (guint i = 0; i < sz_rectify_view_get_size (items); i++)
    if (sz_rectify_state (sz_rectify_view_get (items, i)) != SZ_RECTIFY_CLOSED)
      counts->waiting[SZ_LIST_RECTIFY]++;
  for (guint i = 0; i < applications->items->len; i++)
    if (g_array_index (applications->items, SzToleranceItem, i).tolerance.decided == SZ_DATE_NONE)
      counts->waiting[SZ_LIST_TOLERANCE]++;
  return TRUE;
}

/* Pairs of whom the rules say something. */
static gboolean
count_pairs (SzOffice *office, SzDate day, SzSupervisionCounts *counts, GError **error)
{
  g_autoptr (GArray) pairs = sz_view_kinship (office, day, error);

  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    if (g_array_index (pairs, SzKinPair, i).kinds != 0)
      counts->waiting[SZ_LIST_FAMILIES]++;
  return pairs != NULL;
}

gpointer
sz_supervision_count (SzOffice *office,
                      gpointer input,
                      SzProgress progress,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree SzSupervisionCounts *counts = g_new0 (SzSupervisionCounts, 1);
  g_autoptr (SzDueView) due = NULL;
  const SzDate *day = input;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && day != NULL, NULL);
  if (!count_findings (office, counts, error) || !count_items (office, *day, counts, error)
      || !count_pairs (office, *day, counts, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  due = sz_view_due (office, *day, 0, error);
  if (due == NULL)
    return NULL;
  counts->waiting[SZ_LIST_DUE] = due->items->len;
  return g_steal_pointer (&counts);
}
