/* sz-scheme-reader.c — a scheme from parsed JSON, every fault with its place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-scheme-reader.h"

typedef struct
{
  SzScheme *scheme;
  SzIssueList *issues;
} Reader;

#define MONTH_RULES "count, from_next, by_15th"
#define TAXES "none, monthly, bonus, best"
#define ACCOUNTS "奖励性, 基础性, 经批准核增"
#define LEVELS "points, headcount, person_months, workload, fixed"

static SzIssue *
add_fault (Reader *reader,
           const char *code,
           const char *place,
           const char *value,
           const char *name,
           const char *argument)
{
  return sz_issue_list_add (reader->issues, SZ_SEVERITY_ERROR, code, 0, place, value, name,
                            argument, NULL);
}

static void
add_type_fault (Reader *reader, const char *place, const char *expected)
{
  add_fault (reader, "scheme.type", place, NULL, "expected", expected);
}

static char *
join_place (const char *base, const char *key)
{
  return *base != '\0' ? g_strconcat (base, ".", key, NULL) : g_strdup (key);
}

static char *
join_index (const char *base, gsize index)
{
  return g_strdup_printf ("%s[%" G_GSIZE_FORMAT "]", base, index);
}

/* Keys that nobody reads would be lost without a word. */
static void
check_keys (Reader *reader, json_t *object, const char *base, const char *const *known)
{
  const char *key;
  json_t *value;

  json_object_foreach (object, key, value)
  {
    g_autofree char *place = join_place (base, key);

    if (!g_strv_contains (known, key))
      add_fault (reader, "scheme.key_unknown", place, key, NULL, NULL);
  }
}

/* Member of @object, of the wanted type; NULL otherwise, with a finding where it is one. */
static json_t *
get_member (Reader *reader,
            json_t *object,
            const char *base,
            const char *key,
            json_type type,
            gboolean required)
{
  static const char *const names[] = { "object", "array", "text" };
  g_autofree char *place = join_place (base, key);
  json_t *member = json_object_get (object, key);

  if (member == NULL)
    {
      if (required)
        add_fault (reader, "scheme.key_missing", place, key, NULL, NULL);
      return NULL;
    }
  if (json_typeof (member) == type)
    return member;
  add_type_fault (reader, place, type <= JSON_STRING ? names[type] : "true/false");
  return NULL;
}

static const char *
get_text (Reader *reader, json_t *object, const char *base, const char *key, gboolean required)
{
  json_t *member = get_member (reader, object, base, key, JSON_STRING, required);

  return member != NULL ? json_string_value (member) : NULL;
}

/* The codes of the number parsers, said of a scheme. */
static void
add_number_fault (
    Reader *reader, const GError *error, const char *place, const char *text, const char *max)
{
  g_autofree char *code = sz_error_dup_code (error);

  if (g_str_has_suffix (code, ".decimals"))
    add_fault (reader, "scheme.decimals", place, text, "max", max);
  else if (g_str_has_suffix (code, ".overflow"))
    add_fault (reader, "scheme.overflow", place, text, NULL, NULL);
  else
    add_fault (reader, "scheme.number", place, text, NULL, NULL);
}

static gboolean
read_number (Reader *reader, json_t *value, const char *place, int decimals, gint64 *number)
{
  g_autofree char *max = g_strdup_printf ("%d", decimals);
  g_autoptr (GError) error = NULL;

  if (!json_is_string (value))
    {
      add_type_fault (reader, place, "text");
      return FALSE;
    }
  if (decimals == 2 ? sz_money_parse (json_string_value (value), number, &error)
                    : sz_decimal_parse (json_string_value (value), decimals, number, &error))
    return TRUE;
  add_number_fault (reader, error, place, json_string_value (value), max);
  return FALSE;
}

static void
read_amount (Reader *reader,
             json_t *object,
             const char *base,
             const char *key,
             gboolean required,
             SzMoney *amount_fen)
{
  g_autofree char *place = join_place (base, key);
  json_t *member = json_object_get (object, key);

  if (member != NULL)
    read_number (reader, member, place, 2, amount_fen);
  else if (required)
    add_fault (reader, "scheme.key_missing", place, key, NULL, NULL);
}

