/* sz-form-dialog.c — a dialog with a few fields that are saved by one act
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-dialog.h"

#include <glib/gi18n.h>

#include "sz-column-width.h"
#include "sz-date.h"
#include "sz-help.h"
#include "sz-spoken.h"
#include "sz-transient.h"

typedef struct
{
  /* Template widgets */
  GtkWidget *save_button;
  GtkLabel *hint_label;
  GtkWidget *scrolled;
  GtkBox *rows;
  GtkLabel *words_label;

  /* Owned */
  SzTasks *tasks;
  SzJob *writing;

  gboolean typed;
  gboolean finished;
  gboolean asking;
} SzFormDialogPrivate;

enum
{
  PROP_0,
  PROP_TASKS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint refused_signal;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SzFormDialog, sz_form_dialog, ADW_TYPE_WINDOW)

/* With letters of the usual size; and what fits every screen. */
#define USUAL_WIDTH 460
#define MOST_WIDTH 1280

/* Of a dialog with something beside its fields. */
#define FIELDS_WIDTH 400
#define BESIDE_WIDTH 1000

#define GET(self)                                                                                  \
  ((SzFormDialogPrivate *)sz_form_dialog_get_instance_private (SZ_FORM_DIALOG (self)))

void
sz_form_dialog_say (SzFormDialog *self, const char *text, gboolean fault)
{
  SzFormDialogPrivate *priv = GET (self);
  GtkWidget *label = GTK_WIDGET (priv->words_label);

  g_return_if_fail (SZ_IS_FORM_DIALOG (self));
  gtk_widget_set_visible (label, text != NULL);
  gtk_label_set_text (priv->words_label, text != NULL ? text : "");
  gtk_widget_remove_css_class (label, fault ? "warning" : "error");
  gtk_widget_add_css_class (label, fault ? "error" : "warning");
}

static gboolean
check (SzFormDialog *self)
{
  SzFormCheck verdict = SZ_FORM_DIALOG_GET_CLASS (self)->check (self);
  const gboolean complete = verdict.complete && verdict.fault == NULL;

  sz_form_dialog_say (self, verdict.fault != NULL ? verdict.fault : verdict.notice,
                      verdict.fault != NULL);
  if (verdict.fault != NULL && verdict.rule != NULL)
    sz_refusal_tell_rule (GET (self)->words_label, verdict.fault, verdict.rule);
  gtk_widget_set_sensitive (GET (self)->save_button, complete);
  g_free (verdict.fault);
  g_free (verdict.notice);
  return complete;
}

void
sz_form_dialog_begin (SzFormDialog *self)
{
  g_return_if_fail (SZ_IS_FORM_DIALOG (self));
  check (self);
  GET (self)->typed = FALSE;
}

void
sz_form_dialog_changed (SzFormDialog *self)
{
  g_return_if_fail (SZ_IS_FORM_DIALOG (self));
  GET (self)->typed = TRUE;
  check (self);
}

void
sz_form_dialog_check (SzFormDialog *self)
{
  g_return_if_fail (SZ_IS_FORM_DIALOG (self));
  check (self);
}

static void
save_clicked_cb (SzFormDialog *self)
{
  if (check (self))
    SZ_FORM_DIALOG_GET_CLASS (self)->save (self);
}

void
sz_form_dialog_refuse (SzFormDialog *self, const GError *error)
{
  g_return_if_fail (SZ_IS_FORM_DIALOG (self) && error != NULL);
  sz_form_dialog_say (self, "", TRUE);
  sz_refusal_tell (GET (self)->words_label, error);
}

static void
write_failed_cb (gpointer owner, const GError *error)
{
  gtk_widget_set_sensitive (GET (owner)->scrolled, TRUE);
  gtk_widget_set_sensitive (GET (owner)->save_button, TRUE);
  sz_form_dialog_refuse (owner, error);
  g_signal_emit (owner, refused_signal, 0, error);
}

