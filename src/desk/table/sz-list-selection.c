/* sz-list-selection.c — which rows a table has, and which of them are selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-list-table-private.h"

guint
sz_list_table_get_size (SzListTable *self)
{
  g_return_val_if_fail (SZ_IS_LIST_TABLE (self), 0);

  return self->model != NULL ? sz_list_model_get_ids (self->model)->len : 0;
}

GArray *
sz_list_table_get_selected (SzListTable *self)
{
  g_autoptr (GtkBitset) places
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  const GArray *ids = sz_list_model_get_ids (self->model);
  GArray *selected
      = g_array_sized_new (FALSE, FALSE, sizeof (gint64), (guint)gtk_bitset_get_size (places));
  GtkBitsetIter iter;
  guint place;

  for (gboolean valid = gtk_bitset_iter_init_first (&iter, places, &place); valid;
       valid = gtk_bitset_iter_next (&iter, &place))
    if (place < ids->len)
      g_array_append_val (selected, g_array_index (ids, gint64, place));
  return selected;
}

guint
_sz_list_table_count_selected (SzListTable *self)
{
  g_autoptr (GtkBitset) places
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return (guint)gtk_bitset_get_size (places);
}

gint64
sz_list_table_get_current (SzListTable *self)
{
  g_autoptr (GtkBitset) places
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  const GArray *ids = sz_list_model_get_ids (self->model);
  guint place = gtk_bitset_get_size (places) == 1 ? gtk_bitset_get_nth (places, 0) : G_MAXUINT;

  return place < ids->len ? g_array_index (ids, gint64, place) : 0;
}

GtkBitset *
_sz_list_table_find_places (SzListTable *self, const GArray *selected)
{
  g_autoptr (GHashTable) sought = g_hash_table_new (g_int64_hash, g_int64_equal);
  const GArray *ids = sz_list_model_get_ids (self->model);
  GtkBitset *places = gtk_bitset_new_empty ();
  guint n_left = selected->len;

  if (selected->len == 1)
    {
      guint place = sz_list_model_find (self->model, g_array_index (selected, gint64, 0));

      if (place != GTK_INVALID_LIST_POSITION)
        gtk_bitset_add (places, place);
      return places;
    }
  for (guint i = 0; i < selected->len; i++)
    g_hash_table_add (sought, &g_array_index (selected, gint64, i));
  for (guint i = 0; i < ids->len && n_left > 0; i++)
    if (g_hash_table_contains (sought, &g_array_index (ids, gint64, i)))
      {
        gtk_bitset_add (places, i);
        n_left--;
      }
  return places;
}
