/* sz-batches-dialog.h — past imports 导入批次, and taking one back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-task.h"

G_BEGIN_DECLS

#define SZ_TYPE_BATCHES_DIALOG (sz_batches_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzBatchesDialog, sz_batches_dialog, SZ, BATCHES_DIALOG, AdwWindow)

SzBatchesDialog *sz_batches_dialog_new (GtkWindow *parent, SzTasks *tasks);

G_END_DECLS
