/* sz-store-import.c — import batches 导入批次, and what imports remember
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-import.h"

#include "sz-act.h"
#include "sz-row-table.h"
#include "sz-store-private.h"

static const SzColumn batch_columns[] = {
  { "act_id", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzBatch, act_id), 0 },
  { "kind", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzBatch, kind), 0 },
  { "file", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzBatch, file), 0 },
  { "sha256", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzBatch, sha256), 0 },
  { "sheet", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzBatch, sheet), 0 },
  { "at", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzBatch, at), 0 },
  { "who", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzBatch, who), 0 },
  { "n_rows", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzBatch, n_rows), 0 },
  { "n_inserted", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzBatch, n_inserted), 0 },
  { "n_updated", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzBatch, n_updated), 0 },
  { "n_unchanged", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzBatch, n_unchanged), 0 },
  { "n_skipped", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzBatch, n_skipped), 0 },
  { "undone_by", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzBatch, undone_by), 0 },
};

const SzRowType sz_batch_type
    = { SZ_ROW_TYPE ("import_batches", SzBatch, batch_columns), .stays = TRUE };

static const SzColumn mapping_columns[] = {
  { "kind", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzMapping, kind), 0 },
  { "heading", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzMapping, heading), 0 },
  { "field", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzMapping, field), 0 },
};

const SzRowType sz_mapping_type = { SZ_ROW_TYPE ("import_mappings", SzMapping, mapping_columns) };

SZ_ROW_DEFINE (SzMapping, sz_store_mapping, sz_mapping_type)

static const SzColumn synonym_columns[] = {
  { "code_table", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzSynonym, code_table), 0 },
  { "text", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzSynonym, text), 0 },
  { "code", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzSynonym, code), 0 },
};

const SzRowType sz_synonym_type = { SZ_ROW_TYPE ("import_synonyms", SzSynonym, synonym_columns) };

SZ_ROW_DEFINE (SzSynonym, sz_store_synonym, sz_synonym_type)

SZ_ROW_DEFINE_READ (SzBatch, sz_store_batch, sz_batch_type)

static void
set_string (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

gboolean
sz_store_batch_put (SzAct *act, SzBatch *row, SzPutMode mode, SzPutResult *result, GError **error)
{
  g_return_val_if_fail (act != NULL && row != NULL, FALSE);

  if (row->id == 0)
    {
      set_string (&row->act_id, sz_act_get_id (act));
      set_string (&row->at, sz_act_get_at (act));
      set_string (&row->who, sz_act_get_who (act));
    }
  return sz_row_put (act, &sz_batch_type, row, mode, result, error);
}

gboolean
sz_store_batch_same_file (SzStore *store,
                          const char *kind,
                          const char *sheet,
                          const char *sha256,
                          gint64 *id,
                          GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (store != NULL && kind != NULL && sha256 != NULL && id != NULL, FALSE);

  stmt = sz_db_prepare (store->db,
                        "SELECT id FROM import_batches WHERE kind = $1 AND sheet = $2"
                        " AND sha256 = $3 AND undone_by = '' ORDER BY id DESC LIMIT 1",
                        error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, kind);
  sz_stmt_bind_text (stmt, 2, sheet);
  sz_stmt_bind_text (stmt, 3, sha256);
  if (!sz_stmt_step (stmt, &row, error))
    return FALSE;
  *id = row ? sz_stmt_int (stmt, 0) : 0;
  return TRUE;
}
