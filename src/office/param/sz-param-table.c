/* sz-param-table.c — a parameter's value as rows and columns that people can read and change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-param-table.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

typedef enum
{
  CELL_TEXT,
  CELL_INTEGER,
  CELL_LIST,  /* integers, "1, 3, 6" */
  CELL_WORDS, /* texts, "签约, 升学" */
  CELL_JSON,  /* what is deeper than a table, as it is written */

  MAY_BE_NULL = 1 << 7, /* besides: an empty cell of the column is null, as "no limit" */
} CellType;

void
sz_param_table_free (SzParamTable *table)
{
  if (table == NULL)
    return;
  g_strfreev (table->headings);
  g_ptr_array_unref (table->rows);
  g_free (table->types);
  g_free (table);
}

/* All of one type: whole numbers, or texts. */
static gboolean
is_list_of (json_t *value, json_type type)
{
  gsize n = json_array_size (value);

  for (gsize i = 0; i < n; i++)
    if (json_typeof (json_array_get (value, i)) != type)
      return FALSE;
  return json_is_array (value) && n > 0;
}

/* FALSE: it is nothing that a cell can hold. */
static gboolean
find_type (json_t *value, CellType *type)
{
  if (json_is_string (value))
    *type = CELL_TEXT;
  else if (json_is_integer (value))
    *type = CELL_INTEGER;
  else if (is_list_of (value, JSON_INTEGER))
    *type = CELL_LIST;
  else if (is_list_of (value, JSON_STRING))
    *type = CELL_WORDS;
  else
    return FALSE;
  return TRUE;
}

static char *
print_list (json_t *value)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < json_array_size (value); i++)
    {
      json_t *item = json_array_get (value, i);

      g_string_append (text, i > 0 ? ", " : "");
      if (json_is_string (item))
        g_string_append (text, json_string_value (item));
      else
        g_string_append_printf (text, "%lld", (long long)json_integer_value (item));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
print_cell (json_t *value)
{
  if (json_is_string (value))
    return g_strdup (json_string_value (value));
  if (json_is_integer (value))
    return g_strdup_printf ("%lld", (long long)json_integer_value (value));
  return json_is_array (value) ? print_list (value) : g_strdup ("");
}

static SzParamTable *
make_table (SzParamShape shape, guint n_columns)
{
  SzParamTable *table = g_new0 (SzParamTable, 1);

  table->shape = shape;
  table->n_columns = n_columns;
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  table->types = g_new0 (guint8, n_columns);
  return table;
}

static gboolean
set_type (SzParamTable *table, guint column, json_t *value)
{
  CellType type = CELL_TEXT;

  if (json_is_null (value) && table->rows->len > 0)
    {
      table->types[column] |= MAY_BE_NULL;
      return TRUE;
    }
  if (!find_type (value, &type))
    return FALSE;
  if (table->rows->len == 0)
    table->types[column] = (guint8)type;
  return (table->types[column] & ~MAY_BE_NULL) == (guint8)type;
}

static GStrv
new_row (const SzParamTable *table)
{
  return g_new0 (char *, table->n_columns + 1);
}

static SzParamTable *
read_single (json_t *root)
{
  SzParamTable *table = make_table (json_is_array (root) ? SZ_PARAM_LIST : SZ_PARAM_PLAIN, 1);
  GStrv row = new_row (table);

  set_type (table, 0, root);
  row[0] = print_cell (root);
  g_ptr_array_add (table->rows, row);
  return table;
}

static SzParamTable *
read_map (json_t *root)
{
  g_autoptr (SzParamTable) table = make_table (SZ_PARAM_MAP, 2);
  const char *name;
  json_t *value;

  json_object_foreach (root, name, value)
  {
    GStrv row;

    if (!set_type (table, 1, value))
      return NULL;
    row = new_row (table);
    row[0] = g_strdup (name);
    row[1] = print_cell (value);
    g_ptr_array_add (table->rows, row);
  }
  return g_steal_pointer (&table);
}

static SzParamTable *
read_grid (json_t *root)
{
  guint n_columns = (guint)json_array_size (json_array_get (root, 0));
  g_autoptr (SzParamTable) table = make_table (SZ_PARAM_GRID, n_columns);

  for (gsize i = 0; i < json_array_size (root); i++)
    {
      json_t *line = json_array_get (root, i);
      g_auto (GStrv) row = new_row (table);

      if (json_array_size (line) != n_columns)
        return NULL;
      for (guint c = 0; c < n_columns; c++)
        {
          if (!set_type (table, c, json_array_get (line, c)))
            return NULL;
          row[c] = print_cell (json_array_get (line, c));
        }
      g_ptr_array_add (table->rows, g_steal_pointer (&row));
    }
  return g_steal_pointer (&table);
}

static GStrv
list_keys (json_t *record)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *name;
  json_t *value;

  json_object_foreach (record, name, value) g_strv_builder_add (builder, name);
  return g_strv_builder_end (builder);
}

static SzParamTable *
read_records (json_t *root)
{
  g_auto (GStrv) keys = list_keys (json_array_get (root, 0));
  g_autoptr (SzParamTable) table = make_table (SZ_PARAM_RECORDS, g_strv_length (keys));

  table->headings = g_steal_pointer (&keys);
  for (gsize i = 0; i < json_array_size (root); i++)
    {
      json_t *record = json_array_get (root, i);
      g_auto (GStrv) row = new_row (table);

      if (json_object_size (record) != table->n_columns)
        return NULL;
      for (guint c = 0; c < table->n_columns; c++)
        {
          json_t *value = json_object_get (record, table->headings[c]);

          if (value == NULL || !set_type (table, c, value))
            return NULL;
          row[c] = print_cell (value);
        }
      g_ptr_array_add (table->rows, g_steal_pointer (&row));
    }
  return g_steal_pointer (&table);
}

