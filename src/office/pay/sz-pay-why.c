/* sz-pay-why.c — what became of somebody's amount
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-why.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-office-private.h"
#include "sz-pay-revise-act.h"
#include "sz-store-payrun.h"
#include "sz-view-pay.h"

static void
correction_cleared_cb (gpointer data)
{
  g_free (((SzWhyCorrection *)data)->state);
}

void
sz_pay_why_free (SzPayWhy *why)
{
  if (why == NULL)
    return;
  g_clear_pointer (&why->own, g_ptr_array_unref);
  g_clear_pointer (&why->adjustments, sz_adjust_view_free);
  g_clear_pointer (&why->corrections, g_array_unref);
  g_clear_pointer (&why->tax, sz_pay_tax_view_free);
  g_free (why);
}

static gboolean
read_adjustments (SzPayWhy *why, SzOffice *office, gint64 run, const char *staff_no, GError **error)
{
  why->adjustments = sz_view_pay_adjustments (office, run, error);
  why->own = g_ptr_array_new ();
  for (guint i = 0; why->adjustments != NULL && i < why->adjustments->lines->len; i++)
    {
      SzAdjusted *line = &g_array_index (why->adjustments->lines, SzAdjusted, i);

      if (strcmp (line->staff_no, staff_no) == 0)
        g_ptr_array_add (why->own, line);
    }
  return why->adjustments != NULL;
}

static gboolean
add_correction (SzPayWhy *why, SzOffice *office, gint64 run, const char *staff_no, GError **error)
{
  g_autoptr (SzCorrectView) view = sz_view_pay_correct (office, run, error);

  for (guint i = 0; view != NULL && i < view->people->len; i++)
    {
      const SzRevisedPerson *person = &g_array_index (view->people, SzRevisedPerson, i);
      SzWhyCorrection made = { run, NULL, person->before_fen, person->after_fen,
                               person->after_fen - person->before_fen };

      if (strcmp (person->staff_no, staff_no) != 0)
        continue;
      made.state = g_strdup (view->state);
      g_array_append_val (why->corrections, made);
    }
  return view != NULL;
}

/* Those of the run; of a correction its own line. */
static gboolean
read_corrections (SzPayWhy *why, SzOffice *office, gint64 run, const char *staff_no, GError **error)
{
  g_autoptr (GArray) lives
      = sz_store_pay_life_list (sz_office_get_store (office), SZ_ROWS_ALL, error);

  why->corrections = g_array_new (FALSE, TRUE, sizeof (SzWhyCorrection));
  g_array_set_clear_func (why->corrections, correction_cleared_cb);
  for (guint i = 0; lives != NULL && i < lives->len; i++)
    {
      const SzPayLife *life = &g_array_index (lives, SzPayLife, i);

      if (life->corrects != 0 && (life->corrects == run || life->run_id == run)
          && !add_correction (why, office, life->run_id, staff_no, error))
        return FALSE;
    }
  return lives != NULL;
}

static gboolean
read_net (
    SzPayWhy *why, SzOffice *office, gint64 run, const char *staff_no, SzDate on, GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  SzNetView *net = sz_view_pay_net (office, run, on, issues, error);

  why->tax = net != NULL ? sz_view_pay_tax (office, net, error) : NULL;
  if (why->tax == NULL)
    return FALSE;
  for (guint i = 0; i < why->tax->net->people->len; i++)
    {
      const SzNetPerson *person = &g_array_index (why->tax->net->people, SzNetPerson, i);

      if (strcmp (person->staff_no, staff_no) == 0)
        why->net = person;
    }
  why->line = sz_pay_tax_view_find (why->tax, staff_no);
  return TRUE;
}

/* Within a read. A correction that settles with the next payment has no net of its own. */
static gboolean
fill_why (
    SzPayWhy *why, SzOffice *office, gint64 run, const char *staff_no, SzDate on, GError **error)
{
  g_autoptr (SzPayView) view = sz_view_pay_open (office, run, NULL, error);
  g_autoptr (SzCorrectView) correct = NULL;
  g_autoptr (GError) fault = NULL;

  if (view == NULL || !read_adjustments (why, office, run, staff_no, error)
      || !read_corrections (why, office, run, staff_no, error))
    return FALSE;
  correct = sz_view_pay_correct (office, run, &fault);
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if ((on == SZ_DATE_NONE && strcmp (view->head.state, "paid") != 0)
      || (correct != NULL && strcmp (correct->settle, "next") == 0))
    return TRUE;
  return read_net (why, office, run, staff_no, on, error);
}

