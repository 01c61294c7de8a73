/* sz-import-table.c — kinds whose rows are rows of one table: read by their fields, checked by key,
 * put one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-table.h"

#include <string.h>

#include "sz-import-cell.h"
#include "sz-import-field.h"
#include "sz-row-table.h"

#define ORDINAL "ordinal"

static const SzImportHooks no_hooks = { 0 };

static const SzImportHooks *
get_hooks (const SzImportRun *run)
{
  return run->kind->hooks != NULL ? run->kind->hooks : &no_hooks;
}

static gpointer
get_member (const SzRowType *type, gpointer row, const char *column)
{
  int index = sz_row_type_column (type, column);

  return index >= 0 ? (guint8 *)row + type->columns[index].offset : NULL;
}

static void
free_row (const SzRowType *type, gpointer row)
{
  if (row == NULL)
    return;
  sz_row_type_clear (type, row);
  g_free (row);
}

static gpointer
copy_row (const SzRowType *type, gconstpointer row)
{
  SzValue values[SZ_COLUMNS_MAX];
  gpointer copy = g_malloc0 (type->size);

  sz_row_type_values (type, row, values);
  /* What a struct holds always goes into another of its kind. */
  g_assert (sz_row_type_fill (type, values, TRUE, copy, NULL));
  return copy;
}

static void
forget_kept (SzImportRun *run)
{
  for (guint i = 0; run->kept != NULL && i < run->kept->len; i++)
    free_row (run->kind->type, g_ptr_array_index (run->kept, i));
  g_clear_pointer (&run->kept, g_ptr_array_unref);
  g_clear_pointer (&run->by_key, g_hash_table_unref);
}

static gboolean
begin_table (SzImportRun *run, GError **error)
{
  const SzImportHooks *hooks = get_hooks (run);

  g_clear_pointer (&run->keys, sz_import_keys_free);
  g_clear_pointer (&run->more_keys, sz_import_keys_free);
  forget_kept (run);
  run->keys = sz_import_keys_new ();
  run->more_keys = sz_import_keys_new ();
  run->kept = g_ptr_array_new ();
  run->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return hooks->begin == NULL || hooks->begin (run, error);
}

static void
end_table (SzImportRun *run)
{
  const SzImportHooks *hooks = get_hooks (run);

  forget_kept (run);
  if (hooks->end != NULL)
    hooks->end (run);
}

/* ---- keys ---- */

/* The key without its ordinal, or what is neither key nor origin. */
static char *
join_values (const SzRowType *type, const SzValue *values, gboolean of_key)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < type->n_columns; i++)
    {
      const SzColumn *column = &type->columns[i];

      if ((column->flags & SZ_COLUMN_ORIGIN) || g_str_equal (column->name, ORDINAL)
          || ((column->flags & SZ_COLUMN_KEY) != 0) != of_key)
        continue;
      if (values[i].kind == SZ_VALUE_INT)
        g_string_append_printf (text, "%" G_GINT64_FORMAT, values[i].number);
      else if (values[i].kind == SZ_VALUE_TEXT)
        g_string_append_len (text, values[i].text, (gssize)values[i].length);
      g_string_append_c (text, '\x1f');
    }
  return g_string_free (text, FALSE);
}

static void
find_duplicate (SzImportRun *run, guint first_row)
{
  g_autofree char *where = sz_import_dup_where (first_row);

  sz_import_find (run, SZ_SEVERITY_ERROR, "row.duplicate", -1, NULL, "where", where, NULL);
}

static void
find_conflict (SzImportRun *run, guint first_row, int field)
{
  g_autofree char *where = sz_import_dup_where (first_row);

  sz_import_find (run, SZ_SEVERITY_ERROR, "row.conflict", field,
                  field >= 0 ? sz_import_get_cell (run, (guint)field)->text : NULL, "where", where,
                  NULL);
}

/* Of one key rows may repeat what was said; @again when this one does. */
static void
compare_row (SzImportRun *run, const char *key, gconstpointer row, gboolean *again)
{
  gpointer there = g_hash_table_lookup (run->by_key, key);
  int field = -1;

  if (there == NULL)
    {
      there = copy_row (run->kind->type, row);
      g_ptr_array_add (run->kept, there);
      g_hash_table_insert (run->by_key, g_strdup (key), there);
      return;
    }
  *again = get_hooks (run)->says_same (run, row, there, &field);
  if (!*again)
    find_conflict (run, (guint) * (int *)get_member (run->kind->type, there, "source_row"), field);
}

