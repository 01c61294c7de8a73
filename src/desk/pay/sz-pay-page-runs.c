/* sz-pay-page-runs.c — renaming and deleting runs that are not yet reviewed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-pay-edit.h"
#include "sz-pay-page-private.h"

#define RENAME_KEY "entry"
#define SCHEME_KEY "scheme"

typedef struct
{
  gint64 run;
  char *name; /* NULL: delete */
} Edit;

static void
free_edit (gpointer data)
{
  Edit *edit = data;

  g_free (edit->name);
  g_free (edit);
}

static gpointer
edit_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Edit *edit = data;
  gboolean done = edit->name != NULL ? sz_office_pay_rename (office, edit->run, edit->name, error)
                                     : sz_office_pay_delete (office, edit->run, error);

  return done ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* The list is read again by itself: the write told that pay has changed. */
  if (sz_tasks_finish (result, &error) == NULL)
    sz_page_show_error (SZ_PAGE (source), error);
}

static void
start_edit (SzPayPage *self, gint64 run, char *name)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->run = run;
  edit->name = name;
  sz_tasks_write (sz_page_get_tasks (SZ_PAGE (self)), self,
                  SZ_WORK (edit_cb, edit, free_edit, .changes = SZ_CHANGED_PAY), NULL, edited_cb,
                  NULL);
}

static const SzPayHead *
find_selected (SzPayPage *self)
{
  gint64 run = sz_run_list_get_selected (self->runs);

  for (guint i = 0; i < self->heads->len; i++)
    {
      const SzPayHead *head = &g_array_index (self->heads, SzPayHead, i);

      if (head->run == run)
        return head;
    }
  return NULL;
}

static AdwMessageDialog *
make_dialog (SzPayPage *self, const char *heading, const char *body, const char *accept)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, heading, body));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "accept", accept, NULL);
  adw_message_dialog_set_close_response (dialog, "cancel");
  return dialog;
}

static void
rename_answered_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  SzPayPage *self = user_data;
  GtkEditable *entry = g_object_get_data (G_OBJECT (dialog), RENAME_KEY);
  const SzPayHead *head = find_selected (self);
  char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (g_strcmp0 (response, "accept") == 0 && head != NULL)
    start_edit (self, head->run, name);
  else
    g_free (name);
}

static void
rename_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzPayPage *self = SZ_PAY_PAGE (widget);
  const SzPayHead *head = find_selected (self);
  g_autofree char *title = NULL;
  AdwMessageDialog *dialog;
  GtkWidget *entry;

  if (head == NULL)
    return;
  title = g_strdup_printf (_ ("Rename Run %d"), (int)head->run);
  dialog = make_dialog (self, title, NULL, _ ("_Rename"));
  entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), head->name);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 36);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the run"), -1);
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_set_default_response (dialog, "accept");
  adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_SUGGESTED);
  g_object_set_data (G_OBJECT (dialog), RENAME_KEY, entry);
  g_signal_connect_object (dialog, "response", G_CALLBACK (rename_answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* @SCHEME_KEY: what is to be written instead; none: nothing. */
static void
give_up_answered_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  SzScheme *scheme = g_object_steal_data (G_OBJECT (dialog), SCHEME_KEY);

  if (g_strcmp0 (response, "accept") != 0)
    sz_scheme_free (scheme);
  else if (scheme != NULL)
    _sz_pay_page_begin_draft (user_data, scheme);
  else
    _sz_pay_page_give_up_draft (user_data);
}

static void
ask_giving_up (SzPayPage *self, SzScheme *scheme)
{
  AdwMessageDialog *dialog
      = make_dialog (self, _ ("Give Up the Scheme Being Written?"),
                     _ ("It has not been computed yet and is kept nowhere. Compute it or save it "
                        "first to keep it."),
                     _ ("_Give Up"));

  g_object_set_data_full (G_OBJECT (dialog), SCHEME_KEY, scheme, (GDestroyNotify)sz_scheme_free);
  adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (give_up_answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_sz_pay_page_offer_draft (SzPayPage *self, SzScheme *scheme)
{
  g_return_if_fail (SZ_IS_PAY_PAGE (self));

  if (self->has_draft && self->edited)
    ask_giving_up (self, scheme);
  else
    _sz_pay_page_begin_draft (self, scheme);
}

static void
delete_answered_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  SzPayPage *self = user_data;
  const SzPayHead *head = find_selected (self);

  if (g_strcmp0 (response, "accept") == 0 && head != NULL)
    start_edit (self, head->run, NULL);
}

static void
delete_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzPayPage *self = SZ_PAY_PAGE (widget);
  const SzPayHead *head = find_selected (self);
  g_autofree char *body = NULL;
  g_autofree char *amount = NULL;
  AdwMessageDialog *dialog;

  if (sz_run_list_get_selected (self->runs) == SZ_RUN_DRAFT && self->edited)
    ask_giving_up (self, NULL);
  else if (sz_run_list_get_selected (self->runs) == SZ_RUN_DRAFT)
    _sz_pay_page_give_up_draft (self);
  if (head == NULL)
    return;
  amount = sz_money_format_grouped (head->total_fen);
  /* TRANSLATORS: number and name of a run, and its amount */
  body
      = g_strdup_printf (_ ("Run %d, “%s”, goes with all its amounts, ￥ %s in all. This cannot be "
                            "undone; the log keeps that it was there."),
                         (int)head->run, head->name, amount);
  dialog = make_dialog (self, _ ("Delete the Run?"), body, _ ("_Delete"));
  adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (delete_answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
_sz_pay_page_install_run_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "pay.rename", NULL, rename_action_cb);
  gtk_widget_class_install_action (widget_class, "pay.delete", NULL, delete_action_cb);
}
