/* sz-undo.c — taking an act back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-undo.h"

#include <string.h>

#include "sz-journal.h"
#include "sz-store-import.h"
#include "sz-store-private.h"

/* The act that is taken back. */
typedef struct
{
  char *id;
  gint64 seq;
  gint64 first_change;
  gint64 n_changes;
  int run_year;        /* a change counts for runs of this year … */
  gint64 run_id;       /* … the run that was found, 0: none */
  GHashTable *touched; /* rows that this undo has put back already, with versions of its own */
} Undone;

static void
clear_undone (Undone *undone)
{
  g_free (undone->id);
  g_clear_pointer (&undone->touched, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Undone, clear_undone)

static gboolean
fail_refused (GError **error, const char *code, const char *act, const char *table, gint64 row)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, row);

  return sz_error_set (error, SZ_ERROR_REFUSED, code, "act", act, "table", table, "row", id, NULL);
}

static gboolean
find_act (SzStore *store, const char *id, Undone *undone, GError **error)
{
  g_autoptr (SzStmt) stmt = sz_db_prepare (
      store->db, "SELECT seq, first_change, n_changes FROM acts WHERE act_id = $1 AND refused = 0",
      error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, id);
  if (!sz_stmt_step (stmt, &row, error))
    return FALSE;
  if (!row)
    return sz_error_set (error, SZ_ERROR_REFUSED, "undo.unknown", "act", id, NULL);
  undone->id = g_strdup (id);
  undone->seq = sz_stmt_int (stmt, 0);
  undone->first_change = sz_stmt_int (stmt, 1);
  undone->n_changes = sz_stmt_int (stmt, 2);
  return TRUE;
}

/* A run computed after the act, over a period that touches @year (0: any). */
static gboolean
find_run (SzStore *store, gint64 seq, int year, gint64 *run, GError **error)
{
  g_autoptr (SzStmt) stmt = sz_db_prepare (
      store->db,
      "SELECT r.id FROM pay_runs r JOIN acts a ON a.act_id = r.act_id"
      " WHERE a.seq > $1 AND r.state <> 'draft'"
      " AND ($2 = 0 OR (CAST (substr (r.from_date, 1, 4) AS INTEGER) <= $2"
      " AND CAST (substr (r.to_date, 1, 4) AS INTEGER) >= $2)) ORDER BY r.id LIMIT 1",
      error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, seq);
  sz_stmt_bind_int (stmt, 2, year);
  if (!sz_stmt_step (stmt, &row, error))
    return FALSE;
  *run = row ? sz_stmt_int (stmt, 0) : 0;
  return TRUE;
}

static int
get_year (const SzRowType *type, const SzValue *values)
{
  if (type->pay_use == SZ_PAY_USE_BY_YEAR)
    return (int)values[sz_row_type_column (type, "year")].number;
  if (type->pay_use == SZ_PAY_USE_BY_DATE)
    return sz_date_year (sz_date_from_text (values[sz_row_type_column (type, "date")].text));
  return 0;
}

/* Rows of one table and year come one after another, so the last answer is kept. */
static gboolean
check_runs (
    SzAct *act, Undone *undone, const SzRowType *type, const SzValue *values, GError **error)
{
  g_autofree char *run = NULL;
  int year = get_year (type, values);

  if (type->pay_use == SZ_PAY_USE_NEVER)
    return TRUE;
  if (year != undone->run_year)
    {
      undone->run_year = year;
      if (!find_run (act->store, undone->seq, year, &undone->run_id, error))
        return FALSE;
    }
  if (undone->run_id == 0)
    return TRUE;
  run = g_strdup_printf ("%" G_GINT64_FORMAT, undone->run_id);
  return sz_error_set (error, SZ_ERROR_REFUSED, "undo.used_by_run", "run", run, NULL);
}

/* One number for table and row: there are less than 64 tables. */
static gint64
make_place (const SzRowType *type, gint64 row_id)
{
  const SzRowType *const *types = sz_row_type_registry ();
  gint64 i = 0;

  while (types[i] != type)
    i++;
  return row_id * 64 + i;
}

