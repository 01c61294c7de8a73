/* sz-act.c — an act: one write transaction, one row in the audit log
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-act.h"

#include "sz-act-private.h"
#include "sz-chain.h"
#include "sz-row-type.h"
#include "sz-signature.h"

/* With acts that change nothing there is nothing to hash. */
#define NO_CHANGES ""

gboolean
sz_act_exists (SzStore *store, const char *id, gboolean *exists, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;

  g_return_val_if_fail (store != NULL && id != NULL && exists != NULL, FALSE);

  stmt = sz_db_prepare (store->db, "SELECT seq FROM acts WHERE act_id = $1", error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, id);
  return sz_stmt_step (stmt, exists, error);
}

/* All that an act must know before, in one question: the way to a server is long. Two colleges that
 * both go on would be two truths (RULE srv-14). */
static gboolean
read_head (SzAct *act, GError **error)
{
  const char *file = act->store->db->path;
  g_autoptr (SzStmt) stmt
      = sz_db_prepare (act->store->db,
                       "SELECT seq, last_change, hash,"
                       " (SELECT count(*) FROM acts WHERE act_id = $1),"
                       " coalesce ((SELECT value FROM settings WHERE key = 'college.moved_to'), '')"
                       " FROM act_heads WHERE id = 1",
                       error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, act->id);
  if (!sz_stmt_step (stmt, &row, error))
    return FALSE;
  if (!row)
    return sz_error_set (error, SZ_ERROR_CORRUPT, "db.corrupt", "file", file, "detail", "act_heads",
                         NULL);
  if (*sz_stmt_text (stmt, 4) != '\0')
    return sz_error_set (error, SZ_ERROR_REFUSED, "college.moved", "file", file, "to",
                         sz_stmt_text (stmt, 4), NULL);
  if (sz_stmt_int (stmt, 3) > 0)
    return sz_error_set (error, SZ_ERROR_CONSTRAINT, "act.repeated", "act", act->id, NULL);
  act->seq = sz_stmt_int (stmt, 0) + 1;
  act->first_change = sz_stmt_int (stmt, 1) + 1;
  act->prev_hash = g_strdup (sz_stmt_text (stmt, 2));
  return TRUE;
}

static SzAct *
make_act (SzStore *store, const SzActInfo *info)
{
  SzAct *act = g_new0 (SzAct, 1);

  act->store = store;
  act->id = g_strdup (info->id);
  act->kind = g_strdup (info->kind);
  act->who = g_strdup (info->who);
  act->at = g_strdup (info->at);
  act->source = g_strdup (info->source != NULL ? info->source : "");
  act->source_hash = g_strdup (info->source_hash != NULL ? info->source_hash : "");
  act->summary = g_strdup ("{}");
  act->changes = g_checksum_new (G_CHECKSUM_SHA256);
  act->scratch = g_string_sized_new (1024);
  act->before = g_string_sized_new (1024);
  act->after = g_string_sized_new (1024);
  act->last_ids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return act;
}

SzAct *
sz_act_begin (SzStore *store, const SzActInfo *info, GError **error)
{
  g_autoptr (SzAct) act = NULL;

  g_return_val_if_fail (store != NULL && info != NULL, NULL);
  g_return_val_if_fail (info->id != NULL && info->kind != NULL && info->who != NULL
                            && info->at != NULL,
                        NULL);
  g_assert (store->act == NULL && store->n_readers == 0);

  if (store->unsure)
    {
      sz_error_set (error, SZ_ERROR_IO, "db.unsure", "file", store->db->path, NULL);
      return NULL;
    }
  if (!sz_db_begin (store->db, TRUE, error))
    return NULL;
  act = make_act (store, info);
  store->act = act;
  sz_db_mark_writer (store->db, act->id, act->who, act->at);
  act->insert_change = sz_db_prepare (store->db,
                                      "INSERT INTO changes (id, act_seq, table_name, row_id,"
                                      " row_version, op, before, after)"
                                      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                                      error);
  if (act->insert_change == NULL || !read_head (act, error))
    return NULL;
  return g_steal_pointer (&act);
}