/* Numbers rows of one key where a key may repeat; else a repeated key is a duplicate. FALSE when
   the row goes no further: it is one, or (@again) says what was said. */
static gboolean
place_row (SzImportRun *run, gpointer row, gboolean *again)
{
  const SzRowType *type = run->kind->type;
  const SzImportHooks *hooks = get_hooks (run);
  int *ordinal = get_member (type, row, ORDINAL);
  SzValue values[SZ_COLUMNS_MAX];
  g_autofree char *key = NULL;
  guint before = 0;
  guint first;

  sz_row_type_values (type, row, values);
  key = join_values (type, values, TRUE);
  if (hooks->says_same != NULL)
    {
      if (run->act == NULL)
        compare_row (run, key, row, again);
      return run->row_errors == 0 && !*again;
    }
  first = sz_import_keys_add (run->keys, key, run->row->number, &before);
  if (ordinal == NULL || (hooks->stands_once != NULL && hooks->stands_once (row)))
    {
      if (first != 0)
        find_duplicate (run, first);
      return first == 0;
    }
  /* Only the checking pass needs the contents; the writing one only counts. */
  if (run->act == NULL)
    {
      g_autofree char *content = join_values (type, values, FALSE);
      g_autofree char *whole = g_strconcat (key, "\x1e", content, NULL);

      first = sz_import_keys_add (run->more_keys, whole, run->row->number, NULL);
      if (first != 0)
        find_duplicate (run, first);
      if (first != 0)
        return FALSE;
    }
  *ordinal = (int)before;
  return TRUE;
}

gboolean
sz_import_rows_same (SzImportRun *run, gconstpointer row, gconstpointer there, int *field)
{
  const SzRowType *type;
  SzValue ours[SZ_COLUMNS_MAX];
  SzValue theirs[SZ_COLUMNS_MAX];

  g_return_val_if_fail (run != NULL && row != NULL && there != NULL && field != NULL, FALSE);

  type = run->kind->type;
  sz_row_type_values (type, row, ours);
  sz_row_type_values (type, there, theirs);
  if (sz_row_type_equal (type, ours, theirs))
    return TRUE;
  for (guint i = 0; *field < 0 && i < run->kind->n_fields; i++)
    for (guint c = 0; c < type->n_columns; c++)
      if (run->kind->fields[i].offset != 0 && type->columns[c].offset == run->kind->fields[i].offset
          && !sz_value_equal (&ours[c], &theirs[c]))
        *field = (int)i;
  return FALSE;
}

/* ---- a row ---- */

/* NULL without @error: the row has its findings; without a finding too: file.changed. */
static gpointer
read_row (SzImportRun *run, GError **error)
{
  const SzRowType *type = run->kind->type;
  const SzImportHooks *hooks = get_hooks (run);
  gpointer row = g_malloc0 (type->size);
  gpointer batch = get_member (type, row, "batch_id");
  gpointer source = get_member (type, row, "source_row");
  gboolean done = TRUE;

  if (batch != NULL)
    *(gint64 *)batch = run->batch_id;
  if (source != NULL)
    *(int *)source = (int)run->row->number;
  if (sz_import_read_row (run, row) && hooks->resolve != NULL)
    done = hooks->resolve (run, row, error);
  if (done && run->row_errors == 0)
    return row;
  free_row (type, row);
  return NULL;
}

/* @there: (out) (transfer full) (nullable): the row of the same key in the register. */
static gboolean
find_stored (SzImportRun *run, gconstpointer row, gpointer *there, GError **error)
{
  const SzRowType *type = run->kind->type;
  gpointer copy = copy_row (type, row);
  gboolean found = FALSE;
  gboolean done = sz_row_find (run->store, type, copy, &found, error);

  *there = done && found ? copy : NULL;
  if (*there == NULL)
    free_row (type, copy);
  return done;
}

