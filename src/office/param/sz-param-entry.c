/* sz-param-entry.c — one parameter on its way from its JSON value into a field (RULE num-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-param-entry.h"

#include "sz-decimal.h"

gboolean
sz_param_value_refuse (const SzParamValue *value, const char *part)
{
  g_return_val_if_fail (value != NULL && part != NULL, FALSE);

  if (*part == '\0')
    return sz_error_set (value->error, SZ_ERROR_FORMAT, "param.invalid", "key", value->key, "value",
                         value->text, NULL);
  return sz_error_set (value->error, SZ_ERROR_FORMAT, "param.part_invalid", "key", value->key,
                       "value", value->text, "part", part, NULL);
}

gboolean
sz_param_value_decimal (
    const SzParamValue *value, const char *part, json_t *json, int decimals, gint64 *number)
{
  g_autofree char *whole = NULL;
  const char *text = json_string_value (json);

  g_return_val_if_fail (value != NULL && number != NULL, FALSE);
  if (json_is_integer (json))
    text = whole = g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (json));
  if (text == NULL || !sz_decimal_parse (text, decimals, number, NULL) || *number < 0)
    return sz_param_value_refuse (value, part);
  return TRUE;
}

gboolean
sz_param_value_ratio (const SzParamValue *value, json_t *json, gpointer field)
{
  return sz_param_value_decimal (value, "", json, SZ_RATIO_DECIMALS, field);
}

gboolean
sz_param_entry_read (const SzParamEntry *entry, const char *text, gpointer rules, GError **error)
{
  json_t *json;
  SzParamValue value = { entry->key, text, error };
  gboolean read;

  g_return_val_if_fail (entry != NULL && text != NULL && rules != NULL, FALSE);
  json = json_loads (text, JSON_DECODE_ANY | JSON_REJECT_DUPLICATES, NULL);
  if (json_is_string (json))
    value.text = json_string_value (json);
  read = json != NULL ? entry->read (&value, json, (char *)rules + entry->offset)
                      : sz_param_value_refuse (&value, "");
  json_decref (json);
  return read;
}

gboolean
sz_param_entries_read (const SzParamEntry *entries,
                       gsize n,
                       const GArray *params,
                       SzDate day,
                       gpointer rules,
                       GError **error)
{
  g_return_val_if_fail (params != NULL, FALSE);

  for (gsize i = 0; i < n; i++)
    {
      const SzParam *param
          = sz_param_at ((const SzParam *)(gpointer)params->data, params->len, entries[i].key, day);
      g_autofree char *date = sz_date_format (day);

      if (param == NULL && entries[i].optional)
        continue;
      if (param == NULL)
        return sz_error_set (error, SZ_ERROR_FORMAT, "param.missing", "key", entries[i].key, "date",
                             date, NULL);
      if (!sz_param_entry_read (&entries[i], param->value, rules, error))
        return FALSE;
    }
  return TRUE;
}
