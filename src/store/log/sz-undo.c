/* sz-undo.c — taking an act back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-undo.h"

#include <string.h>

#include "sz-act-private.h"
#include "sz-journal.h"
#include "sz-row-registry.h"
#include "sz-store-import.h"

/* The act that is taken back. */
typedef struct
{
  char *id;
  gint64 seq;
  gint64 first_change;
  gint64 n_changes;
  const SzRowTie *tie; /* the last one that was looked at … */
  gint64 tie_value;    /* … for this year or row … */
  gint64 user;         /* … and what was found, 0: nobody */
} Undone;

static void
clear_undone (Undone *undone)
{
  g_free (undone->id);
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

static gboolean
find_user (SzStore *store, Undone *undone, const SzRowTie *tie, gint64 value, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  gboolean row = FALSE;

  /* Rows of one table and year come one after another, so the last answer is kept. */
  if (undone->tie == tie && undone->tie_value == value)
    return TRUE;
  stmt = sz_db_prepare (store->db, tie->user, error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, undone->seq);
  sz_stmt_bind_int (stmt, 2, value);
  if (!sz_stmt_step (stmt, &row, error))
    return FALSE;
  undone->tie = tie;
  undone->tie_value = value;
  undone->user = row ? sz_stmt_int (stmt, 0) : 0;
  return TRUE;
}

static gint64
get_year (const SzRowType *type, const SzRowTie *tie, const SzValue *values)
{
  int column = tie->column != NULL ? sz_row_type_column (type, tie->column) : -1;

  if (column < 0)
    return 0;
  return type->columns[column].kind == SZ_COLUMN_DATE
             ? sz_date_year (sz_date_from_text (values[column].text))
             : values[column].number;
}

static gboolean
check_ties (SzAct *act,
            Undone *undone,
            const SzRowType *type,
            gint64 made_row,
            const SzValue *values,
            GError **error)
{
  for (const SzRowTie *const *tie = type->ties; tie != NULL && *tie != NULL; tie++)
    {
      g_autofree char *user = NULL;

      if ((*tie)->of_row && made_row == 0)
        continue;
      if (!find_user (act->store, undone, *tie,
                      (*tie)->of_row ? made_row : get_year (type, *tie, values), error))
        return FALSE;
      if (undone->user == 0)
        continue;
      user = g_strdup_printf ("%" G_GINT64_FORMAT, undone->user);
      return sz_error_set (error, SZ_ERROR_REFUSED, (*tie)->code, (*tie)->noun, user, NULL);
    }
  return TRUE;
}

/* The row as it stands must hold what the act left (@left, NULL: nothing), whatever its version: an
 * undo of a later act brings that back. Its JSON goes to act->before, its version to @version. */
static gboolean
check_unmoved (SzAct *act,
               const Undone *undone,
               const SzRowType *type,
               gint64 row_id,
               const SzValue *left,
               gint64 *version,
               GError **error)
{
  SzValue values[SZ_COLUMNS_MAX];
  SzStmt *stmt = NULL;
  gboolean done = sz_journal_read (act->store, type, row_id, version, values, &stmt, error);
  gboolean unmoved = (*version != 0) == (left != NULL);

  if (done && *version != 0)
    {
      g_string_truncate (act->before, 0);
      sz_values_append_json (type, values, act->before);
      unmoved = unmoved && sz_row_type_equal (type, values, left);
    }
  sz_stmt_done (stmt);
  if (!done)
    return FALSE;
  return unmoved || fail_refused (error, "undo.changed_since", undone->id, type->table, row_id);
}

/* By custom a column refers to the table of its name: case_id to cases. */
static gboolean
refers_to (const SzColumn *column, const char *table)
{
  g_autofree char *plural = NULL;

  if (!g_str_has_suffix (column->name, "_id"))
    return FALSE;
  if (strcmp (column->name, "person_id") == 0)
    return strcmp (table, "people") == 0;
  plural = g_strdup_printf ("%.*ss", (int)strlen (column->name) - 3, column->name);
  return g_str_has_suffix (table, plural);
}

/* The value of @name, NULL where @fault has none. */
static char *
dup_argument (const GError *fault, const char *name)
{
  g_autofree char *start = g_strconcat (name, "=", NULL);
  g_auto (GStrv) args = sz_error_dup_args (fault);

  for (char **arg = args; arg != NULL && *arg != NULL; arg++)
    if (g_str_has_prefix (*arg, start))
      return g_strdup (*arg + strlen (start));
  return NULL;
}

/* Which table holds rows that hang on the row, so that it cannot go, where the database has not
 * said so itself. */
static const char *
find_dependant (SzStore *store, const char *table, gint64 row_id)
{
  const GPtrArray *types = sz_row_registry ();

  for (guint i = 0; i < types->len; i++)
    for (guint j = 0; j < ((const SzRowType *)types->pdata[i])->n_columns; j++)
      {
        const SzRowType *type = types->pdata[i];
        g_autofree char *sql = NULL;
        g_autoptr (SzStmt) stmt = NULL;
        gboolean row = FALSE;

        if (!refers_to (&type->columns[j], table))
          continue;
        sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = $1 LIMIT 1", type->table,
                               type->columns[j].name);
        stmt = sz_db_prepare (store->db, sql, NULL);
        if (stmt == NULL)
          return "";
        sz_stmt_bind_int (stmt, 1, row_id);
        if (sz_stmt_step (stmt, &row, NULL) && row)
          return type->table;
      }
  return "";
}

