/* sz-take-over-dialog.c — taking over: file, what is in it, differences, done (RULE pkg-5 … pkg-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-take-over-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-ask-dialog.h"
#include "sz-figure-table.h"
#include "sz-hand-over-dialog.h"
#include "sz-help.h"
#include "sz-open-folder.h"
#include "sz-package-keys.h"
#include "sz-package-look.h"
#include "sz-spoken.h"
#include "sz-take-over-jobs.h"
#include "sz-transient.h"
#include "sz-when.h"

struct _SzTakeOverDialog
{
  AdwWindow parent_instance;

  /* Borrowed: children */
  GtkStack *stack;
  AdwActionRow *file_row;
  GtkEditable *password;
  GtkWidget *look_button;
  GtkLabel *fault;
  GtkLabel *about;
  GtkWidget *trust_button;
  SzFigureTable *table;
  GtkLabel *fields; /* of the row that is selected */
  GtkWidget *choices;
  GtkWidget *apply_button;
  AdwStatusPage *done;
  GtkWidget *undo_button;

  /* Owned */
  SzTasks *tasks;
  SzJob *job;
  char *path;
  SzPackageLook *look;
  GHashTable *taken; /* "table\tkey" → SzTake */
  gint64 no;         /* of what was taken over */
};

/* Four fields of a row. */
#define FIELDS_HEIGHT 96

enum
{
  COLUMN_STATE,
  COLUMN_TABLE,
  COLUMN_KEY,
  COLUMN_FIELDS,
  COLUMN_TAKEN,
};

G_DEFINE_FINAL_TYPE (SzTakeOverDialog, sz_take_over_dialog, ADW_TYPE_WINDOW)

static void
say (SzTakeOverDialog *self, const char *text)
{
  gtk_label_set_text (self->fault, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), text != NULL);
}

static void
failed_cb (gpointer owner, const GError *error)
{
  gtk_widget_set_sensitive (GTK_WIDGET (((SzTakeOverDialog *)owner)->stack), TRUE);
  say (owner, "");
  sz_refusal_tell (((SzTakeOverDialog *)owner)->fault, error);
}

/* ---- the table ---- */

static char *
name_row (const SzPackageLookRow *row)
{
  return g_strconcat (row->table, "\t", row->key, NULL);
}

static SzTake
get_take (SzTakeOverDialog *self, const SzPackageLookRow *row)
{
  g_autofree char *name = name_row (row);

  if (row->state == SZ_HANDOVER_KEPT)
    return SZ_TAKE_MINE;
  if (row->state != SZ_HANDOVER_CONFLICT)
    return SZ_TAKE_THEIRS;
  return (SzTake)GPOINTER_TO_INT (g_hash_table_lookup (self->taken, name));
}

static char *
write_cell_cb (gpointer owner, guint row, guint column)
{
  SzTakeOverDialog *self = owner;
  const SzPackageLookRow *line = self->look->rows->pdata[row];

  switch (column)
    {
    case COLUMN_STATE:
      return g_strdup (sz_take_over_state (line));
    case COLUMN_TABLE:
      return g_strdup (sz_take_over_table (line->table));
    case COLUMN_KEY:
      return g_strdup (line->key);
    case COLUMN_FIELDS:
      return sz_take_over_dup_fields (line, FALSE);
    case COLUMN_TAKEN:
    default:
      switch (get_take (self, line))
        {
        case SZ_TAKE_THEIRS:
          return g_strdup (_ ("theirs"));
        case SZ_TAKE_MINE:
          return g_strdup (_ ("mine"));
        case SZ_TAKE_NEITHER:
        default:
          return g_strdup (_ ("choose"));
        }
    }
}

static int
compare_cb (gpointer owner, guint a, guint b, guint column)
{
  g_autofree char *left = write_cell_cb (owner, a, column);
  g_autofree char *right = write_cell_cb (owner, b, column);

  return strcmp (left, right);
}

/* What the table has no room for. */
static void
selected_cb (SzTakeOverDialog *self, int row)
{
  const gboolean any = row >= 0 && self->look != NULL;
  g_autofree char *text = any ? sz_take_over_dup_fields (self->look->rows->pdata[row], TRUE) : NULL;

  gtk_label_set_text (self->fields, text != NULL ? text : "");
}

/* Each conflict must be chosen. */
static void
check_decided (SzTakeOverDialog *self)
{
  const guint n = self->look != NULL ? self->look->rows->len : 0;
  gboolean decided = self->look != NULL && self->look->sender != NULL;

  for (guint i = 0; i < n; i++)
    decided = decided && get_take (self, self->look->rows->pdata[i]) != SZ_TAKE_NEITHER;
  gtk_widget_set_sensitive (self->apply_button, decided);
}

