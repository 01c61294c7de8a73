/* import-desk.c — a window with an empty college, and the import assistant on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-desk.h"

#include <glib/gstdio.h>

#include "sz-office.h"
#include "sz-view-people.h"

void
import_desk_gone_cb (gpointer data, GObject *dialog)
{
  ((ImportDesk *)data)->closed = TRUE;
}

void
import_desk_open (ImportDesk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = NULL;

  *desk = (ImportDesk){ 0 };
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

void
import_desk_close (ImportDesk *desk)
{
  gtk_window_destroy (GTK_WINDOW (desk->window));
  desk_turn ();
  g_object_unref (desk->tasks);
  desk_turn ();
  remove_folder (desk->folder);
  g_free (desk->folder);
  g_free (desk->path);
}

gboolean
import_desk_is_idle (gpointer data)
{
  return !sz_import_dialog_is_busy (((ImportDesk *)data)->dialog);
}

gboolean
import_desk_is_closed (gpointer data)
{
  return ((ImportDesk *)data)->closed;
}

char *
import_desk_dup_sample (const char *name)
{
  return g_build_filename (g_getenv ("SHIZI_SOURCE_ROOT"), "data", "sample", name, NULL);
}

void
import_desk_open_file (ImportDesk *desk, const char *path)
{
  desk->closed = FALSE;
  desk->dialog = sz_import_dialog_new (GTK_WINDOW (desk->window), desk->tasks, path);
  g_object_weak_ref (G_OBJECT (desk->dialog), import_desk_gone_cb, desk);
  gtk_window_present (GTK_WINDOW (desk->dialog));
  desk_wait (import_desk_is_idle, desk);
}

void
import_desk_press_next (ImportDesk *desk)
{
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (desk->dialog->next_button)));
  g_signal_emit_by_name (desk->dialog->next_button, "clicked");
  if (desk->dialog->step != SZ_IMPORT_PREVIEW)
    desk_wait (import_desk_is_idle, desk);
}

void
import_desk_press_import (ImportDesk *desk)
{
  g_assert_cmpint (desk->dialog->step, ==, SZ_IMPORT_PREVIEW);
  g_signal_emit_by_name (desk->dialog->next_button, "clicked");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (desk->dialog)));
  desk_wait (import_desk_is_closed, desk);
}

guint
import_desk_count_people (ImportDesk *desk)
{
  g_autoptr (SzOffice) office = sz_office_open (desk->path, "test", NULL);
  g_autoptr (SzPeopleView) view = sz_view_people_open (office, 20251231, NULL, NULL);

  return sz_people_view_get_size (view);
}
