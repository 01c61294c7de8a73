/* sz-pay-act.c — computing a pay run and freezing it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-act.h"

#include <string.h>

#include "sz-office-private.h"
#include "sz-pay-basis.h"
#include "sz-scheme-file.h"
#include "sz-view-pay-private.h"

#define ACT_KIND "pay.compute"

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
} Job;

static void
clear_job (Job *job)
{
  g_clear_pointer (&job->scheme, sz_scheme_free);
  g_clear_pointer (&job->result, sz_pay_result_free);
  g_clear_pointer (&job->basis, sz_pay_basis_unref);
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

static gboolean
compute (Job *job, GError **error)
{
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

  if (!sz_store_begin_read (store, error))
    return NULL;
  computed = compute (job, error);
  sz_store_end_read (store);
  if (!computed)
    return NULL;
  return sz_pay_view_new_dry (job->scheme, job->basis, g_steal_pointer (&job->result));
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
  run->from = job->scheme->from;
  run->to = job->scheme->to;
  run->scheme = sz_scheme_file_format (job->scheme);
  run->parameters = g_strdup (job->basis->parameters);
  run->inputs_hash = sz_pay_facts_dup_hash (job->basis->facts);
  sz_progress_report (job->progress, "write", 0, 0);
  if (!sz_store_pay_put (act, run, job->scheme, &job->basis->input, job->result, job->cancellable,
                         error))
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
  return sz_pay_view_new (&run, job->scheme, job->basis, g_steal_pointer (&job->result));
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

static SzPayView *
run_job (Job *job, SzPayMood mood, GError **error)
{
  g_autoptr (GError) reason = NULL;
  SzPayView *view = NULL;

  if (job->scheme != NULL
      && sz_pay_basis_check_levels (job->scheme, job->path, job->issues, &reason))
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
