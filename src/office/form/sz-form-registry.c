/* sz-form-registry.c — the forms of all duties
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-private.h"

/* A line a duty. */
static const SzFormEntry *const duties[] = {
  sz_forms_people, sz_forms_pay,   sz_forms_recruit,
  sz_forms_titles, sz_forms_watch, sz_forms_workload,
};

const SzFormEntry *
sz_form_find_entry (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);
  for (gsize d = 0; d < G_N_ELEMENTS (duties); d++)
    for (const SzFormEntry *entry = duties[d]; entry->form.id != NULL; entry++)
      if (g_ascii_strcasecmp (entry->form.id, id) == 0)
        return entry;
  return NULL;
}

const SzForm *
sz_form_find (const char *id)
{
  const SzFormEntry *entry = sz_form_find_entry (id);

  return entry != NULL ? &entry->form : NULL;
}

/* By the number of the form, "F20" and F03a alike. */
static int
get_place (const SzFormEntry *entry)
{
  return entry->place != 0 ? entry->place : (int)g_ascii_strtoll (entry->form.id + 1, NULL, 10);
}

/* Those of one number stay as they stand in their table. */
static int
compare_entries_cb (gconstpointer a, gconstpointer b, gpointer order)
{
  const SzFormEntry *one = *(const SzFormEntry *const *)a;
  const SzFormEntry *other = *(const SzFormEntry *const *)b;

  if (get_place (one) != get_place (other))
    return get_place (one) - get_place (other);
  return GPOINTER_TO_INT (g_hash_table_lookup (order, one))
         - GPOINTER_TO_INT (g_hash_table_lookup (order, other));
}

GPtrArray *
sz_form_list_entries (void)
{
  g_autoptr (GHashTable) order = g_hash_table_new (NULL, NULL);
  GPtrArray *entries = g_ptr_array_new ();

  for (gsize d = 0; d < G_N_ELEMENTS (duties); d++)
    for (const SzFormEntry *entry = duties[d]; entry->form.id != NULL; entry++)
      {
        g_hash_table_insert (order, (gpointer)entry, GINT_TO_POINTER ((int)entries->len));
        g_ptr_array_add (entries, (gpointer)entry);
      }
  g_ptr_array_sort_with_data (entries, compare_entries_cb, order);
  return entries;
}

GStrv
sz_form_dup_ids (void)
{
  g_autoptr (GPtrArray) entries = sz_form_list_entries ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < entries->len; i++)
    g_strv_builder_add (builder, ((const SzFormEntry *)g_ptr_array_index (entries, i))->form.id);
  return g_strv_builder_end (builder);
}
