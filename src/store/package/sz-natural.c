/* sz-natural.c — rows as they travel: natural keys and values instead of ids (RULE pkg-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-natural.h"

#include <stdlib.h>
#include <string.h>

#include "sz-row-table.h"
#include "sz-store-private.h"

struct _SzNatural
{
  SzStore *store;
  GHashTable *by_id;       /* gint64 * → staff_no */
  GHashTable *by_staff_no; /* staff_no → gint64 * */
};

static void
learn_person (SzNatural *self, gint64 id, const char *staff_no)
{
  gint64 *number = g_memdup2 (&id, sizeof id);
  char *text = g_strdup (staff_no);

  g_hash_table_replace (self->by_id, number, text);
  g_hash_table_replace (self->by_staff_no, g_strdup (staff_no), g_memdup2 (&id, sizeof id));
}

SzNatural *
sz_natural_new (SzStore *store, GError **error)
{
  g_autoptr (SzNatural) self = NULL;
  g_autoptr (SzStmt) stmt = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (store != NULL, NULL);

  self = g_new0 (SzNatural, 1);
  self->store = store;
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->by_staff_no = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  stmt = sz_db_prepare (store->db, "SELECT id, staff_no FROM people", error);
  if (stmt == NULL)
    return NULL;
  for (;;)
    {
      if (!sz_stmt_step (stmt, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&self);
      learn_person (self, sz_stmt_int (stmt, 0), sz_stmt_text (stmt, 1));
    }
}

void
sz_natural_free (SzNatural *natural)
{
  if (natural == NULL)
    return;
  g_hash_table_unref (natural->by_id);
  g_hash_table_unref (natural->by_staff_no);
  g_free (natural);
}

void
sz_natural_row_free (SzNaturalRow *row)
{
  g_free (row->key);
  g_free (row->values);
  g_free (row);
}

static gboolean
is_person (const SzColumn *column)
{
  return strcmp (column->name, "person_id") == 0 || strcmp (column->name, "person_a") == 0
         || strcmp (column->name, "person_b") == 0;
}

static const char *
name_of (const SzColumn *column)
{
  return strcmp (column->name, "person_id") == 0 ? "staff_no" : column->name;
}

static gboolean
is_text (const SzColumn *column)
{
  return is_person (column) || column->kind == SZ_COLUMN_TEXT || column->kind == SZ_COLUMN_DATE
         || column->kind == SZ_COLUMN_CODE || column->kind == SZ_COLUMN_POST;
}

json_t *
sz_natural_columns (const SzRowType *type)
{
  json_t *names = json_array ();

  for (guint i = 0; i < type->n_columns; i++)
    if (!(type->columns[i].flags & SZ_COLUMN_ORIGIN))
      json_array_append_new (names, json_string (name_of (&type->columns[i])));
  return names;
}

static json_t *
make_json (const SzNatural *self, const SzColumn *column, const SzValue *value)
{
  if (is_person (column))
    {
      const char *staff_no = g_hash_table_lookup (self->by_id, &value->number);

      return json_string (staff_no != NULL ? staff_no : "");
    }
  if (is_text (column))
    return json_stringn (value->text != NULL ? value->text : "", value->length);
  return json_integer (value->kind == SZ_VALUE_INT ? value->number : 0);
}

static void
append_part (GString *key, const json_t *value)
{
  if (key->len > 0)
    g_string_append_c (key, '|');
  if (json_is_string (value))
    g_string_append (key, json_string_value (value));
  else
    g_string_append_printf (key, "%" JSON_INTEGER_FORMAT, json_integer_value (value));
}

/* The key of @values, in our order. */
static char *
make_key (const SzRowType *type, const json_t *values)
{
  GString *key = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < type->n_columns; i++)
    {
      if (type->columns[i].flags & SZ_COLUMN_ORIGIN)
        continue;
      if (type->columns[i].flags & SZ_COLUMN_KEY)
        append_part (key, json_array_get (values, at));
      at++;
    }
  return g_string_free (key, FALSE);
}