void
sz_form_dialog_write (SzFormDialog *self, const SzWork *work, SzJobDone done)
{
  SzFormDialogPrivate *priv = GET (self);

  g_return_if_fail (SZ_IS_FORM_DIALOG (self) && work != NULL && done != NULL);
  /* GTK 4.8 forgets to tell a text that it has no focus any more. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (priv->scrolled, FALSE);
  gtk_widget_set_sensitive (priv->save_button, FALSE);
  sz_job_write (priv->writing, priv->tasks, work, done);
}

void
sz_form_dialog_unlock (SzFormDialog *self)
{
  g_return_if_fail (SZ_IS_FORM_DIALOG (self));
  gtk_widget_set_sensitive (GET (self)->scrolled, TRUE);
  sz_form_dialog_check (self);
}

void
sz_form_dialog_finish (SzFormDialog *self)
{
  g_return_if_fail (SZ_IS_FORM_DIALOG (self));
  GET (self)->finished = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
given_up_cb (gpointer self)
{
  sz_form_dialog_finish (self);
  return G_SOURCE_REMOVE;
}

/* The question goes with its window, and is not done yet: it takes its answer to the end first. */
static void
give_up_answered_cb (SzFormDialog *self, const char *response)
{
  GET (self)->asking = FALSE;
  if (g_strcmp0 (response, "accept") == 0)
    g_idle_add_full (G_PRIORITY_DEFAULT, given_up_cb, g_object_ref (self), g_object_unref);
}

/* What was typed is not lost by a slip of a finger. */
static gboolean
sz_form_dialog_close_request (GtkWindow *window)
{
  SzFormDialogPrivate *priv = GET (window);
  AdwMessageDialog *dialog;

  if (!priv->typed || priv->finished)
    return GTK_WINDOW_CLASS (sz_form_dialog_parent_class)->close_request (window);
  if (priv->asking)
    return TRUE;
  priv->asking = TRUE;
  dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (window, _ ("Give Up What Was Typed?"), _ ("It has not been saved.")));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Go On"), "accept", _ ("_Give Up"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (give_up_answered_cb), window,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

static void
sz_form_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sz_form_dialog_parent_class)->map (widget);
  gtk_widget_child_focus (GTK_WIDGET (GET (widget)->rows), GTK_DIR_TAB_FORWARD);
}

/* Destroyed: nothing that it waits for is of use. */
static void
sz_form_dialog_unrealize (GtkWidget *widget)
{
  g_clear_pointer (&GET (widget)->writing, sz_job_free);
  GTK_WIDGET_CLASS (sz_form_dialog_parent_class)->unrealize (widget);
}

static void
sz_form_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  g_assert (id == PROP_TASKS);
  GET (object)->tasks = g_value_dup_object (value);
}

static void
sz_form_dialog_dispose (GObject *object)
{
  g_clear_pointer (&GET (object)->writing, sz_job_free);
  g_clear_object (&GET (object)->tasks);
  G_OBJECT_CLASS (sz_form_dialog_parent_class)->dispose (object);
}

