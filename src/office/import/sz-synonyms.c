/* sz-synonyms.c — how offices write headings and values (RULE ppl-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-synonyms.h"

#include <jansson.h>
#include <string.h>

#include "sz-data.h"
#include "sz-store-import.h"
#include "sz-text.h"

struct _SzSynonyms
{
  GHashTable *headings;           /* official heading → GStrv */
  GHashTable *texts[SZ_N_TABLES]; /* folded text → SzCode, borrowed from the tables */
};

static const char *const table_words[SZ_N_TABLES] = {
  [SZ_TABLE_SEX] = "sex",
  [SZ_TABLE_ETHNICITY] = "ethnicity",
  [SZ_TABLE_POLITICAL] = "political",
  [SZ_TABLE_EDUCATION] = "education",
  [SZ_TABLE_DEGREE] = "degree",
  [SZ_TABLE_TITLE] = "title",
  [SZ_TABLE_SKILL] = "skill",
  [SZ_TABLE_EMPLOYMENT] = "employment",
  [SZ_TABLE_POST_CATEGORY] = "post_category",
  [SZ_TABLE_SERVICE_STATE] = "service_state",
  [SZ_TABLE_PAY_REGIME] = "pay_regime",
  [SZ_TABLE_GRADE] = "grade",
  [SZ_TABLE_COURSE_TYPE] = "course_type",
  [SZ_TABLE_TRAINING_ROLE] = "training_role",
  [SZ_TABLE_TIME_SLOT] = "time_slot",
  [SZ_TABLE_PAY_MODE] = "pay_mode",
  [SZ_TABLE_YES_NO] = "yes_no",
  [SZ_TABLE_ACCOUNT] = "account",
  [SZ_TABLE_FUND] = "fund",
  [SZ_TABLE_WEEKDAY] = "weekday",
  [SZ_TABLE_WEEKS] = "weeks",
};

const char *
sz_synonyms_table_word (SzCodeTable table)
{
  g_return_val_if_fail (table < SZ_N_TABLES, NULL);

  return table_words[table];
}

static int
find_table (const char *word)
{
  for (int i = 0; i < SZ_N_TABLES; i++)
    {
      if (g_str_equal (table_words[i], word))
        return i;
    }
  return -1;
}

static void
add_shipped_headings (SzSynonyms *self, json_t *headings)
{
  const char *heading;
  json_t *others;

  json_object_foreach (headings, heading, others)
  {
    g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

    for (gsize i = 0; i < json_array_size (others); i++)
      g_strv_builder_add (builder, json_string_value (json_array_get (others, i)));
    g_hash_table_replace (self->headings, g_strdup (heading), g_strv_builder_end (builder));
  }
}

static void
add_shipped_values (SzSynonyms *self, json_t *values)
{
  const char *word;
  const char *text;
  json_t *table_values;
  json_t *official;

  json_object_foreach (values, word, table_values)
  {
    int table = find_table (word);

    g_assert (table >= 0);
    json_object_foreach (table_values, text, official)
    {
      const SzCode *code = sz_codes_by_name ((SzCodeTable)table, json_string_value (official));

      /* A synonym of something that the table does not have would be a fault of the data file. */
      if (code == NULL)
        g_error ("synonyms.json: %s has no %s", word, json_string_value (official));
      g_hash_table_replace (self->texts[table], sz_text_fold (text), (gpointer)code);
    }
  }
}

static gboolean
add_college (SzSynonyms *self, SzStore *store, GError **error)
{
  g_autoptr (GArray) rows = sz_store_synonym_list (store, SZ_ROWS_ALL, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const SzSynonym *row = &g_array_index (rows, SzSynonym, i);
      int table = find_table (row->code_table);
      const SzCode *code = table >= 0 ? sz_codes_by_code ((SzCodeTable)table, row->code) : NULL;

      if (code != NULL)
        g_hash_table_replace (self->texts[table], sz_text_fold (row->text), (gpointer)code);
    }
  return TRUE;
}

SzSynonyms *
sz_synonyms_new (SzStore *store, GError **error)
{
  g_autoptr (SzSynonyms) self = g_new0 (SzSynonyms, 1);
  json_t *root = sz_data_load ("synonyms.json");

  self->headings
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
  for (int i = 0; i < SZ_N_TABLES; i++)
    self->texts[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_shipped_headings (self, json_object_get (root, "headings"));
  add_shipped_values (self, json_object_get (root, "values"));
  json_decref (root);
  if (store != NULL && !add_college (self, store, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
sz_synonyms_free (SzSynonyms *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->headings);
  for (int i = 0; i < SZ_N_TABLES; i++)
    g_hash_table_unref (self->texts[i]);
  g_free (self);
}

const char *const *
sz_synonyms_headings (SzSynonyms *self, const char *heading)
{
  return g_hash_table_lookup (self->headings, heading);
}

/* 汉 for 汉族 and the other way round. */
static const SzCode *
find_ethnicity (const char *text)
{
  g_autofree char *other = g_str_has_suffix (text, "族")
                               ? g_strndup (text, strlen (text) - strlen ("族"))
                               : g_strconcat (text, "族", NULL);

  return sz_codes_by_name (SZ_TABLE_ETHNICITY, other);
}

const SzCode *
sz_synonyms_code (SzSynonyms *self, SzCodeTable table, const char *text)
{
  g_autofree char *folded = sz_text_fold (text);
  g_autofree char *squeezed = NULL;
  const SzCode *code;

  g_return_val_if_fail (table < SZ_N_TABLES, NULL);
  /* What the college decided wins over the official word. */
  code = g_hash_table_lookup (self->texts[table], folded);
  if (code == NULL)
    code = sz_codes_by_name (table, folded);
  if (code == NULL && table == SZ_TABLE_ETHNICITY && *folded != '\0')
    code = find_ethnicity (folded);
  squeezed = code == NULL ? sz_text_squeeze (folded) : NULL;
  if (squeezed != NULL && *squeezed != '\0' && !g_str_equal (squeezed, folded))
    return sz_synonyms_code (self, table, squeezed);
  return code;
}
