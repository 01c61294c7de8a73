/* sz-parttime-act.c — cases and contracts of part-time teachers: what the office does (RULE rec-23)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-parttime-act.h"

#include <string.h>

#include "sz-case-act.h"
#include "sz-office-act.h"
#include "sz-recruit-lists.h"

typedef struct
{
  SzOffice *office;
  SzParttimeCaseRow *row;
  SzQuotaJudgement *judgement;
  gint64 case_id;
  const char *agreement;
  const char *approval;
  const char *reason;
  const SzParttimeChange *change;
  const SzParttimeRenewal *renewal;
} Job;

static void
clear_job (Job *job)
{
  g_clear_pointer (&job->judgement, sz_quota_judgement_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

static gboolean
is_approved (const char *approval)
{
  return approval != NULL && *approval != '\0';
}

/* RULE rec-9, inside the act: nobody writes in between. */
static gboolean
judge (Job *job, const SzQuotaAsk *ask, const char *approval, GError **error)
{
  g_clear_pointer (&job->judgement, sz_quota_judgement_free);
  job->judgement = sz_quota_judge (job->office, ask, error);
  return job->judgement != NULL
         && (job->judgement->accepted || is_approved (approval)
             || sz_quota_refusal (job->judgement, error));
}

static gboolean
open_case (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  const SzQuotaAsk ask
      = { .from = job->row->from, .to = job->row->to, .asked_x1e4 = job->row->fte_x1e4 };
  g_autofree char *from = sz_date_format (job->row->from);
  g_autofree char *to = sz_date_format (job->row->to);

  json_object_set_new (summary, "from", json_string (from));
  json_object_set_new (summary, "to", json_string (to));
  g_free (job->row->state);
  job->row->state = g_strdup ("open");
  return judge (job, &ask, job->row->approval, error)
         && sz_store_parttime_case_put (act, job->row, SZ_PUT_INSERT, NULL, error)
         && sz_store_case_begin (act, &sz_case_parttime, job->row->id,
                                 &(SzCaseAsk){ .verb = "open",
                                               .day = sz_office_today (job->office) },
                                 error);
}

gboolean
sz_parttime_open (SzOffice *office,
                  SzParttimeCaseRow *row,
                  SzQuotaJudgement **judgement,
                  GError **error)
{
  g_auto (Job) job = { .office = office, .row = row };
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && row != NULL && judgement != NULL, FALSE);
  done = sz_office_run (office, &(SzActHead){ .kind = "parttime.open" }, open_case, &job, NULL,
                        error);
  *judgement = g_steal_pointer (&job.judgement);
  return done;
}

/* RULE rec-23: a 协议号 is given once. */
static gboolean
check_agreement (SzStore *store, const char *agreement, GError **error)
{
  g_auto (SzContractRow) row = { .agreement_no = g_strdup (agreement) };
  gboolean found = FALSE;

  if (!sz_store_contract_find (store, &row, &found, error))
    return FALSE;
  return !found
         || sz_error_set (error, SZ_ERROR_REFUSED, "agreement.duplicate", "agreement", agreement,
                          NULL);
}

static void
set_text (char **member, const char *text)
{
  g_free (*member);
  *member = g_strdup (text);
}

static SzContractRow
make_contract (const SzParttimeCaseRow *row, const char *agreement, const char *approval)
{
  return (SzContractRow){ .agreement_no = g_strdup (agreement),
                          .name = g_strdup (row->name),
                          .id_number = g_strdup (row->id_number),
                          .employer = g_strdup (row->employer),
                          .department = g_strdup (row->department),
                          .course = g_strdup (row->course),
                          .from = row->from,
                          .to = row->to,
                          .fte_x1e4 = row->fte_x1e4,
                          .rate_fen = row->rate_fen,
                          .has_years = row->years_x100 >= 0,
                          .years_x100 = MAX (row->years_x100, 0),
                          .approval = g_strdup (approval) };
}

