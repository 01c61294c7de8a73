/* sz-db-pgsql.c — PostgreSQL behind the seam: acts, and a connection with its statements
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-db-pgsql.h"

#include <string.h>

#include "sz-db-pgsql-cursor.h"
#include "sz-db-pgsql-db.h"
#include "sz-db-pgsql-heap.h"
#include "sz-db-pgsql-pipe.h"
#include "sz-db-pgsql-roles.h"
#include "sz-db-pgsql-schema.h"
#include "sz-db-pgsql-stmt.h"

/* As long as on a file, see sz-db-sqlite.c. */
#define BUSY_TIMEOUT_MS 15000

/* Seconds to wait before each attempt to find out how a commit ended. */
static const guint waits[] = { 0, 1, 2, 4, 8 };

static void
close_db (SzDb *base)
{
  SzDbPgsql *db = (SzDbPgsql *)base;

  g_hash_table_unref (db->statements);
  sz_pgsql_pipe_clear (db);
  sz_pgsql_heap_free (db->heap);
  PQfinish (db->link);
  sz_pgsql_uri_free (db->uri);
  g_free (base->path);
  g_free (db);
}

static PGresult *
run (SzDbPgsql *db, const char *sql)
{
  db->trips++;
  return PQexec (db->link, sql);
}

/* Several statements, whose last answer counts; on a lost connection again where no act is lost. */
static PGresult *
send_text (SzDbPgsql *db, const char *sql)
{
  PGresult *result = run (db, sql);

  if (PQstatus (db->link) == CONNECTION_BAD && sz_db_pgsql_go_on (db))
    {
      PQclear (result);
      result = run (db, sql);
    }
  return result;
}

static gboolean
is_good (const PGresult *result)
{
  return PQresultStatus (result) == PGRES_COMMAND_OK || PQresultStatus (result) == PGRES_TUPLES_OK;
}

static gboolean
exec_sql (SzDb *base, const char *sql, GError **error)
{
  SzDbPgsql *db = (SzDbPgsql *)base;
  PGresult *result;
  gboolean done;

  sz_pgsql_pipe_close (db);
  if (!sz_pgsql_pipe_tell (db, error))
    return FALSE;
  result = send_text (db, sql);
  done = is_good (result) || sz_db_pgsql_fail (db, result, error);
  PQclear (result);
  return done;
}

static gint64
count_changes (SzDb *base)
{
  return ((SzDbPgsql *)base)->changes;
}

static gboolean
flush_queue (SzDb *base, GError **error)
{
  SzDbPgsql *db = (SzDbPgsql *)base;

  sz_pgsql_pipe_close (db);
  return sz_pgsql_pipe_tell (db, error);
}

/* As the last statement of an act, behind all that was sent on, in the same going and coming. */
static PGresult *
end_with (SzDbPgsql *db, const char *sql)
{
  if (!sz_pgsql_pipe_is_open (db))
    return run (db, sql);
  return sz_pgsql_pipe_send (db, sql) ? sz_pgsql_pipe_answer (db) : NULL;
}

static void
rollback_transaction (SzDb *base)
{
  SzDbPgsql *db = (SzDbPgsql *)base;

  if (db->lent)
    {
      db->lent = FALSE;
      return;
    }
  if (db->in_transaction && PQstatus (db->link) == CONNECTION_OK)
    PQclear (end_with (db, "ROLLBACK"));
  sz_pgsql_pipe_close (db);
  /* What failed on the way shut the road for what came behind it. */
  if (PQstatus (db->link) == CONNECTION_OK && PQtransactionStatus (db->link) != PQTRANS_IDLE)
    PQclear (run (db, "ROLLBACK"));
  sz_pgsql_pipe_clear (db);
  db->in_transaction = FALSE;
  db->writing = FALSE;
}

