/* sz-row-table.c — the rows of any table: what SZ_ROW_API declares, once for all types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-row-table.h"

#include "sz-act-private.h"
#include "sz-journal.h"
#include "sz-row-sql.h"

/* Every row struct begins like this. */
typedef struct
{
  gint64 id;
  gint64 row_version;
} RowHead;

static void
bind_key (const SzRowType *type, const SzValue *values, SzStmt *stmt)
{
  int index = 1;

  for (guint i = 0; i < type->n_columns; i++)
    {
      if (!(type->columns[i].flags & SZ_COLUMN_KEY))
        continue;
      if (values[i].kind == SZ_VALUE_INT)
        sz_stmt_bind_int (stmt, index++, values[i].number);
      else
        sz_stmt_bind_text (stmt, index++, values[i].text);
    }
}

/* Steps to the row of @head->id, or of the natural key when it has no id. */
static SzStmt *
look_up (SzStore *store,
         const SzRowType *type,
         const RowHead *head,
         const SzValue *values,
         gboolean *found,
         GError **error)
{
  SzRowSql *sql = sz_row_sql (store, type, error);
  SzStmt *stmt;

  if (sql == NULL)
    return NULL;
  g_assert (head->id != 0 || sql->by_key != NULL);
  stmt = head->id != 0 ? sql->by_id : sql->by_key;
  if (head->id != 0)
    sz_stmt_bind_int (stmt, 1, head->id);
  else
    bind_key (type, values, stmt);
  if (sz_stmt_step (stmt, found, error))
    return stmt;
  sz_stmt_done (stmt);
  return NULL;
}

static gboolean
insert_row (SzAct *act, const SzRowType *type, RowHead *head, const SzValue *values, GError **error)
{
  gint64 id = 0;

  if (!sz_journal_next_id (act, type, &id, error)
      || !sz_journal_insert (act, type, id, 1, values, error))
    return FALSE;
  head->id = id;
  head->row_version = 1;
  return TRUE;
}

/* @stmt stands on the old row. */
static gboolean
update_row (SzAct *act,
            const SzRowType *type,
            RowHead *head,
            SzValue *values,
            SzStmt *stmt,
            SzPutResult *result,
            GError **error)
{
  SzValue old[SZ_COLUMNS_MAX];
  gint64 id = sz_stmt_int (stmt, 0);
  gint64 version = head->id != 0 ? head->row_version : sz_stmt_int (stmt, 1);
  gboolean same;

  sz_row_type_fetch (type, stmt, 2, old);
  same = version == sz_stmt_int (stmt, 1) && sz_row_type_equal (type, values, old);
  if (!same)
    {
      g_string_truncate (act->before, 0);
      sz_values_append_json (type, old, act->before);
    }
  sz_stmt_done (stmt);
  *result = same ? SZ_PUT_UNCHANGED : SZ_PUT_UPDATED;
  if (!same && !sz_journal_update (act, type, id, version, act->before->str, values, error))
    return FALSE;
  head->id = id;
  head->row_version = same ? version : version + 1;
  return TRUE;
}

static gboolean
fail_gone (const SzRowType *type, gint64 id, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return sz_error_set (error, SZ_ERROR_STALE, "row.stale", "table", type->table, "id", text, NULL);
}

gboolean
sz_row_put (SzAct *act,
            const SzRowType *type,
            gpointer row,
            SzPutMode mode,
            SzPutResult *result,
            GError **error)
{
  SzValue values[SZ_COLUMNS_MAX];
  RowHead *head = row;
  SzPutResult ignored;
  gboolean found = FALSE;
  SzStmt *stmt = NULL;

  g_return_val_if_fail (act != NULL && row != NULL, FALSE);
  g_assert (type->n_columns <= SZ_COLUMNS_MAX);

  if (result == NULL)
    result = &ignored;
  sz_row_type_values (type, row, values);
  if (head->id != 0 || mode == SZ_PUT_UPDATE)
    {
      stmt = look_up (act->store, type, head, values, &found, error);
      if (stmt == NULL)
        return FALSE;
      if (found)
        return update_row (act, type, head, values, stmt, result, error);
      sz_stmt_done (stmt);
      if (head->id != 0)
        return fail_gone (type, head->id, error);
    }
  *result = SZ_PUT_INSERTED;
  return insert_row (act, type, head, values, error);
}

static gboolean
take_row (const SzRowType *type, SzStmt *stmt, gboolean copy, gpointer row, GError **error)
{
  SzValue values[SZ_COLUMNS_MAX];
  RowHead *head = row;

  sz_row_type_fetch (type, stmt, 2, values);
  head->id = sz_stmt_int (stmt, 0);
  head->row_version = sz_stmt_int (stmt, 1);
  return sz_row_type_fill (type, values, copy, row, error);
}

static gboolean
read_one (SzStore *store,
          const SzRowType *type,
          const RowHead *wanted,
          const SzValue *values,
          gpointer row,
          gboolean *found,
          GError **error)
{
  SzStmt *stmt = look_up (store, type, wanted, values, found, error);
  gboolean done;

  if (stmt == NULL)
    return FALSE;
  done = TRUE;
  if (*found)
    {
      /* Key fields given by the caller live in @row until here; the row's own replace them. */
      sz_row_type_clear (type, row);
      done = take_row (type, stmt, TRUE, row, error);
    }
  sz_stmt_done (stmt);
  return done;
}

