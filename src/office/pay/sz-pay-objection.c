/* sz-pay-objection.c — objections to the notice of a run, and their answers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-objection.h"

#include "sz-case-tables.h"
#include "sz-office-act.h"
#include "sz-pay-notice.h"
#include "sz-pay-run.h"

static void
objection_cleared_cb (gpointer data)
{
  SzObjection *objection = data;

  g_free (objection->source);
  g_free (objection->text);
  g_free (objection->answer);
}

/* Within a read: those of the latest notice. */
static gboolean
fill_objections (SzStore *store, gint64 run, GArray *list, guint *open, GError **error)
{
  g_auto (SzPayLife) life = { 0 };
  g_autoptr (SzCaseFile) file = NULL;
  g_autoptr (GArray) rows = NULL;
  SzPayNotice notice = { 0 };

  if (!sz_store_pay_life_of (store, run, &life, error))
    return FALSE;
  file = sz_store_case_load (store, sz_case_pay_run.kind, run, error);
  rows = file != NULL ? sz_store_pay_objections_of (store, run, error) : NULL;
  if (rows == NULL)
    return FALSE;
  if (!sz_pay_notice_of (file, &notice))
    return TRUE;
  for (guint i = 0; i < rows->len; i++)
    {
      const SzPayObjection *row = &g_array_index (rows, SzPayObjection, i);
      gboolean answered = row->answered != SZ_DATE_NONE;
      SzObjection made = { row->n,
                           g_strdup (row->source),
                           g_strdup (row->text),
                           row->day,
                           row->late,
                           answered ? g_strdup (row->answer) : NULL,
                           row->answered,
                           row->upheld };

      if (row->notice != notice.step)
        {
          objection_cleared_cb (&made);
          continue;
        }
      *open += !answered && !row->late ? 1 : 0;
      g_array_append_val (list, made);
    }
  return TRUE;
}

GArray *
sz_view_pay_objections (SzOffice *office, gint64 run, guint *open, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (SzObjection));
  SzStore *store;
  gboolean filled;

  g_array_set_clear_func (list, objection_cleared_cb);
  g_return_val_if_fail (SZ_IS_OFFICE (office) && open != NULL, NULL);
  store = sz_office_get_store (office);
  *open = 0;
  if (!sz_store_begin_read (store, error))
    return NULL;
  filled = fill_objections (store, run, list, open, error);
  sz_store_end_read (store);
  return filled ? g_steal_pointer (&list) : NULL;
}

typedef struct
{
  gint64 run;
  const SzObjectionAsk *ask;
} Job;

/* Objections of a notice count from 1. */
static gboolean
find_next (SzStore *store, gint64 run, gint64 notice, gint64 *next, GError **error)
{
  g_autoptr (GArray) rows = sz_store_pay_objections_of (store, run, error);

  *next = 1;
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (g_array_index (rows, SzPayObjection, i).notice == notice)
      *next = g_array_index (rows, SzPayObjection, i).n + 1;
  return rows != NULL;
}

static gboolean
object_to (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  SzStore *store = sz_act_get_store (act);
  const SzCaseAsk ask = { .verb = "objection", .day = job->ask->on, .who = sz_act_get_who (act) };
  g_auto (SzPayRunFile) run = { 0 };
  g_auto (SzPayObjection) row = { .run_id = job->run, .day = job->ask->on };
  SzPayNotice notice = { 0 };
  SzPutResult result;

  if (!sz_pay_run_open (store, job->run, SZ_PAY_RUN_ANY, &run, error)
      || !sz_pay_run_judge (&run, &ask, error))
    return FALSE;
  sz_pay_notice_of (run.file, &notice);
  if (job->ask->on < notice.from)
    {
      g_autofree char *from = sz_date_format (notice.from);

      return sz_error_set (error, SZ_ERROR_REFUSED, "objection.early", "from", from, NULL);
    }
  if (!find_next (store, job->run, notice.step, &row.n, error))
    return FALSE;
  row.notice = notice.step;
  row.source = g_strdup (job->ask->source);
  row.text = g_strdup (job->ask->text);
  /* RULE pay-11: after the last day it is kept as late. */
  row.late = job->ask->on > notice.to;
  json_object_set_new (summary, "n", json_integer (row.n));
  return sz_store_pay_objection_put (act, &row, SZ_PUT_INSERT, &result, error)
         && sz_pay_run_step (act, summary, &run, &ask, NULL, error);
}

gboolean
sz_office_pay_object (SzOffice *office, gint64 run, const SzObjectionAsk *ask, GError **error)
{
  Job job = { run, ask };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && ask->source != NULL, FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "pay.objection" }, object_to, &job, NULL,
                        error);
}

static gboolean
answer_one (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  SzStore *store = sz_act_get_store (act);
  const SzCaseAsk ask = { .verb = "answer", .day = job->ask->on, .who = sz_act_get_who (act) };
  g_autofree char *number = sz_pay_run_number (job->ask->n);
  g_auto (SzPayRunFile) run = { 0 };
  g_auto (SzPayObjection) row = { .run_id = job->run, .n = job->ask->n };
  SzPayNotice notice = { 0 };
  SzPutResult result;
  gboolean found = FALSE;

  if (!sz_pay_run_open (store, job->run, SZ_PAY_RUN_ANY, &run, error)
      || !sz_pay_run_judge (&run, &ask, error))
    return FALSE;
  sz_pay_notice_of (run.file, &notice);
  row.notice = notice.step;
  if (!sz_store_pay_objection_find (store, &row, &found, error))
    return FALSE;
  if (!found)
    return sz_error_set (error, SZ_ERROR_REFUSED, "objection.unknown", "n", number, NULL);
  if (job->ask->on < row.day)
    {
      g_autofree char *day = sz_date_format (row.day);

      return sz_error_set (error, SZ_ERROR_REFUSED, "objection.answer_early", "on", day, NULL);
    }
  g_free (row.answer);
  row.answer = g_strdup (job->ask->text);
  row.answered = job->ask->on;
  row.upheld = job->ask->upheld;
  json_object_set_new (summary, "n", json_integer (row.n));
  return sz_store_pay_objection_put (act, &row, SZ_PUT_UPDATE, &result, error)
         && sz_pay_run_step (act, summary, &run, &ask, NULL, error);
}

gboolean
sz_office_pay_answer (SzOffice *office, gint64 run, const SzObjectionAsk *ask, GError **error)
{
  Job job = { run, ask };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && ask->text != NULL, FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "pay.answer" }, answer_one, &job, NULL,
                        error);
}
