/* sz-pay-page-actions.c — what can be done on the page of performance pay
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-issue-sentences.h"
#include "sz-open-folder.h"
#include "sz-pay-act.h"
#include "sz-pay-page-private.h"
#include "sz-scheme-default.h"
#include "sz-scheme-next.h"
#include "sz-scheme-file.h"

#define FAULTS_MAX 10
/* What is printed of a run: who gets what, to be signed. */
#define PAY_FORM "F20"

void
_sz_pay_page_update_actions (SzPayPage *self)
{
  gint64 run = sz_run_list_get_selected (self->runs);

  /* Buttons keep their places: nothing moves under the pointer. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pay.compute", run == SZ_RUN_DRAFT);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pay.again", run > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pay.forms", run > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pay.rename", run > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pay.delete", run >= 0 && self->heads->len > 0);
  sz_compare_pane_set_runs (sz_result_pane_get_compare (self->result), self->heads, run);
}

static gpointer
next_scheme_cb (SzOffice *office,
                gpointer input,
                SzProgress progress,
                GCancellable *cancellable,
                GError **error)
{
  const SzDate day = (SzDate)GPOINTER_TO_INT (input);
  SzScheme *scheme = NULL;

  if (!sz_view_scheme_next (office, sz_date_year (day) - 1, &scheme, error))
    return NULL;
  return scheme != NULL ? scheme : sz_scheme_default_new (day);
}

static void
next_scheme_known_cb (gpointer owner, gpointer value)
{
  SzPayPage *self = owner;

  _sz_pay_page_offer_draft (self, value);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

/* The scheme of the year before goes on, a year later; the first one is the preset. */
static void
new_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzPayPage *self = SZ_PAY_PAGE (widget);
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (self));

  if (tasks != NULL)
    sz_job_read (self->next_scheme, tasks,
                 SZ_WORK (next_scheme_cb, GINT_TO_POINTER (sz_page_get_as_of (SZ_PAGE (self))),
                          NULL, (GDestroyNotify)sz_scheme_free),
                 next_scheme_known_cb);
}

static void
again_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzPayPage *self = SZ_PAY_PAGE (widget);

  if (self->view != NULL)
    _sz_pay_page_offer_draft (self, sz_scheme_copy (self->view->scheme));
}

static void
forms_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.form", "(sx)", PAY_FORM,
                              sz_run_list_get_selected (SZ_PAY_PAGE (widget)->runs));
}

static gpointer
compute_cb (SzOffice *office,
            gpointer input,
            SzProgress progress,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzPayView) view = sz_office_pay_compute_scheme (office, input, SZ_PAY_STORE, issues,
                                                             progress, cancellable, error);

  return view != NULL ? g_memdup2 (&view->head.run, sizeof view->head.run) : NULL;
}

static void
computed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzPayPage *self = SZ_PAY_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *run = sz_tasks_finish (result, &error);
  g_autofree char *text = NULL;

  _sz_pay_page_update_actions (self);
  if (run == NULL)
    {
      sz_page_show_error (SZ_PAGE (self), error);
      return;
    }
  _sz_pay_page_drop_draft (self);
  _sz_pay_page_show_run (self, *run);
  sz_page_reload (SZ_PAGE (self));
  text = g_strdup_printf (_ ("Computed and kept as run %d"), (int)*run);
  sz_page_toast (SZ_PAGE (self), text, _ ("_Print…"), "win.form",
                 g_variant_new ("(sx)", PAY_FORM, *run));
}

static void
compute_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzPayPage *self = SZ_PAY_PAGE (widget);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  SzScheme *scheme = sz_scheme_form_read (self->form, issues);
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (self));

  if (scheme == NULL || tasks == NULL)
    {
      sz_scheme_form_focus_fault (self->form);
      sz_scheme_free (scheme);
      return;
    }
  gtk_widget_action_set_enabled (widget, "pay.compute", FALSE);
  sz_tasks_write (tasks, self,
                  SZ_WORK (compute_cb, scheme, (GDestroyNotify)sz_scheme_free, g_free,
                           .changes = SZ_CHANGED_PAY),
                  NULL, computed_cb, NULL);
}

static GtkFileChooserNative *
make_chooser (SzPayPage *self, GtkFileChooserAction action, const char *title, const char *accept)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, window, action, accept, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Schemes (JSON)"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}

/* @input: the path. Faults become one sentence each, so that all are seen at once. */
static gpointer
read_file_cb (SzOffice *office,
              gpointer input,
              SzProgress progress,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) reason = NULL;
  SzScheme *scheme = sz_scheme_file_read (input, issues, &reason);

  if (scheme != NULL)
    return scheme;
  return sz_issues_fail (issues, FAULTS_MAX, g_steal_pointer (&reason), error);
}

