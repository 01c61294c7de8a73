/* sz-scheme-next.c — the scheme of a new year, from that of the year before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-scheme-next.h"

#include <string.h>

#include "sz-issue.h"
#include "sz-office-private.h"
#include "sz-scheme-file.h"
#include "sz-store-pay.h"

/* A month that ended on its last day ends so a year later too. */
static SzDate
move_day (SzDate day)
{
  const SzMonth month = sz_date_month (day);

  return day == sz_month_last_day (month) ? sz_month_last_day (month + 12)
                                          : sz_date_add_years (day, 1);
}

static char *
move_name (const char *name, int year)
{
  g_autofree char *old = g_strdup_printf ("%d", year - 1);
  g_autofree char *new = g_strdup_printf ("%d", year);
  g_auto (GStrv) parts = g_strsplit (name, old, -1);

  return g_strjoinv (new, parts);
}

gboolean
sz_view_scheme_next (SzOffice *office, int year, SzScheme **scheme, GError **error)
{
  g_autoptr (GArray) runs = NULL;
  const SzPayRun *main_run = NULL;
  g_autoptr (SzIssueList) faults = sz_issue_list_new ();
  g_autofree char *name = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && scheme != NULL, FALSE);
  *scheme = NULL;
  runs = sz_store_pay_list (sz_office_get_store (office), error);
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const SzPayRun *run = &g_array_index (runs, SzPayRun, i);

      if (sz_date_year (run->to) == year - 1
          && (main_run == NULL || run->pool_fen >= main_run->pool_fen))
        main_run = run;
    }
  if (main_run == NULL)
    return runs != NULL;
  *scheme = sz_scheme_file_parse (main_run->scheme, strlen (main_run->scheme), faults);
  if (*scheme == NULL)
    return TRUE;
  (*scheme)->from = move_day ((*scheme)->from);
  (*scheme)->to = move_day ((*scheme)->to);
  name = g_steal_pointer (&(*scheme)->name);
  (*scheme)->name = move_name (name, year);
  return TRUE;
}
