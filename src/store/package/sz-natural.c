/* sz-natural.c — rows as they travel: natural keys and values instead of ids (RULE pkg-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-natural.h"

#include <stdlib.h>
#include <string.h>

#include "sz-row-registry.h"
#include "sz-row-table.h"
#include "sz-store-private.h"

/* The rows of a table that others name. */
typedef struct
{
  GHashTable *by_id;  /* gint64 * → key */
  GHashTable *by_key; /* key → gint64 * */
} Names;

struct _SzNatural
{
  SzStore *store;
  GHashTable *names; /* table → Names, read when they are first asked for; people at once */
};

static Names *
new_names (void)
{
  Names *names = g_new0 (Names, 1);

  names->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  names->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return names;
}

static void
names_freed_cb (gpointer data)
{
  Names *names = data;

  g_hash_table_unref (names->by_id);
  g_hash_table_unref (names->by_key);
  g_free (names);
}

static void
learn_name (Names *names, gint64 id, const char *key)
{
  g_hash_table_replace (names->by_id, g_memdup2 (&id, sizeof id), g_strdup (key));
  g_hash_table_replace (names->by_key, g_strdup (key), g_memdup2 (&id, sizeof id));
}

SzNatural *
sz_natural_new (SzStore *store, GError **error)
{
  g_autoptr (SzNatural) self = NULL;
  g_autoptr (SzStmt) stmt = NULL;
  gboolean row = TRUE;
  Names *people;

  g_return_val_if_fail (store != NULL, NULL);

  self = g_new0 (SzNatural, 1);
  self->store = store;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, names_freed_cb);
  people = new_names ();
  g_hash_table_insert (self->names, (gpointer) "people", people);
  stmt = sz_db_prepare (store->db, "SELECT id, staff_no FROM people", error);
  if (stmt == NULL)
    return NULL;
  for (;;)
    {
      if (!sz_stmt_step (stmt, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&self);
      learn_name (people, sz_stmt_int (stmt, 0), sz_stmt_text (stmt, 1));
    }
}

void
sz_natural_free (SzNatural *natural)
{
  if (natural == NULL)
    return;
  g_hash_table_unref (natural->names);
  g_free (natural);
}

SzStore *
sz_natural_get_store (const SzNatural *natural)
{
  g_return_val_if_fail (natural != NULL, NULL);

  return natural->store;
}

void
sz_natural_row_free (SzNaturalRow *row)
{
  g_free (row->key);
  g_free (row->values);
  g_free (row);
}

static const char *
name_of (const SzColumn *column)
{
  return strcmp (column->name, "person_id") == 0 ? "staff_no" : column->name;
}

static gboolean
is_text (const SzColumn *column)
{
  return sz_natural_is_link (column) || column->kind == SZ_COLUMN_TEXT
         || column->kind == SZ_COLUMN_DATE || column->kind == SZ_COLUMN_CODE
         || column->kind == SZ_COLUMN_POST;
}

json_t *
sz_natural_columns (const SzRowType *type)
{
  json_t *names = json_array ();

  g_return_val_if_fail (type != NULL, names);

  for (guint i = 0; i < type->n_columns; i++)
    if (!(type->columns[i].flags & SZ_COLUMN_ORIGIN))
      json_array_append_new (names, json_string (name_of (&type->columns[i])));
  return names;
}

typedef struct
{
  SzNatural *self;
  const SzRowType *type;
  GPtrArray *rows;
  GHashTable *seen;
} Listing;

/* Every row struct begins like this. */
typedef struct
{
  gint64 id;
  gint64 row_version;
} RowHead;

static Names *get_names (SzNatural *self, const char *table, GError **error);

const char *
sz_natural_key_of (SzNatural *natural, const char *table, gint64 id, GError **error)
{
  Names *names = get_names (natural, table, error);

  return names != NULL ? g_hash_table_lookup (names->by_id, &id) : NULL;
}

gint64
sz_natural_id_of (SzNatural *natural, const char *table, const char *key)
{
  Names *names = key != NULL ? get_names (natural, table, NULL) : NULL;
  const gint64 *id = names != NULL ? g_hash_table_lookup (names->by_key, key) : NULL;

  return id != NULL ? *id : 0;
}

static json_t *
make_json (SzNatural *self, const SzColumn *column, const SzValue *value, const char *kind)
{
  if (sz_natural_is_link (column))
    {
      const char *target = sz_natural_target (column->name, kind);
      const char *key
          = target != NULL ? sz_natural_key_of (self, target, value->number, NULL) : NULL;

      return json_string (key != NULL ? key : "");
    }
  if (is_text (column))
    return json_stringn (value->text != NULL ? value->text : "", value->length);
  return json_integer (value->kind == SZ_VALUE_INT ? value->number : 0);
}

