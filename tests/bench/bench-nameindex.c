/* bench-nameindex.c — how long a hundred thousand names take to index, to search and to sort
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The target is a time (p99 of a search by two characters or initials among 100,000 names, 5 ms);
 * beside it, for the record, stands the plain way on the same keys: asking every key in turn.
 */
#include "bench-series.h"
#include "sz-nameindex.h"
#include "sz-namekey.h"

#include "names.h"

#include <locale.h>
#include <string.h>

#define N_NAMES 100000
#define N_QUERIES 1000
#define TARGET_MS 5

typedef struct
{
  GPtrArray *names;
  GPtrArray *search_keys;
  SzNameIndex *index;
} Bench;

static double
get_ms_since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / 1000.0;
}

/* Two characters of a name, two initials, or the surname's pinyin. */
static char *
make_query (GRand *random, const Bench *bench, int kind)
{
  const char *key = bench->search_keys->pdata[g_rand_int_range (random, 0, N_NAMES)];
  const char *reading = strchr (key, '\n') + 1;
  const char *initials = strrchr (key, '\n') + 1;

  switch (kind)
    {
    case 0:
      return g_utf8_substring (key, 0, 2);
    case 1:
      return g_utf8_substring (key, 1, 2);
    case 2:
      return g_strndup (initials, 2);
    case 3:
      return g_strndup (initials, 1);
    default:
      return g_strndup (reading, 5);
    }
}

static guint64
find_by_index (const Bench *bench, const char *query)
{
  g_autoptr (GArray) ids = sz_name_index_find (bench->index, query);

  return ids->len;
}

static guint64
find_by_keys (const Bench *bench, const char *query)
{
  guint64 n = 0;

  for (guint i = 0; i < bench->search_keys->len; i++)
    n += sz_name_key_matches (bench->search_keys->pdata[i], query) ? 1 : 0;
  return n;
}

static void
run_queries (const Bench *bench, int kind, const char *what, gboolean by_index)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  const guint n = by_index ? N_QUERIES : N_QUERIES / 10;
  guint64 n_found = 0;
  BenchSeries series;

  bench_series_init (&series);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *query = make_query (random, bench, kind);

      bench_series_start (&series);
      n_found += by_index ? find_by_index (bench, query) : find_by_keys (bench, query);
      bench_series_stop (&series);
    }
  if (by_index)
    bench_print_percentile (what, 99, TARGET_MS, &series);
  else
    bench_print_series (what, &series);
  g_assert (n_found >= n);
  bench_series_clear (&series);
}

static void
run_sort_keys (const Bench *bench, SzNameKeys *keys, SzNameOrder order, const char *what)
{
  const gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < bench->names->len; i++)
    g_free (sz_name_keys_sort_key (keys, order, bench->names->pdata[i], NULL));
  g_print ("  %-52s %.1f ms\n", what, get_ms_since (start));
}

static void
fill (Bench *bench, SzNameKeys *keys)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree char *first = NULL;
  gint64 start = 0;

  for (guint i = 0; i < N_NAMES; i++)
    g_ptr_array_add (bench->names, make_name (random));
  start = g_get_monotonic_time ();
  first = sz_name_keys_search_key (keys, "王一", NULL);
  g_print ("  %-52s %.1f ms\n", "the first reading", get_ms_since (start));
  start = g_get_monotonic_time ();
  for (guint i = 0; i < N_NAMES; i++)
    g_ptr_array_add (bench->search_keys,
                     sz_name_keys_search_key (keys, bench->names->pdata[i], NULL));
  g_print ("  %-52s %.1f ms\n", "100,000 search keys", get_ms_since (start));
  start = g_get_monotonic_time ();
  for (guint i = 0; i < N_NAMES; i++)
    sz_name_index_add (bench->index, i, bench->search_keys->pdata[i]);
  g_print ("  %-52s %.1f ms\n", "100,000 into the index", get_ms_since (start));
}

int
main (void)
{
  static const char *const kinds[] = { "surname and a character", "one character", "two initials",
                                       "one initial", "five letters" };
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) search_keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SzNameIndex) index = sz_name_index_new ();
  Bench bench = { names, search_keys, index };

  setlocale (LC_ALL, "C.UTF-8");
  bench_print_head ("names among 100,000");
  fill (&bench, keys);
  run_sort_keys (&bench, keys, SZ_NAME_ORDER_SURNAME_STROKES, "100,000 sort keys by strokes");
  run_sort_keys (&bench, keys, SZ_NAME_ORDER_PINYIN, "100,000 sort keys by pinyin");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *by_index = g_strdup_printf ("100,000 people found by %s", kinds[i]);
      g_autofree char *by_keys = g_strdup_printf ("the same key by key: %s", kinds[i]);

      run_queries (&bench, (int)i, by_index, TRUE);
      run_queries (&bench, (int)i, by_keys, FALSE);
    }
  return 0;
}