static void
finish_act (SzAct *act)
{
  sz_stmt_done (act->insert_change);
  act->insert_change = NULL;
  sz_db_unmark_writer (act->store->db, act->id);
  act->finished = TRUE;
  act->store->act = NULL;
}

void
sz_act_free (SzAct *act)
{
  if (act == NULL)
    return;
  if (!act->finished)
    {
      sz_db_rollback (act->store->db);
      finish_act (act);
    }
  g_free (act->id);
  g_free (act->kind);
  g_free (act->who);
  g_free (act->at);
  g_free (act->source);
  g_free (act->source_hash);
  g_free (act->summary);
  g_free (act->prev_hash);
  g_checksum_free (act->changes);
  g_string_free (act->scratch, TRUE);
  g_string_free (act->before, TRUE);
  g_string_free (act->after, TRUE);
  g_hash_table_unref (act->last_ids);
  g_free (act);
}

SzStore *
sz_act_get_store (SzAct *act)
{
  g_return_val_if_fail (act != NULL, NULL);

  return act->store;
}

const char *
sz_act_get_id (const SzAct *act)
{
  g_return_val_if_fail (act != NULL, NULL);

  return act->id;
}

const char *
sz_act_get_at (const SzAct *act)
{
  g_return_val_if_fail (act != NULL, NULL);

  return act->at;
}

const char *
sz_act_get_who (const SzAct *act)
{
  g_return_val_if_fail (act != NULL, NULL);

  return act->who;
}

void
sz_act_set_summary (SzAct *act, const char *json)
{
  g_return_if_fail (act != NULL && json != NULL);

  g_free (act->summary);
  act->summary = g_strdup (json);
}

void
sz_act_queue_rows (SzAct *act)
{
  g_return_if_fail (act != NULL);

  act->queues = TRUE;
}

gboolean
sz_act_flush (SzAct *act, GError **error)
{
  g_return_val_if_fail (act != NULL, FALSE);

  if (act->failed)
    return sz_error_set (error, SZ_ERROR_IO, "db.rolled_back", "file", act->store->db->path, NULL);
  act->failed = !sz_db_flush (act->store->db, error);
  return !act->failed;
}

