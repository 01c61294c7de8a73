/* sz-demo.c — a made-up college and a year of everything
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-demo.h"

#include "sz-demo-private.h"
#include "sz-office-act.h"
#include "sz-store-college.h"

/* Every so many people the progress is told and the cancel asked. */
#define STEP 500
/* So many have an appointment under way. */
#define RISERS 2

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

/* Two who can rise by a level. */
static void
note_riser (GArray *risers, const SzDemoPerson *person)
{
  const int level = sz_post_level (person->post);

  if (risers->len < RISERS && sz_post_category (person->post) == SZ_POST_PROFESSIONAL
      && (level == 7 || level == 10 || level == 12) && person->to == SZ_DATE_NONE)
    g_array_append_val (risers, *person);
}

static gboolean
add_people (
    SzDemo *demo, SzOffice *office, SzProgress progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (demo->request->seed + 1);
  g_autoptr (GRand) other = g_rand_new_with_seed (demo->request->seed + 3);
  g_autoptr (GArray) risers = g_array_new (FALSE, FALSE, sizeof (SzDemoPerson));
  SzDemo watch = *demo;
  SzDemo titles = *demo;

  watch.random = random;
  titles.random = other;
  if (!sz_demo_add_watch (&watch, error) || !sz_demo_add_titles (&titles, error))
    return FALSE;
  for (guint i = 0; i < demo->request->people; i++)
    {
      SzDemoPerson person = { 0 };

      if (i % STEP == 0)
        {
          sz_progress_report (progress, "demo", i, demo->request->people);
          if (g_cancellable_is_cancelled (cancellable))
            return sz_error_set (error, SZ_ERROR_CANCELLED, "act.cancelled", NULL);
        }
      if (!sz_demo_add_person (demo, i, &person, error) || !sz_demo_add_year (demo, &person, error)
          || !sz_demo_add_watch_person (&watch, &person, error)
          || !sz_demo_add_titles_person (&titles, &person, error))
        return FALSE;
      note_riser (risers, &person);
    }
  if (!sz_demo_add_rounds (&titles, office, risers, error))
    return FALSE;
  sz_progress_report (progress, "demo", demo->request->people, demo->request->people);
  return TRUE;
}

static gboolean
add_recruitment (const SzDemo *demo, GError **error)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (demo->request->seed + 2);
  SzDemo own = *demo;

  own.random = random;
  return sz_demo_add_recruit (&own, error);
}

typedef struct
{
  SzDemo demo;
  SzOffice *office;
  SzProgress progress;
  GCancellable *cancellable;
} Job;

static gboolean
make_college (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  const SzDemoRequest *request = job->demo.request;

  job->demo.act = act;
  if (!check_request (job->office, request, error) || !sz_demo_add_college (&job->demo, error)
      || !add_people (&job->demo, job->office, job->progress, job->cancellable, error)
      || !add_recruitment (&job->demo, error))
    return FALSE;
  json_object_set_new (summary, "people", json_integer (request->people));
  json_object_set_new (summary, "year", json_integer (request->year));
  json_object_set_new (summary, "seed", json_integer (request->seed));
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
  const SzActHead head = { .kind = "demo" };
  g_autoptr (GRand) random = NULL;
  Job job = { .office = office, .progress = progress, .cancellable = cancellable };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && request != NULL && report != NULL, FALSE);

  *report = (SzDemoReport){ 0 };
  random = g_rand_new_with_seed (request->seed);
  job.demo = (SzDemo){ .request = request, .report = report, .random = random };
  return sz_office_run (office, &head, make_college, &job, NULL, error);
}
