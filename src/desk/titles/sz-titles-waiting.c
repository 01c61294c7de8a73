/* sz-titles-waiting.c — the badge of the duty: open appointments, open findings of the area, and
 * notices that end today or have ended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-appoint-act.h"
#include "sz-title-life.h"
#include "sz-titles-page.h"
#include "sz-titles-private.h"
#include "sz-view-findings.h"

static gboolean
add_notices (SzOffice *office, SzDate day, guint *waiting, GError **error)
{
  g_autoptr (GArray) briefs = sz_title_round_list (office, error);

  for (guint i = 0; briefs != NULL && i < briefs->len; i++)
    {
      const SzTitleRoundBrief *brief = &g_array_index (briefs, SzTitleRoundBrief, i);
      g_autoptr (SzTitleRoundView) view = NULL;

      if (!g_str_equal (brief->state, "announced") && !g_str_equal (brief->state, "published"))
        continue;
      view = sz_title_round_view (office, brief->name, error);
      if (view == NULL)
        return FALSE;
      if (view->notices->len > 0
          && g_array_index (view->notices, SzTitleNotice, view->notices->len - 1).end <= day)
        *waiting += 1;
    }
  return briefs != NULL;
}

static gpointer
count_waiting_cb (
    SzOffice *office, gpointer day, SzProgress progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) cases = sz_appoint_list (office, "open", error);
  const SzFindingFilter open = { SZ_FINDING_OPEN, SZ_AREA_POSTS, NULL, FALSE };
  g_autoptr (SzFindingsView) findings
      = cases != NULL ? sz_view_findings (office, &open, error) : NULL;
  g_autofree guint *waiting = g_new0 (guint, 1);

  if (findings == NULL || !add_notices (office, *(const SzDate *)day, waiting, error))
    return NULL;
  *waiting += cases->len + findings->items->len;
  return g_steal_pointer (&waiting);
}

static void
waiting_counted_cb (gpointer owner, gpointer value)
{
  g_autofree guint *waiting = value;

  sz_page_set_badge (owner, *waiting);
}

void
_sz_titles_count_waiting (SzTitlesPage *page, SzJob *job)
{
  SzTasks *tasks;
  SzDate *day;

  g_return_if_fail (SZ_IS_TITLES_PAGE (page));
  tasks = sz_page_get_tasks (SZ_PAGE (page));
  if (tasks == NULL)
    return;
  day = g_new (SzDate, 1);
  *day = sz_page_get_as_of (SZ_PAGE (page));
  sz_job_read (job, tasks, SZ_WORK (count_waiting_cb, day, g_free, g_free), waiting_counted_cb);
}
