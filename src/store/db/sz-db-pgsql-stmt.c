/* sz-db-pgsql-stmt.c — statements of PostgreSQL: integers in binary int8, texts as they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-db-pgsql-stmt.h"

#include <string.h>

#include "sz-db-pgsql-heap.h"
#include "sz-db-pgsql-pipe.h"
#include "sz-db-pgsql-hold.h"

/* From catalog/pg_type.dat; they never change. */
#define BOOL_OID 16
#define INT8_OID SZ_PGSQL_INT8
#define INT2_OID 21
#define INT4_OID 23
#define TEXT_OID 25

void
sz_pgsql_stmt_drop (PgsqlStmt *stmt)
{
  g_return_if_fail (stmt != NULL);

  if (stmt->result != NULL)
    ((SzDbPgsql *)stmt->parent.db)->n_rows -= (guint)PQntuples (stmt->result);
  g_clear_pointer (&stmt->result, PQclear);
}

static void
free_stmt (gpointer data)
{
  PgsqlStmt *stmt = data;

  sz_pgsql_stmt_drop (stmt);
  g_clear_pointer (&stmt->texts, g_ptr_array_unref);
  g_array_unref (stmt->params);
  g_free (stmt->sql);
  g_free (stmt);
}

GHashTable *
sz_db_pgsql_stmts_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_stmt);
}

PgsqlStmt *
sz_pgsql_stmt_new (SzDb *base, const char *sql)
{
  PgsqlStmt *stmt = g_new0 (PgsqlStmt, 1);

  stmt->parent.db = base;
  stmt->sql = g_strdup (sql);
  stmt->params = g_array_new (FALSE, TRUE, sizeof (Param));
  stmt->in_use = TRUE;
  return stmt;
}

/* Nothing goes over the wire yet: the types of the places are known when they are bound. */
SzStmt *
sz_db_pgsql_prepare (SzDb *base, const char *sql, GError **error)
{
  SzDbPgsql *db = (SzDbPgsql *)base;
  PgsqlStmt *kept = g_hash_table_lookup (db->statements, sql);
  PgsqlStmt *stmt;

  if (kept != NULL && !kept->in_use)
    {
      kept->in_use = TRUE;
      return &kept->parent;
    }
  stmt = sz_pgsql_stmt_new (base, sql);
  stmt->kept = kept == NULL;
  if (stmt->kept)
    g_hash_table_insert (db->statements, stmt->sql, stmt);
  return &stmt->parent;
}

void
sz_pgsql_stmt_done (PgsqlStmt *stmt)
{
  g_return_if_fail (stmt != NULL);

  if (!stmt->kept)
    {
      free_stmt (stmt);
      return;
    }
  sz_pgsql_stmt_drop (stmt);
  g_clear_pointer (&stmt->texts, g_ptr_array_unref);
  g_array_set_size (stmt->params, 0);
  stmt->in_use = FALSE;
}

static Param *
find_param (SzStmt *base, int index)
{
  PgsqlStmt *stmt = (PgsqlStmt *)base;

  g_assert (index >= 1 && stmt->result == NULL);
  if (stmt->params->len < (guint)index)
    g_array_set_size (stmt->params, (guint)index);
  return &g_array_index (stmt->params, Param, index - 1);
}

void
sz_db_pgsql_bind_int (SzStmt *base, int index, gint64 value)
{
  Param *param = find_param (base, index);

  *param = (Param){ .type = INT8_OID, .number = GINT64_TO_BE (value) };
}

void
sz_db_pgsql_bind_text (SzStmt *base, int index, const char *text, gssize length)
{
  Param *param = find_param (base, index);

  *param = (Param){ .type = TEXT_OID,
                    .text = text,
                    .length = (int)(length >= 0 ? (gsize)length : strlen (text)) };
}

void
sz_db_pgsql_bind_null (SzStmt *base, int index)
{
  *find_param (base, index) = (Param){ 0 };
}

void
sz_pgsql_bound_clear (Bound *bound)
{
  g_free (bound->types);
  g_free (bound->values);
  g_free (bound->lengths);
  g_free (bound->formats);
}

void
sz_pgsql_stmt_lay_out (const PgsqlStmt *stmt, Bound *bound)
{
  g_return_if_fail (stmt != NULL && bound != NULL);

  bound->n = (int)stmt->params->len;
  bound->types = g_new (Oid, stmt->params->len + 1);
  bound->values = g_new (const char *, stmt->params->len + 1);
  bound->lengths = g_new (int, stmt->params->len + 1);
  bound->formats = g_new (int, stmt->params->len + 1);
  for (int i = 0; i < bound->n; i++)
    {
      const Param *param = &g_array_index (stmt->params, Param, i);

      bound->types[i] = param->type;
      bound->formats[i] = BINARY;
      bound->values[i] = param->type == INT8_OID ? (const char *)&param->number : param->text;
      bound->lengths[i] = param->type == INT8_OID ? (int)sizeof param->number : param->length;
    }
}

