/* sz-title-params.c — the parameters of posts, assessment, titles and appointment, loaded (RULE
 * num-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-title-params.h"

#include <string.h>

#include "sz-decimal.h"
#include "sz-param-entry.h"

#define EXCELLENT_CAP_MAX_X1E4 2500

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

static gboolean
read_years (const SzParamValue *value, json_t *json, gpointer field)
{
  return read_whole (value, "", json, 1, 100, field);
}

static gboolean
read_days (const SzParamValue *value, json_t *json, gpointer field)
{
  return read_whole (value, "", json, 1, 365, field);
}

static gboolean
read_share (const SzParamValue *value, json_t *json, gpointer field)
{
  gint64 *share_x1e4 = field;

  return sz_param_value_ratio (value, json, field)
         && (*share_x1e4 <= SZ_RATIO_ONE || sz_param_value_refuse (value, ""));
}

/* RULE asm-2: more than a quarter is beyond what any approval can give. */
static gboolean
read_cap (const SzParamValue *value, json_t *json, gpointer field)
{
  gint64 *cap_x1e4 = field;

  if (!read_share (value, json, field))
    return FALSE;
  if (*cap_x1e4 > EXCELLENT_CAP_MAX_X1E4)
    return sz_error_set (value->error, SZ_ERROR_FORMAT, "param.out_of_range", "key", value->key,
                         "value", value->text, "max", "0.25", NULL);
  return TRUE;
}

static gboolean
read_bool (const SzParamValue *value, json_t *json, gpointer field)
{
  gboolean *flag = field;
  const char *word = json_string_value (json);

  if (!json_is_boolean (json) && g_strcmp0 (word, "true") != 0 && g_strcmp0 (word, "false") != 0)
    return sz_param_value_refuse (value, "");
  *flag = json_is_true (json) || g_strcmp0 (word, "true") == 0;
  return TRUE;
}

/* One of two words, told as a flag for the second. */
static gboolean
read_either (
    const SzParamValue *value, json_t *json, const char *first, const char *second, gpointer field)
{
  gboolean *flag = field;
  const char *word = json_string_value (json);

  if (g_strcmp0 (word, first) != 0 && g_strcmp0 (word, second) != 0)
    return sz_param_value_refuse (value, "");
  *flag = g_str_equal (word, second);
  return TRUE;
}

static gboolean
read_dual (const SzParamValue *value, json_t *json, gpointer field)
{
  return read_either (value, json, "main", "both", field);
}

static gboolean
read_cap_by (const SzParamValue *value, json_t *json, gpointer field)
{
  return read_either (value, json, "college", "department", field);
}

static gboolean
read_mode (const SzParamValue *value, json_t *json, gpointer field)
{
  return read_either (value, json, "complete", "inclusive", field);
}

static gboolean
read_missing (const SzParamValue *value, json_t *json, gpointer field)
{
  return read_either (value, json, "unknown", "qualified", field);
}

static gboolean
read_denominator (const SzParamValue *value, json_t *json, gpointer field)
{
  return read_either (value, json, "exclude", "include", field);
}

