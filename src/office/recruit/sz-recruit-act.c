/* sz-recruit-act.c — what the office does about plans and applicants (RULE rec-16, rec-18, rec-20,
 * rec-22)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-recruit-act.h"

#include <string.h>

#include "sz-office-act.h"
#include "sz-recruit-book.h"
#include "sz-recruit-lists.h"
#include "sz-recruit-state.h"

static int
compare_codes_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (((const SzPlanRow *)a)->code, ((const SzPlanRow *)b)->code);
}

GStrv
sz_recruit_plans (SzOffice *office, GError **error)
{
  g_autoptr (GArray) rows = NULL;
  GStrv codes;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  rows = sz_store_plan_list (sz_office_get_store (office), SZ_ROWS_ALL, error);
  if (rows == NULL)
    return NULL;
  g_array_sort (rows, compare_codes_cb);
  codes = g_new0 (char *, rows->len + 1);
  for (guint i = 0; i < rows->len; i++)
    codes[i] = g_strdup (g_array_index (rows, SzPlanRow, i).code);
  return codes;
}

static void
replace (char **member, const char *text)
{
  if (text == NULL)
    return;
  g_free (*member);
  *member = g_strdup (text);
}

static gboolean
put_plan (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const SzPlanAsk *ask = user_data;
  g_auto (SzPlanRow) row = { .code = g_strdup (ask->code) };
  gboolean found = FALSE;

  if (!sz_store_plan_find (sz_act_get_store (act), &row, &found, error))
    return FALSE;
  replace (&row.name, ask->name);
  replace (&row.document, ask->document);
  if (ask->cutoff != SZ_DATE_NONE)
    row.cutoff = ask->cutoff;
  json_object_set_new (summary, "plan", json_string (ask->code));
  return sz_store_plan_put (act, &row, SZ_PUT_UPDATE, NULL, error);
}

gboolean
sz_recruit_put_plan (SzOffice *office, const SzPlanAsk *ask, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && ask->code != NULL, FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "recruit.plan" }, put_plan, (gpointer)ask,
                        NULL, error);
}

/* One act about an applicant: the plan as the act sees it, and a row that may be changed. */
typedef struct
{
  SzOffice *office;
  const SzApplicantAsk *ask;
  gboolean passed;
  gboolean upheld;
  const char *second;
  const char *to;
  gint64 id;
  SzRecruitBook *book;
  SzRecruitPost *post;
  SzRecruitPerson *person;
} Job;

