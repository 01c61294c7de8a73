/* sz-pay-act.c — computing a pay run and freezing it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-act.h"

#include "sz-office-act.h"
#include "sz-pay-basis.h"
#include "sz-pay-freeze.h"
#include "sz-scheme-file.h"
#include "sz-source-hash.h"
#include "sz-view-pay-private.h"

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
  SzPayBasis *basis;
  SzPayResult *result;
  SzPayRun run;
  GError *fault; /* why there is no scheme */
} Job;

static void
clear_job (Job *job)
{
  g_clear_pointer (&job->scheme, sz_scheme_free);
  g_clear_pointer (&job->result, sz_pay_result_free);
  g_clear_pointer (&job->basis, sz_pay_basis_unref);
  sz_store_pay_run_clear (&job->run);
  g_clear_error (&job->fault);
  g_free (job->hash);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

static char *
hash_file (const char *path)
{
  g_autofree char *text = NULL;
  gsize length;

  if (path == NULL || !sz_source_check (path, NULL)
      || !g_file_get_contents (path, &text, &length, NULL))
    return NULL;
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)text, length);
}

static gboolean
compute (Job *job, GError **error)
{
  if (job->scheme->pool_fen == 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "pay.pool_empty", NULL);
  job->basis = sz_pay_basis_read (job->office, job->scheme->from, job->scheme->to, job->progress,
                                  job->cancellable, error);
  if (job->basis == NULL)
    return FALSE;
  job->result = sz_pay_compute (job->scheme, &job->basis->input, job->issues, error);
  return job->result != NULL;
}

static SzPayView *
run_dry (Job *job, GError **error)
{
  SzStore *store = sz_office_get_store (job->office);
  gboolean computed;

  if (job->fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&job->fault));
      return NULL;
    }
  if (!sz_store_begin_read (store, error))
    return NULL;
  computed = compute (job, error);
  sz_store_end_read (store);
  if (!computed)
    return NULL;
  return sz_pay_view_new_dry (job->scheme, job->basis, g_steal_pointer (&job->result));
}

static gboolean
freeze (Job *job, SzAct *act, json_t *summary, GError **error)
{
  SzPayFreeze kept = { job->office, job->scheme, job->basis, job->result, job->cancellable };
  g_auto (SzPayLife) life = { 0 };
  g_autofree char *pool = NULL;
  SzPayRun *run = &job->run;

  sz_progress_report (job->progress, "write", 0, 0);
  if (!sz_pay_freeze (act, &kept, run, &life, error))
    return FALSE;
  pool = sz_money_format (run->pool_fen);
  json_object_set_new (summary, "run", json_integer (run->id));
  json_object_set_new (summary, "name", json_string (run->name));
  json_object_set_new (summary, "pool", json_string (pool));
  json_object_set_new (summary, "inputs", json_string (run->inputs_hash));
  return TRUE;
}

/* Reading and writing are one transaction: nobody changes an input in between. */
static gboolean
compute_and_freeze (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;

  if (job->fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&job->fault));
      return FALSE;
    }
  return compute (job, error) && freeze (job, act, summary, error);
}

static SzPayView *
run_job (Job *job, SzPayMood mood, GError **error)
{
  const SzActHead head = {
    .kind = "pay.compute", .source = job->path, .source_hash = job->hash, .issues = job->issues
  };

  if (mood == SZ_PAY_DRY_RUN)
    return run_dry (job, error);
  if (!sz_office_run (job->office, &head, compute_and_freeze, job, NULL, error))
    return NULL;
  return sz_pay_view_new (&job->run, job->scheme, job->basis, g_steal_pointer (&job->result));
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

  g_return_val_if_fail (SZ_IS_OFFICE (office) && path != NULL && issues != NULL, NULL);
  job.hash = hash_file (path);
  job.scheme = sz_scheme_file_read (path, issues, &job.fault);
  sz_issue_list_set_place (issues, NULL, NULL);
  return run_job (&job, mood, error);
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
