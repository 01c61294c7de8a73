/* sz-pay-correct-act.c — corrections of what was paid 更正
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-office-act.h"
#include "sz-pay-correct.h"
#include "sz-pay-freeze.h"
#include "sz-pay-own.h"
#include "sz-pay-revise-act.h"
#include "sz-pay-run.h"
#include "sz-scheme-file.h"

/* One correction under way. */
typedef struct
{
  SzOffice *office;
  const SzCorrectAsk *ask;
  SzIssueList *issues;
  SzPayRunFile run;
  GArray *lives;       /* of SzPayLife: the corrections so far, by number */
  SzPayFrozen *behind; /* of the last correction, NULL: there is none */
  SzScheme *scheme;    /* that counts today */
  gboolean own_scheme;
  SzPayBasis *basis;
  SzPayResult *result;
  GArray *cum;     /* of SzPayCum */
  GPtrArray *kept; /* of SzPayDifferences: their strings are lent to cum */
  GArray *differences;
  SzMoney reserve_before_fen;
  SzMoney reserve_fen;
  gint64 number;
} Job;

static void
clear_job (Job *job)
{
  sz_pay_run_file_clear (&job->run);
  g_clear_pointer (&job->lives, g_array_unref);
  g_clear_pointer (&job->behind, sz_pay_frozen_free);
  g_clear_pointer (&job->scheme, sz_scheme_free);
  g_clear_pointer (&job->basis, sz_pay_basis_unref);
  g_clear_pointer (&job->result, sz_pay_result_free);
  g_clear_pointer (&job->cum, g_array_unref);
  g_clear_pointer (&job->kept, g_ptr_array_unref);
  g_clear_pointer (&job->differences, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

static gboolean
refuse (Job *job, const char *code, GError **error)
{
  g_autofree char *number = sz_pay_run_number (job->ask->run);

  return sz_error_set (error, SZ_ERROR_REFUSED, code, "run", number, NULL);
}

static int
compare_lives_cb (gconstpointer a, gconstpointer b)
{
  const SzPayLife *left = a;
  const SzPayLife *right = b;

  return (left->run_id > right->run_id) - (left->run_id < right->run_id);
}

/* RULE pay-12: one correction of a run at a time. */
static gboolean
judge_open (Job *job, SzStore *store, const SzPayLife *life, GError **error)
{
  g_autoptr (SzCaseFile) file
      = sz_store_case_load (store, sz_case_pay_run.kind, life->run_id, error);
  g_autofree char *number = sz_pay_run_number (job->ask->run);
  g_autofree char *other = sz_pay_run_number (life->run_id);

  if (file == NULL)
    return FALSE;
  if (strcmp (file->head.state, "paid") == 0
      || (strcmp (life->settle, "next") == 0 && strcmp (file->head.state, "approved") == 0))
    return TRUE;
  return sz_error_set (error, SZ_ERROR_REFUSED, "correct.open", "run", number, "other", other,
                       NULL);
}

static gboolean
list_corrections (Job *job, SzStore *store, GError **error)
{
  job->lives = sz_store_pay_life_list (store, SZ_ROWS_ALL, error);
  if (job->lives == NULL)
    return FALSE;
  for (guint i = job->lives->len; i-- > 0;)
    if (g_array_index (job->lives, SzPayLife, i).corrects != job->ask->run)
      g_array_remove_index (job->lives, i);
  g_array_sort (job->lives, compare_lives_cb);
  for (guint i = 0; i < job->lives->len; i++)
    if (!judge_open (job, store, &g_array_index (job->lives, SzPayLife, i), error))
      return FALSE;
  return TRUE;
}

/* The scheme that counts: the run's, that of the last correction which brought one, or a new one.
 */
static gboolean
choose_scheme (Job *job, SzStore *store, GError **error)
{
  g_autoptr (SzIssueList) faults = sz_issue_list_new ();
  gint64 bringer = 0;

  for (guint i = 0; i < job->lives->len; i++)
    if (g_array_index (job->lives, SzPayLife, i).own_scheme)
      bringer = g_array_index (job->lives, SzPayLife, i).run_id;
  if (job->ask->scheme != NULL && !job->ask->from_reserve)
    {
      job->scheme = sz_scheme_file_read (job->ask->scheme, job->issues, error);
      sz_issue_list_set_place (job->issues, NULL, NULL);
      if (job->scheme == NULL)
        return FALSE;
      job->own_scheme = TRUE;
      if (job->scheme->from != job->run.scheme->from || job->scheme->to != job->run.scheme->to
          || job->scheme->pool_fen != job->run.scheme->pool_fen)
        return refuse (job, "correct.scheme", error);
      return TRUE;
    }
  if (job->ask->from_reserve && (job->ask->scheme != NULL || bringer != 0))
    return refuse (job, "correct.scheme_reserve", error);
  if (bringer != 0)
    {
      g_auto (SzPayRun) head = { 0 };
      gboolean found = FALSE;

      if (!sz_store_pay_get (store, bringer, &head, &found, error))
        return FALSE;
      job->scheme = sz_scheme_file_parse (head.scheme, strlen (head.scheme), faults);
      return job->scheme != NULL || refuse (job, "run.scheme_unreadable", error);
    }
  job->scheme = sz_scheme_copy (job->run.scheme);
  return TRUE;
}

static gboolean
compute (Job *job, GError **error)
{
  job->basis = sz_pay_basis_read (job->office, job->scheme->from, job->scheme->to,
                                  (SzProgress){ 0 }, NULL, error);
  if (job->basis == NULL)
    return FALSE;
  job->result = sz_pay_compute (job->scheme, &job->basis->input, job->issues, error);
  return job->result != NULL;
}

static void
add_cum (Job *job, GHashTable *places, const SzPayCum *cum)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, cum->staff_no));

  if (place != 0)
    {
      SzPayCum *known = &g_array_index (job->cum, SzPayCum, place - 1);

      known->total_fen += cum->total_fen;
      known->department = cum->department;
      return;
    }
  g_array_append_val (job->cum, *cum);
  g_hash_table_insert (places, (gpointer)cum->staff_no, GUINT_TO_POINTER (job->cum->len));
}

