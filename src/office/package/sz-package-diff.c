/* sz-package-diff.c — what a package would change here, row by row (RULE pkg-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-package-diff.h"

#include <stdlib.h>
#include <string.h>

#include "sz-package-part.h"
#include "sz-package-diff-private.h"
#include "sz-package-rows.h"
#include "sz-row-registry.h"

typedef struct
{
  SzOffice *office;
  SzStore *store;
  SzPackage *package;
  SzNatural *natural;
  SzPackageDiff *diff;
  GPtrArray *kept;    /* (nullable) */
  char *base_id;      /* (nullable) */
  GHashTable *coming; /* staff numbers of the package */

  /* of the section at hand */
  const SzRowType *type;
  GHashTable *mine; /* key → SzNaturalRow, borrowed from @mine_rows */
  GPtrArray *mine_rows;
  GHashTable *by_id_number; /* of people: id number → SzNaturalRow */
  GHashTable *base;         /* key → values */
  GHashTable *touched;
  GHashTable *seen;   /* keys that came */
  GPtrArray *section; /* items */
} Compare;

void
sz_handover_item_free (SzHandoverItem *item)
{
  g_free (item->key);
  g_free (item->mine);
  g_free (item->theirs);
  g_free (item->base);
  g_free (item);
}

void
sz_package_diff_free (SzPackageDiff *diff)
{
  g_ptr_array_unref (diff->items);
  g_free (diff);
}

const char *
sz_handover_state_word (SzHandoverState state)
{
  static const char *const words[] = { "new", "changed", "kept", "deleted", "conflict" };

  return words[state];
}

/* RULE pkg-6: the latest of this part that came from the sender, went to the sender, or is
   answered. */
static gboolean
find_base (Compare *compare, GError **error)
{
  g_autoptr (GArray) rows = sz_store_package_list (compare->store, SZ_ROWS_ALL, error);
  g_autofree char *name = NULL;
  g_autofree char *hex = NULL;

  if (rows == NULL)
    return FALSE;
  name = sz_package_dup_sender (compare->office, compare->package, error);
  hex = g_strdup (json_string_value (json_object_get (compare->package->manifest, "sender_key")));
  for (guint i = rows->len; i > 0; i--)
    {
      const SzPackageRow *row = &g_array_index (rows, SzPackageRow, i - 1);
      g_auto (GStrv) peers = g_strsplit (row->peers, "，", -1);
      const gboolean in = g_str_equal (row->direction, "in");

      if (*row->undone_by != '\0' || !g_str_equal (row->part, compare->package->part))
        continue;
      if ((in && g_ascii_strcasecmp (row->sender, hex) == 0)
          || (!in && name != NULL && g_strv_contains ((const char *const *)peers, name))
          || g_strcmp0 (row->package, compare->package->answers) == 0)
        {
          compare->base_id = g_strdup (row->package);
          return TRUE;
        }
    }
  return TRUE;
}

static void
keep_base_cb (const char *key, const char *values, gpointer user_data)
{
  g_hash_table_insert (user_data, g_strdup (key), g_strdup (values));
}

static const char *
text_at (const char *values, gsize at, json_t **array)
{
  *array = json_loads (values, 0, NULL);
  return json_string_value (json_array_get (*array, at));
}

/* Of people: staff_no, name, pinyin, id_number. */
#define ID_NUMBER_AT 3

static void
learn_id_numbers (Compare *compare)
{
  for (guint i = 0; i < compare->mine_rows->len; i++)
    {
      json_t *array;
      const SzNaturalRow *row = compare->mine_rows->pdata[i];
      const char *number = text_at (row->values, ID_NUMBER_AT, &array);

      if (number != NULL && *number != '\0')
        g_hash_table_insert (compare->by_id_number, g_strdup (number), (gpointer)row);
      json_decref (array);
    }
}

static void
end_section (Compare *compare)
{
  g_clear_pointer (&compare->mine, g_hash_table_unref);
  g_clear_pointer (&compare->mine_rows, g_ptr_array_unref);
  g_clear_pointer (&compare->by_id_number, g_hash_table_unref);
  g_clear_pointer (&compare->base, g_hash_table_unref);
  g_clear_pointer (&compare->touched, g_hash_table_unref);
  g_clear_pointer (&compare->seen, g_hash_table_unref);
  g_clear_pointer (&compare->section, g_ptr_array_unref);
  compare->type = NULL;
}