static void
read_ratio (Reader *reader, json_t *object, const char *base, const char *key, gint64 *ratio_x1e4)
{
  g_autofree char *place = join_place (base, key);
  json_t *member = json_object_get (object, key);

  if (member != NULL)
    read_number (reader, member, place, SZ_RATIO_DECIMALS, ratio_x1e4);
}

static void
read_date (Reader *reader, json_t *period, const char *key, SzDate *date)
{
  const char *text = get_text (reader, period, "period", key, TRUE);
  g_autofree char *place = join_place ("period", key);

  if (text == NULL)
    return;
  if (sz_date_parse (text, date, NULL) && !sz_date_is_month (*date))
    return;
  *date = SZ_DATE_NONE;
  add_fault (reader, "scheme.date", place, text, NULL, NULL);
}

static void
read_period (Reader *reader, json_t *root)
{
  static const char *const keys[] = { "from", "to", NULL };
  json_t *period = get_member (reader, root, "", "period", JSON_OBJECT, TRUE);

  if (period == NULL)
    return;
  check_keys (reader, period, "period", keys);
  read_date (reader, period, "from", &reader->scheme->from);
  read_date (reader, period, "to", &reader->scheme->to);
}

static void
read_words (Reader *reader, json_t *root)
{
  const char *rule = get_text (reader, root, "", "month_rule", FALSE);
  const char *account = get_text (reader, root, "", "account", FALSE);
  const char *tax = get_text (reader, root, "", "tax", FALSE);
  const SzCode *code = account != NULL ? sz_codes_by_name (SZ_TABLE_ACCOUNT, account) : NULL;

  if (account != NULL && g_str_equal (account, "X3")) /* the word before there was one for people */
    code = sz_codes_by_value (SZ_TABLE_ACCOUNT, SZ_ACCOUNT_X3);
  if (rule != NULL && !sz_month_rule_parse (rule, &reader->scheme->month_rule))
    add_fault (reader, "scheme.word_unknown", "month_rule", rule, "choices", MONTH_RULES);
  if (tax != NULL && !sz_scheme_tax_parse (tax, &reader->scheme->tax))
    add_fault (reader, "scheme.word_unknown", "tax", tax, "choices", TAXES);
  /* RULE pay-18: the accounts that a run can be of. */
  if (code != NULL
      && (code->value == SZ_ACCOUNT_INCENTIVE || code->value == SZ_ACCOUNT_BASIC
          || code->value == SZ_ACCOUNT_X3))
    reader->scheme->account = (SzAccount)code->value;
  else if (account != NULL)
    add_fault (reader, "scheme.word_unknown", "account", account, "choices", ACCOUNTS);
}

static void
read_one_fixed (Reader *reader, json_t *object, gsize index)
{
  static const char *const keys[] = { "name", "role", "amount", NULL };
  g_autofree char *base = join_index ("fixed", index);
  SzFixed fixed = { 0 };

  if (!json_is_object (object))
    {
      add_type_fault (reader, base, "object");
      return;
    }
  check_keys (reader, object, base, keys);
  fixed.name = g_strdup (get_text (reader, object, base, "name", TRUE));
  fixed.role = g_strdup (get_text (reader, object, base, "role", TRUE));
  read_amount (reader, object, base, "amount", TRUE, &fixed.amount_fen);
  g_array_append_val (reader->scheme->fixed, fixed);
}

static void
read_fixed (Reader *reader, json_t *root)
{
  json_t *list = get_member (reader, root, "", "fixed", JSON_ARRAY, FALSE);
  gsize index;
  json_t *object;

  json_array_foreach (list, index, object)
  {
    read_one_fixed (reader, object, index);
  }
}

static void
read_factor (Reader *reader, SzComponent *component, json_t *word, const char *place)
{
  SzFactor factor = { 0 };

  if (!json_is_string (word))
    add_type_fault (reader, place, "text");
  else if (!sz_factor_parse (json_string_value (word), &factor.kind, &factor.item))
    add_fault (reader, "scheme.factor_unknown", place, json_string_value (word), NULL, NULL);
  else
    g_array_append_val (component->factors, factor);
}

