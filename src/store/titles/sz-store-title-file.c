/* sz-store-title-file.c — 附件: files that applicants for a title handed in, kept in the college
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-title-file.h"

#include "sz-row-table.h"
#include "sz-store-private.h"

static const SzColumn title_file_columns[] = {
  SZ_COLUMN (SzTitleFileRow, round_id, INT64, KEY),
  SZ_COLUMN (SzTitleFileRow, person_id, INT64, KEY),
  SZ_COLUMN (SzTitleFileRow, name, TEXT, KEY),
  SZ_COLUMN (SzTitleFileRow, part, INT, KEY),
  SZ_COLUMN (SzTitleFileRow, parts, INT, PLAIN),
  SZ_COLUMN (SzTitleFileRow, bytes, INT64, PLAIN),
  SZ_COLUMN (SzTitleFileRow, sha256, TEXT, PLAIN),
  SZ_COLUMN (SzTitleFileRow, content, TEXT, PLAIN),
};

const SzRowType sz_title_file_type
    = { SZ_ROW_TYPE ("title_files", SzTitleFileRow, title_file_columns) };

SZ_ROW_DEFINE (SzTitleFileRow, sz_store_title_file, sz_title_file_type)

/* Rows of a statement that selects the columns in their order, id and row_version first. */
static GArray *
take_rows (SzStmt *stmt, GError **error)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (SzTitleFileRow));
  gboolean more = FALSE;

  g_array_set_clear_func (rows, (GDestroyNotify)sz_store_title_file_clear);
  while (sz_stmt_step (stmt, &more, error))
    {
      SzValue values[SZ_COLUMNS_MAX];
      SzTitleFileRow row = { .id = sz_stmt_int (stmt, 0), .row_version = sz_stmt_int (stmt, 1) };

      if (!more)
        return rows;
      sz_row_type_fetch (&sz_title_file_type, stmt, 2, values);
      if (!sz_row_type_fill (&sz_title_file_type, values, TRUE, &row, error))
        break;
      g_array_append_val (rows, row);
    }
  g_array_unref (rows);
  return NULL;
}

GArray *
sz_store_title_file_heads (SzStore *store, gint64 round_id, gint64 person_id, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;

  g_return_val_if_fail (store != NULL, NULL);

  stmt = sz_db_prepare (store->db,
                        "SELECT id, row_version, round_id, person_id, name, part, parts, bytes,"
                        " sha256, '' FROM title_files"
                        " WHERE round_id = $1 AND person_id = $2 AND part = 0 ORDER BY name",
                        error);
  if (stmt == NULL)
    return NULL;
  sz_stmt_bind_int (stmt, 1, round_id);
  sz_stmt_bind_int (stmt, 2, person_id);
  return take_rows (stmt, error);
}

GArray *
sz_store_title_file_parts (
    SzStore *store, gint64 round_id, gint64 person_id, const char *name, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;

  g_return_val_if_fail (store != NULL && name != NULL, NULL);

  stmt = sz_db_prepare (store->db,
                        "SELECT id, row_version, round_id, person_id, name, part, parts, bytes,"
                        " sha256, content FROM title_files"
                        " WHERE round_id = $1 AND person_id = $2 AND name = $3 ORDER BY part",
                        error);
  if (stmt == NULL)
    return NULL;
  sz_stmt_bind_int (stmt, 1, round_id);
  sz_stmt_bind_int (stmt, 2, person_id);
  sz_stmt_bind_text (stmt, 3, name);
  return take_rows (stmt, error);
}
