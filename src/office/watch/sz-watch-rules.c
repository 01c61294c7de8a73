/* sz-watch-rules.c — parameters of targets, supervision and statistics (RULE num-7, tgt-3 … sta-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-watch-rules.h"

#include <string.h>

#include "sz-decimal.h"
#include "sz-major.h"
#include "sz-param-entry.h"

#define AT(field) G_STRUCT_OFFSET (SzWatchRules, field)

static char *
make_part (gsize index)
{
  return g_strdup_printf ("%" G_GSIZE_FORMAT, index + 1);
}

static gboolean
read_share (const SzParamValue *value, json_t *json, gpointer field)
{
  gint64 *share_x1e4 = field;

  return sz_param_value_ratio (value, json, field)
         && (*share_x1e4 <= SZ_RATIO_ONE || sz_param_value_refuse (value, ""));
}

static gboolean
read_hundredths (const SzParamValue *value, json_t *json, gpointer field)
{
  return sz_param_value_decimal (value, "", json, 2, field);
}

/* A number of days, months, years, acts: no more than anybody means. */
static gboolean
read_number (const SzParamValue *value, json_t *json, gpointer field)
{
  gint64 number = 0;

  if (!sz_param_value_decimal (value, "", json, 0, &number))
    return FALSE;
  if (number < 1 || number > 3650)
    return sz_param_value_refuse (value, "");
  *(int *)field = (int)number;
  return TRUE;
}

static gboolean
read_goals (const SzParamValue *value, json_t *json, gpointer field)
{
  GHashTable *goals = *(GHashTable **)field;
  const char *id;
  json_t *goal;

  if (!json_is_object (json))
    return sz_param_value_refuse (value, "");
  json_object_foreach (json, id, goal)
  {
    gint64 goal_x1e4 = 0;

    if (!sz_param_value_decimal (value, id, goal, SZ_RATIO_DECIMALS, &goal_x1e4))
      return FALSE;
    if (goal_x1e4 > SZ_RATIO_ONE)
      return sz_param_value_refuse (value, id);
    g_hash_table_replace (goals, g_strdup (id), g_memdup2 (&goal_x1e4, sizeof goal_x1e4));
  }
  return TRUE;
}

static gboolean
read_deadlines (const SzParamValue *value, json_t *json, gpointer field)
{
  GHashTable *deadlines = *(GHashTable **)field;
  const char *id;
  json_t *dates;

  if (!json_is_object (json))
    return sz_param_value_refuse (value, "");
  json_object_foreach (json, id, dates)
  {
    g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (SzDate));
    gsize index;
    json_t *text;

    json_array_foreach (dates, index, text)
    {
      SzDate date = SZ_DATE_NONE;

      if (!json_is_string (text) || !sz_date_parse (json_string_value (text), &date, NULL)
          || (index > 0 && date <= g_array_index (list, SzDate, index - 1)))
        return sz_param_value_refuse (value, id);
      g_array_append_val (list, date);
    }
    if (list->len == 0)
      return sz_param_value_refuse (value, id);
    g_hash_table_replace (deadlines, g_strdup (id), g_steal_pointer (&list));
  }
  return TRUE;
}

static gboolean
read_texts (const SzParamValue *value, json_t *json, gpointer field)
{
  GPtrArray *texts = *(GPtrArray **)field;
  gsize index;
  json_t *text;

  if (!json_is_array (json))
    return sz_param_value_refuse (value, "");
  json_array_foreach (json, index, text)
  {
    g_autofree char *part = make_part (index);

    if (!json_is_string (text) || *json_string_value (text) == '\0')
      return sz_param_value_refuse (value, part);
    g_ptr_array_add (texts, g_strdup (json_string_value (text)));
  }
  g_ptr_array_add (texts, NULL);
  return TRUE;
}

