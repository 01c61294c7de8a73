/* sz-db-sqlite.c — SQLite behind the seam; the only file that knows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-db-sqlite.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "sz-db-sqlite-delta.h"
#include "sz-db-sqlite-file.h"
#include "sz-db-sqlite-schema.h"
#include "sz-db-sqlite-writer.h"
#include "sz-file.h"

/* Longer than an import of 100,000 people shuts readers out, see cache_spill below. */
#define BUSY_TIMEOUT_MS 15000

typedef struct
{
  SzDb parent;
  sqlite3 *handle;
  GHashTable *statements; /* text → SqliteStmt, kept until the database is closed */
  gboolean writing;       /* between begin (write) and its end */
  gboolean failed;        /* a statement did, in this write: it is over (RULE srv-8) */
  gboolean opened;        /* the file itself is open: what cannot be opened now is its journal */
} SqliteDb;

typedef struct
{
  SzStmt parent;
  sqlite3_stmt *handle;
  gboolean in_use;
  gboolean kept;   /* in the cache; others are freed when done */
  int bind_result; /* the first failure of binding, said when stepped */
} SqliteStmt;

typedef struct
{
  int result;
  SzErrorRemedy remedy;
  const char *code;
} ResultWord;

static const ResultWord result_words[] = {
  { SQLITE_BUSY, SZ_ERROR_BUSY, "db.busy" },
  { SQLITE_LOCKED, SZ_ERROR_BUSY, "db.busy" },
  { SQLITE_PROTOCOL, SZ_ERROR_BUSY, "db.busy" },
  { SQLITE_FULL, SZ_ERROR_IO, "db.disk_full" },
  { SQLITE_IOERR, SZ_ERROR_IO, "db.io" },
  { SQLITE_CANTOPEN, SZ_ERROR_IO, "db.cannot_open" },
  { SQLITE_PERM, SZ_ERROR_IO, "db.read_only" },
  { SQLITE_AUTH, SZ_ERROR_IO, "db.read_only" },
  { SQLITE_READONLY, SZ_ERROR_IO, "db.read_only" },
  { SQLITE_NOMEM, SZ_ERROR_IO, "db.memory" },
  { SQLITE_CORRUPT, SZ_ERROR_CORRUPT, "db.corrupt" },
  { SQLITE_NOTADB, SZ_ERROR_FORMAT, "db.not_ours" },
  { SQLITE_CONSTRAINT, SZ_ERROR_CONSTRAINT, "db.constraint" },
  { SQLITE_TOOBIG, SZ_ERROR_CONSTRAINT, "db.too_big" },
  { SQLITE_INTERRUPT, SZ_ERROR_CANCELLED, "cancelled" },
};

/* Who holds the lock says so in a label. Who holds it himself is kept waiting by readers. */
static gboolean
fail_busy (const SqliteDb *db, const char *file, const char *detail, GError **error)
{
  g_auto (SzWriter) writer = { 0 };

  if (db->writing || !sz_writer_read (db->parent.path, &writer))
    return sz_error_set (error, SZ_ERROR_BUSY, "db.busy", "file", file, "detail", detail, NULL);
  return sz_error_set (error, SZ_ERROR_BUSY, "db.busy", "file", file, "detail", detail, "who",
                       writer.who, "host", writer.host, "since", writer.since, NULL);
}

/* Where the system refused, its word is the true cause; SQLite only says that it cannot. */
static const char *
find_detail (const SqliteDb *db, int result)
{
  int number = db->handle != NULL ? sqlite3_system_errno (db->handle) : 0;
  int kind = result & 0xff;

  if (number != 0 && (kind == SQLITE_CANTOPEN || kind == SQLITE_IOERR))
    return g_strerror (number);
  if (kind == SQLITE_CORRUPT || kind == SQLITE_IOERR)
    return kind == SQLITE_CORRUPT ? "pages" : "medium";
  return db->handle != NULL ? sqlite3_errmsg (db->handle) : sqlite3_errstr (result);
}

