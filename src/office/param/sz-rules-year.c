/* sz-rules-year.c — parameters of the year as a whole: total, transfers, retirement, terms (RULE
 * num-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-rules-year.h"

#include "sz-decimal.h"
#include "sz-param-entry.h"

static gboolean
read_whole (
    const SzParamValue *value, const char *part, json_t *json, int least, int most, int *number)
{
  gint64 wide = 0;

  if (!sz_param_value_decimal (value, part, json, 0, &wide))
    return FALSE;
  if (wide < least || wide > most)
    return sz_param_value_refuse (value, part);
  *number = (int)wide;
  return TRUE;
}

/* A share of something: at most all of it. */
static gboolean
read_share (const SzParamValue *value, json_t *json, gpointer field)
{
  gint64 *share_x1e4 = field;

  return sz_param_value_ratio (value, json, field)
         && (*share_x1e4 <= SZ_RATIO_ONE || sz_param_value_refuse (value, ""));
}

static gboolean
read_money (const SzParamValue *value, json_t *json, gpointer field)
{
  return sz_param_value_decimal (value, "", json, 2, field);
}

static gboolean
read_months (const SzParamValue *value, json_t *json, gpointer field)
{
  return read_whole (value, "", json, 0, 1200, field);
}

static gboolean
read_mode (const SzParamValue *value, json_t *json, gpointer field)
{
  SzTrainMode *mode = field;
  const char *word = json_string_value (json);

  if (g_strcmp0 (word, "within_cap") == 0)
    *mode = SZ_TRAIN_WITHIN_CAP;
  else if (g_strcmp0 (word, "approved_addon") == 0)
    *mode = SZ_TRAIN_APPROVED_ADDON;
  else
    return sz_param_value_refuse (value, "");
  return TRUE;
}

/* {"sex": "男", "age": 60, "from": "1965-01", "step": 4, "max": 36} */
static gboolean
read_delay_line (const SzParamValue *value, json_t *json, const char *part, SzRetirementRule *rule)
{
  const SzCode *sex
      = sz_codes_by_name (SZ_TABLE_SEX, json_string_value (json_object_get (json, "sex")));
  const char *from = json_string_value (json_object_get (json, "from"));
  SzDate month = SZ_DATE_NONE;

  if (sex == NULL || from == NULL || !sz_date_parse (from, &month, NULL))
    return sz_param_value_refuse (value, part);
  rule->sex = (SzSex)sex->value;
  rule->from = sz_date_month (month);
  return read_whole (value, part, json_object_get (json, "age"), 1, 100, &rule->age)
         && read_whole (value, part, json_object_get (json, "step"), 1, 120, &rule->step)
         && read_whole (value, part, json_object_get (json, "max"), 0, 240, &rule->max);
}

static gboolean
read_delays (const SzParamValue *value, json_t *json, gpointer field)
{
  GArray *lines = *(GArray **)field;
  gsize index;
  json_t *line;

  if (!json_is_array (json))
    return sz_param_value_refuse (value, "");
  json_array_foreach (json, index, line)
  {
    g_autofree char *part = g_strdup_printf ("%" G_GSIZE_FORMAT, index + 1);
    SzRetirementRule rule = { 0 };

    if (!read_delay_line (value, line, part, &rule))
      return FALSE;
    g_array_append_val (lines, rule);
  }
  return TRUE;
}

/* {"2025春": "2025-02-17", …} */
static gboolean
read_starts (const SzParamValue *value, json_t *json, gpointer field)
{
  GHashTable *starts = *(GHashTable **)field;
  const char *term;
  json_t *start;

  if (!json_is_object (json))
    return sz_param_value_refuse (value, "");
  json_object_foreach (json, term, start)
  {
    SzDate day = SZ_DATE_NONE;

    if (!json_is_string (start) || !sz_date_parse (json_string_value (start), &day, NULL)
        || sz_date_is_month (day))
      return sz_param_value_refuse (value, term);
    g_hash_table_replace (starts, g_strdup (term), GINT_TO_POINTER (day));
  }
  return TRUE;
}

