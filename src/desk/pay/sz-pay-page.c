/* sz-pay-page.c — performance pay: runs, the scheme as a form, its result at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-decimal.h"
#include "sz-pay-page-private.h"
#include "sz-scheme-default.h"
#include "sz-when.h"
#include "sz-wrap-layout.h"

G_DEFINE_FINAL_TYPE (SzPayPage, sz_pay_page, SZ_TYPE_PAGE)

/* Less has no room for form, people and explanation side by side: 1366 is less. */
#define WIDE 1500

void
_sz_pay_page_update_why (SzPayPage *self)
{
  g_autofree char *more = NULL;
  const char *staff_no = sz_result_pane_get_selected (self->result);
  gboolean shown = staff_no != NULL && self->view != NULL
                   && g_settings_get_boolean (self->settings, "details");

  gtk_widget_set_visible (self->why_box, shown);
  sz_result_pane_set_brief (self->result, shown && gtk_widget_get_width (GTK_WIDGET (self)) < WIDE);
  if (!shown)
    return;
  sz_why_pane_show (self->why, self->view, staff_no);
  if (self->life == NULL || self->life->run != self->view->head.run)
    return;
  more = sz_run_life_dup_why (self->life, staff_no);
  sz_why_pane_add_text (self->why, more);
}

static void
update_foot (SzPayPage *self)
{
  g_autofree char *people = NULL;
  g_autofree char *total = NULL;
  g_autofree char *text = NULL;

  if (self->view == NULL)
    {
      sz_page_set_foot (SZ_PAGE (self), "");
      return;
    }
  people = sz_decimal_format_grouped ((gint64)self->view->result->n_lines, 0);
  total = sz_money_format_grouped (self->view->result->total_fen);
  /* TRANSLATORS: people, departments, amount */
  text = g_strdup_printf (_ ("%s people · %u departments · total %s"), people,
                          (guint)self->view->result->n_departments, total);
  sz_page_set_foot (SZ_PAGE (self), text);
}

/* Panes borrow the view: the old one goes when they have the new one. */
static void
take_view (SzPayPage *self, SzPayView *view)
{
  SzPayView *old = self->view;

  self->view = view;
  sz_result_pane_show (self->result, view);
  sz_pay_view_free (old);
  _sz_pay_page_update_why (self);
  update_foot (self);
}

/* The figures of the last sound scheme stay, dimmed. */
static void
computed_cb (SzPayView *view, const char *faults, gpointer user_data)
{
  SzPayPage *self = user_data;

  if (view != NULL)
    take_view (self, view);
  else
    sz_result_pane_show_faults (self->result, faults);
}

static void
ensure_live (SzPayPage *self)
{
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (self));

  if (self->live != NULL && self->live_tasks == tasks)
    return;
  g_clear_object (&self->live);
  g_set_object (&self->live_tasks, tasks);
  self->live = sz_live_job_new (tasks, computed_cb, self);
}

static void
compute_live (SzPayPage *self)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzScheme) scheme = sz_scheme_form_read (self->form, issues);
  g_autofree char *text = NULL;

  if (scheme != NULL && sz_page_get_tasks (SZ_PAGE (self)) != NULL)
    {
      ensure_live (self);
      sz_live_job_want (self->live, scheme);
      return;
    }
  if (self->live != NULL)
    sz_live_job_stop (self->live);
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "The scheme has %u fault; it is told at its field.",
                                       "The scheme has %u faults; they are told at their fields.",
                                       sz_issue_list_errors (issues)),
                          sz_issue_list_errors (issues));
  sz_result_pane_show_faults (self->result, text);
}

static gboolean
compute_idle_cb (gpointer user_data)
{
  SzPayPage *self = user_data;

  self->compute_source = 0;
  if (sz_run_list_get_selected (self->runs) == SZ_RUN_DRAFT)
    compute_live (self);
  return G_SOURCE_REMOVE;
}

/* Text that replaces other text is two changes, the first of them to nothing. */
static void
form_changed_cb (SzPayPage *self)
{
  self->edited = TRUE;
  if (self->compute_source == 0)
    self->compute_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, compute_idle_cb, self, NULL);
}

static void
show_draft (SzPayPage *self)
{
  g_cancellable_cancel (self->opening);
  _sz_pay_page_read_life (self, 0);
  sz_scheme_form_show (self->form, self->draft);
  sz_scheme_form_set_editable (self->form, TRUE);
  _sz_pay_page_update_actions (self);
  compute_live (self);
}

void
_sz_pay_page_begin_draft (SzPayPage *self, SzScheme *scheme)
{
  g_return_if_fail (SZ_IS_PAY_PAGE (self));

  g_clear_pointer (&self->draft, sz_scheme_free);
  self->draft = scheme;
  self->has_draft = TRUE;
  self->edited = FALSE;
  sz_run_list_show (self->runs, self->heads, TRUE);
  sz_run_list_select (self->runs, SZ_RUN_DRAFT);
  show_draft (self);
}