/* RULE pay-12: what each person's total is by the run and all its corrections so far. */
static gboolean
count_cum (Job *job, SzStore *store, GError **error)
{
  const SzPayFrozen *frozen = job->run.frozen;
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  job->cum = g_array_new (FALSE, FALSE, sizeof (SzPayCum));
  job->kept = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_pay_differences_free);
  job->reserve_before_fen = frozen->life.reserve_fen;
  for (gsize i = 0; i < frozen->result.n_lines; i++)
    {
      const SzPayLine *line = &frozen->result.lines[i];
      const SzPayPerson *person = &frozen->input.people[line->index];
      SzPayCum cum = { person->person_id, person->staff_no, person->name, line->department,
                       line->total_fen };

      add_cum (job, places, &cum);
    }
  for (guint i = 0; i < job->lives->len; i++)
    {
      const SzPayLife *life = &g_array_index (job->lives, SzPayLife, i);
      SzPayDifferences *differences = sz_store_pay_differences_get (store, life, error);

      if (differences == NULL)
        return FALSE;
      g_ptr_array_add (job->kept, differences);
      for (guint j = 0; j < differences->lines->len; j++)
        {
          const SzPayDifference *line = &g_array_index (differences->lines, SzPayDifference, j);
          SzPayCum cum = { line->person_id, line->staff_no, line->name, line->department,
                           line->after_fen - line->before_fen };

          add_cum (job, places, &cum);
        }
      job->reserve_before_fen = life->reserve_fen;
    }
  if (job->lives->len > 0)
    {
      job->behind
          = sz_store_pay_read (store,
                               g_array_index (job->lives, SzPayLife, job->lives->len - 1).run_id,
                               NULL, error);
      return job->behind != NULL;
    }
  return TRUE;
}

/* RULE pay-12: the run's adjustments of those who still take part. */
static gboolean
adjust_today (Job *job, SzStore *store, GError **error)
{
  SzPayOverlay overlay = { job->result, job->scheme->fixed->len, job->scheme->components->len };
  g_autoptr (GArray) rows = sz_store_pay_adjustments_of (store, job->ask->run, error);
  g_autoptr (GHashTable) lines = g_hash_table_new (g_str_hash, g_str_equal);

  if (rows == NULL)
    return FALSE;
  for (gsize i = 0; i < job->result->n_lines; i++)
    g_hash_table_insert (lines,
                         (gpointer)job->basis->input.people[job->result->lines[i].index].staff_no,
                         GUINT_TO_POINTER ((guint)i + 1));
  for (guint i = 0; i < rows->len; i++)
    {
      const SzPayAdjustment *row = &g_array_index (rows, SzPayAdjustment, i);
      guint line = GPOINTER_TO_UINT (g_hash_table_lookup (lines, row->staff_no));

      if (line != 0)
        sz_pay_adjust (&overlay, line - 1, row->amount_fen);
    }
  sz_pay_sum_up (&overlay);
  for (gsize i = 0; i < job->result->n_lines; i++)
    if (job->result->lines[i].total_fen < 0)
      {
        const SzPayLine *line = &job->result->lines[i];
        const SzPayPerson *person = &job->basis->input.people[line->index];
        g_autofree char *had = sz_money_format (line->total_fen - line->adjust_fen);
        g_autofree char *total = sz_money_format (line->total_fen);

        return sz_error_set (error, SZ_ERROR_REFUSED, "adjust.total_negative", "staff_no",
                             person->staff_no, "name", person->name, "had", had, "total", total,
                             NULL);
      }
  return TRUE;
}

