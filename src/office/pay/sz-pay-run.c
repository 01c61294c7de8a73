/* sz-pay-run.c — a stored run with its case, as the acts on it need it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-run.h"

#include <string.h>

#include "sz-act.h"
#include "sz-scheme-file.h"

void
sz_pay_run_file_clear (SzPayRunFile *run)
{
  g_return_if_fail (run != NULL);
  g_clear_pointer (&run->frozen, sz_pay_frozen_free);
  g_clear_pointer (&run->scheme, sz_scheme_free);
  g_clear_pointer (&run->file, sz_case_file_free);
}

char *
sz_pay_run_number (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

gboolean
sz_pay_run_open (
    SzStore *store, gint64 number, SzPayRunWants wants, SzPayRunFile *run, GError **error)
{
  g_autoptr (SzIssueList) faults = sz_issue_list_new ();
  g_autofree char *text = sz_pay_run_number (number);

  g_return_val_if_fail (store != NULL && run != NULL, FALSE);
  run->frozen = sz_store_pay_read (store, number, NULL, error);
  if (run->frozen == NULL)
    return FALSE;
  run->scheme
      = sz_scheme_file_parse (run->frozen->run.scheme, strlen (run->frozen->run.scheme), faults);
  if (run->scheme == NULL)
    return sz_error_set (error, SZ_ERROR_CORRUPT, "run.scheme_unreadable", "run", text, NULL);
  if ((wants & SZ_PAY_RUN_PLAIN) != 0 && run->frozen->life.corrects != 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "run.is_correction", "run", text, NULL);
  if ((wants & SZ_PAY_RUN_LEVELS) != 0 && !run->scheme->two_levels)
    return sz_error_set (error, SZ_ERROR_REFUSED, "split.one_level", "run", text, NULL);
  run->file = sz_store_case_load (store, sz_case_pay_run.kind, number, error);
  return run->file != NULL;
}

/* What people call the run. */
static SzCaseAsk
name_ask (const SzPayRunFile *run, const SzCaseAsk *ask, char **subject)
{
  SzCaseAsk named = *ask;

  *subject = sz_pay_run_number (run->frozen->run.id);
  named.subject = *subject;
  return named;
}

gboolean
sz_pay_run_judge (const SzPayRunFile *run, const SzCaseAsk *ask, GError **error)
{
  g_autofree char *subject = NULL;
  SzCaseAsk named;
  const SzCaseStep *steps;
  guint n_steps = 0;

  g_return_val_if_fail (run != NULL && ask != NULL, FALSE);
  named = name_ask (run, ask, &subject);
  steps = sz_case_file_steps (run->file, &n_steps);
  return sz_case_judge (&sz_case_pay_run, run->file->head.state, steps, n_steps, &named, error)
         != NULL;
}

static gboolean
add_detail (SzCaseWalk *walk, GError **error)
{
  (void)error;
  if (walk->user_data != NULL)
    json_object_update (walk->detail, walk->user_data);
  return TRUE;
}

gboolean
sz_pay_run_step (SzAct *act,
                 json_t *summary,
                 SzPayRunFile *run,
                 const SzCaseAsk *ask,
                 json_t *detail,
                 GError **error)
{
  /* Who may do it was judged before, when the college only warns: then the mark is kept here. */
  gboolean marked = json_object_get (detail, "marks") != NULL;
  SzCaseWay way = { marked ? sz_pay_run_relaxed () : &sz_case_pay_run, "pay", add_detail };
  g_autofree char *subject = NULL;
  SzCaseAsk named;

  g_return_val_if_fail (act != NULL && run != NULL && ask != NULL, FALSE);
  named = name_ask (run, ask, &subject);
  named.who = sz_act_get_who (act);
  return sz_office_case_step (act, summary, &way, run->file, &named, detail, error);
}

const SzCaseTable *
sz_pay_run_relaxed (void)
{
  static gsize made = 0;
  static SzCaseMove moves[32];
  static SzCaseTable table;

  if (g_once_init_enter (&made))
    {
      g_assert (sz_case_pay_run.n_moves <= G_N_ELEMENTS (moves));
      table = sz_case_pay_run;
      for (guint i = 0; i < table.n_moves; i++)
        {
          moves[i] = sz_case_pay_run.moves[i];
          moves[i].other_than = NULL;
        }
      table.moves = moves;
      g_once_init_leave (&made, 1);
    }
  return &table;
}

gboolean
sz_pay_run_refresh (SzAct *act, SzPayRunFile *run, GError **error)
{
  gint64 number;
  SzPayLife *life;
  SzPutResult result;

  g_return_val_if_fail (act != NULL && run != NULL, FALSE);
  number = run->frozen->run.id;
  sz_pay_frozen_free (run->frozen);
  run->frozen = sz_store_pay_read (sz_act_get_store (act), number, NULL, error);
  if (run->frozen == NULL)
    return FALSE;
  life = &run->frozen->life;
  life->reserve_fen = run->frozen->result.reserve_fen;
  life->total_fen = run->frozen->result.total_fen;
  return sz_store_pay_life_put (act, life, SZ_PUT_UPDATE, &result, error);
}
