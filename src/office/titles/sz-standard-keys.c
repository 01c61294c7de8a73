/* sz-standard-keys.c — the keys of a condition in the file of a standard (RULE ttl-10, ttl-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-standard-keys.h"

#include "sz-achievements.h"
#include "sz-decimal.h"
#include "sz-title-result.h"

#define WORDS_MAX 64
#define YEARS_MAX 100
#define MONTHS_MAX 1200

/* How a value is read into its member. */
typedef enum
{
  VALUE_EDUCATION,
  VALUE_DEGREE,
  VALUE_GRADE,
  VALUE_SKILL,
  VALUE_TITLE_LEVEL,
  VALUE_SERIES,
  VALUE_CERTIFICATE,
  VALUE_YEARS,
  VALUE_MONTHS,
  VALUE_COUNT,
  VALUE_HOURS,
  VALUE_HALF_YEARS,
  VALUE_ROLES,
  VALUE_ADVISER_SINCE,
  VALUE_SINCE,
  VALUE_ITEMS,
  VALUE_NAMES,
} Value;

typedef struct
{
  SzTitleConditionKind kind;
  const char *key;
  Value value;
  gsize offset;
  gboolean optional;
} Key;

#define AT(member) G_STRUCT_OFFSET (SzTitleCondition, member)

static const Key keys[] = {
  { SZ_TITLE_CONDITION_EDUCATION, "at_least", VALUE_EDUCATION, AT (at_least), FALSE },
  { SZ_TITLE_CONDITION_DEGREE, "at_least", VALUE_DEGREE, AT (at_least), FALSE },
  { SZ_TITLE_CONDITION_TITLE_YEARS, "level", VALUE_TITLE_LEVEL, AT (level), FALSE },
  { SZ_TITLE_CONDITION_TITLE_YEARS, "series", VALUE_SERIES, AT (own), FALSE },
  { SZ_TITLE_CONDITION_TITLE_YEARS, "years", VALUE_YEARS, AT (years), FALSE },
  { SZ_TITLE_CONDITION_WORK_YEARS, "years", VALUE_YEARS, AT (years), FALSE },
  { SZ_TITLE_CONDITION_ASSESSMENTS, "last", VALUE_COUNT, AT (last), FALSE },
  { SZ_TITLE_CONDITION_ASSESSMENTS, "at_least", VALUE_GRADE, AT (at_least), FALSE },
  { SZ_TITLE_CONDITION_ASSESSMENTS, "excellent_at_least", VALUE_COUNT, AT (excellent_at_least),
    TRUE },
  { SZ_TITLE_CONDITION_HOURS, "last", VALUE_COUNT, AT (last), FALSE },
  { SZ_TITLE_CONDITION_HOURS, "full_time", VALUE_HOURS, AT (full_time_x100), FALSE },
  { SZ_TITLE_CONDITION_HOURS, "others", VALUE_HOURS, AT (others_x100), FALSE },
  { SZ_TITLE_CONDITION_SKILL, "at_least", VALUE_SKILL, AT (at_least), FALSE },
  { SZ_TITLE_CONDITION_SKILL, "years", VALUE_YEARS, AT (years), TRUE },
  { SZ_TITLE_CONDITION_CERTIFICATE, "class", VALUE_CERTIFICATE, AT (certificate), FALSE },
  { SZ_TITLE_CONDITION_ADVISER, "years", VALUE_HALF_YEARS, AT (half_years), FALSE },
  { SZ_TITLE_CONDITION_ADVISER, "roles", VALUE_ROLES, AT (roles), FALSE },
  { SZ_TITLE_CONDITION_ADVISER, "since", VALUE_ADVISER_SINCE, AT (since), FALSE },
  { SZ_TITLE_CONDITION_FURTHER, "last", VALUE_COUNT, AT (last), FALSE },
  { SZ_TITLE_CONDITION_FURTHER, "hours", VALUE_HOURS, AT (hours_x100), FALSE },
  { SZ_TITLE_CONDITION_FURTHER, "professional", VALUE_HOURS, AT (professional_x100), FALSE },
  { SZ_TITLE_CONDITION_PRACTICE, "last", VALUE_COUNT, AT (last), FALSE },
  { SZ_TITLE_CONDITION_PRACTICE, "months", VALUE_MONTHS, AT (months), FALSE },
  { SZ_TITLE_CONDITION_ACHIEVEMENTS, "since", VALUE_SINCE, AT (since), FALSE },
  { SZ_TITLE_CONDITION_ACHIEVEMENTS, "n", VALUE_COUNT, AT (n), FALSE },
  { SZ_TITLE_CONDITION_ACHIEVEMENTS, "items", VALUE_ITEMS, AT (items), FALSE },
  { SZ_TITLE_CONDITION_HONOUR, "names", VALUE_NAMES, AT (names), FALSE },
};

