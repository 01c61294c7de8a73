/* test-import-dialog.c — the assistant from the file to the batch that is taken back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-fixture.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "sz-batches-dialog.h"
#include "sz-figure-table.h"
#include "sz-import-batches.h"
#include "sz-import-dialog-private.h"
#include "sz-office.h"
#include "sz-view-people.h"
#include "sz-window.h"

typedef struct
{
  char *folder;
  char *path;
  SzTasks *tasks;
  SzWindow *window;
  SzImportDialog *dialog;
  gboolean closed;
} Desk;

static void
dialog_gone_cb (gpointer data, GObject *dialog)
{
  ((Desk *)data)->closed = TRUE;
}

/* An empty college with its window. */
static void
desk_open (Desk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = NULL;

  *desk = (Desk){ 0 };
  desk->folder = g_dir_make_tmp ("shizi-desk-XXXXXX", &error);
  g_assert_no_error (error);
  desk->path = g_build_filename (desk->folder, "college.db", NULL);
  office = sz_office_create (desk->path, "test", "某技师学院", 128, &error);
  g_assert_no_error (error);
  desk->window = desk_window (desk->path, &desk->tasks);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
desk_close (Desk *desk)
{
  gtk_window_destroy (GTK_WINDOW (desk->window));
  desk_turn ();
  g_object_unref (desk->tasks);
  desk_turn ();
  remove_folder (desk->folder);
  g_free (desk->folder);
  g_free (desk->path);
}

static gboolean
is_idle (gpointer data)
{
  return !sz_import_dialog_is_busy (((Desk *)data)->dialog);
}

static gboolean
is_closed (gpointer data)
{
  return ((Desk *)data)->closed;
}

static char *
get_sample (const char *name)
{
  return g_build_filename (g_getenv ("SHIZI_SOURCE_ROOT"), "data", "sample", name, NULL);
}

static void
open_file (Desk *desk, const char *path)
{
  desk->closed = FALSE;
  desk->dialog = sz_import_dialog_new (GTK_WINDOW (desk->window), desk->tasks, path);
  g_object_weak_ref (G_OBJECT (desk->dialog), dialog_gone_cb, desk);
  gtk_window_present (GTK_WINDOW (desk->dialog));
  desk_wait (is_idle, desk);
}

static void
press_next (Desk *desk)
{
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (desk->dialog->next_button)));
  g_signal_emit_by_name (desk->dialog->next_button, "clicked");
  if (desk->dialog->step != SZ_IMPORT_PREVIEW)
    desk_wait (is_idle, desk);
}

/* The last press: the window goes when the rows are there. */
static void
press_import (Desk *desk)
{
  g_assert_cmpint (desk->dialog->step, ==, SZ_IMPORT_PREVIEW);
  g_signal_emit_by_name (desk->dialog->next_button, "clicked");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (desk->dialog)));
  desk_wait (is_closed, desk);
}

static void
import_sample (Desk *desk, const char *name)
{
  g_autofree char *path = get_sample (name);

  open_file (desk, path);
  press_next (desk);
  press_next (desk);
  press_next (desk);
  press_import (desk);
}

static guint
count_people (Desk *desk)
{
  g_autoptr (SzOffice) office = sz_office_open (desk->path, "test", NULL);
  g_autoptr (SzPeopleView) view = sz_view_people_open (office, 20251231, NULL, NULL);

  return sz_people_view_get_size (view);
}

static void
test_whole (void)
{
  g_autofree char *path = get_sample ("教职工花名册.xlsx");
  Desk desk;

  desk_open (&desk);
  open_file (&desk, path);
  g_assert_cmpint (desk.dialog->step, ==, SZ_IMPORT_FILE);
  g_assert_cmpstr (desk.dialog->draft->kind->word, ==, "people");
  g_assert_false (desk.dialog->draft->update);
  press_next (&desk);
  g_assert_true (sz_import_columns_pane_is_complete (desk.dialog->columns_pane));
  press_next (&desk);
  g_assert_cmpint (desk.dialog->step, ==, SZ_IMPORT_CHECK);
  g_assert_nonnull (desk.dialog->outcome);
  {
    g_autofree char *counts = sz_import_outcome_dup_counts (desk.dialog->outcome);

    g_assert_cmpstr (counts, ==,
                     "131 rows = 128 new + 0 changed + 0 unchanged + 0 with errors + 3 skipped");
  }
  /* The trial left nothing. */
  g_assert_cmpuint (count_people (&desk), ==, 0);
  press_next (&desk);
  press_import (&desk);
  g_assert_cmpuint (count_people (&desk), ==, 128);

  /* The same sheet again is held against what is there. */
  open_file (&desk, path);
  g_assert_true (desk.dialog->draft->update);
  press_next (&desk);
  press_next (&desk);
  g_assert_cmpint (desk.dialog->outcome->result->unchanged, ==, 128);
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  desk_close (&desk);
}