/* A plan costs a round trip more, which a statement that is run once does not earn back. */
static gboolean
wants_plan (const SzDbPgsql *db, const PgsqlStmt *stmt)
{
  return stmt->plan != db->plans && stmt->kept && stmt->used;
}

static void
name_plan (SzDbPgsql *db, PgsqlStmt *stmt)
{
  g_snprintf (stmt->name, sizeof stmt->name, "s%u", ++db->n_prepared);
}

static gboolean
has_plan (const SzDbPgsql *db, const PgsqlStmt *stmt)
{
  return stmt->kept && stmt->plan == db->plans;
}

static PGresult *
run_once (SzDbPgsql *db, PgsqlStmt *stmt, const Bound *bound)
{
  if (wants_plan (db, stmt))
    {
      PGresult *prepared;

      name_plan (db, stmt);
      db->trips++;
      prepared = PQprepare (db->link, stmt->name, stmt->sql, bound->n, bound->types);
      if (PQresultStatus (prepared) != PGRES_COMMAND_OK)
        return prepared;
      PQclear (prepared);
      stmt->plan = db->plans;
    }
  db->trips++;
  stmt->used = TRUE;
  if (has_plan (db, stmt))
    return PQexecPrepared (db->link, stmt->name, bound->n, bound->values, bound->lengths,
                           bound->formats, BINARY);
  return PQexecParams (db->link, stmt->sql, bound->n, bound->types, bound->values, bound->lengths,
                       bound->formats, BINARY);
}

/* In company; what is not sent is said by whoever waits for an answer. */
static gboolean
send_on (SzDbPgsql *db, PgsqlStmt *stmt, const Bound *bound)
{
  if (wants_plan (db, stmt))
    {
      name_plan (db, stmt);
      if (PQsendPrepare (db->link, stmt->name, stmt->sql, bound->n, bound->types) == 0)
        return FALSE;
      sz_pgsql_pipe_expect (db, NULL, FALSE);
      stmt->plan = db->plans;
    }
  stmt->used = TRUE;
  if (has_plan (db, stmt))
    return PQsendQueryPrepared (db->link, stmt->name, bound->n, bound->values, bound->lengths,
                                bound->formats, BINARY)
           != 0;
  return PQsendQueryParams (db->link, stmt->sql, bound->n, bound->types, bound->values,
                            bound->lengths, bound->formats, BINARY)
         != 0;
}

/* Behind what is on its way, or behind its own plan: either way in one going and coming. */
static PGresult *
run_behind (SzDbPgsql *db, PgsqlStmt *stmt, const Bound *bound)
{
  return sz_pgsql_pipe_open (db) && sz_pgsql_pipe_lead (db) && send_on (db, stmt, bound)
             ? sz_pgsql_pipe_answer (db)
             : NULL;
}

gboolean
sz_pgsql_stmt_take (SzDbPgsql *db, PgsqlStmt *stmt, PGresult *result, GError **error)
{
  const ExecStatusType status = result != NULL ? PQresultStatus (result) : PGRES_FATAL_ERROR;

  g_return_val_if_fail (db != NULL && stmt != NULL, FALSE);

  sz_pgsql_stmt_drop (stmt);
  stmt->row = -1;
  if (!sz_pgsql_pipe_tell (db, error))
    ;
  else if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
    {
      stmt->result = result;
      db->n_rows += (guint)PQntuples (result);
      db->most_rows = MAX (db->most_rows, db->n_rows);
      if (status == PGRES_COMMAND_OK)
        db->changes = g_ascii_strtoll (PQcmdTuples (result), NULL, 10);
      return TRUE;
    }
  else if (status == PGRES_PIPELINE_ABORTED)
    sz_error_set (error, SZ_ERROR_IO, "db.rolled_back", "file", db->parent.path, NULL);
  else
    sz_db_pgsql_fail (db, result, error);
  PQclear (result);
  return FALSE;
}

/* Outside an act a lost connection is made anew without a word, and the reading repeated
 * (RULE srv-10). */
