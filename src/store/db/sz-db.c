/* sz-db.c — the seam between the store and a database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-db.h"

void
sz_db_close (SzDb *db)
{
  if (db != NULL)
    db->klass->close (db);
}

gboolean
sz_db_exec (SzDb *db, const char *sql, GError **error)
{
  g_assert (db->owner == g_thread_self ());
  return db->klass->exec (db, sql, error);
}

SzStmt *
sz_db_prepare (SzDb *db, const char *sql, GError **error)
{
  g_assert (db->owner == g_thread_self ());
  return db->klass->prepare (db, sql, error);
}

SzStmt *
sz_db_prepare_many (SzDb *db, const char *sql, GError **error)
{
  g_assert (db->owner == g_thread_self ());
  return db->klass->prepare_many != NULL ? db->klass->prepare_many (db, sql, error)
                                         : db->klass->prepare (db, sql, error);
}

gboolean
sz_db_begin (SzDb *db, gboolean write, GError **error)
{
  g_assert (db->owner == g_thread_self ());
  return db->klass->begin (db, write, error);
}

gboolean
sz_db_commit (SzDb *db, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return db->klass->commit (db, error);
}

void
sz_db_rollback (SzDb *db)
{
  g_return_if_fail (db != NULL);

  db->klass->rollback (db);
}

static void
presence_freed_cb (gpointer data)
{
  SzDbPresence *presence = data;

  g_free (presence->who);
  g_free (presence->host);
  g_free (presence->since);
  g_free (presence);
}

GPtrArray *
sz_db_presences_new (void)
{
  return g_ptr_array_new_with_free_func (presence_freed_cb);
}

void
sz_db_status_clear (SzDbStatus *status)
{
  g_return_if_fail (status != NULL);

  g_clear_pointer (&status->version, g_free);
  g_clear_pointer (&status->online, g_ptr_array_unref);
  g_clear_pointer (&status->writing, presence_freed_cb);
}

gboolean
sz_db_settle (SzDb *db, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return db->klass->settle == NULL || db->klass->settle (db, error);
}

void
sz_db_mark_writer (SzDb *db, const char *act, const char *who, const char *at)
{
  g_return_if_fail (db != NULL);

  if (db->klass->mark_writer != NULL)
    db->klass->mark_writer (db, act, who, at);
}

void
sz_db_unmark_writer (SzDb *db, const char *act)
{
  g_return_if_fail (db != NULL);

  if (db->klass->unmark_writer != NULL)
    db->klass->unmark_writer (db, act);
}

void
sz_stmt_done (SzStmt *stmt)
{
  if (stmt != NULL)
    stmt->db->klass->done (stmt);
}

gboolean
sz_stmt_run (SzStmt *stmt, GError **error)
{
  gboolean row = FALSE;
  gboolean done = sz_stmt_step (stmt, &row, error);

  sz_stmt_done (stmt);
  return done;
}

gboolean
sz_row_tell_stale (const SzRowTag *tag, GError **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (tag != NULL, FALSE);

  id = g_strdup_printf ("%" G_GINT64_FORMAT, tag->id);
  return sz_error_set (error, SZ_ERROR_STALE, "row.stale", "table", tag->table, "id", id, NULL);
}

gboolean
sz_row_tell_fault (const SzRowTag *tag, GError *fault, GError **error)
{
  g_autoptr (GError) owned = fault;
  g_autofree char *code = sz_error_dup_code (fault);

  g_return_val_if_fail (tag != NULL && fault != NULL, FALSE);

  if (g_strcmp0 (code, "db.unique") == 0)
    return sz_error_set (error, SZ_ERROR_CONSTRAINT, "row.duplicate", "table", tag->table, "key",
                         tag->key, NULL);
  if (g_strcmp0 (code, "db.foreign_key") == 0)
    return sz_error_set (error, SZ_ERROR_CONSTRAINT, "row.unknown_reference", "table", tag->table,
                         "key", tag->key, NULL);
  g_propagate_error (error, g_steal_pointer (&owned));
  return FALSE;
}

gboolean
sz_stmt_queue (SzStmt *stmt, const SzRowTag *tag, GError **error)
{
  SzDb *db = stmt->db;
  GError *fault = NULL;
  gboolean done;

  g_return_val_if_fail (tag != NULL, FALSE);

  if (db->klass->queue != NULL)
    {
      done = db->klass->queue (stmt, tag, error);
      sz_stmt_done (stmt);
      return done;
    }
  if (!sz_stmt_run (stmt, &fault))
    return sz_row_tell_fault (tag, fault, error);
  return !tag->one || db->klass->changes (db) > 0 || sz_row_tell_stale (tag, error);
}

gboolean
sz_db_flush (SzDb *db, GError **error)
{
  g_return_val_if_fail (db != NULL, FALSE);

  return db->klass->flush == NULL || db->klass->flush (db, error);
}

gboolean
sz_db_query_int (SzDb *db, const char *sql, gint64 otherwise, gint64 *value, GError **error)
{
  g_autoptr (SzStmt) stmt = sz_db_prepare (db, sql, error);
  gboolean row = FALSE;

  g_return_val_if_fail (value != NULL, FALSE);

  if (stmt == NULL || !sz_stmt_step (stmt, &row, error))
    return FALSE;
  *value = row ? sz_stmt_int (stmt, 0) : otherwise;
  return TRUE;
}

GHashTable *
sz_db_list_schema (SzDb *db, GError **error)
{
  g_autoptr (GHashTable) schema = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (SzStmt) stmt = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (db != NULL, NULL);

  stmt = sz_db_prepare (db, db->klass->schema_sql, error);
  while (stmt != NULL && row)
    {
      if (!sz_stmt_step (stmt, &row, error))
        return NULL;
      if (row)
        g_hash_table_insert (schema, g_strdup (sz_stmt_text (stmt, 0)),
                             g_strdup (sz_stmt_text (stmt, 1)));
    }
  return stmt != NULL ? g_steal_pointer (&schema) : NULL;
}
