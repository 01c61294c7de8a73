/* sz-import-batches.c — past imports 导入批次, and taking one back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-batches.h"

#include "sz-office-private.h"
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

static void
summarise (SzAct *act, gint64 batch, gint64 n_rows)
{
  json_t *summary
      = json_pack ("{s:I, s:I}", "batch", (json_int_t)batch, "rows", (json_int_t)n_rows);
  char *text = json_dumps (summary, JSON_COMPACT);

  sz_act_set_summary (act, text);
  free (text);
  json_decref (summary);
}

static gboolean
undo (SzOffice *office, gint64 batch, gint64 *n_rows, GError **error)
{
  g_autoptr (SzAct) act = sz_office_begin (office, "import.undo", NULL, NULL, error);

  if (act == NULL || !sz_undo_batch (act, batch, n_rows, error))
    return FALSE;
  summarise (act, batch, *n_rows);
  return sz_act_commit (act, error);
}

gboolean
sz_office_import_undo (SzOffice *office, gint64 batch, gint64 *n_rows, GError **error)
{
  g_autoptr (GError) fault = NULL;
  gint64 n = 0;

  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  if (undo (office, batch, &n, &fault))
    {
      if (n_rows != NULL)
        *n_rows = n;
      return TRUE;
    }
  if (g_error_matches (fault, SZ_ERROR, SZ_ERROR_REFUSED))
    sz_office_refuse (office, "import.undo", NULL, NULL, fault, NULL);
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}