/* Of a case: its kind, which stands in the first column. */
static const char *
kind_of (const SzRowType *type, const SzValue *values)
{
  return strcmp (type->columns[0].name, "kind") == 0 ? values[0].text : NULL;
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
      json_array_append_new (array, make_json (listing->self, &listing->type->columns[i],
                                               &values[i], kind_of (listing->type, values)));
  natural->id = ((const RowHead *)row)->id;
  natural->row_version = ((const RowHead *)row)->row_version;
  natural->key = sz_natural_tell_apart (listing->type, listing->seen,
                                        sz_natural_make_key (listing->type, array));
  natural->values = sz_natural_dump (array);
  g_hash_table_add (listing->seen, g_strdup (natural->key));
  json_decref (array);
  g_ptr_array_add (listing->rows, natural);
  return TRUE;
}

GPtrArray *
sz_natural_list (SzNatural *natural, const SzRowType *type, int year, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GHashTable) seen = NULL;
  SzRowFilter filter = SZ_ROWS_ALL;
  Listing listing;

  g_return_val_if_fail (natural != NULL && type != NULL, NULL);

  rows = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_natural_row_free);
  if (sz_row_type_column (type, "year") >= 0 || sz_row_type_column (type, "date") >= 0)
    filter.year = year;
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  listing = (Listing){ natural, type, rows, seen };
  return sz_row_each (natural->store, type, filter, list_row, &listing, error)
             ? g_steal_pointer (&rows)
             : NULL;
}

/* (nullable): the rows of @table by what they are named. */
static Names *
get_names (SzNatural *self, const char *table, GError **error)
{
  Names *names = g_hash_table_lookup (self->names, table);
  const SzRowType *type = sz_row_registry_find (table);
  g_autoptr (GPtrArray) rows = NULL;

  if (names != NULL || type == NULL)
    return names;
  rows = sz_natural_list (self, type, 0, error);
  if (rows == NULL)
    return NULL;
  names = new_names ();
  for (guint i = 0; i < rows->len; i++)
    {
      const SzNaturalRow *row = rows->pdata[i];

      learn_name (names, row->id, row->key);
    }
  g_hash_table_insert (self->names, (gpointer)type->table, names);
  return names;
}

gssize
sz_natural_find_column (const json_t *columns, const char *name)
{
  g_return_val_if_fail (columns != NULL && name != NULL, -1);

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
      at = sz_natural_find_column (columns, name_of (column));
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
  key = sz_natural_make_key (type, array);
  *values = sz_natural_dump (array);
  json_decref (array);
  return key;
}

gboolean
sz_natural_each_link (
    const SzRowType *type, const json_t *values, SzNaturalFn fn, gpointer user_data, GError **error)
{
  const char *kind;
  gsize at = 0;

  g_return_val_if_fail (type != NULL && values != NULL && fn != NULL, FALSE);

  kind = json_string_value (json_array_get (values, 0));
  for (guint i = 0; i < type->n_columns; i++)
    {
      const SzColumn *column = &type->columns[i];
      const json_t *value;

      if (column->flags & SZ_COLUMN_ORIGIN)
        continue;
      value = json_array_get (values, at++);
      if (sz_natural_is_link (column) && json_string_length (value) > 0
          && !fn (sz_natural_target (column->name, kind), json_string_value (value), user_data,
                  error))
        return FALSE;
    }
  return TRUE;
}

/* As the store keeps it; texts stay those of @item. */
static gboolean
take_value (
    SzNatural *self, const SzColumn *column, const char *kind, const json_t *item, SzValue *value)
{
  memset (value, 0, sizeof *value);
  if (sz_natural_is_link (column))
    {
      const char *target = sz_natural_target (column->name, kind);
      const gint64 id
          = target != NULL ? sz_natural_id_of (self, target, json_string_value (item)) : 0;

      value->kind = id != 0 ? SZ_VALUE_INT : SZ_VALUE_NULL;
      value->number = id;
      return id != 0 || (column->kind == SZ_COLUMN_REF && json_string_length (item) == 0);
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
                       sz_natural_is_link (column) ? "package.reference" : "package.value", "table",
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
  const char *kind = json_string_value (json_array_get (array, 0));
  gsize at = 0;

  for (guint i = 0; i < type->n_columns; i++)
    {
      const SzColumn *column = &type->columns[i];

      memset (&values[i], 0, sizeof values[i]);
      values[i].kind = column->kind == SZ_COLUMN_REF ? SZ_VALUE_NULL : SZ_VALUE_INT;
      if (!(column->flags & SZ_COLUMN_ORIGIN)
          && !take_value (self, column, kind, json_array_get (array, at++), &values[i]))
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
  Names *names;
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
  names = done ? g_hash_table_lookup (natural->names, type->table) : NULL;
  if (names != NULL)
    learn_name (names, ((RowHead *)filled)->id,
                names == g_hash_table_lookup (natural->names, "people")
                    ? json_string_value (json_array_get (array, 0))
                    : row->key);
  sz_row_type_clear (type, filled);
  json_decref (array);
  return done;
}
