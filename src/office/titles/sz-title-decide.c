/* sz-title-decide.c — decisions, confirmations, objections and results of a round (RULE ttl-15,
 * ttl-17, ttl-18)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-ballot.h"
#include "sz-office-act.h"
#include "sz-store-people.h"
#include "sz-title-check.h"
#include "sz-title-life-private.h"

gboolean
sz_title_person_id (SzStore *store, const char *staff_no, gint64 *person_id, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (SzPersonFile) file = sz_store_person_by_staff_no (store, staff_no, &reason);

  g_return_val_if_fail (person_id != NULL, FALSE);

  if (file != NULL)
    *person_id = file->person.id;
  else if (reason != NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    sz_error_set (error, SZ_ERROR_FORMAT, "staff_no.unknown", "value", staff_no, NULL);
  return file != NULL;
}

char *
sz_title_dup_staff_no (SzStore *store, gint64 person_id, GError **error)
{
  g_autoptr (SzPersonFile) file = sz_store_person_by_id (store, person_id, error);

  return file != NULL ? g_strdup (file->person.staff_no) : NULL;
}

gboolean
sz_title_left_out (const GArray *objections, gint64 person_id)
{
  g_return_val_if_fail (objections != NULL, FALSE);

  for (guint i = 0; i < objections->len; i++)
    {
      const SzTitleObjectionRow *row = &g_array_index (objections, SzTitleObjectionRow, i);
      const gboolean open = row->answer == NULL || *row->answer == '\0';

      if (row->person_id == person_id && (open || row->upheld))
        return TRUE;
    }
  return FALSE;
}

const SzBallotRow *
sz_title_ballot_of (const GArray *ballots, gint64 person_id)
{
  g_return_val_if_fail (ballots != NULL, NULL);

  for (guint i = 0; i < ballots->len; i++)
    if (g_array_index (ballots, SzBallotRow, i).person_id == person_id)
      return &g_array_index (ballots, SzBallotRow, i);
  return NULL;
}

/* RULE ttl-18 */
gboolean
sz_title_passed (const SzTitleRound *round,
                 const GArray *objections,
                 const GArray *ballots,
                 gint64 person_id)
{
  const SzTitleDecisionRow *decision = sz_title_round_decision (round, person_id);
  const SzBallotRow *row = sz_title_ballot_of (ballots, person_id);
  SzTally tally;
  SzBallot ballot;

  if (decision == NULL || !decision->recommended || row == NULL
      || sz_title_left_out (objections, person_id))
    return FALSE;
  tally = (SzTally){ row->panel,   row->attending, row->recused, row->in_favour,
                     row->against, row->abstain,   row->spoilt };
  sz_ballot_count (&tally, round->params->rules.recusal_includes, &ballot);
  return ballot.passed;
}

/* An act upon one application of a round. */
typedef struct
{
  SzOffice *office;
  SzTitleRound *round;
  gint64 person_id;
  const char *staff_no;
  gboolean yes;
  const char *reason;
  const char *condition;
  const char *evidence;
} Job;

static gboolean
refuse (const Job *job, const char *code, const char *value, GError **error)
{
  return sz_error_set (error, SZ_ERROR_REFUSED, code, "batch", job->round->row.name, "staff_no",
                       job->staff_no, "value", value, NULL);
}

/* A title that no standard of the person's gives has no verdict. */
static gboolean
refuse_ineligible (const Job *job, const SzTargetResult *target, GError **error)
{
  const char *word = target != NULL ? sz_verdict_word (target->verdict) : "none";

  return sz_error_set (error, SZ_ERROR_REFUSED, "batch.not_eligible", "batch", job->round->row.name,
                       "staff_no", job->staff_no, "value", target != NULL ? word : "", "verdict",
                       word, NULL);
}

static gboolean
refuse_state (const Job *job, GError **error)
{
  return sz_error_set (error, SZ_ERROR_REFUSED, "batch.state", "batch", job->round->row.name,
                       "staff_no", job->staff_no, "value", job->round->state, "stands",
                       sz_case_state_name (&sz_case_title_round, job->round->state), NULL);
}

static gboolean
is_confirmed (const GArray *confirmations, gint64 person_id, const char *condition)
{
  for (guint i = 0; i < confirmations->len; i++)
    {
      const SzTitleConfirmationRow *row = &g_array_index (confirmations, SzTitleConfirmationRow, i);

      if (row->person_id == person_id && g_strcmp0 (row->condition, condition) == 0)
        return TRUE;
    }
  return FALSE;
}

