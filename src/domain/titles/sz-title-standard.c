/* sz-title-standard.c — the conditions of titles as data 申报条件 (RULE ttl-2, ttl-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-title-standard.h"

#include <string.h>

#include "sz-text.h"

static const char *const kind_words[SZ_N_TITLE_CONDITION_KINDS] = {
  [SZ_TITLE_CONDITION_EDUCATION] = "education",
  [SZ_TITLE_CONDITION_DEGREE] = "degree",
  [SZ_TITLE_CONDITION_TITLE_YEARS] = "title_years",
  [SZ_TITLE_CONDITION_WORK_YEARS] = "work_years",
  [SZ_TITLE_CONDITION_ASSESSMENTS] = "assessments",
  [SZ_TITLE_CONDITION_HOURS] = "hours",
  [SZ_TITLE_CONDITION_SKILL] = "skill",
  [SZ_TITLE_CONDITION_CERTIFICATE] = "certificate",
  [SZ_TITLE_CONDITION_ADVISER] = "adviser",
  [SZ_TITLE_CONDITION_FURTHER] = "further_education",
  [SZ_TITLE_CONDITION_PRACTICE] = "practice",
  [SZ_TITLE_CONDITION_ACHIEVEMENTS] = "achievements",
  [SZ_TITLE_CONDITION_HONOUR] = "honour",
  [SZ_TITLE_CONDITION_ALL] = "all",
  [SZ_TITLE_CONDITION_ANY] = "any",
  [SZ_TITLE_CONDITION_N_OF] = "n_of",
};

static const char *const path_words[SZ_N_PATH_KINDS] = {
  [SZ_PATH_NORMAL] = "normal",
  [SZ_PATH_SKILL] = "skill",
  [SZ_PATH_DIRECT] = "direct",
  [SZ_PATH_EXCEPTIONAL] = "exceptional",
};

static const struct
{
  SzTeachKind teaching;
  const char *name;
} teachings[] = {
  { SZ_TEACHING_GENERAL, "文化课" },
  { SZ_TEACHING_SPECIAL, "专业课" },
  { SZ_TEACHING_PRACTICAL, "实习指导" },
};

static int
find_word (const char *const *words, int n, const char *word)
{
  for (int i = 0; word != NULL && i < n; i++)
    if (g_str_equal (words[i], word))
      return i;
  return -1;
}

const char *
sz_title_condition_kind_word (SzTitleConditionKind kind)
{
  g_return_val_if_fail ((guint)kind < SZ_N_TITLE_CONDITION_KINDS, "");
  return kind_words[kind];
}

int
sz_title_condition_kind_find (const char *word)
{
  return find_word (kind_words, SZ_N_TITLE_CONDITION_KINDS, word);
}

const char *
sz_path_kind_word (SzPathKind kind)
{
  g_return_val_if_fail ((guint)kind < SZ_N_PATH_KINDS, "");
  return path_words[kind];
}

int
sz_path_kind_find (const char *word)
{
  return find_word (path_words, SZ_N_PATH_KINDS, word);
}

SzTeachKind
sz_teaching_parse (const char *name)
{
  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (teachings); i++)
    if (g_str_equal (name, teachings[i].name))
      return teachings[i].teaching;
  return SZ_TEACHING_NONE;
}

const char *
sz_teaching_name (SzTeachKind teaching)
{
  for (gsize i = 0; i < G_N_ELEMENTS (teachings); i++)
    if (teachings[i].teaching == teaching)
      return teachings[i].name;
  return "";
}

SzTitleCondition *
sz_title_condition_new (SzTitleConditionKind kind, const char *id)
{
  SzTitleCondition *condition = g_new0 (SzTitleCondition, 1);

  condition->kind = kind;
  condition->id = g_strdup (id);
  return condition;
}

static void
free_conditions (SzTitleCondition **conditions, guint n)
{
  for (guint i = 0; i < n; i++)
    sz_title_condition_free (conditions[i]);
  g_free (conditions);
}

void
sz_title_condition_free (SzTitleCondition *condition)
{
  if (condition == NULL)
    return;
  for (guint i = 0; i < condition->n_items; i++)
    g_free (condition->items[i].name);
  g_free (condition->items);
  g_strfreev (condition->roles);
  g_strfreev (condition->names);
  free_conditions (condition->members, condition->n_members);
  g_free (condition->id);
  g_free (condition);
}

SzStandard *
sz_standard_new (void)
{
  return g_new0 (SzStandard, 1);
}

void
sz_standard_free (SzStandard *standard)
{
  if (standard == NULL)
    return;
  for (guint i = 0; i < standard->n_targets; i++)
    {
      SzTarget *target = &standard->targets[i];

      for (guint j = 0; j < target->n_paths; j++)
        {
          free_conditions (target->paths[j].all, target->paths[j].n_all);
          g_strfreev (target->paths[j].waive);
          g_free (target->paths[j].id);
          g_free (target->paths[j].name);
        }
      g_free (target->paths);
      free_conditions (target->common, target->n_common);
      g_free (target->title);
    }
  g_free (standard->targets);
  g_strfreev (standard->codes);
  g_free (standard->id);
  g_free (standard->name);
  g_free (standard->series);
  g_free (standard->source);
  g_free (standard->switch_key);
  g_free (standard);
}

gboolean
sz_standard_holds (const SzStandard *standard, const char *code)
{
  g_return_val_if_fail (standard != NULL, FALSE);
  return code != NULL && sz_word_in ((const char *const *)standard->codes, code);
}

const SzTarget *
sz_standard_find (const SzStandard *standard, const char *code)
{
  g_return_val_if_fail (standard != NULL, NULL);
  for (guint i = 0; code != NULL && i < standard->n_targets; i++)
    if (g_strcmp0 (standard->targets[i].code, code) == 0)
      return &standard->targets[i];
  return NULL;
}

int
sz_standard_compare (const SzStandard *a, const SzStandard *b)
{
  int order;

  g_return_val_if_fail (a != NULL && b != NULL, 0);
  order = g_strcmp0 (a->codes != NULL ? a->codes[0] : NULL, b->codes != NULL ? b->codes[0] : NULL);
  return order != 0 ? order : g_strcmp0 (a->id, b->id);
}

gboolean
sz_path_waives (const SzPath *path, const char *id)
{
  g_return_val_if_fail (path != NULL, FALSE);
  return sz_word_in ((const char *const *)path->waive, id);
}

/* Whether @text is the name at @index of the list, or one of its synonyms. */
static gboolean
means_honour (const SzHonours *honours, gsize index, const char *text)
{
  return g_str_equal (honours->names[index], text)
         || sz_word_in ((const char *const *)honours->synonyms[index], text);
}

const char *
sz_honour_official (const SzHonours *honours, char *const *names, const char *text)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  folded = sz_text_fold (text);
  for (gsize i = 0; honours != NULL && honours->names[i] != NULL; i++)
    if (means_honour (honours, i, folded)
        && (names == NULL || sz_word_in ((const char *const *)names, honours->names[i])))
      return honours->names[i];
  for (gsize i = 0; names != NULL && names[i] != NULL; i++)
    if (g_str_equal (names[i], folded))
      return names[i];
  return NULL;
}

void
sz_honours_free (SzHonours *honours)
{
  if (honours == NULL)
    return;
  for (gsize i = 0; honours->names[i] != NULL; i++)
    g_strfreev (honours->synonyms[i]);
  g_free (honours->synonyms);
  g_strfreev (honours->names);
  g_free (honours);
}