static void
decide (SzTakeOverDialog *self, guint from, guint to, SzTake take)
{
  const int selected = sz_figure_table_get_selected (self->table);

  for (guint i = from; i < to; i++)
    {
      const SzPackageLookRow *row = self->look->rows->pdata[i];

      if (row->state == SZ_HANDOVER_CONFLICT)
        g_hash_table_replace (self->taken, name_row (row), GINT_TO_POINTER (take));
    }
  sz_figure_table_set_rows (self->table, self->look->rows->len);
  sz_figure_table_select (self->table, selected, FALSE);
  check_decided (self);
}

static void
decide_one (SzTakeOverDialog *self, SzTake take)
{
  const int row = sz_figure_table_get_selected (self->table);

  if (row < 0)
    return;
  decide (self, (guint)row, (guint)row + 1, take);
  /* On to the next one that is open. */
  for (guint i = 0; i < self->look->rows->len; i++)
    if (get_take (self, self->look->rows->pdata[i]) == SZ_TAKE_NEITHER)
      {
        sz_figure_table_select (self->table, (int)i, TRUE);
        selected_cb (self, (int)i);
        return;
      }
}

static void
mine_clicked_cb (SzTakeOverDialog *self)
{
  decide_one (self, SZ_TAKE_MINE);
}

static void
theirs_clicked_cb (SzTakeOverDialog *self)
{
  decide_one (self, SZ_TAKE_THEIRS);
}

static void
all_mine_clicked_cb (SzTakeOverDialog *self)
{
  decide (self, 0, self->look->rows->len, SZ_TAKE_MINE);
}

static void
all_theirs_clicked_cb (SzTakeOverDialog *self)
{
  decide (self, 0, self->look->rows->len, SZ_TAKE_THEIRS);
}

/* ---- what is in it ---- */

static SzTakeOverAsk *
make_ask (SzTakeOverDialog *self)
{
  const char *password = gtk_editable_get_text (self->password);
  SzTakeOverAsk *ask = g_new0 (SzTakeOverAsk, 1);

  ask->path = g_strdup (self->path);
  ask->password = *password != '\0' ? g_strdup (password) : NULL;
  return ask;
}

static void
show_about (SzTakeOverDialog *self)
{
  const SzPackageLook *look = self->look;
  g_autofree char *when = sz_when_format (look->created);
  const char *sender = look->sender == NULL    ? _ ("a key that is not known here")
                       : *look->sender == '\0' ? _ ("your own key")
                                               : look->sender;
  g_autofree char *text = g_strdup_printf (
      _ ("%s, package %d of %s, made %s.\nSigned by %s: %s\n%d rows differ, %d are equal, %d "
         "conflicts."),
      sz_package_part_name (look->part), (int)look->number, look->from, when, sender,
      look->fingerprint, (int)look->rows->len, (int)look->n_same, (int)look->n_conflicts);

  gtk_label_set_label (self->about, text);
  gtk_widget_set_visible (self->trust_button, look->sender == NULL);
  gtk_widget_set_visible (self->choices, look->n_conflicts > 0);
}