static gboolean
read_pace (const SzParamValue *value, json_t *json, gpointer field)
{
  GHashTable *pace = *(GHashTable **)field;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (!read_texts (value, json, &texts))
    return FALSE;
  for (guint i = 0; i + 1 < texts->len; i++)
    g_hash_table_add (pace, g_strdup (g_ptr_array_index (texts, i)));
  return TRUE;
}

/* Terms of a code table become a bit for each enum value. */
static gboolean
read_bits (const SzParamValue *value, json_t *json, SzCodeTable table, guint *bits)
{
  gsize index;
  json_t *name;

  if (json_array_size (json) == 0)
    return sz_param_value_refuse (value, "");
  json_array_foreach (json, index, name)
  {
    const char *text = json_string_value (name);
    const SzCode *code = text != NULL ? sz_codes_by_name (table, text) : NULL;
    g_autofree char *part = make_part (index);

    if (code == NULL)
      return sz_param_value_refuse (value, part);
    *bits |= 1u << code->value;
  }
  return TRUE;
}

static gboolean
read_placed (const SzParamValue *value, json_t *json, gpointer field)
{
  return read_bits (value, json, SZ_TABLE_GRADUATE, field);
}

static gboolean
read_levels (const SzParamValue *value, json_t *json, gpointer field)
{
  return read_bits (value, json, SZ_TABLE_CONTEST_LEVEL, field);
}

static gboolean
read_criteria (const SzParamValue *value, json_t *json, gpointer field)
{
  guint *criteria = field;
  gsize index;
  json_t *name;

  if (json_array_size (json) == 0)
    return sz_param_value_refuse (value, "");
  json_array_foreach (json, index, name)
  {
    guint bit = json_is_string (name) ? sz_criterion_find (json_string_value (name)) : 0;
    g_autofree char *part = make_part (index);

    if (bit == 0)
      return sz_param_value_refuse (value, part);
    *criteria |= bit;
  }
  return TRUE;
}

static gboolean
read_key_units (const SzParamValue *value, json_t *json, gpointer field)
{
  GPtrArray *units = *(GPtrArray **)field;
  gsize index;
  json_t *name;

  if (!json_is_array (json))
    return sz_param_value_refuse (value, "");
  json_array_foreach (json, index, name)
  {
    const char *text = json_string_value (name);
    const SzCode *code = text != NULL ? sz_codes_by_name (SZ_TABLE_FUNCTION, text) : NULL;
    g_autofree char *part = make_part (index);

    if (code == NULL)
      return sz_param_value_refuse (value, part);
    g_ptr_array_add (units, (gpointer)code->code);
  }
  g_ptr_array_add (units, NULL);
  return TRUE;
}

/* Month and day, "02-01": in a leap year, so that the 29th of February is one. */
static gboolean
read_month_day (json_t *json, int *month_day)
{
  const char *text = json_string_value (json);
  g_autofree char *date = text != NULL ? g_strconcat ("2024-", text, NULL) : NULL;
  SzDate day = SZ_DATE_NONE;

  if (date == NULL || !sz_date_parse (date, &day, NULL) || sz_date_is_month (day))
    return FALSE;
  *month_day = sz_date_month_of_year (day) * 100 + sz_date_day (day);
  return TRUE;
}

static gboolean
read_terms (const SzParamValue *value, json_t *json, gpointer field)
{
  GArray *terms = *(GArray **)field;
  const char *name;
  json_t *days;

  if (!json_is_object (json))
    return sz_param_value_refuse (value, "");
  json_object_foreach (json, name, days)
  {
    SzTerm term = { NULL, 0, 0 };

    if (json_array_size (days) != 2 || !read_month_day (json_array_get (days, 0), &term.from)
        || !read_month_day (json_array_get (days, 1), &term.to) || term.from > term.to)
      return sz_param_value_refuse (value, name);
    term.name = g_strdup (name);
    g_array_append_val (terms, term);
  }
  return TRUE;
}

