/* sz-rules.c — parameters as typed rules for a date 参数 (RULE num-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-rules.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "sz-account-rules.h"
#include "sz-data.h"
#include "sz-param-entry.h"
#include "sz-param-shape.h"
#include "sz-rules-payrun.h"
#include "sz-rules-year.h"
#include "sz-title-params.h"
#include "sz-watch-rules.h"

/* RULE rec-9: a share of 1 would leave no full-time teachers to share with. */
static gboolean
read_share_cap (const SzParamValue *value, json_t *json, gpointer field)
{
  gint64 *ratio_x1e4 = field;

  return sz_param_value_decimal (value, "", json, SZ_RATIO_DECIMALS, ratio_x1e4)
         && (*ratio_x1e4 < SZ_RATIO_ONE || sz_param_value_refuse (value, ""));
}

static gboolean
read_hours (const SzParamValue *value, json_t *json, gpointer field)
{
  gint64 *hours_x100 = field;

  return sz_param_value_decimal (value, "", json, SZ_HOURS_DECIMALS, hours_x100)
         && (*hours_x100 > 0 || sz_param_value_refuse (value, ""));
}

/* Classes of up to so many people; the last step, up to 0, has no end. */
static gboolean
read_size (const SzParamValue *value, json_t *json, gpointer field)
{
  SzLoadRules *rules = field;
  gsize n = json_array_size (json);
  int before = 0;

  if (n == 0 || n > SZ_SIZE_STEPS_MAX)
    return sz_param_value_refuse (value, "");
  for (gsize i = 0; i < n; i++)
    {
      json_t *step = json_array_get (json, i);
      json_t *up_to = json_array_get (step, 0);
      g_autofree char *part = g_strdup_printf ("%" G_GSIZE_FORMAT, i + 1);
      SzSizeStep *made = &rules->size[i];

      if (json_array_size (step) != 2 || !json_is_integer (up_to))
        return sz_param_value_refuse (value, part);
      made->up_to = (int)CLAMP (json_integer_value (up_to), -1, G_MAXINT);
      if (i + 1 == n ? made->up_to != 0 : made->up_to <= before)
        return sz_param_value_refuse (value, part);
      before = made->up_to;
      if (!sz_param_value_decimal (value, part, json_array_get (step, 1), SZ_RATIO_DECIMALS,
                                   &made->coefficient_x1e4))
        return FALSE;
    }
  rules->n_size = (guint)n;
  return TRUE;
}

