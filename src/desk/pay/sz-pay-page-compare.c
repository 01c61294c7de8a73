/* sz-pay-page-compare.c — the run that is shown beside another one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-compare-pane.h"
#include "sz-issue-sentences.h"
#include "sz-message.h"
#include "sz-pay-live.h"
#include "sz-pay-page-private.h"

#define FAULTS_SHOWN 8

/* @scheme: of the scheme being written, NULL when a stored run is shown; @after: 0 beside the
 * latter: what it would be today. */
typedef struct
{
  gint64 before;
  gint64 after;
  SzScheme *scheme;
  SzPayLive *live;
} Input;

static void
free_input (gpointer data)
{
  Input *input = data;

  sz_scheme_free (input->scheme);
  sz_pay_live_unref (input->live);
  g_free (input);
}

static SzCompare *
compare_draft (SzOffice *office, Input *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  SzPayView *before = sz_view_pay_open (office, input->before, cancellable, error);
  SzPayView *after = before != NULL ? sz_pay_live_compute (input->live, office, input->scheme,
                                                           issues, cancellable, error)
                                    : NULL;

  if (after != NULL)
    return sz_compare_views (before, after);
  sz_pay_view_free (before);
  return NULL;
}

/* RULE pay-11: with its splits and adjustments, changing nothing. */
static SzCompare *
compare_today (SzOffice *office,
               const Input *input,
               SzProgress progress,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  GError *fault = NULL;
  SzCompare *compare
      = sz_compare_again (office, input->before, issues, progress, cancellable, &fault);

  return compare != NULL ? compare : sz_issues_fail (issues, FAULTS_SHOWN, fault, error);
}

static gpointer
compare_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  Input *input = data;

  if (input->scheme != NULL)
    return compare_draft (office, input, cancellable, error);
  if (input->after == 0)
    return compare_today (office, input, progress, cancellable, error);
  return sz_compare_runs (office, input->before, input->after, cancellable, error);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzPayPage *self = SZ_PAY_PAGE (source);
  g_autoptr (GError) error = NULL;
  SzCompare *compare = sz_tasks_finish (result, &error);

  self->comparing = FALSE;
  if (self->compare_again)
    {
      sz_compare_free (compare);
      if (self->compare_today)
        _sz_pay_page_compare_today (self);
      else
        _sz_pay_page_compare (self);
      return;
    }
  if (compare == NULL)
    sz_page_show_error (SZ_PAGE (self), error);
  sz_compare_pane_show (sz_result_pane_get_compare (self->result), compare);
}

static void
start (SzPayPage *self, Input *input)
{
  self->comparing = TRUE;
  sz_tasks_read (sz_page_get_tasks (SZ_PAGE (self)), self,
                 SZ_WORK (compare_cb, input, free_input, (GDestroyNotify)sz_compare_free), NULL,
                 compared_cb, NULL);
}

/* The newest wins here too: one comparison is under way at most. */
void
_sz_pay_page_compare (SzPayPage *self)
{
  gint64 before = sz_compare_pane_get_other (sz_result_pane_get_compare (self->result));
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (self));
  Input *input;

  self->compare_again = self->comparing;
  self->compare_today = FALSE;
  if (self->comparing || before == 0 || self->view == NULL || tasks == NULL)
    return;
  input = g_new0 (Input, 1);
  input->before = before;
  input->after = self->view->head.run;
  if (input->after == 0)
    {
      input->scheme = sz_scheme_copy (self->view->scheme);
      input->live = sz_pay_live_ref (sz_live_job_get_live (self->live));
    }
  start (self, input);
}

void
_sz_pay_page_compare_today (SzPayPage *self)
{
  Input *input;

  g_return_if_fail (SZ_IS_PAY_PAGE (self));

  self->compare_again = self->comparing;
  self->compare_today = TRUE;
  if (self->life == NULL || sz_page_get_tasks (SZ_PAGE (self)) == NULL)
    return;
  sz_result_pane_show_tab (self->result, "compare");
  if (self->comparing)
    return;
  input = g_new0 (Input, 1);
  input->before = self->life->run;
  start (self, input);
}
