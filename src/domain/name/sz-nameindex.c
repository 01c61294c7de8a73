/* sz-nameindex.c — packed search keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-nameindex.h"

#include <string.h>

/*
 * Names and readings stand in packs of their own: what is typed in Latin letters is sought in the
 * readings and in the few names that have such letters, all else in the names. Each name is
 * followed, each reading led by a newline, which no query has; so no match reaches over a border.
 */
typedef struct
{
  GString *text;
  GArray *starts;  /* of guint32: where each entry begins in @text */
  GArray *numbers; /* of guint32: the person of each entry, ascending */
} Pack;

struct _SzNameIndex
{
  GArray *ids; /* of gint64, by person */
  Pack names;
  Pack latin_names; /* of @names those with an ASCII character */
  Pack readings;
};

static void
init_pack (Pack *pack)
{
  *pack = (Pack){
    .text = g_string_new (NULL),
    .starts = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .numbers = g_array_new (FALSE, FALSE, sizeof (guint32)),
  };
}

static void
clear_pack (Pack *pack)
{
  g_string_free (pack->text, TRUE);
  g_array_unref (pack->starts);
  g_array_unref (pack->numbers);
}

static void
reset_pack (Pack *pack)
{
  g_string_truncate (pack->text, 0);
  g_array_set_size (pack->starts, 0);
  g_array_set_size (pack->numbers, 0);
}

static void
add_to_pack (Pack *pack, guint32 number, const char *text, gsize length)
{
  const guint32 start = (guint32)pack->text->len;

  g_assert (pack->text->len + length < G_MAXUINT32);
  g_array_append_val (pack->starts, start);
  g_array_append_val (pack->numbers, number);
  g_string_append_len (pack->text, text, (gssize)length);
  g_string_append_c (pack->text, '\n');
}

SzNameIndex *
sz_name_index_new (void)
{
  SzNameIndex *index = g_new0 (SzNameIndex, 1);

  index->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  init_pack (&index->names);
  init_pack (&index->latin_names);
  init_pack (&index->readings);
  return index;
}

void
sz_name_index_free (SzNameIndex *index)
{
  if (index == NULL)
    return;
  g_array_unref (index->ids);
  clear_pack (&index->names);
  clear_pack (&index->latin_names);
  clear_pack (&index->readings);
  g_free (index);
}

void
sz_name_index_reset (SzNameIndex *index)
{
  g_return_if_fail (index != NULL);
  g_array_set_size (index->ids, 0);
  reset_pack (&index->names);
  reset_pack (&index->latin_names);
  reset_pack (&index->readings);
}

guint
sz_name_index_get_size (const SzNameIndex *index)
{
  g_return_val_if_fail (index != NULL, 0);
  return index->ids->len;
}

static gboolean
has_ascii (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar)text[i] < 0x80)
      return TRUE;
  return FALSE;
}

void
sz_name_index_add (SzNameIndex *index, gint64 id, const char *search_key)
{
  const char *readings = NULL;
  guint32 number = 0;
  gsize length = 0;

  g_return_if_fail (index != NULL && search_key != NULL);
  readings = strchrnul (search_key, '\n');
  length = (gsize)(readings - search_key);
  number = index->ids->len;
  g_array_append_val (index->ids, id);
  add_to_pack (&index->names, number, search_key, length);
  if (has_ascii (search_key, length))
    add_to_pack (&index->latin_names, number, search_key, length);
  if (*readings != '\0')
    add_to_pack (&index->readings, number, readings, strlen (readings));
}

/* The entry that @place is in, not before @from. */
static guint
find_entry (const Pack *pack, guint from, guint32 place)
{
  guint low = from;
  guint high = pack->starts->len;

  while (high - low > 1)
    {
      const guint middle = low + (high - low) / 2;

      if (g_array_index (pack->starts, guint32, middle) <= place)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* The numbers of the persons with @sought in the pack, ascending. */
static GArray *
find_in_pack (const Pack *pack, const char *sought, gsize length)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));
  const char *text = pack->text->str;
  gsize place = 0;
  guint entry = 0;

  while (place < pack->text->len)
    {
      const char *hit = memmem (text + place, pack->text->len - place, sought, length);

      if (hit == NULL)
        break;
      entry = find_entry (pack, entry, (guint32)(hit - text));
      g_array_append_val (found, g_array_index (pack->numbers, guint32, entry));
      entry++;
      if (entry == pack->starts->len)
        break;
      place = g_array_index (pack->starts, guint32, entry);
    }
  return found;
}

static GArray *
take_all (const SzNameIndex *index)
{
  return g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (gint64)), index->ids->data,
                              index->ids->len);
}

static gboolean
is_ascii (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar)text[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/* Merges two ascending rows of numbers into ids. */
static GArray *
merge_ids (const SzNameIndex *index, const GArray *left, const GArray *right)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), left->len + right->len);
  guint i = 0;
  guint j = 0;

  while (i < left->len || j < right->len)
    {
      const guint32 a = i < left->len ? g_array_index (left, guint32, i) : G_MAXUINT32;
      const guint32 b = j < right->len ? g_array_index (right, guint32, j) : G_MAXUINT32;

      g_array_append_val (ids, g_array_index (index->ids, gint64, MIN (a, b)));
      i += a <= b;
      j += b <= a;
    }
  return ids;
}

/* RULE ppl-6 */
GArray *
sz_name_index_find (const SzNameIndex *index, const char *folded_query)
{
  g_autoptr (GArray) by_name = NULL;
  g_autoptr (GArray) by_reading = NULL;
  g_autofree char *led = NULL;
  gsize length = 0;

  g_return_val_if_fail (index != NULL && folded_query != NULL, NULL);
  length = strlen (folded_query);
  if (length == 0)
    return take_all (index);
  led = g_strconcat ("\n", folded_query, NULL);
  by_name = find_in_pack (has_ascii (folded_query, length) ? &index->latin_names : &index->names,
                          folded_query, length);
  by_reading = is_ascii (folded_query, length) ? find_in_pack (&index->readings, led, length + 1)
                                               : g_array_new (FALSE, FALSE, sizeof (guint32));
  return merge_ids (index, by_name, by_reading);
}
