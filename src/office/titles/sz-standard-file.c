/* sz-standard-file.c — files of title standards and the honours list (RULE ttl-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-standard-file.h"

#include <gio/gio.h>
#include <jansson.h>
#include <string.h>

#include "sz-achievements.h"
#include "sz-data.h"
#include "sz-decimal.h"
#include "sz-source-hash.h"
#include "sz-standard-keys.h"

#define FORMAT "shizi-title-standard"
#define VERSION 1
#define LIST_MAX 256

static const char *const shipped[]
    = { "tech-theory.json", "tech-practice.json", "student-affairs.json" };

/* A group is told by its members' key, not by a kind. */
static int
find_kind (json_t *json)
{
  if (json_object_get (json, "any") != NULL)
    return SZ_TITLE_CONDITION_ANY;
  if (json_object_get (json, "all") != NULL)
    return SZ_TITLE_CONDITION_ALL;
  if (json_object_get (json, "n_of") != NULL || json_object_get (json, "of") != NULL)
    return SZ_TITLE_CONDITION_N_OF;
  return -1;
}

static SzTitleCondition **read_list (SzStandardReader *reader, json_t *list, guint depth, guint *n);

static SzTitleCondition *
read_group (SzStandardReader *reader, json_t *json, SzTitleConditionKind kind, guint depth)
{
  static const char *const member_keys[] = { "all", "any", "of" };
  const char *members = member_keys[kind - SZ_TITLE_CONDITION_ALL];
  const char *id = json_string_value (json_object_get (json, "id"));
  SzTitleCondition *condition = sz_title_condition_new (kind, id);
  const char *key;
  json_t *value;

  if (id == NULL)
    sz_standard_reader_fault (reader, "standard.key_missing", "id");
  json_object_foreach (json, key, value)
  {
    if (g_str_equal (key, "n_of") && kind == SZ_TITLE_CONDITION_N_OF)
      {
        if (!json_is_integer (value) || json_integer_value (value) > LIST_MAX
            || json_integer_value (value) < -LIST_MAX)
          sz_standard_reader_fault (reader, "standard.value_invalid", key);
        else
          condition->n = (int)json_integer_value (value);
      }
    else if (!g_str_equal (key, members) && !g_str_equal (key, "id"))
      sz_standard_reader_fault (reader, "standard.key_unknown", key);
  }
  if (kind == SZ_TITLE_CONDITION_N_OF && json_object_get (json, "n_of") == NULL)
    sz_standard_reader_fault (reader, "standard.key_missing", "n_of");
  if (json_object_get (json, members) == NULL)
    sz_standard_reader_fault (reader, "standard.key_missing", members);
  else
    condition->members
        = read_list (reader, json_object_get (json, members), depth + 1, &condition->n_members);
  return condition;
}

/* A condition of no kind keeps its id: a path that waives it says nothing wrong. Nobody is ever
   judged by it, for a file with errors is not taken. */
static SzTitleCondition *
make_stub (json_t *json)
{
  const char *id = json_string_value (json_object_get (json, "id"));

  return sz_title_condition_new (SZ_N_TITLE_CONDITION_KINDS, id != NULL ? id : "");
}

static SzTitleCondition *
read_condition (SzStandardReader *reader, json_t *json, guint depth)
{
  const char *word = json_string_value (json_object_get (json, "kind"));
  int kind = find_kind (json);

  if (!json_is_object (json) || depth > SZ_STANDARD_DEPTH_MAX)
    {
      sz_standard_reader_fault (reader,
                                depth > SZ_STANDARD_DEPTH_MAX ? "standard.too_deep"
                                                              : "standard.value_invalid",
                                NULL);
      return NULL;
    }
  if (word == NULL && kind >= 0)
    return read_group (reader, json, (SzTitleConditionKind)kind, depth);
  if (word == NULL)
    {
      sz_standard_reader_fault (reader, "standard.key_missing", "kind");
      return make_stub (json);
    }
  kind = sz_title_condition_kind_find (word);
  if (kind < 0 || kind >= SZ_TITLE_CONDITION_ALL)
    {
      sz_standard_reader_fault (reader, "standard.kind_unknown", word);
      return make_stub (json);
    }
  return sz_standard_read_keys (reader, json, (SzTitleConditionKind)kind);
}

static SzTitleCondition **
read_list (SzStandardReader *reader, json_t *list, guint depth, guint *n)
{
  SzTitleCondition **conditions;
  gsize index;
  json_t *item;

  *n = 0;
  if (!json_is_array (list) || json_array_size (list) > LIST_MAX)
    {
      sz_standard_reader_fault (reader, "standard.value_invalid", NULL);
      return NULL;
    }
  conditions = g_new0 (SzTitleCondition *, json_array_size (list) + 1);
  json_array_foreach (list, index, item)
  {
    SzTitleCondition *condition = read_condition (reader, item, depth);

    if (condition != NULL)
      conditions[(*n)++] = condition;
  }
  return conditions;
}