static gboolean
execute (SzDbPgsql *db, PgsqlStmt *stmt, GError **error)
{
  g_auto (Bound) bound = { 0 };
  PGresult *result;

  if (!sz_pgsql_pipe_tell (db, error))
    return FALSE;
  sz_pgsql_stmt_lay_out (stmt, &bound);
  result = sz_pgsql_pipe_is_open (db) || wants_plan (db, stmt) ? run_behind (db, stmt, &bound)
                                                               : run_once (db, stmt, &bound);
  if (PQstatus (db->link) == CONNECTION_BAD && sz_db_pgsql_go_on (db))
    {
      PQclear (result);
      result = run_once (db, stmt, &bound);
    }
  if (!db->in_transaction)
    sz_pgsql_pipe_close (db);
  return sz_pgsql_stmt_take (db, stmt, result, error);
}

gboolean
sz_db_pgsql_queue (SzStmt *base, const SzRowTag *tag, GError **error)
{
  SzDbPgsql *db = (SzDbPgsql *)base->db;
  PgsqlStmt *stmt = (PgsqlStmt *)base;
  g_auto (Bound) bound = { 0 };

  g_return_val_if_fail (tag != NULL && db->writing, FALSE);

  if (!sz_pgsql_pipe_tell (db, error))
    return FALSE;
  if (!sz_pgsql_pipe_open (db))
    return sz_db_pgsql_fail (db, NULL, error);
  if (!tag->heap || !sz_pgsql_heap_add (db, stmt, tag))
    {
      sz_pgsql_stmt_lay_out (stmt, &bound);
      if (!sz_pgsql_pipe_lead (db) || !send_on (db, stmt, &bound))
        return sz_db_pgsql_fail (db, NULL, error);
      sz_pgsql_pipe_expect (db, tag, FALSE);
    }
  sz_pgsql_pipe_ebb (db);
  return sz_pgsql_pipe_tell (db, error);
}

void
sz_pgsql_stmt_next (PgsqlStmt *stmt, gboolean *row)
{
  g_return_if_fail (stmt != NULL && row != NULL);

  g_clear_pointer (&stmt->texts, g_ptr_array_unref);
  if (stmt->row < PQntuples (stmt->result))
    stmt->row++;
  *row = stmt->row < PQntuples (stmt->result);
}

gboolean
sz_pgsql_stmt_step (PgsqlStmt *stmt, gboolean *row, GError **error)
{
  g_return_val_if_fail (stmt != NULL && row != NULL, FALSE);

  *row = FALSE;
  if (stmt->result == NULL && !execute ((SzDbPgsql *)stmt->parent.db, stmt, error))
    return FALSE;
  sz_pgsql_stmt_next (stmt, row);
  return TRUE;
}

static gint64
read_number (const char *value, int length)
{
  guint64 number = 0;

  /* Sign and all: the first byte decides what lies above. */
  if (length > 1 && ((guint8)*value & 0x80) != 0)
    number = G_MAXUINT64;
  for (int i = 0; i < length; i++)
    number = number << 8 | (guint8)value[i];
  return (gint64)number;
}

gint64
sz_db_pgsql_column_int (SzStmt *base, int column)
{
  const PgsqlStmt *stmt = (PgsqlStmt *)base;
  const char *value = PQgetvalue (stmt->result, stmt->row, column);
  int length = PQgetlength (stmt->result, stmt->row, column);

  switch (PQftype (stmt->result, column))
    {
    case BOOL_OID:
    case INT2_OID:
    case INT4_OID:
    case INT8_OID:
      return read_number (value, length);
    case TEXT_OID:
      return g_ascii_strtoll (value, NULL, 10);
    default:
      /* Sums of int8 are numeric: the statement has to say that it wants a BIGINT. */
      g_error ("%s: column %d is of type %u", stmt->sql, column, PQftype (stmt->result, column));
    }
}

const char *
sz_db_pgsql_column_text (SzStmt *base, int column, gsize *length)
{
  PgsqlStmt *stmt = (PgsqlStmt *)base;
  const Oid type = PQftype (stmt->result, column);
  char *text;

  if ((type != INT8_OID && type != INT4_OID) || PQgetisnull (stmt->result, stmt->row, column))
    {
      if (length != NULL)
        *length = (gsize)PQgetlength (stmt->result, stmt->row, column);
      return PQgetvalue (stmt->result, stmt->row, column);
    }
  text = g_strdup_printf ("%" G_GINT64_FORMAT, sz_db_pgsql_column_int (base, column));
  if (stmt->texts == NULL)
    stmt->texts = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (stmt->texts, text);
  if (length != NULL)
    *length = strlen (text);
  return text;
}
