/* sz-store-pay-edit.c — renaming and deleting runs that are no later state yet (RULE pay-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-pay-edit.h"

#include "sz-act-private.h"
#include "sz-case-tables.h"
#include "sz-row-table.h"
#include "sz-store-case.h"
#include "sz-store-pay-book.h"

/* States in which a run is still its maker's own. */
static gboolean
is_draft (const char *state)
{
  static const char *const drafts[] = { "draft", "computed", NULL };

  return g_strv_contains (drafts, state);
}

static gboolean
read_draft (SzAct *act, gint64 id, SzPayRun *run, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  gboolean found = FALSE;

  if (!sz_store_pay_get (act->store, id, run, &found, error))
    return FALSE;
  if (!found)
    return sz_error_set (error, SZ_ERROR_REFUSED, "run.unknown", "run", number, NULL);
  /* RULE pay-11 */
  return is_draft (run->state)
         || sz_error_set (error, SZ_ERROR_REFUSED, "run.state", "run", number, "state", run->state,
                          "verb", "edit", NULL);
}

gboolean
sz_store_pay_rename (SzAct *act, gint64 id, const char *name, GError **error)
{
  g_auto (SzPayRun) run = { 0 };
  SzPutResult result;

  g_return_val_if_fail (act != NULL && name != NULL && *name != '\0', FALSE);
  if (!read_draft (act, id, &run, error))
    return FALSE;
  g_free (run.name);
  run.name = g_strdup (name);
  return sz_row_put (act, &sz_pay_run_type, &run, SZ_PUT_UPDATE, &result, error);
}

static gboolean
delete_rows (SzAct *act, const char *sql, gint64 id, GError **error)
{
  g_autoptr (SzStmt) stmt = sz_db_prepare (act->store->db, sql, error);

  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, id);
  return sz_stmt_run (stmt, error);
}

/* What was made of the run goes with it: splits, adjustments, inputs, differences, its life. */
static gboolean
drop_life (SzAct *act, gint64 id, GError **error)
{
  g_auto (SzPayLife) life = { 0 };
  g_autoptr (GArray) splits = sz_store_pay_splits_of (act->store, id, error);
  g_autoptr (GArray) lines = sz_store_pay_adjustments_of (act->store, id, error);
  g_autoptr (GArray) objections = sz_store_pay_objections_of (act->store, id, error);

  if (splits == NULL || lines == NULL || objections == NULL
      || !sz_store_pay_life_of (act->store, id, &life, error)
      || !sz_store_pay_drop_book (act, id, error))
    return FALSE;
  for (guint i = 0; i < splits->len; i++)
    {
      const SzPaySplit *row = &g_array_index (splits, SzPaySplit, i);

      if (!sz_store_pay_split_delete (act, row->id, row->row_version, error))
        return FALSE;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const SzPayAdjustment *row = &g_array_index (lines, SzPayAdjustment, i);

      if (!sz_store_pay_adjustment_delete (act, row->id, row->row_version, error))
        return FALSE;
    }
  for (guint i = 0; i < objections->len; i++)
    {
      const SzPayObjection *row = &g_array_index (objections, SzPayObjection, i);

      if (!sz_store_pay_objection_delete (act, row->id, row->row_version, error))
        return FALSE;
    }
  return life.id == 0 || sz_store_pay_life_delete (act, life.id, life.row_version, error);
}

static gboolean
remove_run (SzAct *act, const SzPayRun *run, GError **error)
{
  const gint64 id = run->id;

  if (drop_life (act, id, error)
      && delete_rows (act, "DELETE FROM pay_lines WHERE run_id = $1", id, error)
      && delete_rows (act, "DELETE FROM pay_people WHERE run_id = $1", id, error)
      && sz_store_case_drop (act, sz_case_pay_run.kind, id, error)
      && sz_row_delete (act, &sz_pay_run_type, id, run->row_version, error))
    return TRUE;
  /* A run without its lines must never be committed. */
  act->failed = TRUE;
  return FALSE;
}

gboolean
sz_store_pay_delete (SzAct *act, gint64 id, GError **error)
{
  g_auto (SzPayRun) run = { 0 };

  g_return_val_if_fail (act != NULL, FALSE);
  return read_draft (act, id, &run, error) && remove_run (act, &run, error);
}

gboolean
sz_store_pay_remove (SzAct *act, gint64 id, GError **error)
{
  g_auto (SzPayRun) run = { 0 };
  gboolean found = FALSE;

  g_return_val_if_fail (act != NULL, FALSE);
  return sz_store_pay_get (act->store, id, &run, &found, error) && found
         && remove_run (act, &run, error);
}

gboolean
sz_store_pay_last_hand (SzStore *store,
                        const char *table,
                        const char *column,
                        const char *key,
                        SzPayHand *hand,
                        GError **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (SzStmt) stmt = NULL;
  gboolean more = FALSE;

  g_return_val_if_fail (store != NULL && table != NULL && key != NULL && hand != NULL, FALSE);
  *hand = (SzPayHand){ NULL, NULL };
  sql = column != NULL
            ? g_strdup_printf ("SELECT changed_by, changed_at FROM %s WHERE %s = $1"
                               " ORDER BY changed_at DESC LIMIT 1",
                               table, column)
            : g_strdup_printf ("SELECT t.changed_by, t.changed_at FROM %s AS t"
                               " JOIN people AS p ON p.id = t.person_id WHERE p.staff_no = $1"
                               " ORDER BY t.changed_at DESC LIMIT 1",
                               table);
  stmt = sz_db_prepare (store->db, sql, error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, key);
  if (!sz_stmt_step (stmt, &more, error))
    return FALSE;
  if (more)
    *hand = (SzPayHand){ g_strdup (sz_stmt_text (stmt, 0)), g_strdup (sz_stmt_text (stmt, 1)) };
  return TRUE;
}

GArray *
sz_store_pay_services (SzStore *store, GError **error)
{
  g_autoptr (GArray) services = NULL;
  g_autoptr (SzStmt) stmt = NULL;
  gboolean more = TRUE;

  g_return_val_if_fail (store != NULL, NULL);
  services = g_array_new (FALSE, TRUE, sizeof (SzService));
  stmt = sz_db_prepare (
      store->db, "SELECT person_id, from_date, to_date FROM services ORDER BY person_id, from_date",
      error);
  if (stmt == NULL)
    return NULL;
  for (;;)
    {
      SzService service = { 0 };

      if (!sz_stmt_step (stmt, &more, error))
        return NULL;
      if (!more)
        return g_steal_pointer (&services);
      service.id = sz_stmt_int (stmt, 0);
      service.from = sz_date_from_text (sz_stmt_text (stmt, 1));
      service.to = sz_date_from_text (sz_stmt_text (stmt, 2));
      g_array_append_val (services, service);
    }
}