static void
clear_job (Job *job)
{
  g_clear_pointer (&job->book, sz_recruit_book_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

static gboolean
load_job (Job *job, json_t *summary, GError **error)
{
  job->book = sz_recruit_book_load (job->office, job->ask->plan, error);
  if (job->book == NULL)
    return FALSE;
  if (job->ask->post != NULL
      && (job->post = sz_recruit_book_need_post (job->book, job->ask->post, error)) == NULL)
    return FALSE;
  json_object_set_new (summary, "plan", json_string (job->ask->plan));
  if (job->ask->post != NULL)
    json_object_set_new (summary, "post", json_string (job->ask->post));
  if (job->ask->text != NULL)
    json_object_set_new (summary, "reason", json_string (job->ask->text));
  if (job->ask->ticket == NULL)
    return TRUE;
  json_object_set_new (summary, "ticket", json_string (job->ask->ticket));
  job->person = sz_recruit_book_need_person (job->book, job->ask->post, job->ask->ticket, error);
  if (job->person != NULL && job->post == NULL)
    job->post = job->person->post;
  return job->person != NULL;
}

/* A copy of the applicant's row that an act may change and put back. */
static gboolean
read_row (SzAct *act, const Job *job, SzApplicantRow *row, GError **error)
{
  gboolean found = FALSE;

  return sz_store_applicant_get (sz_act_get_store (act), job->person->row->id, row, &found, error);
}

static gboolean
refuse_state (const Job *job, const SzRecruitPost *post, const char *verb, GError **error)
{
  return sz_error_set (error, SZ_ERROR_REFUSED, "step.not_allowed", "post", post->row->code,
                       "state", post->state, "verb", verb, NULL);
}

static gboolean
review (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  g_auto (SzApplicantRow) row = { 0 };
  const SzScreenState decided = job->passed ? SZ_QUALIFIED : SZ_REFUSED;
  SzScreenState automatic;

  if (!load_job (job, summary, error) || !read_row (act, job, &row, error))
    return FALSE;
  automatic = job->person->screening.automatic;
  if (automatic != SZ_REVIEW && automatic != decided
      && (job->ask->text == NULL || *job->ask->text == '\0'))
    return sz_error_set (error, SZ_ERROR_REFUSED, "review.reason_missing", "ticket",
                         job->ask->ticket, NULL);
  json_object_set_new (summary, "before", json_string (row.decision));
  json_object_set_new (summary, "after", json_string (job->passed ? "passed" : "failed"));
  replace (&row.decision, job->passed ? "passed" : "failed");
  replace (&row.decision_note, job->ask->text);
  replace (&row.first_reviewer, sz_act_get_who (act));
  replace (&row.second_reviewer, job->second);
  return sz_store_applicant_put (act, &row, SZ_PUT_UPDATE, NULL, error);
}

gboolean
sz_recruit_review (SzOffice *office,
                   const SzApplicantAsk *ask,
                   gboolean passed,
                   const char *second,
                   GError **error)
{
  g_auto (Job) job = { .office = office, .ask = ask, .passed = passed, .second = second };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && ask->ticket != NULL, FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "recruit.review" }, review, &job, NULL,
                        error);
}

static gboolean
withdraw (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  g_auto (SzApplicantRow) row = { 0 };

  if (!load_job (job, summary, error) || !read_row (act, job, &row, error))
    return FALSE;
  if (job->person->hire != NULL || row.withdrawn_on != SZ_DATE_NONE)
    return refuse_state (job, job->post, "withdraw", error);
  row.withdrawn_on = job->ask->on;
  row.withdrawn_early = sz_recruit_before_exam (job->post->state);
  replace (&row.withdrawn_why, job->ask->text);
  return sz_store_applicant_put (act, &row, SZ_PUT_UPDATE, NULL, error);
}

gboolean
sz_recruit_withdraw (SzOffice *office, const SzApplicantAsk *ask, GError **error)
{
  g_auto (Job) job = { .office = office, .ask = ask };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && ask->ticket != NULL, FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "recruit.withdraw" }, withdraw, &job, NULL,
                        error);
}

typedef struct
{
  Job job;
  const char *physical;
  const char *inspection;
} CheckJob;

static gboolean
check (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  CheckJob *job = user_data;
  g_auto (SzCheckRow) row = { 0 };
  gboolean found = FALSE;

  if (!load_job (&job->job, summary, error))
    return FALSE;
  if (job->job.person->candidate == NULL
      || (job->job.person->candidate->state == SZ_CALLED_NOT && !job->job.person->upheld))
    return refuse_state (&job->job, job->job.post, "check", error);
  row.applicant_id = job->job.person->row->id;
  if (!sz_store_check_find (sz_act_get_store (act), &row, &found, error))
    return FALSE;
  replace (&row.physical, job->physical);
  replace (&row.inspection, job->inspection);
  replace (&row.note, job->job.ask->text);
  if (job->job.ask->on != SZ_DATE_NONE)
    row.day = job->job.ask->on;
  return sz_store_check_put (act, &row, SZ_PUT_UPDATE, NULL, error);
}

gboolean
sz_recruit_check (SzOffice *office,
                  const SzApplicantAsk *ask,
                  const char *physical,
                  const char *inspection,
                  GError **error)
{
  CheckJob job
      = { .job = { .office = office, .ask = ask }, .physical = physical, .inspection = inspection };
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && ask->ticket != NULL, FALSE);
  done = sz_office_run (office, &(SzActHead){ .kind = "recruit.check" }, check, &job, NULL, error);
  clear_job (&job.job);
  return done;
}