typedef struct
{
  SzNatural *self;
  const SzRowType *type;
  GPtrArray *rows;
} Listing;

/* Every row struct begins like this. */
typedef struct
{
  gint64 id;
  gint64 row_version;
} RowHead;

static char *
dump (const json_t *values)
{
  char *text = json_dumps (values, JSON_COMPACT);
  char *own = g_strdup (text);

  free (text);
  return own;
}

static gboolean
list_row (gconstpointer row, gpointer user_data, GError **error)
{
  Listing *listing = user_data;
  SzValue values[SZ_COLUMNS_MAX];
  SzNaturalRow *natural = g_new0 (SzNaturalRow, 1);
  json_t *array = json_array ();

  sz_row_type_values (listing->type, row, values);
  for (guint i = 0; i < listing->type->n_columns; i++)
    if (!(listing->type->columns[i].flags & SZ_COLUMN_ORIGIN))
      json_array_append_new (array,
                             make_json (listing->self, &listing->type->columns[i], &values[i]));
  natural->id = ((const RowHead *)row)->id;
  natural->row_version = ((const RowHead *)row)->row_version;
  natural->key = make_key (listing->type, array);
  natural->values = dump (array);
  json_decref (array);
  g_ptr_array_add (listing->rows, natural);
  return TRUE;
}

GPtrArray *
sz_natural_list (SzNatural *natural, const SzRowType *type, int year, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  SzRowFilter filter = SZ_ROWS_ALL;
  Listing listing;

  g_return_val_if_fail (natural != NULL && type != NULL, NULL);

  rows = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_natural_row_free);
  if (sz_row_type_column (type, "year") >= 0 || sz_row_type_column (type, "date") >= 0)
    filter.year = year;
  listing = (Listing){ natural, type, rows };
  return sz_row_each (natural->store, type, filter, list_row, &listing, error)
             ? g_steal_pointer (&rows)
             : NULL;
}

static gssize
find_column (const json_t *columns, const char *name)
{
  for (gsize i = 0; i < json_array_size (columns); i++)
    if (g_strcmp0 (json_string_value (json_array_get (columns, i)), name) == 0)
      return (gssize)i;
  return -1;
}

char *
sz_natural_read (
    const SzRowType *type, const json_t *columns, const json_t *row, char **values, GError **error)
{
  json_t *array;
  char *key;

  g_return_val_if_fail (type != NULL && columns != NULL && row != NULL && values != NULL, NULL);

  array = json_array ();
  for (guint i = 0; i < type->n_columns; i++)
    {
      const SzColumn *column = &type->columns[i];
      gssize at;
      json_t *value;

      if (column->flags & SZ_COLUMN_ORIGIN)
        continue;
      at = find_column (columns, name_of (column));
      value = at >= 0 ? json_array_get (row, (gsize)at) : NULL;
      if (value != NULL && json_is_string (value) != is_text (column))
        {
          json_decref (array);
          sz_error_set (error, SZ_ERROR_FORMAT, "package.value", "table", type->table, "column",
                        column->name, NULL);
          return NULL;
        }
      if (value != NULL)
        json_array_append (array, value);
      else
        json_array_append_new (array, is_text (column) ? json_string ("") : json_integer (0));
    }
  key = make_key (type, array);
  *values = dump (array);
  json_decref (array);
  return key;
}

GPtrArray *
sz_natural_people (const SzRowType *type, const json_t *values)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (g_free);
  gsize at = 0;

  for (guint i = 0; i < type->n_columns; i++)
    {
      if (type->columns[i].flags & SZ_COLUMN_ORIGIN)
        continue;
      if (is_person (&type->columns[i]) && json_string_length (json_array_get (values, at)) > 0)
        g_ptr_array_add (people, g_strdup (json_string_value (json_array_get (values, at))));
      at++;
    }
  return people;
}

gboolean
sz_natural_knows (const SzNatural *natural, const char *staff_no)
{
  return g_hash_table_contains (natural->by_staff_no, staff_no);
}

