/* sz-run-life.c — all that became of a run since it was computed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-run-life.h"

#include <string.h>

#include "sz-case-tables.h"
#include "sz-message.h"
#include "sz-office-private.h"
#include "sz-pay-why.h"

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
  g_clear_pointer (&life->paid, sz_pay_tax_view_free);
  g_free (life->paid_fault);
  g_free (life);
}

/* Whoever lacks a salary row is told by name: the first of them, and how many there are. */
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
  life->paid_fault = sz_issue_list_length (issues) > 0
                         ? sz_message_for_issue_alone (sz_issue_list_get (issues, 0))
                         : sz_message_for_error (fault);
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
  return life->objections != NULL && read_correct (life, office, error)
         && read_splits (life, office, error) && read_paid (life, office, error);
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
