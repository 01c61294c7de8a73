/* sz-run-life.c — all that became of a run since it was computed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-run-life.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-case-tables.h"
#include "sz-message.h"
#include "sz-office-private.h"
#include "sz-pay-why.h"
#include "sz-store-pay-book.h"
#include "sz-total-act.h"

void
sz_run_life_free (SzRunLife *life)
{
  if (life == NULL)
    return;
  g_clear_pointer (&life->steps, sz_case_view_free);
  g_clear_pointer (&life->face, sz_pay_face_free);
  g_clear_pointer (&life->changes, g_array_unref);
  g_clear_pointer (&life->splits, sz_split_view_free);
  g_clear_pointer (&life->adjustments, sz_adjust_view_free);
  g_clear_pointer (&life->objections, g_array_unref);
  g_clear_pointer (&life->correct, sz_correct_view_free);
  for (guint i = 0; i < G_N_ELEMENTS (life->ways); i++)
    {
      g_clear_pointer (&life->ways[i], sz_correct_view_free);
      g_free (life->way_faults[i]);
    }
  g_clear_pointer (&life->guesses, g_array_unref);
  g_clear_pointer (&life->paid, sz_pay_tax_view_free);
  g_free (life->cap_fault);
  g_free (life->paid_fault);
  g_free (life->paid_faults);
  g_free (life);
}

/* A screen has room for so many; how many more there are is said. */
#define FAULTS_SHOWN 12

/* Whoever lacks a salary row is told by name: in a sentence the first of them, in a list more. */
static void
tell_faults (SzRunLife *life, const SzIssueList *issues)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < sz_issue_list_length (issues); i++)
    {
      const SzIssue *issue = sz_issue_list_get (issues, i);
      g_autofree char *line = NULL;

      if (issue->severity != SZ_SEVERITY_ERROR || n++ >= FAULTS_SHOWN)
        continue;
      line = sz_message_for_issue_alone (issue);
      if (n == 1)
        life->paid_fault = g_strdup (line);
      g_string_append_printf (lines, "%s%s", n > 1 ? "\n" : "", line);
    }
  if (n > FAULTS_SHOWN)
    g_string_append_printf (lines, _ ("\nand %u more"), n - FAULTS_SHOWN);
  life->paid_faults = n > 0 ? g_string_free (g_steal_pointer (&lines), FALSE) : NULL;
}

static gboolean
read_paid (SzRunLife *life, SzOffice *office, GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) fault = NULL;
  SzNetView *net = sz_view_pay_net (office, life->run, life->on, issues, &fault);

  if (net != NULL)
    {
      life->on = net->on;
      life->paid = sz_view_pay_tax (office, net, error);
      return life->paid != NULL;
    }
  tell_faults (life, issues);
  if (life->paid_fault == NULL)
    life->paid_fault = sz_message_for_error (fault);
  return TRUE;
}

/* One level has no splits: that is no error here. */
static gboolean
read_splits (SzRunLife *life, SzOffice *office, GError **error)
{
  g_autoptr (GError) fault = NULL;

  life->splits = sz_view_pay_splits (office, life->run, &fault);
  if (life->splits != NULL || g_error_matches (fault, SZ_ERROR, SZ_ERROR_REFUSED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static gboolean
read_correct (SzRunLife *life, SzOffice *office, GError **error)
{
  if (life->face->corrects == 0)
    return TRUE;
  life->correct = sz_view_pay_correct (office, life->run, error);
  return life->correct != NULL;
}

/* RULE pay-18: said as soon as the run is committed, and not only when it is approved. */
static gboolean
judge_cap (SzRunLife *life, SzOffice *office, GError **error)
{
  g_auto (SzPayRun) head = { 0 };
  g_autoptr (SzTotalView) total = NULL;
  g_autofree char *over = NULL;
  gboolean found = FALSE;
  SzMoney over_fen;

  if (strcmp (life->steps->state, "reviewed") != 0 && strcmp (life->steps->state, "announced") != 0)
    return TRUE;
  if (!sz_store_pay_get (sz_office_get_store (office), life->run, &head, &found, error))
    return FALSE;
  total = sz_office_total (office, sz_date_year (head.to), error);
  if (total == NULL)
    return FALSE;
  for (guint i = 0; i < total->runs->runs->len; i++)
    {
      const SzPayYearRun *run = &g_array_index (total->runs->runs, SzPayYearRun, i);

      if (run->run == life->run && run->account == SZ_ACCOUNT_X3)
        return TRUE;
    }
  over_fen = total->total.r_fen + total->runs->committed_fen - total->total.cap_fen;
  over = sz_money_format_grouped (over_fen);
  if (!total->total.has_cap)
    life->cap_fault = g_strdup (_ ("no approved total (核定总量) is known"));
  else if (over_fen > 0)
    life->cap_fault = g_strdup_printf (_ ("%s over the approved total (核定总量)"), over);
  return TRUE;
}

static int
compare_guesses_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (((const SzLifeGuess *)a)->staff_no, ((const SzLifeGuess *)b)->staff_no);
}

/* People of either way, each once. */
static void
join_ways (SzRunLife *life)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  life->guesses = g_array_new (FALSE, FALSE, sizeof (SzLifeGuess));
  for (guint way = 0; way < G_N_ELEMENTS (life->ways); way++)
    for (guint i = 0; life->ways[way] != NULL && i < life->ways[way]->people->len; i++)
      {
        const SzRevisedPerson *person
            = &g_array_index (life->ways[way]->people, SzRevisedPerson, i);
        guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, person->staff_no));
        const SzLifeGuess made
            = { person->staff_no, person->name, person->department, person->before_fen, { 0, 0 } };

        if (place == 0)
          {
            g_array_append_val (life->guesses, made);
            place = life->guesses->len;
            g_hash_table_insert (places, person->staff_no, GUINT_TO_POINTER (place));
          }
        g_array_index (life->guesses, SzLifeGuess, place - 1).ways_fen[way]
            = person->after_fen - person->before_fen;
      }
  g_array_sort (life->guesses, compare_guesses_cb);
}