/* The database is open; what cannot be opened now, or is a folder, is the journal beside it. */
static gboolean
is_journal_fault (const SqliteDb *db, int result)
{
  return (result & 0xff) == SQLITE_CANTOPEN
         || ((result & 0xff) == SQLITE_IOERR && sqlite3_system_errno (db->handle) == EISDIR);
}

static gboolean
fail_with (const SqliteDb *db, int result, GError **error)
{
  const char *detail = find_detail (db, result);
  int extended = db->handle != NULL ? sqlite3_extended_errcode (db->handle) : result;
  g_autofree char *file = sz_file_name_to_be (db->parent.path);

  /* Who waited for the lock gets it on a file that is no longer the one under this name. */
  if (extended == SQLITE_READONLY_DBMOVED)
    return sz_error_set (error, SZ_ERROR_STALE, "db.replaced", "file", file, NULL);
  if (db->opened && is_journal_fault (db, result))
    return sz_error_set (error, SZ_ERROR_IO, "db.journal", "file", file, "detail", detail, NULL);
  if (extended == SQLITE_CONSTRAINT_FOREIGNKEY)
    return sz_error_set (error, SZ_ERROR_CONSTRAINT, "db.foreign_key", "file", file, "detail",
                         detail, NULL);
  if (extended == SQLITE_CONSTRAINT_UNIQUE || extended == SQLITE_CONSTRAINT_PRIMARYKEY)
    return sz_error_set (error, SZ_ERROR_CONSTRAINT, "db.unique", "file", file, "detail", detail,
                         NULL);
  for (guint i = 0; i < G_N_ELEMENTS (result_words); i++)
    {
      if ((result & 0xff) != result_words[i].result)
        continue;
      if (result_words[i].remedy == SZ_ERROR_BUSY)
        return fail_busy (db, file, detail, error);
      return sz_error_set (error, result_words[i].remedy, result_words[i].code, "file", file,
                           "detail", detail, NULL);
    }
  return sz_error_set (error, SZ_ERROR_IO, "db.failed", "file", file, "detail", detail, NULL);
}

static void
free_stmt (gpointer data)
{
  SqliteStmt *stmt = data;

  sqlite3_finalize (stmt->handle);
  g_free (stmt);
}

static void
close_db (SzDb *base)
{
  SqliteDb *db = (SqliteDb *)base;

  g_hash_table_unref (db->statements);
  if (db->handle != NULL)
    g_assert (sqlite3_close (db->handle) == SQLITE_OK);
  g_free (db->parent.path);
  g_free (db);
}

static gboolean
exec_sql (SzDb *base, const char *sql, GError **error)
{
  SqliteDb *db = (SqliteDb *)base;
  int result = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);

  db->failed = db->failed || (db->writing && result != SQLITE_OK);
  return result == SQLITE_OK || fail_with (db, result, error);
}

static SzStmt *
prepare_sql (SzDb *base, const char *sql, GError **error)
{
  SqliteDb *db = (SqliteDb *)base;
  SqliteStmt *kept = g_hash_table_lookup (db->statements, sql);
  SqliteStmt *stmt;
  sqlite3_stmt *handle = NULL;
  int result;

  if (kept != NULL && !kept->in_use)
    {
      kept->in_use = TRUE;
      return &kept->parent;
    }
  result = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (result != SQLITE_OK)
    {
      fail_with (db, result, error);
      return NULL;
    }
  stmt = g_new0 (SqliteStmt, 1);
  stmt->parent.db = base;
  stmt->handle = handle;
  stmt->in_use = TRUE;
  stmt->kept = kept == NULL;
  if (stmt->kept)
    g_hash_table_insert (db->statements, g_strdup (sql), stmt);
  return &stmt->parent;
}

static void
finish_stmt (SzStmt *base)
{
  SqliteStmt *stmt = (SqliteStmt *)base;

  if (!stmt->kept)
    {
      free_stmt (stmt);
      return;
    }
  sqlite3_reset (stmt->handle);
  sqlite3_clear_bindings (stmt->handle);
  stmt->bind_result = SQLITE_OK;
  stmt->in_use = FALSE;
}

