/* sz-server-dialog.c — a college on a server: where it is, and who signs in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-server-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-message.h"
#include "sz-office.h"
#include "sz-server-address.h"
#include "sz-sign-in.h"

struct _SzServerDialog
{
  SzFormDialog parent_instance;

  /* Borrowed */
  GtkEditable *server_row;
  GtkEditable *database_row;
  GtkEditable *login_row;
  GtkEditable *password_row;
  GtkEditable *certificate_row;

  GCancellable *cancellable;
  gboolean known; /* the address: only the password is asked */
};

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzServerDialog, sz_server_dialog, SZ_TYPE_FORM_DIALOG)

typedef struct
{
  char *address;
  char *login;
  char *password;
} Asked;

static void
asked_freed_cb (gpointer data)
{
  Asked *asked = data;

  g_free (asked->address);
  g_free (asked->login);
  if (asked->password != NULL)
    memset (asked->password, 0, strlen (asked->password));
  g_free (asked->password);
  g_free (asked);
}

/* In a thread: a server that is away takes its seconds to say nothing. */
static void
try_cb (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Asked *asked = task_data;
  GError *error = NULL;
  g_autoptr (SzOffice) office
      = sz_office_open_as (asked->address, asked->login, asked->password, &error);

  if (office == NULL || !sz_office_enter (office, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, sz_session_ref (sz_office_get_session (office)),
                           (GDestroyNotify)sz_session_unref);
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzServerDialog *self = SZ_SERVER_DIALOG (source);
  const Asked *asked = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (SzSession) session = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *text = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (session != NULL)
    {
      g_signal_emit (self, signals[OPENED], 0, asked->address, asked->login, asked->password,
                     session);
      sz_form_dialog_finish (SZ_FORM_DIALOG (self));
      return;
    }
  text = sz_message_for_error (error);
  sz_form_dialog_say (SZ_FORM_DIALOG (self), text, TRUE);
}

static void
sz_server_dialog_save (SzFormDialog *dialog)
{
  SzServerDialog *self = SZ_SERVER_DIALOG (dialog);
  Asked *asked = g_new0 (Asked, 1);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, tried_cb, NULL);

  asked->login = g_strdup (gtk_editable_get_text (self->login_row));
  asked->password = g_strdup (gtk_editable_get_text (self->password_row));
  asked->address = sz_server_dup_address (gtk_editable_get_text (self->server_row),
                                          gtk_editable_get_text (self->database_row), asked->login,
                                          gtk_editable_get_text (self->certificate_row));
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  g_task_set_task_data (task, asked, asked_freed_cb);
  g_task_run_in_thread (task, try_cb);
}

static SzFormCheck
sz_server_dialog_check (SzFormDialog *dialog)
{
  const SzServerDialog *self = SZ_SERVER_DIALOG (dialog);
  const char *server = gtk_editable_get_text (self->server_row);
  SzFormCheck verdict = { 0 };

  verdict.complete
      = *server != '\0' && *gtk_editable_get_text (self->login_row) != '\0'
        && (strstr (server, "://") != NULL || *gtk_editable_get_text (self->database_row) != '\0');
  if (*server != '\0' && *server != '/' && !sz_server_is_near (server))
    verdict.notice
        = g_strdup (_ ("The server must prove by its certificate who it is (TLS) before it gets "
                       "the password."));
  return verdict;
}

static void
sz_server_dialog_map (GtkWidget *widget)
{
  const SzServerDialog *self = SZ_SERVER_DIALOG (widget);

  GTK_WIDGET_CLASS (sz_server_dialog_parent_class)->map (widget);
  if (self->known)
    gtk_widget_grab_focus (GTK_WIDGET (self->password_row));
}

static void
sz_server_dialog_dispose (GObject *object)
{
  SzServerDialog *self = SZ_SERVER_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (sz_server_dialog_parent_class)->dispose (object);
}

static void
sz_server_dialog_class_init (SzServerDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_server_dialog_dispose;
  GTK_WIDGET_CLASS (klass)->map = sz_server_dialog_map;
  SZ_FORM_DIALOG_CLASS (klass)->check = sz_server_dialog_check;
  SZ_FORM_DIALOG_CLASS (klass)->save = sz_server_dialog_save;
  signals[OPENED]
      = g_signal_new ("opened", SZ_TYPE_SERVER_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 4, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_POINTER);
}

static void
sz_server_dialog_init (SzServerDialog *self)
{
  SzFormDialog *dialog = SZ_FORM_DIALOG (self);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  sz_form_dialog_add (dialog, GTK_WIDGET (group));
  self->cancellable = g_cancellable_new ();
  self->server_row = sz_form_dialog_add_entry (dialog, group, _ ("Server, such as 10.1.2.3"), TRUE);
  self->database_row = sz_form_dialog_add_entry (dialog, group, _ ("Database"), TRUE);
  self->login_row = sz_form_dialog_add_entry (dialog, group, _ ("Login"), TRUE);
  self->password_row = sz_form_dialog_add_secret (dialog, group, _ ("Password"));
  self->certificate_row
      = sz_form_dialog_add_entry (dialog, group, _ ("File of the server's certificate"), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, -1);
}

SzServerDialog *
sz_server_dialog_new (GtkWindow *parent)
{
  SzServerDialog *self = g_object_new (SZ_TYPE_SERVER_DIALOG, "transient-for", parent, "title",
                                       _ ("College on a Server"), NULL);

  sz_form_dialog_set_verb (SZ_FORM_DIALOG (self), _ ("_Open"));
  sz_form_dialog_begin (SZ_FORM_DIALOG (self));
  return self;
}

SzServerDialog *
sz_server_dialog_new_at (GtkWindow *parent, const char *address)
{
  SzServerDialog *self = sz_server_dialog_new (parent);
  g_auto (SzServerAddress) parts = { 0 };

  g_return_val_if_fail (address != NULL, self);

  if (sz_server_address_read (address, &parts))
    {
      gtk_editable_set_text (self->server_row, parts.server);
      gtk_editable_set_text (self->database_row, parts.database);
      gtk_editable_set_text (self->login_row, parts.login);
      gtk_editable_set_text (self->certificate_row, parts.certificate);
      self->known = TRUE;
    }
  sz_form_dialog_begin (SZ_FORM_DIALOG (self));
  return self;
}