static gboolean
begin_section (Compare *compare, const char *table, GError **error)
{
  const SzPackagePart *part = sz_package_part_find (compare->package->part);

  if (part == NULL || !g_strv_contains (part->tables, table))
    return sz_error_set (error, SZ_ERROR_FORMAT, "package.damaged", NULL);
  compare->type = sz_row_registry_find (table);
  compare->mine_rows
      = sz_natural_list (compare->natural, compare->type, compare->package->year, error);
  if (compare->mine_rows == NULL)
    return FALSE;
  compare->mine = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < compare->mine_rows->len; i++)
    g_hash_table_insert (compare->mine, ((SzNaturalRow *)compare->mine_rows->pdata[i])->key,
                         compare->mine_rows->pdata[i]);
  compare->by_id_number = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_str_equal (table, "people"))
    learn_id_numbers (compare);
  compare->base = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  compare->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  compare->section = g_ptr_array_new ();
  compare->touched = sz_store_touched (compare->store, table, error);
  return compare->touched != NULL
         && (compare->base_id == NULL
             || sz_store_handover_each_of (compare->store, compare->base_id, table, keep_base_cb,
                                           compare->base, error));
}

/* Decides about one row; an equal one is only counted. Takes nothing. */
static void
add_item (Compare *compare,
          SzHandoverState state,
          const char *why,
          const char *key,
          const SzNaturalRow *mine,
          const char *theirs)
{
  SzHandoverItem *item = g_new0 (SzHandoverItem, 1);
  gint64 *counts[] = { &compare->diff->n_new, &compare->diff->n_changed, &compare->diff->n_kept,
                       &compare->diff->n_deleted, &compare->diff->n_conflicts };

  *item = (SzHandoverItem){
    .table = compare->type->table,
    .key = g_strdup (key),
    .state = state,
    .why = why,
    .id = mine != NULL ? mine->id : 0,
    .row_version = mine != NULL ? mine->row_version : 0,
    .mine = mine != NULL ? g_strdup (mine->values) : NULL,
    .theirs = g_strdup (theirs),
    .base = g_strdup (g_hash_table_lookup (compare->base, key)),
  };
  ++*counts[state];
  g_ptr_array_add (compare->section, item);
}

static const SzNaturalRow *
find_renumbered (Compare *compare, const char *theirs)
{
  json_t *array;
  const char *number;
  const SzNaturalRow *row;

  if (!g_str_equal (compare->type->table, "people"))
    return NULL;
  number = text_at (theirs, ID_NUMBER_AT, &array);
  row = number != NULL && *number != '\0' ? g_hash_table_lookup (compare->by_id_number, number)
                                          : NULL;
  json_decref (array);
  return row;
}

/* RULE pkg-6: i incoming, m mine, b the base's. */
static void
judge_row (Compare *compare, const char *key, const char *theirs)
{
  const SzNaturalRow *mine = g_hash_table_lookup (compare->mine, key);
  const char *base = g_hash_table_lookup (compare->base, key);
  const SzNaturalRow *other;

  if (mine == NULL)
    {
      other = find_renumbered (compare, theirs);
      if (other != NULL)
        add_item (compare, SZ_HANDOVER_CONFLICT, "renumbered", key, other, theirs);
      else if (base != NULL)
        add_item (compare, SZ_HANDOVER_CONFLICT, "deleted_here", key, NULL, theirs);
      else
        add_item (compare, SZ_HANDOVER_NEW, NULL, key, NULL, theirs);
    }
  else if (g_str_equal (mine->values, theirs))
    compare->diff->n_same++;
  else if (base != NULL && g_str_equal (mine->values, base))
    add_item (compare, SZ_HANDOVER_CHANGED, NULL, key, mine, theirs);
  else if (base != NULL && g_str_equal (theirs, base))
    add_item (compare, SZ_HANDOVER_KEPT, NULL, key, mine, theirs);
  else if (base == NULL && !g_hash_table_contains (compare->touched, &mine->id))
    add_item (compare, SZ_HANDOVER_CHANGED, NULL, key, mine, theirs);
  else
    add_item (compare, SZ_HANDOVER_CONFLICT, base != NULL ? "both" : "changed_here", key, mine,
              theirs);
}

/* What a complete part no longer has, though the base did, was deleted there. */
static void
judge_missing (Compare *compare)
{
  for (guint i = 0; compare->package->complete && i < compare->mine_rows->len; i++)
    {
      const SzNaturalRow *mine = compare->mine_rows->pdata[i];
      const char *base = g_hash_table_lookup (compare->base, mine->key);

      if (base == NULL || g_hash_table_contains (compare->seen, mine->key))
        continue;
      if (g_str_equal (mine->values, base))
        add_item (compare, SZ_HANDOVER_DELETED, NULL, mine->key, mine, NULL);
      else
        add_item (compare, SZ_HANDOVER_CONFLICT, "deleted_there", mine->key, mine, NULL);
    }
}

