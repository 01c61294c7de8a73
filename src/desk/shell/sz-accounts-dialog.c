/* sz-accounts-dialog.c — the accounts of the college, for its administrator (RULE acc-2, acc-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-accounts-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-account-add-dialog.h"
#include "sz-account.h"
#include "sz-ask-dialog.h"
#include "sz-help.h"
#include "sz-transient.h"
#include "sz-when.h"

struct _SzAccountsDialog
{
  AdwWindow parent_instance;

  /* Borrowed: children */
  GtkWidget *stack;
  GtkWidget *clamp;
  GtkWidget *fault;
  GtkWidget *add;

  /* Owned */
  SzTasks *tasks;
  SzJob *reading;
  guint n_accounts;
};

enum
{
  FIRST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzAccountsDialog, sz_accounts_dialog, ADW_TYPE_WINDOW)

static void reload (SzAccountsDialog *self);

/* ---- what is done to one ---- */

static gboolean
set_password_cb (SzOffice *office, const char *subject, const char *const *texts, GError **error)
{
  return sz_office_account_set_password (office, subject, texts[0], error);
}

static gboolean
set_role_cb (SzOffice *office, const char *subject, const char *const *texts, GError **error)
{
  const char *const *words = sz_account_role_words ();

  for (gsize i = 0; words[i] != NULL; i++)
    if (g_str_equal (sz_account_role_name (words[i]), texts[0]))
      return sz_office_account_set_roles (office, subject, words[i], error);
  return sz_office_account_set_roles (office, subject, texts[0], error);
}

static gboolean
close_account_cb (SzOffice *office, const char *subject, const char *const *texts, GError **error)
{
  return sz_office_account_close (office, subject, error);
}

static gboolean
unlock_cb (SzOffice *office, const char *subject, const char *const *texts, GError **error)
{
  return sz_office_account_unlock (office, subject, error);
}

static const SzAskRow password_rows[] = {
  { .label = N_ ("New password, 12 characters at least"), .required = TRUE, .secret = TRUE },
  { NULL },
};
static const SzAskRow no_rows[] = { { NULL } };

static const SzAskOrder password_order
    = { N_ ("New Password"), N_ ("_Set"), password_rows, set_password_cb, SZ_CHANGED_NOTHING };
static const SzAskOrder close_order = { N_ ("Close the Account"), N_ ("_Close for Good"), no_rows,
                                        close_account_cb, SZ_CHANGED_NOTHING };
static const SzAskOrder unlock_order
    = { N_ ("End the Wait"), N_ ("_Unlock"), no_rows, unlock_cb, SZ_CHANGED_NOTHING };

/* The roles in the language of the program. */
static const SzAskOrder *
get_role_order (void)
{
  static SzAskRow rows[2];
  static const SzAskOrder order
      = { N_ ("Role of the Account"), N_ ("_Set"), rows, set_role_cb, SZ_CHANGED_NOTHING };
  static char *choices = NULL;

  if (choices == NULL)
    {
      GString *text = g_string_new (NULL);

      for (const char *const *word = sz_account_role_words (); *word != NULL; word++)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "/" : "",
                                sz_account_role_name (*word));
      choices = g_string_free (text, FALSE);
      rows[0] = (SzAskRow){ .label = N_ ("Role"), .required = TRUE, .choices = choices };
    }
  return &order;
}

static void
ask (SzAccountsDialog *self, const SzAskOrder *order, const char *login, const char *hint)
{
  SzAskDialog *dialog
      = sz_ask_dialog_new (GTK_WINDOW (self), self->tasks, order, login, hint, NULL);

  g_signal_connect_object (dialog, "done", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const char *
get_login (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "login");
}

static void
role_clicked_cb (SzAccountsDialog *self, GtkWidget *button)
{
  ask (self, get_role_order (), get_login (button), get_login (button));
}

static void
password_clicked_cb (SzAccountsDialog *self, GtkWidget *button)
{
  g_autofree char *hint
      = g_strdup_printf (_ ("%s gets a new key with it; what was signed before stays proven."),
                         get_login (button));

  ask (self, &password_order, get_login (button), hint);
}

static void
unlock_clicked_cb (SzAccountsDialog *self, GtkWidget *button)
{
  ask (self, &unlock_order, get_login (button), get_login (button));
}

static void
close_clicked_cb (SzAccountsDialog *self, GtkWidget *button)
{
  g_autofree char *hint
      = g_strdup_printf (_ ("%s cannot sign in any more, for good. Acts keep the name."),
                         get_login (button));

  ask (self, &close_order, get_login (button), hint);
}

/* ---- the list ---- */

static void
add_button (SzAccountsDialog *self,
            GtkWidget *row,
            const char *icon,
            const char *label,
            const char *login,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "login", g_strdup (login), g_free);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static char *
write_roles (const SzAccountInfo *info)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < info->roles->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : "",
                            sz_account_role_name (info->roles->pdata[i]));
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_row (SzAccountsDialog *self, const SzAccountInfo *info)
{
  const gboolean closed = g_str_equal (info->state, "closed");
  const gboolean locked = g_str_equal (info->state, "locked");
  g_autofree char *title = g_markup_printf_escaped ("%s (%s)", info->name, info->login);
  g_autofree char *roles = write_roles (info);
  g_autofree char *seen = *info->last_seen != '\0' ? sz_when_format (info->last_seen) : NULL;
  g_autofree char *about = g_markup_printf_escaped ("%s · %s%s%s\n%s", roles,
                                                    closed   ? _ ("closed")
                                                    : locked ? _ ("waits after wrong passwords")
                                                             : _ ("active"),
                                                    seen != NULL ? " · " : "",
                                                    seen != NULL ? seen : "", info->fingerprint);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), g_strchomp (about));
  if (closed)
    {
      gtk_widget_set_sensitive (row, FALSE);
      return row;
    }
  if (locked)
    add_button (self, row, "changes-allow-symbolic", _ ("End the wait"), info->login,
                G_CALLBACK (unlock_clicked_cb));
  add_button (self, row, "avatar-default-symbolic", _ ("Change the role…"), info->login,
              G_CALLBACK (role_clicked_cb));
  add_button (self, row, "dialog-password-symbolic", _ ("Set a new password…"), info->login,
              G_CALLBACK (password_clicked_cb));
  add_button (self, row, "action-unavailable-symbolic", _ ("Close the account…"), info->login,
              G_CALLBACK (close_clicked_cb));
  return row;
}

