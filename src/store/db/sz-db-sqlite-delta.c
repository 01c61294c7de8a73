/* sz-db-sqlite-delta.c — what changed since a copy, taken out into a small file and put in again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-db-sqlite-delta.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sz-db-sqlite-file.h"

/* Tables that everything else stands on: they are taken by their own keys, or whole. */
static const char *const ground[]
    = { "acts", "changes", "act_heads", "row_ids", "schema_versions" };

/* How the rows that changed are known. */
typedef enum
{
  BY_JOURNAL, /* they have versions and stand in the journal */
  BY_ACT,     /* they belong to acts, and come with them */
  BY_PAY,     /* they belong to pay runs, and go all together when anything of pay changed */
  WHOLE,      /* few, and in no journal */
} Way;

typedef struct
{
  char *name;
  Way way;
} Table;

static void
table_cleared_cb (gpointer data)
{
  g_free (((Table *)data)->name);
}

static gboolean
is_ground (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ground); i++)
    if (strcmp (ground[i], name) == 0)
      return TRUE;
  return FALSE;
}

static Way
find_way (const char *name, gboolean journaled)
{
  if (journaled)
    return BY_JOURNAL;
  if (strcmp (name, "act_signatures") == 0)
    return BY_ACT;
  return strcmp (name, "sign_ins") == 0 ? WHOLE : BY_PAY;
}

/* All tables of @schema but the ground. */
static GArray *
list_tables (SzDb *db, const char *schema, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT m.name, EXISTS (SELECT 1 FROM pragma_table_info (m.name, '%s') i"
                         " WHERE i.name = 'row_version') FROM %s.sqlite_schema m"
                         " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite!_%%' ESCAPE '!'",
                         schema, schema);
  g_autoptr (GArray) tables = g_array_new (FALSE, FALSE, sizeof (Table));
  g_autoptr (SzStmt) stmt = sz_db_prepare (db, sql, error);
  gboolean row = TRUE;

  g_array_set_clear_func (tables, table_cleared_cb);
  while (stmt != NULL && row)
    {
      Table table = { NULL, WHOLE };

      if (!sz_stmt_step (stmt, &row, error))
        return NULL;
      if (!row || is_ground (sz_stmt_text (stmt, 0))
          || strcmp (sz_stmt_text (stmt, 0), "base") == 0)
        continue;
      table.name = g_strdup (sz_stmt_text (stmt, 0));
      table.way = find_way (table.name, sz_stmt_int (stmt, 1) != 0);
      g_array_append_val (tables, table);
    }
  return stmt != NULL ? g_steal_pointer (&tables) : NULL;
}

static gboolean
attach (SzDb *db, const char *path, GError **error)
{
  SzStmt *stmt = sz_db_prepare (db, "ATTACH $1 AS delta", error);

  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, path);
  return sz_stmt_run (stmt, error);
}

static gboolean G_GNUC_PRINTF (3, 4) run_sql (SzDb *db, GError **error, const char *format, ...)
{
  g_autofree char *sql = NULL;
  va_list args;

  va_start (args, format);
  sql = g_strdup_vprintf (format, args);
  va_end (args);
  return sz_db_exec (db, sql, error);
}

static gboolean
take_table (SzDb *db, const Table *table, const SzDbBase *base, GError **error)
{
  switch (table->way)
    {
    case BY_JOURNAL:
      return run_sql (db, error,
                      "CREATE TABLE delta.%s AS SELECT * FROM main.%s WHERE id IN"
                      " (SELECT row_id FROM delta.changes WHERE table_name = '%s')",
                      table->name, table->name, table->name);
    case BY_ACT:
      return run_sql (db, error,
                      "CREATE TABLE delta.%s AS SELECT * FROM main.%s WHERE act_seq"
                      " > %" G_GINT64_FORMAT,
                      table->name, table->name, base->seq);
    case BY_PAY:
      return run_sql (db, error,
                      "CREATE TABLE delta.%s AS SELECT * FROM main.%s WHERE EXISTS"
                      " (SELECT 1 FROM delta.changes WHERE table_name LIKE 'pay!_%%' ESCAPE '!')",
                      table->name, table->name);
    case WHOLE:
    default:
      return run_sql (db, error, "CREATE TABLE delta.%s AS SELECT * FROM main.%s", table->name,
                      table->name);
    }
}

static gboolean
note_base (SzDb *db, const SzDbBase *base, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;

  if (!sz_db_exec (db,
                   "CREATE TABLE delta.base (file TEXT NOT NULL, seq INTEGER NOT NULL, hash TEXT"
                   " NOT NULL, last_change INTEGER NOT NULL)",
                   error))
    return FALSE;
  stmt = sz_db_prepare (
      db, "INSERT INTO delta.base (file, seq, hash, last_change) VALUES ($1, $2, $3, $4)", error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, base->file);
  sz_stmt_bind_int (stmt, 2, base->seq);
  sz_stmt_bind_text (stmt, 3, base->hash);
  sz_stmt_bind_int (stmt, 4, base->last_change);
  return sz_stmt_run (stmt, error);
}

