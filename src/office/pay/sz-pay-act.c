/* sz-pay-act.c — computing a pay run and freezing it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-act.h"

#include <string.h>

#include "sz-load-facts.h"
#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-rules.h"
#include "sz-scheme-file.h"
#include "sz-view-pay-private.h"

#define ACT_KIND "pay.compute"
#define STATE_COMPUTED "computed"
#define STATE_DRY "draft"

/* One computation under way. */
typedef struct
{
  SzOffice *office;
  SzScheme *scheme;
  const char *path; /* of the scheme, NULL when it is no file */
  char *hash;       /* of the scheme file */
  SzIssueList *issues;
  SzProgress progress;
  GCancellable *cancellable;
  char *parameters; /* JSON, what the run keeps */
  SzPayFacts *facts;
  SzPayInput *input;
  SzPayResult *result;
} Job;

static void
clear_job (Job *job)
{
  g_clear_pointer (&job->scheme, sz_scheme_free);
  g_clear_pointer (&job->result, sz_pay_result_free);
  if (job->input != NULL)
    g_free (job->input->people);
  g_clear_pointer (&job->input, g_free);
  g_clear_pointer (&job->facts, sz_pay_facts_free);
  g_free (job->parameters);
  g_free (job->hash);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

static char *
hash_file (const char *path)
{
  g_autofree char *text = NULL;
  gsize length;

  if (path == NULL || !g_file_get_contents (path, &text, &length, NULL))
    return NULL;
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)text, length);
}

/* Ranges of the facts become borrowed pointers of the run's input. */
static void
take_person (SzPayPerson *person, const SzPayFacts *facts, const SzPayFact *fact)
{
  *person = (SzPayPerson){ .person_id = fact->person_id,
                           .staff_no = fact->staff_no,
                           .name = fact->name,
                           .records = facts->records + fact->first_record,
                           .n_records = fact->n_records,
                           .services = facts->services + fact->first_service,
                           .n_services = fact->n_services,
                           .roles = facts->roles + fact->first_role,
                           .n_roles = fact->n_roles,
                           .values = facts->values + fact->first_value,
                           .n_values = fact->n_values,
                           .grade = fact->grade,
                           .award_x100 = fact->award_x100 };
}