static gboolean
check_stored (SzImportRun *run, gconstpointer row, GError **error)
{
  const SzImportHooks *hooks = get_hooks (run);
  gpointer there = NULL;
  gboolean named = FALSE;
  gboolean done = TRUE;
  int field = -1;

  if (run->request->update || hooks->put != NULL)
    return TRUE;
  if (!find_stored (run, row, &there, error))
    return FALSE;
  if (there != NULL && hooks->says_same != NULL)
    {
      if (!hooks->says_same (run, row, there, &field))
        find_conflict (run, 0, field);
    }
  else if (there != NULL)
    {
      if (hooks->is_named != NULL)
        done = hooks->is_named (run, there, &named, error);
      if (done && !named)
        find_duplicate (run, 0);
    }
  free_row (run->kind->type, there);
  return done;
}

gpointer
sz_import_table_judge (SzImportRun *run, GError **error)
{
  const SzImportHooks *hooks;
  GError *fault = NULL;
  gpointer row;
  gboolean again = FALSE;
  gboolean done = TRUE;

  g_return_val_if_fail (run != NULL && run->act == NULL, NULL);

  hooks = get_hooks (run);
  row = read_row (run, &fault);
  if (row != NULL && !place_row (run, row, &again))
    {
      free_row (run->kind->type, row);
      row = NULL;
    }
  if (row != NULL)
    {
      if (hooks->check_row != NULL)
        done = hooks->check_row (run, row, &fault);
      if (done)
        done = check_stored (run, row, &fault);
      if (done && hooks->keeps_rows && hooks->says_same == NULL && run->row_errors == 0)
        g_ptr_array_add (run->kept, copy_row (run->kind->type, row));
    }
  if (fault != NULL)
    g_propagate_error (error, fault);
  return row;
}

static gboolean
check_table (SzImportRun *run, GError **error)
{
  GError *fault = NULL;

  free_row (run->kind->type, sz_import_table_judge (run, &fault));
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, fault);
  return FALSE;
}

/* What says the same is left as it stands, in the words it was first said in. */
static gboolean
put_said (SzImportRun *run, gpointer row, SzPutResult *result, GError **error)
{
  gpointer there = NULL;
  gboolean same = FALSE;
  int field = -1;

  if (!find_stored (run, row, &there, error))
    return FALSE;
  if (there != NULL)
    same = get_hooks (run)->says_same (run, row, there, &field);
  free_row (run->kind->type, there);
  *result = SZ_PUT_UNCHANGED;
  return same || sz_row_put (run->act, run->kind->type, row, SZ_PUT_UPDATE, result, error);
}

static gboolean
write_table (SzImportRun *run, SzPutResult *result, GError **error)
{
  const SzImportHooks *hooks = get_hooks (run);
  SzPutMode mode = run->request->update || hooks->is_named != NULL ? SZ_PUT_UPDATE : SZ_PUT_INSERT;
  GError *fault = NULL;
  gpointer row = read_row (run, &fault);
  gboolean again = FALSE;
  gboolean done = FALSE;

  /* The file was checked a moment ago; if it reads otherwise now it was changed meanwhile. */
  if (fault == NULL && (row == NULL || !place_row (run, row, &again)))
    sz_error_set (&fault, SZ_ERROR_STALE, "file.changed", "file", run->result->file, NULL);
  else if (row != NULL && hooks->put != NULL)
    done = hooks->put (run, row, result, &fault);
  else if (row != NULL && hooks->says_same != NULL)
    done = put_said (run, row, result, &fault);
  else if (row != NULL)
    done = sz_row_put (run->act, run->kind->type, row, mode, result, &fault);
  free_row (run->kind->type, row);
  if (fault != NULL)
    g_propagate_error (error, fault);
  return done;
}

static gboolean
finish_table (SzImportRun *run, GError **error)
{
  const SzImportHooks *hooks = get_hooks (run);

  return hooks->after_all == NULL || hooks->after_all (run, error);
}

const SzImportHandler sz_import_table_handler = {
  .begin = begin_table,
  .check = check_table,
  .write = write_table,
  .finish = finish_table,
  .end = end_table,
};

static gboolean
row_met_cb (gconstpointer row, gpointer found, GError **error)
{
  *(gboolean *)found = TRUE;
  return FALSE;
}

gboolean
sz_import_table_any (SzImportRun *run, gboolean *found, GError **error)
{
  g_return_val_if_fail (run != NULL && found != NULL, FALSE);

  *found = FALSE;
  return sz_row_each (run->store, run->kind->type, SZ_ROWS_ALL, row_met_cb, found, error);
}