static void
file_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzPayPage *self = SZ_PAY_PAGE (source);
  g_autoptr (GError) error = NULL;
  SzScheme *scheme = sz_tasks_finish (result, &error);

  if (scheme != NULL)
    _sz_pay_page_offer_draft (self, scheme);
  else
    sz_page_show_error (SZ_PAGE (self), error);
}

static void
open_answered_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  SzPayPage *self = user_data;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (self));

  if (response == GTK_RESPONSE_ACCEPT && path != NULL && tasks != NULL)
    {
      sz_open_folder_keep (path);
      sz_tasks_read (tasks, self,
                     SZ_WORK (read_file_cb, g_steal_pointer (&path), g_free,
                              (GDestroyNotify)sz_scheme_free),
                     NULL, file_read_cb, NULL);
    }
  g_object_unref (chooser);
}

static void
open_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkFileChooserNative *chooser = make_chooser (SZ_PAY_PAGE (widget), GTK_FILE_CHOOSER_ACTION_OPEN,
                                                _ ("Open a Scheme"), _ ("_Open"));

  sz_open_folder_offer (GTK_FILE_CHOOSER (chooser));
  g_signal_connect_object (chooser, "response", G_CALLBACK (open_answered_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
file_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SzPayPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    sz_page_toast (SZ_PAGE (self), _ ("Scheme saved"), NULL, NULL, NULL);
  else
    sz_page_show_error (SZ_PAGE (self), error);
}

static void
write_file (SzPayPage *self, GFile *file)
{
  g_autoptr (SzScheme) scheme = sz_scheme_form_dup_scheme (self->form);
  char *text = sz_scheme_file_format (scheme);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       file_written_cb, g_object_ref (self));
}

static void
save_answered_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    {
      if (g_file_peek_path (file) != NULL)
        sz_open_folder_keep (g_file_peek_path (file));
      write_file (user_data, file);
    }
  g_object_unref (chooser);
}

static void
save_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzPayPage *self = SZ_PAY_PAGE (widget);
  g_autoptr (SzScheme) scheme = sz_scheme_form_dup_scheme (self->form);
  g_autofree char *name = g_strdup_printf ("%s.json", scheme->name);
  GtkFileChooserNative *chooser
      = make_chooser (self, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save the Scheme"), _ ("_Save"));

  sz_open_folder_offer (GTK_FILE_CHOOSER (chooser));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), g_strdelimit (name, "/\\", '_'));
  g_signal_connect_object (chooser, "response", G_CALLBACK (save_answered_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* What comes next: a draft is computed, a run takes its next step, a paid one goes to the bank. */
static void
next_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const struct
  {
    const char *state;
    const char *verb;
  } next[] = { { "computed", "review" },
               { "reviewed", "announce" },
               { "announced", "approve" },
               { "approved", "pay" } };
  SzPayPage *self = SZ_PAY_PAGE (widget);

  if (sz_run_list_get_selected (self->runs) == SZ_RUN_DRAFT)
    gtk_widget_activate_action (widget, "pay.compute", NULL);
  if (self->life == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (next); i++)
    if (g_str_equal (next[i].state, self->life->steps->state))
      {
        _sz_pay_page_step (self, next[i].verb);
        return;
      }
  gtk_widget_activate_action (widget, "pay.bank", NULL);
}

void
_sz_pay_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "pay.new", NULL, new_action_cb);
  gtk_widget_class_install_action (widget_class, "pay.again", NULL, again_action_cb);
  gtk_widget_class_install_action (widget_class, "pay.forms", NULL, forms_action_cb);
  gtk_widget_class_install_action (widget_class, "pay.compute", NULL, compute_action_cb);
  gtk_widget_class_install_action (widget_class, "pay.next", NULL, next_action_cb);
  gtk_widget_class_install_action (widget_class, "pay.open", NULL, open_action_cb);
  gtk_widget_class_install_action (widget_class, "pay.save", NULL, save_action_cb);
}

/* The window keeps keys of all its pages; only those of the page that is shown hold. */
static gboolean
key_pressed_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  gtk_widget_activate_action_variant (widget, user_data, NULL);
  return TRUE;
}

void
_sz_pay_page_add_keys (SzPayPage *self)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_Return, "pay.next" },
    { GDK_KEY_KP_Enter, "pay.next" },
    { GDK_KEY_p, "pay.forms" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_CONTROL_MASK),
                          gtk_callback_action_new (key_pressed_cb, (gpointer)keys[i].action,
                                                   NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