static void
note_touched (Undone *undone, const SzRowType *type, gint64 row_id)
{
  gint64 *place = g_new (gint64, 1);

  *place = make_place (type, row_id);
  g_hash_table_add (undone->touched, place);
}

/* The row as it stands must be as the undone act left it, or as this undo did, when the act had
 * touched it several times. Its JSON goes to act->before, its version to @row_version. */
static gboolean
check_unmoved (SzAct *act,
               const Undone *undone,
               const SzRowType *type,
               gint64 row_id,
               gint64 *row_version,
               GError **error)
{
  SzValue values[SZ_COLUMNS_MAX];
  SzStmt *stmt = NULL;
  gint64 place = make_place (type, row_id);
  gint64 found = 0;
  gboolean done = sz_journal_read (act->store, type, row_id, &found, values, &stmt, error);

  if (done && found != 0)
    {
      g_string_truncate (act->before, 0);
      sz_values_append_json (type, values, act->before);
    }
  sz_stmt_done (stmt);
  if (!done)
    return FALSE;
  if (found != *row_version && !g_hash_table_contains (undone->touched, &place))
    return fail_refused (error, "undo.changed_since", undone->id, type->table, row_id);
  *row_version = found;
  return TRUE;
}

/* Which table holds rows of the person that cannot go. */
static const char *
find_user (SzStore *store, gint64 person_id)
{
  const SzRowType *const *types = sz_row_type_registry ();

  for (guint i = 0; types[i] != NULL; i++)
    {
      g_autofree char *sql = NULL;
      g_autoptr (SzStmt) stmt = NULL;
      gboolean row = FALSE;

      if (sz_row_type_column (types[i], "person_id") < 0)
        continue;
      sql = g_strdup_printf ("SELECT id FROM %s WHERE person_id = $1 LIMIT 1", types[i]->table);
      stmt = sz_db_prepare (store->db, sql, NULL);
      if (stmt == NULL)
        return "";
      sz_stmt_bind_int (stmt, 1, person_id);
      if (sz_stmt_step (stmt, &row, NULL) && row)
        return types[i]->table;
    }
  return "";
}

static gboolean
undo_insert (SzAct *act,
             const Undone *undone,
             const SzRowType *type,
             gint64 row_id,
             gint64 row_version,
             GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autofree char *code = NULL;
  g_autofree char *id = NULL;

  if (!check_unmoved (act, undone, type, row_id, &row_version, error))
    return FALSE;
  if (sz_journal_delete (act, type, row_id, row_version, act->before->str, &fault))
    return TRUE;
  code = sz_error_dup_code (fault);
  if (strcmp (code, "row.in_use") != 0)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  id = g_strdup_printf ("%" G_GINT64_FORMAT, row_id);
  return sz_error_set (error, SZ_ERROR_REFUSED, "undo.used_by_row", "table", type->table, "row", id,
                       "by_table", find_user (act->store, row_id), NULL);
}

