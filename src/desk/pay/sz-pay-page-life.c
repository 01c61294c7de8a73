/* sz-pay-page-life.c — a run on its way: steps, sheets of departments, adjustments, objections, the
 * bank, corrections
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-issue-sentences.h"
#include "sz-message.h"
#include "sz-own-window.h"
#include "sz-pay-move-act.h"
#include "sz-pay-page-private.h"
#include "sz-query-dialog.h"
#include "sz-tax-window.h"

#define FIELDS_MAX 6
#define LISTED_MAX 40 /* faults in one dialog */

/* ---- steps: what each asks for, and the act behind it ---- */

static gint64
get_run (gconstpointer data)
{
  return *(const gint64 *)data;
}

static const char *
get_value (const char *const *values, guint i)
{
  return values[i] != NULL && *values[i] != '\0' ? values[i] : NULL;
}

static SzDate
get_day (const char *const *values, guint i)
{
  SzDate day = SZ_DATE_NONE;

  if (get_value (values, i) != NULL)
    sz_date_parse (values[i], &day, NULL);
  return day;
}

static gboolean
finish_move (SzPayMoved *moved)
{
  const gboolean done = moved != NULL;

  sz_pay_moved_free (moved);
  return done;
}

static gboolean
review_cb (SzOffice *office, const char *const *values, gconstpointer run, GError **error)
{
  const SzPayMove move
      = { .accept_stale = get_value (values, 0), .defaults = get_value (values, 1) != NULL };

  return finish_move (sz_office_pay_review (office, get_run (run), &move, error));
}

static gboolean
announce_cb (SzOffice *office, const char *const *values, gconstpointer run, GError **error)
{
  const SzPayMove move
      = { .from = get_day (values, 0),
          .days = get_value (values, 1) != NULL ? (int)g_ascii_strtoll (values[1], NULL, 10) : 0,
          .accept_stale = get_value (values, 2) };

  return finish_move (sz_office_pay_announce (office, get_run (run), &move, error));
}

static gboolean
approve_cb (SzOffice *office, const char *const *values, gconstpointer run, GError **error)
{
  const SzPayMove move = { .on = get_day (values, 0),
                           .document = get_value (values, 1),
                           .accept_stale = get_value (values, 2) };

  return finish_move (sz_office_pay_approve (office, get_run (run), &move, error));
}

static gboolean
waive_cb (SzOffice *office, const char *const *values, gconstpointer run, GError **error)
{
  const SzPayMove move = { .on = get_day (values, 0),
                           .no_notice = get_value (values, 1),
                           .document = get_value (values, 2),
                           .accept_stale = get_value (values, 3) };

  return finish_move (sz_office_pay_approve (office, get_run (run), &move, error));
}

static gboolean
reopen_cb (SzOffice *office, const char *const *values, gconstpointer run, GError **error)
{
  const SzPayMove move = { .reason = get_value (values, 0) };

  return finish_move (sz_office_pay_reopen (office, get_run (run), &move, error));
}

static gboolean
pay_cb (SzOffice *office, const char *const *values, gconstpointer run, GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  GError *fault = NULL;
  g_autoptr (SzNetView) net
      = sz_office_pay_paid (office, get_run (run), get_day (values, 0), issues, &fault);

  return net != NULL || sz_issues_fail (issues, LISTED_MAX, fault, error) != NULL;
}

static gboolean
recompute_cb (SzOffice *office, const char *const *values, gconstpointer run, GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  GError *fault = NULL;
  g_autoptr (SzRevised) revised
      = sz_office_pay_recompute (office, get_run (run), issues, NULL, &fault);

  return revised != NULL || sz_issues_fail (issues, LISTED_MAX, fault, error) != NULL;
}

/* What a step asks for; days are offered. */
typedef struct
{
  const char *verb;
  SzQueryFunc func;
  SzQueryField fields[FIELDS_MAX];
} Step;

#define STALE_FIELD                                                                                \
  {                                                                                                \
    N_ ("Why it may pass although inputs changed"), SZ_QUERY_TEXT, FALSE, NULL, NULL               \
  }

