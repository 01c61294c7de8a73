/* test-post-structure.c — vacancies, warnings and moves, against brute force (pst-2, pst-3, pst-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-post-structure.h"

static SzPlace
place_of (const char *name)
{
  const SzPlace place = sz_place_of (sz_post_parse (name), FALSE);

  g_assert_cmpint (place, !=, SZ_PLACE_NONE);
  return place;
}

static void
set_level (SzStructure *structure, const char *name, int approved, int occupied)
{
  const SzPlace place = place_of (name);

  structure->approved[place] = approved;
  structure->occupied[place] = structure->expected[place] = occupied;
}

/* Every place is in one band, in order, and names its post. */
static void
test_places (void)
{
  SzPlace next = 0;

  for (int i = 0; i < SZ_N_PLACE_BANDS; i++)
    {
      const SzPlaceBand *band = &sz_place_bands ()[i];

      g_assert_cmpint (band->first, ==, next);
      for (SzPlace place = band->first; place <= band->last; place++)
        {
          g_assert_true (sz_place_band (place) == band);
          g_assert_cmpint (sz_place_of (sz_place_post (place), band->category == SZ_PLACE_STUDENT),
                           ==, place);
        }
      next = band->last + 1;
    }
  g_assert_cmpint (next, ==, SZ_N_PLACES);
  g_assert_cmpint (sz_place_of (sz_post_parse ("专业技术"), FALSE), ==, SZ_PLACE_NONE);
  g_assert_cmpint (sz_post_rank (sz_post_parse ("专技五级")), ==, 4);
  g_assert_cmpint (sz_post_rank (sz_post_parse ("专技十三级")), ==, 1);
  g_assert_cmpint (sz_post_rank (sz_post_parse ("管理五级")), ==, 0);
}

/* RULE pst-2: approved 14/29/29, occupied 13/30/27. */
static void
test_vacancy (void)
{
  SzStructure structure = { 0 };

  set_level (&structure, "专技五级", 14, 13);
  set_level (&structure, "专技六级", 29, 30);
  set_level (&structure, "专技七级", 29, 27);
  g_assert_cmpint (sz_structure_vacancy_new (&structure, place_of ("专技五级")), ==, 0);
  g_assert_cmpint (sz_structure_vacancy_new (&structure, place_of ("专技六级")), ==, 0);
  g_assert_cmpint (sz_structure_vacancy_new (&structure, place_of ("专技七级")), ==, 2);
  g_assert_cmpint (sz_structure_vacancy_rise (&structure, place_of ("专技六级"),
                                              place_of ("专技五级")),
                   ==, 1);
  g_assert_cmpint (sz_structure_over (&structure, place_of ("专技六级")), ==, 0);
}

/* RULE pst-6: the list of the rules. */
static void
test_list (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    gboolean fits;
    int vacancy;
    gboolean alone;
  } cases[] = {
    { "专技八级", "专技七级", TRUE, 2, TRUE }, { "专技七级", "专技六级", FALSE, 0, FALSE },
    { "专技六级", "专技五级", TRUE, 1, TRUE }, { "专技七级", "专技六级", FALSE, 0, FALSE },
    { "专技八级", "专技七级", TRUE, 1, TRUE }, { "专技八级", "专技七级", FALSE, 0, TRUE },
  };
  SzMove moves[G_N_ELEMENTS (cases)] = { 0 };
  SzStructure structure = { 0 };

  set_level (&structure, "专技五级", 14, 13);
  set_level (&structure, "专技六级", 29, 30);
  set_level (&structure, "专技七级", 29, 27);
  set_level (&structure, "专技八级", 3, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      moves[i].from = place_of (cases[i].from);
      moves[i].to = place_of (cases[i].to);
    }
  sz_structure_judge_list (&structure, moves, G_N_ELEMENTS (cases));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%c", 'A' + (int)i);
      g_assert_cmpint (moves[i].fits, ==, cases[i].fits);
      g_assert_cmpint (moves[i].vacancy, ==, cases[i].vacancy);
      g_assert_cmpint (moves[i].fits_alone, ==, cases[i].alone);
    }
  g_assert_cmpint (sz_structure_vacancy_new (&structure, place_of ("专技七级")), ==, 0);
  g_assert_cmpint (sz_structure_vacancy_new (&structure, place_of ("专技八级")), ==, 2);
}

static void
test_kinds (void)
{
  SzStructure structure = { 0 };
  SzMove move = { .from = place_of ("专技七级"), .to = place_of ("专技七级") };

  sz_structure_judge (&structure, &move);
  g_assert_cmpstr (move.reason, ==, "post.same");
  move.to = place_of ("专技八级");
  move.case_open = TRUE;
  sz_structure_judge (&structure, &move);
  g_assert_cmpstr (move.reason, ==, "post.case_open");
  move.case_open = FALSE;
  sz_structure_judge (&structure, &move);
  g_assert_cmpint (move.kind, ==, SZ_MOVE_NEW);
  g_assert_cmpstr (move.reason, ==, "post.no_vacancy");
  move.from = place_of ("专技五级");
  move.to = place_of ("专技七级");
  sz_structure_judge (&structure, &move);
  g_assert_cmpint (move.kind, ==, SZ_MOVE_LOWER);
  g_assert_true (move.fits);
  move.from = place_of ("管理七级");
  move.to = place_of ("管理六级");
  sz_structure_judge (&structure, &move);
  g_assert_cmpint (move.kind, ==, SZ_MOVE_NEW);
}

