/* sz-window-account.c — who works in the window: signing in, locking, another one, what is hidden
 * (RULE acc-3, acc-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-window-private.h"

#include <glib/gi18n.h>

#include "sz-account-add-dialog.h"
#include "sz-account-rules.h"
#include "sz-accounts-dialog.h"
#include "sz-duties.h"
#include "sz-hand-over-dialog.h"
#include "sz-message.h"
#include "sz-params.h"
#include "sz-rights.h"
#include "sz-sign-in-pane.h"
#include "sz-take-over-dialog.h"
#include "sz-task.h"

#define PANE "sign-in"
/* How often it is asked whether somebody is still there. */
#define IDLE_SECONDS 5

/* ---- what the account may do ---- */

typedef struct
{
  GHashTable *denied; /* of utf8 */
  int idle_minutes;
} Rights;

static void
rights_freed_cb (gpointer data)
{
  Rights *rights = data;

  g_clear_pointer (&rights->denied, g_hash_table_unref);
  g_free (rights);
}

static gpointer
read_rights_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) params = sz_params_gather (office, error);
  SzAccountRules rules = { 0 };
  Rights *rights;

  if (params == NULL || !sz_account_rules_read (params, sz_office_today (office), &rules, error))
    return NULL;
  rights = g_new0 (Rights, 1);
  rights->idle_minutes = rules.idle_minutes;
  rights->denied = g_hash_table_new (g_str_hash, g_str_equal);
  for (const SzRight *right = sz_rights (); right->act != NULL; right++)
    if (!sz_office_allow (office, right->act, NULL))
      g_hash_table_add (rights->denied, (gpointer)right->act);
  return rights;
}

/* RULE acc-3: a page nobody of the role may see is absent. */
static void
show_duties (SzWindow *self)
{
  int line = 0;

  for (const SzDuty *duty = sz_duties (); duty->name != NULL; duty++)
    if (duty->part_of == NULL)
      gtk_widget_set_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (self->duties, line++)),
                              duty->right == NULL || sz_tasks_allows (self->tasks, duty->right));
}

static const struct
{
  const char *action;
  const char *acts[3]; /* one of them is enough */
} guarded[] = {
  { "win.backup", { "backup", NULL } },
  { "win.restore", { "restore", NULL } },
  { "win.import", { "import.learn", NULL } },
  { "win.import-file", { "import.learn", NULL } },
  { "win.batches", { "import.undo", NULL } },
  { "win.undo", { "undo", NULL } },
  { "win.redo", { "undo", NULL } },
  { "win.accounts", { "account.add", NULL } },
  { "win.hand-over", { "package.make", NULL } },
  { "win.take-over", { "package.apply", NULL } },
};

static void
guard_actions (SzWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (guarded); i++)
    {
      gboolean allowed = FALSE;

      for (const char *const *act = guarded[i].acts; *act != NULL; act++)
        allowed = allowed || sz_tasks_allows (self->tasks, *act);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), guarded[i].action, allowed);
    }
}

/* What was opened from outside comes when the college is there. */
static void
offer_package (SzWindow *self)
{
  g_autofree char *path = g_steal_pointer (&self->package);
  SzTakeOverDialog *dialog;

  if (path == NULL || !sz_tasks_allows (self->tasks, "package.apply"))
    return;
  dialog = sz_take_over_dialog_new (GTK_WINDOW (self), self->tasks);
  sz_take_over_dialog_set_file (dialog, path, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
rights_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzWindow *self = SZ_WINDOW (source);
  g_autoptr (GError) error = NULL;
  Rights *rights = sz_tasks_finish (result, &error);

  if (rights == NULL || self->tasks == NULL)
    {
      g_autofree char *text = error != NULL ? sz_message_for_error (error) : NULL;

      if (text != NULL)
        sz_window_toast (self, text, NULL, NULL, NULL);
      g_clear_pointer (&rights, rights_freed_cb);
      return;
    }
  self->idle_minutes = rights->idle_minutes;
  sz_tasks_set_denied (self->tasks, g_steal_pointer (&rights->denied));
  rights_freed_cb (rights);
  show_duties (self);
  guard_actions (self);
  sz_tasks_tell_changed (self->tasks, SZ_CHANGED_ALL);
  _sz_window_enter (self);
  offer_package (self);
}

static void
read_rights (SzWindow *self)
{
  sz_tasks_read (self->tasks, self, SZ_WORK (read_rights_cb, NULL, NULL, rights_freed_cb), NULL,
                 rights_read_cb, NULL);
}

/* ---- the menu ---- */

static void
fill_menu (SzWindow *self)
{
  SzSession *session = self->tasks != NULL ? sz_tasks_get_session (self->tasks) : NULL;
  g_autofree char *who = NULL;

  g_menu_remove_all (self->account_menu);
  if (session != NULL)
    {
      g_autofree char *words = sz_roles_dup_words (sz_session_get_roles (session));

      who = g_strdup_printf ("%s (%s)", sz_session_get_name (session),
                             sz_account_role_name (words));
      g_menu_append (self->account_menu, who, "win.nobody");
      g_menu_append (self->account_menu, _ ("_Lock"), "win.lock");
      g_menu_append (self->account_menu, _ ("_Switch User…"), "win.switch-user");
    }
  g_menu_append (self->account_menu, _ ("_Accounts…"), "win.accounts");
  g_menu_append (self->account_menu, _ ("_Hand Over…"), "win.hand-over");
  g_menu_append (self->account_menu, _ ("_Take Over…"), "win.take-over");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), who);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.nobody", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.lock", session != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.switch-user", session != NULL);
}