static int
compare_items_cb (gconstpointer a, gconstpointer b)
{
  const SzHandoverItem *const *left = a;
  const SzHandoverItem *const *right = b;

  return strcmp ((*left)->key, (*right)->key);
}

static void
finish_section (Compare *compare)
{
  if (compare->type == NULL)
    return;
  judge_missing (compare);
  g_ptr_array_sort (compare->section, compare_items_cb);
  for (guint i = 0; i < compare->section->len; i++)
    g_ptr_array_add (compare->diff->items, compare->section->pdata[i]);
  end_section (compare);
}

static gboolean
check_people (Compare *compare, const char *key, const char *values, GError **error)
{
  json_t *array = json_loads (values, 0, NULL);
  g_autoptr (GPtrArray) people = sz_natural_people (compare->type, array);
  gboolean done = TRUE;

  if (g_str_equal (compare->type->table, "people"))
    g_hash_table_add (compare->coming, g_strdup (json_string_value (json_array_get (array, 0))));
  for (guint i = 0; done && i < people->len; i++)
    if (!g_hash_table_contains (compare->coming, people->pdata[i])
        && !sz_natural_knows (compare->natural, people->pdata[i]))
      done = sz_error_set (error, SZ_ERROR_FORMAT, "package.reference", "table",
                           compare->type->table, "key", key, "column", people->pdata[i], NULL);
  json_decref (array);
  return done;
}

static gboolean
take_row (
    guint section, const json_t *columns, const json_t *row, gpointer user_data, GError **error)
{
  Compare *compare = user_data;
  g_autofree char *key = NULL;
  g_autofree char *values = NULL;

  if (row == NULL)
    {
      finish_section (compare);
      return begin_section (compare, sz_package_section (compare->package, section, NULL), error);
    }
  key = sz_natural_read (compare->type, columns, row, &values, error);
  if (key == NULL || !check_people (compare, key, values, error))
    return FALSE;
  if (!g_hash_table_add (compare->seen, g_strdup (key)))
    return sz_error_set (error, SZ_ERROR_FORMAT, "package.value", "table", compare->type->table,
                         "key", key, NULL);
  if (compare->kept != NULL)
    {
      SzHandoverItem *item = g_new0 (SzHandoverItem, 1);

      item->table = compare->type->table;
      item->key = g_strdup (key);
      item->theirs = g_strdup (values);
      g_ptr_array_add (compare->kept, item);
    }
  judge_row (compare, key, values);
  return TRUE;
}

SzPackageDiff *
sz_package_compare (SzOffice *office, SzPackage *package, GPtrArray *rows, GError **error)
{
  Compare compare = {
    .office = office, .store = sz_office_get_store (office), .package = package, .kept = rows
  };
  g_autoptr (SzPackageDiff) diff = g_new0 (SzPackageDiff, 1);
  gboolean done;

  diff->items = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_handover_item_free);
  compare.diff = diff;
  compare.coming = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  compare.natural = sz_natural_new (compare.store, error);
  done = compare.natural != NULL && find_base (&compare, error)
         && sz_package_each_row (package, take_row, &compare, error);
  if (done)
    finish_section (&compare);
  if (compare.section != NULL)
    g_ptr_array_set_free_func (compare.section, (GDestroyNotify)sz_handover_item_free);
  end_section (&compare);
  g_free (compare.base_id);
  g_hash_table_unref (compare.coming);
  sz_natural_free (compare.natural);
  return done ? g_steal_pointer (&diff) : NULL;
}

json_t *
sz_handover_item_fields (const SzHandoverItem *item)
{
  const SzRowType *type = sz_row_registry_find (item->table);
  json_t *columns = sz_natural_columns (type);
  json_t *mine = item->mine != NULL ? json_loads (item->mine, 0, NULL) : NULL;
  json_t *theirs = item->theirs != NULL ? json_loads (item->theirs, 0, NULL) : NULL;
  json_t *base = item->base != NULL ? json_loads (item->base, 0, NULL) : NULL;
  json_t *fields = json_array ();

  for (gsize i = 0; mine != NULL && theirs != NULL && i < json_array_size (columns); i++)
    {
      json_t *left = json_array_get (mine, i);
      json_t *right = json_array_get (theirs, i);

      if (!json_equal (left, right))
        json_array_append_new (fields,
                               json_pack ("{s:O, s:O, s:O, s:O?}", "field",
                                          json_array_get (columns, i), "mine", left, "theirs",
                                          right, "base", json_array_get (base, i)));
    }
  json_decref (columns);
  json_decref (mine);
  json_decref (theirs);
  json_decref (base);
  return fields;
}