static void
looked_cb (gpointer owner, gpointer value)
{
  SzTakeOverDialog *self = owner;

  sz_figure_table_set_rows (self->table, 0);
  g_clear_pointer (&self->look, sz_package_look_free);
  self->look = value;
  say (self, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  show_about (self);
  sz_figure_table_set_rows (self->table, self->look->rows->len);
  if (self->look->rows->len > 0)
    sz_figure_table_select (self->table, 0, TRUE);
  selected_cb (self, self->look->rows->len > 0 ? 0 : -1);
  check_decided (self);
  gtk_widget_show (self->apply_button);
  gtk_stack_set_visible_child_name (self->stack, "rows");
}

static void
look (SzTakeOverDialog *self)
{
  if (self->path == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  sz_job_read (self->job, self->tasks,
               SZ_WORK (sz_take_over_look, make_ask (self), sz_take_over_ask_free,
                        (GDestroyNotify)sz_package_look_free),
               looked_cb);
}

static gboolean
trust_cb (SzOffice *office, const char *subject, const char *const *texts, GError **error)
{
  return sz_office_key_trust (office, texts[0], subject, error);
}

static const SzAskRow trust_rows[] = {
  { .label = N_ ("Whose key it is"), .required = TRUE },
  { NULL },
};
static const SzAskOrder trust_order = { N_ ("Know This Sender"), N_ ("_The Fingerprint Is Right"),
                                        trust_rows, trust_cb, SZ_CHANGED_NOTHING };

static void
trust_clicked_cb (SzTakeOverDialog *self)
{
  const char *names[] = { self->look->from, NULL };
  g_autofree char *hint
      = g_strdup_printf (_ ("Compare the fingerprint by telephone before you take it in:\n%s"),
                         self->look->fingerprint);
  SzAskDialog *dialog = sz_ask_dialog_new (GTK_WINDOW (self), self->tasks, &trust_order,
                                           self->look->key, hint, names);

  g_signal_connect_object (dialog, "done", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- taken over ---- */

static void
applied_cb (gpointer owner, gpointer value)
{
  SzTakeOverDialog *self = owner;
  SzTakeOverDone *taken = value;

  say (self, NULL);
  self->no = taken->no;
  adw_status_page_set_title (self->done, _ ("Taken Over"));
  adw_status_page_set_description (self->done, taken->text);
  gtk_widget_show (self->undo_button);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_hide (self->apply_button);
  gtk_stack_set_visible_child_name (self->stack, "done");
  sz_take_over_done_free (taken);
}

static void
apply_clicked_cb (SzTakeOverDialog *self)
{
  SzTakeOverAsk *ask = make_ask (self);

  ask->taken = g_hash_table_ref (self->taken);
  gtk_widget_set_sensitive (self->apply_button, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  sz_job_write (self->job, self->tasks,
                SZ_WORK (sz_take_over_apply, ask, sz_take_over_ask_free, sz_take_over_done_free,
                         .changes = SZ_CHANGED_ALL),
                applied_cb);
}

static void
undone_cb (gpointer owner, gpointer value)
{
  SzTakeOverDialog *self = owner;

  say (self, NULL);
  gtk_widget_hide (self->undo_button);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  adw_status_page_set_title (self->done, _ ("Taken Back"));
  adw_status_page_set_description (self->done, _ ("Everything is as it was before."));
}

static void
undo_clicked_cb (SzTakeOverDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  sz_job_write (self->job, self->tasks,
                SZ_WORK (sz_take_over_undo, g_memdup2 (&self->no, sizeof self->no), g_free, NULL,
                         .changes = SZ_CHANGED_ALL),
                undone_cb);
}

/* ---- the file ---- */

void
sz_take_over_dialog_set_file (SzTakeOverDialog *self, const char *path, const char *password)
{
  g_return_if_fail (SZ_IS_TAKE_OVER_DIALOG (self) && path != NULL);

  g_free (self->path);
  self->path = g_strdup (path);
  if (password != NULL)
    gtk_editable_set_text (self->password, password);
  adw_action_row_set_subtitle (self->file_row, path);
  gtk_widget_set_sensitive (self->look_button, TRUE);
  look (self);
}

static void
file_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        sz_take_over_dialog_set_file (user_data, path, NULL);
    }
  g_object_unref (dialog);
}

static void
file_clicked_cb (SzTakeOverDialog *self)
{
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_ ("Package to Take Over"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  sz_open_folder_offer (GTK_FILE_CHOOSER (dialog));
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
sz_take_over_dialog_dispose (GObject *object)
{
  SzTakeOverDialog *self = SZ_TAKE_OVER_DIALOG (object);

  if (self->table != NULL)
    sz_figure_table_set_rows (self->table, 0);
  self->table = NULL;
  g_clear_pointer (&self->job, sz_job_free);
  g_clear_pointer (&self->look, sz_package_look_free);
  g_clear_pointer (&self->taken, g_hash_table_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_object (&self->tasks);
  G_OBJECT_CLASS (sz_take_over_dialog_parent_class)->dispose (object);
}

static void
sz_take_over_dialog_class_init (SzTakeOverDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_take_over_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static GtkWidget *
add_button (SzTakeOverDialog *self, GtkWidget *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  if (box != NULL)
    gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
make_file_page (SzTakeOverDialog *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *choose = add_button (self, NULL, _ ("_Choose…"), G_CALLBACK (file_clicked_cb));
  GtkWidget *password = adw_password_entry_row_new ();

  self->file_row = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_row), _ ("Package"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->file_row), FALSE);
  gtk_widget_set_valign (choose, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (self->file_row, choose);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (password),
                                 _ ("Password, where it was not made for your key"));
  sz_spoken_text (password);
  self->password = GTK_EDITABLE (password);
  g_signal_connect_object (password, "entry-activated", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->file_row));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), password);
  gtk_box_append (GTK_BOX (box), group);
  self->look_button = add_button (self, box, _ ("_Look Into It"), G_CALLBACK (look));
  gtk_widget_add_css_class (self->look_button, "suggested-action");
  gtk_widget_set_halign (self->look_button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (self->look_button, FALSE);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 560);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_set_valign (clamp, GTK_ALIGN_CENTER);
  return clamp;
}

static GtkWidget *
make_fields (SzTakeOverDialog *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->fields = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->fields, 0);
  gtk_label_set_yalign (self->fields, 0);
  gtk_label_set_wrap (self->fields, TRUE);
  gtk_label_set_selectable (self->fields, TRUE);
  gtk_widget_set_margin_start (GTK_WIDGET (self->fields), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->fields), 12);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->fields));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), FIELDS_HEIGHT);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  return scrolled;
}

