/* sz-appoint-case.c — an appointment case as it is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-appoint-case.h"

SzAppointCase *
sz_appoint_case_new (void)
{
  return g_new0 (SzAppointCase, 1);
}

void
sz_appoint_case_free (SzAppointCase *shown)
{
  if (shown == NULL)
    return;
  g_free (shown->staff_no);
  g_free (shown->state);
  g_free (shown->approval);
  g_free (shown->document);
  g_free (shown->scheme);
  g_free (shown);
}
