/* sz-import-batches.h — past imports 导入批次, and taking one back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"

G_BEGIN_DECLS

/** SzImportBatch: one import; strings are owned. */
typedef struct
{
  gint64 batch;
  char *kind;
  char *file;
  char *sheet;
  char *at; /* UTC */
  char *who;
  gint64 rows;
  gint64 inserted;
  gint64 updated;
  gint64 unchanged;
  gint64 skipped;
  gboolean undone;
} SzImportBatch;

/** sz_office_import_batches: (transfer full) (element-type SzImportBatch): oldest first. */
GPtrArray *sz_office_import_batches (SzOffice *office, GError **error);

/**
 * sz_office_import_undo:
 * @n_rows: (out) (optional): rows put back
 *
 * A new act that puts back what the batch changed. REFUSED, with a row in the log, when something
 * since depends on it: codes of sz_undo_batch().
 */
gboolean sz_office_import_undo (SzOffice *office, gint64 batch, gint64 *n_rows, GError **error);

G_END_DECLS