static gboolean
save_last_ids (SzAct *act, GError **error)
{
  GHashTableIter iter;
  gpointer type, last;

  g_hash_table_iter_init (&iter, act->last_ids);
  while (g_hash_table_iter_next (&iter, &type, &last))
    {
      SzStmt *stmt
          = sz_db_prepare (act->store->db,
                           "INSERT INTO row_ids (table_name, last_id) VALUES ($1, $2)"
                           " ON CONFLICT (table_name) DO UPDATE SET last_id = excluded.last_id",
                           error);

      if (stmt == NULL)
        return FALSE;
      sz_stmt_bind_text (stmt, 1, ((const SzRowType *)type)->table);
      sz_stmt_bind_int (stmt, 2, *(gint64 *)last);
      if (!sz_stmt_queue (stmt, &(SzRowTag){ .table = "row_ids" }, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_act (SzAct *act, const SzActRow *row, const char *hash, GError **error)
{
  SzStmt *stmt = sz_db_prepare (
      act->store->db,
      "INSERT INTO acts (seq, act_id, at, who, kind, refused, summary, source, source_hash,"
      " first_change, n_changes, changes_hash, prev_hash, hash)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
      error);

  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, row->seq);
  sz_stmt_bind_text (stmt, 2, row->act_id);
  sz_stmt_bind_text (stmt, 3, row->at);
  sz_stmt_bind_text (stmt, 4, row->who);
  sz_stmt_bind_text (stmt, 5, row->kind);
  sz_stmt_bind_int (stmt, 6, row->refused);
  sz_stmt_bind_text (stmt, 7, row->summary);
  sz_stmt_bind_text (stmt, 8, row->source);
  sz_stmt_bind_text (stmt, 9, row->source_hash);
  sz_stmt_bind_int (stmt, 10, row->first_change);
  sz_stmt_bind_int (stmt, 11, row->n_changes);
  sz_stmt_bind_text (stmt, 12, row->changes_hash);
  sz_stmt_bind_text (stmt, 13, row->prev_hash);
  sz_stmt_bind_text (stmt, 14, hash);
  return sz_stmt_queue (stmt, &(SzRowTag){ .table = "acts", .key = row->act_id }, error);
}

static gboolean
save_head (SzAct *act, const char *hash, GError **error)
{
  SzStmt *stmt;

  if (act->store->db->klass->keeps_head)
    return TRUE;
  stmt = sz_db_prepare (act->store->db,
                        "UPDATE act_heads SET seq = $1, last_change = $2, hash = $3 WHERE id = 1",
                        error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, act->seq);
  sz_stmt_bind_int (stmt, 2, act->first_change + act->n_changes - 1);
  sz_stmt_bind_text (stmt, 3, hash);
  return sz_stmt_run (stmt, error);
}

/* RULE aud-1 */
static gboolean
save_audit (SzAct *act, GError **error)
{
  SzActRow row = {
    .seq = act->seq,
    .act_id = act->id,
    .at = act->at,
    .who = act->who,
    .kind = act->kind,
    .refused = act->refused,
    .summary = act->summary,
    .source = act->source,
    .source_hash = act->source_hash,
    .first_change = act->first_change,
    .n_changes = act->n_changes,
    .changes_hash = act->n_changes > 0 ? g_checksum_get_string (act->changes) : NO_CHANGES,
    .prev_hash = act->prev_hash,
  };
  g_autofree char *hash = sz_chain_dup_hash (&row);

  return save_last_ids (act, error) && save_act (act, &row, hash, error)
         && save_head (act, hash, error) && sz_signature_save (act->store, act->seq, hash, error);
}

/* An error of the commit can come behind it: only the log itself knows, and is read again. Takes
 * @fault. */
static gboolean
tell_truth (SzAct *act, GError *fault, GError **error)
{
  g_autoptr (GError) reason = fault;
  g_autoptr (GError) unread = NULL;
  g_autofree char *code = sz_error_dup_code (fault);
  gboolean exists = FALSE;
  gboolean read = sz_db_settle (act->store->db, &unread)
                  && sz_act_exists (act->store, act->id, &exists, &unread);

  /* A server answers for what it holds. */
  if (read && exists && act->store->db->klass->settle != NULL)
    return TRUE;
  if (read && !exists)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  act->store->unsure = TRUE;
  return sz_error_set (error, SZ_ERROR_IO, read ? "act.done_unsure" : "act.unknown", "file",
                       act->store->db->path, "act", act->id, "detail", code, NULL);
}

gboolean
sz_act_commit (SzAct *act, GError **error)
{
  g_autoptr (GError) fault = NULL;
  gboolean done;

  g_return_val_if_fail (act != NULL && !act->finished, FALSE);

  if (act->failed)
    sz_error_set (error, SZ_ERROR_IO, "db.rolled_back", "file", act->store->db->path, NULL);
  done = !act->failed && save_audit (act, error);
  if (done)
    done = sz_db_commit (act->store->db, &fault);
  if (!done)
    sz_db_rollback (act->store->db);
  finish_act (act);
  return fault == NULL ? done : tell_truth (act, g_steal_pointer (&fault), error);
}

static gboolean
leave_trace (
    SzStore *store, const SzActInfo *info, const char *summary, gboolean refused, GError **error)
{
  g_autoptr (SzAct) act = sz_act_begin (store, info, error);

  if (act == NULL)
    return FALSE;
  act->refused = refused;
  sz_act_set_summary (act, summary != NULL ? summary : "{}");
  return sz_act_commit (act, error);
}

gboolean
sz_act_refuse (SzStore *store, const SzActInfo *info, const char *summary, GError **error)
{
  g_return_val_if_fail (store != NULL, FALSE);

  return leave_trace (store, info, summary, TRUE, error);
}

gboolean
sz_act_note (SzStore *store, const SzActInfo *info, const char *summary, GError **error)
{
  g_return_val_if_fail (store != NULL, FALSE);

  return leave_trace (store, info, summary, FALSE, error);
}