/* RULE pay-5: workload is that of the year in which the period ends, by that year's parameters. */
static gboolean
make_input (Job *job, GError **error)
{
  const SzPayFacts *facts = job->facts;
  g_autoptr (GArray) params = sz_params_gather (job->office, error);
  SzDate day = sz_date_make (facts->year, 12, 31);
  g_autoptr (SzLoadRules) rules = params != NULL ? sz_rules_load (params, day, error) : NULL;

  if (rules == NULL)
    return FALSE;
  job->parameters = sz_rules_dup_json (params, "", day);
  job->input = g_new0 (SzPayInput, 1);
  job->input->people = g_new0 (SzPayPerson, facts->n_people + 1);
  job->input->n_people = facts->n_people;
  job->input->departments = facts->departments;
  job->input->n_departments = facts->n_departments;
  for (gsize i = 0; i < facts->n_people; i++)
    {
      SzPayPerson *person = &job->input->people[i];

      take_person (person, facts, &facts->people[i]);
      if (!sz_load_facts_year (rules, facts, &facts->people[i], &person->load, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
compute (Job *job, GError **error)
{
  sz_progress_report (job->progress, "read", 0, 0);
  job->facts = sz_store_pay_facts (sz_office_get_store (job->office), job->scheme->from,
                                   job->scheme->to, job->cancellable, error);
  if (job->facts == NULL)
    return FALSE;
  sz_progress_report (job->progress, "compute", 0, 0);
  if (!make_input (job, error))
    return FALSE;
  job->result = sz_pay_compute (job->scheme, job->input, job->issues, error);
  return job->result != NULL;
}

static SzPayView *
make_view (Job *job, const SzPayRun *run)
{
  return sz_pay_view_new (run, g_steal_pointer (&job->scheme), g_steal_pointer (&job->facts),
                          g_steal_pointer (&job->input), g_steal_pointer (&job->result));
}

static SzPayView *
run_dry (Job *job, GError **error)
{
  SzPayRun run = { .name = job->scheme->name,
                   .state = (char *)STATE_DRY,
                   .from = job->scheme->from,
                   .to = job->scheme->to };
  SzStore *store = sz_office_get_store (job->office);
  gboolean computed;

  if (!sz_store_begin_read (store, error))
    return NULL;
  computed = compute (job, error);
  sz_store_end_read (store);
  return computed ? make_view (job, &run) : NULL;
}

static char *
make_summary (const SzPayRun *run)
{
  g_autofree char *pool = sz_money_format (run->pool_fen);
  json_t *root = json_pack ("{s:I, s:s, s:s, s:s}", "run", (json_int_t)run->id, "name", run->name,
                            "pool", pool, "inputs", run->inputs_hash);
  char *dumped = json_dumps (root, JSON_COMPACT);
  char *summary = g_strdup (dumped);

  free (dumped);
  json_decref (root);
  return summary;
}

static gboolean
freeze (Job *job, SzAct *act, SzPayRun *run, GError **error)
{
  g_autofree char *summary = NULL;

  run->name = g_strdup (job->scheme->name);
  run->state = g_strdup (STATE_COMPUTED);
  run->from = job->scheme->from;
  run->to = job->scheme->to;
  run->scheme = sz_scheme_file_format (job->scheme);
  run->parameters = g_steal_pointer (&job->parameters);
  run->inputs_hash = sz_pay_facts_dup_hash (job->facts);
  sz_progress_report (job->progress, "write", 0, 0);
  if (!sz_store_pay_put (act, run, job->scheme, job->input, job->result, job->cancellable, error))
    return FALSE;
  summary = make_summary (run);
  sz_act_set_summary (act, summary);
  return sz_act_commit (act, error);
}

/* Reading and writing are one transaction: nobody changes an input in between. */
static SzPayView *
run_and_store (Job *job, GError **error)
{
  g_auto (SzPayRun) run = { 0 };
  g_autoptr (SzAct) act = sz_office_begin (job->office, ACT_KIND, job->path, job->hash, error);

  if (act == NULL || !compute (job, error) || !freeze (job, act, &run, error))
    return NULL;
  return make_view (job, &run);
}

/* RULE aud-1: an attempt that the rules or the input stopped is logged; trouble with the disk or a
 * busy database is no refusal. */
static void
log_refusal (Job *job, const GError *reason)
{
  if (g_error_matches (reason, SZ_ERROR, SZ_ERROR_REFUSED)
      || g_error_matches (reason, SZ_ERROR, SZ_ERROR_FORMAT)
      || g_error_matches (reason, SZ_ERROR, SZ_ERROR_OVERFLOW))
    sz_office_refuse (job->office, ACT_KIND, job->path, job->hash, reason, job->issues);
}

/* RULE pay-8 is not computed yet; a scheme that wants it must not quietly get one level. */
static gboolean
check_levels (Job *job, GError **error)
{
  if (!job->scheme->two_levels)
    return TRUE;
  sz_issue_list_add (job->issues, SZ_SEVERITY_ERROR, "scheme.two_levels", 0, "levels", "two", NULL);
  return sz_error_set (error, SZ_ERROR_FORMAT, "scheme.faulty", "file", job->path, "count", "1",
                       NULL);
}

static SzPayView *
run_job (Job *job, SzPayMood mood, GError **error)
{
  g_autoptr (GError) reason = NULL;
  SzPayView *view = NULL;

  if (job->scheme != NULL && check_levels (job, &reason))
    view = mood == SZ_PAY_DRY_RUN ? run_dry (job, &reason) : run_and_store (job, &reason);
  if (view != NULL)
    return view;
  if (mood == SZ_PAY_STORE)
    log_refusal (job, reason);
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

SzPayView *
sz_office_pay_compute (SzOffice *office,
                       const char *path,
                       SzPayMood mood,
                       SzIssueList *issues,
                       SzProgress progress,
                       GCancellable *cancellable,
                       GError **error)
{
  g_auto (Job) job = { .office = office,
                       .path = path,
                       .issues = issues,
                       .progress = progress,
                       .cancellable = cancellable };
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && path != NULL && issues != NULL, NULL);
  job.hash = hash_file (path);
  job.scheme = sz_scheme_file_read (path, issues, &fault);
  sz_issue_list_set_place (issues, NULL, NULL);
  if (job.scheme != NULL)
    return run_job (&job, mood, error);
  if (mood == SZ_PAY_STORE)
    log_refusal (&job, fault);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

SzPayView *
sz_office_pay_compute_scheme (SzOffice *office,
                              const SzScheme *scheme,
                              SzPayMood mood,
                              SzIssueList *issues,
                              SzProgress progress,
                              GCancellable *cancellable,
                              GError **error)
{
  g_auto (Job) job
      = { .office = office, .issues = issues, .progress = progress, .cancellable = cancellable };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && scheme != NULL && issues != NULL, NULL);
  job.scheme = sz_scheme_copy (scheme);
  return run_job (&job, mood, error);
}
