/* sz-journal.c — every write goes through here: the row and its entry in one transaction (RULE
 * aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-journal.h"

#include <string.h>

#include "sz-act-private.h"
#include "sz-chain.h"
#include "sz-row-sql.h"

static gboolean
read_last_id (SzAct *act, const SzRowType *type, gint64 *last, GError **error)
{
  g_autoptr (SzStmt) stmt
      = sz_db_prepare (act->store->db, "SELECT last_id FROM row_ids WHERE table_name = $1", error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, type->table);
  if (!sz_stmt_step (stmt, &row, error))
    return FALSE;
  *last = row ? sz_stmt_int (stmt, 0) : 0;
  return TRUE;
}

gboolean
sz_journal_next_id (SzAct *act, const SzRowType *type, gint64 *id, GError **error)
{
  gint64 *last = g_hash_table_lookup (act->last_ids, type);

  g_return_val_if_fail (id != NULL, FALSE);

  if (last == NULL)
    {
      gint64 value = 0;

      if (!read_last_id (act, type, &value, error))
        {
          act->failed = TRUE;
          return FALSE;
        }
      last = g_new (gint64, 1);
      *last = value;
      g_hash_table_insert (act->last_ids, (gpointer)type, last);
    }
  *id = ++*last;
  return TRUE;
}

static gboolean
add_entry (SzAct *act,
           const SzRowType *type,
           gint64 id,
           gint64 row_version,
           char op,
           const char *before,
           GError **error)
{
  char op_text[2] = { op, '\0' };
  SzChange change = {
    .id = act->first_change + act->n_changes,
    .act_seq = act->seq,
    .table = type->table,
    .row_id = id,
    .row_version = row_version,
    .op = op,
    .before = before,
    .before_length = strlen (before),
    .after = act->after->str,
    .after_length = act->after->len,
  };
  const SzDbClass *klass = act->store->db->klass;
  SzStmt *stmt = act->insert_change;

  sz_stmt_bind_int (stmt, 1, change.id);
  sz_stmt_bind_int (stmt, 2, change.act_seq);
  sz_stmt_bind_text (stmt, 3, change.table);
  sz_stmt_bind_int (stmt, 4, change.row_id);
  sz_stmt_bind_int (stmt, 5, change.row_version);
  klass->bind_text (stmt, 6, op_text, 1);
  klass->bind_text (stmt, 7, before, (gssize)change.before_length);
  klass->bind_text (stmt, 8, change.after, (gssize)change.after_length);
  if (!sz_stmt_queue (stmt, &(SzRowTag){ .table = "changes", .id = change.id }, error))
    {
      act->failed = TRUE;
      return FALSE;
    }
  sz_chain_add_change (act->changes, act->scratch, &change);
  act->n_changes++;
  return TRUE;
}

static char *
describe_key (const SzRowType *type, const SzValue *values)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < type->n_columns; i++)
    {
      if (!(type->columns[i].flags & SZ_COLUMN_KEY))
        continue;
      if (key->len > 0)
        g_string_append (key, ", ");
      if (values[i].kind == SZ_VALUE_INT)
        sz_chain_append_int (key, values[i].number);
      else if (values[i].kind == SZ_VALUE_TEXT)
        g_string_append_len (key, values[i].text, (gssize)values[i].length);
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* What the database says of a constraint becomes what it means; all else spoils the act. */
static gboolean
translate_fault (SzAct *act, const SzRowTag *tag, GError *fault, GError **error)
{
  if (!g_error_matches (fault, SZ_ERROR, SZ_ERROR_CONSTRAINT))
    act->failed = TRUE;
  return sz_row_tell_fault (tag, fault, error);
}

/* At once, or in company where nobody looks at each (RULE srv-7). */
static gboolean
write_row (SzAct *act, SzStmt *stmt, const SzRowTag *tag, GError **error)
{
  SzDb *db = act->store->db;
  GError *fault = NULL;

  if (act->queues && act->failed)
    {
      sz_stmt_done (stmt);
      return sz_error_set (error, SZ_ERROR_IO, "db.rolled_back", "file", db->path, NULL);
    }
  if (act->queues)
    {
      act->failed = !sz_stmt_queue (stmt, tag, error);
      return !act->failed;
    }
  if (!sz_stmt_run (stmt, &fault))
    return translate_fault (act, tag, fault, error);
  return !tag->one || db->klass->changes (db) > 0 || sz_row_tell_stale (tag, error);
}