void
sz_standard_reader_fault (SzStandardReader *reader, const char *code, const char *detail)
{
  g_return_if_fail (reader != NULL && code != NULL);
  sz_standard_faults_add (reader->faults, SZ_SEVERITY_ERROR, code, reader->standard, &reader->place,
                          detail);
}

char *
sz_standard_read_text (SzStandardReader *reader, json_t *json, const char *key, gboolean required)
{
  json_t *value = json_object_get (json, key);
  const char *text = json_string_value (value);

  g_return_val_if_fail (reader != NULL && key != NULL, NULL);
  if (text != NULL && *text != '\0')
    return g_strdup (text);
  if (required || value != NULL)
    sz_standard_reader_fault (reader,
                              value == NULL ? "standard.key_missing" : "standard.value_invalid",
                              key);
  return NULL;
}

char **
sz_standard_read_words (SzStandardReader *reader, json_t *json, const char *key)
{
  const gsize n = json_array_size (json);
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (reader != NULL && key != NULL, NULL);
  if (!json_is_array (json) || n > WORDS_MAX)
    {
      sz_standard_reader_fault (reader, "standard.value_invalid", key);
      return NULL;
    }
  words = g_new0 (char *, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      const char *word = json_string_value (json_array_get (json, i));

      if (word == NULL)
        {
          sz_standard_reader_fault (reader, "standard.value_invalid", key);
          return NULL;
        }
      words[i] = g_strdup (word);
    }
  return g_steal_pointer (&words);
}

void
sz_standard_refuse_others (SzStandardReader *reader, json_t *json, const char *const *known)
{
  const char *key;
  json_t *value;

  g_return_if_fail (reader != NULL && known != NULL);
  json_object_foreach (json, key, value)
  {
    if (!sz_word_in (known, key))
      sz_standard_reader_fault (reader, "standard.key_unknown", key);
  }
}

static gboolean
read_whole (json_t *json, int least, int most, int *number)
{
  if (!json_is_integer (json) || json_integer_value (json) < least
      || json_integer_value (json) > most)
    return FALSE;
  *number = (int)json_integer_value (json);
  return TRUE;
}

/* Decimals are text, whole numbers are numbers. */
static gboolean
read_decimal (json_t *json, int decimals, gint64 *value)
{
  gint64 factor = 1;

  for (int i = 0; i < decimals; i++)
    factor *= 10;
  if (json_is_integer (json) && json_integer_value (json) >= 0
      && json_integer_value (json) <= G_MAXINT)
    {
      *value = json_integer_value (json) * factor;
      return TRUE;
    }
  return json_is_string (json) && sz_decimal_parse (json_string_value (json), decimals, value, NULL)
         && *value >= 0;
}

/* Whole and half years. */
static gboolean
read_half_years (json_t *json, int *half_years)
{
  gint64 tenths = 0;

  if (!read_decimal (json, 1, &tenths) || tenths % 5 != 0 || tenths > YEARS_MAX * 10)
    return FALSE;
  *half_years = (int)(tenths / 5);
  return TRUE;
}