static void
read_path (SzStandardReader *reader, json_t *json, SzPath *path)
{
  static const char *const known[] = { "id", "name", "kind", "all", "waive", NULL };
  const char *word = json_string_value (json_object_get (json, "kind"));
  const int kind = sz_path_kind_find (word);
  json_t *waive = json_object_get (json, "waive");

  path->id = sz_standard_read_text (reader, json, "id", TRUE);
  path->name = sz_standard_read_text (reader, json, "name", TRUE);
  path->kind = kind >= 0 ? (SzPathKind)kind : SZ_PATH_NORMAL;
  if (word == NULL)
    sz_standard_reader_fault (reader, "standard.key_missing", "kind");
  else if (kind < 0)
    sz_standard_reader_fault (reader, "standard.kind_unknown", word);
  sz_standard_refuse_others (reader, json, known);
  if (json_object_get (json, "all") == NULL)
    sz_standard_reader_fault (reader, "standard.key_missing", "all");
  else
    path->all = read_list (reader, json_object_get (json, "all"), 0, &path->n_all);
  path->waive = waive != NULL ? sz_standard_read_words (reader, waive, "waive") : NULL;
  if (path->waive == NULL)
    path->waive = g_new0 (char *, 1);
}

static void
read_target (SzStandardReader *reader, json_t *json, SzTarget *target)
{
  static const char *const known[] = { "title", "common", "paths", NULL };
  json_t *paths = json_object_get (json, "paths");
  json_t *common = json_object_get (json, "common");
  const SzCode *code;

  target->title = sz_standard_read_text (reader, json, "title", TRUE);
  code = target->title != NULL ? sz_codes_by_name (SZ_TABLE_TITLE, target->title) : NULL;
  if (code != NULL && sz_standard_holds (reader->standard, code->code))
    {
      target->code = code->code;
      target->level = sz_title_level (code->code);
    }
  /* RULE ttl-12: a title that is none of the standard's is said, and the level is passed over. */
  if (target->title != NULL && target->code == NULL)
    return;
  sz_standard_refuse_others (reader, json, known);
  if (common != NULL)
    target->common = read_list (reader, common, 0, &target->n_common);
  if (!json_is_array (paths) || json_array_size (paths) > LIST_MAX)
    {
      sz_standard_reader_fault (reader,
                                paths == NULL ? "standard.key_missing" : "standard.value_invalid",
                                "paths");
      return;
    }
  target->paths = g_new0 (SzPath, json_array_size (paths) + 1);
  for (gsize i = 0; i < json_array_size (paths); i++)
    {
      target->n_paths = (guint)i + 1;
      reader->place.path = (int)i;
      /* The id comes first, so that faults can name the path. */
      read_path (reader, json_array_get (paths, i), &target->paths[i]);
    }
  reader->place.path = -1;
}

static void
read_date (SzStandardReader *reader, json_t *json, const char *key, gboolean required, SzDate *date)
{
  json_t *value = json_object_get (json, key);

  if (value == NULL || json_is_null (value))
    {
      if (required)
        sz_standard_reader_fault (reader, "standard.key_missing", key);
      return;
    }
  if (!json_is_string (value) || !sz_date_parse (json_string_value (value), date, NULL))
    sz_standard_reader_fault (reader, "standard.value_invalid", key);
}

static void
read_head (SzStandardReader *reader, json_t *json)
{
  static const char *const known[]
      = { "format", "version", "id",     "name",     "series", "codes", "source",
          "from",   "to",      "switch", "teaching", "levels", NULL };
  SzStandard *standard = reader->standard;
  json_t *key = json_object_get (json, "switch");

  standard->name = sz_standard_read_text (reader, json, "name", TRUE);
  standard->series = sz_standard_read_text (reader, json, "series", TRUE);
  standard->source = sz_standard_read_text (reader, json, "source", TRUE);
  read_date (reader, json, "from", TRUE, &standard->from);
  read_date (reader, json, "to", FALSE, &standard->to);
  if (json_is_string (key))
    standard->switch_key = g_strdup (json_string_value (key));
  else if (key != NULL && !json_is_null (key))
    sz_standard_reader_fault (reader, "standard.value_invalid", "switch");
  standard->teaching = sz_teaching_parse (json_string_value (json_object_get (json, "teaching")));
  if (standard->teaching == SZ_TEACHING_NONE)
    sz_standard_reader_fault (reader,
                              json_object_get (json, "teaching") == NULL ? "standard.key_missing"
                                                                         : "standard.value_invalid",
                              "teaching");
  sz_standard_refuse_others (reader, json, known);
}

