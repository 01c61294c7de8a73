/* sz-sign-in-pane.c — signing in, and what stands in front of a locked window (RULE acc-4, acc-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-sign-in-pane.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-help.h"
#include "sz-message.h"
#include "sz-secret-text.h"
#include "sz-sign-in.h"
#include "sz-spoken.h"

struct _SzSignInPane
{
  GtkBox parent_instance;

  /* Borrowed: children */
  GtkWidget *college;
  GtkWidget *login;
  GtkWidget *password;
  GtkWidget *fault;
  GtkWidget *button;

  /* Owned */
  SzTasks *tasks;
  gboolean busy; /* a password is being checked */
};

enum
{
  SIGNED_IN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzSignInPane, sz_sign_in_pane, GTK_TYPE_BOX)

/* What the writer gets; the password is wiped with it. */
typedef struct
{
  char *login;
  char *password;
} Ask;

static void
ask_freed_cb (gpointer data)
{
  Ask *ask = data;

  g_free (ask->login);
  sz_secret_text_free (ask->password);
  g_free (ask);
}

static gpointer
sign_in_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Ask *ask = data;

  return sz_office_sign_in (office, ask->login, ask->password, error);
}

static void
fields_changed_cb (SzSignInPane *self)
{
  gtk_widget_set_sensitive (self->button,
                            !self->busy
                                && *gtk_editable_get_text (GTK_EDITABLE (self->login)) != '\0'
                                && *gtk_editable_get_text (GTK_EDITABLE (self->password)) != '\0');
}

static void
say (SzSignInPane *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->fault), text != NULL ? text : "");
  gtk_widget_set_visible (self->fault, text != NULL);
}

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzSignInPane *self = SZ_SIGN_IN_PANE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzSession) session = sz_tasks_finish (result, &error);

  self->busy = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->password), "");
  say (self, session == NULL ? "" : NULL);
  if (session == NULL)
    sz_refusal_tell (GTK_LABEL (self->fault), error);
  if (session != NULL)
    g_signal_emit (self, signals[SIGNED_IN], 0, session);
  else
    gtk_widget_grab_focus (self->password);
}

static void
sign_in_clicked_cb (SzSignInPane *self)
{
  const char *login = gtk_editable_get_text (GTK_EDITABLE (self->login));
  const char *password = gtk_editable_get_text (GTK_EDITABLE (self->password));
  Ask *ask;

  if (*login == '\0' || *password == '\0' || self->tasks == NULL || self->busy)
    return;
  ask = g_new0 (Ask, 1);
  ask->login = g_strstrip (g_strdup (login));
  ask->password = g_strdup (password);
  say (self, NULL);
  self->busy = TRUE;
  gtk_widget_set_sensitive (self->button, FALSE);
  sz_tasks_write (self->tasks, self,
                  SZ_WORK (sign_in_cb, ask, ask_freed_cb, (GDestroyNotify)sz_session_unref), NULL,
                  signed_in_cb, NULL);
}

static void
login_entered_cb (SzSignInPane *self)
{
  gtk_widget_grab_focus (self->password);
}

void
sz_sign_in_show_protects (GtkWindow *parent)
{
  g_autofree char *text = sz_message_for_code ("account.protects", NULL);
  GtkWidget *dialog;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  dialog = adw_message_dialog_new (parent, _ ("What Signing In Protects"), text);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
protects_clicked_cb (SzSignInPane *self)
{
  sz_sign_in_show_protects (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  return TRUE;
}

static void
sz_sign_in_pane_dispose (GObject *object)
{
  g_clear_object (&SZ_SIGN_IN_PANE (object)->tasks);
  G_OBJECT_CLASS (sz_sign_in_pane_parent_class)->dispose (object);
}

static void
sz_sign_in_pane_class_init (SzSignInPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_sign_in_pane_dispose;
  signals[SIGNED_IN] = g_signal_new ("signed-in", SZ_TYPE_SIGN_IN_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static GtkWidget *
make_rows (SzSignInPane *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->login = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->login), _ ("Login"));
  self->password = adw_password_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->password), _ ("Password"));
  sz_spoken_text (self->login);
  sz_spoken_text (self->password);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->login);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->password);
  g_signal_connect_object (self->login, "changed", G_CALLBACK (fields_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->password, "changed", G_CALLBACK (fields_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->login, "entry-activated", G_CALLBACK (login_entered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->password, "entry-activated", G_CALLBACK (sign_in_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return group;
}

static GtkWidget *
make_form (SzSignInPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *icon = gtk_image_new_from_icon_name ("system-lock-screen-symbolic");
  GtkWidget *link
      = gtk_link_button_new_with_label ("help:shizi/accounts", _ ("What this protects"));

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 64);
  gtk_widget_add_css_class (icon, "dim-label");
  gtk_box_append (GTK_BOX (box), icon);
  self->college = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->college), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->college), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->college, "title-1");
  gtk_box_append (GTK_BOX (box), self->college);
  gtk_box_append (GTK_BOX (box), make_rows (self));
  self->fault = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->fault), TRUE);
  gtk_widget_add_css_class (self->fault, "error");
  gtk_widget_hide (self->fault);
  gtk_box_append (GTK_BOX (box), self->fault);
  self->button = gtk_button_new_with_mnemonic (_ ("_Sign In"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_add_css_class (self->button, "pill");
  gtk_widget_set_halign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (sign_in_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->button);
  g_signal_connect_object (link, "activate-link", G_CALLBACK (protects_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_halign (link, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), link);
  return box;
}

static void
sz_sign_in_pane_init (SzSignInPane *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *header = adw_header_bar_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (header, "flat");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (self), header);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 400);
  adw_clamp_set_child (ADW_CLAMP (clamp), make_form (self));
  gtk_widget_set_valign (clamp, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (clamp, TRUE);
  gtk_box_append (GTK_BOX (self), clamp);
  fields_changed_cb (self);
}

GtkWidget *
sz_sign_in_pane_new (void)
{
  return g_object_new (SZ_TYPE_SIGN_IN_PANE, NULL);
}

void
sz_sign_in_pane_ask (SzSignInPane *self, SzTasks *tasks, const char *college, const char *login)
{
  g_return_if_fail (SZ_IS_SIGN_IN_PANE (self) && SZ_IS_TASKS (tasks));

  g_set_object (&self->tasks, tasks);
  gtk_label_set_label (GTK_LABEL (self->college), college != NULL ? college : "");
  gtk_editable_set_text (GTK_EDITABLE (self->login), login != NULL ? login : "");
  gtk_editable_set_text (GTK_EDITABLE (self->password), "");
  say (self, NULL);
  self->busy = FALSE;
  fields_changed_cb (self);
  gtk_widget_grab_focus (login != NULL ? self->password : self->login);
}