static SzParamTable *
read_root (json_t *root)
{
  CellType type;

  if (find_type (root, &type))
    return read_single (root);
  if (json_is_object (root) && json_object_size (root) > 0)
    return read_map (root);
  if (json_is_array (json_array_get (root, 0)))
    return read_grid (root);
  if (json_is_object (json_array_get (root, 0)))
    return read_records (root);
  return NULL;
}

/* Deeper than rows and columns, or true and false: one cell with the JSON itself. */
static SzParamTable *
read_deep (json_t *root)
{
  SzParamTable *table = make_table (SZ_PARAM_PLAIN, 1);
  GStrv row = new_row (table);
  char *dumped = json_dumps (root, JSON_ENCODE_ANY | JSON_COMPACT);

  table->types[0] = CELL_JSON;
  table->deep = json_is_object (root) || json_is_array (root);
  row[0] = g_strdup (dumped);
  free (dumped);
  g_ptr_array_add (table->rows, row);
  return table;
}

SzParamTable *
sz_param_table_new (const char *json)
{
  json_t *root = json != NULL ? json_loads (json, JSON_DECODE_ANY, NULL) : NULL;
  SzParamTable *table = root != NULL ? read_root (root) : NULL;

  if (root != NULL && table == NULL)
    table = read_deep (root);
  json_decref (root);
  return table;
}

/* ---- back ---- */

/* A whole number, or the text as it is. */
static json_t *
make_integer (const char *text)
{
  char *end = NULL;
  gint64 number = g_ascii_strtoll (text, &end, 10);

  return *text != '\0' && *end == '\0' ? json_integer (number) : json_string (text);
}

static json_t *
make_list (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",，、; ", -1);
  json_t *list = json_array ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      json_array_append_new (list, make_integer (parts[i]));
  return list;
}

static json_t *
make_words (const char *text)
{
  g_autoptr (GString) commas = g_string_new (text);
  g_auto (GStrv) parts = NULL;
  json_t *list = json_array ();

  g_string_replace (commas, "，", ",", 0);
  g_string_replace (commas, "、", ",", 0);
  parts = g_strsplit (commas->str, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      json_array_append_new (list, json_string (parts[i]));
  return list;
}

static json_t *
make_cell (const SzParamTable *table, guint column, const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));
  json_t *value;

  if (*trimmed == '\0' && (table->types[column] & MAY_BE_NULL) != 0)
    return json_null ();
  switch (table->types[column] & ~MAY_BE_NULL)
    {
    case CELL_INTEGER:
      return make_integer (trimmed);
    case CELL_LIST:
      return make_list (trimmed);
    case CELL_WORDS:
      return make_words (trimmed);
    case CELL_JSON:
      value = json_loads (trimmed, JSON_DECODE_ANY, NULL);
      return value != NULL ? value : json_string (trimmed);
    case CELL_TEXT:
    default:
      return json_string (trimmed);
    }
}

/* Its first cell is null, the others say something. */
static gboolean
stands_for_null (const SzParamTable *table, char **row)
{
  return (table->types[0] & MAY_BE_NULL) != 0 && table->n_columns > 1 && row[1] != NULL
         && *row[1] != '\0';
}

static void
add_row (const SzParamTable *table, json_t *root, char **row)
{
  json_t *line;

  if (row[0] == NULL || (*row[0] == '\0' && !stands_for_null (table, row)))
    return;
  if (table->shape == SZ_PARAM_MAP)
    {
      json_object_set_new (root, row[0], make_cell (table, 1, row[1]));
      return;
    }
  line = table->shape == SZ_PARAM_GRID ? json_array () : json_object ();
  for (guint c = 0; c < table->n_columns; c++)
    {
      if (table->shape == SZ_PARAM_GRID)
        json_array_append_new (line, make_cell (table, c, row[c]));
      else
        json_object_set_new (line, table->headings[c], make_cell (table, c, row[c]));
    }
  json_array_append_new (root, line);
}

static json_t *
make_root (const SzParamTable *table)
{
  json_t *root;

  if (table->shape == SZ_PARAM_PLAIN || table->shape == SZ_PARAM_LIST)
    return make_cell (table, 0, ((char **)g_ptr_array_index (table->rows, 0))[0]);
  root = table->shape == SZ_PARAM_MAP ? json_object () : json_array ();
  for (guint i = 0; i < table->rows->len; i++)
    add_row (table, root, g_ptr_array_index (table->rows, i));
  return root;
}

char *
sz_param_table_to_json (const SzParamTable *table)
{
  json_t *root = make_root (table);
  char *dumped = json_dumps (root, JSON_ENCODE_ANY | JSON_COMPACT);
  char *json = g_strdup (dumped);

  free (dumped);
  json_decref (root);
  return json;
}

GStrv
sz_param_names (const char *json)
{
  json_t *root = json != NULL ? json_loads (json, JSON_DECODE_ANY, NULL) : NULL;
  GStrv names = json_is_object (root) ? list_keys (root) : NULL;

  json_decref (root);
  return names;
}
