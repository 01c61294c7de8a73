/* test-import-queue.c — several files one after the other, what is seen before it is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-desk.h"

#include <string.h>

#include "sz-figure-table.h"
#include "sz-import-batches.h"
#include "sz-office.h"
#include "sz-open-folder.h"

/* ---- several files ---- */

static void
open_files (ImportDesk *desk, char **paths)
{
  desk->closed = FALSE;
  desk->dialog = sz_import_dialog_new (GTK_WINDOW (desk->window), desk->tasks, NULL);
  g_object_weak_ref (G_OBJECT (desk->dialog), import_desk_gone_cb, desk);
  sz_import_dialog_set_paths (desk->dialog, g_strdupv (paths));
  gtk_window_present (GTK_WINDOW (desk->dialog));
  desk_wait (import_desk_is_idle, desk);
}

static gboolean
is_next_file (gpointer data)
{
  ImportDesk *desk = data;

  return gtk_widget_get_visible (GTK_WIDGET (desk->dialog)) && desk->dialog->step == SZ_IMPORT_FILE
         && import_desk_is_idle (desk);
}

/* All steps of a file behind which another one waits. */
static void
import_and_go_on (ImportDesk *desk)
{
  import_desk_press_next (desk);
  import_desk_press_next (desk);
  import_desk_press_next (desk);
  g_assert_cmpint (desk->dialog->step, ==, SZ_IMPORT_PREVIEW);
  g_signal_emit_by_name (desk->dialog->next_button, "clicked");
  desk_wait (is_next_file, desk);
}

static void
assert_file (ImportDesk *desk, const char *name, const char *count)
{
  g_autofree char *base = g_path_get_basename (desk->dialog->draft->path);

  g_assert_cmpint (desk->dialog->step, ==, SZ_IMPORT_FILE);
  g_assert_cmpstr (base, ==, name);
  g_assert_cmpstr (gtk_label_get_label (desk->dialog->count_label), ==, count);
}

/* Kinds of what was imported, in its order: "people assessments". */
static char *
dup_imported (ImportDesk *desk)
{
  g_autoptr (SzOffice) office = sz_office_open (desk->path, "test", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) batches = sz_office_import_batches (office, &error);
  g_autoptr (GString) kinds = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < batches->len; i++)
    {
      const SzImportBatch *batch = g_ptr_array_index (batches, i);

      g_string_append_printf (kinds, "%s%s", i > 0 ? " " : "", batch->kind);
    }
  return g_string_free (g_steal_pointer (&kinds), FALSE);
}

/* People come first, whatever the order they were chosen in; then the others, to the last. */
static void
test_several (void)
{
  char *paths[]
      = { import_desk_dup_sample ("年度考核.xlsx"), import_desk_dup_sample ("业绩点.xlsx"),
          import_desk_dup_sample ("教职工花名册.xlsx"), NULL };
  g_autofree char *kinds = NULL;
  ImportDesk desk;

  import_desk_open (&desk);
  open_files (&desk, paths);
  assert_file (&desk, "教职工花名册.xlsx", "File 1 of 3");
  import_and_go_on (&desk);
  assert_file (&desk, "年度考核.xlsx", "File 2 of 3");
  import_and_go_on (&desk);
  assert_file (&desk, "业绩点.xlsx", "File 3 of 3");
  import_desk_press_next (&desk);
  import_desk_press_next (&desk);
  import_desk_press_next (&desk);
  import_desk_press_import (&desk);
  kinds = dup_imported (&desk);
  g_assert_cmpstr (kinds, ==, "people assessments awards");
  import_desk_close (&desk);
  for (char **path = paths; *path != NULL; path++)
    g_free (*path);
}

static gboolean
is_swept (gpointer data)
{
  ImportDesk *desk = data;

  return !desk->dialog->sweeping && is_next_file (desk);
}