/* ---- findings ---- */

static gboolean
has_row (gpointer data)
{
  return desk_find (GTK_WIDGET (((Desk *)data)->dialog->check_pane), GTK_TYPE_LABEL, "label",
                    "工号")
         != NULL;
}

static void
test_findings (void)
{
  g_autofree char *path = get_sample ("花名册-有误.xlsx");
  g_autofree char *workbook = NULL;
  Desk desk;
  const SzImportResult *result;

  desk_open (&desk);
  open_file (&desk, path);
  press_next (&desk);
  press_next (&desk);
  result = desk.dialog->outcome->result;
  g_assert_cmpint (result->rejected, >, 0);
  g_assert_cmpint (result->rows, ==,
                   result->inserted + result->updated + result->unchanged + result->rejected);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (desk.dialog->next_button)));
  /* The first finding is chosen, and its row comes as it stood. */
  desk_wait (has_row, &desk);
  workbook = g_build_filename (desk.folder, "findings.xlsx", NULL);
  _sz_import_dialog_mark (desk.dialog, workbook);
  desk_wait (is_idle, &desk);
  g_assert_true (g_file_test (workbook, G_FILE_TEST_EXISTS));
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  desk_close (&desk);
}

/* A value that nobody knows is matched, remembered, and gone from the findings. */
static void
test_values (void)
{
  g_autofree char *path = get_sample ("花名册-有误.xlsx");
  Desk desk;
  guint before;
  guint after;
  GtkWidget *drop;

  desk_open (&desk);
  open_file (&desk, path);
  press_next (&desk);
  press_next (&desk);
  before = sz_issue_list_errors (desk.dialog->outcome->result->issues);
  g_signal_emit_by_name (desk.dialog->back_button, "clicked");
  desk_wait (is_idle, &desk);
  g_assert_cmpint (desk.dialog->step, ==, SZ_IMPORT_COLUMNS);

  drop = desk_find (GTK_WIDGET (desk.dialog->columns_pane), GTK_TYPE_LABEL, "label", "编外之外");
  g_assert_nonnull (drop);
  while (!GTK_IS_DROP_DOWN (drop))
    drop = gtk_widget_get_next_sibling (drop);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), 2);
  {
    g_autoptr (GArray) meanings = sz_import_columns_pane_dup_meanings (desk.dialog->columns_pane);

    g_assert_cmpuint (meanings->len, ==, 1);
  }
  press_next (&desk);
  after = sz_issue_list_errors (desk.dialog->outcome->result->issues);
  g_assert_cmpuint (after, ==, before - 1);

  /* The next sheet with it is understood. */
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  desk_turn ();
  open_file (&desk, path);
  press_next (&desk);
  g_assert_null (
      desk_find (GTK_WIDGET (desk.dialog->columns_pane), GTK_TYPE_LABEL, "label", "编外之外"));
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  desk_close (&desk);
}

/* A column of the user's own, by a click; a required one without a column stops the way. */
static void
test_columns (void)
{
  Desk desk;
  g_autofree char *path = NULL;
  GtkWidget *drop;

  desk_open (&desk);
  path = g_build_filename (desk.folder, "a.csv", NULL);
  g_file_set_contents (path,
                       "工号,称呼,身份证号,部门,人员类别\n"
                       "1001,张三,11010519491231002X,教务处,在编\n",
                       -1, NULL);
  open_file (&desk, path);
  press_next (&desk);
  g_assert_cmpint (desk.dialog->step, ==, SZ_IMPORT_COLUMNS);
  drop = desk_find (GTK_WIDGET (desk.dialog->columns_pane), GTK_TYPE_LABEL, "label", "称呼");
  while (!GTK_IS_DROP_DOWN (drop))
    drop = gtk_widget_get_next_sibling (drop);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), 0);
  g_assert_false (sz_import_columns_pane_is_complete (desk.dialog->columns_pane));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), 2);
  g_assert_true (sz_import_columns_pane_is_complete (desk.dialog->columns_pane));
  g_assert_cmpstr (g_hash_table_lookup (desk.dialog->draft->map, "称呼"), ==, "姓名");
  desk_wait (is_idle, &desk);
  press_next (&desk);
  g_assert_cmpint (desk.dialog->outcome->result->inserted, ==, 1);
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  desk_close (&desk);
}

