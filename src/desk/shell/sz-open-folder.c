/* sz-open-folder.c — where the files are that are read: the folder of the last one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-open-folder.h"

#define KEY "open-folder"

void
sz_open_folder_offer (GtkFileChooser *chooser)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.shizi.Shizi");
  g_autofree char *path = g_settings_get_string (settings, KEY);
  g_autoptr (GFile) folder = NULL;

  /* A stick that was pulled out. */
  if (*path == '\0' || !g_file_test (path, G_FILE_TEST_IS_DIR))
    return;
  folder = g_file_new_for_path (path);
  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

void
sz_open_folder_keep (const char *path)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.shizi.Shizi");
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (whole);

  g_settings_set_string (settings, KEY, folder);
}