static gboolean
judge_reserve (Job *job, GError **error)
{
  g_autofree char *reserve = NULL;
  g_autofree char *asked = NULL;

  if (job->reserve_fen >= 0)
    return TRUE;
  reserve = sz_money_format (job->reserve_before_fen);
  asked = sz_money_format (job->reserve_before_fen - job->reserve_fen);
  return sz_error_set (error, SZ_ERROR_REFUSED, "pay.reserve_short", "reserve", reserve, "asked",
                       asked, NULL);
}

/* After it Σ cum + reserve = pool, exactly. */
static void
assert_pool (const Job *job)
{
  SzWide sum_fen = job->reserve_fen;

  for (guint i = 0; i < job->cum->len; i++)
    sum_fen += g_array_index (job->cum, SzPayCum, i).total_fen;
  for (guint i = 0; i < job->differences->len; i++)
    sum_fen += g_array_index (job->differences, SzPayDifference, i).after_fen
               - g_array_index (job->differences, SzPayDifference, i).before_fen;
  g_assert (sum_fen == job->run.scheme->pool_fen);
}

static gboolean
count_differences (Job *job, SzStore *store, GError **error)
{
  const SzPayFrozen *behind = job->behind != NULL ? job->behind : job->run.frozen;
  SzPayCorrect correct = { .paid = { &job->run.frozen->input, &job->run.frozen->result },
                           .behind = { &behind->input, &behind->result },
                           .today = { &job->basis->input, job->result },
                           .n_fixed = job->scheme->fixed->len,
                           .n_parts = job->scheme->components->len,
                           .cum = (const SzPayCum *)(gpointer)job->cum->data,
                           .n_cum = job->cum->len };

  if (!job->ask->from_reserve)
    {
      if (!adjust_today (job, store, error))
        return FALSE;
      job->differences = sz_pay_correct_people (&correct);
      job->reserve_fen = job->result->reserve_fen;
    }
  else
    {
      job->differences = sz_pay_correct_reserve (&correct, error);
      if (job->differences == NULL)
        return FALSE;
      job->reserve_fen = job->reserve_before_fen;
      for (guint i = 0; i < job->differences->len; i++)
        {
          const SzPayDifference *line = &g_array_index (job->differences, SzPayDifference, i);

          job->reserve_fen -= line->after_fen - line->before_fen;
        }
    }
  if (!judge_reserve (job, error))
    return FALSE;
  if (job->differences->len == 0)
    return refuse (job, "correct.nothing", error);
  assert_pool (job);
  return TRUE;
}

static gboolean
keep (Job *job, SzAct *act, GError **error)
{
  SzPayFreeze freeze = { job->office, job->scheme, job->basis, job->result, NULL };
  g_auto (SzPayRun) head = { 0 };
  g_auto (SzPayLife) life = { 0 };
  SzPutResult result;

  head.name = g_strdup_printf ("%s（更正）", job->run.frozen->run.name);
  life.corrects = job->ask->run;
  life.source = g_strdup (job->ask->from_reserve ? "reserve" : "people");
  life.settle = g_strdup (job->ask->settle_next ? "next" : "now");
  life.own_scheme = job->own_scheme;
  life.reserve_before_fen = job->reserve_before_fen;
  if (!sz_pay_freeze (act, &freeze, &head, &life, error)
      || !sz_store_pay_differences_put (act, head.id, job->differences, &life.differences_hash,
                                        error))
    return FALSE;
  job->number = head.id;
  life.reserve_fen = job->reserve_fen;
  life.total_fen = 0;
  for (guint i = 0; i < job->differences->len; i++)
    life.total_fen += g_array_index (job->differences, SzPayDifference, i).after_fen
                      - g_array_index (job->differences, SzPayDifference, i).before_fen;
  return sz_store_pay_life_put (act, &life, SZ_PUT_UPDATE, &result, error);
}

static gboolean
has_splits (Job *job)
{
  for (gsize i = 0; i < job->run.frozen->result.n_departments; i++)
    if (job->run.frozen->result.departments[i].own)
      return TRUE;
  return FALSE;
}

/* All but keeping it. */
static gboolean
judge_run (Job *job, SzStore *store, GError **error)
{
  g_autofree char *number = sz_pay_run_number (job->ask->run);

  if (!sz_pay_run_open (store, job->ask->run, SZ_PAY_RUN_PLAIN, &job->run, error))
    return FALSE;
  if (strcmp (job->run.file->head.state, "paid") != 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "run.state", "run", number, "state",
                         job->run.file->head.state, "verb", "correct", NULL);
  if (!list_corrections (job, store, error) || !choose_scheme (job, store, error))
    return FALSE;
  if (!job->ask->from_reserve && has_splits (job))
    return refuse (job, "correct.has_splits", error);
  return compute (job, error) && count_cum (job, store, error)
         && count_differences (job, store, error);
}

