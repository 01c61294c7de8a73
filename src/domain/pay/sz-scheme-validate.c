/* sz-scheme-validate.c — all faults of a scheme in itself (RULE pay-4, pay-5, pay-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-months.h"
#include "sz-scheme.h"

#include <string.h>

typedef struct
{
  const SzScheme *scheme;
  SzIssueList *issues;
} Check;

static void
add_fault (Check *check, const char *code, const char *place, const char *value)
{
  sz_issue_list_add (check->issues, SZ_SEVERITY_ERROR, code, 0, place, value, NULL);
}

static void
add_number_fault (Check *check, const char *code, const char *place, gint64 value, int decimals)
{
  g_autofree char *text = sz_decimal_format (value, decimals);

  add_fault (check, code, place, text);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

static void
check_period (Check *check)
{
  const SzScheme *scheme = check->scheme;

  if (scheme->from == SZ_DATE_NONE || scheme->to == SZ_DATE_NONE)
    add_fault (check, "scheme.period_missing", "period", NULL);
  else if (scheme->from > scheme->to)
    add_fault (check, "scheme.period_reversed", "period", NULL);
  else if (sz_months_of_period (scheme->from, scheme->to) > SZ_PERIOD_MONTHS_MAX)
    add_fault (check, "scheme.period_too_long", "period", NULL);
}

static void
check_money (Check *check)
{
  const SzScheme *scheme = check->scheme;

  if (scheme->pool_fen < 0)
    add_number_fault (check, "scheme.amount_negative", "pool", scheme->pool_fen, 2);
  if (scheme->reserve_ratio_x1e4 < 0 || scheme->reserve_ratio_x1e4 > SZ_RATIO_ONE)
    add_number_fault (check, "scheme.ratio_invalid", "reserve_ratio", scheme->reserve_ratio_x1e4,
                      SZ_RATIO_DECIMALS);
}

/* Allowances and components share the names under which amounts are listed. */
static void
check_name (Check *check, GHashTable *names, const char *name, const char *place)
{
  if (is_blank (name))
    add_fault (check, "scheme.name_missing", place, NULL);
  else if (!g_hash_table_add (names, (gpointer)name))
    add_fault (check, "scheme.name_repeated", place, name);
}

static void
check_fixed (Check *check, GHashTable *names, guint i)
{
  const SzFixed *fixed = &g_array_index (check->scheme->fixed, SzFixed, i);
  g_autofree char *name = g_strdup_printf ("fixed[%u].name", i);
  g_autofree char *role = g_strdup_printf ("fixed[%u].role", i);
  g_autofree char *amount = g_strdup_printf ("fixed[%u].amount", i);

  check_name (check, names, fixed->name, name);
  if (is_blank (fixed->role))
    add_fault (check, "scheme.role_missing", role, NULL);
  if (fixed->amount_fen < 0)
    add_number_fault (check, "scheme.amount_negative", amount, fixed->amount_fen, 2);
}

static void
check_factors (Check *check, const SzComponent *component, guint i)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *place = g_strdup_printf ("components[%u].factors", i);

  if (component->factors->len == 0)
    add_fault (check, "scheme.factors_missing", place, component->name);
  for (guint j = 0; j < component->factors->len; j++)
    {
      const SzFactor *factor = &g_array_index (component->factors, SzFactor, j);
      g_autofree char *word = sz_factor_word (factor);
      g_autofree char *bounds = g_strdup_printf ("components[%u].bounds.%s", i, word);

      if (factor->kind == SZ_FACTOR_VALUE && is_blank (factor->item))
        add_fault (check, "scheme.factor_unknown", place, word);
      if (factor->bounded && factor->lower_x1e4 > factor->upper_x1e4)
        add_fault (check, "scheme.bounds_reversed", bounds, NULL);
      if (!g_hash_table_add (words, g_steal_pointer (&word)))
        add_fault (check, "scheme.factor_repeated", place, component->name);
    }
}

typedef gboolean (*KnowsName) (const char *name);

static gboolean
knows_employment (const char *name)
{
  return sz_codes_by_name (SZ_TABLE_EMPLOYMENT, name) != NULL;
}

static gboolean
knows_category (const char *name)
{
  return sz_codes_by_name (SZ_TABLE_POST_CATEGORY, name) != NULL;
}

static gboolean
knows_band (const char *name)
{
  return sz_band_parse (name) != SZ_BAND_NONE;
}