/* As the store keeps it; texts stay those of @item. */
static gboolean
take_value (SzNatural *self, const SzColumn *column, const json_t *item, SzValue *value)
{
  memset (value, 0, sizeof *value);
  if (is_person (column))
    {
      const char *staff_no = json_string_value (item);
      const gint64 *id
          = staff_no != NULL ? g_hash_table_lookup (self->by_staff_no, staff_no) : NULL;

      value->kind = id != NULL ? SZ_VALUE_INT : SZ_VALUE_NULL;
      value->number = id != NULL ? *id : 0;
      return id != NULL || (column->kind == SZ_COLUMN_REF && json_string_length (item) == 0);
    }
  if (is_text (column))
    {
      value->kind = SZ_VALUE_TEXT;
      value->text = json_string_value (item);
      value->length = json_string_length (item);
      return TRUE;
    }
  value->number = json_integer_value (item);
  value->kind = column->kind == SZ_COLUMN_REF && value->number == 0 ? SZ_VALUE_NULL : SZ_VALUE_INT;
  return TRUE;
}

static gboolean
fail_value (const SzRowType *type, const SzNaturalRow *row, const SzColumn *column, GError **error)
{
  return sz_error_set (error, SZ_ERROR_FORMAT,
                       is_person (column) ? "package.reference" : "package.value", "table",
                       type->table, "key", row->key, "column", column->name, NULL);
}

/* What was filled must say the same again: a date that is none or a number too large would not. */
static gboolean
check_same (const SzRowType *type,
            const SzNaturalRow *row,
            const SzValue *values,
            gconstpointer filled,
            GError **error)
{
  SzValue again[SZ_COLUMNS_MAX];

  sz_row_type_values (type, filled, again);
  for (guint i = 0; i < type->n_columns; i++)
    if (!sz_value_equal (&values[i], &again[i]))
      return fail_value (type, row, &type->columns[i], error);
  return TRUE;
}

static gboolean
fill_row (SzNatural *self,
          const SzRowType *type,
          const SzNaturalRow *row,
          const json_t *array,
          gpointer filled,
          GError **error)
{
  SzValue values[SZ_COLUMNS_MAX];
  g_autoptr (GError) fault = NULL;
  gsize at = 0;

  for (guint i = 0; i < type->n_columns; i++)
    {
      const SzColumn *column = &type->columns[i];

      memset (&values[i], 0, sizeof values[i]);
      values[i].kind = column->kind == SZ_COLUMN_REF ? SZ_VALUE_NULL : SZ_VALUE_INT;
      if (!(column->flags & SZ_COLUMN_ORIGIN)
          && !take_value (self, column, json_array_get (array, at++), &values[i]))
        return fail_value (type, row, column, error);
    }
  if (!sz_row_type_fill (type, values, TRUE, filled, &fault))
    return sz_error_set (error, SZ_ERROR_FORMAT, "package.value", "table", type->table, "key",
                         row->key, NULL);
  return check_same (type, row, values, filled, error);
}

gboolean
sz_natural_put (
    SzNatural *natural, SzAct *act, const SzRowType *type, const SzNaturalRow *row, GError **error)
{
  g_autofree gpointer filled = NULL;
  json_t *array;
  gboolean done;

  g_return_val_if_fail (natural != NULL && act != NULL && type != NULL && row != NULL, FALSE);

  filled = g_malloc0 (type->size);
  array = json_loads (row->values, 0, NULL);
  done = fill_row (natural, type, row, array, filled, error);
  if (done)
    {
      ((RowHead *)filled)->id = row->id;
      ((RowHead *)filled)->row_version = row->row_version;
      done = sz_row_put (act, type, filled, SZ_PUT_INSERT, NULL, error);
    }
  if (done && strcmp (type->table, "people") == 0)
    learn_person (natural, ((RowHead *)filled)->id, json_string_value (json_array_get (array, 0)));
  sz_row_type_clear (type, filled);
  json_decref (array);
  return done;
}
