/* sz-account-add-dialog.c — a new account; the first one switches sign-in on (RULE acc-1, acc-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-account-add-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-account.h"
#include "sz-form-dialog.h"
#include "sz-help.h"
#include "sz-message.h"
#include "sz-secret-text.h"

struct _SzAccountAddDialog
{
  SzFormDialog parent_instance;

  gboolean first;
  GtkEditable *login;
  GtkEditable *name;
  AdwComboRow *role;
  GtkEditable *password;
  GtkEditable *again;
};

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzAccountAddDialog, sz_account_add_dialog, SZ_TYPE_FORM_DIALOG)

static const struct
{
  const char *word;
  const char *name;
} roles[] = {
  { "personnel", N_ ("Personnel") },         { "finance", N_ ("Finance") },
  { "leader", N_ ("Leader (reads only)") },  { "supervisor", N_ ("Supervisor") },
  { "administrator", N_ ("Administrator") }, { "personnel,finance", N_ ("Personnel and finance") },
};

const char *const *
sz_account_role_words (void)
{
  static const char *words[G_N_ELEMENTS (roles) + 1];

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    words[i] = roles[i].word;
  return words;
}

const char *
sz_account_role_name (const char *word)
{
  g_return_val_if_fail (word != NULL, "");

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (roles[i].word, word))
      return _ (roles[i].name);
  return word;
}

/* What the writer gets and gives. */
typedef struct
{
  char *login;
  char *name;
  const char *roles;
  char *password;
} Job;

typedef struct
{
  char *code;
  SzSession *session;
} Added;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_free (job->login);
  g_free (job->name);
  sz_secret_text_free (job->password);
  g_free (job);
}

static void
free_added (gpointer data)
{
  Added *added = data;

  sz_secret_text_free (added->code);
  g_clear_pointer (&added->session, sz_session_unref);
  g_free (added);
}

static gpointer
add_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Job *job = data;
  const SzNewAccount account = { job->login, job->name, job->roles, job->password };
  g_autofree char *code = NULL;
  Added *added;

  if (!sz_office_account_add (office, &account, &code, error))
    return NULL;
  added = g_new0 (Added, 1);
  added->code = g_strdup (code);
  /* The first administrator acts from here on. */
  if (code != NULL && sz_office_get_session (office) != NULL)
    added->session = sz_session_ref (sz_office_get_session (office));
  return added;
}

static void
added_cb (gpointer owner, gpointer value)
{
  Added *added = value;

  g_signal_emit (owner, signals[ADDED], 0, added->code, added->session);
  free_added (added);
  sz_form_dialog_finish (owner);
}

static const char *
get_role (SzAccountAddDialog *self)
{
  return self->first ? "administrator"
                     : sz_account_role_words ()[adw_combo_row_get_selected (self->role)];
}

/* What is said while one types; the office judges the rest. */
static SzFormCheck
sz_account_add_dialog_check (SzFormDialog *dialog)
{
  SzAccountAddDialog *self = SZ_ACCOUNT_ADD_DIALOG (dialog);
  const char *login, *name, *password, *again;
  SzFormCheck verdict = { 0 };
  g_autoptr (GError) fault = NULL;

  if (self->again == NULL)
    return verdict;
  login = gtk_editable_get_text (self->login);
  name = gtk_editable_get_text (self->name);
  password = gtk_editable_get_text (self->password);
  again = gtk_editable_get_text (self->again);
  if (*login == '\0' || *name == '\0' || *password == '\0')
    return verdict;
  if (!sz_account_check (&(SzNewAccount){ login, name, get_role (self), password }, &fault))
    {
      verdict.fault = sz_message_for_error (fault);
      verdict.rule = sz_refusal_rule (fault);
    }
  else if (*again != '\0' && !g_str_equal (password, again))
    verdict.fault = g_strdup (_ ("The two passwords differ."));
  else
    verdict.complete = *again != '\0';
  return verdict;
}

static void
sz_account_add_dialog_save (SzFormDialog *dialog)
{
  SzAccountAddDialog *self = SZ_ACCOUNT_ADD_DIALOG (dialog);
  Job *job = g_new0 (Job, 1);

  job->login = g_strdup (gtk_editable_get_text (self->login));
  job->name = g_strdup (gtk_editable_get_text (self->name));
  job->roles = get_role (self);
  job->password = g_strdup (gtk_editable_get_text (self->password));
  sz_form_dialog_write (dialog, SZ_WORK (add_cb, job, free_job, free_added), added_cb);
}

static void
sz_account_add_dialog_class_init (SzAccountAddDialogClass *klass)
{
  SZ_FORM_DIALOG_CLASS (klass)->check = sz_account_add_dialog_check;
  SZ_FORM_DIALOG_CLASS (klass)->save = sz_account_add_dialog_save;
  signals[ADDED] = g_signal_new ("added", SZ_TYPE_ACCOUNT_ADD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_POINTER);
}

static void
sz_account_add_dialog_init (SzAccountAddDialog *self)
{
}

static void
add_role (SzAccountAddDialog *self, AdwPreferencesGroup *group)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    gtk_string_list_append (names, _ (roles[i].name));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Role"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (sz_form_dialog_changed), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  self->role = ADW_COMBO_ROW (row);
}

SzAccountAddDialog *
sz_account_add_dialog_new (GtkWindow *parent, SzTasks *tasks, gboolean first)
{
  AdwPreferencesGroup *group;
  SzFormDialog *dialog;
  SzAccountAddDialog *self;
  g_autofree char *protects = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && SZ_IS_TASKS (tasks), NULL);

  self = g_object_new (SZ_TYPE_ACCOUNT_ADD_DIALOG, "transient-for", parent, "tasks", tasks, "title",
                       first ? _ ("Switch Sign-In On") : _ ("New Account"), NULL);
  dialog = SZ_FORM_DIALOG (self);
  self->first = first;
  protects = first ? sz_message_for_code ("account.protects", NULL) : NULL;
  sz_form_dialog_set_hint (dialog, protects);
  sz_form_dialog_set_verb (dialog, first ? _ ("_Switch On for Good") : _ ("_Add"));
  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->login = sz_form_dialog_add_entry (dialog, group, _ ("Login"), TRUE);
  self->name = sz_form_dialog_add_entry (dialog, group, _ ("Name, as it stands in the log"), TRUE);
  if (!first)
    add_role (self, group);
  self->password
      = sz_form_dialog_add_secret (dialog, group, _ ("Password, 12 characters at least"));
  self->again = sz_form_dialog_add_secret (dialog, group, _ ("Once more"));
  sz_form_dialog_add (dialog, GTK_WIDGET (group));
  sz_form_dialog_begin (dialog);
  return self;
}