static void
test_stopped (void)
{
  g_autofree char *path = get_sample ("教职工花名册.xlsx");
  Desk desk;

  desk_open (&desk);
  open_file (&desk, path);
  press_next (&desk);
  g_signal_emit_by_name (desk.dialog->next_button, "clicked");
  g_assert_true (sz_import_dialog_is_busy (desk.dialog));
  _sz_import_dialog_stop (desk.dialog);
  g_assert_false (sz_import_dialog_is_busy (desk.dialog));
  desk_turn ();
  g_assert_null (desk.dialog->outcome);
  /* Closed while something is on its way. */
  _sz_import_dialog_check (desk.dialog);
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  desk_wait (is_closed, &desk);
  g_assert_cmpuint (count_people (&desk), ==, 0);
  desk_close (&desk);
}

/* ---- batches ---- */

static guint
count_rows (GtkWidget *dialog)
{
  GtkWidget *table = desk_find (dialog, SZ_TYPE_FIGURE_TABLE, NULL, NULL);

  return table != NULL ? sz_figure_table_get_n_rows (SZ_FIGURE_TABLE (table)) : 0;
}

static gboolean
has_batches (gpointer dialog)
{
  return count_rows (dialog) > 0;
}

static gboolean
is_told (gpointer dialog)
{
  GtkWidget *bar = desk_find (dialog, GTK_TYPE_INFO_BAR, NULL, NULL);

  return gtk_widget_get_visible (bar);
}

static gboolean
is_taken_back (gpointer dialog)
{
  GtkWidget *table = desk_find (dialog, SZ_TYPE_FIGURE_TABLE, NULL, NULL);
  g_autofree char *text = sz_figure_table_dup_text (SZ_FIGURE_TABLE (table));

  return strstr (text, "taken back") != NULL;
}

static void
test_batches (void)
{
  Desk desk;
  SzBatchesDialog *dialog;
  GtkWidget *button;
  GtkWidget *table;

  desk_open (&desk);
  import_sample (&desk, "教职工花名册.xlsx");
  import_sample (&desk, "年度考核.xlsx");
  dialog = sz_batches_dialog_new (GTK_WINDOW (desk.window), desk.tasks);
  gtk_window_present (GTK_WINDOW (dialog));
  desk_wait (has_batches, dialog);
  g_assert_cmpuint (count_rows (GTK_WIDGET (dialog)), ==, 2);
  button = desk_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "label", "_Take Back");
  table = desk_find (GTK_WIDGET (dialog), SZ_TYPE_FIGURE_TABLE, NULL, NULL);
  g_assert_true (gtk_widget_get_sensitive (button));

  /* People whose assessments are there cannot go: the reason is told. */
  sz_figure_table_select (SZ_FIGURE_TABLE (table), 1, FALSE);
  g_signal_emit_by_name (button, "clicked");
  desk_wait (is_told, dialog);
  g_assert_false (is_taken_back (dialog));
  g_assert_cmpuint (count_people (&desk), ==, 128);

  /* The latest can. */
  sz_figure_table_select (SZ_FIGURE_TABLE (table), 0, FALSE);
  g_signal_emit_by_name (button, "clicked");
  desk_wait (is_taken_back, dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  desk_close (&desk);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/import/whole", test_whole);
  g_test_add_func ("/desk/import/findings", test_findings);
  g_test_add_func ("/desk/import/ppl-2/values", test_values);
  g_test_add_func ("/desk/import/columns", test_columns);
  g_test_add_func ("/desk/import/stopped", test_stopped);
  g_test_add_func ("/desk/import/batches", test_batches);
  return g_test_run ();
}