static void
show_accounts (gpointer owner, gpointer value)
{
  SzAccountsDialog *self = owner;
  g_autoptr (GPtrArray) accounts = value;
  GtkWidget *group = adw_preferences_group_new ();

  self->n_accounts = accounts->len;
  gtk_widget_hide (self->fault);
  for (guint i = 0; i < accounts->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (self, accounts->pdata[i]));
  adw_clamp_set_child (ADW_CLAMP (self->clamp), group);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), accounts->len > 0 ? "list" : "none");
}

static void
failed_cb (gpointer owner, const GError *error)
{
  SzAccountsDialog *self = owner;

  sz_refusal_tell (GTK_LABEL (self->fault), error);
  gtk_widget_show (self->fault);
}

static gpointer
read_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  return sz_office_accounts (office, error);
}

static void
reload (SzAccountsDialog *self)
{
  sz_job_read (self->reading, self->tasks,
               SZ_WORK (read_cb, NULL, NULL, (GDestroyNotify)g_ptr_array_unref), show_accounts);
}

static void
show_code (SzAccountsDialog *self, const char *code)
{
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self), _ ("The Recovery Code"),
      _ ("Write the code down and lock it away: it opens the college once when the "
         "administrator's password is lost, and is not shown again."));
  GtkWidget *label = gtk_label_new (code);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "title-2");
  gtk_widget_add_css_class (label, "monospace");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), label);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Written Down"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
added_cb (SzAccountsDialog *self, const char *code, gpointer session)
{
  if (code != NULL)
    g_signal_emit (self, signals[FIRST], 0, code, session);
  reload (self);
  if (code != NULL)
    show_code (self, code);
}

static void
add_clicked_cb (SzAccountsDialog *self)
{
  SzAccountAddDialog *dialog
      = sz_account_add_dialog_new (GTK_WINDOW (self), self->tasks, self->n_accounts == 0);

  g_signal_connect_object (dialog, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
sz_accounts_dialog_dispose (GObject *object)
{
  SzAccountsDialog *self = SZ_ACCOUNTS_DIALOG (object);

  g_clear_pointer (&self->reading, sz_job_free);
  g_clear_object (&self->tasks);
  G_OBJECT_CLASS (sz_accounts_dialog_parent_class)->dispose (object);
}

static void
sz_accounts_dialog_class_init (SzAccountsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_accounts_dialog_dispose;
  signals[FIRST] = g_signal_new ("first", SZ_TYPE_ACCOUNTS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_POINTER);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "system-lock-screen-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nobody Signs In Here"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page),
      _ ("Whoever opens the college writes any name. The first account is the administrator's and "
         "switches sign-in on, for good."));
  return page;
}

static void
sz_accounts_dialog_init (SzAccountsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();

  gtk_window_set_title (GTK_WINDOW (self), _ ("Accounts"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 520);
  self->add = gtk_button_new_with_mnemonic (_ ("_Add…"));
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->add);
  gtk_box_append (GTK_BOX (box), header);
  self->fault = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->fault), TRUE);
  gtk_widget_add_css_class (self->fault, "error");
  gtk_widget_hide (self->fault);
  gtk_box_append (GTK_BOX (box), self->fault);
  self->clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), 660);
  gtk_widget_set_margin_top (self->clamp, 18);
  gtk_widget_set_margin_bottom (self->clamp, 18);
  gtk_widget_set_margin_start (self->clamp, 18);
  gtk_widget_set_margin_end (self->clamp, 18);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), self->clamp);
  gtk_widget_set_vexpand (scroll, TRUE);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (), "none");
  gtk_stack_add_named (GTK_STACK (self->stack), scroll, "list");
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
  self->reading = sz_job_new (self, failed_cb);
  sz_transient_let_go (GTK_WINDOW (self));
}

SzAccountsDialog *
sz_accounts_dialog_new (GtkWindow *parent, SzTasks *tasks)
{
  SzAccountsDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && SZ_IS_TASKS (tasks), NULL);

  self = g_object_new (SZ_TYPE_ACCOUNTS_DIALOG, "transient-for", parent, NULL);
  self->tasks = g_object_ref (tasks);
  reload (self);
  return self;
}
