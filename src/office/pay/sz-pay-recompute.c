/* sz-pay-recompute.c — a new revision of a run over today's inputs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-office-act.h"
#include "sz-pay-freeze.h"
#include "sz-pay-revise-act.h"
#include "sz-pay-split-sheet.h"
#include "sz-store-pay-overlay.h"

/* One recomputation under way. */
typedef struct
{
  SzOffice *office;
  gint64 number;
  SzIssueList *issues;
  GCancellable *cancellable;
  SzPayRunFile run;
  SzPayBasis *basis;
  SzPayResult *result;
  SzRevised *revised;
} Job;

static void
clear_job (Job *job)
{
  sz_pay_run_file_clear (&job->run);
  g_clear_pointer (&job->basis, sz_pay_basis_unref);
  g_clear_pointer (&job->result, sz_pay_result_free);
  g_clear_pointer (&job->revised, sz_revised_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

static void
person_cleared_cb (gpointer data)
{
  SzRevisedPerson *person = data;

  g_free (person->staff_no);
  g_free (person->name);
  g_free (person->department);
}

void
sz_revised_free (SzRevised *revised)
{
  if (revised == NULL)
    return;
  g_ptr_array_unref (revised->dropped);
  g_array_unref (revised->people);
  g_free (revised);
}

static SzRevised *
make_revised (gint64 run)
{
  SzRevised *revised = g_new0 (SzRevised, 1);

  revised->run = run;
  revised->dropped = g_ptr_array_new_with_free_func (g_free);
  revised->people = g_array_new (FALSE, TRUE, sizeof (SzRevisedPerson));
  g_array_set_clear_func (revised->people, person_cleared_cb);
  return revised;
}

static int
compare_people_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (((const SzRevisedPerson *)a)->staff_no, ((const SzRevisedPerson *)b)->staff_no);
}

/* Both are in the order of the staff number: what stands in one alone has 0 in the other. */
static void
note_totals (SzRevised *revised, const SzPayFrozen *frozen, gboolean after)
{
  guint known = revised->people->len;

  for (gsize i = 0; i < frozen->result.n_lines; i++)
    {
      const SzPayLine *line = &frozen->result.lines[i];
      const SzPayPerson *who = &frozen->input.people[line->index];
      SzRevisedPerson made = { .staff_no = (char *)who->staff_no };
      SzRevisedPerson *person;
      guint place;

      if (known > 0 && g_array_binary_search (revised->people, &made, compare_people_cb, &place))
        person = &g_array_index (revised->people, SzRevisedPerson, place);
      else
        {
          made = (SzRevisedPerson){ g_strdup (who->staff_no), g_strdup (who->name),
                                    g_strdup (line->department), 0, 0 };
          g_array_append_val (revised->people, made);
          person = &g_array_index (revised->people, SzRevisedPerson, revised->people->len - 1);
        }
      if (after)
        person->after_fen = line->total_fen;
      else
        person->before_fen = line->total_fen;
    }
  g_array_sort (revised->people, compare_people_cb);
}

static gboolean
compute (Job *job, GError **error)
{
  const SzScheme *scheme = job->run.scheme;

  job->basis = sz_pay_basis_read (job->office, scheme->from, scheme->to, (SzProgress){ 0 },
                                  job->cancellable, error);
  if (job->basis == NULL)
    return FALSE;
  job->result = sz_pay_compute (scheme, &job->basis->input, job->issues, error);
  return job->result != NULL;
}

/* RULE pay-11: an adjustment of somebody who is no longer in the run stops it. */
static gboolean
judge_adjustments (Job *job, SzStore *store, GError **error)
{
  g_autoptr (GArray) rows = sz_store_pay_adjustments_of (store, job->number, error);
  g_autoptr (GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);

  if (rows == NULL)
    return FALSE;
  for (gsize i = 0; i < job->result->n_lines; i++)
    g_hash_table_add (people,
                      (gpointer)job->basis->input.people[job->result->lines[i].index].staff_no);
  for (guint i = 0; i < rows->len; i++)
    {
      const SzPayAdjustment *row = &g_array_index (rows, SzPayAdjustment, i);

      if (!g_hash_table_contains (people, row->staff_no))
        return sz_error_set (error, SZ_ERROR_REFUSED, "adjust.orphan", "staff_no", row->staff_no,
                             "name", row->name, NULL);
    }
  return TRUE;
}

/* Own splits are laid aside: they are judged against the new central split. */
static GArray *
lift_splits (SzAct *act, gint64 run, GError **error)
{
  g_autoptr (GArray) splits = sz_store_pay_splits_of (sz_act_get_store (act), run, error);

  for (guint i = 0; splits != NULL && i < splits->len; i++)
    {
      SzPaySplit *split = &g_array_index (splits, SzPaySplit, i);

      if (!sz_store_pay_split_delete (act, split->id, split->row_version, error))
        return NULL;
      split->id = 0;
    }
  return g_steal_pointer (&splits);
}

/* RULE pay-11: an own split stays when it passes every check of pay-8 but the check number. */
static gboolean
lay_split (Job *job, SzAct *act, SzPaySplit *split, const GArray *columns, GError **error)
{
  g_autoptr (SzIssueList) faults = sz_issue_list_new ();
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (SzPayOwn));
  g_autofree SzSplitSum *sums = g_new0 (SzSplitSum, columns->len + 1);
  g_autoptr (SzSplitSheet) sheet = sz_split_sheet_new ();
  int department = sz_pay_find_department (&job->run.frozen->result, split->department);
  SzSplitBook book = { .result = &job->run.frozen->result,
                       .input = &job->run.frozen->input,
                       .n_fixed = job->run.frozen->n_fixed,
                       .n_parts = job->run.frozen->n_components,
                       .department = (guint)MAX (department, 0),
                       .columns = (const SzSplitColumn *)(gpointer)columns->data,
                       .n_columns = columns->len };
  SzPutResult result;

  sz_split_sheet_take (sheet, split, columns);
  if (department < 0
      || !sz_pay_split_judge (&book, (const SzSplitRow *)(gpointer)sheet->rows->data,
                              sheet->rows->len, faults, sums, own))
    {
      g_ptr_array_add (job->revised->dropped, g_strdup (split->department));
      return TRUE;
    }
  split->row_version = 0;
  return sz_store_pay_split_put (act, split, SZ_PUT_INSERT, &result, error);
}

