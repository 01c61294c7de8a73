/* sz-carry.c — every row of a college into another database (RULE srv-14, srv-15)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-carry.h"

#include <string.h>

/* A row at a time over a network is hopeless; the oldest SQLite takes 32,766 values a statement. */
#define ROWS_AT_ONCE 100

/* The one table that tells how a database was made, and not what the college is. */
#define OWN_TABLE "schema_versions"

typedef struct
{
  char *name;
  gboolean number;
  gboolean nullable;
  gint64 key; /* place in the primary key, from 1 */
} Column;

typedef struct
{
  char *name;
  GArray *columns; /* Column */
} Table;

static void
column_cleared_cb (gpointer data)
{
  g_free (((Column *)data)->name);
}

static void
table_freed_cb (gpointer data)
{
  Table *table = data;

  g_free (table->name);
  g_array_unref (table->columns);
  g_free (table);
}

static Table *
add_table (GPtrArray *tables, const char *name)
{
  Table *table = g_new0 (Table, 1);

  table->name = g_strdup (name);
  table->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (table->columns, column_cleared_cb);
  g_ptr_array_add (tables, table);
  return table;
}

static GPtrArray *
list_tables (SzDb *db, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (table_freed_cb);
  g_autoptr (SzStmt) stmt = sz_db_prepare (db, db->klass->columns_sql, error);
  Table *table = NULL;
  gboolean row = TRUE;

  while (stmt != NULL && row)
    {
      if (!sz_stmt_step (stmt, &row, error))
        return NULL;
      if (!row || g_str_equal (sz_stmt_text (stmt, 0), OWN_TABLE))
        continue;
      if (table == NULL || !g_str_equal (table->name, sz_stmt_text (stmt, 0)))
        table = add_table (tables, sz_stmt_text (stmt, 0));
      g_array_append_vals (table->columns,
                           &(Column){ .name = g_strdup (sz_stmt_text (stmt, 1)),
                                      .number = sz_stmt_int (stmt, 2) != 0,
                                      .nullable = sz_stmt_int (stmt, 3) != 0,
                                      .key = sz_stmt_int (stmt, 4) },
                           1);
    }
  return stmt != NULL ? g_steal_pointer (&tables) : NULL;
}

static gboolean
tables_are_equal (const Table *one, const Table *other)
{
  if (!g_str_equal (one->name, other->name) || one->columns->len != other->columns->len)
    return FALSE;
  for (guint i = 0; i < one->columns->len; i++)
    {
      const Column *mine = &g_array_index (one->columns, Column, i);
      const Column *theirs = &g_array_index (other->columns, Column, i);

      if (!g_str_equal (mine->name, theirs->name) || mine->number != theirs->number)
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_same (GPtrArray *ours, GPtrArray *theirs, const SzDb *to, GError **error)
{
  for (guint i = 0; i < MAX (ours->len, theirs->len); i++)
    if (i >= ours->len || i >= theirs->len || !tables_are_equal (ours->pdata[i], theirs->pdata[i]))
      return sz_error_set (error, SZ_ERROR_FORMAT, "carry.schema", "file", to->path, "table",
                           ((Table *)(i < ours->len ? ours : theirs)->pdata[i])->name, NULL);
  return TRUE;
}

/* In the order of the primary key, which both databases sort alike. Behind the columns stands of
 * each that may be NULL whether it is. */
static char *
make_select (const Table *table)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (GString) order = g_string_new (NULL);
  gint64 keys = 0;

  for (guint i = 0; i < table->columns->len; i++)
    {
      const Column *column = &g_array_index (table->columns, Column, i);

      g_string_append_printf (sql, "%s\"%s\"", i > 0 ? ", " : "", column->name);
      keys = MAX (keys, column->key);
    }
  for (guint i = 0; i < table->columns->len; i++)
    if (g_array_index (table->columns, Column, i).nullable)
      g_string_append_printf (sql, ", CASE WHEN \"%s\" IS NULL THEN 1 ELSE 0 END",
                              g_array_index (table->columns, Column, i).name);
  for (gint64 key = 1; key <= keys; key++)
    for (guint i = 0; i < table->columns->len; i++)
      if (g_array_index (table->columns, Column, i).key == key)
        g_string_append_printf (order, "%s\"%s\"", key > 1 ? ", " : " ORDER BY ",
                                g_array_index (table->columns, Column, i).name);
  g_string_append_printf (sql, " FROM \"%s\"%s", table->name, order->str);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* Said of each value what it is: the first row may hold NULL where the next ones do not. */
static char *
make_insert (const Table *table, guint rows)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  guint parameter = 0;

  g_string_append_printf (sql, "INSERT INTO \"%s\" (", table->name);
  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (sql, "%s\"%s\"", i > 0 ? ", " : "",
                            g_array_index (table->columns, Column, i).name);
  g_string_append (sql, ") VALUES ");
  for (guint row = 0; row < rows; row++)
    for (guint i = 0; i < table->columns->len; i++)
      g_string_append_printf (sql, "%sCAST ($%u AS %s)",
                              i > 0     ? ", "
                              : row > 0 ? "), ("
                                        : "(",
                              ++parameter,
                              g_array_index (table->columns, Column, i).number ? "bigint" : "text");
  g_string_append_c (sql, ')');
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* One value of a row on its way. */
typedef struct
{
  gint64 number;
  const char *text; /* in the chunk of the load */
  gboolean null;
} Value;

typedef struct
{
  SzDb *to; /* NULL: only hashed */
  const Table *table;
  GChecksum *hash;
  GArray *values; /* Value, of the rows that wait */
  GStringChunk *texts;
  gint64 rows;
} Load;

static gboolean
put_rows (Load *load, GError **error)
{
  const guint rows = load->values->len / load->table->columns->len;
  g_autofree char *sql = make_insert (load->table, rows);
  SzStmt *stmt = rows > 0 ? sz_db_prepare (load->to, sql, error) : NULL;
  gboolean done;

  if (rows == 0)
    return TRUE;
  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < load->values->len; i++)
    {
      const Value *value = &g_array_index (load->values, Value, i);
      const Column *column
          = &g_array_index (load->table->columns, Column, i % load->table->columns->len);

      if (value->null)
        load->to->klass->bind_null (stmt, (int)i + 1);
      else if (column->number)
        sz_stmt_bind_int (stmt, (int)i + 1, value->number);
      else
        sz_stmt_bind_text (stmt, (int)i + 1, value->text);
    }
  done = sz_stmt_run (stmt, error);
  g_array_set_size (load->values, 0);
  g_string_chunk_clear (load->texts);
  return done;
}

/* Lengths stand before the texts, so that no two rows have one writing. */
static void
hash_value (GChecksum *hash, const Column *column, const Value *value)
{
  g_autofree char *head = value->null ? g_strdup ("-;")
                          : column->number
                              ? g_strdup_printf ("%" G_GINT64_FORMAT ";", value->number)
                              : g_strdup_printf ("%" G_GSIZE_FORMAT ":", strlen (value->text));

  g_checksum_update (hash, (const guchar *)head, -1);
  if (!value->null && !column->number)
    g_checksum_update (hash, (const guchar *)value->text, -1);
}

static gboolean
take_row (Load *load, SzStmt *stmt, GError **error)
{
  const GArray *columns = load->table->columns;
  int flag = (int)columns->len;

  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);
      Value value = { 0 };

      value.null = column->nullable && sz_stmt_int (stmt, flag++) != 0;
      if (!value.null && column->number)
        value.number = sz_stmt_int (stmt, (int)i);
      else if (!value.null)
        value.text = load->to != NULL
                         ? g_string_chunk_insert (load->texts, sz_stmt_text (stmt, (int)i))
                         : sz_stmt_text (stmt, (int)i);
      hash_value (load->hash, column, &value);
      if (load->to != NULL)
        g_array_append_val (load->values, value);
    }
  load->rows++;
  return load->to == NULL || load->values->len < ROWS_AT_ONCE * columns->len
         || put_rows (load, error);
}

