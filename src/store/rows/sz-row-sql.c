/* sz-row-sql.c — the statements of a type, prepared once on a connection
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-row-sql.h"

#include "sz-store-private.h"

static void
free_row_sql (gpointer data)
{
  SzRowSql *sql = data;

  g_free (sql->columns);
  g_free (sql);
}

static char *
join_columns (const SzRowType *type,
              const char *format,
              const char *separator,
              guint first,
              SzColumnFlags wanted)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < type->n_columns; i++)
    {
      if (wanted != SZ_COLUMN_PLAIN && !(type->columns[i].flags & wanted))
        continue;
      if (text->len > 0)
        g_string_append (text, separator);
      g_string_append (text, type->columns[i].name);
      if (*format != '\0')
        g_string_append_printf (text, " = $%u", first++);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
join_places (guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (text, i == 1 ? "$%u" : ", $%u", i);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static SzStmt *
prepare_insert (SzStore *store, const SzRowType *type, GError **error)
{
  g_autofree char *names = join_columns (type, "", ", ", 0, SZ_COLUMN_PLAIN);
  g_autofree char *places = join_places (type->n_columns + 4);
  g_autofree char *sql
      = g_strdup_printf ("INSERT INTO %s (id, row_version, changed_at, changed_by, %s) VALUES (%s)",
                         type->table, names, places);

  return sz_db_prepare (store->db, sql, error);
}

static SzStmt *
prepare_update (SzStore *store, const SzRowType *type, GError **error)
{
  g_autofree char *sets = join_columns (type, "=", ", ", 3, SZ_COLUMN_PLAIN);
  g_autofree char *sql = g_strdup_printf (
      "UPDATE %s SET row_version = row_version + 1, changed_at = $1, changed_by = $2, %s"
      " WHERE id = $%u AND row_version = $%u",
      type->table, sets, type->n_columns + 3, type->n_columns + 4);

  return sz_db_prepare (store->db, sql, error);
}

static SzStmt *
prepare_remove (SzStore *store, const SzRowType *type, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("DELETE FROM %s WHERE id = $1 AND row_version = $2", type->table);

  return sz_db_prepare (store->db, sql, error);
}

static SzStmt *
prepare_select (SzStore *store,
                const SzRowType *type,
                const char *columns,
                const char *condition,
                GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT %s FROM %s WHERE %s", columns, type->table, condition);

  return sz_db_prepare (store->db, sql, error);
}

char *
sz_row_columns (const SzRowType *type)
{
  g_autofree char *names = NULL;

  g_return_val_if_fail (type != NULL, NULL);

  names = join_columns (type, "", ", ", 0, SZ_COLUMN_PLAIN);
  return g_strconcat ("id, row_version, ", names, NULL);
}

SzRowSql *
sz_row_sql (SzStore *store, const SzRowType *type, GError **error)
{
  SzRowSql *sql;
  g_autofree char *key = NULL;

  g_return_val_if_fail (store != NULL && type != NULL, NULL);

  if (store->row_sql == NULL)
    store->row_sql = g_hash_table_new_full (NULL, NULL, NULL, free_row_sql);
  sql = g_hash_table_lookup (store->row_sql, type);
  if (sql != NULL)
    return sql;
  sql = g_new0 (SzRowSql, 1);
  key = join_columns (type, "=", " AND ", 1, SZ_COLUMN_KEY);
  sql->columns = sz_row_columns (type);
  sql->insert = prepare_insert (store, type, error);
  sql->update = sql->insert != NULL ? prepare_update (store, type, error) : NULL;
  sql->remove = sql->update != NULL ? prepare_remove (store, type, error) : NULL;
  sql->by_id
      = sql->remove != NULL ? prepare_select (store, type, sql->columns, "id = $1", error) : NULL;
  if (sql->by_id != NULL && *key != '\0')
    sql->by_key = prepare_select (store, type, sql->columns, key, error);
  if (sql->by_id == NULL || (*key != '\0' && sql->by_key == NULL))
    {
      free_row_sql (sql);
      return NULL;
    }
  g_hash_table_insert (store->row_sql, (gpointer)type, sql);
  return sql;
}