/* One act for all files in which nothing is found; what wants a person comes at the end. */
static void
test_sweep (void)
{
  static const char bad[] = "年度,工号,档次\n2025,9999,合格\n";
  ImportDesk desk;
  g_autofree char *kinds = NULL;
  char *paths[4] = { NULL };
  const char *told;

  import_desk_open (&desk);
  paths[0] = import_desk_dup_sample ("教职工花名册.xlsx");
  paths[1] = g_build_filename (desk.folder, "年度考核.csv", NULL);
  paths[2] = import_desk_dup_sample ("业绩点.xlsx");
  g_assert_true (g_file_set_contents (paths[1], bad, -1, NULL));
  open_files (&desk, paths);
  g_assert_true (gtk_widget_get_visible (desk.dialog->sweep_button));
  g_signal_emit_by_name (desk.dialog->sweep_button, "clicked");
  desk_wait (is_swept, &desk);
  assert_file (&desk, "年度考核.csv", "");
  told = gtk_label_get_label (desk.dialog->error_label);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (desk.dialog->error_bar)));
  g_assert_true (g_str_has_prefix (told, "Imported without a finding: 2 ("));
  g_assert_true (g_str_has_suffix (told, "Still to be looked at: 1."));
  g_assert_cmpuint (g_queue_get_length (&desk.dialog->waiting), ==, 0);
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  desk_wait (import_desk_is_closed, &desk);
  kinds = dup_imported (&desk);
  g_assert_cmpstr (kinds, ==, "people awards");
  import_desk_close (&desk);
  for (char **path = paths; *path != NULL; path++)
    g_free (*path);
}

/* A faulty one in the middle stops there; what was imported stays, and what waits is not lost when
   the sheet is put right meanwhile. */
static void
test_several_faulty (void)
{
  static const char good[] = "年度,工号,档次\n2025,1001,合格\n";
  static const char bad[] = "年度,工号,档次\n2025,9999,合格\n";
  ImportDesk desk;
  g_autofree char *kinds = NULL;
  char *paths[4] = { NULL };

  import_desk_open (&desk);
  paths[0] = import_desk_dup_sample ("教职工花名册.xlsx");
  paths[1] = g_build_filename (desk.folder, "年度考核.csv", NULL);
  paths[2] = import_desk_dup_sample ("业绩点.xlsx");
  g_assert_true (g_file_set_contents (paths[1], bad, -1, NULL));
  open_files (&desk, paths);
  import_and_go_on (&desk);
  assert_file (&desk, "年度考核.csv", "File 2 of 3");
  import_desk_press_next (&desk);
  import_desk_press_next (&desk);
  g_assert_cmpint (desk.dialog->step, ==, SZ_IMPORT_CHECK);
  g_assert_cmpint (desk.dialog->outcome->result->rejected, ==, 1);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (desk.dialog->next_button)));
  g_assert_cmpuint (g_queue_get_length (&desk.dialog->waiting), ==, 1);

  /* Put right, and checked again by going back and on. */
  g_assert_true (g_file_set_contents (paths[1], good, -1, NULL));
  g_signal_emit_by_name (desk.dialog->back_button, "clicked");
  desk_wait (import_desk_is_idle, &desk);
  import_desk_press_next (&desk);
  import_desk_press_next (&desk);
  g_signal_emit_by_name (desk.dialog->next_button, "clicked");
  desk_wait (is_next_file, &desk);
  assert_file (&desk, "业绩点.xlsx", "File 3 of 3");

  /* Left here: those that were imported stay, this one is not. */
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  desk_wait (import_desk_is_closed, &desk);
  kinds = dup_imported (&desk);
  g_assert_cmpstr (kinds, ==, "people assessments");
  import_desk_close (&desk);
  for (char **path = paths; *path != NULL; path++)
    g_free (*path);
}

/* Closed while the kinds of the files are being found out. */
static void
test_several_cancelled (void)
{
  char *paths[] = { import_desk_dup_sample ("年度考核.xlsx"),
                    import_desk_dup_sample ("教职工花名册.xlsx"), NULL };
  ImportDesk desk;

  import_desk_open (&desk);
  desk.dialog = sz_import_dialog_new (GTK_WINDOW (desk.window), desk.tasks, NULL);
  g_object_weak_ref (G_OBJECT (desk.dialog), import_desk_gone_cb, &desk);
  sz_import_dialog_set_paths (desk.dialog, g_strdupv (paths));
  g_assert_true (sz_import_dialog_is_busy (desk.dialog));
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  desk_wait (import_desk_is_closed, &desk);
  g_assert_cmpuint (import_desk_count_people (&desk), ==, 0);
  import_desk_close (&desk);
  for (char **path = paths; *path != NULL; path++)
    g_free (*path);
}