/* Upper bounds of bands, each above the one before. */
static gboolean
read_bands (const SzParamValue *value, json_t *json, gpointer field)
{
  GArray *bands = *(GArray **)field;
  gsize index;
  json_t *bound;
  int before = 0;

  if (json_array_size (json) == 0)
    return sz_param_value_refuse (value, "");
  json_array_foreach (json, index, bound)
  {
    g_autofree char *part = make_part (index);
    int years = (int)CLAMP (json_integer_value (bound), 0, 1000);

    if (!json_is_integer (bound) || years <= before || years > 150)
      return sz_param_value_refuse (value, part);
    g_array_append_val (bands, years);
    before = years;
  }
  return TRUE;
}

static gboolean
read_own (const SzParamValue *value, json_t *json, gpointer field)
{
  static const char *const members[] = { "id", "name", "unit", "kind" };
  GPtrArray *own = *(GPtrArray **)field;
  gsize index;
  json_t *indicator;

  if (!json_is_array (json))
    return sz_param_value_refuse (value, "");
  json_array_foreach (json, index, indicator)
  {
    g_autofree char *part = make_part (index);
    g_auto (GStrv) texts = g_new0 (char *, G_N_ELEMENTS (members) + 1);
    SzIndicatorKind kind;

    for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
      {
        const char *text = json_string_value (json_object_get (indicator, members[i]));

        if (text == NULL || *text == '\0')
          return sz_param_value_refuse (value, part);
        texts[i] = g_strdup (text);
      }
    if (!sz_indicator_kind_parse (texts[3], &kind) || kind == SZ_INDICATOR_RATIO)
      return sz_param_value_refuse (value, part);
    g_ptr_array_add (own, g_steal_pointer (&texts));
  }
  return TRUE;
}

static const SzParamEntry entries[] = {
  { "target.goal", read_goals, AT (goals) },
  { "target.deadlines", read_deadlines, AT (deadlines) },
  { "target.pace", read_pace, AT (pace) },
  { "target.warn_share", read_share, AT (warn_share_x1e4) },
  { "target.employment_kinds", read_placed, AT (placed_kinds) },
  { "target.integrated_criteria", read_criteria, AT (criteria) },
  { "target.periods", read_terms, AT (terms) },
  { "target.own", read_own, AT (own), TRUE },
  { "training.complete_share", read_share, AT (complete_share_x1e4) },
  { "skill.pass", read_hundredths, AT (pass_x100) },
  { "rotation.months", read_number, AT (rotation.months) },
  { "rotation.min_hours", read_hundredths, AT (rotation.min_hours_x100) },
  { "contest.levels", read_levels, AT (contest_levels) },
  { "watch.horizon_days", read_number, AT (horizon_days) },
  { "watch.students_tolerance", read_share, AT (tolerance_x1e4) },
  { "watch.key_units", read_key_units, AT (key_units) },
  { "watch.warn_days", read_number, AT (warn_days) },
  { "watch.answer_days", read_number, AT (answer_days) },
  { "watch.backup_days", read_number, AT (backup_days) },
  { "watch.refused_count", read_number, AT (refused_count) },
  { "watch.refused_codes", read_texts, AT (refused_codes) },
  { "watch.reveal_max", read_number, AT (reveal_max) },
  { "stats.age_bands", read_bands, AT (stats.age_bands) },
  { "stats.service_bands", read_bands, AT (stats.service_bands) },
  { "pt.age_max", read_number, AT (age_max) },
  { "pt.term_max_years", read_number, AT (term_max_years) },
};

static void
term_freed_cb (gpointer data)
{
  g_free ((char *)((SzTerm *)data)->name);
}