/* RULE ttl-15: what is unknown must have been confirmed by hand. */
static gboolean
check_confirmed (const Job *job, SzStore *store, const SzPathResult *best, GError **error)
{
  g_autoptr (GArray) confirmations
      = sz_title_rows_of_round (sz_store_title_confirmation_list (store, SZ_ROWS_ALL, error),
                                job->round->row.id);

  if (confirmations == NULL)
    return FALSE;
  for (guint i = 0; i < best->n_conditions; i++)
    if (best->conditions[i]->verdict == SZ_VERDICT_UNKNOWN
        && !is_confirmed (confirmations, job->person_id, best->conditions[i]->condition->id))
      return refuse (job, "batch.unconfirmed", best->conditions[i]->condition->id, error);
  return TRUE;
}

static gboolean
judge_application (const Job *job,
                   SzStore *store,
                   const SzTitleApplicationRow *application,
                   const SzTitlePerson *person,
                   GError **error)
{
  const SzTargetResult *target
      = person->targets->len > 0 ? g_ptr_array_index (person->targets, 0) : NULL;

  if (target == NULL || target->verdict == SZ_VERDICT_UNMET || target->verdict == SZ_VERDICT_BARRED)
    return refuse_ineligible (job, target, error);
  if (target->verdict == SZ_VERDICT_EXCEPTIONAL)
    return (application->approval != NULL && *application->approval != '\0')
           || refuse (job, "batch.no_approval", NULL, error);
  return target->verdict != SZ_VERDICT_UNKNOWN
         || check_confirmed (job, store, sz_title_person_best (person), error);
}

/* RULE ttl-15: the verdict is kept as it is on the day of the decision. */
static gboolean
decide (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Job *job = user_data;
  SzStore *store = sz_act_get_store (act);
  const SzTitleApplicationRow *application
      = sz_title_round_application (job->round, job->person_id);
  g_autoptr (SzTitlePerson) person = NULL;
  const SzTargetResult *target;
  const SzPathResult *best;
  SzTitleDecisionRow row = { .round_id = job->round->row.id,
                             .person_id = job->person_id,
                             .recommended = job->yes,
                             .reason = (char *)job->reason,
                             .who = (char *)sz_act_get_who (act) };
  SzPutResult result;

  json_object_set_new (summary, "batch", json_string (job->round->row.name));
  json_object_set_new (summary, "staff_no", json_string (job->staff_no));
  json_object_set_new (summary, "recommended", json_boolean (job->yes));
  if (!g_str_equal (job->round->state, "closed"))
    return refuse_state (job, error);
  if (application == NULL)
    return refuse (job, "batch.no_application", NULL, error);
  person
      = sz_title_check_person (job->office, job->round, job->staff_no, application->title, error);
  if (person == NULL || (job->yes && !judge_application (job, store, application, person, error)))
    return FALSE;
  target = person->targets->len > 0 ? g_ptr_array_index (person->targets, 0) : NULL;
  best = sz_title_person_best (person);
  row.verdict = (char *)(target != NULL ? sz_verdict_word (target->verdict) : "");
  row.path = best != NULL ? best->path->id : NULL;
  return sz_store_title_decision_put (act, &row, SZ_PUT_UPDATE, &result, error);
}

static gboolean
load_job (Job *job, const char *batch, GError **error)
{
  job->round = sz_title_round_load (job->office, batch, error);
  return job->round != NULL
         && sz_title_person_id (sz_office_get_store (job->office), job->staff_no, &job->person_id,
                                error);
}

gboolean
sz_title_recommend (SzOffice *office,
                    const char *batch,
                    const char *staff_no,
                    gboolean yes,
                    const char *reason,
                    GError **error)
{
  Job job = { .office = office, .staff_no = staff_no, .yes = yes, .reason = reason };
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && batch != NULL && staff_no != NULL, FALSE);

  done = load_job (&job, batch, error)
         && sz_office_run (office, &(SzActHead){ .kind = "title.recommend" }, decide, &job, NULL,
                           error);
  sz_title_round_free (job.round);
  return done;
}

static const SzTitleConditionResult *
find_condition (const SzPathResult *best, const char *id)
{
  for (guint i = 0; best != NULL && i < best->n_conditions; i++)
    if (g_strcmp0 (best->conditions[i]->condition->id, id) == 0)
      return best->conditions[i];
  return NULL;
}