static gboolean
read_code (json_t *json, SzCodeTable table, int *value)
{
  const char *word = json_string_value (json);
  const SzCode *code = word != NULL ? sz_codes_by_name (table, word) : NULL;

  if (code != NULL)
    *value = code->value;
  return code != NULL;
}

/* title, ever, or for achievements a number of years. */
static gboolean
read_since (json_t *json, gboolean years_too, SzTitleCondition *condition)
{
  const char *word = json_string_value (json);

  if (years_too && read_whole (json, 1, YEARS_MAX, &condition->since_years))
    {
      condition->since = SZ_SINCE_YEARS;
      return TRUE;
    }
  condition->since = g_strcmp0 (word, "title") == 0 ? SZ_SINCE_TITLE : SZ_SINCE_EVER;
  return g_strcmp0 (word, "title") == 0 || g_strcmp0 (word, "ever") == 0;
}

static gboolean
read_kinds (json_t *json, guint *kinds)
{
  gsize index;
  json_t *item;

  *kinds = 0;
  json_array_foreach (json, index, item)
  {
    int kind;

    if (!read_code (item, SZ_TABLE_ACHIEVEMENT, &kind))
      return FALSE;
    *kinds |= 1u << kind;
  }
  return *kinds != 0;
}

static void
read_item (SzStandardReader *reader, json_t *json, SzItem *item)
{
  static const char *const known[] = { "name", "kinds", "level", "grade", "rank", "count", NULL };
  json_t *grade = json_object_get (json, "grade");
  json_t *rank = json_object_get (json, "rank");
  json_t *count = json_object_get (json, "count");
  int level = 0, prize = SZ_PRIZE_NONE;

  item->name = sz_standard_read_text (reader, json, "name", TRUE);
  item->count = 1;
  sz_standard_refuse_others (reader, json, known);
  if (json_object_get (json, "kinds") == NULL || json_object_get (json, "level") == NULL)
    sz_standard_reader_fault (reader, "standard.key_missing",
                              json_object_get (json, "kinds") == NULL ? "kinds" : "level");
  else if (!read_kinds (json_object_get (json, "kinds"), &item->kinds)
           || !read_code (json_object_get (json, "level"), SZ_TABLE_ACHIEVEMENT_LEVEL, &level))
    sz_standard_reader_fault (reader, "standard.value_invalid", item->name);
  if ((grade != NULL && (!read_code (grade, SZ_TABLE_PRIZE, &prize) || prize > SZ_PRIZE_THIRD))
      || (rank != NULL && !read_whole (rank, 1, YEARS_MAX, &item->rank))
      || (count != NULL && !read_whole (count, 1, YEARS_MAX, &item->count)))
    sz_standard_reader_fault (reader, "standard.value_invalid", item->name);
  item->level = (SzAchievementLevel)level;
  item->prize = (SzPrize)prize;
}

/* Sets of items that need several rows are tried one by one, so there may not be many of them. */
static gboolean
read_items (SzStandardReader *reader, json_t *json, SzTitleCondition *condition)
{
  const gsize n = json_array_size (json);
  guint many = 0;

  if (!json_is_array (json) || n > SZ_ITEMS_MAX)
    return FALSE;
  condition->items = g_new0 (SzItem, n + 1);
  condition->n_items = (guint)n;
  for (gsize i = 0; i < n; i++)
    {
      read_item (reader, json_array_get (json, i), &condition->items[i]);
      many += condition->items[i].count > 1;
    }
  return many <= SZ_MANY_ROW_ITEMS_MAX;
}

static gboolean
read_names (SzStandardReader *reader, json_t *json, SzTitleCondition *condition)
{
  if (g_strcmp0 (json_string_value (json), "list") == 0)
    return TRUE;
  condition->names = json_is_array (json) ? sz_standard_read_words (reader, json, "names") : NULL;
  return condition->names != NULL && condition->names[0] != NULL;
}