static SzWatchRules *
make_rules (void)
{
  SzWatchRules *rules = g_new0 (SzWatchRules, 1);

  rules->goals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  rules->deadlines
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  rules->pace = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  rules->own = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  rules->terms = g_array_new (FALSE, TRUE, sizeof (SzTerm));
  g_array_set_clear_func (rules->terms, term_freed_cb);
  rules->key_units = g_ptr_array_new ();
  rules->refused_codes = g_ptr_array_new_with_free_func (g_free);
  rules->stats.age_bands = g_array_new (FALSE, TRUE, sizeof (int));
  rules->stats.service_bands = g_array_new (FALSE, TRUE, sizeof (int));
  rules->indicators = g_array_new (FALSE, TRUE, sizeof (SzWatchIndicator));
  return rules;
}

static void
add_indicator (SzWatchRules *rules, const SzIndicator *indicator)
{
  const gint64 *goal = g_hash_table_lookup (rules->goals, indicator->id);
  SzWatchIndicator line = { .indicator = *indicator,
                            .has_default = goal != NULL && indicator->kind == SZ_INDICATOR_RATIO,
                            .default_goal = goal != NULL ? *goal : 0,
                            .by_pace = g_hash_table_contains (rules->pace, indicator->id),
                            .deadlines = g_hash_table_lookup (rules->deadlines, indicator->id) };

  g_array_append_val (rules->indicators, line);
}

/* The policy's in their order, then the college's own; what stands in no list comes last. */
static void
list_indicators (SzWatchRules *rules)
{
  gsize n = 0;
  const SzIndicator *standard = sz_indicators_standard (&n);

  for (gsize i = 0; i < n; i++)
    if (standard[i].has_goal)
      add_indicator (rules, &standard[i]);
  for (guint i = 0; i < rules->own->len; i++)
    {
      GStrv texts = g_ptr_array_index (rules->own, i);
      SzIndicator own = { texts[0], texts[1], texts[2], 0, SZ_REGISTER_NONE, TRUE };

      sz_indicator_kind_parse (texts[3], &own.kind);
      add_indicator (rules, &own);
    }
  for (gsize i = 0; i < n; i++)
    if (!standard[i].has_goal)
      add_indicator (rules, &standard[i]);
}

SzWatchRules *
sz_watch_rules_new (const GArray *params, SzDate day, GError **error)
{
  g_autoptr (SzWatchRules) rules = NULL;

  g_return_val_if_fail (params != NULL, NULL);
  rules = make_rules ();
  if (!sz_param_entries_read (entries, G_N_ELEMENTS (entries), params, day, rules, error))
    return NULL;
  list_indicators (rules);
  return g_steal_pointer (&rules);
}

void
sz_watch_rules_free (SzWatchRules *rules)
{
  if (rules == NULL)
    return;
  g_hash_table_unref (rules->goals);
  g_hash_table_unref (rules->deadlines);
  g_hash_table_unref (rules->pace);
  g_ptr_array_unref (rules->own);
  g_array_unref (rules->terms);
  g_ptr_array_unref (rules->key_units);
  g_ptr_array_unref (rules->refused_codes);
  g_array_unref (rules->stats.age_bands);
  g_array_unref (rules->stats.service_bands);
  g_array_unref (rules->indicators);
  g_free (rules);
}

const SzWatchIndicator *
sz_watch_rules_find (const SzWatchRules *rules, const char *text)
{
  g_return_val_if_fail (rules != NULL && text != NULL, NULL);
  for (guint i = 0; i < rules->indicators->len; i++)
    {
      const SzWatchIndicator *line = &g_array_index (rules->indicators, SzWatchIndicator, i);

      if (g_str_equal (line->indicator.id, text) || g_str_equal (line->indicator.name, text))
        return line;
    }
  return NULL;
}

gboolean
sz_watch_rules_check (const char *key, const char *value, gboolean *known, GError **error)
{
  g_autoptr (SzWatchRules) rules = NULL;

  g_return_val_if_fail (key != NULL && value != NULL && known != NULL, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      *known = g_str_equal (entries[i].key, key);
      if (!*known)
        continue;
      rules = make_rules ();
      return sz_param_entry_read (&entries[i], value, rules, error);
    }
  return TRUE;
}