gboolean
sz_journal_insert (SzAct *act,
                   const SzRowType *type,
                   gint64 id,
                   gint64 row_version,
                   const SzValue *values,
                   GError **error)
{
  SzRowSql *sql = sz_row_sql (act->store, type, error);
  g_autofree char *key = describe_key (type, values);
  const SzRowTag tag = { type->table, key, id, FALSE, FALSE };

  g_assert (!act->finished);
  if (sql == NULL)
    return FALSE;
  sz_stmt_bind_int (sql->insert, 1, id);
  sz_stmt_bind_int (sql->insert, 2, row_version);
  sz_stmt_bind_text (sql->insert, 3, act->at);
  sz_stmt_bind_text (sql->insert, 4, act->who);
  sz_values_bind (type, values, sql->insert, 5);
  if (!write_row (act, sql->insert, &tag, error))
    return FALSE;
  g_string_truncate (act->after, 0);
  sz_values_append_json (type, values, act->after);
  return add_entry (act, type, id, row_version, 'i', "", error);
}

gboolean
sz_journal_update (SzAct *act,
                   const SzRowType *type,
                   gint64 id,
                   gint64 row_version,
                   const char *before,
                   const SzValue *values,
                   GError **error)
{
  SzRowSql *sql = sz_row_sql (act->store, type, error);
  int n = (int)type->n_columns;
  g_autofree char *key = describe_key (type, values);
  const SzRowTag tag = { type->table, key, id, TRUE, FALSE };

  g_assert (!act->finished);
  if (sql == NULL)
    return FALSE;
  sz_stmt_bind_text (sql->update, 1, act->at);
  sz_stmt_bind_text (sql->update, 2, act->who);
  sz_values_bind (type, values, sql->update, 3);
  sz_stmt_bind_int (sql->update, 3 + n, id);
  sz_stmt_bind_int (sql->update, 4 + n, row_version);
  if (!write_row (act, sql->update, &tag, error))
    return FALSE;
  g_string_truncate (act->after, 0);
  sz_values_append_json (type, values, act->after);
  return add_entry (act, type, id, row_version + 1, 'u', before, error);
}

/* Some databases tell whose rows stand in the way. */
static gboolean
fail_in_use (const SzRowType *type, const char *id, const GError *fault, GError **error)
{
  static const char word[] = "by_table=";
  g_auto (GStrv) args = sz_error_dup_args (fault);

  for (char **arg = args; arg != NULL && *arg != NULL; arg++)
    if (g_str_has_prefix (*arg, word))
      return sz_error_set (error, SZ_ERROR_CONSTRAINT, "row.in_use", "table", type->table, "id", id,
                           "by_table", *arg + strlen (word), NULL);
  return sz_error_set (error, SZ_ERROR_CONSTRAINT, "row.in_use", "table", type->table, "id", id,
                       NULL);
}

gboolean
sz_journal_delete (SzAct *act,
                   const SzRowType *type,
                   gint64 id,
                   gint64 row_version,
                   const char *before,
                   GError **error)
{
  SzRowSql *sql = sz_row_sql (act->store, type, error);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *code = NULL;
  g_autoptr (GError) fault = NULL;
  const SzRowTag tag = { .table = type->table, .id = id };

  g_assert (!act->finished);
  if (sql == NULL)
    return FALSE;
  sz_stmt_bind_int (sql->remove, 1, id);
  sz_stmt_bind_int (sql->remove, 2, row_version);
  if (!sz_stmt_run (sql->remove, &fault))
    {
      code = sz_error_dup_code (fault);
      if (strcmp (code, "db.foreign_key") == 0)
        return fail_in_use (type, text, fault, error);
      return translate_fault (act, &tag, g_steal_pointer (&fault), error);
    }
  if (act->store->db->klass->changes (act->store->db) == 0)
    return sz_row_tell_stale (&tag, error);
  g_string_truncate (act->after, 0);
  return add_entry (act, type, id, row_version, 'd', before, error);
}

gboolean
sz_journal_read (SzStore *store,
                 const SzRowType *type,
                 gint64 id,
                 gint64 *row_version,
                 SzValue *values,
                 SzStmt **stmt,
                 GError **error)
{
  SzRowSql *sql = sz_row_sql (store, type, error);
  gboolean row = FALSE;

  g_return_val_if_fail (row_version != NULL, FALSE);

  *row_version = 0;
  if (sql == NULL)
    return FALSE;
  *stmt = sql->by_id;
  sz_stmt_bind_int (sql->by_id, 1, id);
  if (!sz_stmt_step (sql->by_id, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  *row_version = sz_stmt_int (sql->by_id, 1);
  if (values != NULL)
    sz_row_type_fetch (type, sql->by_id, 2, values);
  return TRUE;
}
