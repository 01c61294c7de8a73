/* test-ballot.c — the vote of a panel (ttl-6, num-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-ballot.h"

static void
test_examples (void)
{
  static const struct
  {
    SzTally tally;
    gboolean includes;
    int quorum, denominator, needed;
    gboolean valid, passed;
    const char *error;
  } cases[] = {
    { { 27, 19, 0, 12, 7, 0, 0 }, FALSE, 18, 19, 13, TRUE, FALSE, NULL },
    { { 27, 19, 1, 12, 6, 0, 0 }, FALSE, 18, 18, 12, TRUE, TRUE, NULL },
    { { 27, 19, 1, 12, 6, 0, 0 }, TRUE, 18, 19, 13, TRUE, FALSE, NULL },
    { { 25, 19, 1, 12, 4, 1, 1 }, FALSE, 17, 18, 12, TRUE, TRUE, NULL },
    { { 26, 19, 0, 13, 6, 0, 0 }, FALSE, 18, 19, 13, FALSE, FALSE, "ballot.panel_even" },
    { { 25, 26, 0, 26, 0, 0, 0 }, FALSE, 17, 26, 18, FALSE, FALSE, "ballot.attending" },
    { { 25, 19, 20, 0, 0, 0, 0 }, FALSE, 17, -1, 0, FALSE, FALSE, "ballot.attending" },
    { { 25, 19, 0, 13, 5, 0, 0 }, FALSE, 17, 19, 13, FALSE, FALSE, "ballot.tally" },
    { { 25, 19, 19, 0, 0, 0, 0 }, FALSE, 17, 0, 0, FALSE, FALSE, "ballot.tally" },
    { { 25, 16, 0, 16, 0, 0, 0 }, FALSE, 17, 16, 11, FALSE, FALSE, "ballot.no_quorum" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SzBallot ballot;

      sz_ballot_count (&cases[i].tally, cases[i].includes, &ballot);
      g_assert_cmpint (ballot.quorum, ==, cases[i].quorum);
      g_assert_cmpint (ballot.denominator, ==, cases[i].denominator);
      g_assert_cmpint (ballot.needed, ==, cases[i].needed);
      g_assert_cmpint (ballot.valid, ==, cases[i].valid);
      g_assert_cmpint (ballot.passed, ==, cases[i].passed);
      g_assert_cmpstr (ballot.error, ==, cases[i].error);
    }
}

/* Every panel to 51, every attendance and recusal, every vote in favour: by the words of the rule.
 */
static void
test_every_tally (void)
{
  for (int panel = 1; panel <= 51; panel++)
    for (int attending = 0; attending <= panel; attending++)
      for (int recused = 0; recused <= attending; recused++)
        for (int in_favour = 0; in_favour <= attending - recused; in_favour++)
          for (int includes = 0; includes < 2; includes++)
            {
              const SzTally tally
                  = { panel, attending, recused, in_favour, 0, attending - recused - in_favour, 0 };
              const int n = includes ? attending : attending - recused;
              const gboolean valid = panel % 2 == 1 && n >= 1 && 3 * attending >= 2 * panel;
              SzBallot ballot;

              sz_ballot_count (&tally, includes, &ballot);
              g_assert_cmpint (ballot.valid, ==, valid);
              g_assert_cmpint (ballot.passed, ==, valid && 3 * in_favour >= 2 * n);
              g_assert_true ((ballot.error == NULL) == valid);
            }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ballot/ttl-6/examples", test_examples);
  g_test_add_func ("/ballot/ttl-6/every-tally", test_every_tally);
  return g_test_run ();
}