static gboolean
knows_post (const char *name)
{
  return knows_band (name) || sz_post_level (sz_post_parse (name)) > 0;
}

static gboolean
knows_grade (const char *name)
{
  return sz_codes_by_name (SZ_TABLE_GRADE, name) != NULL;
}

static gboolean
knows_substitute (const char *name)
{
  return strcmp (name, SZ_SCHEME_NO_QUOTA) == 0 || knows_band (name);
}

static void
check_set (Check *check, guint i, const char *key, const GPtrArray *set, KnowsName knows)
{
  g_autofree char *place = g_strdup_printf ("components[%u].filter.%s", i, key);

  if (set != NULL && set->len == 0)
    add_fault (check, "scheme.filter_empty", place, NULL);
  for (guint j = 0; set != NULL && j < set->len; j++)
    {
      const char *name = g_ptr_array_index (set, j);

      if (knows != NULL ? !knows (name) : is_blank (name))
        add_fault (check, "scheme.name_unknown", place, name);
    }
}

static void
check_component (Check *check, GHashTable *names, guint i)
{
  const SzComponent *component = &g_array_index (check->scheme->components, SzComponent, i);
  g_autofree char *name = g_strdup_printf ("components[%u].name", i);
  g_autofree char *ratio = g_strdup_printf ("components[%u].ratio", i);

  check_name (check, names, component->name, name);
  if (!component->rest && component->ratio_x1e4 < 0)
    add_number_fault (check, "scheme.ratio_invalid", ratio, component->ratio_x1e4,
                      SZ_RATIO_DECIMALS);
  check_factors (check, component, i);
  check_set (check, i, "employment", component->filter.employment, knows_employment);
  check_set (check, i, "department", component->filter.department, NULL);
  check_set (check, i, "band", component->filter.band, knows_band);
  check_set (check, i, "post_category", component->filter.category, knows_category);
  check_set (check, i, "staff_no", component->filter.staff_no, NULL);
}

/* RULE pay-4: `rest` takes what the named ratios leave; without it they must use the pool up. */
static void
check_ratios (Check *check)
{
  const GArray *components = check->scheme->components;
  SzWide sum_x1e4 = 0;
  guint rests = 0;

  for (guint i = 0; i < components->len; i++)
    {
      const SzComponent *component = &g_array_index (components, SzComponent, i);
      g_autofree char *place = g_strdup_printf ("components[%u].ratio", i);

      if (!component->rest)
        sum_x1e4 += component->ratio_x1e4;
      else if (++rests > 1)
        add_fault (check, "scheme.rest_repeated", place, component->name);
    }
  if (components->len == 0)
    add_fault (check, "scheme.components_missing", "components", NULL);
  else if (sum_x1e4 > SZ_RATIO_ONE)
    add_number_fault (check, "scheme.ratio_over_one", "components",
                      (gint64)MIN (sum_x1e4, G_MAXINT64), SZ_RATIO_DECIMALS);
  else if (rests == 0 && sum_x1e4 < SZ_RATIO_ONE)
    add_number_fault (check, "scheme.ratio_under_one", "components",
                      (gint64)MAX (sum_x1e4, G_MININT64), SZ_RATIO_DECIMALS);
}

/* Names of departments are the college's own. */
static gboolean
knows_any (const char *name)
{
  return *name != '\0';
}

static void
check_coefficients (Check *check, GHashTable *table, const char *place, KnowsName knows)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (table), (GCompareFunc)strcmp);

  for (GList *l = names; l != NULL; l = l->next)
    {
      const gint64 *value_x1e4 = g_hash_table_lookup (table, l->data);

      if (!knows (l->data))
        add_fault (check, "scheme.name_unknown", place, l->data);
      if (*value_x1e4 < 0)
        add_fault (check, "scheme.coefficient_negative", place, l->data);
    }
}

/* The same level written twice (专技五级, 专技5级) leaves open which coefficient counts. */
static void
check_posts_once (Check *check)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GList) names
      = g_list_sort (g_hash_table_get_keys (check->scheme->post_x1e4), (GCompareFunc)strcmp);

  for (GList *l = names; l != NULL; l = l->next)
    {
      SzPost post = knows_band (l->data) ? 0 : sz_post_parse (l->data);

      if (post != 0 && !g_hash_table_add (seen, GINT_TO_POINTER (post)))
        add_fault (check, "scheme.name_repeated", "coefficients.post", l->data);
    }
}