/* RULE rec-23: what was asked for is judged once more without itself, and is a contract then. */
static gboolean
sign_case (SzCaseWalk *walk, Job *job, GError **error)
{
  SzParttimeCaseRow *row = job->row;
  const char *approval = is_approved (job->approval) ? job->approval : row->approval;
  const SzQuotaAsk ask = {
    .from = row->from, .to = row->to, .asked_x1e4 = row->fte_x1e4, .without_case = job->case_id
  };
  g_auto (SzContractRow) contract = { 0 };

  if (!check_agreement (walk->store, job->agreement, error) || !judge (job, &ask, approval, error))
    return FALSE;
  json_object_set_new (walk->summary, "agreement", json_string (job->agreement));
  contract = make_contract (row, job->agreement, approval);
  set_text (&row->agreement_no, job->agreement);
  return sz_store_contract_put (walk->act, &contract, SZ_PUT_INSERT, NULL, error);
}

static gboolean
take_step (SzCaseWalk *walk, GError **error)
{
  Job *job = walk->user_data;

  if (g_str_equal (walk->move->verb, "sign") && !sign_case (walk, job, error))
    return FALSE;
  set_text (&job->row->state, walk->to);
  return sz_store_parttime_case_put (walk->act, job->row, SZ_PUT_UPDATE, NULL, error);
}

static gboolean
walk_case (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  static const SzCaseWay way = { &sz_case_parttime, "parttime", take_step };
  Job *job = user_data;
  SzStore *store = sz_act_get_store (act);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, job->case_id);
  const SzCaseAsk ask = { .verb = job->agreement != NULL ? "sign" : "withdraw",
                          .subject = number,
                          .who = sz_act_get_who (act),
                          .day = sz_office_today (job->office),
                          .reason = job->reason,
                          .document = job->agreement,
                          .approval = job->approval };
  g_auto (SzParttimeCaseRow) row = { 0 };
  g_autoptr (SzCaseFile) file = NULL;
  gboolean found = FALSE;

  json_object_set_new (summary, "case", json_integer (job->case_id));
  if (!sz_store_parttime_case_get (store, job->case_id, &row, &found, error))
    return FALSE;
  if (!found)
    return sz_error_set (error, SZ_ERROR_REFUSED, "case.unknown", "case", number, NULL);
  job->row = &row;
  file = sz_office_case_record (act, &sz_case_parttime, row.id, row.state, ask.day, error);
  return file != NULL && sz_office_case_step (act, summary, &way, file, &ask, job, error);
}

gboolean
sz_parttime_sign (
    SzOffice *office, gint64 case_id, const char *agreement, const char *approval, GError **error)
{
  g_auto (Job) job
      = { .office = office, .case_id = case_id, .agreement = agreement, .approval = approval };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && agreement != NULL, FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "parttime.sign" }, walk_case, &job, NULL,
                        error);
}

gboolean
sz_parttime_withdraw (SzOffice *office, gint64 case_id, const char *reason, GError **error)
{
  g_auto (Job) job = { .office = office, .case_id = case_id, .reason = reason };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && reason != NULL, FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "parttime.withdraw" }, walk_case, &job, NULL,
                        error);
}

static const SzParttimeContract *
need_contract (const SzParttimeBook *book, const char *agreement, GError **error)
{
  const SzParttimeContract *contract = sz_parttime_book_find (book, agreement);

  if (contract == NULL)
    sz_error_set (error, SZ_ERROR_REFUSED, "agreement.unknown", "agreement", agreement, NULL);
  return contract;
}