static const Step steps[] = {
  { "review",
    review_cb,
    { STALE_FIELD,
      { N_ ("The central split stands for departments that sent nothing"), SZ_QUERY_SWITCH, FALSE,
        NULL, NULL } } },
  { "announce",
    announce_cb,
    { { N_ ("First day of the notice"), SZ_QUERY_DAY, TRUE, NULL, NULL },
      { N_ ("Working days; empty: as the parameters say"), SZ_QUERY_TEXT, FALSE, NULL, NULL },
      STALE_FIELD } },
  { "approve",
    approve_cb,
    { { N_ ("Day"), SZ_QUERY_DAY, TRUE, NULL, NULL },
      { N_ ("Document that lifts a limit (批文号)"), SZ_QUERY_TEXT, FALSE, NULL, NULL },
      STALE_FIELD } },
  { "waive",
    waive_cb,
    { { N_ ("Day"), SZ_QUERY_DAY, TRUE, NULL, NULL },
      { N_ ("Document that says why without notice"), SZ_QUERY_TEXT, TRUE, NULL, NULL },
      { N_ ("Document that lifts a limit (批文号)"), SZ_QUERY_TEXT, FALSE, NULL, NULL },
      STALE_FIELD } },
  { "pay", pay_cb, { { N_ ("Day of payment"), SZ_QUERY_DAY, TRUE, NULL, NULL } } },
  { "reopen", reopen_cb, { { N_ ("Reason"), SZ_QUERY_TEXT, TRUE, NULL, NULL } } },
  { "recompute", recompute_cb, { { 0 } } },
};

static const Step *
find_step (const char *verb)
{
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (strcmp (steps[i].verb, verb) == 0)
      return &steps[i];
  return NULL;
}

/* Days are offered: that of the page. */
SzQueryDialog *
_sz_pay_page_ask (SzPayPage *self, const SzQueryOrder *wanted, const SzQueryField *fields)
{
  g_autofree char *today = sz_date_format (sz_page_get_as_of (SZ_PAGE (self)));
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (self));
  const gint64 run = sz_run_list_get_selected (self->runs);
  SzQueryField offered[FIELDS_MAX] = { 0 };
  SzQueryOrder order = *wanted;
  SzQueryDialog *dialog;

  g_return_val_if_fail (SZ_IS_PAY_PAGE (self) && wanted != NULL && fields != NULL, NULL);
  if (tasks == NULL)
    return NULL;
  for (guint i = 0; i + 1 < FIELDS_MAX && fields[i].title != NULL; i++)
    {
      offered[i] = fields[i];
      if (fields[i].kind == SZ_QUERY_DAY)
        offered[i].value = today;
    }
  order.fields = offered;
  order.data = g_memdup2 (&run, sizeof run);
  order.free_data = g_free;
  order.changes = SZ_CHANGED_PAY | SZ_CHANGED_WATCH;
  dialog = sz_query_dialog_new (sz_page_get_window (SZ_PAGE (self)), tasks, &order);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

void
_sz_pay_page_step (SzPayPage *self, const char *verb)
{
  const Step *step = find_step (verb);
  const SzCaseMove *move = self->life != NULL ? sz_case_find_move (self->life->steps->table,
                                                                   self->life->steps->state, verb)
                                              : NULL;
  g_autofree char *title = NULL;
  SzQueryDialog *dialog;

  if (step == NULL || move == NULL)
    return;
  title = g_strdup_printf (_ ("%s, run %d"), move->name, (int)self->life->run);
  dialog
      = _sz_pay_page_ask (self,
                          &(SzQueryOrder){ .title = title, .verb = move->name, .func = step->func },
                          step->fields);
  if (dialog != NULL && step->func == announce_cb)
    _sz_pay_page_preview_notice (dialog);
}

/* ---- what changed ---- */

void
_sz_pay_page_show_changes (SzPayPage *self)
{
  g_return_if_fail (SZ_IS_PAY_PAGE (self));

  if (self->life != NULL && self->life->changes->len > 0)
    sz_result_pane_show_tab (self->result, "changes");
}

/* The person whose input it is, among the people. */
static void
open_changed_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzPayPage *self = SZ_PAY_PAGE (widget);
  const int row = sz_life_pane_get_row (_sz_pay_page_get_list (self, "changes"));
  const char *staff_no
      = row >= 0 ? g_array_index (self->life->changes, SzPayChange, row).staff_no : NULL;
  g_autofree char *where = NULL;

  if (staff_no == NULL)
    {
      sz_page_toast (SZ_PAGE (self),
                     row < 0 ? _ ("Choose a person in the list first.")
                             : _ ("This input is nobody's own."),
                     NULL, NULL, NULL);
      return;
    }
  where = g_strconcat ("people?", staff_no, NULL);
  sz_page_go (SZ_PAGE (self), where);
}

static void
compare_today_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  _sz_pay_page_compare_today (SZ_PAY_PAGE (widget));
}

/* ---- objections ---- */

static gboolean
object_cb (SzOffice *office, const char *const *values, gconstpointer run, GError **error)
{
  const SzObjectionAsk ask = { .source = values[0], .text = values[1], .on = get_day (values, 2) };

  return sz_office_pay_object (office, get_run (run), &ask, error);
}

