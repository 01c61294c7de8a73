/* sz-store-names.c — everybody's names and numbers, for search and matching
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-names.h"

#include <string.h>

#include "sz-arena.h"
#include "sz-store-private.h"

static gboolean
read_names (SzStore *store, SzArena *arena, GArray *people, GError **error)
{
  g_autoptr (SzStmt) stmt = sz_db_prepare_many (
      store->db, "SELECT id, staff_no, name, pinyin, id_number FROM people ORDER BY staff_no",
      error);
  gboolean more = TRUE;

  if (stmt == NULL)
    return FALSE;
  for (;;)
    {
      const char *texts[4];
      SzPersonName name;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      for (int i = 0; i < 4; i++)
        {
          gsize length = 0;
          const char *text = store->db->klass->column_text (stmt, i + 1, &length);

          texts[i] = length > 0 ? sz_arena_string (arena, text, length) : "";
        }
      name = (SzPersonName){ sz_stmt_int (stmt, 0), texts[0], texts[1], texts[2], texts[3] };
      g_array_append_val (people, name);
    }
}

SzPersonNames *
sz_store_people_names (SzStore *store, GError **error)
{
  g_autoptr (SzArena) arena = NULL;
  g_autoptr (GArray) people = NULL;
  SzPersonNames *names;

  g_return_val_if_fail (store != NULL, NULL);

  arena = sz_arena_new ();
  people = g_array_new (FALSE, FALSE, sizeof (SzPersonName));
  if (!read_names (store, arena, people, error))
    return NULL;
  names = g_new0 (SzPersonNames, 1);
  names->n_people = people->len;
  names->people = sz_arena_take (arena, g_array_free (g_steal_pointer (&people), FALSE));
  names->storage = g_steal_pointer (&arena);
  return names;
}

void
sz_person_names_free (SzPersonNames *names)
{
  if (names == NULL)
    return;
  sz_arena_free (names->storage);
  g_free (names);
}

const SzPersonName *
sz_person_names_find (const SzPersonNames *names, const char *staff_no)
{
  gsize low = 0, high;

  g_return_val_if_fail (names != NULL && staff_no != NULL, NULL);

  high = names->n_people;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      int order = strcmp (names->people[middle].staff_no, staff_no);

      if (order == 0)
        return &names->people[middle];
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}