/* Who holds the lock, where the database knows it: it tells nobody before the college is made. */
static gboolean
fail_busy (SzDb *base, GError **error)
{
  g_autoptr (SzStmt) stmt
      = sz_db_prepare (base, "SELECT who, host, since FROM " SZ_PGSQL_SCHEMA ".who_writes ()",
                       NULL);
  gboolean row = FALSE;

  if (stmt == NULL || !sz_stmt_step (stmt, &row, NULL) || !row)
    return sz_error_set (error, SZ_ERROR_BUSY, "db.busy", "file", base->path, NULL);
  return sz_error_set (error, SZ_ERROR_BUSY, "db.busy", "file", base->path, "who",
                       sz_stmt_text (stmt, 0), "host", sz_stmt_text (stmt, 1), "since",
                       sz_stmt_text (stmt, 2), NULL);
}

#define BEGIN_READING "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; "
#define READ_HEAD "SELECT seq FROM " SZ_PGSQL_SCHEMA ".act_heads WHERE id = 1"

/* Of the log: what it was when a reading began, so that it can be known later whether another
 * connection sees the same. */
static void
take_head (const PGresult *result, gint64 *head)
{
  if (PQntuples (result) > 0)
    *head = g_ascii_strtoll (PQgetvalue (result, 0, 0), NULL, 10);
}

/* Once there is a college it says so with the beginning. */
static gboolean
find_head (SzDbPgsql *db)
{
  PGresult *result;

  if (db->has_head)
    return TRUE;
  result = run (db, "SELECT to_regclass ('" SZ_PGSQL_SCHEMA ".act_heads') IS NOT NULL");
  db->has_head = PQresultStatus (result) == PGRES_TUPLES_OK && *PQgetvalue (result, 0, 0) == 't';
  PQclear (result);
  return db->has_head;
}

static gboolean
begin_reading (SzDbPgsql *db, gint64 *head, GError **error)
{
  const gboolean has_head = find_head (db);
  PGresult *result = run (db, has_head ? BEGIN_READING READ_HEAD : BEGIN_READING "SELECT 1");
  const gboolean done = is_good (result) || sz_db_pgsql_fail (db, result, error);

  *head = -1;
  if (done && has_head)
    take_head (result, head);
  PQclear (result);
  return done;
}

gboolean
sz_db_pgsql_go_on (SzDbPgsql *db)
{
  gint64 head = 0;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!db->in_transaction)
    return sz_db_pgsql_link_again (db);
  if (db->writing || !sz_db_pgsql_link_again (db))
    return FALSE;
  return begin_reading (db, &head, NULL) && head == db->head;
}

/* One writing act at a time: the lock falls with the transaction, or with the connection
 * (RULE srv-6). */
