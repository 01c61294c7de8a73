/* sz-db-pgsql-stmt.c — statements of PostgreSQL: integers in binary int8, texts as they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-db-pgsql-stmt.h"

#include <string.h>

/* From catalog/pg_type.dat; they never change. */
#define BOOL_OID 16
#define INT8_OID 20
#define INT2_OID 21
#define INT4_OID 23
#define TEXT_OID 25

#define BINARY 1

typedef struct
{
  Oid type;      /* 0: NULL, whatever type the place has */
  gint64 number; /* in the order of the wire */
  const char *text;
  int length;
} Param;

typedef struct
{
  SzStmt parent;
  char *sql;
  GArray *params; /* Param */
  PGresult *result;
  int row;
  GPtrArray *texts; /* (element-type utf8): integers that were asked for as text; NULL: none */
  gboolean in_use;
  gboolean kept;    /* in the cache; others are freed when done */
  gboolean used;    /* once already: what comes again is worth a plan */
  char name[16];    /* of the plan on the server … */
  guint generation; /* … on the connection of this number; 0: none */
} PgsqlStmt;

static void
free_stmt (gpointer data)
{
  PgsqlStmt *stmt = data;

  PQclear (stmt->result);
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
  stmt = g_new0 (PgsqlStmt, 1);
  stmt->parent.db = base;
  stmt->sql = g_strdup (sql);
  stmt->params = g_array_new (FALSE, TRUE, sizeof (Param));
  stmt->in_use = TRUE;
  stmt->kept = kept == NULL;
  if (stmt->kept)
    g_hash_table_insert (db->statements, stmt->sql, stmt);
  return &stmt->parent;
}

void
sz_db_pgsql_done (SzStmt *base)
{
  PgsqlStmt *stmt = (PgsqlStmt *)base;

  if (!stmt->kept)
    {
      free_stmt (stmt);
      return;
    }
  g_clear_pointer (&stmt->result, PQclear);
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

/* The parameters in libpq's four arrays. */
typedef struct
{
  int n;
  Oid *types;
  const char **values;
  int *lengths;
  int *formats;
} Bound;

static void
clear_bound (Bound *bound)
{
  g_free (bound->types);
  g_free (bound->values);
  g_free (bound->lengths);
  g_free (bound->formats);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bound, clear_bound)

static void
lay_out (const PgsqlStmt *stmt, Bound *bound)
{
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
static PGresult *
run_once (SzDbPgsql *db, PgsqlStmt *stmt, const Bound *bound)
{
  if (stmt->generation != db->generation && stmt->kept && stmt->used)
    {
      PGresult *prepared;

      g_snprintf (stmt->name, sizeof stmt->name, "s%u", ++db->n_prepared);
      prepared = PQprepare (db->link, stmt->name, stmt->sql, bound->n, bound->types);
      if (PQresultStatus (prepared) != PGRES_COMMAND_OK)
        return prepared;
      PQclear (prepared);
      stmt->generation = db->generation;
    }
  stmt->used = TRUE;
  if (stmt->kept && stmt->generation == db->generation)
    return PQexecPrepared (db->link, stmt->name, bound->n, bound->values, bound->lengths,
                           bound->formats, BINARY);
  return PQexecParams (db->link, stmt->sql, bound->n, bound->types, bound->values, bound->lengths,
                       bound->formats, BINARY);
}

/* Outside an act a lost connection is made anew without a word, and the reading repeated
 * (RULE srv-10). */
static gboolean
execute (SzDbPgsql *db, PgsqlStmt *stmt, GError **error)
{
  g_auto (Bound) bound = { 0 };
  ExecStatusType status;

  lay_out (stmt, &bound);
  stmt->result = run_once (db, stmt, &bound);
  if (PQstatus (db->link) == CONNECTION_BAD && sz_db_pgsql_go_on (db))
    {
      PQclear (stmt->result);
      stmt->result = run_once (db, stmt, &bound);
    }
  stmt->row = -1;
  status = PQresultStatus (stmt->result);
  if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
    {
      sz_db_pgsql_fail (db, stmt->result, error);
      g_clear_pointer (&stmt->result, PQclear);
      return FALSE;
    }
  if (status == PGRES_COMMAND_OK)
    db->changes = g_ascii_strtoll (PQcmdTuples (stmt->result), NULL, 10);
  return TRUE;
}

gboolean
sz_db_pgsql_step (SzStmt *base, gboolean *row, GError **error)
{
  PgsqlStmt *stmt = (PgsqlStmt *)base;

  *row = FALSE;
  g_clear_pointer (&stmt->texts, g_ptr_array_unref);
  if (stmt->result == NULL && !execute ((SzDbPgsql *)base->db, stmt, error))
    return FALSE;
  if (stmt->row < PQntuples (stmt->result))
    stmt->row++;
  *row = stmt->row < PQntuples (stmt->result);
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
