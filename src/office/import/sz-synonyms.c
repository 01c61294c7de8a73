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
  GHashTable *headings;           /* official heading, or kind and heading → GStrv */
  GHashTable *words;              /* kind, heading and folded text → official word */
  GHashTable *texts[SZ_N_TABLES]; /* folded text → SzCode, borrowed from the tables */
};

static int
find_table (const char *word)
{
  for (int i = 0; i < SZ_N_TABLES; i++)
    {
      if (g_str_equal (sz_codes_word ((SzCodeTable)i), word))
        return i;
    }
  return -1;
}

/* What a kind says of a heading is one key of both tables. */
static char *
make_key (const char *kind, const char *heading, const char *text)
{
  return g_strjoin ("\x1f", kind, heading, text, NULL);
}

/* @kind NULL: for every kind. The list of a kind holds what every kind knows, too. */
static void
add_shipped_headings (SzSynonyms *self, const char *kind, json_t *headings)
{
  const char *heading;
  json_t *others;

  json_object_foreach (headings, heading, others)
  {
    g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
    char *key = kind != NULL ? make_key (kind, heading, NULL) : g_strdup (heading);

    for (gsize i = 0; i < json_array_size (others); i++)
      g_strv_builder_add (builder, json_string_value (json_array_get (others, i)));
    if (kind != NULL && g_hash_table_contains (self->headings, heading))
      g_strv_builder_addv (builder, g_hash_table_lookup (self->headings, heading));
    g_hash_table_replace (self->headings, key, g_strv_builder_end (builder));
  }
}

/* {"kinship": {"headings": {"姓名": ["姓名甲"]}, "values": {"关系": {"配偶": "夫妻"}}}} */
static void
add_shipped_kinds (SzSynonyms *self, json_t *kinds)
{
  const char *kind;
  const char *heading;
  const char *text;
  json_t *section;
  json_t *values;
  json_t *official;

  json_object_foreach (kinds, kind, section)
  {
    add_shipped_headings (self, kind, json_object_get (section, "headings"));
    json_object_foreach (json_object_get (section, "values"), heading, values)
    {
      json_object_foreach (values, text, official)
      {
        g_autofree char *folded = sz_text_fold (text);

        g_hash_table_replace (self->words, make_key (kind, heading, folded),
                              g_strdup (json_string_value (official)));
      }
    }
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
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (int i = 0; i < SZ_N_TABLES; i++)
    self->texts[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_shipped_headings (self, NULL, json_object_get (root, "headings"));
  add_shipped_kinds (self, json_object_get (root, "kinds"));
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
  g_hash_table_unref (self->words);
  for (int i = 0; i < SZ_N_TABLES; i++)
    g_hash_table_unref (self->texts[i]);
  g_free (self);
}

const char *const *
sz_synonyms_headings (SzSynonyms *self, const char *kind, const char *heading)
{
  g_autofree char *key = NULL;
  const char *const *own;

  g_return_val_if_fail (self != NULL && kind != NULL && heading != NULL, NULL);

  key = make_key (kind, heading, NULL);
  own = g_hash_table_lookup (self->headings, key);
  return own != NULL ? own : g_hash_table_lookup (self->headings, heading);
}

const char *
sz_synonyms_word (SzSynonyms *self, const char *kind, const char *heading, const char *text)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL && kind != NULL && heading != NULL && text != NULL, NULL);

  key = make_key (kind, heading, text);
  return g_hash_table_lookup (self->words, key);
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
