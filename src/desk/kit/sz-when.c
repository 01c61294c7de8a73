/* sz-when.c — moments of the log as the clock on the wall showed them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-when.h"

char *
sz_when_format (const char *utc)
{
  g_autoptr (GDateTime) at = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (utc == NULL)
    return g_strdup ("");
  at = g_date_time_new_from_iso8601 (utc, NULL);
  local = at != NULL ? g_date_time_to_local (at) : NULL;
  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup (utc);
}
