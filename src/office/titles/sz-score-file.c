/* sz-score-file.c — files of score tables 量化评分表 (RULE ttl-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-score-file.h"

#include <jansson.h>

#include "sz-decimal.h"
#include "sz-source-hash.h"

#define FORMAT "shizi-score-table"
#define VERSION 1
#define BYTES_MAX (1024 * 1024)
#define YEARS_MAX 100
#define WORDS_MAX 64

/* One item while it is read. */
typedef struct
{
  const char *file;
  json_t *json;
  SzScoreItem *item;
  GError **error;
} Reader;

static gboolean
refuse (const Reader *reader, const char *key)
{
  return sz_error_set (reader->error, SZ_ERROR_FORMAT, "score.item", "file", reader->file, "item",
                       reader->item->name != NULL ? reader->item->name : "", "key", key, NULL);
}

static gboolean
read_decimal (const Reader *reader, const char *key, int decimals, gint64 *value)
{
  const char *text = json_string_value (json_object_get (reader->json, key));

  return (text != NULL && sz_decimal_parse (text, decimals, value, NULL) && *value >= 0)
         || refuse (reader, key);
}

static gboolean
read_last (const Reader *reader)
{
  json_t *last = json_object_get (reader->json, "last");

  if (!json_is_integer (last) || json_integer_value (last) < 1
      || json_integer_value (last) > YEARS_MAX)
    return refuse (reader, "last");
  reader->item->last = (int)json_integer_value (last);
  return TRUE;
}

static gboolean
read_roles (const Reader *reader)
{
  json_t *roles = json_object_get (reader->json, "roles");
  const gsize n = json_array_size (roles);

  if (n == 0 || n > WORDS_MAX)
    return refuse (reader, "roles");
  reader->item->roles = g_new0 (char *, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      const char *role = json_string_value (json_array_get (roles, i));

      if (role == NULL)
        return refuse (reader, "roles");
      reader->item->roles[i] = g_strdup (role);
    }
  return TRUE;
}

static gboolean
read_education (const Reader *reader)
{
  json_t *points = json_object_get (reader->json, "points");
  const char *name;
  json_t *value;

  if (!json_is_object (points))
    return refuse (reader, "points");
  json_object_foreach (points, name, value)
  {
    const int level = sz_education_level_parse (name);
    const char *text = json_string_value (value);

    if (level < 0 || text == NULL
        || !sz_decimal_parse (text, 2, &reader->item->education_x100[level], NULL))
      return refuse (reader, name);
  }
  return TRUE;
}

static gboolean
read_points (const Reader *reader, const char *level_name, json_t *prizes)
{
  const SzCode *level = sz_codes_by_name (SZ_TABLE_ACHIEVEMENT_LEVEL, level_name);
  const char *name;
  json_t *value;

  if (level == NULL || !json_is_object (prizes))
    return refuse (reader, level_name);
  json_object_foreach (prizes, name, value)
  {
    const SzCode *prize = sz_codes_by_name (SZ_TABLE_PRIZE, name);
    const int place = g_str_equal (name, "*") ? SZ_PRIZE_NONE : prize != NULL ? prize->value : -1;
    const char *text = json_string_value (value);

    if (place < 0 || text == NULL
        || !sz_decimal_parse (text, 2, &reader->item->points_x100[level->value][place], NULL))
      return refuse (reader, name);
  }
  return TRUE;
}

