/* sz-scheme.c — the scheme of a pay run 分配方案: its life and its words (RULE pay-4, pay-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-scheme.h"

#include <string.h>

static const char *const factor_words[SZ_N_FACTOR_KINDS] = {
  [SZ_FACTOR_POST] = "post",           [SZ_FACTOR_ASSESSMENT] = "assessment",
  [SZ_FACTOR_WORKLOAD] = "workload",   [SZ_FACTOR_MONTHS] = "months",
  [SZ_FACTOR_TRAINING] = "training",   [SZ_FACTOR_AWARD] = "award",
  [SZ_FACTOR_HEADCOUNT] = "headcount", [SZ_FACTOR_DEPARTMENT] = "department",
  [SZ_FACTOR_VALUE] = "value:",
};

static const char *const month_rule_words[] = {
  [SZ_MONTHS_COUNT] = "count",
  [SZ_MONTHS_FROM_NEXT] = "from_next",
  [SZ_MONTHS_BY_15TH] = "by_15th",
};

static const char *const levels_words[SZ_N_LEVELS] = {
  [SZ_LEVELS_POINTS] = "points",
  [SZ_LEVELS_HEADCOUNT] = "headcount",
  [SZ_LEVELS_PERSON_MONTHS] = "person_months",
  [SZ_LEVELS_WORKLOAD] = "workload",
  [SZ_LEVELS_FIXED] = "fixed",
};

static const char *const tax_words[SZ_N_SCHEME_TAXES] = {
  [SZ_SCHEME_TAX_NONE] = "none",
  [SZ_SCHEME_TAX_MONTHLY] = "monthly",
  [SZ_SCHEME_TAX_BONUS] = "bonus",
  [SZ_SCHEME_TAX_BEST] = "best",
};

static void
clear_factor_cb (gpointer data)
{
  SzFactor *factor = data;

  g_free (factor->item);
}

static void
clear_component_cb (gpointer data)
{
  SzComponent *component = data;

  g_free (component->name);
  g_clear_pointer (&component->factors, g_array_unref);
  g_clear_pointer (&component->filter.employment, g_ptr_array_unref);
  g_clear_pointer (&component->filter.department, g_ptr_array_unref);
  g_clear_pointer (&component->filter.band, g_ptr_array_unref);
  g_clear_pointer (&component->filter.category, g_ptr_array_unref);
  g_clear_pointer (&component->filter.staff_no, g_ptr_array_unref);
}

static void
clear_fixed_cb (gpointer data)
{
  SzFixed *fixed = data;

  g_free (fixed->name);
  g_free (fixed->role);
}

static GHashTable *
make_coefficients (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

SzScheme *
sz_scheme_new (void)
{
  SzScheme *scheme = g_new0 (SzScheme, 1);

  scheme->fixed = g_array_new (FALSE, TRUE, sizeof (SzFixed));
  g_array_set_clear_func (scheme->fixed, clear_fixed_cb);
  scheme->components = g_array_new (FALSE, TRUE, sizeof (SzComponent));
  g_array_set_clear_func (scheme->components, clear_component_cb);
  scheme->post_x1e4 = make_coefficients ();
  scheme->assessment_x1e4 = make_coefficients ();
  scheme->levels_weights = make_coefficients ();
  scheme->account = SZ_ACCOUNT_INCENTIVE;
  scheme->substitutes
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_hash_table_unref);
  return scheme;
}

void
sz_scheme_free (SzScheme *scheme)
{
  if (scheme == NULL)
    return;
  g_free (scheme->name);
  g_array_unref (scheme->fixed);
  g_array_unref (scheme->components);
  g_hash_table_unref (scheme->post_x1e4);
  g_hash_table_unref (scheme->assessment_x1e4);
  g_hash_table_unref (scheme->substitutes);
  g_clear_pointer (&scheme->levels_components, g_ptr_array_unref);
  g_hash_table_unref (scheme->levels_weights);
  g_free (scheme);
}

void
sz_component_init (SzComponent *component, const char *name)
{
  g_return_if_fail (component != NULL);

  *component = (SzComponent){ .name = g_strdup (name), .filter.full_time = -1 };
  component->factors = g_array_new (FALSE, TRUE, sizeof (SzFactor));
  g_array_set_clear_func (component->factors, clear_factor_cb);
}

static gpointer
copy_string_cb (gconstpointer text, gpointer data)
{
  return g_strdup (text);
}

static GPtrArray *
copy_set (GPtrArray *set)
{
  GPtrArray *copy;

  if (set == NULL)
    return NULL;
  copy = g_ptr_array_copy (set, copy_string_cb, NULL);
  g_ptr_array_set_free_func (copy, g_free);
  return copy;
}

static void
copy_component (SzComponent *copy, const SzComponent *component)
{
  sz_component_init (copy, component->name);
  copy->rest = component->rest;
  copy->ratio_x1e4 = component->ratio_x1e4;
  for (guint i = 0; i < component->factors->len; i++)
    {
      SzFactor factor = g_array_index (component->factors, SzFactor, i);

      factor.item = g_strdup (factor.item);
      g_array_append_val (copy->factors, factor);
    }
  copy->filter.employment = copy_set (component->filter.employment);
  copy->filter.department = copy_set (component->filter.department);
  copy->filter.band = copy_set (component->filter.band);
  copy->filter.category = copy_set (component->filter.category);
  copy->filter.staff_no = copy_set (component->filter.staff_no);
  copy->filter.full_time = component->filter.full_time;
}

static void
copy_coefficients (GHashTable *copy, GHashTable *table)
{
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (copy, g_strdup (name), g_memdup2 (value, sizeof (gint64)));
}

static void
copy_substitutes (GHashTable *copy, GHashTable *tables)
{
  GHashTableIter iter;
  gpointer word;
  gpointer table;

  g_hash_table_iter_init (&iter, tables);
  while (g_hash_table_iter_next (&iter, &word, &table))
    {
      GHashTable *inner = make_coefficients ();

      copy_coefficients (inner, table);
      g_hash_table_insert (copy, g_strdup (word), inner);
    }
}

SzScheme *
sz_scheme_copy (const SzScheme *scheme)
{
  SzScheme *copy;

  g_return_val_if_fail (scheme != NULL, NULL);
  copy = sz_scheme_new ();
  copy->name = g_strdup (scheme->name);
  copy->from = scheme->from;
  copy->to = scheme->to;
  copy->pool_fen = scheme->pool_fen;
  copy->reserve_ratio_x1e4 = scheme->reserve_ratio_x1e4;
  copy->month_rule = scheme->month_rule;
  copy->ceiling = scheme->ceiling;
  copy->floor = scheme->floor;
  copy->two_levels = scheme->two_levels;
  copy->levels_by = scheme->levels_by;
  copy->levels_components = copy_set (scheme->levels_components);
  copy_coefficients (copy->levels_weights, scheme->levels_weights);
  copy->leave_kinds = scheme->leave_kinds;
  copy->account = scheme->account;
  copy->tax = scheme->tax;
  for (guint i = 0; i < scheme->fixed->len; i++)
    {
      SzFixed fixed = g_array_index (scheme->fixed, SzFixed, i);

      fixed.name = g_strdup (fixed.name);
      fixed.role = g_strdup (fixed.role);
      g_array_append_val (copy->fixed, fixed);
    }
  g_array_set_size (copy->components, scheme->components->len);
  for (guint i = 0; i < scheme->components->len; i++)
    copy_component (&g_array_index (copy->components, SzComponent, i),
                    &g_array_index (scheme->components, SzComponent, i));
  copy_coefficients (copy->post_x1e4, scheme->post_x1e4);
  copy_coefficients (copy->assessment_x1e4, scheme->assessment_x1e4);
  copy_substitutes (copy->substitutes, scheme->substitutes);
  return copy;
}

void
sz_scheme_put_coefficient (GHashTable *table, const char *name, gint64 value_x1e4)
{
  g_return_if_fail (table != NULL && name != NULL);
  g_hash_table_replace (table, g_strdup (name), g_memdup2 (&value_x1e4, sizeof value_x1e4));
}

void
sz_scheme_put_substitute (SzScheme *scheme, const char *factor, const char *band, gint64 value_x1e4)
{
  GHashTable *table;

  g_return_if_fail (scheme != NULL && factor != NULL && band != NULL);
  table = g_hash_table_lookup (scheme->substitutes, factor);
  if (table == NULL)
    {
      table = make_coefficients ();
      g_hash_table_insert (scheme->substitutes, g_strdup (factor), table);
    }
  sz_scheme_put_coefficient (table, band, value_x1e4);
}

gboolean
sz_factor_parse (const char *word, SzFactorKind *kind, char **item)
{
  const char *value_word = factor_words[SZ_FACTOR_VALUE];

  g_return_val_if_fail (word != NULL && kind != NULL && item != NULL, FALSE);
  *item = NULL;
  if (g_str_has_prefix (word, value_word))
    {
      *kind = SZ_FACTOR_VALUE;
      *item = g_strdup (word + strlen (value_word));
      if (**item != '\0')
        return TRUE;
      g_clear_pointer (item, g_free);
      return FALSE;
    }
  for (int i = 0; i < SZ_FACTOR_VALUE; i++)
    if (strcmp (word, factor_words[i]) == 0)
      {
        *kind = (SzFactorKind)i;
        return TRUE;
      }
  return FALSE;
}

char *
sz_factor_word (const SzFactor *factor)
{
  g_return_val_if_fail (factor != NULL && (guint)factor->kind < SZ_N_FACTOR_KINDS, NULL);
  if (factor->kind == SZ_FACTOR_VALUE)
    return g_strconcat (factor_words[SZ_FACTOR_VALUE], factor->item, NULL);
  return g_strdup (factor_words[factor->kind]);
}

/* The place of @word among @n words; −1 when it is none of them. */
static int
find_word (const char *word, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (word, words[i]) == 0)
      return (int)i;
  return -1;
}