/* The first stretch lies in the contract's own row, the later ones in rows of their own. */
static gboolean
write_stretches (SzAct *act,
                 const SzParttimeContract *contract,
                 const GArray *stretches,
                 const char *approval,
                 GError **error)
{
  SzStore *store = sz_act_get_store (act);
  g_auto (SzContractRow) row = { 0 };
  g_autoptr (GArray) later = sz_store_contract_stretches (store, contract->row->id, error);
  gboolean found = FALSE;

  if (later == NULL || !sz_store_contract_get (store, contract->row->id, &row, &found, error))
    return FALSE;
  for (guint i = 0; i < later->len; i++)
    {
      const SzStretchRow *old = &g_array_index (later, SzStretchRow, i);
      gboolean kept = FALSE;

      for (guint j = 1; j < stretches->len; j++)
        kept |= g_array_index (stretches, SzStretch, j).from == old->from;
      if (!kept && !sz_store_stretch_delete (act, old->id, old->row_version, error))
        return FALSE;
    }
  row.to = stretches->len > 0 ? g_array_index (stretches, SzStretch, 0).to
                              : sz_date_add_days (row.from, -1);
  if (!sz_store_contract_put (act, &row, SZ_PUT_UPDATE, NULL, error))
    return FALSE;
  for (guint j = 1; j < stretches->len; j++)
    {
      const SzStretch *stretch = &g_array_index (stretches, SzStretch, j);
      g_auto (SzStretchRow) next = { .contract_id = row.id, .from = stretch->from };

      if (!sz_store_stretch_find (store, &next, &found, error))
        return FALSE;
      next.to = stretch->to;
      next.fte_x1e4 = stretch->fte_x1e4;
      next.rate_fen = stretch->rate_fen;
      if (!found)
        set_text (&next.approval, approval);
      if (!sz_store_stretch_put (act, &next, SZ_PUT_UPDATE, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* What a change asks for: two at most. */
static guint
find_rise (const GArray *before, const GArray *after, SzQuotaAsk *asks)
{
  SzStretch rises[2];
  const guint n = sz_stretches_rise (before, after, rises);

  for (guint i = 0; i < n; i++)
    asks[i]
        = (SzQuotaAsk){ .from = rises[i].from, .to = rises[i].to, .asked_x1e4 = rises[i].fte_x1e4 };
  return n;
}

static gboolean
judge_rise (Job *job, const GArray *before, const GArray *after, GError **error)
{
  SzQuotaAsk asks[2];
  const guint n = find_rise (before, after, asks);

  for (guint i = 0; i < n; i++)
    if (!judge (job, &asks[i], job->change->approval, error))
      return FALSE;
  return TRUE;
}

gboolean
sz_parttime_asks (SzOffice *office,
                  const SzParttimeChange *change,
                  gboolean renewal,
                  SzQuotaAsk *asks,
                  guint *n,
                  GError **error)
{
  const SzStretchChange stretch = { change->from, change->to, change->fte_x1e4, change->rate_fen };
  g_autoptr (SzParttimeBook) book = NULL;
  g_autoptr (GArray) after = NULL;
  const SzParttimeContract *contract;
  const SzStretch *last;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && asks != NULL && n != NULL, FALSE);
  book = sz_parttime_book_load (office, error);
  contract = book != NULL ? need_contract (book, change->agreement, error) : NULL;
  if (contract == NULL)
    return FALSE;
  *n = 0;
  if (contract->stretches->len == 0)
    return TRUE;
  if (!renewal)
    {
      after = g_array_copy (contract->stretches);
      if (!sz_stretches_change (after, &stretch, error))
        return FALSE;
      *n = find_rise (contract->stretches, after, asks);
      return TRUE;
    }
  last = &g_array_index (contract->stretches, SzStretch, contract->stretches->len - 1);
  asks[0] = (SzQuotaAsk){ .from = change->from != SZ_DATE_NONE ? change->from
                                                               : sz_date_add_days (last->to, 1),
                          .to = change->to,
                          .asked_x1e4 = change->fte_x1e4 >= 0 ? change->fte_x1e4 : last->fte_x1e4 };
  *n = asks[0].from <= asks[0].to ? 1 : 0;
  return TRUE;
}

static gboolean
change_contract (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  const SzStretchChange change
      = { job->change->from, job->change->to, job->change->fte_x1e4, job->change->rate_fen };
  g_autoptr (SzParttimeBook) book = sz_parttime_book_load (job->office, error);
  const SzParttimeContract *contract
      = book != NULL ? need_contract (book, job->change->agreement, error) : NULL;
  g_autoptr (GArray) after = NULL;

  if (contract == NULL)
    return FALSE;
  json_object_set_new (summary, "agreement", json_string (job->change->agreement));
  after = g_array_copy (contract->stretches);
  return sz_stretches_change (after, &change, error)
         && judge_rise (job, contract->stretches, after, error)
         && write_stretches (act, contract, after, job->change->approval, error);
}

gboolean
sz_parttime_change (SzOffice *office, const SzParttimeChange *change, GError **error)
{
  g_auto (Job) job = { .office = office, .change = change };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && change != NULL, FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "parttime.change" }, change_contract, &job,
                        NULL, error);
}

static gboolean
renew_contract (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  const SzParttimeChange *change = job->change;
  g_autoptr (SzParttimeBook) book = sz_parttime_book_load (job->office, error);
  const SzParttimeContract *old
      = book != NULL ? need_contract (book, change->agreement, error) : NULL;
  g_auto (SzContractRow) row = { 0 };
  const SzStretch *last;
  SzQuotaAsk ask = { 0 };
  SzDate next;
  gboolean found = FALSE;

  if (old == NULL || !check_agreement (sz_act_get_store (act), change->renewed, error)
      || !sz_store_contract_get (sz_act_get_store (act), old->row->id, &row, &found, error))
    return FALSE;
  if (old->stretches->len == 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "agreement.unknown", "agreement",
                         change->agreement, NULL);
  last = &g_array_index (old->stretches, SzStretch, old->stretches->len - 1);
  next = sz_date_add_days (last->to, 1);
  row.id = row.row_version = row.batch_id = 0;
  row.source_row = 0;
  row.from = change->from != SZ_DATE_NONE ? change->from : next;
  row.to = change->to;
  row.fte_x1e4 = change->fte_x1e4 >= 0 ? change->fte_x1e4 : last->fte_x1e4;
  row.rate_fen = change->rate_fen >= 0 ? change->rate_fen : last->rate_fen;
  if (row.from < next || row.to < row.from)
    {
      g_autofree char *day = sz_date_format (row.from < next ? row.from : row.to);
      g_autofree char *other = sz_date_format (row.from < next ? last->to : row.from);

      return sz_error_set (error, SZ_ERROR_REFUSED, "date.order", "value", day, "other", other,
                           NULL);
    }
  set_text (&row.renews, row.agreement_no);
  set_text (&row.agreement_no, change->renewed);
  set_text (&row.approval, change->approval);
  ask = (SzQuotaAsk){ .from = row.from, .to = row.to, .asked_x1e4 = row.fte_x1e4 };
  json_object_set_new (summary, "agreement", json_string (change->renewed));
  return judge (job, &ask, change->approval, error)
         && sz_store_contract_put (act, &row, SZ_PUT_INSERT, NULL, error);
}

gboolean
sz_parttime_renew (SzOffice *office, const SzParttimeChange *change, GError **error)
{
  g_auto (Job) job = { .office = office, .change = change };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && change != NULL && change->renewed != NULL, FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "parttime.renew" }, renew_contract, &job,
                        NULL, error);
}

