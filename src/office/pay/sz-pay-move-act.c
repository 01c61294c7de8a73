/* sz-pay-move-act.c — a run on its way: review, notice, approval, back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-move-act.h"

#include <string.h>

#include "sz-calendar-book.h"
#include "sz-decimal.h"
#include "sz-office-act.h"
#include "sz-params.h"
#include "sz-pay-inputs.h"
#include "sz-pay-ledger.h"
#include "sz-pay-notice.h"
#include "sz-pay-run.h"
#include "sz-rectify.h"
#include "sz-rules-payrun.h"
#include "sz-session.h"
#include "sz-store-pay-book.h"
#include "sz-total-act.h"

/* One move under way. */
typedef struct
{
  SzOffice *office;
  gint64 number;
  const SzPayMove *move;
  SzPayRunFile run;
  GArray *params;
  SzPayRules rules;
  json_t *detail;
  SzPayMoved *moved;
} Job;

static void
clear_job (Job *job)
{
  sz_pay_run_file_clear (&job->run);
  g_clear_pointer (&job->params, g_array_unref);
  json_decref (job->detail);
  g_clear_pointer (&job->moved, sz_pay_moved_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

void
sz_pay_moved_free (SzPayMoved *moved)
{
  if (moved == NULL)
    return;
  g_free (moved->state);
  g_free (moved->by);
  g_free (moved->document);
  g_free (moved);
}

static void
add_mark (Job *job, const char *mark)
{
  json_t *marks = json_object_get (job->detail, "marks");

  if (marks == NULL)
    {
      marks = json_array ();
      json_object_set_new (job->detail, "marks", marks);
    }
  json_array_append_new (marks, json_string (mark));
}

static gboolean
open_run (Job *job, SzAct *act, GError **error)
{
  if (!sz_pay_run_open (sz_act_get_store (act), job->number, SZ_PAY_RUN_ANY, &job->run, error))
    return FALSE;
  job->params = sz_params_gather (job->office, error);
  return job->params != NULL
         && sz_rules_payrun (job->params, job->run.scheme->to, &job->rules, error);
}

/* RULE acc-5: where there are accounts, who set a parameter that lets something through does not
   approve what it lets through. */
static gboolean
judge_relaxed (Job *job, SzAct *act, const char *key, const char *verb, GError **error)
{
  SzPayHand hand = { NULL, NULL };
  gboolean accounts = FALSE;
  gboolean done;

  if (!sz_office_has_accounts (job->office, &accounts, error))
    return FALSE;
  done = !accounts
         || sz_store_pay_last_hand (sz_act_get_store (act), "parameters", "key", key, &hand, error);
  if (done && sz_same_name (hand.who != NULL ? hand.who : "", sz_act_get_who (act)))
    done = sz_error_set (error, SZ_ERROR_REFUSED, "maker.checker", "who", hand.who, "verb", verb,
                         NULL);
  g_free (hand.who);
  g_free (hand.at);
  return done;
}

/* State and person. RULE pay-11: where the college only warns, the run is marked. */
static gboolean
judge (Job *job, SzAct *act, SzCaseAsk *ask, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *code = NULL;

  ask->who = sz_act_get_who (act);
  if (sz_pay_run_judge (&job->run, ask, &reason))
    return TRUE;
  code = sz_error_dup_code (reason);
  if (job->rules.only_warns && strcmp (code, "run.same_person") == 0)
    {
      add_mark (job, "pay.same_person");
      return judge_relaxed (job, act, "pay.four_eyes", ask->verb, error);
    }
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static gboolean
judge_stale (Job *job, GError **error)
{
  g_autoptr (GArray) changes = sz_office_pay_stale (job->office, job->number, NULL, error);
  g_autofree char *count = NULL;
  g_autofree char *number = sz_pay_run_number (job->number);

  if (changes == NULL)
    return FALSE;
  if (changes->len == 0)
    return TRUE;
  if (job->move->accept_stale != NULL && *job->move->accept_stale != '\0')
    {
      add_mark (job, "pay.approved_stale");
      json_object_set_new (job->detail, "stale", json_string (job->move->accept_stale));
      return TRUE;
    }
  count = g_strdup_printf ("%u", changes->len);
  return sz_error_set (error, SZ_ERROR_REFUSED, "run.stale", "run", number, "count", count, NULL);
}

static gboolean
finish (Job *job, SzAct *act, json_t *summary, const SzCaseAsk *ask, GError **error)
{
  if (!sz_pay_run_step (act, summary, &job->run, ask,
                        json_object_size (job->detail) > 0 ? job->detail : NULL, error))
    return FALSE;
  job->moved->run = job->number;
  job->moved->state = g_strdup (job->run.file->head.state);
  job->moved->by = g_strdup (sz_act_get_who (act));
  return TRUE;
}

/* RULE pay-8: departments with money to split that sent nothing. */
static gboolean
judge_answers (Job *job, GError **error)
{
  const SzPayResult *result = &job->run.frozen->result;
  g_autofree char *number = sz_pay_run_number (job->number);
  g_autofree char *count = NULL;
  guint silent = 0;

  for (gsize i = 0; i < result->n_departments; i++)
    {
      const SzPayDepartmentSum *department = &result->departments[i];
      gboolean has_money = FALSE;

      for (guint j = 0; department->pools_fen != NULL && j < job->run.frozen->n_components; j++)
        has_money |= department->pools_fen[j] > 0;
      silent += has_money && !department->own ? 1 : 0;
    }
  if (silent == 0 || job->move->defaults)
    return TRUE;
  count = g_strdup_printf ("%u", silent);
  return sz_error_set (error, SZ_ERROR_REFUSED, "split.unanswered", "run", number, "count", count,
                       NULL);
}

static gboolean
review_run (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  SzCaseAsk ask = { .verb = "review" };

  if (!open_run (job, act, error) || !judge (job, act, &ask, error) || !judge_stale (job, error)
      || (job->run.frozen->life.corrects == 0 && !judge_answers (job, error)))
    return FALSE;
  if (job->move->defaults)
    json_object_set_new (job->detail, "defaults", json_true ());
  return finish (job, act, summary, &ask, error);
}

void
sz_pay_notice_span_free (SzPayNoticeSpan *span)
{
  if (span == NULL)
    return;
  g_clear_pointer (&span->calendar, sz_calendar_free);
  g_free (span);
}

/* RULE num-7: a notice takes the parameters of its first day. */
static SzPayNoticeSpan *
count_notice (SzOffice *office, const GArray *params, SzDate from, int days, GError **error)
{
  g_autoptr (SzPayNoticeSpan) span = g_new0 (SzPayNoticeSpan, 1);
  SzPayRules rules;

  if (!sz_rules_payrun (params, from, &rules, error))
    return NULL;
  span->from = from;
  span->days = days != 0 ? days : rules.publicity_wd;
  if (span->days < rules.publicity_wd || span->days < 1)
    {
      g_autofree char *given = g_strdup_printf ("%d", span->days);
      g_autofree char *least = g_strdup_printf ("%d", rules.publicity_wd);

      sz_error_set (error, SZ_ERROR_REFUSED, "notice.too_short", "days", given, "least", least,
                    NULL);
      return NULL;
    }
  span->calendar = sz_calendar_book_load (office, error);
  if (span->calendar == NULL
      || !sz_calendar_end_of_notice (span->calendar, from, span->days, &span->to, error))
    return NULL;
  return g_steal_pointer (&span);
}

SzPayNoticeSpan *
sz_view_pay_notice_span (SzOffice *office, SzDate from, int days, GError **error)
{
  g_autoptr (GArray) params = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  params = sz_params_gather (office, error);
  return params != NULL ? count_notice (office, params, from, days, error) : NULL;
}

static gboolean
judge_notice (Job *job, GError **error)
{
  g_autoptr (SzPayNoticeSpan) span
      = count_notice (job->office, job->params, job->move->from, job->move->days, error);

  if (span == NULL)
    return FALSE;
  job->moved->from = span->from;
  job->moved->to = span->to;
  job->moved->days = span->days;
  return TRUE;
}

static gboolean
announce_run (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  SzCaseAsk ask = { .verb = "announce", .day = job->move->from };
  g_autofree char *from = sz_date_format (job->move->from);
  g_autofree char *to = NULL;

  if (!open_run (job, act, error) || !judge (job, act, &ask, error) || !judge_stale (job, error)
      || !judge_notice (job, error))
    return FALSE;
  to = sz_date_format (job->moved->to);
  json_object_set_new (job->detail, "from", json_string (from));
  json_object_set_new (job->detail, "to", json_string (to));
  json_object_set_new (job->detail, "days", json_integer (job->moved->days));
  return finish (job, act, summary, &ask, error);
}

/* RULE pay-11: the notice is over, nobody waits for an answer, nobody was right. */
static gboolean
judge_objections (Job *job, SzAct *act, GError **error)
{
  SzPayNotice notice = { 0 };
  gboolean announced = sz_pay_notice_of (job->run.file, &notice);
  g_autoptr (GArray) rows = NULL;
  g_autofree char *last = NULL;
  g_autofree char *count = NULL;
  guint open = 0;
  guint upheld = 0;

  if (!announced)
    return TRUE;
  if (job->move->no_notice == NULL && job->move->on <= notice.to)
    {
      last = sz_date_format (notice.to);
      return sz_error_set (error, SZ_ERROR_REFUSED, "notice.running", "to", last, NULL);
    }
  rows = sz_store_pay_objections_of (sz_act_get_store (act), job->number, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const SzPayObjection *row = &g_array_index (rows, SzPayObjection, i);

      if (row->notice != notice.step)
        continue;
      open += row->answered == SZ_DATE_NONE && !row->late ? 1 : 0;
      upheld += row->answered != SZ_DATE_NONE && row->upheld ? 1 : 0;
    }
  if (open == 0 && upheld == 0)
    return TRUE;
  count = g_strdup_printf ("%u", open > 0 ? open : upheld);
  return sz_error_set (error, SZ_ERROR_REFUSED, open > 0 ? "objection.open" : "objection.upheld",
                       "count", count, NULL);
}

static gboolean
refuse_cap (const SzTotalView *total, const SzPayYear *year, SzMoney asked_fen, GError **error)
{
  g_autofree char *cap = sz_money_format (total->facts.cap_fen);
  g_autofree char *used = sz_money_format (total->total.r_fen);
  g_autofree char *committed = sz_money_format (year->committed_fen);
  g_autofree char *asked = sz_money_format (asked_fen);
  g_autofree char *over = sz_money_format (total->total.r_fen + year->committed_fen + asked_fen
                                           - total->facts.cap_fen);

  return sz_error_set (error, SZ_ERROR_REFUSED, "cap.exceeded", "cap", cap, "used", used,
                       "committed", committed, "asked", asked, "over", over, NULL);
}

/* RULE pay-15 with all committed runs in it. */
static gboolean
judge_level (const SzTotalView *total, SzMoney r_fen, GError **error)
{
  gint64 level_x1e4 = 0;

  if (total->rules.baseline_fen <= 0 || total->facts.heads <= 0)
    return TRUE;
  if (!sz_decimal_div_round ((SzWide)r_fen * SZ_RATIO_ONE,
                             (SzWide)total->facts.heads * total->rules.baseline_fen, &level_x1e4,
                             error))
    return FALSE;
  if (level_x1e4 > total->rules.limit_x1e4)
    {
      g_autofree char *level = sz_decimal_format (level_x1e4, SZ_RATIO_DECIMALS);
      g_autofree char *limit = sz_decimal_format (total->rules.limit_x1e4, SZ_RATIO_DECIMALS);

      return sz_error_set (error, SZ_ERROR_REFUSED, "total.level_refused", "level", level, "limit",
                           limit, NULL);
    }
  return TRUE;
}

/* RULE pay-18, pay-15: each lifted by a document number. */
static gboolean
judge_total (Job *job, SzAct *act, const char *verb, GError **error)
{
  g_autoptr (SzTotalView) total = NULL;
  g_autoptr (SzPayYear) year = NULL;
  SzMoney asked_fen = job->run.frozen->life.total_fen;
  SzMoney own_fen = strcmp (job->run.file->head.state, "computed") == 0 ? 0 : asked_fen;

  if (job->move->document != NULL && *job->move->document != '\0')
    return TRUE;
  if (job->run.scheme->account == SZ_ACCOUNT_X3)
    {
      g_autofree char *amount = sz_money_format (asked_fen);

      return sz_error_set (error, SZ_ERROR_REFUSED, "total.x3_unapproved", "amount", amount, NULL);
    }
  total = sz_office_total (job->office, sz_date_year (job->run.scheme->to), error);
  year = total != NULL ? sz_pay_year_read (job->office, sz_date_year (job->run.scheme->to), error)
                       : NULL;
  if (year == NULL)
    return FALSE;
  if (total->rules.train_mode == SZ_TRAIN_APPROVED_ADDON
      && !judge_relaxed (job, act, "pay.train_mode", verb, error))
    return FALSE;
  /* It is among those committed already. */
  year->committed_fen -= own_fen;
  if (!total->facts.has_cap)
    {
      g_autofree char *amount = sz_money_format (total->total.r_fen + asked_fen);

      return sz_error_set (error, SZ_ERROR_REFUSED, "total.cap_missing", "amount", amount, NULL);
    }
  if (total->total.r_fen + year->committed_fen + asked_fen > total->facts.cap_fen)
    return refuse_cap (total, year, asked_fen, error);
  return judge_level (total, total->total.r_fen + year->committed_fen + asked_fen, error);
}

static gboolean
approve_run (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  gboolean waives = job->move->no_notice != NULL;
  SzCaseAsk ask = { .verb = waives ? "waive" : "approve",
                    .day = job->move->on,
                    .document = job->move->no_notice,
                    .approval = job->move->document };

  if (!open_run (job, act, error) || !judge (job, act, &ask, error) || !judge_stale (job, error)
      || !judge_objections (job, act, error) || !judge_total (job, act, ask.verb, error))
    return FALSE;
  if (waives)
    add_mark (job, "pay.no_notice");
  job->moved->on = job->move->on;
  job->moved->document = g_strdup (job->move->document);
  return finish (job, act, summary, &ask, error);
}

/* RULE pay-11: what was paid stays paid, and what a later correction stands on. */
static gboolean
judge_reopening (Job *job, SzAct *act, GError **error)
{
  SzStore *store = sz_act_get_store (act);
  const SzPayLife *life = &job->run.frozen->life;
  g_autofree char *number = sz_pay_run_number (job->number);
  g_autoptr (GHashTable) settled = NULL;
  g_autoptr (GArray) lives = NULL;

  if (strcmp (job->run.file->head.state, "paid") == 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "run.paid", "run", number, NULL);
  if (life->corrects == 0 || strcmp (job->run.file->head.state, "computed") == 0)
    return TRUE;
  settled = sz_store_pay_settled (store, job->number, error);
  if (settled == NULL)
    return FALSE;
  if (g_hash_table_size (settled) > 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "run.paid", "run", number, NULL);
  lives = sz_store_pay_life_list (store, SZ_ROWS_ALL, error);
  if (lives == NULL)
    return FALSE;
  for (guint i = 0; i < lives->len; i++)
    {
      const SzPayLife *other = &g_array_index (lives, SzPayLife, i);
      g_autofree char *later = sz_pay_run_number (other->run_id);

      if (other->corrects == life->corrects && other->run_id > job->number)
        return sz_error_set (error, SZ_ERROR_REFUSED, "correct.open", "run", number, "other", later,
                             NULL);
    }
  return TRUE;
}

static gboolean
reopen_run (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  SzCaseAsk ask = { .verb = "reopen", .reason = job->move->reason };

  return open_run (job, act, error) && judge_reopening (job, act, error)
         && finish (job, act, summary, &ask, error);
}

static SzPayMoved *
move_run (SzOffice *office,
          gint64 run,
          const SzPayMove *move,
          const char *kind,
          SzActBody body,
          GError **error)
{
  g_auto (Job) job = { .office = office, .number = run, .move = move };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && move != NULL, NULL);
  job.detail = json_object ();
  job.moved = g_new0 (SzPayMoved, 1);
  if (!sz_office_run (office, &(SzActHead){ .kind = kind }, body, &job, NULL, error))
    return NULL;
  return g_steal_pointer (&job.moved);
}

SzPayMoved *
sz_office_pay_review (SzOffice *office, gint64 run, const SzPayMove *move, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  return move_run (office, run, move, "pay.review", review_run, error);
}

SzPayMoved *
sz_office_pay_announce (SzOffice *office, gint64 run, const SzPayMove *move, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  return move_run (office, run, move, "pay.announce", announce_run, error);
}

SzPayMoved *
sz_office_pay_approve (SzOffice *office, gint64 run, const SzPayMove *move, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  return move_run (office, run, move, "pay.approve", approve_run, error);
}

SzPayMoved *
sz_office_pay_reopen (SzOffice *office, gint64 run, const SzPayMove *move, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  return move_run (office, run, move, "pay.reopen", reopen_run, error);
}
