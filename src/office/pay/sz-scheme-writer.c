/* sz-scheme-writer.c — schemes as files: canonical JSON out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <jansson.h>
#include <string.h>

#include "sz-scheme-file.h"

#define LAST_PLACE 100000

static json_t *
make_decimal (gint64 value, int decimals)
{
  g_autofree char *text = sz_decimal_format (value, decimals);

  return json_string (text);
}

static json_t *
make_date (SzDate date)
{
  g_autofree char *text = sz_date_format (date);

  return json_string (text);
}

/* Bands as the enum has them, levels as lists print them, grades as their table has them. */
static int
rank_name (const char *name)
{
  const SzCode *grade = sz_codes_by_name (SZ_TABLE_GRADE, name);
  SzBand band = sz_band_parse (name);
  SzPost post;

  if (grade != NULL)
    return grade->value;
  if (band != SZ_BAND_NONE)
    return (int)band;
  post = sz_post_parse (name);
  return post != 0 ? SZ_N_BANDS + sz_post_order (post) : LAST_PLACE;
}

static int
compare_names_cb (gconstpointer a, gconstpointer b)
{
  int difference = rank_name (a) - rank_name (b);

  return difference != 0 ? difference : strcmp (a, b);
}

static json_t *
make_table (GHashTable *table)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (table), compare_names_cb);
  json_t *object = json_object ();

  for (GList *l = names; l != NULL; l = l->next)
    json_object_set_new (object, l->data,
                         make_decimal (*(gint64 *)g_hash_table_lookup (table, l->data),
                                       SZ_RATIO_DECIMALS));
  return object;
}

static json_t *
make_substitutes (GHashTable *tables)
{
  g_autoptr (GList) words = g_list_sort (g_hash_table_get_keys (tables), (GCompareFunc)strcmp);
  json_t *object = json_object ();

  for (GList *l = words; l != NULL; l = l->next)
    json_object_set_new (object, l->data, make_table (g_hash_table_lookup (tables, l->data)));
  return object;
}

static json_t *
make_fixed (const SzScheme *scheme)
{
  json_t *list = json_array ();

  for (guint i = 0; i < scheme->fixed->len; i++)
    {
      const SzFixed *fixed = &g_array_index (scheme->fixed, SzFixed, i);
      json_t *object = json_object ();

      json_object_set_new (object, "name", json_string (fixed->name));
      json_object_set_new (object, "role", json_string (fixed->role));
      json_object_set_new (object, "amount", make_decimal (fixed->amount_fen, 2));
      json_array_append_new (list, object);
    }
  return list;
}

static void
add_set (json_t *filter, const char *key, const GPtrArray *set)
{
  json_t *list;

  if (set == NULL)
    return;
  list = json_array ();
  for (guint i = 0; i < set->len; i++)
    json_array_append_new (list, json_string (g_ptr_array_index (set, i)));
  json_object_set_new (filter, key, list);
}

static void
add_filter (json_t *object, const SzFilter *filter)
{
  json_t *made = json_object ();

  add_set (made, "employment", filter->employment);
  add_set (made, "department", filter->department);
  add_set (made, "band", filter->band);
  add_set (made, "post_category", filter->category);
  add_set (made, "staff_no", filter->staff_no);
  if (filter->full_time >= 0)
    json_object_set_new (made, "full_time", json_boolean (filter->full_time != 0));
  if (json_object_size (made) > 0)
    json_object_set (object, "filter", made);
  json_decref (made);
}

static void
add_factors (json_t *object, const GArray *factors)
{
  json_t *words = json_array ();
  json_t *bounds = json_object ();

  for (guint i = 0; i < factors->len; i++)
    {
      const SzFactor *factor = &g_array_index (factors, SzFactor, i);
      g_autofree char *word = sz_factor_word (factor);

      json_array_append_new (words, json_string (word));
      if (factor->bounded)
        json_object_set_new (bounds, word,
                             json_pack ("[o, o]",
                                        make_decimal (factor->lower_x1e4, SZ_RATIO_DECIMALS),
                                        make_decimal (factor->upper_x1e4, SZ_RATIO_DECIMALS)));
    }
  json_object_set_new (object, "factors", words);
  if (json_object_size (bounds) > 0)
    json_object_set (object, "bounds", bounds);
  json_decref (bounds);
}