static void
read_factors (Reader *reader, SzComponent *component, json_t *object, const char *base)
{
  json_t *list = get_member (reader, object, base, "factors", JSON_ARRAY, TRUE);
  g_autofree char *place = join_place (base, "factors");
  gsize index;
  json_t *word;

  json_array_foreach (list, index, word)
  {
    g_autofree char *element = join_index (place, index);

    read_factor (reader, component, word, element);
  }
}

static SzFactor *
find_factor (SzComponent *component, const char *word)
{
  for (guint i = 0; i < component->factors->len; i++)
    {
      SzFactor *factor = &g_array_index (component->factors, SzFactor, i);
      g_autofree char *known = sz_factor_word (factor);

      if (g_str_equal (known, word))
        return factor;
    }
  return NULL;
}

static void
read_bound (
    Reader *reader, SzComponent *component, const char *word, json_t *pair, const char *place)
{
  SzFactor *factor = find_factor (component, word);
  g_autofree char *lower = join_index (place, 0);
  g_autofree char *upper = join_index (place, 1);
  gint64 bounds_x1e4[2] = { 0 };

  if (factor == NULL)
    add_fault (reader, "scheme.factor_unused", place, word, NULL, NULL);
  if (!json_is_array (pair) || json_array_size (pair) != 2)
    {
      add_type_fault (reader, place, "[lower, upper]");
      return;
    }
  if (!read_number (reader, json_array_get (pair, 0), lower, SZ_RATIO_DECIMALS, &bounds_x1e4[0])
      | !read_number (reader, json_array_get (pair, 1), upper, SZ_RATIO_DECIMALS, &bounds_x1e4[1]))
    return;
  if (factor == NULL)
    return;
  factor->bounded = TRUE;
  factor->lower_x1e4 = bounds_x1e4[0];
  factor->upper_x1e4 = bounds_x1e4[1];
}

static void
read_bounds (Reader *reader, SzComponent *component, json_t *object, const char *base)
{
  json_t *bounds = get_member (reader, object, base, "bounds", JSON_OBJECT, FALSE);
  g_autofree char *place = join_place (base, "bounds");
  const char *word;
  json_t *pair;

  json_object_foreach (bounds, word, pair)
  {
    g_autofree char *member = join_place (place, word);

    read_bound (reader, component, word, pair, member);
  }
}

static GPtrArray *
read_set (Reader *reader, json_t *filter, const char *base, const char *key)
{
  json_t *list = get_member (reader, filter, base, key, JSON_ARRAY, FALSE);
  g_autofree char *place = join_place (base, key);
  GPtrArray *set;
  gsize index;
  json_t *name;

  if (list == NULL)
    return NULL;
  set = g_ptr_array_new_with_free_func (g_free);
  json_array_foreach (list, index, name)
  {
    g_autofree char *element = join_index (place, index);

    if (json_is_string (name))
      g_ptr_array_add (set, g_strdup (json_string_value (name)));
    else
      add_type_fault (reader, element, "text");
  }
  return set;
}

static void
read_filter (Reader *reader, SzComponent *component, json_t *object, const char *base)
{
  static const char *const keys[]
      = { "employment", "department", "band", "post_category", "staff_no", "full_time", NULL };
  json_t *filter = get_member (reader, object, base, "filter", JSON_OBJECT, FALSE);
  g_autofree char *place = join_place (base, "filter");
  g_autofree char *switch_place = join_place (place, "full_time");
  json_t *full_time;

  if (filter == NULL)
    return;
  check_keys (reader, filter, place, keys);
  component->filter.employment = read_set (reader, filter, place, "employment");
  component->filter.department = read_set (reader, filter, place, "department");
  component->filter.band = read_set (reader, filter, place, "band");
  component->filter.category = read_set (reader, filter, place, "post_category");
  component->filter.staff_no = read_set (reader, filter, place, "staff_no");
  full_time = json_object_get (filter, "full_time");
  if (json_is_boolean (full_time))
    component->filter.full_time = json_is_true (full_time);
  else if (full_time != NULL)
    add_type_fault (reader, switch_place, "true/false");
}

