/* sz-appoint-pay.c — what an appointment does to pay (RULE ttl-22)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-appoint-pay.h"

#include <string.h>

#include "sz-office-private.h"
#include "sz-scheme-default.h"
#include "sz-scheme-file.h"
#include "sz-store-pay.h"

/* RULE pay-5: by the level, else by the band. */
static gboolean
find_coefficient (const SzScheme *scheme, SzPost post, gint64 *coefficient_x1e4)
{
  g_autofree char *level = post != 0 ? sz_post_name (post) : NULL;
  const gint64 *found = level != NULL ? g_hash_table_lookup (scheme->post_x1e4, level) : NULL;

  if (found == NULL && post != 0)
    found = g_hash_table_lookup (scheme->post_x1e4, sz_band_name (sz_post_band (post)));
  if (found != NULL)
    *coefficient_x1e4 = *found;
  return found != NULL;
}

/* That of the latest run, else the one that a college begins with. */
static SzScheme *
read_scheme (SzOffice *office, GError **error)
{
  g_autoptr (GArray) runs = sz_store_pay_list (sz_office_get_store (office), error);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  const char *text;
  SzScheme *scheme;

  if (runs == NULL)
    return NULL;
  if (runs->len == 0)
    return sz_scheme_default_new (sz_office_today (office));
  text = g_array_index (runs, SzPayRun, runs->len - 1).scheme;
  scheme = sz_scheme_file_parse (text, strlen (text), issues);
  return scheme != NULL ? scheme : sz_scheme_default_new (sz_office_today (office));
}

gboolean
sz_appoint_pay (SzOffice *office, SzAppointCase *shown, GError **error)
{
  g_autoptr (SzScheme) scheme = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && shown != NULL, FALSE);

  scheme = read_scheme (office, error);
  if (scheme == NULL)
    return FALSE;
  g_free (shown->scheme);
  shown->scheme = g_strdup (scheme->name);
  shown->pay_from = sz_month_first_day (sz_date_month (shown->day) + 1);
  shown->has_before = find_coefficient (scheme, shown->from, &shown->before_x1e4);
  shown->has_after = find_coefficient (scheme, shown->to, &shown->after_x1e4);
  return TRUE;
}