void
sz_window_take_over (SzWindow *self, const char *path)
{
  g_return_if_fail (SZ_IS_WINDOW (self) && path != NULL);

  g_free (self->package);
  self->package = g_strdup (path);
  if (self->tasks == NULL)
    sz_window_toast (self, _ ("Open your college first: then the package is taken over."), NULL,
                     NULL, NULL);
  else if (self->entered && !self->locked)
    offer_package (self);
}

/* ---- signing in and locking ---- */

/* What was being written stays where it is; it is only not seen. */
static void
hide_dialogs (SzWindow *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    {
      GtkWidget *window = item->data;

      if (window == GTK_WIDGET (self) || !gtk_widget_get_visible (window)
          || gtk_window_get_transient_for (GTK_WINDOW (window)) == NULL)
        continue;
      gtk_widget_hide (window);
      g_ptr_array_add (self->hidden, g_object_ref (window));
    }
}

/* @theirs: the same account is back; another one finds nothing of it. */
static void
show_dialogs (SzWindow *self, gboolean theirs)
{
  for (guint i = 0; i < self->hidden->len; i++)
    {
      if (theirs)
        gtk_widget_show (self->hidden->pdata[i]);
      else
        gtk_window_destroy (self->hidden->pdata[i]);
    }
  g_ptr_array_set_size (self->hidden, 0);
}

static void
signed_in_cb (SzWindow *self, gpointer session)
{
  SzSession *before = sz_tasks_get_session (self->tasks);
  const gboolean same
      = before != NULL
        && g_str_equal (sz_session_get_login (before), sz_session_get_login (session));

  self->locked = FALSE;
  self->last_seen = g_get_monotonic_time ();
  show_dialogs (self, same);
  if (!same && before != NULL)
    _sz_window_forget (self);
  sz_tasks_set_session (self->tasks, session);
  gtk_root_set_focus (GTK_ROOT (self), NULL);
  gtk_stack_set_visible_child_name (self->stack, "college");
  fill_menu (self);
  read_rights (self);
}

static void
ask_sign_in (SzWindow *self, const char *login)
{
  GtkWidget *pane = gtk_stack_get_child_by_name (self->stack, PANE);

  if (pane == NULL)
    {
      pane = sz_sign_in_pane_new ();
      g_signal_connect_object (pane, "signed-in", G_CALLBACK (signed_in_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, pane, PANE);
    }
  self->locked = TRUE;
  hide_dialogs (self);
  gtk_stack_set_visible_child_name (self->stack, PANE);
  sz_sign_in_pane_ask (SZ_SIGN_IN_PANE (pane), self->tasks,
                       gtk_label_get_label (self->college_label), login);
}

void
_sz_window_lock (SzWindow *self)
{
  SzSession *session = self->tasks != NULL ? sz_tasks_get_session (self->tasks) : NULL;

  if (session != NULL && !self->locked)
    ask_sign_in (self, sz_session_get_login (session));
}

static void
lock_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  _sz_window_lock (SZ_WINDOW (widget));
}

static void
switch_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzWindow *self = SZ_WINDOW (widget);

  if (self->tasks != NULL && sz_tasks_get_session (self->tasks) != NULL)
    ask_sign_in (self, NULL);
}

static void
nobody_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
}

/* ---- nobody there ---- */

static gboolean
idle_looked_cb (gpointer user_data)
{
  SzWindow *self = user_data;
  const gint64 idle_us = g_get_monotonic_time () - self->last_seen;

  if (self->idle_minutes > 0 && idle_us > self->idle_minutes * 60 * G_TIME_SPAN_SECOND)
    _sz_window_lock (self);
  return G_SOURCE_CONTINUE;
}

