/* sz-open-folder.h — where the files are that are read: the folder of the last one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** sz_open_folder_offer: @chooser begins in the folder of the file that was read last, where there
 * is one still. */
void sz_open_folder_offer (GtkFileChooser *chooser);
/** sz_open_folder_keep: the file @path is read. */
void sz_open_folder_keep (const char *path);

G_END_DECLS