/* The meaning itself: a move fits when afterwards no level is taken beyond what is approved down to
   it, where it was not so before anyway. */
static int
count_free (const SzStructure *structure, SzPlace from, SzPlace to)
{
  const SzPlaceBand *band = sz_place_band (to);
  const gboolean inside = from >= band->first && from <= band->last;
  const SzPlace last = inside ? from - 1 : band->last;
  int free_places = G_MAXINT;

  for (SzPlace m = to; m <= last; m++)
    {
      int approved = 0, taken = 0;

      for (SzPlace k = band->first; k <= m; k++)
        {
          approved += structure->approved[k];
          taken += structure->expected[k];
        }
      free_places = MIN (free_places, approved - taken);
    }
  return free_places;
}

static void
test_brute_force (void)
{
  const int rounds = 100000;

  for (int round = 0; round < rounds; round++)
    {
      SzStructure structure = { 0 }, plain;
      SzMove moves[8] = { 0 };

      for (SzPlace place = 0; place < SZ_N_PLACES; place++)
        {
          structure.approved[place] = g_test_rand_int_range (0, 5);
          structure.expected[place] = structure.occupied[place] = g_test_rand_int_range (0, 5);
        }
      plain = structure;
      for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
        {
          moves[i].from = g_test_rand_int_range (SZ_PLACE_NONE, SZ_N_PLACES);
          moves[i].to = g_test_rand_int_range (0, SZ_N_PLACES);
        }
      sz_structure_judge_list (&structure, moves, G_N_ELEMENTS (moves));
      for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
        {
          const SzPlaceBand *band = sz_place_band (moves[i].to);
          const gboolean inside = moves[i].from >= band->first && moves[i].from <= band->last;
          gboolean fits = TRUE;

          if (moves[i].from == moves[i].to)
            fits = FALSE;
          else if (!inside || moves[i].from > moves[i].to)
            {
              g_assert_cmpint (moves[i].vacancy, ==,
                               count_free (&plain, moves[i].from, moves[i].to));
              fits = moves[i].vacancy >= 1;
            }
          g_assert_cmpint (moves[i].fits, ==, fits);
          if (!fits)
            continue;
          plain.expected[moves[i].to]++;
          if (moves[i].from != SZ_PLACE_NONE)
            plain.expected[moves[i].from]--;
        }
      for (SzPlace place = 0; place < SZ_N_PLACES; place++)
        g_assert_cmpint (plain.expected[place], ==, structure.expected[place]);
    }
}

/* RULE pst-3 */
static void
test_warnings (void)
{
  static const SzPlanRules rules = { 7000, 500, 2500 };
  SzStructure structure = { 0 };
  gint64 share_x1e4;

  g_assert_false (sz_structure_professional_share (&structure, &share_x1e4));
  set_level (&structure, "专技七级", 70, 0);
  set_level (&structure, "管理七级", 10, 0);
  set_level (&structure, "技术工二级", 1, 0);
  set_level (&structure, "技术工三级", 4, 0);
  set_level (&structure, "技术工四级", 15, 0);
  g_assert_cmpuint (sz_structure_warnings (&structure, &rules, 100), ==, 0);
  g_assert_true (sz_structure_professional_share (&structure, &share_x1e4));
  g_assert_cmpint (share_x1e4, ==, 7000);
  g_assert_cmpuint (sz_structure_warnings (&structure, &rules, 99), ==, SZ_PLAN_OVER_ESTABLISHMENT);
  set_level (&structure, "专技七级", 69, 0);
  g_assert_cmpuint (sz_structure_warnings (&structure, &rules, 100), ==,
                    SZ_PLAN_PROFESSIONAL_BELOW);
  set_level (&structure, "专技七级", 90, 0);
  set_level (&structure, "技术工二级", 2, 0);
  set_level (&structure, "技术工四级", 14, 0);
  g_assert_cmpuint (sz_structure_warnings (&structure, &rules, 1000), ==,
                    SZ_PLAN_WORKER_12 | SZ_PLAN_WORKER_123);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/post-structure/pst-2/places", test_places);
  g_test_add_func ("/post-structure/pst-2/example", test_vacancy);
  g_test_add_func ("/post-structure/pst-3/warnings", test_warnings);
  g_test_add_func ("/post-structure/pst-6/example", test_list);
  g_test_add_func ("/post-structure/pst-6/kinds", test_kinds);
  g_test_add_func ("/post-structure/pst-6/brute-force", test_brute_force);
  return g_test_run ();
}