void
_sz_pay_page_drop_draft (SzPayPage *self)
{
  g_return_if_fail (SZ_IS_PAY_PAGE (self));

  g_clear_pointer (&self->draft, sz_scheme_free);
  self->has_draft = FALSE;
  self->edited = FALSE;
}

static gpointer
open_run_cb (SzOffice *office,
             gpointer input,
             SzProgress progress,
             GCancellable *cancellable,
             GError **error)
{
  return sz_view_pay_open (office, *(gint64 *)input, cancellable, error);
}

/* RULE pay-11: who did what and when. */
static char *
write_life (const SzPayHead *head)
{
  g_autofree char *when = sz_when_format (head->at);

  /* TRANSLATORS: who computed a run, when, and the number of the run */
  return g_strdup_printf (_ ("Run %3$d, computed by %1$s on %2$s and kept as it was. To change "
                             "something, write on from this run."),
                          head->who != NULL ? head->who : "", when, (int)head->run);
}

static void
run_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzPayPage *self = SZ_PAY_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPayView) view = sz_tasks_finish (result, &error);
  g_autofree char *life = NULL;

  if (view == NULL)
    {
      sz_page_show_error (SZ_PAGE (self), error);
      return;
    }
  if (sz_run_list_get_selected (self->runs) != view->head.run)
    return;
  sz_scheme_form_show (self->form, view->scheme);
  life = write_life (&view->head);
  sz_scheme_form_set_note (self->form, life);
  sz_scheme_form_set_editable (self->form, FALSE);
  take_view (self, g_steal_pointer (&view));
}

void
_sz_pay_page_show_run (SzPayPage *self, gint64 run)
{
  gint64 *input = g_memdup2 (&run, sizeof run);

  g_return_if_fail (SZ_IS_PAY_PAGE (self));

  if (self->live != NULL)
    sz_live_job_stop (self->live);
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  sz_run_list_select (self->runs, run);
  _sz_pay_page_update_actions (self);
  _sz_pay_page_read_life (self, run);
  sz_tasks_read (sz_page_get_tasks (SZ_PAGE (self)), self,
                 SZ_WORK (open_run_cb, input, g_free, (GDestroyNotify)sz_pay_view_free),
                 self->opening, run_opened_cb, NULL);
}

/* What was written so far is there when one comes back from a stored run. The list has moved on
 * already when it tells; the form still holds the draft. */
static void
run_selected_cb (SzPayPage *self, gint64 run)
{
  if (run == SZ_RUN_DRAFT)
    {
      show_draft (self);
      return;
    }
  if (self->has_draft && sz_scheme_form_is_editable (self->form))
    {
      g_clear_pointer (&self->draft, sz_scheme_free);
      self->draft = sz_scheme_form_dup_scheme (self->form);
    }
  _sz_pay_page_show_run (self, run);
}

static gpointer
list_runs_cb (SzOffice *office,
              gpointer input,
              SzProgress progress,
              GCancellable *cancellable,
              GError **error)
{
  return sz_view_pay_list (office, error);
}

/* RULE pay-4: a college without runs begins with the default scheme. What is being written goes
 * before everything else. */
static void
begin_first (SzPayPage *self)
{
  if (self->has_draft)
    {
      sz_run_list_select (self->runs, SZ_RUN_DRAFT);
      show_draft (self);
    }
  else if (self->heads->len > 0)
    _sz_pay_page_show_run (self, g_array_index (self->heads, SzPayHead, self->heads->len - 1).run);
  else
    _sz_pay_page_begin_draft (self, sz_scheme_default_new (sz_page_get_as_of (SZ_PAGE (self))));
}

void
_sz_pay_page_give_up_draft (SzPayPage *self)
{
  _sz_pay_page_drop_draft (self);
  sz_run_list_show (self->runs, self->heads, FALSE);
  begin_first (self);
}

static void
runs_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzPayPage *self = SZ_PAY_PAGE (source);
  g_autoptr (GError) error = NULL;
  GArray *heads = sz_tasks_finish (result, &error);

  if (heads == NULL)
    {
      sz_page_show_error (SZ_PAGE (self), error);
      return;
    }
  g_clear_pointer (&self->heads, g_array_unref);
  self->heads = heads;
  sz_run_list_show (self->runs, heads, self->has_draft);
  if (sz_run_list_get_selected (self->runs) == SZ_RUN_NONE)
    begin_first (self);
  else if (sz_run_list_get_selected (self->runs) == SZ_RUN_DRAFT)
    compute_live (self);
  else if (self->view != NULL && self->view->head.run == sz_run_list_get_selected (self->runs))
    _sz_pay_page_show_run (self, self->view->head.run);
  _sz_pay_page_update_actions (self);
}

/* Another college is open: nothing of the old one stays. */
static void
forget_college (SzPayPage *self)
{
  g_clear_object (&self->live);
  g_set_object (&self->live_tasks, sz_page_get_tasks (SZ_PAGE (self)));
  _sz_pay_page_drop_draft (self);
  g_array_set_size (self->heads, 0);
  sz_run_list_show (self->runs, self->heads, FALSE);
  sz_run_list_select (self->runs, SZ_RUN_NONE);
  _sz_pay_page_read_life (self, 0);
  take_view (self, NULL);
}