static gboolean
read_rows (SzDb *db, Load *load, GCancellable *cancellable, GError **error)
{
  g_autofree char *sql = make_select (load->table);
  g_autoptr (SzStmt) stmt = sz_db_prepare_many (db, sql, error);
  gboolean row = TRUE;

  while (stmt != NULL && row)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return sz_error_set (error, SZ_ERROR_CANCELLED, "cancelled", NULL);
      if (!sz_stmt_step (stmt, &row, error) || (row && !take_row (load, stmt, error)))
        return FALSE;
    }
  return stmt != NULL && (load->to == NULL || put_rows (load, error));
}

/* Read, put where @to is given, and what was read as a hash. */
static char *
load_table (
    SzDb *db, SzDb *to, const Table *table, gint64 *rows, GCancellable *cancellable, GError **error)
{
  g_autoptr (GChecksum) hash = g_checksum_new (G_CHECKSUM_SHA256);
  Load load = { .to = to, .table = table, .hash = hash };
  gboolean done;

  load.values = g_array_new (FALSE, FALSE, sizeof (Value));
  load.texts = g_string_chunk_new (4096);
  done = read_rows (db, &load, cancellable, error);
  g_array_unref (load.values);
  g_string_chunk_free (load.texts);
  *rows = load.rows;
  return done ? g_strdup (g_checksum_get_string (hash)) : NULL;
}

static gboolean
carry_table (SzDb *from,
             SzDb *to,
             const Table *table,
             SzCarried *carried,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree char *empty = g_strdup_printf ("DELETE FROM \"%s\"", table->name);
  g_autofree char *sent = NULL;
  g_autofree char *arrived = NULL;
  gint64 rows = 0, there = 0;

  if (!sz_db_exec (to, empty, error))
    return FALSE;
  sent = load_table (from, to, table, &rows, cancellable, error);
  if (sent == NULL)
    return FALSE;
  arrived = load_table (to, NULL, table, &there, cancellable, error);
  if (arrived == NULL)
    return FALSE;
  carried->tables++;
  carried->rows += rows;
  return g_str_equal (sent, arrived)
         || sz_error_set (error, SZ_ERROR_CORRUPT, "carry.differs", "file", to->path, "table",
                          table->name, NULL);
}

gboolean
sz_carry (SzDb *from, SzDb *to, SzCarried *carried, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GPtrArray) theirs = NULL;

  g_return_val_if_fail (from != NULL && to != NULL && carried != NULL, FALSE);

  *carried = (SzCarried){ 0 };
  tables = list_tables (from, error);
  theirs = tables != NULL ? list_tables (to, error) : NULL;
  if (theirs == NULL || !check_same (tables, theirs, to, error)
      || !to->klass->fill (to, TRUE, error))
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    if (!carry_table (from, to, tables->pdata[i], carried, cancellable, error))
      return FALSE;
  return to->klass->fill (to, FALSE, error);
}
