/* sz-own-order.c — a department's own amounts read and written off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-own-order.h"

#include "sz-issue-sentences.h"

#define SENTENCES_MAX 8

void
sz_own_order_free (gpointer data)
{
  SzOwnOrder *order = data;

  g_free (order->department);
  g_free (order->token);
  g_clear_pointer (&order->texts, g_ptr_array_unref);
  g_free (order);
}

gpointer
sz_own_order_read (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzOwnOrder *order = data;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && order != NULL, NULL);
  return sz_view_pay_split_people (office, order->run, order->department, error);
}

gpointer
sz_own_order_write (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzOwnOrder *order = data;
  const SzSplitTyped typed = { order->token, (const char *const *)order->texts->pdata,
                               order->n_rows, order->n_components };
  const SzSplitRequest request
      = { .run = order->run, .department = order->department, .typed = &typed };
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) fault = NULL;
  SzSplitDone *done = sz_office_pay_split (office, &request, issues, &fault);

  if (done != NULL)
    return done;
  return sz_issues_fail (issues, SENTENCES_MAX, g_steal_pointer (&fault), error);
}
