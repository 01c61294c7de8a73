/* sz-people-names.c — the names of everybody: their places in each order, and how they are found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-people-names.h"

#include <stdlib.h>
#include <string.h>

#include "sz-nameindex.h"

#define N_ORDERS (SZ_NAME_ORDER_PINYIN + 1)

struct _SzPeopleNames
{
  guint n;
  guint32 *ranks[N_ORDERS];
  SzNameIndex *index; /* its ids are the numbers of the names */
};

/* Sort keys of all names, to be put in order. */
typedef struct
{
  const char *key;
  guint32 name;
} Keyed;

static int
compare_keyed_cb (const void *a, const void *b)
{
  return strcmp (((const Keyed *)a)->key, ((const Keyed *)b)->key);
}

static guint32 *
make_ranks (Keyed *keyed, guint n)
{
  guint32 *ranks = g_new (guint32, MAX (n, 1));
  guint32 rank = 0;

  qsort (keyed, n, sizeof *keyed, compare_keyed_cb);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && strcmp (keyed[i - 1].key, keyed[i].key) != 0)
        rank++;
      ranks[keyed[i].name] = rank;
    }
  return ranks;
}

static const char *
skip_text (const char *text)
{
  return text + strlen (text) + 1;
}

static guint32 *
rank_names (SzNameKeys *keys, SzNameOrder order, const char *names, guint n)
{
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autofree gsize *starts = g_new (gsize, MAX (n, 1));
  g_autofree Keyed *keyed = g_new (Keyed, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      const char *pinyin = skip_text (names);
      g_autofree char *key = sz_name_keys_sort_key (keys, order, names, pinyin);

      starts[i] = texts->len;
      g_string_append_len (texts, key, (gssize)strlen (key) + 1);
      names = skip_text (pinyin);
    }
  for (guint i = 0; i < n; i++)
    keyed[i] = (Keyed){ texts->str + starts[i], i };
  return make_ranks (keyed, n);
}

static SzNameIndex *
index_names (SzNameKeys *keys, const char *names, guint n)
{
  SzNameIndex *index = sz_name_index_new ();

  for (guint i = 0; i < n; i++)
    {
      const char *pinyin = skip_text (names);
      g_autofree char *key = sz_name_keys_search_key (keys, names, pinyin);

      sz_name_index_add (index, i, key);
      names = skip_text (pinyin);
    }
  return index;
}

SzPeopleNames *
sz_people_names_new (const char *names, guint n)
{
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();
  SzPeopleNames *self = g_new0 (SzPeopleNames, 1);

  g_return_val_if_fail (names != NULL || n == 0, self);
  self->n = n;
  for (guint order = 0; order < N_ORDERS; order++)
    self->ranks[order] = rank_names (keys, (SzNameOrder)order, names, n);
  self->index = index_names (keys, names, n);
  return self;
}

void
sz_people_names_free (SzPeopleNames *names)
{
  if (names == NULL)
    return;
  for (guint order = 0; order < N_ORDERS; order++)
    g_free (names->ranks[order]);
  sz_name_index_free (names->index);
  g_free (names);
}

const guint32 *
sz_people_names_get_ranks (const SzPeopleNames *names, SzNameOrder order)
{
  g_return_val_if_fail (names != NULL, NULL);

  return names->ranks[order];
}

guint8 *
sz_people_names_find (const SzPeopleNames *names, const char *text)
{
  g_autofree char *query = sz_name_fold_query (text);
  guint8 *found = g_new0 (guint8, MAX (names->n, 1));
  g_autoptr (GArray) hits = NULL;

  g_return_val_if_fail (names != NULL && text != NULL, found);
  if (*query == '\0')
    return found;
  hits = sz_name_index_find (names->index, query);
  for (guint i = 0; i < hits->len; i++)
    found[g_array_index (hits, gint64, i)] = 1;
  return found;
}