static gboolean
read_value (SzStandardReader *reader, const Key *key, json_t *json, SzTitleCondition *condition)
{
  gpointer place = (guint8 *)condition + key->offset;
  int *number = place;
  const char *word = json_string_value (json);

  switch (key->value)
    {
    case VALUE_EDUCATION:
      *number = sz_education_level_parse (word);
      return *number >= 0;
    case VALUE_DEGREE:
      *number = sz_degree_level_parse (word);
      return *number >= 0;
    case VALUE_GRADE:
      return read_code (json, SZ_TABLE_GRADE, number) && *number <= SZ_GRADE_QUALIFIED;
    case VALUE_SKILL:
      return read_code (json, SZ_TABLE_SKILL, number);
    case VALUE_TITLE_LEVEL:
      *number = sz_title_level_parse (word);
      return *number > 0;
    case VALUE_SERIES:
      *number = g_strcmp0 (word, "own") == 0;
      return *number || g_strcmp0 (word, "any") == 0;
    case VALUE_CERTIFICATE:
      return read_code (json, SZ_TABLE_CERTIFICATE, number);
    case VALUE_YEARS:
      return read_whole (json, 0, YEARS_MAX, number);
    case VALUE_MONTHS:
      return read_whole (json, 1, MONTHS_MAX, number);
    case VALUE_COUNT:
      return read_whole (json, key->offset == AT (n) ? -YEARS_MAX : 1, YEARS_MAX, number);
    case VALUE_HOURS:
      return read_decimal (json, SZ_HOURS_DECIMALS, place);
    case VALUE_HALF_YEARS:
      return read_half_years (json, number);
    case VALUE_ROLES:
      condition->roles = sz_standard_read_words (reader, json, key->key);
      return condition->roles != NULL && condition->roles[0] != NULL;
    case VALUE_ADVISER_SINCE:
      return read_since (json, FALSE, condition);
    case VALUE_SINCE:
      return read_since (json, TRUE, condition);
    case VALUE_ITEMS:
      return read_items (reader, json, condition);
    case VALUE_NAMES:
    default:
      return read_names (reader, json, condition);
    }
}

/* `for`: a list of 任教类别. */
static gboolean
read_teaching (json_t *json, guint *teaching)
{
  gsize index;
  json_t *item;

  *teaching = 0;
  json_array_foreach (json, index, item)
  {
    const SzTeachKind one = sz_teaching_parse (json_string_value (item));

    if (one == SZ_TEACHING_NONE)
      return FALSE;
    *teaching |= one;
  }
  return *teaching != 0;
}

static const Key *
find_key (SzTitleConditionKind kind, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].kind == kind && g_str_equal (keys[i].key, name))
      return &keys[i];
  return NULL;
}

SzTitleCondition *
sz_standard_read_keys (SzStandardReader *reader, json_t *json, SzTitleConditionKind kind)
{
  const char *id = json_string_value (json_object_get (json, "id"));
  SzTitleCondition *condition;
  const char *name;
  json_t *value;

  g_return_val_if_fail (reader != NULL && json != NULL, NULL);

  condition = sz_title_condition_new (kind, id != NULL ? id : "");
  if (id == NULL)
    sz_standard_reader_fault (reader, "standard.key_missing", "id");
  json_object_foreach (json, name, value)
  {
    const Key *key = find_key (kind, name);

    if (g_str_equal (name, "id") || g_str_equal (name, "kind"))
      continue;
    if (g_str_equal (name, "for"))
      {
        if (!read_teaching (value, &condition->teaching))
          sz_standard_reader_fault (reader, "standard.value_invalid", "for");
      }
    else if (key == NULL)
      sz_standard_reader_fault (reader, "standard.key_unknown", name);
    else if (!read_value (reader, key, value, condition))
      sz_standard_reader_fault (reader, "standard.value_invalid", name);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].kind == kind && !keys[i].optional && json_object_get (json, keys[i].key) == NULL)
      sz_standard_reader_fault (reader, "standard.key_missing", keys[i].key);
  /* What is missing is one fault, not two: no number is neither too small nor too large. */
  if (json_object_get (json, "n") == NULL)
    condition->n = 1;
  return condition;
}