static void
note_bind (SqliteStmt *stmt, int result)
{
  if (result != SQLITE_OK && stmt->bind_result == SQLITE_OK)
    stmt->bind_result = result;
}

static void
bind_int (SzStmt *base, int index, gint64 value)
{
  SqliteStmt *stmt = (SqliteStmt *)base;

  note_bind (stmt, sqlite3_bind_int64 (stmt->handle, index, value));
}

static void
bind_text (SzStmt *base, int index, const char *text, gssize length)
{
  SqliteStmt *stmt = (SqliteStmt *)base;

  note_bind (stmt, sqlite3_bind_text (stmt->handle, index, text, (int)length, SQLITE_STATIC));
}

static void
bind_null (SzStmt *base, int index)
{
  SqliteStmt *stmt = (SqliteStmt *)base;

  note_bind (stmt, sqlite3_bind_null (stmt->handle, index));
}

static gboolean
step_stmt (SzStmt *base, gboolean *row, GError **error)
{
  SqliteStmt *stmt = (SqliteStmt *)base;
  SqliteDb *db = (SqliteDb *)base->db;
  int result = stmt->bind_result;
  const gboolean over = db->failed && !sqlite3_stmt_readonly (stmt->handle);

  *row = FALSE;
  /* After some faults SQLite rolls back by itself; what follows must not commit on its own. Other
   * databases do so after every fault, and an act must not depend on which it stands in. */
  if (db->writing && (over || sqlite3_get_autocommit (db->handle) != 0))
    return sz_error_set (error, SZ_ERROR_IO, "db.rolled_back", "file", db->parent.path, NULL);
  if (result == SQLITE_OK)
    result = sqlite3_step (stmt->handle);
  if (result == SQLITE_ROW)
    return *row = TRUE;
  db->failed = db->failed || (db->writing && result != SQLITE_DONE);
  return result == SQLITE_DONE || fail_with (db, result, error);
}

static gint64
column_int (SzStmt *base, int column)
{
  return sqlite3_column_int64 (((SqliteStmt *)base)->handle, column);
}

static const char *
column_text (SzStmt *base, int column, gsize *length)
{
  SqliteStmt *stmt = (SqliteStmt *)base;
  const char *text = (const char *)sqlite3_column_text (stmt->handle, column);

  if (length != NULL)
    *length = (gsize)sqlite3_column_bytes (stmt->handle, column);
  return text != NULL ? text : "";
}

static gint64
count_changes (SzDb *base)
{
  return sqlite3_changes64 (((SqliteDb *)base)->handle);
}

static gboolean
begin_transaction (SzDb *base, gboolean write, GError **error)
{
  SqliteDb *db = (SqliteDb *)base;

  if (write && base->read_only)
    return sz_error_set (error, SZ_ERROR_IO, "db.read_only", "file", base->path, NULL);
  if (!exec_sql (base, write ? "BEGIN IMMEDIATE" : "BEGIN", error))
    return FALSE;
  db->writing = write;
  db->failed = FALSE;
  /* A plain BEGIN holds nothing yet: the first reading fixes the state that all others see. */
  if (!write && !exec_sql (base, "SELECT 1 FROM sqlite_schema LIMIT 1", error))
    {
      base->klass->rollback (base);
      return FALSE;
    }
  return TRUE;
}

static gboolean
commit_transaction (SzDb *base, GError **error)
{
  SqliteDb *db = (SqliteDb *)base;

  if (db->failed || sqlite3_get_autocommit (db->handle) != 0)
    {
      base->klass->rollback (base);
      return sz_error_set (error, SZ_ERROR_IO, "db.rolled_back", "file", base->path, NULL);
    }
  if (!exec_sql (base, "COMMIT", error))
    {
      base->klass->rollback (base);
      return FALSE;
    }
  db->writing = FALSE;
  return TRUE;
}

static void
rollback_transaction (SzDb *base)
{
  SqliteDb *db = (SqliteDb *)base;

  db->writing = FALSE;
  db->failed = FALSE;
  if (sqlite3_get_autocommit (db->handle) == 0)
    sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
}