static gboolean
judge_sums (const SzPayFrozen *frozen, GError **error)
{
  for (gsize i = 0; i < frozen->result.n_lines; i++)
    {
      const SzPayLine *line = &frozen->result.lines[i];
      const SzPayPerson *person = &frozen->input.people[line->index];
      g_autofree char *total = NULL;
      g_autofree char *had = NULL;

      if (line->total_fen >= 0)
        continue;
      total = sz_money_format (line->total_fen);
      had = sz_money_format (line->total_fen - line->adjust_fen);
      return sz_error_set (error, SZ_ERROR_REFUSED, "adjust.total_negative", "staff_no",
                           person->staff_no, "name", person->name, "had", had, "total", total,
                           NULL);
    }
  if (frozen->result.reserve_fen < 0)
    {
      SzMoney adjusted_fen = frozen->result.reserve_planned_fen + frozen->result.unplaced_fen
                             - frozen->result.reserve_fen;
      g_autofree char *reserve = sz_money_format (frozen->result.reserve_fen + adjusted_fen);
      g_autofree char *asked = sz_money_format (adjusted_fen);

      return sz_error_set (error, SZ_ERROR_REFUSED, "pay.reserve_short", "reserve", reserve,
                           "asked", asked, NULL);
    }
  return TRUE;
}

/* The run's head gets the new computation; its name stays. */
static gboolean
freeze (Job *job, SzAct *act, GError **error)
{
  SzPayFreeze kept = { job->office, job->run.scheme, job->basis, job->result, job->cancellable };
  g_auto (SzPayRun) head = { 0 };
  g_auto (SzPayLife) life = { 0 };
  gboolean found = FALSE;

  return sz_store_pay_get (sz_act_get_store (act), job->number, &head, &found, error)
         && sz_store_pay_life_of (sz_act_get_store (act), job->number, &life, error)
         && sz_pay_freeze (act, &kept, &head, &life, error);
}

static gboolean
recompute (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  const SzCaseAsk ask = { .verb = "recompute" };
  g_autoptr (GArray) splits = NULL;
  g_autoptr (GArray) columns = NULL;

  if (!sz_pay_run_open (sz_act_get_store (act), job->number, SZ_PAY_RUN_PLAIN, &job->run, error)
      || !sz_pay_run_judge (&job->run, &ask, error) || !compute (job, error)
      || !judge_adjustments (job, sz_act_get_store (act), error))
    return FALSE;
  note_totals (job->revised, job->run.frozen, FALSE);
  splits = lift_splits (act, job->number, error);
  if (splits == NULL || !freeze (job, act, error) || !sz_pay_run_refresh (act, &job->run, error))
    return FALSE;
  columns = sz_split_columns (&job->run);
  for (guint i = 0; i < splits->len; i++)
    if (!lay_split (job, act, &g_array_index (splits, SzPaySplit, i), columns, error))
      return FALSE;
  if (!sz_pay_run_refresh (act, &job->run, error) || !judge_sums (job->run.frozen, error))
    return FALSE;
  note_totals (job->revised, job->run.frozen, TRUE);
  job->revised->revision = job->run.frozen->life.revision;
  json_object_set_new (summary, "revision", json_integer (job->revised->revision));
  return sz_pay_run_step (act, summary, &job->run, &ask, NULL, error);
}

SzRevised *
sz_office_pay_recompute (
    SzOffice *office, gint64 run, SzIssueList *issues, GCancellable *cancellable, GError **error)
{
  g_auto (Job) job
      = { .office = office, .number = run, .issues = issues, .cancellable = cancellable };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && issues != NULL, NULL);
  job.revised = make_revised (run);
  if (!sz_office_run (office, &(SzActHead){ .kind = "pay.recompute", .issues = issues }, recompute,
                      &job, NULL, error))
    return NULL;
  return g_steal_pointer (&job.revised);
}
