/* sz-tolerance-sight.c — who may see an application for tolerance (RULE aud-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-tolerance-sight.h"

#include <string.h>

#include "sz-case.h"
#include "sz-codes-watch.h"
#include "sz-office-private.h"
#include "sz-rights.h"
#include "sz-session.h"

struct _SzToleranceSight
{
  SzWatchBook *book; /* NULL: sees all */
  char *who;
};

SzToleranceSight *
sz_tolerance_sight_new (SzOffice *office, GError **error)
{
  g_autoptr (SzToleranceSight) sight = NULL;
  g_autoptr (GError) denied = NULL;
  SzSession *session;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  sight = g_new0 (SzToleranceSight, 1);
  if (sz_office_allow (office, "read.tolerance.all", &denied))
    return g_steal_pointer (&sight);
  session = sz_office_get_session (office);
  if (!g_error_matches (denied, SZ_ERROR, SZ_ERROR_REFUSED) || session == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&denied));
      return NULL;
    }
  sight->who = g_strdup (sz_session_get_name (session));
  sight->book = sz_watch_book_open (office, sz_office_today (office), SZ_BOOK_PEOPLE, error);
  return sight->book != NULL ? g_steal_pointer (&sight) : NULL;
}

void
sz_tolerance_sight_free (SzToleranceSight *sight)
{
  if (sight == NULL)
    return;
  g_clear_pointer (&sight->book, sz_watch_book_free);
  g_free (sight->who);
  g_free (sight);
}

/* Whether who looks works where the applicant does. An account says its name, no staff number. */
static gboolean
is_colleague (const SzToleranceSight *sight, const SzWatchPerson *applicant)
{
  const char *department = applicant->state.department;

  for (guint i = 0; i < sight->book->people->len; i++)
    {
      const SzWatchPerson *person = &g_array_index (sight->book->people, SzWatchPerson, i);

      if (person->state.in_service && department != NULL
          && g_strcmp0 (person->state.department, department) == 0
          && sz_case_same_person (person->name, sight->who))
        return TRUE;
    }
  return FALSE;
}

/* RULE aud-6 */
gboolean
sz_tolerance_sight_reaches (const SzToleranceSight *sight, const SzToleranceRow *row)
{
  const SzWatchPerson *applicant;
  const char *open_to;

  g_return_val_if_fail (sight != NULL && row != NULL, FALSE);
  if (sight->book == NULL)
    return TRUE;
  open_to = row->tolerance.open_to != NULL ? row->tolerance.open_to : "";
  if (strcmp (open_to, SZ_OPEN_TO_COLLEGE) == 0)
    return TRUE;
  applicant = sz_watch_book_person (sight->book, row->person_id);
  if (applicant == NULL)
    return FALSE;
  return sz_case_same_person (applicant->name, sight->who)
         || (strcmp (open_to, SZ_OPEN_TO_DEPARTMENT) == 0 && is_colleague (sight, applicant));
}