static void
read_share (Reader *reader, SzComponent *component, json_t *object, const char *base)
{
  g_autofree char *place = join_place (base, "ratio");
  json_t *ratio = json_object_get (object, "ratio");

  component->rest = g_strcmp0 (json_string_value (ratio), "rest") == 0;
  if (ratio == NULL)
    add_fault (reader, "scheme.key_missing", place, "ratio", NULL, NULL);
  else if (!component->rest)
    read_ratio (reader, object, base, "ratio", &component->ratio_x1e4);
}

static void
read_component (Reader *reader, json_t *object, gsize index)
{
  static const char *const keys[] = { "name", "ratio", "factors", "bounds", "filter", NULL };
  g_autofree char *base = join_index ("components", index);
  SzComponent component;

  if (!json_is_object (object))
    {
      add_type_fault (reader, base, "object");
      return;
    }
  check_keys (reader, object, base, keys);
  sz_component_init (&component, get_text (reader, object, base, "name", TRUE));
  read_share (reader, &component, object, base);
  read_factors (reader, &component, object, base);
  read_bounds (reader, &component, object, base);
  read_filter (reader, &component, object, base);
  g_array_append_val (reader->scheme->components, component);
}

static void
read_components (Reader *reader, json_t *root)
{
  json_t *list = get_member (reader, root, "", "components", JSON_ARRAY, TRUE);
  gsize index;
  json_t *object;

  json_array_foreach (list, index, object)
  {
    read_component (reader, object, index);
  }
}

static void
read_table (Reader *reader, json_t *parent, const char *base, const char *key, GHashTable *table)
{
  json_t *object = get_member (reader, parent, base, key, JSON_OBJECT, FALSE);
  g_autofree char *place = join_place (base, key);
  const char *name;
  json_t *value;

  json_object_foreach (object, name, value)
  {
    g_autofree char *member = join_place (place, name);
    gint64 value_x1e4 = 0;

    if (read_number (reader, value, member, SZ_RATIO_DECIMALS, &value_x1e4))
      sz_scheme_put_coefficient (table, name, value_x1e4);
  }
}

/* "one", "two" or what the first level goes by (RULE pay-8). */
static void
read_levels (Reader *reader, json_t *root)
{
  static const char *const keys[] = { "by", "components", "weights", NULL };
  json_t *levels = json_object_get (root, "levels");
  const char *word = json_string_value (levels);
  const char *by;

  if (levels == NULL)
    return;
  if (word != NULL)
    {
      reader->scheme->two_levels = g_str_equal (word, "two");
      if (!reader->scheme->two_levels && !g_str_equal (word, "one"))
        add_fault (reader, "scheme.word_unknown", "levels", word, "choices", "one, two");
      return;
    }
  if (!json_is_object (levels))
    {
      add_type_fault (reader, "levels", "object");
      return;
    }
  check_keys (reader, levels, "levels", keys);
  reader->scheme->two_levels = TRUE;
  by = get_text (reader, levels, "levels", "by", TRUE);
  if (by != NULL && !sz_levels_by_parse (by, &reader->scheme->levels_by))
    add_fault (reader, "scheme.word_unknown", "levels.by", by, "choices", LEVELS);
  reader->scheme->levels_components = read_set (reader, levels, "levels", "components");
  read_table (reader, levels, "levels", "weights", reader->scheme->levels_weights);
}

/* RULE pay-6: kinds of leave by their terms. */
static void
read_leave_months (Reader *reader, json_t *root)
{
  g_autoptr (GPtrArray) names = read_set (reader, root, "", "leave_months");

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      const SzCode *code = sz_codes_by_name (SZ_TABLE_LEAVE, name);
      g_autofree char *place = join_index ("leave_months", i);

      if (code != NULL)
        reader->scheme->leave_kinds |= 1u << code->value;
      else
        add_fault (reader, "scheme.name_unknown", place, name, NULL, NULL);
    }
}