static gboolean
take_all (SzDb *db, const SzDbBase *base, GError **error)
{
  g_autoptr (GArray) tables = NULL;

  if (!run_sql (db, error,
                "CREATE TABLE delta.acts AS SELECT * FROM main.acts WHERE seq > %" G_GINT64_FORMAT,
                base->seq)
      || !run_sql (
          db, error,
          "CREATE TABLE delta.changes AS SELECT * FROM main.changes WHERE id > %" G_GINT64_FORMAT,
          base->last_change))
    return FALSE;
  for (gsize i = 2; i < G_N_ELEMENTS (ground); i++)
    if (!run_sql (db, error, "CREATE TABLE delta.%s AS SELECT * FROM main.%s", ground[i],
                  ground[i]))
      return FALSE;
  tables = list_tables (db, "main", error);
  for (guint i = 0; tables != NULL && i < tables->len; i++)
    if (!take_table (db, &g_array_index (tables, Table, i), base, error))
      return FALSE;
  return tables != NULL && note_base (db, base, error);
}

/* Ends what is under way, whichever way it went, and lets go of the second file. */
static gboolean
finish (SzDb *db, gboolean done, GError **error)
{
  done = done && sz_db_commit (db, error);
  if (!done)
    sz_db_rollback (db);
  return sz_db_exec (db, "DETACH delta", done ? error : NULL) && done;
}

gboolean
sz_db_sqlite_extract (SzDb *db, const char *path, const SzDbBase *base, GError **error)
{
  gboolean done;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!sz_db_sqlite_file_create (path, error))
    return FALSE;
  /* The file gets its name only when it is whole and synced: it needs no journal of its own. */
  done = attach (db, path, error);
  if (done)
    {
      done = sz_db_exec (db, "PRAGMA delta.journal_mode=MEMORY", error)
             && sz_db_exec (db, "PRAGMA delta.synchronous=OFF", error)
             && sz_db_begin (db, FALSE, error) && take_all (db, base, error);
      done = finish (db, done, error);
    }
  if (!done)
    g_unlink (path);
  return done;
}

/* What the rows of the file take the place of. */
static gboolean
clear_table (SzDb *db, const Table *table, GError **error)
{
  switch (table->way)
    {
    case BY_JOURNAL:
      return run_sql (db, error,
                      "DELETE FROM main.%s WHERE id IN (SELECT row_id FROM delta.changes"
                      " WHERE table_name = '%s')",
                      table->name, table->name);
    case BY_ACT:
      return TRUE;
    case BY_PAY:
      return run_sql (db, error,
                      "DELETE FROM main.%s WHERE EXISTS (SELECT 1 FROM delta.changes"
                      " WHERE table_name LIKE 'pay!_%%' ESCAPE '!')",
                      table->name);
    case WHOLE:
    default:
      return run_sql (db, error, "DELETE FROM main.%s", table->name);
    }
}

static gboolean
put_table (SzDb *db, const Table *table, GError **error)
{
  return clear_table (db, table, error)
         && run_sql (db, error, "INSERT INTO main.%s SELECT * FROM delta.%s", table->name,
                     table->name);
}

static gboolean
put_all (SzDb *db, GError **error)
{
  g_autoptr (GArray) tables = list_tables (db, "delta", error);

  for (guint i = 0; tables != NULL && i < tables->len; i++)
    if (!put_table (db, &g_array_index (tables, Table, i), error))
      return FALSE;
  for (gsize i = 0; tables != NULL && i < G_N_ELEMENTS (ground); i++)
    {
      if (i >= 2 && !run_sql (db, error, "DELETE FROM main.%s", ground[i]))
        return FALSE;
      if (!run_sql (db, error, "INSERT INTO main.%s SELECT * FROM delta.%s", ground[i], ground[i]))
        return FALSE;
    }
  return tables != NULL;
}

gboolean
sz_db_sqlite_apply (SzDb *db, const char *path, GError **error)
{
  gboolean done;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!attach (db, path, error))
    return FALSE;
  /* Rows come in no order of who refers to whom; the whole is checked when it is verified. */
  done = sz_db_exec (db, "PRAGMA foreign_keys=OFF", error) && sz_db_begin (db, TRUE, error)
         && put_all (db, error);
  done = finish (db, done, error);
  return sz_db_exec (db, "PRAGMA foreign_keys=ON", done ? error : NULL) && done;
}
