/* sz-hand-over-dialog.c — handing over: part, recipient and password, file (RULE pkg-1, pkg-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-hand-over-dialog.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "sz-account.h"
#include "sz-decimal.h"
#include "sz-form-dialog.h"
#include "sz-help.h"
#include "sz-message.h"
#include "sz-open-folder.h"
#include "sz-package-keys.h"
#include "sz-package-make.h"
#include "sz-secret-text.h"

struct _SzHandOverDialog
{
  SzFormDialog parent_instance;

  AdwComboRow *part;
  GtkEditable *of; /* the year, run, plan or round */
  AdwComboRow *to;
  GtkEditable *password;
  GtkEditable *again;
  AdwActionRow *file_row;

  /* Owned */
  char *path;
  GtkStringList *names; /* of recipients; the first is nobody */
  SzJob *reading;
};

G_DEFINE_FINAL_TYPE (SzHandOverDialog, sz_hand_over_dialog, SZ_TYPE_FORM_DIALOG)

static const struct
{
  const char *part;
  const char *name;
  const char *of; /* (nullable): what it is asked of */
} parts[] = {
  { "people", N_ ("People and their records"), NULL },
  { "workload", N_ ("Workload of a year"), N_ ("Year") },
  { "parttime", N_ ("Part-time teachers and their fees"), NULL },
  { "ledger", N_ ("Ledger and tax of a year"), N_ ("Year") },
  { "params", N_ ("Parameters and calendar"), NULL },
  { "pay-result", N_ ("Result of a pay run"), N_ ("Number of the pay run") },
  { "registers", N_ ("Targets and registers of a year"), N_ ("Year") },
  { "recruit", N_ ("A plan of recruitment"), N_ ("Plan") },
  { "titles", N_ ("A round of titles"), N_ ("Round") },
};

const char *
sz_package_part_name (const char *part)
{
  g_return_val_if_fail (part != NULL, "");

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].part, part))
      return _ (parts[i].name);
  return part;
}

typedef struct
{
  guint part;
  char *of;
  char *to; /* NULL: by password only */
  char *password;
  char *path;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_free (job->of);
  g_free (job->to);
  sz_secret_text_free (job->password);
  g_free (job->path);
  g_free (job);
}

static gpointer
make_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Job *job = data;
  const char *to[] = { job->to, NULL };
  const char *part = parts[job->part].part;
  SzPackageAsk ask = {
    .part = part, .file = job->path, .to = job->to != NULL ? to : NULL, .password = job->password
  };
  SzPackageMade made = { 0 };
  char *text = NULL;

  if (parts[job->part].of == NULL)
    ;
  else if (g_str_equal (part, "recruit"))
    ask.plan = job->of;
  else if (g_str_equal (part, "titles"))
    ask.batch = job->of;
  else if (g_str_equal (part, "pay-result"))
    ask.run = g_ascii_strtoll (job->of, NULL, 10);
  else
    ask.year = (int)g_ascii_strtoll (job->of, NULL, 10);
  if (sz_office_package_make (office, &ask, &made, error))
    text = g_strdup_printf (_ ("Package %d with %d rows: %s"), (int)made.number, (int)made.rows,
                            job->path);
  sz_package_made_clear (&made);
  return text;
}

static void
made_cb (gpointer owner, gpointer value)
{
  g_autofree char *text = value;
  GtkWindow *parent = gtk_window_get_transient_for (owner);
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("Handed Over"), text);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  sz_form_dialog_finish (owner);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
sz_hand_over_dialog_save (SzFormDialog *dialog)
{
  SzHandOverDialog *self = SZ_HAND_OVER_DIALOG (dialog);
  const char *password = gtk_editable_get_text (self->password);
  const guint to = adw_combo_row_get_selected (self->to);
  Job *job = g_new0 (Job, 1);

  job->part = adw_combo_row_get_selected (self->part);
  job->of = g_strstrip (g_strdup (gtk_editable_get_text (self->of)));
  job->to = to > 0 ? g_strdup (gtk_string_list_get_string (self->names, to)) : NULL;
  job->password = *password != '\0' ? g_strdup (password) : NULL;
  job->path = g_strdup (self->path);
  sz_form_dialog_write (dialog, SZ_WORK (make_cb, job, free_job, g_free), made_cb);
}

static SzFormCheck
sz_hand_over_dialog_check (SzFormDialog *dialog)
{
  SzHandOverDialog *self = SZ_HAND_OVER_DIALOG (dialog);
  SzFormCheck verdict = { 0 };
  g_autoptr (GError) fault = NULL;
  const char *password;
  const char *of;

  if (self->file_row == NULL)
    return verdict;
  password = gtk_editable_get_text (self->password);
  of = parts[adw_combo_row_get_selected (self->part)].of;
  gtk_widget_set_visible (GTK_WIDGET (self->of), of != NULL);
  if (of != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->of), _ (of));
  gtk_widget_set_visible (GTK_WIDGET (self->again), *password != '\0');
  if (*password != '\0' && !sz_account_check_password (password, "", "", &fault))
    {
      verdict.fault = sz_message_for_error (fault);
      verdict.rule = sz_refusal_rule (fault);
    }
  else if (*password != '\0' && *gtk_editable_get_text (self->again) != '\0'
           && !g_str_equal (password, gtk_editable_get_text (self->again)))
    verdict.fault = g_strdup (_ ("The two passwords differ."));
  verdict.complete
      = verdict.fault == NULL && self->path != NULL
        && (of == NULL || *gtk_editable_get_text (self->of) != '\0')
        && (*password != '\0' || adw_combo_row_get_selected (self->to) > 0)
        && (*password == '\0' || g_str_equal (password, gtk_editable_get_text (self->again)));
  return verdict;
}