SzPayWhy *
sz_view_pay_why (SzOffice *office, gint64 run, const char *staff_no, SzDate on, GError **error)
{
  g_autoptr (SzPayWhy) why = NULL;
  SzStore *store;
  gboolean filled;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && staff_no != NULL, NULL);
  store = sz_office_get_store (office);
  why = g_new0 (SzPayWhy, 1);
  if (!sz_store_begin_read (store, error))
    return NULL;
  filled = fill_why (why, office, run, staff_no, on, error);
  sz_store_end_read (store);
  return filled ? g_steal_pointer (&why) : NULL;
}

/* ---- in words ---- */

static void
add_amount (GString *text, const char *what, SzMoney amount_fen)
{
  g_autofree char *amount = sz_money_format_grouped (amount_fen);

  g_string_append_printf (text, "%s: %s\n", what, amount);
}

static void
add_tax (GString *text, const SzPayTaxLine *line)
{
  const gboolean bonus = line->person->net.way == SZ_PAY_WAY_BONUS;
  const SzTaxBracket *bracket = bonus ? line->bonus.bracket : line->step.bracket;
  g_autofree char *taxable
      = sz_money_format_grouped (bonus ? line->person->net.gross_fen : line->step.taxable_fen);
  g_autofree char *rate = sz_decimal_format (bracket->rate_x1e4 / 100, 0);
  g_autofree char *quick = sz_money_format_grouped (bracket->quick_fen);
  g_autofree char *before = sz_money_format_grouped (line->step.withheld_before_fen);

  if (bonus)
    /* TRANSLATORS: the bonus, the rate, the quick deduction 速算扣除数 */
    g_string_append_printf (text, _ ("    annual bonus by itself: %s × %s %% − %s\n"), taxable,
                            rate, quick);
  else
    /* TRANSLATORS: taxable income so far, rate, quick deduction, what was withheld before */
    g_string_append_printf (text,
                            _ ("    with the wages: %s so far × %s %% − %s, less %s withheld "
                               "before\n"),
                            taxable, rate, quick, before);
  if (line->weighed)
    add_amount (text, _ ("    the other way would cost"), line->other_fen);
  if (bonus && line->bonus.cliff)
    {
      g_autofree char *edge = sz_money_format_grouped (line->bonus.edge_fen);
      g_autofree char *lost = sz_money_format_grouped (line->bonus.lost_fen);
      g_autofree char *from = sz_money_format_grouped (line->bonus.free_from_fen);

      g_string_append_printf (
          text, _ ("    a bonus of %s would leave %s more; from %s on nothing is lost\n"), edge,
          lost, from);
    }
}

static void
add_net (GString *text, const SzPayWhy *why)
{
  const SzPayNet *net = &why->net->net;

  if (net->advance_fen != 0)
    add_amount (text, _ ("Paid in advance (已预发)"), -net->advance_fen);
  if (net->correction_fen != 0)
    add_amount (text, _ ("Corrections that ride along (补扣)"), net->correction_fen);
  if (net->tax_fen != 0)
    add_amount (text, _ ("Tax (个税)"), -net->tax_fen);
  if (why->line != NULL)
    add_tax (text, why->line);
  if (net->other_fen != 0)
    add_amount (text, _ ("Other deductions (其他代扣)"), -net->other_fen);
  if (net->owed_fen != 0)
    add_amount (text, _ ("Owed from before (往欠)"), net->owed_fen);
  add_amount (text, _ ("Paid out (实发)"), net->actual_fen);
  if (net->owed_after_fen != 0)
    add_amount (text, _ ("Still owed"), net->owed_after_fen);
}

char *
sz_pay_why_dup_text (const SzPayWhy *why)
{
  GString *text;

  g_return_val_if_fail (why != NULL, NULL);
  text = g_string_new (NULL);
  for (guint i = 0; i < why->own->len; i++)
    {
      const SzAdjusted *line = g_ptr_array_index (why->own, i);
      g_autofree char *amount = sz_money_format_grouped (line->amount_fen);

      /* TRANSLATORS: number of the line, amount, reason, who */
      g_string_append_printf (text, _ ("Adjustment %d: %s, %s (%s)\n"), (int)line->n, amount,
                              line->reason, line->who);
    }
  for (guint i = 0; i < why->corrections->len; i++)
    {
      const SzWhyCorrection *line = &g_array_index (why->corrections, SzWhyCorrection, i);
      g_autofree char *before = sz_money_format_grouped (line->before_fen);
      g_autofree char *after = sz_money_format_grouped (line->after_fen);
      g_autofree char *difference = sz_money_format_grouped (line->difference_fen);

      /* TRANSLATORS: number of the run, before, after, difference */
      g_string_append_printf (text, _ ("Correction %d: %s → %s, %s\n"), (int)line->run, before,
                              after, difference);
    }
  if (why->net != NULL)
    add_net (text, why);
  return g_string_free (text, FALSE);
}