static gboolean
begin_writing (SzDbPgsql *db, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("BEGIN; SET LOCAL lock_timeout = %u;"
                                          " SELECT pg_advisory_xact_lock (" SZ_PGSQL_LOCK_WRITE ")",
                                          MAX (db->busy_timeout, 1));
  g_autoptr (GError) fault = NULL;

  if (db->parent.read_only)
    return sz_error_set (error, SZ_ERROR_IO, "db.read_only", "file", db->parent.path, NULL);
  db->in_transaction = exec_sql (&db->parent, sql, &fault);
  db->writing = db->in_transaction;
  if (db->in_transaction)
    return TRUE;
  PQclear (run (db, "ROLLBACK"));
  if (g_error_matches (fault, SZ_ERROR, SZ_ERROR_BUSY))
    return fail_busy (&db->parent, error);
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static gboolean
begin_transaction (SzDb *base, gboolean write, GError **error)
{
  SzDbPgsql *db = (SzDbPgsql *)base;
  g_autoptr (GError) fault = NULL;

  /* Lists that are being read have begun a reading of their own: it is lent to another one, and an
   * act, which must be alone, ends it. */
  if (db->own_cursors > 0 && !write)
    return db->lent = TRUE;
  if (db->own_cursors > 0)
    rollback_transaction (base);
  db->own_cursors = 0;
  sz_pgsql_pipe_close (db);
  sz_pgsql_pipe_clear (db);
  db->transactions++;
  if (write)
    return begin_writing (db, error);
  /* Lost within this very moment it is as if it had never begun. */
  db->in_transaction = begin_reading (db, &db->head, &fault);
  if (!db->in_transaction && PQstatus (db->link) == CONNECTION_BAD && sz_db_pgsql_link_again (db))
    {
      g_clear_error (&fault);
      db->in_transaction = begin_reading (db, &db->head, &fault);
    }
  if (db->in_transaction)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  PQclear (run (db, "ROLLBACK"));
  return FALSE;
}

/* After a failed statement the server answers COMMIT with ROLLBACK, and calls that a success; sent
 * behind one on its way, it does not even look at it. A row that was not found is no failure to the
 * server, and must be known before. */
static gboolean
commit_transaction (SzDb *base, GError **error)
{
  SzDbPgsql *db = (SzDbPgsql *)base;
  PGresult *result;
  gboolean done;

  if (sz_pgsql_pipe_writes_one (db))
    sz_pgsql_pipe_close (db);
  if (!sz_pgsql_pipe_tell (db, error))
    {
      rollback_transaction (base);
      return FALSE;
    }
  result = end_with (db, "COMMIT");
  done = sz_pgsql_pipe_tell (db, error);
  if (done && !is_good (result))
    done = sz_db_pgsql_fail (db, result, error);
  else if (done && strcmp (PQcmdStatus (result), "COMMIT") != 0)
    done = sz_error_set (error, SZ_ERROR_IO, "db.rolled_back", "file", base->path, NULL);
  PQclear (result);
  if (!done)
    {
      rollback_transaction (base);
      return FALSE;
    }
  sz_pgsql_pipe_close (db);
  if (db->writing)
    db->own_acts++;
  db->in_transaction = FALSE;
  db->writing = FALSE;
  return TRUE;
}

/* The old transaction, if the server still runs it, holds the lock until it has ended one way or
 * the other: only who got the lock after it knows that nothing more comes (RULE srv-10). */
static gboolean
settle (SzDb *base, GError **error)
{
  SzDbPgsql *db = (SzDbPgsql *)base;

  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      if (PQstatus (db->link) == CONNECTION_OK)
        break;
      g_usleep (waits[i] * G_USEC_PER_SEC);
      sz_db_pgsql_link_again (db);
    }
  if (!begin_transaction (base, TRUE, error))
    return FALSE;
  rollback_transaction (base);
  return TRUE;
}

static gboolean
data_version (SzDb *base, gint64 *version, GError **error)
{
  gint64 seq = 0;

  if (!sz_db_query_int (base, "SELECT seq FROM act_heads WHERE id = 1", 0, &seq, error))
    return FALSE;
  *version = seq - ((SzDbPgsql *)base)->own_acts;
  return TRUE;
}

static void
set_busy_timeout (SzDb *base, guint milliseconds)
{
  ((SzDbPgsql *)base)->busy_timeout = milliseconds;
}

/* The server keeps its pages and references itself, and refuses what breaks them. */
static gboolean
check_db (SzDb *base, GError **error)
{
  return TRUE;
}

/* A second connection, whose only transaction is taken back when it is closed. Who may make nothing
 * in the database can also have changed nothing in it, and need not judge it. */
static SzDb *
open_scratch (SzDb *base, gboolean *possible, GError **error)
{
  const SzDbPgsql *of = (const SzDbPgsql *)base;
  g_autoptr (SzDb) db = NULL;
  gint64 may = 0;

  *possible = FALSE;
  if (!sz_db_query_int (base, "SELECT has_database_privilege (current_database (), 'CREATE')::int",
                        0, &may, error)
      || may == 0)
    return NULL;
  db = sz_db_pgsql_open (base->path, 0, PQuser (of->link), PQpass (of->link), error);
  if (db == NULL || !sz_db_pgsql_begin_model (db, error))
    return NULL;
  ((SzDbPgsql *)db)->in_transaction = TRUE;
  *possible = TRUE;
  return g_steal_pointer (&db);
}

