/* test-post-split.c — a number of posts split by a ratio, and proposals (pst-1, pst-4, num-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-post-split.h"

static const SzSplitRules defaults = {
  .hml = { 3, 4, 3 },
  .full_senior_x1e4 = 2000,
  .prof_min_x1e4 = 7000,
  .third_fourth = { 4, 6 },
  .associate = { 2, 4, 4 },
  .intermediate = { 3, 4, 3 },
  .junior = { 5, 5 },
};

static void
test_split (void)
{
  static const struct
  {
    SzSplitMethod method;
    int total;
    int weights[3];
    int parts[3];
  } cases[] = {
    { SZ_SPLIT_CUMULATIVE_FLOOR, 18, { 1, 3, 6 }, { 1, 6, 11 } },
    { SZ_SPLIT_LARGEST_REMAINDER, 18, { 1, 3, 6 }, { 2, 5, 11 } },
    { SZ_SPLIT_FLOOR_EACH, 18, { 1, 3, 6 }, { 1, 5, 12 } },
    { SZ_SPLIT_CUMULATIVE_FLOOR, 72, { 2, 4, 4 }, { 14, 29, 29 } },
    { SZ_SPLIT_CUMULATIVE_FLOOR, 0, { 1, 1, 1 }, { 0, 0, 0 } },
    /* equal remainders: the higher level first */
    { SZ_SPLIT_LARGEST_REMAINDER, 1, { 1, 1, 1 }, { 1, 0, 0 } },
    { SZ_SPLIT_LARGEST_REMAINDER, 2, { 1, 1, 1 }, { 1, 1, 0 } },
    { SZ_SPLIT_FLOOR_EACH, 2, { 1, 1, 1 }, { 0, 0, 2 } },
    { SZ_SPLIT_CUMULATIVE_FLOOR, 10, { 0, 1, 0 }, { 0, 10, 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int parts[3];

      sz_posts_split (cases[i].method, cases[i].total, cases[i].weights, 3, parts);
      for (int k = 0; k < 3; k++)
        g_assert_cmpint (parts[k], ==, cases[i].parts[k]);
    }
}

/* Whatever the method, nothing is lost and nothing is made, and no part is further from its exact
   share than the method allows. */
static void
test_laws (void)
{
  for (int round = 0; round < 20000; round++)
    {
      const guint n = 1 + (guint)g_test_rand_int_range (0, SZ_SPLIT_PARTS_MAX);
      const int total = g_test_rand_int_range (0, 2000);
      int weights[SZ_SPLIT_PARTS_MAX], parts[SZ_SPLIT_PARTS_MAX], sum = 0;

      for (guint i = 0; i < n; i++)
        sum += weights[i] = g_test_rand_int_range (0, 12);
      if (sum == 0)
        continue;
      for (int method = 0; method < SZ_N_SPLIT_METHODS; method++)
        {
          int given = 0;

          sz_posts_split ((SzSplitMethod)method, total, weights, n, parts);
          for (guint i = 0; i < n; i++)
            {
              given += parts[i];
              g_assert_cmpint (parts[i], >=, 0);
              if (method == SZ_SPLIT_LARGEST_REMAINDER)
                g_assert_cmpint (ABS ((gint64)parts[i] * sum - (gint64)total * weights[i]), <, sum);
            }
          g_assert_cmpint (given, ==, total);
        }
    }
}

static void
test_ratio (void)
{
  static const char *const bad[] = {
    "", ":", "1:", ":1", "1:x", "-1:2", "0:0", "1.5:2", "1:2:3:4:5:6:7:8:9:10:11:12:13:14:15:16:17"
  };
  int parts[SZ_SPLIT_PARTS_MAX];
  guint n;

  g_assert_true (sz_ratio_parse ("１：3:6", parts, &n));
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (parts[0], ==, 1);
  g_assert_cmpint (parts[2], ==, 6);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (sz_ratio_parse (bad[i], parts, &n));
}

/* RULE pst-4: both worked examples, all three methods of the second. */
static void
test_propose (void)
{
  static const int levels[SZ_N_SPLIT_METHODS][SZ_PROPOSAL_LEVELS]
      = { { 1, 3, 3, 7, 7, 8, 11, 9, 10, 11 },
          { 2, 2, 3, 7, 7, 9, 11, 8, 11, 10 },
          { 1, 3, 3, 6, 8, 8, 11, 9, 10, 11 } };
  static const int large[SZ_PROPOSAL_LEVELS] = { 7, 11, 14, 29, 29, 36, 48, 36, 45, 45 };
  SzProposal proposal;

  g_assert_cmpint (sz_posts_least_professional (7000, 386), ==, 271);
  g_assert_cmpint (sz_posts_least_professional (7000, 100), ==, 70);
  sz_posts_propose (&defaults, SZ_SPLIT_CUMULATIVE_FLOOR, 300, &proposal);
  g_assert_cmpint (proposal.high, ==, 90);
  g_assert_cmpint (proposal.intermediate, ==, 120);
  g_assert_cmpint (proposal.junior, ==, 90);
  g_assert_cmpint (proposal.full_senior, ==, 18);
  g_assert_cmpint (proposal.associate_senior, ==, 72);
  for (int i = 0; i < SZ_PROPOSAL_LEVELS; i++)
    g_assert_cmpint (proposal.levels[SZ_PROPOSAL_FIRST + i], ==, large[i]);
  for (int method = 0; method < SZ_N_SPLIT_METHODS; method++)
    {
      sz_posts_propose (&defaults, (SzSplitMethod)method, 70, &proposal);
      g_assert_cmpint (proposal.high, ==, 21);
      g_assert_cmpint (proposal.full_senior, ==, 4);
      for (int i = 0; i < SZ_PROPOSAL_LEVELS; i++)
        g_assert_cmpint (proposal.levels[SZ_PROPOSAL_FIRST + i], ==, levels[method][i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/post-split/pst-1/examples", test_split);
  g_test_add_func ("/post-split/pst-1/laws", test_laws);
  g_test_add_func ("/post-split/pst-1/ratio", test_ratio);
  g_test_add_func ("/post-split/pst-4/examples", test_propose);
  return g_test_run ();
}