static gboolean
read_achievements (const Reader *reader)
{
  json_t *kinds = json_object_get (reader->json, "kinds");
  json_t *ranks = json_object_get (reader->json, "rank");
  json_t *points = json_object_get (reader->json, "points");
  const char *name;
  json_t *value;

  if (json_array_size (kinds) == 0)
    return refuse (reader, "kinds");
  for (gsize i = 0; i < json_array_size (kinds); i++)
    {
      const char *word = json_string_value (json_array_get (kinds, i));
      const SzCode *kind = word != NULL ? sz_codes_by_name (SZ_TABLE_ACHIEVEMENT, word) : NULL;

      if (kind == NULL)
        return refuse (reader, "kinds");
      reader->item->kinds |= 1u << kind->value;
    }
  if (json_array_size (ranks) == 0 || json_array_size (ranks) > SZ_SCORE_RANKS_MAX)
    return refuse (reader, "rank");
  for (gsize i = 0; i < json_array_size (ranks); i++)
    {
      const char *text = json_string_value (json_array_get (ranks, i));

      if (text == NULL || !sz_decimal_parse (text, 4, &reader->item->ranks_x1e4[i], NULL))
        return refuse (reader, "rank");
      reader->item->n_ranks = (int)i + 1;
    }
  if (!json_is_object (points))
    return refuse (reader, "points");
  json_object_foreach (points, name, value)
  {
    if (!read_points (reader, name, value))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_value (const Reader *reader)
{
  reader->item->item = g_strdup (json_string_value (json_object_get (reader->json, "item")));
  return reader->item->item != NULL
             ? read_decimal (reader, "weight", SZ_RATIO_DECIMALS, &reader->item->weight_x1e4)
             : refuse (reader, "item");
}

static gboolean
read_by_kind (const Reader *reader)
{
  SzScoreItem *item = reader->item;

  switch (item->kind)
    {
    case SZ_SCORE_TITLE_YEARS:
      return read_decimal (reader, "per_year", 2, &item->per_year_x100);
    case SZ_SCORE_EXCELLENT:
      return read_last (reader) && read_decimal (reader, "each", 2, &item->each_x100);
    case SZ_SCORE_ADVISER:
      return read_decimal (reader, "per_year", 2, &item->per_year_x100) && read_roles (reader);
    case SZ_SCORE_HOURS:
      return read_last (reader) && read_decimal (reader, "base", 2, &item->base_x100)
             && read_decimal (reader, "per", 2, &item->per_x100)
             && (item->per_x100 > 0 || refuse (reader, "per"))
             && read_decimal (reader, "each", 2, &item->each_x100);
    case SZ_SCORE_EDUCATION:
      return read_education (reader);
    case SZ_SCORE_ACHIEVEMENTS:
      return read_achievements (reader);
    case SZ_SCORE_VALUE:
    case SZ_N_SCORE_KINDS:
    default:
      return read_value (reader);
    }
}

static gboolean
read_item (const char *file, json_t *json, SzScoreItem *item, GError **error)
{
  const Reader reader = { file, json, item, error };
  const int kind = sz_score_kind_find (json_string_value (json_object_get (json, "kind")));

  item->name = g_strdup (json_string_value (json_object_get (json, "name")));
  item->max_x100 = SZ_SCORE_UNSET;
  for (int level = 0; level < SZ_N_ACHIEVEMENT_LEVELS; level++)
    for (int prize = 0; prize < SZ_N_PRIZES; prize++)
      item->points_x100[level][prize] = SZ_SCORE_UNSET;
  if (item->name == NULL)
    return refuse (&reader, "name");
  if (kind < 0)
    return refuse (&reader, "kind");
  item->kind = (SzScoreKind)kind;
  if (json_object_get (json, "max") != NULL && !read_decimal (&reader, "max", 2, &item->max_x100))
    return FALSE;
  return read_by_kind (&reader);
}

static gboolean
refuse_file (const char *file, int line, const char *why, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%d", line);

  return sz_error_set (error, SZ_ERROR_FORMAT, "score.format", "file", file, "line", number, "why",
                       why, NULL);
}

static gboolean
read_table (const char *file, json_t *root, SzScoreTable *table, GError **error)
{
  json_t *items = json_object_get (root, "items");
  json_t *tie = json_object_get (root, "tie");

  if (g_strcmp0 (json_string_value (json_object_get (root, "format")), FORMAT) != 0
      || json_integer_value (json_object_get (root, "version")) != VERSION
      || json_array_size (items) == 0 || json_array_size (items) > SZ_SCORE_ITEMS_MAX)
    return refuse_file (file, 1, "format, version, items", error);
  table->name = g_strdup (json_string_value (json_object_get (root, "name")));
  for (gsize i = 0; i < json_array_size (tie); i++)
    if (g_strcmp0 (json_string_value (json_array_get (tie, i)), "title_months") == 0)
      table->tie_by_months = TRUE;
    else
      return refuse_file (file, 1, "tie", error);
  for (gsize i = 0; i < json_array_size (items); i++)
    {
      table->n_items = (guint)i + 1;
      if (!read_item (file, json_array_get (items, i), &table->items[i], error))
        return FALSE;
    }
  return TRUE;
}

SzScoreTable *
sz_score_table_load (const char *path, GError **error)
{
  g_autoptr (SzScoreTable) table = g_new0 (SzScoreTable, 1);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) reason = NULL;
  json_error_t fault;
  json_t *root;
  gsize length = 0;
  gboolean read;

  g_return_val_if_fail (path != NULL, NULL);

  name = sz_source_dup_name (path);
  if (!sz_source_check (path, error))
    return NULL;
  if (!g_file_get_contents (path, &text, &length, &reason))
    {
      sz_error_set (error, SZ_ERROR_IO, "file.unreadable", "file", path, "detail", reason->message,
                    NULL);
      return NULL;
    }
  if (length > BYTES_MAX)
    {
      refuse_file (name, 1, "1 MiB", error);
      return NULL;
    }
  root = json_loadb (text, length, JSON_REJECT_DUPLICATES, &fault);
  if (root == NULL)
    {
      refuse_file (name, fault.line, fault.text, error);
      return NULL;
    }
  read = read_table (name, root, table, error);
  json_decref (root);
  return read ? g_steal_pointer (&table) : NULL;
}