/* {"上午": "1-4", …} */
static gboolean
read_periods (const SzParamValue *value, json_t *json, gpointer field)
{
  GArray *names = *(GArray **)field;
  const char *word;
  json_t *periods;

  if (!json_is_object (json))
    return sz_param_value_refuse (value, "");
  json_object_foreach (json, word, periods)
  {
    SzPeriodName name = { NULL, sz_periods_parse (json_string_value (periods), NULL, 0) };

    if (name.periods == 0)
      return sz_param_value_refuse (value, word);
    name.name = g_strdup (word);
    g_array_append_val (names, name);
  }
  return TRUE;
}

/* Where all keys of this file land, so that one table serves reading and checking. */
typedef struct
{
  SzTotalRules total;
  SzTransferRules transfer;
  SzRetirementTable retirement;
  SzTerms terms;
  gint64 excellent_x1e4;
} Rules;

#define AT(field) G_STRUCT_OFFSET (Rules, field)

static const SzParamEntry total_entries[] = {
  { "pay.train_ratio", read_share, AT (total.train_ratio_x1e4) },
  { "pay.train_mode", read_mode, AT (total.train_mode) },
  { "pay.L", read_money, AT (total.baseline_fen), TRUE },
  { "pay.ctrl", sz_param_value_ratio, AT (total.control_x1e4) },
  { "pay.limit", sz_param_value_ratio, AT (total.limit_x1e4) },
};
static const SzParamEntry transfer_entries[] = {
  { "pay.conv_min", read_share, AT (transfer.ratio_min_x1e4) },
  { "pay.conv_max", read_share, AT (transfer.ratio_max_x1e4) },
  { "pay.conv_main_share", read_share, AT (transfer.main_share_x1e4) },
};
static const SzParamEntry retirement_entries[] = {
  { "people.retire_delay", read_delays, AT (retirement.lines) },
  { "people.retire_flex", read_months, AT (retirement.rules.flexible) },
  { "people.retire_warn", read_months, AT (retirement.warn) },
};
static const SzParamEntry term_entries[] = {
  { "load.term_start", read_starts, AT (terms.starts), TRUE },
  { "load.periods", read_periods, AT (terms.names) },
};

static const SzParamEntry assessment_entries[] = {
  { "assess.excellent_cap", read_share, AT (excellent_x1e4) },
};

static const struct
{
  const SzParamEntry *entries;
  gsize n;
} groups[] = {
  { total_entries, G_N_ELEMENTS (total_entries) },
  { transfer_entries, G_N_ELEMENTS (transfer_entries) },
  { retirement_entries, G_N_ELEMENTS (retirement_entries) },
  { term_entries, G_N_ELEMENTS (term_entries) },
  { assessment_entries, G_N_ELEMENTS (assessment_entries) },
};

static void
name_freed_cb (gpointer data)
{
  g_free ((char *)((SzPeriodName *)data)->name);
}

static void
init_rules (Rules *rules)
{
  *rules = (Rules){ 0 };
  rules->retirement.lines = g_array_new (FALSE, TRUE, sizeof (SzRetirementRule));
  rules->terms.starts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  rules->terms.names = g_array_new (FALSE, TRUE, sizeof (SzPeriodName));
  g_array_set_clear_func (rules->terms.names, name_freed_cb);
}

static void
clear_rules (Rules *rules)
{
  sz_retirement_table_clear (&rules->retirement);
  sz_terms_clear (&rules->terms);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rules, clear_rules)

void
sz_retirement_table_clear (SzRetirementTable *table)
{
  g_clear_pointer (&table->lines, g_array_unref);
}

void
sz_terms_clear (SzTerms *terms)
{
  g_clear_pointer (&terms->starts, g_hash_table_unref);
  g_clear_pointer (&terms->names, g_array_unref);
}

static const SzParam *
find_param (const GArray *params, const char *key, SzDate day)
{
  return sz_param_at ((const SzParam *)(gpointer)params->data, params->len, key, day);
}

/* RULE pay-2, pay-15 */
gboolean
sz_rules_total (
    const GArray *params, SzDate day, SzTotalRules *total, const char **approval, GError **error)
{
  g_auto (Rules) rules = { 0 };
  const SzParam *mode;

  g_return_val_if_fail (params != NULL && total != NULL, FALSE);
  init_rules (&rules);
  if (!sz_param_entries_read (total_entries, G_N_ELEMENTS (total_entries), params, day, &rules,
                              error))
    return FALSE;
  *total = rules.total;
  mode = find_param (params, "pay.train_mode", day);
  if (approval != NULL)
    *approval = mode->preset ? NULL : mode->source;
  return TRUE;
}