static gboolean
correct_run (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;

  if (!judge_run (job, sz_act_get_store (act), error) || !keep (job, act, error))
    return FALSE;
  json_object_set_new (summary, "run", json_integer (job->number));
  json_object_set_new (summary, "corrects", json_integer (job->ask->run));
  json_object_set_new (summary, "people", json_integer (job->differences->len));
  return TRUE;
}

gboolean
sz_office_pay_correct (
    SzOffice *office, const SzCorrectAsk *ask, SzIssueList *issues, gint64 *number, GError **error)
{
  g_auto (Job) job = { .office = office, .ask = ask, .issues = issues };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && issues != NULL, FALSE);
  g_return_val_if_fail (number != NULL, FALSE);
  if (!sz_office_run (office, &(SzActHead){ .kind = "pay.correct", .issues = issues }, correct_run,
                      &job, NULL, error))
    return FALSE;
  *number = job.number;
  return TRUE;
}

static void
person_cleared_cb (gpointer data)
{
  SzRevisedPerson *person = data;

  g_free (person->staff_no);
  g_free (person->name);
  g_free (person->department);
}

void
sz_correct_view_free (SzCorrectView *view)
{
  if (view == NULL)
    return;
  g_free (view->state);
  g_free (view->source);
  g_free (view->settle);
  g_array_unref (view->people);
  g_free (view);
}

static void
fill_people (SzCorrectView *view, const GArray *lines)
{
  view->people = g_array_new (FALSE, TRUE, sizeof (SzRevisedPerson));
  g_array_set_clear_func (view->people, person_cleared_cb);
  for (guint i = 0; i < lines->len; i++)
    {
      const SzPayDifference *line = &g_array_index (lines, SzPayDifference, i);
      SzRevisedPerson person = { g_strdup (line->staff_no), g_strdup (line->name),
                                 g_strdup (line->department), line->before_fen, line->after_fen };

      view->gain_fen += MAX (line->after_fen - line->before_fen, 0);
      view->lose_fen += MIN (line->after_fen - line->before_fen, 0);
      g_array_append_val (view->people, person);
    }
  view->total_fen = view->gain_fen + view->lose_fen;
}

SzCorrectView *
sz_view_pay_correct (SzOffice *office, gint64 run, GError **error)
{
  SzStore *store;
  g_auto (SzPayLife) life = { 0 };
  g_auto (SzPayRun) head = { 0 };
  g_autoptr (SzPayDifferences) differences = NULL;
  SzCorrectView *view;
  gboolean found = FALSE;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  store = sz_office_get_store (office);
  if (!sz_store_pay_life_of (store, run, &life, error) || life.corrects == 0
      || !sz_store_pay_get (store, run, &head, &found, error))
    return NULL;
  differences = sz_store_pay_differences_get (store, &life, error);
  if (differences == NULL)
    return NULL;
  view = g_new0 (SzCorrectView, 1);
  view->run = run;
  view->state = g_strdup (head.state);
  view->revision = life.revision;
  view->corrects = life.corrects;
  view->source = g_strdup (life.source);
  view->settle = g_strdup (life.settle);
  view->pool_fen = head.pool_fen;
  view->reserve_before_fen = life.reserve_before_fen;
  view->reserve_fen = life.reserve_fen;
  fill_people (view, differences->lines);
  return view;
}

SzCorrectView *
sz_view_pay_correct_guess (SzOffice *office,
                           const SzCorrectAsk *ask,
                           SzIssueList *issues,
                           GError **error)
{
  g_auto (Job) job = { .office = office, .ask = ask, .issues = issues };
  SzStore *store;
  SzCorrectView *view;
  gboolean judged;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && issues != NULL, NULL);
  store = sz_office_get_store (office);
  if (!sz_store_begin_read (store, error))
    return NULL;
  judged = judge_run (&job, store, error);
  sz_store_end_read (store);
  if (!judged)
    return NULL;
  view = g_new0 (SzCorrectView, 1);
  view->corrects = ask->run;
  view->source = g_strdup (ask->from_reserve ? "reserve" : "people");
  view->settle = g_strdup (ask->settle_next ? "next" : "now");
  view->pool_fen = job.run.scheme->pool_fen;
  view->reserve_before_fen = job.reserve_before_fen;
  view->reserve_fen = job.reserve_fen;
  fill_people (view, job.differences);
  return view;
}
