/* sz-audit.c — the chain of all acts 留痕: reading it, and each row's history (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-audit.h"

#include <jansson.h>

#include <string.h>

#include "sz-store-private.h"

static void
take_act (SzStmt *stmt, SzAuditRow *row)
{
  row->seq = sz_stmt_int (stmt, 0);
  row->act_id = sz_stmt_text (stmt, 1);
  row->at = sz_stmt_text (stmt, 2);
  row->who = sz_stmt_text (stmt, 3);
  row->kind = sz_stmt_text (stmt, 4);
  row->refused = sz_stmt_int (stmt, 5) != 0;
  row->summary = sz_stmt_text (stmt, 6);
  row->source = sz_stmt_text (stmt, 7);
  row->source_hash = sz_stmt_text (stmt, 8);
  row->n_changes = sz_stmt_int (stmt, 9);
  row->hash = sz_stmt_text (stmt, 10);
}

gboolean
sz_audit_head (SzStore *store, SzAuditHead *head, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (store != NULL && head != NULL, FALSE);

  stmt = sz_db_prepare (store->db, "SELECT seq, hash FROM act_heads WHERE id = 1", error);
  if (stmt == NULL || !sz_stmt_step (stmt, &row, error))
    return FALSE;
  *head = (SzAuditHead){ .seq = row ? sz_stmt_int (stmt, 0) : 0 };
  if (row)
    g_strlcpy (head->hash, sz_stmt_text (stmt, 1), sizeof head->hash);
  return TRUE;
}

gboolean
sz_audit_find_head (SzStore *store, const char *hash, gint64 seq, gboolean *found, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  g_autofree char *pattern = NULL;

  g_return_val_if_fail (store != NULL && hash != NULL && found != NULL, FALSE);

  pattern = g_strconcat (hash, "%", NULL);
  stmt = sz_db_prepare (store->db,
                        "SELECT seq FROM acts WHERE hash LIKE $1 AND ($2 = 0 OR seq = $2) LIMIT 1",
                        error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, pattern);
  sz_stmt_bind_int (stmt, 2, seq);
  return sz_stmt_step (stmt, found, error);
}

void
sz_audit_last_clear (SzAuditLast *last)
{
  g_clear_pointer (&last->at, g_free);
  g_clear_pointer (&last->who, g_free);
  g_clear_pointer (&last->summary, g_free);
}

gboolean
sz_audit_last (SzStore *store, const char *kind, SzAuditLast *last, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (store != NULL && kind != NULL && last != NULL, FALSE);

  sz_audit_last_clear (last);
  last->seq = 0;
  stmt = sz_db_prepare (store->db,
                        "SELECT seq, at, who, summary FROM acts WHERE kind = $1 AND refused = 0"
                        " ORDER BY seq DESC LIMIT 1",
                        error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, kind);
  if (!sz_stmt_step (stmt, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  last->seq = sz_stmt_int (stmt, 0);
  last->at = g_strdup (sz_stmt_text (stmt, 1));
  last->who = g_strdup (sz_stmt_text (stmt, 2));
  last->summary = g_strdup (sz_stmt_text (stmt, 3));
  return TRUE;
}

char *
sz_audit_dup_digest (const SzIssueList *issues)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_val_if_fail (issues != NULL, NULL);

  for (guint i = 0; i < sz_issue_list_length (issues); i++)
    {
      const SzIssue *issue = sz_issue_list_get (issues, i);

      g_checksum_update (checksum, (const guchar *)issue->code, -1);
      for (gsize a = 0; issue->args != NULL && issue->args[a] != NULL; a++)
        {
          g_checksum_update (checksum, (const guchar *)"\x1f", 1);
          g_checksum_update (checksum, (const guchar *)issue->args[a], -1);
        }
      g_checksum_update (checksum, (const guchar *)"\n", 1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

gboolean
sz_audit_is_accepted (SzStore *store, const SzIssueList *issues, gboolean *accepted, GError **error)
{
  g_auto (SzAuditLast) last = { 0 };
  g_autofree char *digest = NULL;

  g_return_val_if_fail (store != NULL && issues != NULL && accepted != NULL, FALSE);

  *accepted = FALSE;
  if (!sz_audit_last (store, SZ_AUDIT_ACCEPTED, &last, error))
    return FALSE;
  digest = sz_audit_dup_digest (issues);
  *accepted = last.seq != 0 && strstr (last.summary, digest) != NULL;
  return TRUE;
}

gboolean
sz_audit_each (SzStore *store, gint64 after_seq, SzAuditFn fn, gpointer user_data, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  gboolean more = TRUE;

  g_return_val_if_fail (store != NULL && fn != NULL, FALSE);

  stmt = sz_db_prepare (store->db,
                        "SELECT seq, act_id, at, who, kind, refused, summary, source, source_hash,"
                        " n_changes, hash FROM acts WHERE seq > $1 ORDER BY seq",
                        error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, after_seq);
  for (;;)
    {
      SzAuditRow row;
      GError *fault = NULL;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      take_act (stmt, &row);
      if (!fn (&row, user_data, &fault))
        {
          if (fault != NULL)
            g_propagate_error (error, fault);
          return fault == NULL;
        }
    }
}

static void
take_entry (SzStmt *stmt, SzHistoryEntry *entry)
{
  entry->seq = sz_stmt_int (stmt, 0);
  entry->at = sz_stmt_text (stmt, 1);
  entry->who = sz_stmt_text (stmt, 2);
  entry->kind = sz_stmt_text (stmt, 3);
  entry->op = *sz_stmt_text (stmt, 4);
  entry->row_version = sz_stmt_int (stmt, 5);
  entry->before = sz_stmt_text (stmt, 6);
  entry->after = sz_stmt_text (stmt, 7);
}

gboolean
sz_audit_history (SzStore *store,
                  const char *table,
                  gint64 id,
                  SzHistoryFn fn,
                  gpointer user_data,
                  GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  gboolean more = TRUE;

  g_return_val_if_fail (store != NULL && table != NULL && fn != NULL, FALSE);

  stmt = sz_db_prepare (store->db,
                        "SELECT a.seq, a.at, a.who, a.kind, c.op, c.row_version, c.before, c.after"
                        " FROM changes c JOIN acts a ON a.seq = c.act_seq"
                        " WHERE c.table_name = $1 AND c.row_id = $2 ORDER BY c.id",
                        error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, table);
  sz_stmt_bind_int (stmt, 2, id);
  for (;;)
    {
      SzHistoryEntry entry;
      GError *fault = NULL;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      take_entry (stmt, &entry);
      if (!fn (&entry, user_data, &fault))
        {
          if (fault != NULL)
            g_propagate_error (error, fault);
          return fault == NULL;
        }
    }
}

gboolean
sz_audit_find_deleted (SzStore *store,
                       const char *table,
                       const char *column,
                       const char *value,
                       gint64 *id,
                       GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  gboolean more = TRUE;

  g_return_val_if_fail (store != NULL && table != NULL && column != NULL, FALSE);
  g_return_val_if_fail (value != NULL && id != NULL, FALSE);

  *id = 0;
  stmt = sz_db_prepare (store->db,
                        "SELECT row_id, before FROM changes WHERE table_name = $1 AND op = 'd'"
                        " ORDER BY id DESC",
                        error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, table);
  while (*id == 0 && more)
    {
      json_t *before = NULL;
      const char *text;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      before = more ? json_loads (sz_stmt_text (stmt, 1), 0, NULL) : NULL;
      text = json_string_value (json_object_get (before, column));
      if (text != NULL && g_str_equal (text, value))
        *id = sz_stmt_int (stmt, 0);
      json_decref (before);
    }
  return TRUE;
}

gboolean
sz_audit_find_act (SzStore *store, const char *act_id, char **kind, char **summary, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (store != NULL && act_id != NULL && kind != NULL && summary != NULL, FALSE);

  *kind = *summary = NULL;
  stmt = sz_db_prepare (store->db, "SELECT kind, summary FROM acts WHERE act_id = $1", error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, act_id);
  if (!sz_stmt_step (stmt, &row, error))
    return FALSE;
  if (row)
    {
      *kind = g_strdup (sz_stmt_text (stmt, 0));
      *summary = g_strdup (sz_stmt_text (stmt, 1));
    }
  return TRUE;
}
