/* sz-db-sqlite-schema.c — what SQLite says of a file and of what is in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-db-sqlite-schema.h"

#include <string.h>

/* "Shiz": file(1) and we ourselves know the file by it. */
#define APPLICATION_ID 0x5368697a

/* Up to so much of changed pages stays in memory, so that ordinary acts shut no reader out before
 * their commit: a bound and not OFF, as an import of 100,000 people needs 250 MiB. Beyond it the
 * act writes early, and readers wait. */
#define SPILL_MIB 64

/* SQLITE_IOERR, as its texts write it. */
#define IO_ERROR 10

static const char *const settings[] = {
  "PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON", "PRAGMA foreign_keys=ON",
  "PRAGMA temp_store=MEMORY",  "PRAGMA cache_size=-16384",  "PRAGMA journal_mode=DELETE",
  "PRAGMA synchronous=EXTRA",  "PRAGMA secure_delete=ON",
};

gboolean
sz_db_sqlite_configure (SzDb *db, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    if (!sz_db_exec (db, settings[i], error))
      return FALSE;
  return sz_db_sqlite_set_spill (db, SPILL_MIB, error);
}

/* SQLite takes only the last byte of the number for yes or no, so yes must be said apart. */
gboolean
sz_db_sqlite_set_spill (SzDb *db, guint mebibytes, GError **error)
{
  gint64 page = 0;
  g_autofree char *bound = NULL;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!sz_db_query_int (db, "PRAGMA page_size", 4096, &page, error))
    return FALSE;
  bound = g_strdup_printf ("PRAGMA cache_spill=%" G_GINT64_FORMAT, mebibytes * 1048576L / page);
  return sz_db_exec (db, bound, error) && sz_db_exec (db, "PRAGMA cache_spill=ON", error);
}

gboolean
sz_db_sqlite_data_version (SzDb *db, gint64 *version, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return sz_db_query_int (db, "PRAGMA data_version", 0, version, error);
}

gboolean
sz_db_sqlite_identify (SzDb *db, SzDbIdentity *identity, GError **error)
{
  gint64 pages = 0, id = 0, tables = 0, objects = 0;

  g_return_val_if_fail (db != NULL && identity != NULL, FALSE);

  if (!sz_db_query_int (db, "PRAGMA page_count", 0, &pages, error)
      || !sz_db_query_int (db, "PRAGMA application_id", 0, &id, error)
      || !sz_db_query_int (db, "SELECT count(*) FROM sqlite_schema", 0, &objects, error)
      || !sz_db_query_int (
          db,
          "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_versions'", 0,
          &tables, error))
    return FALSE;
  *identity = pages == 0                           ? SZ_DB_NOTHING
              : id == APPLICATION_ID && tables > 0 ? SZ_DB_OURS
              : objects == 0                       ? SZ_DB_NO_TABLES
                                                   : SZ_DB_FOREIGN;
  return TRUE;
}

gboolean
sz_db_sqlite_mark (SzDb *db, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return sz_db_exec (db, "PRAGMA application_id=" G_STRINGIFY (APPLICATION_ID), error);
}

const char sz_db_sqlite_schema_sql[] = "SELECT name, coalesce(sql, '') FROM sqlite_schema "
                                       "WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'";

#define QUOTED(place) "'\"' || $" place " || '\"'"
#define WITHIN(place) "'\\\"' || $" place " || '\\\"'"
#define BLOT(column)                                                                               \
  column " = replace (replace (" column                                                            \
         ", " QUOTED ("1") ", " QUOTED ("2") "), " WITHIN ("1") ", " WITHIN ("2") ")"

const char sz_db_sqlite_blot_sql[] = "UPDATE changes SET " BLOT ("before") ", " BLOT (
    "after") " WHERE before LIKE '%' || $1 || '%'"
             " OR after LIKE '%' || $1 || '%'";

const char sz_db_sqlite_columns_sql[]
    = "SELECT m.name, p.name, p.type = 'INTEGER', p.\"notnull\" = 0 AND p.pk = 0, p.pk"
      " FROM sqlite_schema m JOIN pragma_table_info (m.name) p"
      " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY m.name, p.cid";

/* It ends by itself with the transaction. */
gboolean
sz_db_sqlite_fill (SzDb *db, gboolean open, GError **error)
{
  return !open || sz_db_exec (db, "PRAGMA defer_foreign_keys = ON", error);
}

/* SQLite's check tells of a page that the disk did not give in the words of a damage; it is none.
 */
static gboolean
is_unread (const char *finding)
{
  static const char *const signs[] = { "failed to get page", "Failed to read ptrmap" };
  const char *code = strstr (finding, "error code=");

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (finding, signs[i]) != NULL)
      return TRUE;
  return code != NULL
         && (g_ascii_strtoll (code + strlen ("error code="), NULL, 10) & 0xff) == IO_ERROR;
}

gboolean
sz_db_sqlite_check (SzDb *db, GError **error)
{
  g_autoptr (SzStmt) integrity = sz_db_prepare (db, "PRAGMA integrity_check(1)", error);
  g_autoptr (SzStmt) keys = NULL;
  gboolean row = FALSE;

  if (integrity == NULL || !sz_stmt_step (integrity, &row, error))
    return FALSE;
  if (row && is_unread (sz_stmt_text (integrity, 0)))
    return sz_error_set (error, SZ_ERROR_IO, "db.io", "file", db->path, "detail", "medium", NULL);
  if (!row || strcmp (sz_stmt_text (integrity, 0), "ok") != 0)
    return sz_error_set (error, SZ_ERROR_CORRUPT, "db.corrupt", "file", db->path, "detail",
                         row ? sz_stmt_text (integrity, 0) : "", NULL);
  keys = sz_db_prepare (db, "PRAGMA foreign_key_check", error);
  if (keys == NULL || !sz_stmt_step (keys, &row, error))
    return FALSE;
  if (row)
    return sz_error_set (error, SZ_ERROR_CORRUPT, "db.corrupt", "file", db->path, "detail",
                         sz_stmt_text (keys, 0), NULL);
  return TRUE;
}
