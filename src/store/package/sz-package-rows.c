/* sz-package-rows.c — packages that went out and came in, and whose keys are known (RULE pkg-4,
 * pkg-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-package-rows.h"

#include "sz-row-table.h"
#include "sz-store-private.h"

static const SzColumn package_columns[] = {
  SZ_COLUMN (SzPackageRow, act, TEXT, KEY),
  SZ_COLUMN (SzPackageRow, direction, TEXT, PLAIN),
  SZ_COLUMN (SzPackageRow, package, TEXT, PLAIN),
  SZ_COLUMN (SzPackageRow, number, INT64, PLAIN),
  SZ_COLUMN (SzPackageRow, sender, TEXT, PLAIN),
  SZ_COLUMN (SzPackageRow, peers, TEXT, PLAIN),
  SZ_COLUMN (SzPackageRow, part, TEXT, PLAIN),
  SZ_COLUMN (SzPackageRow, at, TEXT, PLAIN),
  SZ_COLUMN (SzPackageRow, who, TEXT, PLAIN),
  SZ_COLUMN (SzPackageRow, sha256, TEXT, PLAIN),
  SZ_COLUMN (SzPackageRow, undone_by, TEXT, PLAIN),
};

/* A package stays known when its act is taken back. */
const SzRowType sz_package_row_type
    = { SZ_ROW_TYPE ("packages", SzPackageRow, package_columns), .stays = TRUE };

SZ_ROW_DEFINE (SzPackageRow, sz_store_package, sz_package_row_type)

static const SzColumn handover_columns[] = {
  SZ_COLUMN (SzHandoverRow, package, TEXT, KEY),
  SZ_COLUMN (SzHandoverRow, of_table, TEXT, KEY),
  SZ_COLUMN (SzHandoverRow, row_key, TEXT, KEY),
  SZ_COLUMN (SzHandoverRow, row_values, TEXT, PLAIN),
};

const SzRowType sz_handover_row_type
    = { SZ_ROW_TYPE ("handover_rows", SzHandoverRow, handover_columns) };

SZ_ROW_DEFINE (SzHandoverRow, sz_store_handover, sz_handover_row_type)

static const SzColumn key_columns[] = {
  SZ_COLUMN (SzTrustedKey, name, TEXT, KEY),
  SZ_COLUMN (SzTrustedKey, public_key, TEXT, PLAIN),
  SZ_COLUMN (SzTrustedKey, at, TEXT, PLAIN),
  SZ_COLUMN (SzTrustedKey, who, TEXT, PLAIN),
};

const SzRowType sz_trusted_key_type = { SZ_ROW_TYPE ("trusted_keys", SzTrustedKey, key_columns) };

SZ_ROW_DEFINE (SzTrustedKey, sz_store_key, sz_trusted_key_type)

char *
sz_store_dup_origin (SzStore *store, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (store != NULL, NULL);

  stmt = sz_db_prepare (store->db, "SELECT act_id FROM acts WHERE seq = 1", error);
  if (stmt == NULL || !sz_stmt_step (stmt, &row, error))
    return NULL;
  if (!row)
    sz_error_set (error, SZ_ERROR_CORRUPT, "db.corrupt", "file", store->db->path, "detail", "acts",
                  NULL);
  return row ? g_strdup (sz_stmt_text (stmt, 0)) : NULL;
}

gboolean
sz_store_handover_each_of (SzStore *store,
                           const char *package,
                           const char *table,
                           SzHandoverFn fn,
                           gpointer user_data,
                           GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (store != NULL && package != NULL && table != NULL && fn != NULL, FALSE);

  stmt = sz_db_prepare (store->db,
                        "SELECT row_key, row_values FROM handover_rows"
                        " WHERE package = $1 AND of_table = $2",
                        error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, package);
  sz_stmt_bind_text (stmt, 2, table);
  for (;;)
    {
      if (!sz_stmt_step (stmt, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      fn (sz_stmt_text (stmt, 0), sz_stmt_text (stmt, 1), user_data);
    }
}

GHashTable *
sz_store_touched (SzStore *store, const char *table, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (SzStmt) stmt = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (store != NULL && table != NULL, NULL);

  stmt = sz_db_prepare (store->db,
                        "SELECT DISTINCT row_id FROM changes WHERE table_name = $1 AND op = 'u'",
                        error);
  if (stmt == NULL)
    return NULL;
  sz_stmt_bind_text (stmt, 1, table);
  for (;;)
    {
      gint64 id;

      if (!sz_stmt_step (stmt, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&ids);
      id = sz_stmt_int (stmt, 0);
      g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
    }
}

GArray *
sz_store_handover_list_of (SzStore *store, const char *package, GError **error)
{
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SzStmt) stmt = NULL;
  gboolean more = TRUE;

  g_return_val_if_fail (store != NULL && package != NULL, NULL);

  stmt = sz_db_prepare (store->db, "SELECT id FROM handover_rows WHERE package = $1 ORDER BY id",
                        error);
  if (stmt == NULL)
    return NULL;
  sz_stmt_bind_text (stmt, 1, package);
  for (;;)
    {
      gint64 id;

      if (!sz_stmt_step (stmt, &more, error))
        return NULL;
      if (!more)
        break;
      id = sz_stmt_int (stmt, 0);
      g_array_append_val (ids, id);
    }
  rows = g_array_sized_new (FALSE, TRUE, sizeof (SzHandoverRow), ids->len);
  g_array_set_clear_func (rows, (GDestroyNotify)sz_store_handover_clear);
  g_array_set_size (rows, ids->len);
  for (guint i = 0; i < ids->len; i++)
    if (!sz_store_handover_get (store, g_array_index (ids, gint64, i),
                                &g_array_index (rows, SzHandoverRow, i), &more, error))
      return NULL;
  return g_steal_pointer (&rows);
}

gboolean
sz_store_made_by (SzStore *store,
                  const char *act_id,
                  const char *table,
                  gint64 row,
                  gboolean *made,
                  GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;

  g_return_val_if_fail (store != NULL && act_id != NULL && table != NULL && made != NULL, FALSE);

  stmt = sz_db_prepare (store->db,
                        "SELECT c.id FROM changes AS c JOIN acts AS a ON c.id >= a.first_change"
                        " AND c.id < a.first_change + a.n_changes"
                        " WHERE a.act_id = $1 AND c.table_name = $2 AND c.row_id = $3"
                        " AND c.op = 'i' LIMIT 1",
                        error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, act_id);
  sz_stmt_bind_text (stmt, 2, table);
  sz_stmt_bind_int (stmt, 3, row);
  return sz_stmt_step (stmt, made, error);
}