/* A table by the terms of @table: each of them, and nothing else. */
static gboolean
read_terms (const SzParamValue *value, json_t *json, SzCodeTable table, gint64 *ratios_x1e4)
{
  const char *name;
  json_t *number;

  json_object_foreach (json, name, number)
  {
    if (sz_codes_by_name (table, name) == NULL)
      return sz_param_value_refuse (value, name);
  }
  for (const SzCode *code = sz_codes_table (table); code->code != NULL; code++)
    {
      if (!sz_param_value_decimal (value, code->name, json_object_get (json, code->name),
                                   SZ_RATIO_DECIMALS, &ratios_x1e4[code->value]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_types (const SzParamValue *value, json_t *json, gpointer field)
{
  return read_terms (value, json, SZ_TABLE_COURSE_TYPE, field);
}

static gboolean
read_times (const SzParamValue *value, json_t *json, gpointer field)
{
  return read_terms (value, json, SZ_TABLE_TIME_SLOT, field);
}

static gboolean
read_roles (const SzParamValue *value, json_t *json, gpointer field)
{
  return read_terms (value, json, SZ_TABLE_TRAINING_ROLE, field);
}

static gboolean
read_categories (const SzParamValue *value, json_t *json, gpointer field)
{
  GHashTable *table = *(GHashTable **)field;
  const char *name;
  json_t *number;

  if (!json_is_object (json))
    return sz_param_value_refuse (value, "");
  json_object_foreach (json, name, number)
  {
    gint64 ratio_x1e4;

    if (!sz_param_value_decimal (value, name, number, SZ_RATIO_DECIMALS, &ratio_x1e4))
      return FALSE;
    g_hash_table_replace (table, g_strdup (name), g_memdup2 (&ratio_x1e4, sizeof ratio_x1e4));
  }
  return TRUE;
}

/* "1/3": a share that no decimal writes exactly. */
static gboolean
read_share (const SzParamValue *value, json_t *json, gpointer field)
{
  SzLoadRules *rules = field;
  const char *text = json_string_value (json);
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, "/", 3) : NULL;
  gint64 numbers[2];

  if (parts == NULL || g_strv_length (parts) != 2)
    return sz_param_value_refuse (value, "");
  for (int i = 0; i < 2; i++)
    {
      if (!sz_decimal_parse (parts[i], 0, &numbers[i], NULL) || numbers[i] <= 0
          || numbers[i] > 10000)
        return sz_param_value_refuse (value, "");
    }
  rules->dual_share_numerator = (int)numbers[0];
  rules->dual_share_denominator = (int)numbers[1];
  return TRUE;
}

static gboolean
read_teaching_months (const SzParamValue *value, json_t *json, gpointer field)
{
  gboolean *months = field;
  gsize index;
  json_t *month;

  if (json_array_size (json) == 0)
    return sz_param_value_refuse (value, "");
  json_array_foreach (json, index, month)
  {
    json_int_t number = json_integer_value (month);

    if (!json_is_integer (month) || number < 1 || number > 12 || months[number - 1])
      {
        g_autofree char *part = g_strdup_printf ("%" G_GSIZE_FORMAT, index + 1);

        return sz_param_value_refuse (value, part);
      }
    months[number - 1] = TRUE;
  }
  return TRUE;
}

/* RULE wrk-5: a rate for each professional band; other posts have the lowest. */
static gboolean
read_over_rates (const SzParamValue *value, json_t *json, gpointer field)
{
  SzLoadRules *rules = field;
  const char *name;
  json_t *number;
  SzMoney lowest_fen = G_MAXINT64;

  json_object_foreach (json, name, number)
  {
    SzBand band = sz_band_parse (name);

    if (band == SZ_BAND_NONE)
      return sz_param_value_refuse (value, name);
    if (!sz_param_value_decimal (value, name, number, 2, &rules->over_rate_fen[band]))
      return FALSE;
    lowest_fen = MIN (lowest_fen, rules->over_rate_fen[band]);
  }
  for (int band = SZ_BAND_FULL_SENIOR; band <= SZ_BAND_JUNIOR; band++)
    {
      if (json_object_get (json, sz_band_name ((SzBand)band)) == NULL)
        return sz_param_value_refuse (value, sz_band_name ((SzBand)band));
    }
  for (int band = SZ_BAND_NONE; band < SZ_N_BANDS; band++)
    {
      if (json_object_get (json, sz_band_name ((SzBand)band)) == NULL)
        rules->over_rate_fen[band] = lowest_fen;
    }
  rules->over_rate_lowest_fen = lowest_fen;
  return TRUE;
}

#define LOAD(field) G_STRUCT_OFFSET (SzLoadRules, field)

static const SzParamEntry load_entries[] = {
  { "load.size", read_size, 0 },
  { "load.repeat", sz_param_value_ratio, LOAD (repeat_x1e4) },
  { "load.new", sz_param_value_ratio, LOAD (new_course_x1e4) },
  { "load.type", read_types, LOAD (type_x1e4) },
  { "load.category", read_categories, LOAD (category_x1e4) },
  { "load.time", read_times, LOAD (time_x1e4) },
  { "load.role", read_roles, LOAD (role_x1e4) },
  { "load.train_ratio", sz_param_value_ratio, LOAD (train_ratio_x1e4) },
  { "load.train_cap", sz_param_value_ratio, LOAD (train_cap_x1e4) },
  { "load.quota_year", read_hours, LOAD (quota_hours_x100) },
  { "load.dual_share", read_share, 0 },
  { "load.teaching_months", read_teaching_months, LOAD (teaching_month) },
  { "load.over_rate", read_over_rates, 0 },
  { "load.student_hours", read_hours, LOAD (student_hours_x100) },
  { "load.student_ratio", sz_param_value_ratio, LOAD (student_ratio_x1e4) },
};

static const SzParamEntry quota_entries[] = {
  { "pt.quota_rate", sz_param_value_ratio, G_STRUCT_OFFSET (SzQuotaRules, rate_x1e4) },
  { "pt.share_cap", read_share_cap, G_STRUCT_OFFSET (SzQuotaRules, share_cap_x1e4) },
};

SzLoadRules *
sz_rules_load (const GArray *params, SzDate day, GError **error)
{
  g_autoptr (SzLoadRules) rules = sz_load_rules_new ();

  g_return_val_if_fail (params != NULL, NULL);
  if (!sz_param_entries_read (load_entries, G_N_ELEMENTS (load_entries), params, day, rules, error))
    return NULL;
  return g_steal_pointer (&rules);
}

/* RULE num-7, rec-9 */
gboolean
sz_rules_quota (const GArray *params, SzDate day, SzQuotaRules *rules, GError **error)
{
  g_return_val_if_fail (params != NULL && rules != NULL, FALSE);

  return sz_param_entries_read (quota_entries, G_N_ELEMENTS (quota_entries), params, day, rules,
                                error);
}

static const SzParamEntry *
find_entry (const SzParamEntry *entries, gsize n, const char *key)
{
  for (gsize i = 0; i < n; i++)
    {
      if (g_str_equal (entries[i].key, key))
        return &entries[i];
    }
  return NULL;
}

gboolean
sz_rules_check (const char *key, const char *value, GError **error)
{
  const SzParamEntry *load = find_entry (load_entries, G_N_ELEMENTS (load_entries), key);
  const SzParamEntry *quota = find_entry (quota_entries, G_N_ELEMENTS (quota_entries), key);
  g_autoptr (SzLoadRules) rules = sz_load_rules_new ();
  g_autoptr (GArray) presets = NULL;
  SzQuotaRules quota_rules = { 0 };
  gboolean known = FALSE;

  if (load != NULL)
    return sz_param_entry_read (load, value, rules, error);
  if (quota != NULL)
    return sz_param_entry_read (quota, value, &quota_rules, error);
  if (!sz_title_params_check (key, value, &known, error)
      || (!known && !sz_rules_year_check (key, value, &known, error))
      || (!known && !sz_rules_payrun_check (key, value, &known, error)))
    return FALSE;
  if ((!known && !sz_watch_rules_check (key, value, &known, error))
      || (!known && !sz_account_rules_check (key, value, &known, error)))
    return FALSE;
  if (known)
    return TRUE;
  presets = sz_rules_presets ();
  for (guint i = 0; i < presets->len; i++)
    {
      const SzParam *preset = &g_array_index (presets, SzParam, i);

      if (g_str_equal (preset->key, key))
        return sz_param_shape_fits (key, preset->value, value)
               || sz_error_set (error, SZ_ERROR_FORMAT, "param.invalid", "key", key, "value", value,
                                NULL);
    }
  return sz_error_set (error, SZ_ERROR_FORMAT, "param.unknown", "key", key, NULL);
}

static SzDate
read_date (json_t *object, const char *key)
{
  SzDate date = SZ_DATE_NONE;
  const char *text = json_string_value (json_object_get (object, key));

  if (text != NULL)
    sz_date_parse (text, &date, NULL);
  return date;
}

static void
clear_param_cb (gpointer data)
{
  sz_param_clear (data);
}

static GArray *
read_presets (void)
{
  json_t *root = sz_data_load ("parameters.json");
  GArray *params = g_array_new (FALSE, TRUE, sizeof (SzParam));
  gsize index;
  json_t *object;

  g_array_set_clear_func (params, clear_param_cb);
  json_array_foreach (json_object_get (root, "presets"), index, object)
  {
    char *value = json_dumps (json_object_get (object, "value"), JSON_COMPACT | JSON_ENCODE_ANY);
    SzParam param = { .key = g_strdup (json_string_value (json_object_get (object, "key"))),
                      .value = g_strdup (value),
                      .source = g_strdup (json_string_value (json_object_get (object, "source"))),
                      .from = read_date (object, "from"),
                      .to = read_date (object, "to"),
                      .preset = TRUE };

    g_array_append_val (params, param);
    free (value);
  }
  json_decref (root);
  return params;
}

/* Read once: what ships with the program does not change while it runs. */
static const GArray *
get_presets (void)
{
  static gsize presets = 0;

  if (g_once_init_enter (&presets))
    g_once_init_leave (&presets, (gsize)read_presets ());
  return (const GArray *)presets;
}

GArray *
sz_rules_presets (void)
{
  const GArray *presets = get_presets ();
  GArray *params = g_array_sized_new (FALSE, TRUE, sizeof (SzParam), presets->len);

  g_array_set_clear_func (params, clear_param_cb);
  for (guint i = 0; i < presets->len; i++)
    {
      SzParam copy = g_array_index (presets, SzParam, i);

      copy.key = g_strdup (copy.key);
      copy.value = g_strdup (copy.value);
      copy.source = g_strdup (copy.source);
      g_array_append_val (params, copy);
    }
  return params;
}

static json_t *
make_param (const SzParam *param)
{
  g_autofree char *from = sz_date_format (param->from);

  return json_pack ("{s:o, s:s, s:s}", "value", json_loads (param->value, JSON_DECODE_ANY, NULL),
                    "source", param->source != NULL ? param->source : "", "from", from);
}

char *
sz_rules_dup_json (const GArray *params, const char *prefix, SzDate day)
{
  json_t *root = json_object ();
  char *dumped;
  char *text;

  g_return_val_if_fail (params != NULL && prefix != NULL, NULL);
  for (guint i = 0; i < params->len; i++)
    {
      const SzParam *param = &g_array_index (params, SzParam, i);

      if (g_str_has_prefix (param->key, prefix)
          && sz_param_at ((const SzParam *)(gpointer)params->data, params->len, param->key, day)
                 == param)
        json_object_set_new (root, param->key, make_param (param));
    }
  dumped = json_dumps (root, JSON_COMPACT | JSON_SORT_KEYS);
  text = g_strdup (dumped);
  free (dumped);
  json_decref (root);
  return text;
}