/* RULE pay-12: of a paid run whose inputs changed both ways are told before either is taken. */
static void
guess_corrections (SzRunLife *life, SzOffice *office)
{
  if (life->face->corrects != 0 || life->changes->len == 0
      || strcmp (life->steps->state, "paid") != 0)
    return;
  for (guint way = 0; way < G_N_ELEMENTS (life->ways); way++)
    {
      const SzCorrectAsk ask = { .run = life->run, .from_reserve = way == SZ_CORRECT_RESERVE };
      g_autoptr (SzIssueList) issues = sz_issue_list_new ();
      g_autoptr (GError) fault = NULL;

      life->ways[way] = sz_view_pay_correct_guess (office, &ask, issues, &fault);
      if (fault != NULL)
        life->way_faults[way] = sz_message_for_error (fault);
    }
  join_ways (life);
}

/* Within a read. */
static gboolean
fill_life (SzRunLife *life, SzOffice *office, GCancellable *cancellable, GError **error)
{
  life->face = sz_view_pay_face (office, life->run, cancellable, error);
  if (life->face != NULL)
    life->steps = sz_view_case (office, &sz_case_pay_run, life->run, error);
  if (life->steps != NULL)
    life->changes = sz_office_pay_stale (office, life->run, cancellable, error);
  if (life->changes != NULL)
    life->adjustments = sz_view_pay_adjustments (office, life->run, error);
  if (life->adjustments != NULL)
    life->objections = sz_view_pay_objections (office, life->run, &life->open, error);
  if (life->objections == NULL || !read_correct (life, office, error)
      || !read_splits (life, office, error) || !read_paid (life, office, error)
      || !judge_cap (life, office, error))
    return FALSE;
  guess_corrections (life, office);
  return TRUE;
}

SzRunLife *
sz_view_run_life (
    SzOffice *office, gint64 run, SzDate on, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzRunLife) life = NULL;
  SzStore *store;
  gboolean filled;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  store = sz_office_get_store (office);
  life = g_new0 (SzRunLife, 1);
  life->run = run;
  life->on = on;
  if (!sz_store_begin_read (store, error))
    return NULL;
  filled = fill_life (life, office, cancellable, error);
  sz_store_end_read (store);
  return filled ? g_steal_pointer (&life) : NULL;
}

char *
sz_run_life_dup_why (const SzRunLife *life, const char *staff_no)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  g_autoptr (GArray) corrections = g_array_new (FALSE, FALSE, sizeof (SzWhyCorrection));
  SzPayWhy why = { .own = own, .corrections = corrections };

  g_return_val_if_fail (life != NULL && staff_no != NULL, NULL);
  for (guint i = 0; i < life->adjustments->lines->len; i++)
    {
      SzAdjusted *line = &g_array_index (life->adjustments->lines, SzAdjusted, i);

      if (strcmp (line->staff_no, staff_no) == 0)
        g_ptr_array_add (own, line);
    }
  for (guint i = 0; life->paid != NULL && i < life->paid->net->people->len; i++)
    {
      const SzNetPerson *person = &g_array_index (life->paid->net->people, SzNetPerson, i);

      if (strcmp (person->staff_no, staff_no) == 0)
        why.net = person;
    }
  if (life->paid != NULL)
    why.line = sz_pay_tax_view_find (life->paid, staff_no);
  return sz_pay_why_dup_text (&why);
}