static void
object_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const SzQueryField fields[]
      = { { N_ ("Staff no. or name"), SZ_QUERY_TEXT, TRUE, NULL, NULL },
          { N_ ("Objection"), SZ_QUERY_TEXT, TRUE, NULL, NULL },
          { N_ ("Day"), SZ_QUERY_DAY, TRUE, NULL, NULL },
          { 0 } };

  _sz_pay_page_ask (SZ_PAY_PAGE (widget),
                    &(SzQueryOrder){
                        .title = _ ("Enter an Objection"), .verb = _ ("_Add"), .func = object_cb },
                    fields);
}

static gboolean
answer_cb (SzOffice *office, const char *const *values, gconstpointer run, GError **error)
{
  const SzObjectionAsk ask = { .n = g_ascii_strtoll (values[0], NULL, 10),
                               .text = values[1],
                               .on = get_day (values, 2),
                               .upheld = get_value (values, 3) != NULL };

  return sz_office_pay_answer (office, get_run (run), &ask, error);
}

static void
answer_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzPayPage *self = SZ_PAY_PAGE (widget);
  const int row = sz_life_pane_get_row (_sz_pay_page_get_list (self, "notice"));
  g_autofree char *n = NULL;
  SzQueryField fields[]
      = { { N_ ("Number of the objection"), SZ_QUERY_TEXT, TRUE, NULL, NULL },
          { N_ ("Answer"), SZ_QUERY_TEXT, TRUE, NULL, NULL },
          { N_ ("Day"), SZ_QUERY_DAY, TRUE, NULL, NULL },
          { N_ ("It is right: the run goes back"), SZ_QUERY_SWITCH, FALSE, NULL, NULL },
          { 0 } };

  if (row >= 0)
    n = g_strdup_printf ("%" G_GINT64_FORMAT,
                         g_array_index (self->life->objections, SzObjection, row).n);
  fields[0].value = n;
  _sz_pay_page_ask (self,
                    &(SzQueryOrder){ .title = _ ("Answer an Objection"),
                                     .verb = _ ("_Answer"),
                                     .func = answer_cb },
                    fields);
}

static void
form_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.form", "(sx)",
                              strcmp (action, "pay.notice") == 0 ? "notice" : "correct",
                              sz_run_list_get_selected (SZ_PAY_PAGE (widget)->runs));
}

/* ---- one department, one person ---- */

static void
own_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzPayPage *self = SZ_PAY_PAGE (widget);
  const int row = sz_life_pane_get_row (_sz_pay_page_get_list (self, "splits"));

  if (row >= 0)
    sz_own_window_open (SZ_PAGE (self), self->life->run,
                        g_array_index (self->life->splits->departments, SzSplitFace, row).name);
  else
    sz_page_toast (SZ_PAGE (self), _ ("Choose a department in the list first."), NULL, NULL, NULL);
}

static void
tax_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzPayPage *self = SZ_PAY_PAGE (widget);
  const int row = sz_life_pane_get_row (_sz_pay_page_get_list (self, "paid"));
  const SzNetPerson *person;

  if (row < 0 || self->life->paid == NULL)
    {
      sz_page_toast (SZ_PAGE (self), _ ("Choose a person in the list first."), NULL, NULL, NULL);
      return;
    }
  person = &g_array_index (self->life->paid->net->people, SzNetPerson, row);
  sz_tax_window_open (SZ_PAGE (self), &(SzTaxAbout){ .person_id = person->person_id,
                                                     .day = self->life->on,
                                                     .amount_fen = person->net.gross_fen });
}

/* ---- corrections ---- */

static gboolean
correct (
    SzOffice *office, gint64 run, gboolean from_reserve, const char *const *values, GError **error)
{
  const SzCorrectAsk ask
      = { .run = run, .from_reserve = from_reserve, .settle_next = get_value (values, 0) != NULL };
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  GError *fault = NULL;
  gint64 number = 0;

  return sz_office_pay_correct (office, &ask, issues, &number, &fault)
         || sz_issues_fail (issues, LISTED_MAX, fault, error) != NULL;
}

static gboolean
correct_people_cb (SzOffice *office, const char *const *values, gconstpointer run, GError **error)
{
  return correct (office, get_run (run), FALSE, values, error);
}

static gboolean
correct_reserve_cb (SzOffice *office, const char *const *values, gconstpointer run, GError **error)
{
  return correct (office, get_run (run), TRUE, values, error);
}