static const SzDbClass pgsql_class = {
  .name = "pgsql",
  .schema_sql = sz_db_pgsql_schema_sql,
  .keeps_head = TRUE,
  .columns_sql = sz_db_pgsql_columns_sql,
  .blot_sql = "SELECT blot_changes ($1, $2)",
  .fill = sz_db_pgsql_fill,
  .close = close_db,
  .exec = exec_sql,
  .prepare = sz_db_pgsql_prepare,
  .prepare_many = sz_db_pgsql_prepare_many,
  .done = sz_db_pgsql_done,
  .bind_int = sz_db_pgsql_bind_int,
  .bind_text = sz_db_pgsql_bind_text,
  .bind_null = sz_db_pgsql_bind_null,
  .step = sz_db_pgsql_step,
  .queue = sz_db_pgsql_queue,
  .flush = flush_queue,
  .column_int = sz_db_pgsql_column_int,
  .column_text = sz_db_pgsql_column_text,
  .changes = count_changes,
  .begin = begin_transaction,
  .commit = commit_transaction,
  .rollback = rollback_transaction,
  .settle = settle,
  .data_version = data_version,
  .wait_fd = sz_db_pgsql_wait_fd,
  .notified = sz_db_pgsql_notified,
  .set_busy_timeout = set_busy_timeout,
  .check = check_db,
  .identify = sz_db_pgsql_identify,
  .mark = sz_db_pgsql_mark,
  .unmake = sz_db_pgsql_unmake,
  .scratch = open_scratch,
  .alone = sz_db_pgsql_alone,
  .who = sz_db_pgsql_who,
  .owns = sz_db_pgsql_owns,
  .set_login = sz_db_pgsql_set_login,
  .status = sz_db_pgsql_status,
  .who_writes = sz_db_pgsql_who_writes,
  .prepare_place = sz_db_pgsql_prepare_place,
};

static SzDb *
wrap_link (PGconn *link, SzPgsqlUri *uri, const char *path, SzDbFlags flags)
{
  SzDbPgsql *db = g_new0 (SzDbPgsql, 1);

  db->parent.klass = &pgsql_class;
  db->parent.path = g_strdup (path);
  db->parent.owner = g_thread_self ();
  db->parent.read_only = (flags & SZ_DB_READ_ONLY) != 0;
  db->link = link;
  db->uri = uri;
  db->statements = sz_db_pgsql_stmts_new ();
  db->generation = 1;
  db->plans = 1;
  g_queue_init (&db->waiting);
  db->busy_timeout = BUSY_TIMEOUT_MS;
  return &db->parent;
}

SzDb *
sz_db_pgsql_open (
    const char *path, SzDbFlags flags, const char *login, const char *password, GError **error)
{
  g_autoptr (SzPgsqlUri) uri = NULL;
  g_autoptr (SzDb) db = NULL;
  PGconn *link;

  g_return_val_if_fail (path != NULL, NULL);

  uri = sz_pgsql_uri_parse (path, error);
  if (uri == NULL)
    return NULL;
  if (uri->login == NULL)
    uri->login = g_strdup (login);
  link = sz_db_pgsql_link (uri, password, error);
  if (link == NULL)
    return NULL;
  db = wrap_link (link, g_steal_pointer (&uri), path, flags);
  return (flags & SZ_DB_ANY) || sz_db_pgsql_check_suits (db, error) ? g_steal_pointer (&db) : NULL;
}

guint64
sz_db_pgsql_count_trips (const SzDb *db)
{
  g_return_val_if_fail (db != NULL && db->klass == &pgsql_class, 0);

  return ((const SzDbPgsql *)db)->trips;
}

guint
sz_db_pgsql_count_rows (SzDb *base)
{
  SzDbPgsql *db = (SzDbPgsql *)base;
  guint most;

  g_return_val_if_fail (base != NULL && base->klass == &pgsql_class, 0);

  most = db->most_rows;
  db->most_rows = db->n_rows;
  return most;
}
