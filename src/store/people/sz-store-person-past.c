/* sz-store-person-past.c — what the journal and the pay runs know of one person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-person-past.h"

#include "sz-row-type.h"
#include "sz-store-private.h"

/* The rows of records and services begin with the person in the journal: that finds those that are
 * no longer there. */
#define SELECT_PAST                                                                                \
  "SELECT a.seq, a.at, a.who, a.kind, c.op, c.row_version, c.before, c.after, c.table_name"        \
  " FROM changes c JOIN acts a ON a.seq = c.act_seq"                                               \
  " WHERE (c.table_name = 'people' AND c.row_id = $1)"                                             \
  " OR (c.table_name IN ('person_records', 'services')"                                            \
  " AND (substr (c.after, 1, length ($2)) = $2 OR substr (c.before, 1, length ($2)) = $2))"        \
  " ORDER BY c.id"

static void
take_entry (SzStmt *stmt, SzHistoryEntry *entry)
{
  *entry = (SzHistoryEntry){ .seq = sz_stmt_int (stmt, 0),
                             .at = sz_stmt_text (stmt, 1),
                             .who = sz_stmt_text (stmt, 2),
                             .kind = sz_stmt_text (stmt, 3),
                             .op = sz_stmt_text (stmt, 4)[0],
                             .row_version = sz_stmt_int (stmt, 5),
                             .before = sz_stmt_text (stmt, 6),
                             .after = sz_stmt_text (stmt, 7) };
}

static gboolean
walk_past (SzStmt *stmt, SzPersonPastFn fn, gpointer user_data, GError **error)
{
  gboolean more = TRUE;

  for (;;)
    {
      SzHistoryEntry entry;
      GError *fault = NULL;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      take_entry (stmt, &entry);
      if (!fn (sz_stmt_text (stmt, 8), &entry, user_data, &fault))
        {
          if (fault != NULL)
            g_propagate_error (error, fault);
          return fault == NULL;
        }
    }
}

gboolean
sz_store_person_past (
    SzStore *store, gint64 person_id, SzPersonPastFn fn, gpointer user_data, GError **error)
{
  g_autofree char *beginning = g_strdup_printf ("{\"person_id\":%" G_GINT64_FORMAT ",", person_id);
  g_autoptr (SzStmt) stmt = NULL;

  g_return_val_if_fail (store != NULL && fn != NULL, FALSE);
  stmt = sz_db_prepare (store->db, SELECT_PAST, error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, person_id);
  sz_stmt_bind_text (stmt, 2, beginning);
  return walk_past (stmt, fn, user_data, error);
}

gboolean
sz_store_person_runs (
    SzStore *store, gint64 person_id, SzPersonRunFn fn, gpointer user_data, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  gboolean more = TRUE;

  g_return_val_if_fail (store != NULL && fn != NULL, FALSE);
  stmt = sz_db_prepare (
      store->db,
      "SELECT r.id, r.name, c.state, r.from_date, r.to_date, p.reason, p.total_fen"
      " FROM pay_runs r JOIN pay_people p ON p.run_id = r.id"
      " JOIN cases c ON c.kind = 'pay.run' AND c.subject_id = r.id WHERE p.person_id = $1"
      " ORDER BY r.id DESC",
      error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, person_id);
  for (;;)
    {
      SzPersonRun run;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      run = (SzPersonRun){ .run = sz_stmt_int (stmt, 0),
                           .name = sz_stmt_text (stmt, 1),
                           .state = sz_stmt_text (stmt, 2),
                           .from = sz_date_from_text (sz_stmt_text (stmt, 3)),
                           .to = sz_date_from_text (sz_stmt_text (stmt, 4)),
                           .reason = sz_stmt_text (stmt, 5),
                           .total_fen = sz_stmt_int (stmt, 6) };
      fn (&run, user_data);
    }
}