/* A key that somebody else took meanwhile is a change since. */
static gboolean
put_back (SzAct *act,
          const Undone *undone,
          const SzRowType *type,
          gint64 row_id,
          gint64 row_version,
          char op,
          const SzValue *values,
          GError **error)
{
  g_autoptr (GError) fault = NULL;
  gboolean done;

  if (op == 'u')
    done = sz_journal_update (act, type, row_id, row_version, act->before->str, values, &fault);
  else
    done = sz_journal_insert (act, type, row_id, row_version + 1, values, &fault);
  if (done)
    return TRUE;
  if (g_error_matches (fault, SZ_ERROR, SZ_ERROR_CONSTRAINT))
    return fail_refused (error, "undo.changed_since", undone->id, type->table, row_id);
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static gboolean
undo_change (SzAct *act, Undone *undone, const SzRowType *type, SzStmt *entry, GError **error)
{
  g_autoptr (GStringChunk) strings = g_string_chunk_new (1024);
  SzValue values[SZ_COLUMNS_MAX];
  gint64 row_id = sz_stmt_int (entry, 1);
  gint64 row_version = sz_stmt_int (entry, 2);
  gint64 gone = 0;
  char op = *sz_stmt_text (entry, 3);
  const char *json = sz_stmt_text (entry, op == 'i' ? 5 : 4);

  if (!sz_values_parse_json (type, json, strings, values, error)
      || !check_runs (act, undone, type, values, error))
    return FALSE;
  if (op == 'i')
    return undo_insert (act, undone, type, row_id, row_version, error);
  /* A row that is gone comes back with the version after its last. */
  if (!check_unmoved (act, undone, type, row_id, op == 'd' ? &gone : &row_version, error))
    return FALSE;
  note_touched (undone, type, row_id);
  return put_back (act, undone, type, row_id, row_version, op, values, error);
}

/* From the last change to the first, so that what hangs on a row goes before it. */
static gboolean
undo_changes (SzAct *act, Undone *undone, gint64 *n_rows, GError **error)
{
  g_autoptr (SzStmt) entry
      = sz_db_prepare (act->store->db,
                       "SELECT table_name, row_id, row_version, op, before, after FROM changes"
                       " WHERE id >= $1 AND id < $2 ORDER BY id DESC",
                       error);
  gboolean more = TRUE;

  if (entry == NULL)
    return FALSE;
  sz_stmt_bind_int (entry, 1, undone->first_change);
  sz_stmt_bind_int (entry, 2, undone->first_change + undone->n_changes);
  for (;;)
    {
      const SzRowType *type;

      if (!sz_stmt_step (entry, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      type = sz_row_type_by_table (sz_stmt_text (entry, 0));
      if (type == NULL || type == &sz_pay_run_type)
        return sz_error_set (error, SZ_ERROR_REFUSED, "undo.not_possible", "act", undone->id,
                             "table", sz_stmt_text (entry, 0), NULL);
      if (type->stays)
        continue;
      if (!undo_change (act, undone, type, entry, error))
        return FALSE;
      ++*n_rows;
    }
}

static gboolean
find_batch (SzAct *act,
            const char *act_id,
            gint64 batch_id,
            SzBatch *batch,
            gboolean *found,
            GError **error)
{
  if (act_id == NULL)
    return sz_store_batch_get (act->store, batch_id, batch, found, error);
  batch->act_id = g_strdup (act_id);
  return sz_store_batch_find (act->store, batch, found, error);
}

static gboolean
undo_with_batch (SzAct *act,
                 SzBatch *batch,
                 gboolean has_batch,
                 const char *undone_id,
                 gint64 *n_rows,
                 GError **error)
{
  g_auto (Undone) undone = { .run_year = -1 };
  gint64 n = 0;

  undone.touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (has_batch && *batch->undone_by != '\0')
    return sz_error_set (error, SZ_ERROR_REFUSED, "undo.already", "act", undone_id, "by",
                         batch->undone_by, NULL);
  if (!find_act (act->store, undone_id, &undone, error) || !undo_changes (act, &undone, &n, error))
    return FALSE;
  if (n_rows != NULL)
    *n_rows = n;
  if (!has_batch)
    return TRUE;
  g_free (batch->undone_by);
  batch->undone_by = g_strdup (act->id);
  return sz_store_batch_put (act, batch, SZ_PUT_UPDATE, NULL, error);
}

gboolean
sz_undo_act (SzAct *act, const char *undone, gint64 *n_rows, GError **error)
{
  g_auto (SzBatch) batch = { 0 };
  gboolean found = FALSE;

  g_return_val_if_fail (act != NULL && undone != NULL, FALSE);

  if (!find_batch (act, undone, 0, &batch, &found, error))
    return FALSE;
  return undo_with_batch (act, &batch, found, undone, n_rows, error);
}

gboolean
sz_undo_batch (SzAct *act, gint64 batch_id, gint64 *n_rows, GError **error)
{
  g_auto (SzBatch) batch = { 0 };
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, batch_id);
  gboolean found = FALSE;

  g_return_val_if_fail (act != NULL, FALSE);

  if (!find_batch (act, NULL, batch_id, &batch, &found, error))
    return FALSE;
  if (!found)
    return sz_error_set (error, SZ_ERROR_REFUSED, "undo.unknown_batch", "batch", id, NULL);
  return undo_with_batch (act, &batch, TRUE, batch.act_id, n_rows, error);
}