static void
sz_pay_page_reload (SzPage *page)
{
  SzPayPage *self = SZ_PAY_PAGE (page);

  if (self->live_tasks != sz_page_get_tasks (page))
    forget_college (self);
  sz_tasks_read (sz_page_get_tasks (page), self,
                 SZ_WORK (list_runs_cb, NULL, NULL, (GDestroyNotify)g_array_unref), NULL,
                 runs_listed_cb, NULL);
}

static void
sz_pay_page_search_changed (SzPage *page, const char *text)
{
  sz_result_pane_set_search (SZ_PAY_PAGE (page)->result, text);
}

static gboolean
sz_pay_page_copy (SzPage *page)
{
  return sz_result_pane_copy (SZ_PAY_PAGE (page)->result);
}

/* Closed for this person; the next one is explained again. F9 folds the pane away for good. */
static void
why_closed_cb (SzPayPage *self)
{
  sz_result_pane_select_person (self->result, NULL);
}

static void
person_selected_cb (SzPayPage *self, const char *staff_no)
{
  _sz_pay_page_update_why (self);
}

static void
sz_pay_page_dispose (GObject *object)
{
  SzPayPage *self = SZ_PAY_PAGE (object);

  if (self->live != NULL)
    sz_live_job_stop (self->live);
  g_clear_handle_id (&self->compute_source, g_source_remove);
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->live);
  g_clear_object (&self->live_tasks);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (sz_pay_page_parent_class)->dispose (object);
}

static void
sz_pay_page_finalize (GObject *object)
{
  SzPayPage *self = SZ_PAY_PAGE (object);

  sz_pay_view_free (self->view);
  sz_run_life_free (self->life);
  sz_scheme_free (self->draft);
  g_array_unref (self->heads);
  G_OBJECT_CLASS (sz_pay_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SZ_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shizi/Shizi/ui/sz-pay-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SzPayPage, bar);
  gtk_widget_class_bind_template_child (widget_class, SzPayPage, form);
  gtk_widget_class_bind_template_child (widget_class, SzPayPage, result);
  gtk_widget_class_bind_template_child (widget_class, SzPayPage, runs);
  gtk_widget_class_bind_template_child (widget_class, SzPayPage, why);
  gtk_widget_class_bind_template_child (widget_class, SzPayPage, why_box);
  gtk_widget_class_bind_template_callback (widget_class, _sz_pay_page_compare);
  gtk_widget_class_bind_template_callback (widget_class, _sz_pay_page_compare_today);
  gtk_widget_class_bind_template_callback (widget_class, _sz_pay_page_show_changes);
  gtk_widget_class_bind_template_callback (widget_class, _sz_pay_page_step);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, run_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, why_closed_cb);
}

static void
sz_pay_page_constructed (GObject *object)
{
  SzPayPage *self = SZ_PAY_PAGE (object);

  G_OBJECT_CLASS (sz_pay_page_parent_class)->constructed (object);
  self->settings = g_object_ref (sz_page_get_settings (SZ_PAGE (self)));
  self->living = sz_page_add_job (SZ_PAGE (self));
  self->next_scheme = sz_page_add_job (SZ_PAGE (self));
  _sz_pay_page_add_keys (self);
  g_signal_connect_object (self->settings, "changed::details", G_CALLBACK (_sz_pay_page_update_why),
                           self, G_CONNECT_SWAPPED);
  _sz_pay_page_update_actions (self);
  _sz_pay_page_update_life_actions (self);
}

static void
sz_pay_page_class_init (SzPayPageClass *klass)
{
  SzPageClass *page_class = SZ_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sz_pay_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = sz_pay_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_pay_page_finalize;
  page_class->reload = sz_pay_page_reload;
  page_class->search_changed = sz_pay_page_search_changed;
  page_class->copy = sz_pay_page_copy;
  page_class->has_search = TRUE;
  page_class->has_details = TRUE;
  g_type_ensure (SZ_TYPE_RESULT_PANE);
  g_type_ensure (SZ_TYPE_RUN_BAR);
  g_type_ensure (SZ_TYPE_RUN_LIST);
  g_type_ensure (SZ_TYPE_SCHEME_FORM);
  g_type_ensure (SZ_TYPE_WHY_PANE);
  bind_template (GTK_WIDGET_CLASS (klass));
  _sz_pay_page_install_actions (GTK_WIDGET_CLASS (klass));
  _sz_pay_page_install_run_actions (GTK_WIDGET_CLASS (klass));
  _sz_pay_page_install_life_actions (GTK_WIDGET_CLASS (klass));
  _sz_pay_page_install_sheet_actions (GTK_WIDGET_CLASS (klass));
}

static void
sz_pay_page_init (SzPayPage *self)
{
  self->heads = g_array_new (FALSE, TRUE, sizeof (SzPayHead));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_hide (self->why_box);
}
