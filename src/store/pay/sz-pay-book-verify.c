/* sz-pay-book-verify.c — whether what was kept beside a pay run is still what it was
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-book-verify.h"

#include <string.h>

#include "sz-pay-lines.h"
#include "sz-store-pay-book.h"
#include "sz-store-private.h"

static gboolean
pass_input_cb (const char *staff_no, const char *lines, gpointer user_data, GError **error)
{
  return TRUE;
}

static gboolean
pass_net_cb (const SzPayNetRow *row, gpointer user_data, GError **error)
{
  return TRUE;
}

/* Each reads all of its rows and compares their hash. */
static gboolean
read_rows (SzStore *store, const SzPayLife *life, GError **error)
{
  g_autoptr (SzPayDifferences) differences = NULL;

  if (*life->inputs_hash != '\0'
      && !sz_store_pay_inputs_each (store, life->run_id, life->inputs_hash, pass_input_cb, NULL,
                                    error))
    return FALSE;
  if (*life->differences_hash != '\0'
      && (differences = sz_store_pay_differences_get (store, life, error)) == NULL)
    return FALSE;
  return *life->nets_hash == '\0' || sz_store_pay_nets_each (store, life, pass_net_cb, NULL, error);
}

/* Rows of a run that has no hash of them. */
static gboolean
find_stray (SzStore *store, const char *table, const char *hash, gint64 *run, GError **error)
{
  g_autofree char *known = g_strdup_printf ("SELECT run_id FROM pay_lives WHERE %s <> ''", hash);

  return sz_pay_find_stray (store->db, table, known, run, error);
}

/* The hashes hold the rows in their order, not their places. */
static gboolean
find_misplaced (SzStore *store, const char *table, gint64 *run, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT run_id FROM %s GROUP BY run_id"
                         " HAVING min (place) <> 0 OR max (place) <> count(*) - 1 LIMIT 1",
                         table);

  return sz_db_query_int (store->db, sql, 0, run, error);
}

/* RULE pay-12: a difference rides once, on a payment that has it in its sum. */
static gboolean
find_unsettled (SzStore *store, gint64 *run, GError **error)
{
  static const char sql[]
      = "WITH ridden AS (SELECT s.run_id, s.person_id, sum (d.after_fen - d.before_fen) AS fen"
        "   FROM pay_settled AS s LEFT JOIN pay_differences AS d"
        "     ON d.run_id = s.correction_id AND d.person_id = s.person_id"
        "   GROUP BY s.run_id, s.person_id)"
        " SELECT run_id FROM ("
        "  SELECT r.run_id FROM ridden AS r LEFT JOIN pay_nets AS n"
        "    ON n.run_id = r.run_id AND n.person_id = r.person_id"
        "    WHERE n.correction_fen IS DISTINCT FROM r.fen"
        "  UNION SELECT n.run_id FROM pay_nets AS n LEFT JOIN ridden AS r"
        "    ON n.run_id = r.run_id AND n.person_id = r.person_id"
        "    WHERE n.correction_fen <> 0 AND r.run_id IS NULL) AS faulty"
        " ORDER BY run_id LIMIT 1";

  return sz_db_query_int (store->db, sql, 0, run, error);
}

static gboolean
find_by_hash (SzStore *store, gint64 *run, GError **error)
{
  g_autoptr (GArray) lives = sz_store_pay_life_list (store, SZ_ROWS_ALL, error);

  for (guint i = 0; lives != NULL && i < lives->len; i++)
    {
      const SzPayLife *life = &g_array_index (lives, SzPayLife, i);
      g_autoptr (GError) fault = NULL;
      g_autofree char *code = NULL;

      if (read_rows (store, life, &fault))
        continue;
      code = sz_error_dup_code (fault);
      if (strcmp (code, "run.changed") != 0)
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return FALSE;
        }
      *run = life->run_id;
      return TRUE;
    }
  return lives != NULL;
}

gboolean
sz_pay_book_find_changed (SzStore *store, gboolean part, gint64 *run, GError **error)
{
  g_return_val_if_fail (store != NULL && run != NULL, FALSE);

  *run = 0;
  if (!find_by_hash (store, run, error))
    return FALSE;
  if (part || *run != 0)
    return TRUE;
  return find_stray (store, "pay_inputs", "inputs_hash", run, error)
         && (*run != 0 || find_stray (store, "pay_differences", "differences_hash", run, error))
         && (*run != 0 || find_stray (store, "pay_nets", "nets_hash", run, error))
         && (*run != 0 || find_misplaced (store, "pay_differences", run, error))
         && (*run != 0 || find_misplaced (store, "pay_nets", run, error))
         && (*run != 0 || find_unsettled (store, run, error));
}