static void
sz_form_dialog_class_init (SzFormDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = sz_form_dialog_set_property;
  object_class->dispose = sz_form_dialog_dispose;
  widget_class->map = sz_form_dialog_map;
  widget_class->unrealize = sz_form_dialog_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = sz_form_dialog_close_request;
  properties[PROP_TASKS]
      = g_param_spec_object ("tasks", NULL, NULL, SZ_TYPE_TASKS,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-form-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, SzFormDialog, hint_label);
  gtk_widget_class_bind_template_child_private (widget_class, SzFormDialog, rows);
  gtk_widget_class_bind_template_child_private (widget_class, SzFormDialog, save_button);
  gtk_widget_class_bind_template_child_private (widget_class, SzFormDialog, scrolled);
  gtk_widget_class_bind_template_child_private (widget_class, SzFormDialog, words_label);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  refused_signal = g_signal_new ("refused", SZ_TYPE_FORM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
sz_form_dialog_init (SzFormDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sz_form_dialog_set_width (self, USUAL_WIDTH);
  GET (self)->writing = sz_job_new (self, write_failed_cb);
  sz_transient_let_go (GTK_WINDOW (self));
}

SzTasks *
sz_form_dialog_get_tasks (SzFormDialog *self)
{
  g_return_val_if_fail (SZ_IS_FORM_DIALOG (self), NULL);
  return GET (self)->tasks;
}

void
sz_form_dialog_set_hint (SzFormDialog *self, const char *text)
{
  g_return_if_fail (SZ_IS_FORM_DIALOG (self));
  gtk_label_set_label (GET (self)->hint_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (GET (self)->hint_label), text != NULL);
}

void
sz_form_dialog_set_width (SzFormDialog *self, int width)
{
  g_return_if_fail (SZ_IS_FORM_DIALOG (self) && width > 0);
  gtk_window_set_default_size (GTK_WINDOW (self), MIN ((int)(width * sz_text_scale ()), MOST_WIDTH),
                               -1);
}

void
sz_form_dialog_set_verb (SzFormDialog *self, const char *label)
{
  g_return_if_fail (SZ_IS_FORM_DIALOG (self) && label != NULL);
  gtk_button_set_label (GTK_BUTTON (GET (self)->save_button), label);
}

void
sz_form_dialog_add (SzFormDialog *self, GtkWidget *child)
{
  g_return_if_fail (SZ_IS_FORM_DIALOG (self) && GTK_IS_WIDGET (child));
  gtk_box_append (GET (self)->rows, child);
}

void
sz_form_dialog_lay_beside (SzFormDialog *self)
{
  GtkWidget *rows;

  g_return_if_fail (SZ_IS_FORM_DIALOG (self));
  rows = GTK_WIDGET (GET (self)->rows);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (rows), GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (gtk_widget_get_first_child (rows),
                               (int)(FIELDS_WIDTH * sz_text_scale ()), -1);
  gtk_widget_set_hexpand (gtk_widget_get_last_child (rows), TRUE);
  sz_form_dialog_set_width (self, BESIDE_WIDTH);
}

void
sz_form_mark_required (AdwEntryRow *row)
{
  GtkWidget *mark = gtk_label_new ("*");

  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  gtk_widget_add_css_class (mark, "error");
  gtk_widget_set_tooltip_text (mark, _ ("Must be filled in"));
  adw_entry_row_add_suffix (row, mark);
}

void
sz_form_dialog_take_row (SzFormDialog *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  g_return_if_fail (SZ_IS_FORM_DIALOG (self) && ADW_IS_PREFERENCES_GROUP (group));
  g_return_if_fail (ADW_IS_ENTRY_ROW (row) || ADW_IS_COMBO_ROW (row));

  if (ADW_IS_ENTRY_ROW (row))
    {
      adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
      sz_spoken_text (row);
    }
  g_signal_connect_object (row, ADW_IS_ENTRY_ROW (row) ? "changed" : "notify::selected",
                           G_CALLBACK (sz_form_dialog_changed), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
}

GtkEditable *
sz_form_dialog_add_entry (SzFormDialog *self,
                          AdwPreferencesGroup *group,
                          const char *title,
                          gboolean required)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (required)
    sz_form_mark_required (ADW_ENTRY_ROW (row));
  sz_form_dialog_take_row (self, group, row);
  return GTK_EDITABLE (row);
}

GtkEditable *
sz_form_dialog_add_secret (SzFormDialog *self, AdwPreferencesGroup *group, const char *title)
{
  GtkWidget *row = adw_password_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  sz_form_dialog_take_row (self, group, row);
  return GTK_EDITABLE (row);
}

gboolean
sz_form_mark (GtkWidget *row, gboolean faulty)
{
  g_return_val_if_fail (GTK_IS_WIDGET (row), faulty);
  if (faulty)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  return faulty;
}

gboolean
sz_form_read_day (GtkEditable *row, SzDate *day)
{
  const char *text;

  g_return_val_if_fail (GTK_IS_EDITABLE (row) && day != NULL, FALSE);
  text = gtk_editable_get_text (row);
  *day = SZ_DATE_NONE;
  return !sz_form_mark (GTK_WIDGET (row),
                        *text != '\0'
                            && (!sz_date_parse (text, day, NULL) || sz_date_is_month (*day)));
}