static gboolean
event_seen_cb (SzWindow *self, GdkEvent *event)
{
  self->last_seen = g_get_monotonic_time ();
  return FALSE;
}

static void
screen_locked_cb (GDBusConnection *connection,
                  const char *sender,
                  const char *path,
                  const char *interface,
                  const char *signal,
                  GVariant *parameters,
                  gpointer user_data)
{
  gboolean active = TRUE;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    g_variant_get (parameters, "(b)", &active);
  if (active)
    _sz_window_lock (user_data);
}

static void
bus_got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SzWindow) self = user_data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);
  static const char *const savers[]
      = { "org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.mate.ScreenSaver" };

  if (bus == NULL || self->stack == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (savers); i++)
    self->bus_signals[i]
        = g_dbus_connection_signal_subscribe (bus, NULL, savers[i], "ActiveChanged", NULL, NULL,
                                              G_DBUS_SIGNAL_FLAGS_NONE, screen_locked_cb, self,
                                              NULL);
  self->bus_signals[3]
      = g_dbus_connection_signal_subscribe (bus, NULL, "org.freedesktop.login1.Session", "Lock",
                                            NULL, NULL, G_DBUS_SIGNAL_FLAGS_NONE, screen_locked_cb,
                                            self, NULL);
  self->bus = g_steal_pointer (&bus);
}

/* ---- dialogs ---- */

/* The first account was made in this window: whoever made it acts in its name. */
static void
first_cb (SzWindow *self, const char *code, gpointer session)
{
  if (session == NULL)
    return;
  sz_tasks_set_session (self->tasks, session);
  fill_menu (self);
  read_rights (self);
}

static void
accounts_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzWindow *self = SZ_WINDOW (widget);
  SzAccountsDialog *dialog;

  if (self->tasks == NULL)
    return;
  dialog = sz_accounts_dialog_new (GTK_WINDOW (self), self->tasks);
  g_signal_connect_object (dialog, "first", G_CALLBACK (first_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
hand_over_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzWindow *self = SZ_WINDOW (widget);

  if (self->tasks != NULL)
    gtk_window_present (GTK_WINDOW (sz_hand_over_dialog_new (GTK_WINDOW (self), self->tasks)));
}

static void
take_over_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzWindow *self = SZ_WINDOW (widget);

  if (self->tasks != NULL)
    gtk_window_present (GTK_WINDOW (sz_take_over_dialog_new (GTK_WINDOW (self), self->tasks)));
}

void
_sz_window_install_account (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.nobody", NULL, nobody_action_cb);
  gtk_widget_class_install_action (widget_class, "win.lock", NULL, lock_action_cb);
  gtk_widget_class_install_action (widget_class, "win.switch-user", NULL, switch_action_cb);
  gtk_widget_class_install_action (widget_class, "win.accounts", NULL, accounts_action_cb);
  gtk_widget_class_install_action (widget_class, "win.hand-over", NULL, hand_over_action_cb);
  gtk_widget_class_install_action (widget_class, "win.take-over", NULL, take_over_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.lock", NULL);
}

void
_sz_window_begin_account (SzWindow *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  g_return_if_fail (SZ_IS_WINDOW (self));

  self->hidden = g_ptr_array_new_with_free_func (g_object_unref);
  self->last_seen = g_get_monotonic_time ();
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (event_seen_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), events);
  self->idle_source = g_timeout_add_seconds (IDLE_SECONDS, idle_looked_cb, self);
  g_bus_get (G_BUS_TYPE_SESSION, NULL, bus_got_cb, g_object_ref (self));
}

void
_sz_window_end_account (SzWindow *self)
{
  g_return_if_fail (SZ_IS_WINDOW (self));

  g_clear_pointer (&self->package, g_free);
  g_clear_handle_id (&self->idle_source, g_source_remove);
  for (gsize i = 0; self->bus != NULL && i < G_N_ELEMENTS (self->bus_signals); i++)
    g_dbus_connection_signal_unsubscribe (self->bus, self->bus_signals[i]);
  g_clear_object (&self->bus);
  g_clear_pointer (&self->hidden, g_ptr_array_unref);
}

void
_sz_window_settle_account (SzWindow *self, gboolean accounts)
{
  g_return_if_fail (SZ_IS_WINDOW (self));

  fill_menu (self);
  self->idle_minutes = 0;
  if (accounts && sz_tasks_get_session (self->tasks) == NULL)
    {
      ask_sign_in (self, NULL);
      return;
    }
  sz_tasks_set_denied (self->tasks, NULL);
  show_duties (self);
  guard_actions (self);
  _sz_window_enter (self);
  offer_package (self);
}