/* ---- several sheets ---- */

static char *
dup_untidy (const char *name)
{
  return g_build_filename (g_getenv ("SHIZI_SOURCE_ROOT"), "tests", "samples", "untidy", name,
                           NULL);
}

static GtkCheckButton *
find_tick (ImportDesk *desk, const char *sheet)
{
  return GTK_CHECK_BUTTON (
      desk_find (GTK_WIDGET (desk->dialog->file_pane), GTK_TYPE_CHECK_BUTTON, "label", sheet));
}

/* Issue 7, 4: a sheet a department: all that fit are ticked, and come in one act. */
static void
test_sheets (void)
{
  g_autofree char *path = dup_untidy ("H41-每系一表.xlsx");
  g_autofree char *kinds = NULL;
  ImportDesk desk;

  import_desk_open (&desk);
  import_desk_open_file (&desk, path);
  g_assert_true (gtk_check_button_get_active (find_tick (&desk, "机械系")));
  g_assert_true (gtk_check_button_get_active (find_tick (&desk, "电气系")));
  g_assert_true (gtk_check_button_get_active (find_tick (&desk, "汽车系")));
  g_assert_true (gtk_widget_get_visible (desk.dialog->sweep_button));
  g_signal_emit_by_name (desk.dialog->sweep_button, "clicked");
  desk_wait (import_desk_is_closed, &desk);
  kinds = dup_imported (&desk);
  g_assert_cmpstr (kinds, ==, "people people people");
  g_assert_cmpuint (import_desk_count_people (&desk), ==, 3);
  import_desk_close (&desk);
}

/* What is not ticked does not come; going back asks again. */
static void
test_sheets_chosen (void)
{
  g_autofree char *path = dup_untidy ("H41-每系一表.xlsx");
  ImportDesk desk;

  import_desk_open (&desk);
  import_desk_open_file (&desk, path);
  gtk_check_button_set_active (find_tick (&desk, "电气系"), FALSE);
  import_desk_press_next (&desk);
  g_assert_cmpuint (g_queue_get_length (&desk.dialog->waiting), ==, 1);
  g_assert_cmpstr (gtk_label_get_label (desk.dialog->count_label), ==, "Sheet 1 of 2");
  g_signal_emit_by_name (desk.dialog->back_button, "clicked");
  desk_wait (import_desk_is_idle, &desk);
  g_assert_cmpuint (g_queue_get_length (&desk.dialog->waiting), ==, 0);
  g_assert_cmpstr (gtk_label_get_label (desk.dialog->count_label), ==, "");
  import_and_go_on (&desk);
  g_assert_cmpstr (desk.dialog->draft->sheet, ==, "汽车系");
  g_assert_cmpstr (gtk_label_get_label (desk.dialog->count_label), ==, "Sheet 2 of 2");
  g_assert_false (gtk_widget_get_visible (
      gtk_widget_get_ancestor (desk_find (GTK_WIDGET (desk.dialog->file_pane), GTK_TYPE_FLOW_BOX,
                                          NULL, NULL),
                               GTK_TYPE_BOX)));
  import_desk_press_next (&desk);
  import_desk_press_next (&desk);
  import_desk_press_next (&desk);
  import_desk_press_import (&desk);
  g_assert_cmpuint (import_desk_count_people (&desk), ==, 2);
  import_desk_close (&desk);
}

/* Rows that are no data are listed with their reason. */
static void
test_skips (void)
{
  static const char sheet[] = "工号,姓名,身份证号,部门,人员类别,来校日期\n"
                              "1001,甲某,370102198503129018,机械系,在编,2010-07-01\n"
                              "\n合计,1人\n制表人：某\n";
  ImportDesk desk;
  g_autofree char *path = NULL;
  const char *text;

  import_desk_open (&desk);
  path = g_build_filename (desk.folder, "花名册.csv", NULL);
  g_assert_true (g_file_set_contents (path, sheet, -1, NULL));
  import_desk_open_file (&desk, path);
  import_desk_press_next (&desk);
  import_desk_press_next (&desk);
  text = gtk_label_get_label (GTK_LABEL (desk_find (
      GTK_WIDGET (desk.dialog->check_pane), GTK_TYPE_LABEL, "label",
      "Row 4: a total (“合计”)\nRow 5: a signature or a note below the list (“制表人：某”)\n"
      "1 blank row")));
  g_assert_nonnull (text);
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  import_desk_close (&desk);
}

