/* sz-import-batches.c — past imports 导入批次, and taking one back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-batches.h"

#include "sz-office-act.h"
#include "sz-rights.h"
#include "sz-store-import.h"
#include "sz-undo.h"

static void
batch_freed_cb (gpointer data)
{
  SzImportBatch *batch = data;

  g_free (batch->kind);
  g_free (batch->file);
  g_free (batch->sheet);
  g_free (batch->at);
  g_free (batch->who);
  g_free (batch);
}

static SzImportBatch *
copy_batch (const SzBatch *row)
{
  SzImportBatch *batch = g_new0 (SzImportBatch, 1);

  batch->batch = row->id;
  batch->kind = g_strdup (row->kind);
  batch->file = g_strdup (row->file);
  batch->sheet = g_strdup (row->sheet);
  batch->at = g_strdup (row->at);
  batch->who = g_strdup (row->who);
  batch->rows = row->n_rows;
  batch->inserted = row->n_inserted;
  batch->updated = row->n_updated;
  batch->unchanged = row->n_unchanged;
  batch->skipped = row->n_skipped;
  batch->undone = row->undone_by != NULL && *row->undone_by != '\0';
  return batch;
}

GPtrArray *
sz_office_import_batches (SzOffice *office, GError **error)
{
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GPtrArray) batches = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  rows = sz_store_batch_list (sz_office_get_store (office), SZ_ROWS_ALL, error);
  if (rows == NULL)
    return NULL;
  batches = g_ptr_array_new_with_free_func (batch_freed_cb);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (batches, copy_batch (&g_array_index (rows, SzBatch, i)));
  return g_steal_pointer (&batches);
}

typedef struct
{
  SzOffice *office;
  gint64 batch;
  gint64 n_rows;
} Undo;

/* RULE acc-3: by the right to what is taken back. */
static gboolean
allow (const Undo *undo, GError **error)
{
  g_auto (SzBatch) row = { 0 };
  gboolean found = FALSE;
  g_autofree char *kind = NULL;

  if (!sz_store_batch_get (sz_office_get_store (undo->office), undo->batch, &row, &found, error))
    return FALSE;
  kind = g_strconcat ("import.", row.kind, NULL);
  return !found || sz_office_allow (undo->office, kind, error);
}

static gboolean
undo_batch (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Undo *undo = user_data;

  if (!allow (undo, error) || !sz_undo_batch (act, undo->batch, &undo->n_rows, error))
    return FALSE;
  json_object_set_new (summary, "batch", json_integer (undo->batch));
  json_object_set_new (summary, "rows", json_integer (undo->n_rows));
  return TRUE;
}

gboolean
sz_office_import_undo (SzOffice *office, gint64 batch, gint64 *n_rows, GError **error)
{
  const SzActHead head = { .kind = "import.undo" };
  Undo undo = { .office = office, .batch = batch };

  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  if (!sz_office_run (office, &head, undo_batch, &undo, NULL, error))
    return FALSE;
  if (n_rows != NULL)
    *n_rows = undo.n_rows;
  return TRUE;
}
