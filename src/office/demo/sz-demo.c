/* sz-demo.c — a made-up college and a year of everything
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-demo.h"

#include "sz-demo-private.h"
#include "sz-office-private.h"

/* Every so many people the progress is told and the cancel asked. */
#define STEP 500

static gboolean
check_request (SzOffice *office, const SzDemoRequest *request, GError **error)
{
  gboolean empty = FALSE;

  if (request->people < 1 || request->people > SZ_DEMO_PEOPLE_MAX || request->year < 1990
      || request->year > 2100)
    return sz_error_set (error, SZ_ERROR_FORMAT, "demo.out_of_range", "max",
                         G_STRINGIFY (SZ_DEMO_PEOPLE_MAX), NULL);
  if (!sz_store_is_empty (sz_office_get_store (office), &empty, error))
    return FALSE;
  if (!empty)
    return sz_error_set (error, SZ_ERROR_REFUSED, "demo.not_empty", "file",
                         sz_office_get_path (office), NULL);
  return TRUE;
}

static gboolean
add_people (SzDemo *demo, SzProgress progress, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < demo->request->people; i++)
    {
      SzDemoPerson person = { 0 };

      if (i % STEP == 0)
        {
          sz_progress_report (progress, "demo", i, demo->request->people);
          if (g_cancellable_is_cancelled (cancellable))
            return sz_error_set (error, SZ_ERROR_CANCELLED, "act.cancelled", NULL);
        }
      if (!sz_demo_add_person (demo, i, &person, error) || !sz_demo_add_year (demo, &person, error))
        return FALSE;
    }
  sz_progress_report (progress, "demo", demo->request->people, demo->request->people);
  return TRUE;
}

gboolean
sz_office_demo (SzOffice *office,
                const SzDemoRequest *request,
                SzDemoReport *report,
                SzProgress progress,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (SzAct) act = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (request->seed);
  g_autofree char *summary = NULL;
  SzDemo demo = { .request = request, .report = report, .random = random };

  *report = (SzDemoReport){ 0 };
  if (!check_request (office, request, error))
    return FALSE;
  act = sz_office_begin (office, "demo", NULL, NULL, error);
  if (act == NULL)
    return FALSE;

  demo.act = act;
  if (!sz_demo_add_college (&demo, error) || !add_people (&demo, progress, cancellable, error))
    return FALSE;
  summary = g_strdup_printf ("{\"people\":%u,\"year\":%d,\"seed\":%u}", request->people,
                             request->year, request->seed);
  sz_act_set_summary (act, summary);
  return sz_act_commit (act, error);
}
