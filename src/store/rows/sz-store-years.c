/* sz-store-years.c — whether a table has rows, and of which years
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-years.h"

#include "sz-db.h"
#include "sz-store-private.h"

/* Behind the last year there can be, which has four digits. */
#define YEAR_AFTER 9999

/* The latest year before @before, 0 when there is none. Days begin with their year. */
static gboolean
find_year (SzStore *store, const SzYearRows *rows, int before, int *year, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT coalesce(max(%s), %s) FROM %s WHERE %s < $1", rows->column,
                         rows->is_day ? "''" : "0", rows->table, rows->column);
  g_autofree char *day = g_strdup_printf ("%04d", before); /* the statement borrows it */
  g_autoptr (SzStmt) stmt = sz_db_prepare (store->db, sql, error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  if (rows->is_day)
    sz_stmt_bind_text (stmt, 1, day);
  else
    sz_stmt_bind_int (stmt, 1, before);
  if (!sz_stmt_step (stmt, &row, error))
    return FALSE;
  *year = rows->is_day ? (int)g_ascii_strtoll (sz_stmt_text (stmt, 0), NULL, 10)
                       : (int)sz_stmt_int (stmt, 0);
  return TRUE;
}

gboolean
sz_store_has_rows (
    SzStore *store, const SzYearRows *rows, int year, gboolean *there, GError **error)
{
  g_autofree char *sql = NULL;
  int latest = 0;

  g_return_val_if_fail (store != NULL && rows != NULL && there != NULL, FALSE);
  if (year != 0 && rows->column != NULL)
    {
      if (!find_year (store, rows, year + 1, &latest, error))
        return FALSE;
      *there = latest == year;
      return TRUE;
    }
  sql = g_strdup_printf ("SELECT 1 FROM %s LIMIT 1", rows->table);
  {
    g_autoptr (SzStmt) stmt = sz_db_prepare (store->db, sql, error);

    *there = FALSE;
    return stmt != NULL && sz_stmt_step (stmt, there, error);
  }
}

gboolean
sz_store_add_years (SzStore *store, const SzYearRows *rows, GHashTable *years, GError **error)
{
  int year = YEAR_AFTER;

  g_return_val_if_fail (store != NULL && rows != NULL && years != NULL, FALSE);
  while (rows->column != NULL)
    {
      if (!find_year (store, rows, year, &year, error))
        return FALSE;
      if (year <= 0)
        break;
      g_hash_table_add (years, GINT_TO_POINTER (year));
    }
  return TRUE;
}