/* Each is judged with those before it. */
static gboolean
renew_all (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  const SzParttimeRenewal *renewal = job->renewal;
  guint n = 0;

  for (; renewal->agreements[n] != NULL; n++)
    {
      g_autofree char *number = g_strconcat (renewal->agreements[n], renewal->ending, NULL);
      const SzParttimeChange change = { .agreement = renewal->agreements[n],
                                        .renewed = number,
                                        .to = renewal->to,
                                        .fte_x1e4 = -1,
                                        .rate_fen = -1,
                                        .approval = renewal->approval };

      job->change = &change;
      if (!renew_contract (act, summary, job, error))
        return FALSE;
    }
  json_object_set_new (summary, "contracts", json_integer (n));
  return TRUE;
}

gboolean
sz_parttime_renew_all (SzOffice *office, const SzParttimeRenewal *renewal, GError **error)
{
  g_auto (Job) job = { .office = office, .renewal = renewal };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && renewal != NULL, FALSE);
  g_return_val_if_fail (renewal->agreements != NULL && renewal->ending != NULL, FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "parttime.renew" }, renew_all, &job, NULL,
                        error);
}

static gboolean
end_contract (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  g_autoptr (SzParttimeBook) book = sz_parttime_book_load (job->office, error);
  const SzParttimeContract *contract
      = book != NULL ? need_contract (book, job->change->agreement, error) : NULL;
  g_autoptr (GArray) after = NULL;

  if (contract == NULL)
    return FALSE;
  json_object_set_new (summary, "agreement", json_string (job->change->agreement));
  json_object_set_new (summary, "reason", json_string (job->change->reason));
  after = g_array_copy (contract->stretches);
  return sz_stretches_end (after, job->change->from, error)
         && write_stretches (act, contract, after, NULL, error);
}

gboolean
sz_parttime_end (SzOffice *office, const SzParttimeChange *change, GError **error)
{
  g_auto (Job) job = { .office = office, .change = change };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && change != NULL && change->reason != NULL, FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "parttime.end" }, end_contract, &job, NULL,
                        error);
}
