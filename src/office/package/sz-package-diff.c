/* sz-package-diff.c — what a package would change here, row by row (RULE pkg-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-package-diff.h"

#include <stdlib.h>
#include <string.h>

#include "sz-frozen-rows.h"
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
  GHashTable *coming; /* "table\tkey" of the rows of the package */
  SzPackageScope *scope;

  /* of the section at hand */
  const char *table;     /* NULL between sections */
  const SzRowType *type; /* one of the two */
  const SzFrozenTable *frozen;
  GHashTable *mine; /* key → SzNaturalRow, borrowed from @mine_rows */
  GPtrArray *mine_rows;
  GHashTable *by_id_number; /* of people: id number → SzNaturalRow */
  GHashTable *base;         /* key → values */
  GHashTable *touched;
  GHashTable *seen; /* keys that came */
  const char *key;  /* of the row at hand */
  guint place;
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

/* Of a run, a plan or a batch only a package of the same can be the base. */
static gboolean
holds_head (Compare *compare, const char *package, gboolean *holds, GError **error)
{
  const SzPackagePart *part = sz_package_part_find (compare->package->part);
  const char *asked = sz_package_asked (compare->package);
  g_auto (SzHandoverRow) row = { 0 };

  *holds = TRUE;
  if (asked == NULL || part == NULL)
    return TRUE;
  for (const SzPackageTable *line = part->tables; line->table != NULL; line++)
    if (line->column != NULL)
      {
        row.package = g_strdup (package);
        row.of_table = g_strdup (line->table);
        row.row_key = g_strdup (asked);
        return sz_store_handover_find (compare->store, &row, holds, error);
      }
  return TRUE;
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
          gboolean holds;

          if (!holds_head (compare, row->package, &holds, error))
            return FALSE;
          if (!holds)
            continue;
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
  compare->table = NULL;
}

static gboolean
begin_section (Compare *compare, const char *table, GError **error)
{
  const SzPackagePart *part = sz_package_part_find (compare->package->part);

  if (part == NULL || sz_package_part_table (part, table) == NULL)
    return sz_error_set (error, SZ_ERROR_FORMAT, "package.damaged", NULL);
  compare->table = sz_package_part_table (part, table)->table;
  compare->type = sz_row_registry_find (table);
  compare->frozen = sz_frozen_table_find (table);
  compare->mine_rows = sz_package_scope_list (compare->scope, compare->natural, table, error);
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
    .table = compare->table,
    .key = g_strdup (key),
    .state = state,
    .why = why,
    .place = compare->place++,
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

  if (!g_str_equal (compare->table, "people"))
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
  else if (base == NULL && compare->frozen == NULL
           && !g_hash_table_contains (compare->touched, &mine->id))
    add_item (compare, SZ_HANDOVER_CHANGED, NULL, key, mine, theirs);
  else
    add_item (compare, SZ_HANDOVER_CONFLICT, base != NULL ? "both" : "changed_here", key, mine,
              theirs);
}

/* What a complete part no longer has, though the base did, was deleted there. */
static void
judge_missing (Compare *compare)
{
  for (guint i = 0;
       compare->package->complete && compare->frozen == NULL && i < compare->mine_rows->len; i++)
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
  if (compare->table == NULL)
    return;
  judge_missing (compare);
  g_ptr_array_sort (compare->section, compare_items_cb);
  for (guint i = 0; i < compare->section->len; i++)
    g_ptr_array_add (compare->diff->items, compare->section->pdata[i]);
  end_section (compare);
}

static char *
name_row (const char *table, const char *key)
{
  return g_strconcat (table, "\t", key, NULL);
}

static gboolean
check_link (const char *table, const char *key, gpointer user_data, GError **error)
{
  Compare *compare = user_data;
  g_autofree char *name = table != NULL ? name_row (table, key) : NULL;

  return (name != NULL
          && (g_hash_table_contains (compare->coming, name)
              || sz_natural_id_of (compare->natural, table, key) != 0))
         || sz_error_set (error, SZ_ERROR_FORMAT, "package.reference", "table", compare->table,
                          "key", compare->key, "column", key, NULL);
}

/* What it names stands before it in the package, or is here. */
static gboolean
check_links (Compare *compare, const char *key, const char *values, GError **error)
{
  json_t *array = json_loads (values, 0, NULL);
  gboolean done;

  compare->key = key;
  done = compare->frozen != NULL
             ? sz_frozen_each_link (compare->frozen, array, check_link, compare, error)
             : sz_natural_each_link (compare->type, array, check_link, compare, error);
  if (compare->frozen == NULL)
    g_hash_table_add (compare->coming, name_row (compare->table, key));
  json_decref (array);
  return done;
}

static void
keep_row (Compare *compare, const char *key, const char *values)
{
  SzHandoverItem *item;

  if (compare->kept == NULL || compare->frozen != NULL)
    return;
  item = g_new0 (SzHandoverItem, 1);
  item->table = compare->table;
  item->key = g_strdup (key);
  item->theirs = g_strdup (values);
  g_ptr_array_add (compare->kept, item);
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
  key = compare->frozen != NULL ? sz_frozen_read (compare->frozen, columns, row, &values, error)
                                : sz_natural_read (compare->type, columns, row, &values, error);
  if (key != NULL && compare->frozen == NULL)
    key = sz_natural_tell_apart (compare->type, compare->seen, key);
  if (key == NULL || !check_links (compare, key, values, error))
    return FALSE;
  if (!g_hash_table_add (compare->seen, g_strdup (key)))
    return sz_error_set (error, SZ_ERROR_FORMAT, "package.value", "table", compare->table, "key",
                         key, NULL);
  keep_row (compare, key, values);
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
  const SzPackagePart *part = sz_package_part_find (package->part);
  gboolean done;

  if (part != NULL)
    compare.scope = sz_package_scope_new (part, package->year, sz_package_asked (package));
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
  sz_package_scope_free (compare.scope);
  sz_natural_free (compare.natural);
  return done ? g_steal_pointer (&diff) : NULL;
}

json_t *
sz_handover_item_fields (const SzHandoverItem *item)
{
  const SzFrozenTable *frozen = sz_frozen_table_find (item->table);
  json_t *columns = frozen != NULL ? sz_frozen_columns (frozen)
                                   : sz_natural_columns (sz_row_registry_find (item->table));
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
