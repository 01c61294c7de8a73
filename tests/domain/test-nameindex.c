/* test-nameindex.c — the index finds what the keys one by one find
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-nameindex.h"

#include "sz-namekey.h"

#include "names.h"

#include <locale.h>
#include <string.h>

static void
add (SzNameIndex *index, SzNameKeys *keys, gint64 id, const char *name)
{
  g_autofree char *key = sz_name_keys_search_key (keys, name, NULL);

  sz_name_index_add (index, id, key);
}

/* The ids found, with blanks between. */
static char *
find (const SzNameIndex *index, const char *text)
{
  g_autofree char *query = sz_name_fold_query (text);
  g_autoptr (GArray) ids = sz_name_index_find (index, query);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (found, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            g_array_index (ids, gint64, i));
  return g_strdup (found->str);
}

typedef struct
{
  const char *query;
  const char *found;
} Case;

static const Case cases[] = {
  { "曾", "30" },    { "zeng", "30" },     { "zg", "30" },
  { "张", "10 20" }, { "zhang", "10 20" }, { "z", "10 20 30" },
  { "zs", "10" },    { "三", "10" },       { "smith", "50" },
  { "js", "50" },    { "lu", "40" },       { "lv", "40" },
  { "a某", "60" },   { "am", "60" },       { "藩张", "" },
  { "藩吕", "" },    { "smitha", "" },     { "zengguofanx", "" },
  { "guofan", "" },  { "布j", "" },        { "", "10 20 30 40 50 60" },
};

static SzNameIndex *
make_index (SzNameKeys *keys)
{
  static const char *const names[] = { "张三", "张一", "曾国藩", "吕布", "John Smith", "A某" };
  SzNameIndex *index = sz_name_index_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add (index, keys, 10 * (i + 1), names[i]);
  return index;
}

static void
test_find (void)
{
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();
  g_autoptr (SzNameIndex) index = make_index (keys);

  g_assert_cmpuint (sz_name_index_get_size (index), ==, 6);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (index, cases[i].query);

      g_test_message ("%s", cases[i].query);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_reset (void)
{
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();
  g_autoptr (SzNameIndex) index = make_index (keys);
  g_autofree char *none = NULL;
  g_autofree char *one = NULL;

  sz_name_index_reset (index);
  none = find (index, "z");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpuint (sz_name_index_get_size (index), ==, 0);
  add (index, keys, -7, "赵一");
  one = find (index, "z");
  g_assert_cmpstr (one, ==, "-7");
}

static void
test_same_id_and_empty_keys (void)
{
  g_autoptr (SzNameIndex) index = sz_name_index_new ();
  g_autofree char *found = NULL;
  g_autofree char *all = NULL;

  sz_name_index_add (index, 1, "");
  sz_name_index_add (index, 1, "王\nwang\nw");
  sz_name_index_add (index, 2, "");
  sz_name_index_add (index, 1, "汪\nwang\nw");
  found = find (index, "w");
  all = find (index, "");
  g_assert_cmpstr (found, ==, "1 1");
  g_assert_cmpstr (all, ==, "1 1 2 1");
}

static char *
make_query (GRand *random, const char *name, const char *key)
{
  g_auto (GStrv) lines = g_strsplit (key, "\n", -1);
  const int line = g_rand_int_range (random, 0, (gint32)g_strv_length (lines));
  char *part = pick_part (random, lines[line]);

  /* half of the readings' parts are beginnings, and one query in ten finds nothing much */
  if (line > 0 && g_rand_boolean (random))
    {
      g_free (part);
      part = g_strndup (lines[line], (gsize)g_rand_int_range (random, 1, 5));
    }
  if (g_rand_int_range (random, 0, 10) == 0)
    {
      char *longer = g_strconcat (part, name, NULL);

      g_free (part);
      return longer;
    }
  return part;
}

static void
test_law_same_as_keys (void)
{
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();
  g_autoptr (SzNameIndex) index = sz_name_index_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  g_autoptr (GPtrArray) search_keys = g_ptr_array_new_with_free_func (g_free);
  guint n_found = 0;

  g_test_message ("seed 8");
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *plain = make_name (random);
      g_autofree char *name = g_strconcat (plain, i % 50 == 0 ? "a B" : "", NULL);
      char *key = sz_name_keys_search_key (keys, name, i % 9 == 0 ? "lv xin" : NULL);

      sz_name_index_add (index, (gint64)i * 3, key);
      g_ptr_array_add (search_keys, key);
    }
  for (guint i = 0; i < 500; i++)
    {
      const char *key = search_keys->pdata[g_rand_int_range (random, 0, 2000)];
      g_autofree char *name = g_strndup (key, strcspn (key, "\n"));
      g_autofree char *query = make_query (random, name, key);
      g_autoptr (GArray) ids = sz_name_index_find (index, query);
      guint next = 0;

      for (guint j = 0; j < search_keys->len; j++)
        if (sz_name_key_matches (search_keys->pdata[j], query))
          {
            g_assert_cmpuint (next, <, ids->len);
            g_assert_cmpint (g_array_index (ids, gint64, next), ==, (gint64)j * 3);
            next++;
          }
      g_assert_cmpuint (next, ==, ids->len);
      n_found += next;
    }
  g_assert_cmpuint (n_found, >, 500);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/ppl-6/index/find", test_find);
  g_test_add_func ("/domain/ppl-6/index/reset", test_reset);
  g_test_add_func ("/domain/ppl-6/index/same-id-and-empty-keys", test_same_id_and_empty_keys);
  g_test_add_func ("/domain/ppl-6/index/law/same-as-keys", test_law_same_as_keys);
  return g_test_run ();
}