gboolean
sz_row_find (SzStore *store, const SzRowType *type, gpointer row, gboolean *found, GError **error)
{
  SzValue values[SZ_COLUMNS_MAX];
  const RowHead nothing = { 0, 0 };

  g_return_val_if_fail (store != NULL && row != NULL && found != NULL, FALSE);

  sz_row_type_values (type, row, values);
  return read_one (store, type, &nothing, values, row, found, error);
}

gboolean
sz_row_get (
    SzStore *store, const SzRowType *type, gint64 id, gpointer row, gboolean *found, GError **error)
{
  const RowHead wanted = { id, 0 };

  g_return_val_if_fail (store != NULL && row != NULL && found != NULL, FALSE);

  *found = FALSE;
  return id == 0 || read_one (store, type, &wanted, NULL, row, found, error);
}

static void
append_condition (GString *sql, const char *condition, guint *n)
{
  g_string_append_printf (sql, "%s %s$%u", *n == 0 ? " WHERE" : " AND", condition, *n + 1);
  ++*n;
}

static SzStmt *
select_rows (SzStore *store, const SzRowType *type, SzRowFilter filter, GError **error)
{
  SzRowSql *sql = sz_row_sql (store, type, error);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean has_year = sz_row_type_column (type, "year") >= 0;
  guint n = 0, bound = 0;
  SzStmt *stmt;

  if (sql == NULL)
    return NULL;
  g_string_printf (text, "SELECT %s FROM %s", sql->columns, type->table);
  if (filter.year != 0)
    append_condition (text, has_year ? "year = " : "CAST (substr (date, 1, 4) AS INTEGER) = ", &n);
  if (filter.person_id != 0)
    append_condition (text, "person_id = ", &n);
  if (filter.batch_id != 0)
    append_condition (text, "batch_id = ", &n);
  g_string_append (text, " ORDER BY id");
  stmt = filter.person_id != 0 ? sz_db_prepare (store->db, text->str, error)
                               : sz_db_prepare_many (store->db, text->str, error);
  if (stmt == NULL)
    return NULL;
  if (filter.year != 0)
    sz_stmt_bind_int (stmt, (int)++bound, filter.year);
  if (filter.person_id != 0)
    sz_stmt_bind_int (stmt, (int)++bound, filter.person_id);
  if (filter.batch_id != 0)
    sz_stmt_bind_int (stmt, (int)++bound, filter.batch_id);
  return stmt;
}

GArray *
sz_row_list (
    SzStore *store, const SzRowType *type, SzRowFilter filter, GDestroyNotify clear, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  g_autoptr (GArray) rows = NULL;
  gboolean more = TRUE;

  g_return_val_if_fail (store != NULL, NULL);

  stmt = select_rows (store, type, filter, error);
  if (stmt == NULL)
    return NULL;
  rows = g_array_new (FALSE, TRUE, (guint)type->size);
  g_array_set_clear_func (rows, clear);
  for (;;)
    {
      if (!sz_stmt_step (stmt, &more, error))
        return NULL;
      if (!more)
        return g_steal_pointer (&rows);
      g_array_set_size (rows, rows->len + 1);
      if (!take_row (type, stmt, TRUE, rows->data + (rows->len - 1) * type->size, error))
        return NULL;
    }
}

gboolean
sz_row_each (SzStore *store,
             const SzRowType *type,
             SzRowFilter filter,
             SzRowFn fn,
             gpointer user_data,
             GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  g_autofree gpointer row = NULL;
  gboolean more = TRUE;

  g_return_val_if_fail (store != NULL && fn != NULL, FALSE);

  stmt = select_rows (store, type, filter, error);
  if (stmt == NULL)
    return FALSE;
  row = g_malloc0 (type->size);
  for (;;)
    {
      GError *fault = NULL;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      if (!take_row (type, stmt, FALSE, row, error))
        return FALSE;
      if (!fn (row, user_data, &fault))
        {
          if (fault != NULL)
            g_propagate_error (error, fault);
          return fault == NULL;
        }
    }
}

gboolean
sz_row_delete (SzAct *act, const SzRowType *type, gint64 id, gint64 row_version, GError **error)
{
  SzValue values[SZ_COLUMNS_MAX];
  SzStmt *stmt = NULL;
  gint64 version = 0;

  g_return_val_if_fail (act != NULL, FALSE);

  if (!sz_journal_read (act->store, type, id, &version, values, &stmt, error))
    {
      sz_stmt_done (stmt);
      return FALSE;
    }
  g_string_truncate (act->before, 0);
  if (version == row_version)
    sz_values_append_json (type, values, act->before);
  sz_stmt_done (stmt);
  if (version != row_version || version == 0)
    return fail_gone (type, id, error);
  return sz_journal_delete (act, type, id, row_version, act->before->str, error);
}