static void
check_substitutes (Check *check)
{
  GHashTable *tables = check->scheme->substitutes;
  g_autoptr (GList) words = g_list_sort (g_hash_table_get_keys (tables), (GCompareFunc)strcmp);

  for (GList *l = words; l != NULL; l = l->next)
    {
      g_autofree char *place = g_strdup_printf ("substitutes.%s", (const char *)l->data);
      g_autofree char *item = NULL;
      SzFactorKind kind;

      if (!sz_factor_parse (l->data, &kind, &item))
        add_fault (check, "scheme.factor_unknown", "substitutes", l->data);
      check_coefficients (check, g_hash_table_lookup (tables, l->data), place, knows_substitute);
    }
}

static void
check_limit (Check *check, const SzLimit *limit, const char *place)
{
  if (limit->set && (limit->by_multiple ? limit->multiple_x1e4 : limit->amount_fen) <= 0)
    add_fault (check, "scheme.limit_invalid", place, NULL);
}

/* RULE pay-9 */
static void
check_limits (Check *check)
{
  const SzLimit *ceiling = &check->scheme->ceiling;
  const SzLimit *floor = &check->scheme->floor;

  check_limit (check, ceiling, "ceiling");
  check_limit (check, floor, "floor");
  if (!ceiling->set || !floor->set || ceiling->by_multiple != floor->by_multiple)
    return;
  if (ceiling->by_multiple ? floor->multiple_x1e4 > ceiling->multiple_x1e4
                           : floor->amount_fen > ceiling->amount_fen)
    add_fault (check, "scheme.floor_over_ceiling", "floor", NULL);
}

static gboolean
has_component (const SzScheme *scheme, const char *name)
{
  for (guint i = 0; i < scheme->components->len; i++)
    if (g_strcmp0 (g_array_index (scheme->components, SzComponent, i).name, name) == 0)
      return TRUE;
  return FALSE;
}

/* RULE pay-8: what goes by department is in the scheme; weights belong to `fixed` alone. */
static void
check_levels (Check *check)
{
  const SzScheme *scheme = check->scheme;
  gboolean fixed = scheme->two_levels && scheme->levels_by == SZ_LEVELS_FIXED;

  for (guint i = 0; scheme->levels_components != NULL && i < scheme->levels_components->len; i++)
    {
      const char *name = g_ptr_array_index (scheme->levels_components, i);

      if (!has_component (scheme, name))
        add_fault (check, "scheme.name_unknown", "levels.components", name);
    }
  if (scheme->levels_components != NULL && scheme->levels_components->len == 0)
    add_fault (check, "scheme.components_missing", "levels.components", NULL);
  if (fixed && g_hash_table_size (scheme->levels_weights) == 0)
    add_fault (check, "scheme.weights_missing", "levels.weights", NULL);
  if (!fixed && g_hash_table_size (scheme->levels_weights) > 0)
    add_fault (check, "scheme.weights_unused", "levels.weights", NULL);
  check_coefficients (check, scheme->levels_weights, "levels.weights", knows_any);
  if (scheme->account != SZ_ACCOUNT_INCENTIVE && scheme->account != SZ_ACCOUNT_BASIC
      && scheme->account != SZ_ACCOUNT_X3)
    add_fault (check, "scheme.word_unknown", "account",
               sz_codes_by_value (SZ_TABLE_ACCOUNT, scheme->account)->name);
}

gboolean
sz_scheme_validate (const SzScheme *scheme, SzIssueList *issues)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  Check check = { scheme, issues };
  guint before;

  g_return_val_if_fail (scheme != NULL && issues != NULL, FALSE);
  before = sz_issue_list_errors (issues);
  if (is_blank (scheme->name))
    add_fault (&check, "scheme.name_missing", "name", NULL);
  check_period (&check);
  check_money (&check);
  for (guint i = 0; i < scheme->fixed->len; i++)
    check_fixed (&check, names, i);
  for (guint i = 0; i < scheme->components->len; i++)
    check_component (&check, names, i);
  check_ratios (&check);
  check_coefficients (&check, scheme->post_x1e4, "coefficients.post", knows_post);
  check_posts_once (&check);
  check_coefficients (&check, scheme->assessment_x1e4, "coefficients.assessment", knows_grade);
  check_substitutes (&check);
  check_limits (&check);
  check_levels (&check);
  return sz_issue_list_errors (issues) == before;
}

gboolean
sz_scheme_is_refusal (const char *code)
{
  g_return_val_if_fail (code != NULL, FALSE);
  return strcmp (code, "scheme.ratio_over_one") == 0;
}
