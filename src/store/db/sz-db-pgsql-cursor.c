/* sz-db-pgsql-cursor.c — the rows of statements: all at once, or of long lists in portions (RULE
 * srv-7)
 *
 * Statements within statements on one connection forbid libpq's single rows, and a whole list in
 * memory costs more than its rows: so a cursor, of which so many are fetched at a time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-db-pgsql-cursor.h"

#include "sz-db-pgsql-pipe.h"
#include "sz-db-pgsql-hold.h"

#define PORTION 2000
#define PORTION_TEXT "2000"

static gboolean
is_declared (const SzDbPgsql *db, const PgsqlStmt *stmt)
{
  return stmt->declared_on == db->generation && stmt->lives_in == db->transactions
         && db->in_transaction;
}

static gboolean
declare (SzDbPgsql *db, PgsqlStmt *stmt)
{
  g_auto (Bound) bound = { 0 };
  g_autofree char *sql = NULL;
  g_autofree char *move = NULL;

  g_snprintf (stmt->cursor, sizeof stmt->cursor, "c%u", ++db->n_cursors);
  sql = g_strdup_printf ("DECLARE %s NO SCROLL CURSOR FOR %s", stmt->cursor, stmt->sql);
  sz_pgsql_stmt_lay_out (stmt, &bound);
  if (PQsendQueryParams (db->link, sql, bound.n, bound.types, bound.values, bound.lengths,
                         bound.formats, BINARY)
      == 0)
    return FALSE;
  sz_pgsql_pipe_expect (db, NULL, FALSE);
  stmt->declared_on = db->generation;
  if (stmt->before == 0)
    return TRUE;
  /* Those that were read before the connection was lost. */
  move = g_strdup_printf ("MOVE FORWARD %" G_GINT64_FORMAT " FROM %s", stmt->before, stmt->cursor);
  if (!sz_pgsql_pipe_send (db, move))
    return FALSE;
  sz_pgsql_pipe_expect (db, NULL, FALSE);
  return TRUE;
}

/* Declared and fetched in one going and coming. */
static PGresult *
fetch (SzDbPgsql *db, PgsqlStmt *stmt)
{
  g_autofree char *sql = NULL;

  if (!sz_pgsql_pipe_open (db) || !sz_pgsql_pipe_lead (db)
      || (!is_declared (db, stmt) && !declare (db, stmt)))
    return NULL;
  sql = g_strconcat ("FETCH " PORTION_TEXT " FROM ", stmt->cursor, NULL);
  return sz_pgsql_pipe_send (db, sql) ? sz_pgsql_pipe_answer (db) : NULL;
}

/* A cursor lives in a transaction: that of who asks, or one of its own that lasts as long. */
static gboolean
find_transaction (SzDbPgsql *db, PgsqlStmt *stmt, GError **error)
{
  const gboolean begins = !db->in_transaction;

  if (begins && !db->parent.klass->begin (&db->parent, FALSE, error))
    return FALSE;
  stmt->own = begins || (db->own_cursors > 0 && !db->lent);
  db->own_cursors += stmt->own;
  stmt->lives_in = db->transactions;
  return TRUE;
}

static gboolean
fetch_portion (SzDbPgsql *db, PgsqlStmt *stmt, GError **error)
{
  PGresult *result;

  if (stmt->lives_in == 0 && !find_transaction (db, stmt, error))
    return FALSE;
  if (stmt->lives_in != db->transactions)
    return sz_error_set (error, SZ_ERROR_IO, "db.rolled_back", "file", db->parent.path, NULL);
  if (!sz_pgsql_pipe_tell (db, error))
    return FALSE;
  result = fetch (db, stmt);
  if (PQstatus (db->link) == CONNECTION_BAD && sz_db_pgsql_go_on (db))
    {
      PQclear (result);
      result = fetch (db, stmt);
    }
  return sz_pgsql_stmt_take (db, stmt, result, error);
}

static gboolean
step_portion (SzDbPgsql *db, PgsqlStmt *stmt, gboolean *row, GError **error)
{
  const int n = stmt->result != NULL ? PQntuples (stmt->result) : PORTION;

  *row = FALSE;
  if (stmt->result == NULL || (stmt->row + 1 >= n && n == PORTION))
    {
      stmt->before += stmt->result != NULL ? n : 0;
      if (!fetch_portion (db, stmt, error))
        return FALSE;
    }
  sz_pgsql_stmt_next (stmt, row);
  return TRUE;
}

static void
close_cursor (SzDbPgsql *db, PgsqlStmt *stmt)
{
  g_autofree char *sql = NULL;

  if (stmt->own && stmt->lives_in == db->transactions)
    {
      stmt->own = FALSE;
      if (--db->own_cursors == 0 && !db->lent)
        {
          db->parent.klass->rollback (&db->parent);
          return;
        }
      db->lent = db->lent && db->own_cursors > 0;
    }
  if (!is_declared (db, stmt) || db->failed || db->fault != NULL
      || PQtransactionStatus (db->link) == PQTRANS_INERROR)
    return;
  /* With whatever goes next. */
  sql = g_strconcat ("CLOSE ", stmt->cursor, NULL);
  if (sz_pgsql_pipe_open (db) && sz_pgsql_pipe_send (db, sql))
    sz_pgsql_pipe_expect (db, NULL, TRUE);
}

SzStmt *
sz_db_pgsql_prepare_many (SzDb *base, const char *sql, GError **error)
{
  PgsqlStmt *stmt = sz_pgsql_stmt_new (base, sql);

  stmt->many = TRUE;
  return &stmt->parent;
}

gboolean
sz_db_pgsql_step (SzStmt *base, gboolean *row, GError **error)
{
  PgsqlStmt *stmt = (PgsqlStmt *)base;

  return stmt->many ? step_portion ((SzDbPgsql *)base->db, stmt, row, error)
                    : sz_pgsql_stmt_step (stmt, row, error);
}

void
sz_db_pgsql_done (SzStmt *base)
{
  PgsqlStmt *stmt = (PgsqlStmt *)base;

  if (stmt->many)
    close_cursor ((SzDbPgsql *)base->db, stmt);
  sz_pgsql_stmt_done (stmt);
}
