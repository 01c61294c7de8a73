/* test-achievements.c — the largest set of items, against exhaustive search (ttl-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-achievements.h"

/* Three papers of 省部级 and one prize satisfy 论文 (count 2) and 教学成果: 2, not 3. */
static void
test_example (void)
{
  static const SzAchievement rows[] = {
    { SZ_ACHIEVEMENT_PAPER, "甲", SZ_LEVEL_PROVINCE, SZ_PRIZE_NONE, 1, 20220101, "", { 0 } },
    { SZ_ACHIEVEMENT_PAPER, "乙", SZ_LEVEL_PROVINCE, SZ_PRIZE_NONE, 0, 20220201, "", { 0 } },
    { SZ_ACHIEVEMENT_PAPER, "丙", SZ_LEVEL_PROVINCE, SZ_PRIZE_NONE, 1, 20220301, "", { 0 } },
    { SZ_ACHIEVEMENT_TEACHING, "丁", SZ_LEVEL_PROVINCE, SZ_PRIZE_SECOND, 3, 20220401, "", { 0 } },
  };
  const SzItem items[] = {
    { (char *)"论文", 1u << SZ_ACHIEVEMENT_PAPER, SZ_LEVEL_PROVINCE, SZ_PRIZE_NONE, 0, 2 },
    { (char *)"再论文", 1u << SZ_ACHIEVEMENT_PAPER, SZ_LEVEL_PROVINCE, SZ_PRIZE_NONE, 0, 2 },
    { (char *)"成果", 1u << SZ_ACHIEVEMENT_TEACHING, SZ_LEVEL_CITY, SZ_PRIZE_SECOND, 5, 1 },
  };
  const SzAchievement *list[] = { &rows[0], &rows[1], &rows[2], &rows[3] };

  g_assert_cmpint (sz_items_largest (items, 3, list, 4), ==, 2);
  g_assert_true (sz_item_takes (&items[0], &rows[1]));
  g_assert_false (sz_item_takes (&items[2], &rows[0]));
  g_assert_cmpint (sz_items_largest (items, 3, list, 0), ==, 0);
}

/* Each row goes to one of the items or to none: all ways are tried. */
static int
search (
    const SzItem *items, guint n_items, const SzAchievement *const *rows, guint n_rows, int *used)
{
  int best = 0;

  if (n_rows == 0)
    {
      for (guint i = 0; i < n_items; i++)
        best += used[i] >= items[i].count;
      return best;
    }
  best = search (items, n_items, rows + 1, n_rows - 1, used);
  for (guint i = 0; i < n_items; i++)
    {
      if (!sz_item_takes (&items[i], rows[0]))
        continue;
      used[i]++;
      best = MAX (best, search (items, n_items, rows + 1, n_rows - 1, used));
      used[i]--;
    }
  return best;
}

static void
test_exhaustive (void)
{
  const int rounds = g_getenv ("SHIZI_LONG") != NULL ? 20000 : 2000;

  for (int round = 0; round < rounds; round++)
    {
      SzAchievement rows[6] = { 0 };
      const SzAchievement *list[6];
      SzItem items[4] = { 0 };
      int used[4] = { 0 };
      const guint n_rows = (guint)g_test_rand_int_range (0, 7);
      const guint n_items = (guint)g_test_rand_int_range (0, 5);

      for (guint i = 0; i < n_rows; i++)
        {
          rows[i] = (SzAchievement){ .kind = (SzAchievementKind)g_test_rand_int_range (0, 3),
                                     .level = (SzAchievementLevel)g_test_rand_int_range (0, 4),
                                     .prize = (SzPrize)g_test_rand_int_range (0, SZ_N_PRIZES),
                                     .rank = g_test_rand_int_range (0, 4) };
          list[i] = &rows[i];
        }
      for (guint i = 0; i < n_items; i++)
        items[i] = (SzItem){ .kinds = (guint)g_test_rand_int_range (1, 8),
                             .level = (SzAchievementLevel)g_test_rand_int_range (0, 4),
                             .prize = g_test_rand_bit () ? SZ_PRIZE_NONE : SZ_PRIZE_SECOND,
                             .rank = g_test_rand_int_range (0, 4),
                             .count = g_test_rand_int_range (1, 4) };
      g_assert_cmpint (sz_items_largest (items, n_items, list, n_rows), ==,
                       search (items, n_items, list, n_rows, used));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/achievements/ttl-10/example", test_example);
  g_test_add_func ("/achievements/ttl-10/exhaustive", test_exhaustive);
  return g_test_run ();
}
