/* test-import-dialog.c — the assistant from the file to the batch that is taken back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-desk.h"

#include <string.h>

#include "sz-batches-dialog.h"
#include "sz-figure-table.h"

static void
import_sample (ImportDesk *desk, const char *name)
{
  g_autofree char *path = import_desk_dup_sample (name);

  import_desk_open_file (desk, path);
  import_desk_press_next (desk);
  import_desk_press_next (desk);
  import_desk_press_next (desk);
  import_desk_press_import (desk);
}

static void
test_whole (void)
{
  g_autofree char *path = import_desk_dup_sample ("教职工花名册.xlsx");
  ImportDesk desk;

  import_desk_open (&desk);
  import_desk_open_file (&desk, path);
  g_assert_cmpint (desk.dialog->step, ==, SZ_IMPORT_FILE);
  g_assert_cmpstr (desk.dialog->draft->kind->word, ==, "people");
  g_assert_false (desk.dialog->draft->update);
  import_desk_press_next (&desk);
  g_assert_true (sz_import_columns_pane_is_complete (desk.dialog->columns_pane));
  import_desk_press_next (&desk);
  g_assert_cmpint (desk.dialog->step, ==, SZ_IMPORT_CHECK);
  g_assert_nonnull (desk.dialog->outcome);
  {
    g_autofree char *counts = sz_import_outcome_dup_counts (desk.dialog->outcome);

    g_assert_cmpstr (counts, ==,
                     "131 rows = 128 new + 0 changed + 0 unchanged + 0 with errors + 3 skipped");
  }
  /* The trial left nothing. */
  g_assert_cmpuint (import_desk_count_people (&desk), ==, 0);
  import_desk_press_next (&desk);
  import_desk_press_import (&desk);
  g_assert_cmpuint (import_desk_count_people (&desk), ==, 128);

  /* The same sheet again is held against what is there. */
  import_desk_open_file (&desk, path);
  g_assert_true (desk.dialog->draft->update);
  import_desk_press_next (&desk);
  import_desk_press_next (&desk);
  g_assert_cmpint (desk.dialog->outcome->result->unchanged, ==, 128);
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  import_desk_close (&desk);
}

/* ---- findings ---- */

static gboolean
has_row (gpointer data)
{
  return desk_find (GTK_WIDGET (((ImportDesk *)data)->dialog->check_pane), GTK_TYPE_LABEL, "label",
                    "工号")
         != NULL;
}

static void
test_findings (void)
{
  g_autofree char *path = import_desk_dup_sample ("花名册-有误.xlsx");
  g_autofree char *workbook = NULL;
  ImportDesk desk;
  const SzImportResult *result;

  import_desk_open (&desk);
  import_desk_open_file (&desk, path);
  import_desk_press_next (&desk);
  import_desk_press_next (&desk);
  result = desk.dialog->outcome->result;
  g_assert_cmpint (result->rejected, >, 0);
  g_assert_cmpint (result->rows, ==,
                   result->inserted + result->updated + result->unchanged + result->rejected);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (desk.dialog->next_button)));
  /* The first finding is chosen, and its row comes as it stood. */
  desk_wait (has_row, &desk);
  workbook = g_build_filename (desk.folder, "findings.xlsx", NULL);
  _sz_import_dialog_mark (desk.dialog, workbook);
  desk_wait (import_desk_is_idle, &desk);
  g_assert_true (g_file_test (workbook, G_FILE_TEST_EXISTS));
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  import_desk_close (&desk);
}

/* A value that nobody knows is matched, remembered, and gone from the findings. */
static void
test_values (void)
{
  g_autofree char *path = import_desk_dup_sample ("花名册-有误.xlsx");
  ImportDesk desk;
  guint before;
  guint after;
  GtkWidget *drop;

  import_desk_open (&desk);
  import_desk_open_file (&desk, path);
  import_desk_press_next (&desk);
  import_desk_press_next (&desk);
  before = sz_issue_list_errors (desk.dialog->outcome->result->issues);
  g_signal_emit_by_name (desk.dialog->back_button, "clicked");
  desk_wait (import_desk_is_idle, &desk);
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
  import_desk_press_next (&desk);
  after = sz_issue_list_errors (desk.dialog->outcome->result->issues);
  g_assert_cmpuint (after, ==, before - 1);

  /* The next sheet with it is understood. */
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  desk_turn ();
  import_desk_open_file (&desk, path);
  import_desk_press_next (&desk);
  g_assert_null (
      desk_find (GTK_WIDGET (desk.dialog->columns_pane), GTK_TYPE_LABEL, "label", "编外之外"));
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  import_desk_close (&desk);
}

/* A column of the user's own, by a click; a required one without a column stops the way. */
static void
test_columns (void)
{
  ImportDesk desk;
  g_autofree char *path = NULL;
  GtkWidget *drop;

  import_desk_open (&desk);
  path = g_build_filename (desk.folder, "a.csv", NULL);
  g_file_set_contents (path,
                       "工号,称呼,身份证号,部门,人员类别\n"
                       "1001,张三,11010519491231002X,教务处,在编\n",
                       -1, NULL);
  import_desk_open_file (&desk, path);
  import_desk_press_next (&desk);
  g_assert_cmpint (desk.dialog->step, ==, SZ_IMPORT_COLUMNS);
  drop = desk_find (GTK_WIDGET (desk.dialog->columns_pane), GTK_TYPE_LABEL, "label", "称呼");
  while (!GTK_IS_DROP_DOWN (drop))
    drop = gtk_widget_get_next_sibling (drop);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), 0);
  g_assert_false (sz_import_columns_pane_is_complete (desk.dialog->columns_pane));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), 2);
  g_assert_true (sz_import_columns_pane_is_complete (desk.dialog->columns_pane));
  g_assert_cmpstr (g_hash_table_lookup (desk.dialog->draft->map, "称呼"), ==, "姓名");
  desk_wait (import_desk_is_idle, &desk);
  import_desk_press_next (&desk);
  g_assert_cmpint (desk.dialog->outcome->result->inserted, ==, 1);
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  import_desk_close (&desk);
}

static void
test_stopped (void)
{
  g_autofree char *path = import_desk_dup_sample ("教职工花名册.xlsx");
  ImportDesk desk;

  import_desk_open (&desk);
  import_desk_open_file (&desk, path);
  import_desk_press_next (&desk);
  g_signal_emit_by_name (desk.dialog->next_button, "clicked");
  g_assert_true (sz_import_dialog_is_busy (desk.dialog));
  _sz_import_dialog_stop (desk.dialog);
  g_assert_false (sz_import_dialog_is_busy (desk.dialog));
  desk_turn ();
  g_assert_null (desk.dialog->outcome);
  /* Closed while something is on its way. */
  _sz_import_dialog_check (desk.dialog);
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  desk_wait (import_desk_is_closed, &desk);
  g_assert_cmpuint (import_desk_count_people (&desk), ==, 0);
  import_desk_close (&desk);
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
  ImportDesk desk;
  SzBatchesDialog *dialog;
  GtkWidget *button;
  GtkWidget *table;

  import_desk_open (&desk);
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
  g_assert_cmpuint (import_desk_count_people (&desk), ==, 128);

  /* The latest can. */
  sz_figure_table_select (SZ_FIGURE_TABLE (table), 0, FALSE);
  g_signal_emit_by_name (button, "clicked");
  desk_wait (is_taken_back, dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  import_desk_close (&desk);
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