static void
set_busy_timeout (SzDb *base, guint milliseconds)
{
  sqlite3_busy_timeout (((SqliteDb *)base)->handle, (int)milliseconds);
}

/* All pages in one go: a step that gave the lock up would begin again after every foreign write. */
static gboolean
copy_pages (SqliteDb *db, SqliteDb *copy, GCancellable *cancellable, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (copy->handle, "main", db->handle, "main");
  int result = SQLITE_OK;
  gboolean cancelled = FALSE;

  if (backup == NULL)
    return fail_with (copy, sqlite3_errcode (copy->handle), error);
  while (result == SQLITE_OK && !cancelled)
    {
      result = sqlite3_backup_step (backup, 1024);
      cancelled = g_cancellable_is_cancelled (cancellable);
    }
  sqlite3_backup_finish (backup);
  if (cancelled)
    return sz_error_set (error, SZ_ERROR_CANCELLED, "cancelled", NULL);
  return result == SQLITE_DONE || fail_with (copy, result, error);
}

static gboolean
copy_db (SzDb *base, const char *path, GCancellable *cancellable, GError **error)
{
  SzDb *copy = sz_db_sqlite_open (path, SZ_DB_CREATE, error);
  gboolean done;

  if (copy == NULL)
    return FALSE;
  done = copy_pages ((SqliteDb *)base, (SqliteDb *)copy, cancellable, error);
  sz_db_close (copy);
  return done;
}

/* Counters that every writing changes: file change counter, schema cookie, version-valid-for with
 * the library's version. They are no content. */
static void
blank_counters (guint8 *page)
{
  memset (page + 24, 0, 4);
  memset (page + 40, 0, 4);
  memset (page + 92, 0, 8);
}

/* The file behind a connection, through SQLite: a descriptor of our own would, when closed, drop
 * the locks that this process holds on the file (POSIX). */
static sqlite3_file *
get_file (SqliteDb *db, sqlite3_int64 *size)
{
  sqlite3_file *file = NULL;

  if (sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK)
    return NULL;
  if (file == NULL || file->pMethods == NULL || file->pMethods->xFileSize (file, size) != SQLITE_OK)
    return NULL;
  return file;
}

static int
compare_files (sqlite3_file *a,
               sqlite3_file *b,
               sqlite3_int64 size,
               gboolean *equal,
               GCancellable *cancellable)
{
  const int step = 1 << 18;
  g_autofree guint8 *left = g_malloc ((gsize)step);
  g_autofree guint8 *right = g_malloc ((gsize)step);

  *equal = TRUE;
  for (sqlite3_int64 at = 0; at < size && *equal; at += step)
    {
      int n = (int)MIN (size - at, step);
      int result = a->pMethods->xRead (a, left, n, at);

      if (result == SQLITE_OK)
        result = b->pMethods->xRead (b, right, n, at);
      if (result != SQLITE_OK)
        return result;
      if (at == 0 && n >= 100)
        {
          blank_counters (left);
          blank_counters (right);
        }
      *equal = memcmp (left, right, (gsize)n) == 0 && !g_cancellable_is_cancelled (cancellable);
    }
  return SQLITE_OK;
}

static gboolean
equal_db (SzDb *base, SzDb *other, GCancellable *cancellable, GError **error)
{
  sqlite3_int64 size = 0, other_size = 0;
  sqlite3_file *file = get_file ((SqliteDb *)base, &size);
  sqlite3_file *other_file = get_file ((SqliteDb *)other, &other_size);
  gboolean equal = FALSE;
  int result;

  if (file == NULL || other_file == NULL)
    return fail_with ((SqliteDb *)other, SQLITE_IOERR, error);
  result = compare_files (file, other_file, MIN (size, other_size), &equal, cancellable);
  if (result != SQLITE_OK)
    return fail_with ((SqliteDb *)other, result, error);
  if (g_cancellable_is_cancelled (cancellable))
    return sz_error_set (error, SZ_ERROR_CANCELLED, "cancelled", NULL);
  return (equal && size == other_size)
         || sz_error_set (error, SZ_ERROR_CORRUPT, "backup.not_equal", "file", other->path, NULL);
}