static json_t *
make_components (const SzScheme *scheme)
{
  json_t *list = json_array ();

  for (guint i = 0; i < scheme->components->len; i++)
    {
      const SzComponent *component = &g_array_index (scheme->components, SzComponent, i);
      json_t *object = json_object ();

      json_object_set_new (object, "name", json_string (component->name));
      json_object_set_new (object, "ratio",
                           component->rest
                               ? json_string ("rest")
                               : make_decimal (component->ratio_x1e4, SZ_RATIO_DECIMALS));
      add_factors (object, component->factors);
      add_filter (object, &component->filter);
      json_array_append_new (list, object);
    }
  return list;
}

static json_t *
make_limit (const SzLimit *limit)
{
  if (!limit->set)
    return json_null ();
  if (limit->by_multiple)
    return json_pack ("{s:o}", "multiple_of_mean",
                      make_decimal (limit->multiple_x1e4, SZ_RATIO_DECIMALS));
  return json_pack ("{s:o}", "amount", make_decimal (limit->amount_fen, 2));
}

static json_t *
make_levels (const SzScheme *scheme)
{
  json_t *levels;

  if (!scheme->two_levels)
    return json_string ("one");
  if (scheme->levels_by == SZ_LEVELS_POINTS && scheme->levels_components == NULL)
    return json_string ("two");
  levels = json_object ();
  json_object_set_new (levels, "by", json_string (sz_levels_by_word (scheme->levels_by)));
  if (scheme->levels_components != NULL)
    {
      json_t *names = json_array ();

      for (guint i = 0; i < scheme->levels_components->len; i++)
        json_array_append_new (names,
                               json_string (g_ptr_array_index (scheme->levels_components, i)));
      json_object_set_new (levels, "components", names);
    }
  if (g_hash_table_size (scheme->levels_weights) > 0)
    json_object_set_new (levels, "weights", make_table (scheme->levels_weights));
  return levels;
}

/* What a scheme need not say is left out where it says the usual. */
static void
add_usual (json_t *root, const SzScheme *scheme)
{
  json_t *kinds = json_array ();

  for (int kind = 0; kind < SZ_N_LEAVE_KINDS; kind++)
    if ((scheme->leave_kinds >> kind & 1) != 0)
      json_array_append_new (kinds, json_string (sz_codes_by_value (SZ_TABLE_LEAVE, kind)->name));
  if (json_array_size (kinds) > 0)
    json_object_set (root, "leave_months", kinds);
  json_decref (kinds);
  if (scheme->account != SZ_ACCOUNT_INCENTIVE)
    json_object_set_new (root, "account",
                         json_string (sz_codes_by_value (SZ_TABLE_ACCOUNT, scheme->account)->name));
  if (scheme->tax != SZ_SCHEME_TAX_NONE)
    json_object_set_new (root, "tax", json_string (sz_scheme_tax_word (scheme->tax)));
}

char *
sz_scheme_file_format (const SzScheme *scheme)
{
  json_t *root = json_object ();
  char *dumped;
  char *text;

  g_return_val_if_fail (scheme != NULL, NULL);
  json_object_set_new (root, "name", json_string (scheme->name));
  json_object_set_new (root, "period",
                       json_pack ("{s:o, s:o}", "from", make_date (scheme->from), "to",
                                  make_date (scheme->to)));
  json_object_set_new (root, "pool", make_decimal (scheme->pool_fen, 2));
  json_object_set_new (root, "reserve_ratio",
                       make_decimal (scheme->reserve_ratio_x1e4, SZ_RATIO_DECIMALS));
  json_object_set_new (root, "month_rule", json_string (sz_month_rule_word (scheme->month_rule)));
  json_object_set_new (root, "fixed", make_fixed (scheme));
  json_object_set_new (root, "components", make_components (scheme));
  json_object_set_new (root, "coefficients",
                       json_pack ("{s:o, s:o}", "post", make_table (scheme->post_x1e4),
                                  "assessment", make_table (scheme->assessment_x1e4)));
  json_object_set_new (root, "substitutes", make_substitutes (scheme->substitutes));
  json_object_set_new (root, "ceiling", make_limit (&scheme->ceiling));
  json_object_set_new (root, "floor", make_limit (&scheme->floor));
  json_object_set_new (root, "levels", make_levels (scheme));
  add_usual (root, scheme);

  dumped = json_dumps (root, JSON_INDENT (1) | JSON_PRESERVE_ORDER);
  text = g_strdup (dumped);
  free (dumped);
  json_decref (root);
  return text;
}

gboolean
sz_scheme_file_write (const char *path, const SzScheme *scheme, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (path != NULL && scheme != NULL, FALSE);
  text = sz_scheme_file_format (scheme);
  if (g_file_set_contents (path, text, -1, &reason))
    return TRUE;
  return sz_error_set (error, SZ_ERROR_IO, "file.unwritable", "file", path, "detail",
                       reason->message, NULL);
}