/* ---- preview ---- */

static SzFigureTable *
get_rows (ImportDesk *desk)
{
  return SZ_FIGURE_TABLE (
      desk_find (GTK_WIDGET (desk->dialog->preview_pane), SZ_TYPE_FIGURE_TABLE, NULL, NULL));
}

/* Issue 3: one sees what is about to be written, rows that are added too. */
static void
test_preview (void)
{
  g_autofree char *path = import_desk_dup_sample ("教职工花名册.xlsx");
  g_autofree char *text = NULL;
  ImportDesk desk;

  import_desk_open (&desk);
  import_desk_open_file (&desk, path);
  import_desk_press_next (&desk);
  import_desk_press_next (&desk);
  import_desk_press_next (&desk);
  g_assert_cmpint (desk.dialog->step, ==, SZ_IMPORT_PREVIEW);
  g_assert_cmpuint (sz_figure_table_get_n_rows (get_rows (&desk)), ==, 128);
  text = sz_figure_table_dup_text (get_rows (&desk));
  g_assert_nonnull (strstr (text, "1001\t刘娜丽\t"));
  /* ID numbers only with their middle blotted out. */
  g_assert_true (g_regex_match_simple ("\\t\\d{3}\\*{11}\\d{3}[0-9X]\\t", text, 0, 0));
  g_assert_false (g_regex_match_simple ("\\t\\d{17}[0-9X]\\t", text, 0, 0));
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  import_desk_close (&desk);
}

/* The next file is looked for where the last one was; a folder that went away is not. */
static void
test_folder (void)
{
  g_autofree char *path = import_desk_dup_sample ("教职工花名册.xlsx");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GSettings) settings = g_settings_new ("org.shizi.Shizi");
  g_autofree char *kept = NULL;
  g_autoptr (GFile) offered = NULL;
  g_autoptr (GFile) other = NULL;
  ImportDesk desk;
  GtkWidget *chooser;

  import_desk_open (&desk);
  import_desk_open_file (&desk, path);
  kept = g_settings_get_string (settings, "open-folder");
  g_assert_cmpstr (kept, ==, folder);
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  chooser = g_object_ref_sink (gtk_file_chooser_widget_new (GTK_FILE_CHOOSER_ACTION_OPEN));
  sz_open_folder_offer (GTK_FILE_CHOOSER (chooser));
  desk_turn ();
  offered = gtk_file_chooser_get_current_folder (GTK_FILE_CHOOSER (chooser));
  g_assert_cmpstr (g_file_peek_path (offered), ==, folder);
  g_settings_set_string (settings, "open-folder", "/no/such/folder");
  sz_open_folder_offer (GTK_FILE_CHOOSER (chooser));
  desk_turn ();
  other = gtk_file_chooser_get_current_folder (GTK_FILE_CHOOSER (chooser));
  g_assert_cmpstr (g_file_peek_path (other), ==, folder);
  g_object_unref (chooser);
  g_settings_reset (settings, "open-folder");
  import_desk_close (&desk);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/import/several", test_several);
  g_test_add_func ("/desk/import/several/faulty", test_several_faulty);
  g_test_add_func ("/desk/import/several/sweep", test_sweep);
  g_test_add_func ("/desk/import/several/cancelled", test_several_cancelled);
  g_test_add_func ("/desk/import/sheets", test_sheets);
  g_test_add_func ("/desk/import/sheets/chosen", test_sheets_chosen);
  g_test_add_func ("/desk/import/skips", test_skips);
  g_test_add_func ("/desk/import/preview", test_preview);
  g_test_add_func ("/desk/import/folder", test_folder);
  return g_test_run ();
}
