/* sz-account-rules.c — the parameters about accounts (RULE acc-2, acc-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-account-rules.h"

#include "sz-param-entry.h"

#define IDLE_MINUTES_MAX 120

static gboolean
read_minutes (const SzParamValue *value, json_t *json, gpointer field)
{
  gint64 minutes = 0;

  if (!sz_param_value_decimal (value, "", json, 0, &minutes))
    return FALSE;
  if (minutes < 1 || minutes > IDLE_MINUTES_MAX)
    return sz_param_value_refuse (value, "");
  *(int *)field = (int)minutes;
  return TRUE;
}

static gboolean
read_truth (const SzParamValue *value, json_t *json, gpointer field)
{
  const char *word = json_string_value (json);

  if (json_is_boolean (json))
    word = json_is_true (json) ? "true" : "false";
  *(gboolean *)field = g_strcmp0 (word, "true") == 0;
  return *(gboolean *)field || g_strcmp0 (word, "false") == 0 || sz_param_value_refuse (value, "");
}

static const SzParamEntry entries[] = {
  { "account.idle_minutes", read_minutes, G_STRUCT_OFFSET (SzAccountRules, idle_minutes) },
  { "account.joint_offices", read_truth, G_STRUCT_OFFSET (SzAccountRules, joint_offices) },
};

gboolean
sz_account_rules_read (const GArray *params, SzDate day, SzAccountRules *rules, GError **error)
{
  g_return_val_if_fail (params != NULL && rules != NULL, FALSE);

  return sz_param_entries_read (entries, G_N_ELEMENTS (entries), params, day, rules, error);
}

gboolean
sz_account_rules_check (const char *key, const char *value, gboolean *known, GError **error)
{
  SzAccountRules rules;

  g_return_val_if_fail (key != NULL && value != NULL && known != NULL, FALSE);

  *known = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    if (g_str_equal (entries[i].key, key))
      {
        *known = TRUE;
        return sz_param_entry_read (&entries[i], value, &rules, error);
      }
  return TRUE;
}