static gboolean
delete_made (SzAct *act, const SzRowType *type, gint64 row_id, gint64 row_version, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autofree char *code = NULL;
  g_autofree char *id = NULL;
  g_autofree char *by = NULL;

  if (sz_journal_delete (act, type, row_id, row_version, act->before->str, &fault))
    return TRUE;
  code = sz_error_dup_code (fault);
  if (strcmp (code, "row.in_use") != 0)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  id = g_strdup_printf ("%" G_GINT64_FORMAT, row_id);
  by = dup_argument (fault, "by_table");
  return sz_error_set (error, SZ_ERROR_REFUSED, "undo.used_by_row", "table", type->table, "row", id,
                       "by_table",
                       by != NULL ? by : find_dependant (act->store, type->table, row_id), NULL);
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

/* A department that an import made on the way is everybody's once others are in it. */
static gboolean
find_others (SzStore *store, const SzRowType *type, gint64 row_id, gboolean *found, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;

  *found = FALSE;
  if (type->others == NULL)
    return TRUE;
  stmt = sz_db_prepare (store->db, type->others, error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, row_id);
  return sz_stmt_step (stmt, found, error);
}

static gboolean
undo_change (SzAct *act, Undone *undone, const SzRowType *type, SzStmt *entry, GError **error)
{
  g_autoptr (GStringChunk) strings = g_string_chunk_new (1024);
  SzValue before[SZ_COLUMNS_MAX];
  SzValue after[SZ_COLUMNS_MAX];
  gint64 row_id = sz_stmt_int (entry, 1);
  char op = *sz_stmt_text (entry, 3);
  gboolean others = FALSE;
  gint64 version = 0;

  if (op == 'i' && !find_others (act->store, type, row_id, &others, error))
    return FALSE;
  if (others)
    return TRUE;
  if (op != 'i' && !sz_values_parse_json (type, sz_stmt_text (entry, 4), strings, before, error))
    return FALSE;
  if (op != 'd' && !sz_values_parse_json (type, sz_stmt_text (entry, 5), strings, after, error))
    return FALSE;
  if (!check_ties (act, undone, type, op == 'i' ? row_id : 0, op == 'i' ? after : before, error)
      || !check_unmoved (act, undone, type, row_id, op != 'd' ? after : NULL, &version, error))
    return FALSE;
  if (op == 'i')
    return delete_made (act, type, row_id, version, error);
  /* A row that is gone comes back with the version after its last. */
  if (op == 'd')
    version = sz_stmt_int (entry, 2);
  return put_back (act, undone, type, row_id, version, op, before, error);
}

/* From the last change to the first, so that what hangs on a row goes before it. */
static gboolean
undo_changes (SzAct *act, Undone *undone, gint64 *n_rows, GError **error)
{
  g_autoptr (SzStmt) entry
      = sz_db_prepare_many (act->store->db,
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
      type = sz_row_registry_find (sz_stmt_text (entry, 0));
      if (type == NULL || type->for_good)
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
  g_auto (Undone) undone = { 0 };
  gint64 n = 0;

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