static void
read_coefficients (Reader *reader, json_t *root)
{
  static const char *const keys[] = { "post", "assessment", NULL };
  json_t *tables = get_member (reader, root, "", "coefficients", JSON_OBJECT, FALSE);

  if (tables == NULL)
    return;
  check_keys (reader, tables, "coefficients", keys);
  read_table (reader, tables, "coefficients", "post", reader->scheme->post_x1e4);
  read_table (reader, tables, "coefficients", "assessment", reader->scheme->assessment_x1e4);
}

static void
read_substitutes (Reader *reader, json_t *root)
{
  json_t *tables = get_member (reader, root, "", "substitutes", JSON_OBJECT, FALSE);
  const char *word;
  json_t *table;

  json_object_foreach (tables, word, table)
  {
    GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

    read_table (reader, tables, "substitutes", word, values);
    g_hash_table_insert (reader->scheme->substitutes, g_strdup (word), values);
  }
}

/* RULE pay-9: an amount or a multiple of the mean, never both. */
static void
read_limit (Reader *reader, json_t *root, const char *key, SzLimit *limit)
{
  static const char *const keys[] = { "amount", "multiple_of_mean", NULL };
  json_t *object = json_object_get (root, key);

  if (object == NULL || json_is_null (object))
    return;
  if (!json_is_object (object))
    {
      add_type_fault (reader, key, "object");
      return;
    }
  check_keys (reader, object, key, keys);
  limit->set = TRUE;
  limit->by_multiple = json_object_get (object, "multiple_of_mean") != NULL;
  if (limit->by_multiple == (json_object_get (object, "amount") != NULL))
    add_fault (reader, "scheme.limit_form", key, NULL, NULL, NULL);
  read_amount (reader, object, key, "amount", FALSE, &limit->amount_fen);
  read_ratio (reader, object, key, "multiple_of_mean", &limit->multiple_x1e4);
}

static gboolean
uses_factor (const SzScheme *scheme, SzFactorKind kind)
{
  for (guint i = 0; i < scheme->components->len; i++)
    {
      const GArray *factors = g_array_index (scheme->components, SzComponent, i).factors;

      for (guint j = 0; j < factors->len; j++)
        {
          if (g_array_index (factors, SzFactor, j).kind == kind)
            return TRUE;
        }
    }
  return FALSE;
}

/* RULE pay-5: which post or grade lacks one is found when people are looked at. */
static void
check_coefficients (Reader *reader)
{
  const SzScheme *scheme = reader->scheme;

  if (uses_factor (scheme, SZ_FACTOR_POST) && g_hash_table_size (scheme->post_x1e4) == 0)
    add_fault (reader, "scheme.coefficients_missing", "coefficients.post", "post", NULL, NULL);
  if (uses_factor (scheme, SZ_FACTOR_ASSESSMENT)
      && g_hash_table_size (scheme->assessment_x1e4) == 0)
    add_fault (reader, "scheme.coefficients_missing", "coefficients.assessment", "assessment", NULL,
               NULL);
}

void
sz_scheme_reader_read (json_t *root, SzScheme *scheme, SzIssueList *issues)
{
  static const char *const keys[] = { "name",         "period",  "pool",       "reserve_ratio",
                                      "month_rule",   "fixed",   "components", "coefficients",
                                      "substitutes",  "ceiling", "floor",      "levels",
                                      "leave_months", "account", "tax",        NULL };
  Reader made = { scheme, issues };
  Reader *reader = &made;

  check_keys (reader, root, "", keys);
  scheme->name = g_strdup (get_text (reader, root, "", "name", TRUE));
  read_period (reader, root);
  read_amount (reader, root, "", "pool", TRUE, &scheme->pool_fen);
  read_ratio (reader, root, "", "reserve_ratio", &scheme->reserve_ratio_x1e4);
  read_words (reader, root);
  read_levels (reader, root);
  read_leave_months (reader, root);
  read_fixed (reader, root);
  read_components (reader, root);
  read_coefficients (reader, root);
  read_substitutes (reader, root);
  read_limit (reader, root, "ceiling", &scheme->ceiling);
  read_limit (reader, root, "floor", &scheme->floor);
  check_coefficients (reader);
}
