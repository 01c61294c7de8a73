/* sz-row-json.c — the values of a row as the journal keeps them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <jansson.h>
#include <string.h>

#include "sz-chain.h"
#include "sz-row-type.h"

/* By hand and not by jansson: an import of 100,000 people writes 800,000 of these. */
static void
append_quoted (GString *json, const char *text, gsize length)
{
  const char *run = text;
  const char *end = text + length;

  g_string_append_c (json, '"');
  for (const char *p = text; p < end; p++)
    {
      guint8 c = (guint8)*p;

      if (c >= 0x20 && c != '"' && c != '\\')
        continue;
      g_string_append_len (json, run, p - run);
      if (c == '"' || c == '\\')
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, (char)c);
        }
      else
        g_string_append_printf (json, "\\u%04x", c);
      run = p + 1;
    }
  g_string_append_len (json, run, end - run);
  g_string_append_c (json, '"');
}

static gboolean
is_empty (const SzValue *value)
{
  return value->kind == SZ_VALUE_NULL || (value->kind == SZ_VALUE_INT && value->number == 0)
         || (value->kind == SZ_VALUE_TEXT && value->length == 0);
}

void
sz_values_append_json (const SzRowType *type, const SzValue *values, GString *json)
{
  gboolean first = TRUE;

  g_return_if_fail (type != NULL && values != NULL);

  g_string_append_c (json, '{');
  for (guint i = 0; i < type->n_columns; i++)
    {
      if (is_empty (&values[i]))
        continue;
      g_string_append (json, first ? "\"" : ",\"");
      g_string_append (json, type->columns[i].name);
      g_string_append (json, "\":");
      if (values[i].kind == SZ_VALUE_INT)
        sz_chain_append_int (json, values[i].number);
      else
        append_quoted (json, values[i].text, values[i].length);
      first = FALSE;
    }
  g_string_append_c (json, '}');
}

static void
read_value (const SzColumn *column, const json_t *item, GStringChunk *strings, SzValue *value)
{
  gboolean text = column->kind == SZ_COLUMN_TEXT || column->kind == SZ_COLUMN_DATE
                  || column->kind == SZ_COLUMN_CODE || column->kind == SZ_COLUMN_POST;

  memset (value, 0, sizeof *value);
  if (text)
    {
      value->kind = SZ_VALUE_TEXT;
      value->length = json_string_length (item);
      value->text = json_is_string (item)
                        ? g_string_chunk_insert_len (strings, json_string_value (item),
                                                     (gssize)value->length)
                        : "";
      return;
    }
  value->number = json_integer_value (item);
  value->kind = column->kind == SZ_COLUMN_REF && value->number == 0 ? SZ_VALUE_NULL : SZ_VALUE_INT;
}

gboolean
sz_values_parse_json (
    const SzRowType *type, const char *json, GStringChunk *strings, SzValue *values, GError **error)
{
  json_error_t fault;
  json_t *object = json_loads (json, JSON_REJECT_DUPLICATES, &fault);

  g_return_val_if_fail (type != NULL && values != NULL, FALSE);

  if (!json_is_object (object))
    {
      json_decref (object);
      return sz_error_set (error, SZ_ERROR_CORRUPT, "db.bad_value", "table", type->table, "column",
                           "json", "value", json, NULL);
    }
  for (guint i = 0; i < type->n_columns; i++)
    read_value (&type->columns[i], json_object_get (object, type->columns[i].name), strings,
                &values[i]);
  json_decref (object);
  return TRUE;
}