const char *
sz_levels_by_word (SzLevelsBy by)
{
  g_return_val_if_fail ((guint)by < SZ_N_LEVELS, NULL);
  return levels_words[by];
}

gboolean
sz_levels_by_parse (const char *word, SzLevelsBy *by)
{
  int found;

  g_return_val_if_fail (word != NULL && by != NULL, FALSE);
  found = find_word (word, levels_words, SZ_N_LEVELS);
  if (found >= 0)
    *by = (SzLevelsBy)found;
  return found >= 0;
}

const char *
sz_scheme_tax_word (SzSchemeTax tax)
{
  g_return_val_if_fail ((guint)tax < SZ_N_SCHEME_TAXES, NULL);
  return tax_words[tax];
}

gboolean
sz_scheme_tax_parse (const char *word, SzSchemeTax *tax)
{
  int found;

  g_return_val_if_fail (word != NULL && tax != NULL, FALSE);
  found = find_word (word, tax_words, SZ_N_SCHEME_TAXES);
  if (found >= 0)
    *tax = (SzSchemeTax)found;
  return found >= 0;
}

gboolean
sz_scheme_by_department (const SzScheme *scheme, guint index)
{
  const char *name;

  g_return_val_if_fail (scheme != NULL && index < scheme->components->len, FALSE);
  if (!scheme->two_levels)
    return FALSE;
  name = g_array_index (scheme->components, SzComponent, index).name;
  return scheme->levels_components == NULL
         || g_ptr_array_find_with_equal_func (scheme->levels_components, name, g_str_equal, NULL);
}

const char *
sz_month_rule_word (SzMonthRule rule)
{
  g_return_val_if_fail ((guint)rule < G_N_ELEMENTS (month_rule_words), NULL);
  return month_rule_words[rule];
}

gboolean
sz_month_rule_parse (const char *word, SzMonthRule *rule)
{
  int found;

  g_return_val_if_fail (word != NULL && rule != NULL, FALSE);
  found = find_word (word, month_rule_words, G_N_ELEMENTS (month_rule_words));
  if (found >= 0)
    *rule = (SzMonthRule)found;
  return found >= 0;
}