static SzDb *
open_scratch (SzDb *base, gboolean *possible, GError **error)
{
  *possible = TRUE;
  return sz_db_sqlite_open (":memory:", SZ_DB_CREATE, error);
}

static void
mark_writer (SzDb *base, const char *act, const char *who, const char *at)
{
  sz_writer_mark (base->path, act, who, at);
}

static void
unmark_writer (SzDb *base, const char *act)
{
  sz_writer_unmark (base->path, act);
}

static GPtrArray *
who_writes (SzDb *base, GError **error)
{
  GPtrArray *list = sz_db_presences_new ();
  SzWriter writer = { 0 };
  SzDbPresence *presence;

  if (!sz_writer_read (base->path, &writer))
    return list;
  presence = g_new0 (SzDbPresence, 1);
  presence->who = writer.who;
  presence->host = writer.host;
  presence->since = writer.since;
  g_ptr_array_add (list, presence);
  return list;
}

static const SzDbClass sqlite_class = {
  .name = "sqlite",
  .is_file = TRUE,
  .schema_sql = sz_db_sqlite_schema_sql,
  .columns_sql = sz_db_sqlite_columns_sql,
  .blot_sql = sz_db_sqlite_blot_sql,
  .fill = sz_db_sqlite_fill,
  .close = close_db,
  .exec = exec_sql,
  .prepare = prepare_sql,
  .done = finish_stmt,
  .bind_int = bind_int,
  .bind_text = bind_text,
  .bind_null = bind_null,
  .step = step_stmt,
  .column_int = column_int,
  .column_text = column_text,
  .changes = count_changes,
  .begin = begin_transaction,
  .commit = commit_transaction,
  .rollback = rollback_transaction,
  .data_version = sz_db_sqlite_data_version,
  .set_busy_timeout = set_busy_timeout,
  .set_spill = sz_db_sqlite_set_spill,
  .copy = copy_db,
  .check = sz_db_sqlite_check,
  .equal = equal_db,
  .extract = sz_db_sqlite_extract,
  .apply = sz_db_sqlite_apply,
  .identify = sz_db_sqlite_identify,
  .mark = sz_db_sqlite_mark,
  .scratch = open_scratch,
  .who_writes = who_writes,
  .mark_writer = mark_writer,
  .unmark_writer = unmark_writer,
};

static gboolean
configure_db (SqliteDb *db, SzDbFlags flags, GError **error)
{
  sqlite3_extended_result_codes (db->handle, 0);
  sqlite3_busy_timeout (db->handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  if (!sz_db_sqlite_configure (&db->parent, error))
    return FALSE;
  db->parent.read_only = (flags & SZ_DB_READ_ONLY) != 0 || sqlite3_db_readonly (db->handle, "main");
  return !(flags & SZ_DB_READ_ONLY) || exec_sql (&db->parent, "PRAGMA query_only=ON", error);
}

SzDb *
sz_db_sqlite_open (const char *path, SzDbFlags flags, GError **error)
{
  gboolean memory = strcmp (path, ":memory:") == 0;
  SqliteDb *db;
  int result;

  if (!memory
      && !((flags & SZ_DB_CREATE) ? sz_db_sqlite_file_create (path, error)
                                  : sz_db_sqlite_file_find (path, error)))
    return NULL;
  db = g_new0 (SqliteDb, 1);
  db->parent.klass = &sqlite_class;
  db->parent.path = g_strdup (path);
  db->parent.owner = g_thread_self ();
  db->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_stmt);
  /* Never SQLITE_OPEN_READONLY: a file whose writer died must be recovered before it is read. */
  result = sqlite3_open_v2 (path, &db->handle,
                            SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
                                | (memory ? SQLITE_OPEN_CREATE : 0),
                            NULL);
  db->opened = result == SQLITE_OK;
  if (result == SQLITE_OK ? configure_db (db, flags, error) : fail_with (db, result, error))
    return &db->parent;
  close_db (&db->parent);
  if (!memory && (flags & SZ_DB_CREATE))
    g_unlink (path);
  return NULL;
}
