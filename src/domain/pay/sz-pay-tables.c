/* sz-pay-tables.c — the scheme's names turned into numbers once a run (RULE pay-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-private.h"

#include <string.h>

static void
unset_all (gint64 *values_x1e4, guint n)
{
  for (guint i = 0; i < n; i++)
    values_x1e4[i] = SZ_PAY_UNSET;
}

static void
read_posts (SzPayRun *run)
{
  GHashTableIter iter;
  gpointer name;
  gpointer value_x1e4;

  unset_all (run->post_x1e4, SZ_PAY_N_POSTS);
  unset_all (run->band_x1e4, SZ_N_BANDS);
  g_hash_table_iter_init (&iter, run->scheme->post_x1e4);
  while (g_hash_table_iter_next (&iter, &name, &value_x1e4))
    {
      SzBand band = sz_band_parse (name);
      SzPost post = band == SZ_BAND_NONE ? sz_post_parse (name) : 0;

      if (band != SZ_BAND_NONE)
        run->band_x1e4[band] = *(gint64 *)value_x1e4;
      else if (post > 0 && post < SZ_PAY_N_POSTS)
        run->post_x1e4[post] = *(gint64 *)value_x1e4;
    }
}

static void
read_grades (SzPayRun *run)
{
  GHashTableIter iter;
  gpointer name;
  gpointer value_x1e4;

  unset_all (run->grade_x1e4, G_N_ELEMENTS (run->grade_x1e4));
  g_hash_table_iter_init (&iter, run->scheme->assessment_x1e4);
  while (g_hash_table_iter_next (&iter, &name, &value_x1e4))
    {
      const SzCode *grade = sz_codes_by_name (SZ_TABLE_GRADE, name);

      if (grade != NULL && (guint)grade->value < G_N_ELEMENTS (run->grade_x1e4))
        run->grade_x1e4[grade->value] = *(gint64 *)value_x1e4;
    }
}

static void
read_substitutes (SzPayFactor *factor, GHashTable *table)
{
  GHashTableIter iter;
  gpointer name;
  gpointer value_x1e4;

  unset_all (factor->substitute_x1e4, SZ_N_BANDS);
  factor->no_quota_x1e4 = SZ_PAY_UNSET;
  if (table == NULL)
    return;
  factor->has_substitutes = TRUE;
  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &name, &value_x1e4))
    if (strcmp (name, SZ_SCHEME_NO_QUOTA) == 0)
      factor->no_quota_x1e4 = *(gint64 *)value_x1e4;
    else
      factor->substitute_x1e4[sz_band_parse (name)] = *(gint64 *)value_x1e4;
  factor->substitute_x1e4[SZ_BAND_NONE] = SZ_PAY_UNSET;
}

static gboolean
has_band_substitute (const SzPayFactor *factor)
{
  for (int band = SZ_BAND_NONE; band < SZ_N_BANDS; band++)
    if (factor->substitute_x1e4[band] != SZ_PAY_UNSET)
      return TRUE;
  return FALSE;
}

/* The same word in two components is one input: it is missing once. */
static guint
find_factor_id (GHashTable *ids, char *word)
{
  gpointer known;

  if (g_hash_table_lookup_extended (ids, word, NULL, &known))
    {
      g_free (word);
      return GPOINTER_TO_UINT (known);
    }
  g_hash_table_insert (ids, word, GUINT_TO_POINTER (g_hash_table_size (ids)));
  return g_hash_table_size (ids) - 1;
}

static void
read_factors (SzPayRun *run, SzPayPart *part, GHashTable *ids)
{
  const GArray *factors = part->component->factors;

  part->n_factors = factors->len;
  part->factors = g_new0 (SzPayFactor, factors->len);
  for (guint i = 0; i < factors->len; i++)
    {
      SzPayFactor *factor = &part->factors[i];
      char *word;

      factor->factor = &g_array_index (factors, SzFactor, i);
      word = sz_factor_word (factor->factor);
      read_substitutes (factor, g_hash_table_lookup (run->scheme->substitutes, word));
      factor->id = find_factor_id (ids, word);
      part->has_months |= factor->factor->kind == SZ_FACTOR_MONTHS;
      part->by_post |= factor->factor->kind == SZ_FACTOR_POST || has_band_substitute (factor);
    }
}

static guint
read_codes (const GPtrArray *set, SzCodeTable table)
{
  guint mask = 0;

  for (guint i = 0; set != NULL && i < set->len; i++)
    {
      const SzCode *code = sz_codes_by_name (table, g_ptr_array_index (set, i));

      mask |= code != NULL ? 1u << code->value : 0;
    }
  return set != NULL ? mask : G_MAXUINT;
}

static guint
read_bands (const GPtrArray *set)
{
  guint mask = 0;

  for (guint i = 0; set != NULL && i < set->len; i++)
    mask |= 1u << sz_band_parse (g_ptr_array_index (set, i));
  return set != NULL ? mask & ~(1u << SZ_BAND_NONE) : G_MAXUINT;
}

static GHashTable *
read_set (const GPtrArray *set)
{
  GHashTable *table;

  if (set == NULL)
    return NULL;
  table = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < set->len; i++)
    g_hash_table_add (table, g_ptr_array_index (set, i));
  return table;
}

void
sz_pay_prepare (SzPayRun *run)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_if_fail (run != NULL);

  read_posts (run);
  read_grades (run);
  run->parts = g_new0 (SzPayPart, run->n_parts);
  for (guint i = 0; i < run->n_parts; i++)
    {
      SzPayPart *part = &run->parts[i];
      const SzFilter *filter;

      part->component = &g_array_index (run->scheme->components, SzComponent, i);
      filter = &part->component->filter;
      read_factors (run, part, ids);
      part->employments = read_codes (filter->employment, SZ_TABLE_EMPLOYMENT);
      part->categories = read_codes (filter->category, SZ_TABLE_POST_CATEGORY);
      part->bands = read_bands (filter->band);
      part->departments = read_set (filter->department);
      part->staff_nos = read_set (filter->staff_no);
      part->by_post |= filter->band != NULL || filter->category != NULL;
    }
}

void
sz_pay_clear_parts (SzPayRun *run)
{
  g_return_if_fail (run != NULL);

  for (guint i = 0; run->parts != NULL && i < run->n_parts; i++)
    {
      g_free (run->parts[i].factors);
      g_clear_pointer (&run->parts[i].departments, g_hash_table_unref);
      g_clear_pointer (&run->parts[i].staff_nos, g_hash_table_unref);
    }
  g_clear_pointer (&run->parts, g_free);
}