void
sz_hand_over_dialog_set_file (SzHandOverDialog *self, const char *path)
{
  g_return_if_fail (SZ_IS_HAND_OVER_DIALOG (self) && path != NULL);

  g_free (self->path);
  self->path = g_strdup (path);
  adw_action_row_set_subtitle (self->file_row, path);
  sz_form_dialog_changed (SZ_FORM_DIALOG (self));
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        sz_hand_over_dialog_set_file (user_data, path);
    }
  g_object_unref (dialog);
}

static void
file_clicked_cb (SzHandOverDialog *self)
{
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_ ("File of the Package"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y%m%d");
  g_autofree char *name
      = g_strdup_printf ("%s-%s.szpkg",
                         sz_package_part_name (parts[adw_combo_row_get_selected (self->part)].part),
                         day);

  sz_open_folder_offer (GTK_FILE_CHOOSER (dialog));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static gpointer
read_keys_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  return sz_office_keys (office, error);
}

static void
keys_read_cb (gpointer owner, gpointer value)
{
  SzHandOverDialog *self = owner;
  g_autoptr (GPtrArray) keys = value;

  for (guint i = 0; i < keys->len; i++)
    gtk_string_list_append (self->names, ((SzKnownKey *)keys->pdata[i])->name);
}

static void
keys_failed_cb (gpointer owner, const GError *error)
{
  sz_form_dialog_refuse (owner, error);
}

static void
sz_hand_over_dialog_dispose (GObject *object)
{
  SzHandOverDialog *self = SZ_HAND_OVER_DIALOG (object);

  g_clear_pointer (&self->reading, sz_job_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_object (&self->names);
  G_OBJECT_CLASS (sz_hand_over_dialog_parent_class)->dispose (object);
}

static void
sz_hand_over_dialog_class_init (SzHandOverDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_hand_over_dialog_dispose;
  SZ_FORM_DIALOG_CLASS (klass)->check = sz_hand_over_dialog_check;
  SZ_FORM_DIALOG_CLASS (klass)->save = sz_hand_over_dialog_save;
}

static void
sz_hand_over_dialog_init (SzHandOverDialog *self)
{
  self->names = gtk_string_list_new (NULL);
  gtk_string_list_append (self->names, _ ("Whoever knows the password"));
  self->reading = sz_job_new (self, keys_failed_cb);
}

static AdwComboRow *
add_combo (SzHandOverDialog *self, AdwPreferencesGroup *group, const char *title, GListModel *model)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), model);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (sz_form_dialog_changed), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  return ADW_COMBO_ROW (row);
}

static AdwPreferencesGroup *
add_group (SzHandOverDialog *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  sz_form_dialog_add (SZ_FORM_DIALOG (self), group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_file (SzHandOverDialog *self)
{
  AdwPreferencesGroup *group = add_group (self, _ ("3 · File"));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Choose…"));

  self->file_row = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_row), _ ("Where it is written"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->file_row), FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (file_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (self->file_row, button);
  adw_preferences_group_add (group, GTK_WIDGET (self->file_row));
}

SzHandOverDialog *
sz_hand_over_dialog_new (GtkWindow *parent, SzTasks *tasks)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  AdwPreferencesGroup *group;
  SzHandOverDialog *self;
  SzFormDialog *dialog;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && SZ_IS_TASKS (tasks), NULL);

  self = g_object_new (SZ_TYPE_HAND_OVER_DIALOG, "transient-for", parent, "tasks", tasks, "title",
                       _ ("Hand Over"), NULL);
  dialog = SZ_FORM_DIALOG (self);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_string_list_append (names, _ (parts[i].name));
  sz_form_dialog_set_verb (dialog, _ ("_Hand Over"));
  group = add_group (self, _ ("1 · What"));
  self->part = add_combo (self, group, _ ("Part"), G_LIST_MODEL (names));
  self->of = sz_form_dialog_add_entry (dialog, group, _ ("Year"), TRUE);
  group = add_group (self, _ ("2 · For whom"));
  self->to = add_combo (self, group, _ ("Recipient"), G_LIST_MODEL (self->names));
  self->password
      = sz_form_dialog_add_secret (dialog, group, _ ("Password, 12 characters at least"));
  self->again = sz_form_dialog_add_secret (dialog, group, _ ("Once more"));
  add_file (self);
  /* Room for what comes while one chooses and types. */
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 600);
  sz_form_dialog_begin (dialog);
  sz_job_read (self->reading, tasks,
               SZ_WORK (read_keys_cb, NULL, NULL, (GDestroyNotify)g_ptr_array_unref), keys_read_cb);
  return self;
}