static GtkWidget *
make_rows_page (SzTakeOverDialog *self)
{
  const SzFigureColumn columns[] = {
    { _ ("What it is"), 200, FALSE, FALSE }, { _ ("Kind"), 120, FALSE, FALSE },
    { _ ("Key"), 140, FALSE, TRUE },         { _ ("Mine → theirs"), 240, FALSE, FALSE, TRUE },
    { _ ("Taken"), 80, FALSE, FALSE },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->about = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->about, 0);
  gtk_label_set_wrap (self->about, TRUE);
  gtk_label_set_selectable (self->about, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->about), TRUE);
  gtk_widget_set_margin_start (head, 12);
  gtk_widget_set_margin_end (head, 12);
  gtk_widget_set_margin_top (head, 6);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->about));
  self->trust_button
      = add_button (self, head, _ ("_Know This Sender…"), G_CALLBACK (trust_clicked_cb));
  gtk_widget_set_valign (self->trust_button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), head);
  self->choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_margin_start (self->choices, 12);
  add_button (self, self->choices, _ ("Keep _Mine"), G_CALLBACK (mine_clicked_cb));
  add_button (self, self->choices, _ ("Take Thei_rs"), G_CALLBACK (theirs_clicked_cb));
  add_button (self, self->choices, _ ("Keep All Mine"), G_CALLBACK (all_mine_clicked_cb));
  add_button (self, self->choices, _ ("Take All Theirs"), G_CALLBACK (all_theirs_clicked_cb));
  gtk_box_append (GTK_BOX (box), self->choices);
  self->table = g_object_new (SZ_TYPE_FIGURE_TABLE, "vexpand", TRUE, NULL);
  sz_figure_table_set_owner (self->table, self, write_cell_cb, compare_cb);
  sz_figure_table_set_columns (self->table, columns, G_N_ELEMENTS (columns));
  g_signal_connect_object (self->table, "selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->table));
  gtk_box_append (GTK_BOX (box), make_fields (self));
  return box;
}

static GtkWidget *
make_done_page (SzTakeOverDialog *self)
{
  self->done = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->done, "emblem-ok-symbolic");
  self->undo_button = add_button (self, NULL, _ ("_Undo"), G_CALLBACK (undo_clicked_cb));
  gtk_widget_add_css_class (self->undo_button, "pill");
  gtk_widget_set_halign (self->undo_button, GTK_ALIGN_CENTER);
  adw_status_page_set_child (self->done, self->undo_button);
  return GTK_WIDGET (self->done);
}

static void
sz_take_over_dialog_init (SzTakeOverDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  gtk_window_set_title (GTK_WINDOW (self), _ ("Take Over"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 940, 560);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->apply_button = add_button (self, NULL, _ ("_Take Over"), G_CALLBACK (apply_clicked_cb));
  gtk_widget_add_css_class (self->apply_button, "suggested-action");
  gtk_widget_hide (self->apply_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->apply_button);
  gtk_box_append (GTK_BOX (box), header);
  self->fault = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->fault, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "error");
  gtk_widget_hide (GTK_WIDGET (self->fault));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->fault));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, make_file_page (self), "file");
  gtk_stack_add_named (self->stack, make_rows_page (self), "rows");
  gtk_stack_add_named (self->stack, make_done_page (self), "done");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  self->job = sz_job_new (self, failed_cb);
  sz_transient_let_go (GTK_WINDOW (self));
}

SzTakeOverDialog *
sz_take_over_dialog_new (GtkWindow *parent, SzTasks *tasks)
{
  SzTakeOverDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && SZ_IS_TASKS (tasks), NULL);

  self = g_object_new (SZ_TYPE_TAKE_OVER_DIALOG, "transient-for", parent, NULL);
  self->tasks = g_object_ref (tasks);
  return self;
}