/* RULE pay-3 */
gboolean
sz_rules_transfer (const GArray *params, SzDate day, SzTransferRules *transfer, GError **error)
{
  g_auto (Rules) rules = { 0 };

  g_return_val_if_fail (params != NULL && transfer != NULL, FALSE);
  init_rules (&rules);
  if (!sz_param_entries_read (transfer_entries, G_N_ELEMENTS (transfer_entries), params, day,
                              &rules, error))
    return FALSE;
  *transfer = rules.transfer;
  return TRUE;
}

gboolean
sz_rules_excellent_cap (const GArray *params, SzDate day, gint64 *cap_x1e4, GError **error)
{
  g_auto (Rules) rules = { 0 };

  g_return_val_if_fail (params != NULL && cap_x1e4 != NULL, FALSE);
  init_rules (&rules);
  if (!sz_param_entries_read (assessment_entries, G_N_ELEMENTS (assessment_entries), params, day,
                              &rules, error))
    return FALSE;
  *cap_x1e4 = rules.excellent_x1e4;
  return TRUE;
}

/* RULE ppl-4 */
gboolean
sz_rules_retirement (const GArray *params, SzDate day, SzRetirementTable *table, GError **error)
{
  g_auto (Rules) rules = { 0 };

  g_return_val_if_fail (params != NULL && table != NULL, FALSE);
  init_rules (&rules);
  if (!sz_param_entries_read (retirement_entries, G_N_ELEMENTS (retirement_entries), params, day,
                              &rules, error))
    return FALSE;
  *table = rules.retirement;
  table->rules.rules = (const SzRetirementRule *)(gpointer)table->lines->data;
  table->rules.n = table->lines->len;
  rules.retirement.lines = NULL;
  return TRUE;
}

static gint
compare_from_cb (gconstpointer a, gconstpointer b)
{
  const SzParam *one = *(const SzParam *const *)a;
  const SzParam *other = *(const SzParam *const *)b;

  return (one->from > other->from) - (one->from < other->from);
}

/* A term begins once: rows of other years do not take each other's terms away. */
static gboolean
read_all_starts (const GArray *params, Rules *rules, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < params->len; i++)
    {
      SzParam *param = &g_array_index (params, SzParam, i);

      if (g_str_equal (param->key, term_entries[0].key))
        g_ptr_array_add (rows, param);
    }
  g_ptr_array_sort (rows, compare_from_cb);
  for (guint i = 0; i < rows->len; i++)
    {
      const SzParam *param = g_ptr_array_index (rows, i);

      if (!sz_param_entry_read (&term_entries[0], param->value, rules, error))
        return FALSE;
    }
  return TRUE;
}

/* RULE wrk-6 */
gboolean
sz_rules_terms (const GArray *params, SzDate day, SzTerms *terms, GError **error)
{
  g_auto (Rules) rules = { 0 };

  g_return_val_if_fail (params != NULL && terms != NULL, FALSE);
  init_rules (&rules);
  if (!read_all_starts (params, &rules, error)
      || !sz_param_entries_read (&term_entries[1], 1, params, day, &rules, error))
    return FALSE;
  *terms = rules.terms;
  rules.terms = (SzTerms){ 0 };
  return TRUE;
}

SzDate
sz_terms_start (const SzTerms *terms, const char *term)
{
  g_return_val_if_fail (terms != NULL, 0);

  return GPOINTER_TO_INT (g_hash_table_lookup (terms->starts, term));
}

gboolean
sz_rules_year_check (const char *key, const char *value, gboolean *known, GError **error)
{
  g_auto (Rules) rules = { 0 };

  g_return_val_if_fail (key != NULL && value != NULL && known != NULL, FALSE);
  *known = FALSE;
  init_rules (&rules);
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    for (gsize j = 0; j < groups[i].n; j++)
      if (g_str_equal (groups[i].entries[j].key, key))
        {
          *known = TRUE;
          return sz_param_entry_read (&groups[i].entries[j], value, &rules, error);
        }
  return TRUE;
}
