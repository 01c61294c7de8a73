/* sz-import-dialog.h — the import assistant: file, columns, check, preview
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-task.h"

G_BEGIN_DECLS

/**
 * SzImportDialog: four steps in one window. While the import itself runs the window is away, its
 * progress is shown in the foot of the main window, and lists go on answering.
 */
#define SZ_TYPE_IMPORT_DIALOG (sz_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzImportDialog, sz_import_dialog, SZ, IMPORT_DIALOG, AdwWindow)

/** sz_import_dialog_new: @parent is the SzWindow that tells of the end; @path (nullable): the file.
 */
SzImportDialog *sz_import_dialog_new (GtkWindow *parent, SzTasks *tasks, const char *path);

/**
 * sz_import_dialog_set_paths:
 * @paths: (transfer full)
 *
 * Takes several files one after the other, those first that others rest on (people before their
 * records). Sorting looks into each, off the main thread.
 */
void sz_import_dialog_set_paths (SzImportDialog *self, GStrv paths);

/** sz_import_dup_paths: (transfer full): of the local ones among GFiles. */
GStrv sz_import_dup_paths (GListModel *files);
/** sz_import_dup_dropped: (transfer full) (nullable): of a dropped GdkFileList; %NULL: none. */
GStrv sz_import_dup_dropped (const GValue *value);

/** sz_import_dialog_is_busy: whether something is being read or checked; for tests and pictures. */
gboolean sz_import_dialog_is_busy (SzImportDialog *self);

G_END_DECLS