static void
read_levels (SzStandardReader *reader, json_t *levels)
{
  SzStandard *standard = reader->standard;

  if (!json_is_array (levels) || json_array_size (levels) > LIST_MAX)
    {
      sz_standard_reader_fault (reader,
                                levels == NULL ? "standard.key_missing" : "standard.value_invalid",
                                "levels");
      return;
    }
  standard->targets = g_new0 (SzTarget, json_array_size (levels) + 1);
  for (gsize i = 0; i < json_array_size (levels); i++)
    {
      standard->n_targets = (guint)i + 1;
      reader->place.target = (int)i;
      read_target (reader, json_array_get (levels, i), &standard->targets[i]);
    }
  reader->place.target = -1;
}

static gboolean
refuse_format (const char *name, int line, const char *why, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%d", line);

  return sz_error_set (error, SZ_ERROR_FORMAT, "standard.format", "file", name, "line", number,
                       "why", why, NULL);
}

SzStandard *
sz_standard_parse (const char *text, const char *name, int place, GArray *faults, GError **error)
{
  g_autoptr (SzStandard) standard = sz_standard_new ();
  SzStandardReader reader = { faults, standard, { place, -1, -1 } };
  json_error_t fault;
  json_t *json, *codes;

  g_return_val_if_fail (text != NULL && name != NULL && faults != NULL, NULL);

  json = json_loads (text, JSON_REJECT_DUPLICATES, &fault);
  if (json == NULL)
    {
      refuse_format (name, fault.line, fault.text, error);
      return NULL;
    }
  codes = json_object_get (json, "codes");
  standard->id = g_strdup (json_string_value (json_object_get (json, "id")));
  if (g_strcmp0 (json_string_value (json_object_get (json, "format")), FORMAT) != 0
      || json_integer_value (json_object_get (json, "version")) != VERSION || standard->id == NULL
      || *standard->id == '\0')
    {
      refuse_format (name, 1, "format, version, id", error);
      json_decref (json);
      return NULL;
    }
  standard->codes = codes != NULL ? sz_standard_read_words (&reader, codes, "codes") : NULL;
  if (standard->codes == NULL || standard->codes[0] == NULL)
    {
      if (codes == NULL)
        sz_standard_reader_fault (&reader, "standard.key_missing", "codes");
      g_strfreev (standard->codes);
      standard->codes = g_strsplit ("000", ",", 1);
    }
  read_head (&reader, json);
  read_levels (&reader, json_object_get (json, "levels"));
  json_decref (json);
  return g_steal_pointer (&standard);
}

SzStandard *
sz_standard_load (const char *path, int place, GArray *faults, char **text, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *content = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) reason = NULL;
  SzStandard *standard;
  gsize length = 0;

  g_return_val_if_fail (path != NULL && faults != NULL, NULL);

  file = g_file_new_for_path (path);
  name = sz_source_dup_name (path);
  if (!sz_source_check (path, error))
    return NULL;
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL,
                            NULL);
  if (info != NULL && g_file_info_get_size (info) > SZ_STANDARD_BYTES_MAX)
    {
      sz_error_set (error, SZ_ERROR_FORMAT, "standard.too_large", "file", name, "max", "1 MiB",
                    NULL);
      return NULL;
    }
  if (!g_file_load_contents (file, NULL, &content, &length, NULL, &reason))
    {
      sz_error_set (error, SZ_ERROR_IO, "file.unreadable", "file", path, "detail", reason->message,
                    NULL);
      return NULL;
    }
  if (strlen (content) != length)
    {
      refuse_format (name, 1, "NUL", error);
      return NULL;
    }
  standard = sz_standard_parse (content, name, place, faults, error);
  if (standard != NULL && text != NULL)
    *text = g_steal_pointer (&content);
  return standard;
}

SzHonours *
sz_honours_shipped (void)
{
  SzHonours *honours = g_new0 (SzHonours, 1);
  json_t *root = sz_data_load ("honours.json");
  const gsize n = json_object_size (root);
  gsize place = 0;
  const char *name;
  json_t *list;

  honours->names = g_new0 (char *, n + 1);
  honours->synonyms = g_new0 (char **, n + 1);
  json_object_foreach (root, name, list)
  {
    const gsize n_synonyms = json_array_size (list);

    honours->names[place] = g_strdup (name);
    honours->synonyms[place] = g_new0 (char *, n_synonyms + 1);
    for (gsize i = 0; i < n_synonyms; i++)
      honours->synonyms[place][i] = g_strdup (json_string_value (json_array_get (list, i)));
    place++;
  }
  json_decref (root);
  return honours;
}

GPtrArray *
sz_standards_shipped (void)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (shipped); i++)
    g_ptr_array_add (texts, sz_data_dup_text (shipped[i]));
  return texts;
}