static gboolean
read_years_from (const SzParamValue *value, json_t *json, gpointer field)
{
  static const char *const words[] = { "appointment", "title", "later" };
  const char *word = json_string_value (json);

  for (gsize i = 0; word != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      {
        *(SzYearsFrom *)field = (SzYearsFrom)i;
        return TRUE;
      }
  return sz_param_value_refuse (value, "");
}

static gboolean
read_method (const SzParamValue *value, json_t *json, gpointer field)
{
  return sz_split_method_find (json_string_value (json), field)
         || sz_param_value_refuse (value, "");
}

/* A list of words of a code table, as bits. */
static gboolean
read_bits (const SzParamValue *value, json_t *json, SzCodeTable table, guint *bits)
{
  gsize index;
  json_t *item;

  if (!json_is_array (json))
    return sz_param_value_refuse (value, "");
  *bits = 0;
  json_array_foreach (json, index, item)
  {
    const char *word = json_string_value (item);
    const SzCode *code = word != NULL ? sz_codes_by_name (table, word) : NULL;
    g_autofree char *part = g_strdup_printf ("%" G_GSIZE_FORMAT, index + 1);

    if (code == NULL)
      return sz_param_value_refuse (value, part);
    *bits |= 1u << code->value;
  }
  return TRUE;
}

static gboolean
read_employment (const SzParamValue *value, json_t *json, gpointer field)
{
  return read_bits (value, json, SZ_TABLE_EMPLOYMENT, field);
}

static gboolean
read_discipline (const SzParamValue *value, json_t *json, gpointer field)
{
  return read_bits (value, json, SZ_TABLE_DISCIPLINE, field);
}

static gboolean
read_leaves (const SzParamValue *value, json_t *json, gpointer field)
{
  char **words = field;
  gsize index;
  json_t *item;

  if (!json_is_array (json) || json_array_size (json) > SZ_WORDS_MAX)
    return sz_param_value_refuse (value, "");
  json_array_foreach (json, index, item)
  {
    const char *word = json_string_value (item);
    g_autofree char *part = g_strdup_printf ("%" G_GSIZE_FORMAT, index + 1);

    if (word == NULL || sz_codes_by_name (SZ_TABLE_LEAVE, word) == NULL)
      return sz_param_value_refuse (value, part);
    g_free (words[index]);
    words[index] = g_strdup (word);
  }
  return TRUE;
}

static gboolean
read_word (const SzParamValue *value, json_t *json, gpointer field)
{
  char **word = field;
  const char *text = json_string_value (json);

  if (text == NULL || *text == '\0')
    return sz_param_value_refuse (value, "");
  g_free (*word);
  *word = g_strdup (text);
  return TRUE;
}

static gboolean
read_deductions (const SzParamValue *value, json_t *json, gpointer field)
{
  int *months = field;
  const char *name;
  json_t *item;

  if (!json_is_object (json))
    return sz_param_value_refuse (value, "");
  memset (months, 0, SZ_GRADE_NONE * sizeof *months);
  json_object_foreach (json, name, item)
  {
    const SzCode *grade = sz_codes_by_name (SZ_TABLE_GRADE, name);

    if (grade == NULL || !read_whole (value, name, item, 0, 1200, &months[grade->value]))
      return sz_param_value_refuse (value, name);
  }
  return TRUE;
}

static gboolean
read_panel (const SzParamValue *value, json_t *json, gpointer field)
{
  SzTitleRules *rules = field;

  return read_whole (value, "高级", json_object_get (json, "高级"), 1, 999,
                     &rules->panel_min_senior)
         && read_whole (value, "中级", json_object_get (json, "中级"), 1, 999,
                        &rules->panel_min_intermediate);
}

/* A list of exactly @n weights, not all 0. */
static gboolean
read_weights (const SzParamValue *value, const char *part, json_t *json, guint n, int *weights)
{
  int sum = 0;

  if (json_array_size (json) != n)
    return sz_param_value_refuse (value, part);
  for (guint i = 0; i < n; i++)
    {
      if (!read_whole (value, part, json_array_get (json, i), 0, 10000, &weights[i]))
        return FALSE;
      sum += weights[i];
    }
  return sum > 0 || sz_param_value_refuse (value, part);
}

static gboolean
read_hml (const SzParamValue *value, json_t *json, gpointer field)
{
  return read_weights (value, "", json, 3, field);
}

/* How the state's table divides a band where a college says nothing of it. */
static const SzSplitRules state_split = {
  .third_fourth = { 4, 6 },
  .associate = { 2, 4, 4 },
  .intermediate = { 3, 4, 3 },
  .junior = { 5, 5 },
};

/* `2-4` stands for `3-4` in a college that splits 二级 too. */
static gboolean
read_split (const SzParamValue *value, json_t *json, gpointer field)
{
  SzSplitRules *split = field;
  const char *key;
  json_t *weights;

  if (json_object_size (json) == 0)
    return sz_param_value_refuse (value, "");
  split->splits_second = json_object_get (json, "2-4") != NULL;
  memcpy (split->third_fourth, state_split.third_fourth, sizeof split->third_fourth);
  memcpy (split->associate, state_split.associate, sizeof split->associate);
  memcpy (split->intermediate, state_split.intermediate, sizeof split->intermediate);
  memcpy (split->junior, state_split.junior, sizeof split->junior);
  json_object_foreach (json, key, weights)
  {
    gboolean read;

    if (g_str_equal (key, "2-4"))
      read = read_weights (value, key, weights, 3, split->second_to_fourth);
    else if (g_str_equal (key, "3-4"))
      read = read_weights (value, key, weights, 2, split->third_fourth);
    else if (g_str_equal (key, "5-7"))
      read = read_weights (value, key, weights, 3, split->associate);
    else if (g_str_equal (key, "8-10"))
      read = read_weights (value, key, weights, 3, split->intermediate);
    else if (g_str_equal (key, "11-12"))
      read = read_weights (value, key, weights, 2, split->junior);
    else
      read = sz_param_value_refuse (value, key);
    if (!read)
      return FALSE;
  }
  return TRUE;
}

/* {"level_years": 3, "band_years": 5, "score": "80.00"}: at least one of them. */
static gboolean
read_step (const SzParamValue *value, const char *part, json_t *json, SzLadderStep *step)
{
  const char *key;
  json_t *item;

  *step = (SzLadderStep){ -1, -1, -1 };
  if (json_object_size (json) == 0)
    return sz_param_value_refuse (value, part);
  json_object_foreach (json, key, item)
  {
    gboolean read = FALSE;

    if (g_str_equal (key, "level_years"))
      read = read_whole (value, part, item, 0, 100, &step->level_years);
    else if (g_str_equal (key, "band_years"))
      read = read_whole (value, part, item, 0, 100, &step->band_years);
    else if (g_str_equal (key, "score"))
      read = sz_param_value_decimal (value, part, item, SZ_HOURS_DECIMALS, &step->score_x100);
    else
      return sz_param_value_refuse (value, part);
    if (!read)
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_ladder (const SzParamValue *value, json_t *json, gpointer field)
{
  SzTitleRules *rules = field;
  const char *key;
  json_t *steps;

  if (json_object_get (json, "default") == NULL)
    return sz_param_value_refuse (value, "default");
  if (json_object_size (json) > SZ_LADDERS_MAX)
    return sz_param_value_refuse (value, "");
  rules->n_ladders = 0;
  json_object_foreach (json, key, steps)
  {
    SzLadder *ladder = &rules->ladders[rules->n_ladders++];
    const gboolean otherwise = g_str_equal (key, "default");
    const gsize n = json_array_size (steps);

    ladder->post = otherwise ? 0 : sz_post_parse (key);
    ladder->n_steps = (int)n;
    if ((!otherwise && sz_post_rank (ladder->post) == 0) || n == 0 || n > SZ_LADDER_STEPS_MAX)
      return sz_param_value_refuse (value, key);
    for (gsize i = 0; i < n; i++)
      if (!read_step (value, key, json_array_get (steps, i), &ladder->steps[i]))
        return FALSE;
  }
  return TRUE;
}

#define AT(field) G_STRUCT_OFFSET (SzTitleRules, field)

static const SzParamEntry entries[] = {
  { "post.employment", read_employment, AT (post_employment) },
  { "post.dual_counts", read_dual, AT (dual_counts) },
  { "post.prof_min", read_share, AT (plan.prof_min_x1e4) },
  { "post.worker_12", read_share, AT (plan.worker_12_x1e4) },
  { "post.worker_123", read_share, AT (plan.worker_123_x1e4) },
  { "post.hml", read_hml, AT (split.hml) },
  { "post.zhenggao_share", read_share, AT (split.full_senior_x1e4) },
  { "post.split", read_split, AT (split) },
  { "post.rounding", read_method, AT (split.method) },
  { "post.ladder", read_ladder, 0 },
  { "post.ladder_item", read_word, AT (ladder_item) },
  { "assess.excellent_cap", read_cap, AT (excellent_cap_x1e4) },
  { "assess.cap_by", read_cap_by, AT (cap_by_department) },
  { "title.employment", read_employment, AT (title_employment) },
  { "title.years_from", read_years_from, AT (years_from) },
  { "title.years_mode", read_mode, AT (years_inclusive) },
  { "title.deduct", read_deductions, AT (deduct_months) },
  { "title.missing_assessment", read_missing, AT (missing_is_qualified) },
  { "title.leave_adjust", read_bool, AT (leave_adjust) },
  { "title.leave_types", read_leaves, AT (leave_types) },
  { "title.bar_discipline", read_discipline, AT (bar_discipline) },
  { "title.falsification_years", read_years, AT (falsification_years) },
  { "title.publicity_wd", read_days, AT (publicity_wd) },
  { "title.recusal_denominator", read_denominator, AT (recusal_includes) },
  { "title.panel_min", read_panel, 0 },
  { "title.student_affairs", read_bool, AT (student_affairs) },
  { "appoint.bar_discipline", read_discipline, AT (appoint_bar_discipline) },
  { "appoint.term_years", read_years, AT (appoint_term_years) },
  { "appoint.warn_months", read_years, AT (appoint_warn_months) },
};

SzTitleParams *
sz_title_params_load (const GArray *params, SzDate day, GError **error)
{
  g_autoptr (SzTitleParams) loaded = g_new0 (SzTitleParams, 1);

  g_return_val_if_fail (params != NULL, NULL);

  if (!sz_param_entries_read (entries, G_N_ELEMENTS (entries), params, day, &loaded->rules, error))
    return NULL;
  loaded->rules.split.prof_min_x1e4 = loaded->rules.plan.prof_min_x1e4;
  /* Before the delay of 2025 there is no table: nobody is barred by it (RULE ttl-3). */
  if (sz_rules_retirement (params, day, &loaded->retirement, NULL))
    loaded->rules.retirement = loaded->retirement.rules;
  return g_steal_pointer (&loaded);
}

static void
clear_texts (SzTitleRules *rules)
{
  g_free (rules->ladder_item);
  for (int i = 0; i < SZ_WORDS_MAX; i++)
    g_free (rules->leave_types[i]);
}

void
sz_title_params_free (SzTitleParams *params)
{
  if (params == NULL)
    return;
  clear_texts (&params->rules);
  sz_retirement_table_clear (&params->retirement);
  g_free (params);
}

gboolean
sz_title_params_check (const char *key, const char *value, gboolean *known, GError **error)
{
  g_return_val_if_fail (key != NULL && value != NULL && known != NULL, FALSE);

  *known = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    if (g_str_equal (entries[i].key, key))
      {
        SzTitleRules rules = { 0 };
        gboolean read = sz_param_entry_read (&entries[i], value, &rules, error);

        clear_texts (&rules);
        *known = TRUE;
        return read;
      }
  return TRUE;
}