/* RULE rec-18: from a cancelled post, once, to one whose exam is not open, where the rules do not
 * refuse. */
static gboolean
move (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  g_auto (SzApplicantRow) row = { 0 };
  g_auto (SzScreening) screening = { 0 };
  SzRecruitPost *to;

  if (!load_job (job, summary, error) || !read_row (act, job, &row, error))
    return FALSE;
  to = sz_recruit_book_need_post (job->book, job->to, error);
  if (to == NULL)
    return FALSE;
  if (*row.moved_from != '\0')
    return sz_error_set (error, SZ_ERROR_REFUSED, "applicant.moved", "ticket", row.ticket, "from",
                         row.moved_from, NULL);
  if (strcmp (job->post->state, "cancelled") != 0 || job->person->screened != SZ_QUALIFIED
      || to == job->post)
    return refuse_state (job, job->post, "move", error);
  if (!sz_recruit_before_exam (to->state))
    return refuse_state (job, to, "move", error);
  sz_recruit_screen (job->book, job->person, to, &screening);
  if (screening.automatic == SZ_REFUSED)
    return sz_error_set (error, SZ_ERROR_REFUSED, "applicant.unfit", "ticket", row.ticket, "post",
                         job->to, NULL);
  json_object_set_new (summary, "to", json_string (job->to));
  replace (&row.moved_from, row.post);
  replace (&row.post, job->to);
  replace (&row.decision, "");
  return sz_store_applicant_put (act, &row, SZ_PUT_UPDATE, NULL, error);
}

gboolean
sz_recruit_move (SzOffice *office, const SzApplicantAsk *ask, const char *to, GError **error)
{
  g_auto (Job) job = { .office = office, .ask = ask, .to = to };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && to != NULL, FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "recruit.move" }, move, &job, NULL, error);
}

/* RULE rec-22 */
static gboolean
object (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  SzObjectionRow row = { .day = job->ask->on, .state = (char *)"open" };

  if (!load_job (job, summary, error))
    return FALSE;
  if (strcmp (job->post->state, "publicity") != 0)
    return refuse_state (job, job->post, "objection", error);
  row.position_id = job->post->row->id;
  row.applicant_id = job->person != NULL ? job->person->row->id : 0;
  row.text = (char *)job->ask->text;
  if (!sz_store_objection_put (act, &row, SZ_PUT_INSERT, NULL, error))
    return FALSE;
  job->id = row.id;
  return TRUE;
}

gboolean
sz_recruit_object (SzOffice *office, const SzApplicantAsk *ask, gint64 *id, GError **error)
{
  g_auto (Job) job = { .office = office, .ask = ask };
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && id != NULL, FALSE);
  g_return_val_if_fail (ask->post != NULL, FALSE);
  done = sz_office_run (office, &(SzActHead){ .kind = "recruit.objection" }, object, &job, NULL,
                        error);
  *id = job.id;
  return done;
}

static gboolean
answer (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  g_auto (SzObjectionRow) row = { 0 };
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, job->id);
  gboolean found = FALSE;

  if (!sz_store_objection_get (sz_act_get_store (act), job->id, &row, &found, error))
    return FALSE;
  if (!found)
    return sz_error_set (error, SZ_ERROR_REFUSED, "objection.unknown", "id", number, NULL);
  if (strcmp (row.state, "open") != 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "step.not_allowed", "post", number, "state",
                         row.state, "verb", "answer", NULL);
  json_object_set_new (summary, "objection", json_integer (job->id));
  replace (&row.state, job->upheld ? "upheld" : "dismissed");
  replace (&row.answer, job->to);
  return sz_store_objection_put (act, &row, SZ_PUT_UPDATE, NULL, error);
}

gboolean
sz_recruit_answer (SzOffice *office, gint64 id, gboolean upheld, const char *text, GError **error)
{
  g_auto (Job) job = { .office = office, .id = id, .upheld = upheld, .to = text };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && text != NULL, FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "recruit.answer" }, answer, &job, NULL,
                        error);
}