/* RULE ttl-15 */
static gboolean
confirm (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Job *job = user_data;
  const SzTitleApplicationRow *application
      = sz_title_round_application (job->round, job->person_id);
  g_autoptr (SzTitlePerson) person = NULL;
  const SzTitleConditionResult *found;
  SzTitleConfirmationRow row = { .round_id = job->round->row.id,
                                 .person_id = job->person_id,
                                 .condition = (char *)job->condition,
                                 .evidence = (char *)job->evidence,
                                 .who = (char *)sz_act_get_who (act) };
  SzPutResult result;

  json_object_set_new (summary, "batch", json_string (job->round->row.name));
  json_object_set_new (summary, "staff_no", json_string (job->staff_no));
  json_object_set_new (summary, "condition", json_string (job->condition));
  if (application == NULL)
    return refuse (job, "batch.no_application", NULL, error);
  person
      = sz_title_check_person (job->office, job->round, job->staff_no, application->title, error);
  if (person == NULL)
    return FALSE;
  found = find_condition (sz_title_person_best (person), job->condition);
  if (found == NULL)
    return refuse (job, "batch.condition_unknown", job->condition, error);
  if (found->verdict != SZ_VERDICT_UNKNOWN)
    return refuse (job, "batch.condition_known", job->condition, error);
  return sz_store_title_confirmation_put (act, &row, SZ_PUT_UPDATE, &result, error);
}

gboolean
sz_title_confirm (SzOffice *office,
                  const char *batch,
                  const char *staff_no,
                  const char *condition,
                  const char *evidence,
                  GError **error)
{
  Job job
      = { .office = office, .staff_no = staff_no, .condition = condition, .evidence = evidence };
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && batch != NULL && staff_no != NULL, FALSE);
  g_return_val_if_fail (condition != NULL && evidence != NULL, FALSE);

  done = load_job (&job, batch, error)
         && sz_office_run (office, &(SzActHead){ .kind = "title.confirm" }, confirm, &job, NULL,
                           error);
  sz_title_round_free (job.round);
  return done;
}

/* An objection on its way. */
typedef struct
{
  Job job;
  const SzTitleObjection *objection;
  SzDate today;
} ObjectionJob;

static gboolean
object (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const ObjectionJob *job = user_data;
  const SzTitleObjection *said = job->objection;
  g_autoptr (GArray) rows
      = sz_title_rows_of_round (sz_store_title_objection_list (sz_act_get_store (act), SZ_ROWS_ALL,
                                                               error),
                                job->job.round->row.id);
  SzTitleObjectionRow *open = NULL;
  SzTitleObjectionRow fresh = { .round_id = job->job.round->row.id,
                                .person_id = job->job.person_id,
                                .text = (char *)said->text,
                                .raised = job->today };
  SzPutResult result;
  gboolean done;

  if (rows == NULL)
    return FALSE;
  json_object_set_new (summary, "batch", json_string (said->batch));
  json_object_set_new (summary, "staff_no", json_string (said->staff_no));
  if (sz_title_round_application (job->job.round, job->job.person_id) == NULL)
    return refuse (&job->job, "batch.no_application", NULL, error);
  for (guint i = 0; i < rows->len; i++)
    {
      SzTitleObjectionRow *row = &g_array_index (rows, SzTitleObjectionRow, i);

      if (row->person_id != job->job.person_id)
        continue;
      fresh.ordinal = row->ordinal + 1;
      if (row->answer == NULL || *row->answer == '\0')
        open = row;
    }
  if (said->text != NULL)
    return open != NULL ? refuse (&job->job, "objection.open", open->text, error)
                        : sz_store_title_objection_put (act, &fresh, SZ_PUT_INSERT, &result, error);
  if (open == NULL)
    return refuse (&job->job, "objection.none", NULL, error);
  g_free (open->answer);
  open->answer = g_strdup (said->answer);
  open->answered = job->today;
  open->upheld = said->upheld;
  json_object_set_new (summary, "upheld", json_boolean (said->upheld));
  done = sz_store_title_objection_put (act, open, SZ_PUT_UPDATE, &result, error);
  return done;
}

gboolean
sz_title_object (SzOffice *office, const SzTitleObjection *objection, GError **error)
{
  ObjectionJob job = { .objection = objection };
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && objection != NULL, FALSE);
  g_return_val_if_fail ((objection->text != NULL) != (objection->answer != NULL), FALSE);

  job.job.office = office;
  job.job.staff_no = objection->staff_no;
  job.today = sz_office_today (office);
  done = load_job (&job.job, objection->batch, error)
         && sz_office_run (office, &(SzActHead){ .kind = "title.object" }, object, &job, NULL,
                           error);
  sz_title_round_free (job.job.round);
  return done;
}