static void
correct_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const SzQueryField fields[] = { { N_ ("Settle with the next payment instead of now"),
                                           SZ_QUERY_SWITCH, FALSE, NULL, NULL },
                                         { 0 } };
  const gboolean from_reserve = strcmp (action, "pay.correct-reserve") == 0;

  _sz_pay_page_ask (SZ_PAY_PAGE (widget),
                    &(SzQueryOrder){
                        .title = from_reserve ? _ ("Correct from the Reserve")
                                              : _ ("Correct by Sharing among All"),
                        .hint = _ ("Nobody is paid yet: a new run of the differences is "
                                   "made, which is reviewed and approved like any other."),
                        .verb = _ ("_Correct"),
                        .func = from_reserve ? correct_reserve_cb : correct_people_cb },
                    fields);
}

/* ---- what can be done now ---- */

void
_sz_pay_page_update_life_actions (SzPayPage *self)
{
  static const struct
  {
    const char *action;
    const char *states; /* by blanks */
  } actions[] = {
    { "pay.send-sheets", "computed reviewed announced approved" },
    { "pay.read-sheets", "computed" },
    { "pay.withdraw", "computed" },
    { "pay.own-amounts", "computed" },
    { "pay.adjust", "computed" },
    { "pay.adjust-sheet", "computed" },
    { "pay.adjust-undo", "computed" },
    { "pay.object", "announced" },
    { "pay.answer", "announced" },
    { "pay.notice", "computed reviewed announced approved paid" },
    { "pay.bank", "approved paid" },
    { "pay.tax", "computed reviewed announced approved paid" },
    { "pay.correct-people", "paid" },
    { "pay.correct-reserve", "paid" },
  };
  const char *state = self->life != NULL ? self->life->steps->state : "";

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_auto (GStrv) states = g_strsplit (actions[i].states, " ", -1);

      gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].action,
                                     g_strv_contains ((const char *const *)states, state));
    }
}

/* ---- reading ---- */

typedef struct
{
  gint64 run;
  SzDate on;
} Wanted;

static gpointer
read_life_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;

  return sz_view_run_life (office, wanted->run, wanted->on, cancellable, error);
}

/* Panes borrow it: the old one goes when they have the new one. */
static void
take_life (SzPayPage *self, SzRunLife *life)
{
  SzRunLife *old = self->life;

  self->life = life;
  sz_run_bar_show (self->bar, life);
  sz_result_pane_show_life (self->result, life);
  sz_run_life_free (old);
  _sz_pay_page_update_life_actions (self);
  _sz_pay_page_update_why (self);
}

static void
life_read_cb (gpointer owner, gpointer value)
{
  SzPayPage *self = owner;
  SzRunLife *life = value;

  if (sz_run_list_get_selected (self->runs) == life->run)
    take_life (self, life);
  else
    sz_run_life_free (life);
}

void
_sz_pay_page_read_life (SzPayPage *self, gint64 run)
{
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (self));
  Wanted *wanted;

  if (self->life != NULL && self->life->run != run)
    take_life (self, NULL);
  if (run <= 0 || tasks == NULL)
    {
      sz_job_cancel (self->living);
      take_life (self, NULL);
      return;
    }
  wanted = g_new0 (Wanted, 1);
  wanted->run = run;
  wanted->on = sz_page_get_as_of (SZ_PAGE (self));
  sz_job_read (self->living, tasks,
               SZ_WORK (read_life_cb, wanted, g_free, (GDestroyNotify)sz_run_life_free),
               life_read_cb);
}

SzLifePane *
_sz_pay_page_get_list (SzPayPage *self, const char *name)
{
  g_return_val_if_fail (SZ_IS_PAY_PAGE (self), NULL);

  return sz_result_pane_get_list (self->result, name);
}

void
_sz_pay_page_install_life_actions (GtkWidgetClass *widget_class)
{
  _sz_pay_page_install_adjust_action (widget_class);
  gtk_widget_class_install_action (widget_class, "pay.object", NULL, object_action_cb);
  gtk_widget_class_install_action (widget_class, "pay.answer", NULL, answer_action_cb);
  gtk_widget_class_install_action (widget_class, "pay.notice", NULL, form_action_cb);
  gtk_widget_class_install_action (widget_class, "pay.correct-form", NULL, form_action_cb);
  gtk_widget_class_install_action (widget_class, "pay.own-amounts", NULL, own_action_cb);
  gtk_widget_class_install_action (widget_class, "pay.open-changed", NULL, open_changed_action_cb);
  gtk_widget_class_install_action (widget_class, "pay.compare-today", NULL,
                                   compare_today_action_cb);
  gtk_widget_class_install_action (widget_class, "pay.tax", NULL, tax_action_cb);
  gtk_widget_class_install_action (widget_class, "pay.correct-people", NULL, correct_action_cb);
  gtk_widget_class_install_action (widget_class, "pay.correct-reserve", NULL, correct_action_cb);
}
