/* test-exam.c — marks, stages, totals, ranks and who is called (rec-2 … rec-6, rec-20 … rec-22,
 * num-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "recruit.h"

#include <string.h>

#include "sz-selection.h"

#define SEED 829
#define ROUNDS 1500
#define PEOPLE_MAX 9

static SzMarks
make_marks (const gint64 *marks, guint n)
{
  SzMarks made = { .n_items = 1, .n_judges = n };

  memcpy (made.marks_x100[0], marks, n * sizeof *marks);
  return made;
}

/* R3 of the handbook, and who is too few. */
static void
test_marks (void)
{
  static const struct
  {
    gint64 marks[7];
    guint n;
    gboolean good;
    gint64 score;
  } cases[] = {
    { { 8800, 8650, 9000, 8400, 8750, 9100, 8550 }, 7, TRUE, 8750 },
    { { 8400, 8350, 8500, 8430, 8600, 8250, 8450 }, 7, TRUE, 8426 },
    { { 8500, 8600, 8460, 8550, 8300, 8800, 8450 }, 7, TRUE, 8512 },
    { { 8500, 8600, -1, 8550, 8300, 8800, -1 }, 7, TRUE, 8550 },
    { { 8500, 8600, -1, 8550, 8300, -1, -1 }, 7, FALSE, 0 },
    { { 8000, 8000, 8000, 8000, 8000 }, 5, TRUE, 8000 },
    /* rounded, never cut off: 177.50/3 = 59.1666… */
    { { 5700, 6150, 5800, 6000, 5950 }, 5, TRUE, 5917 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SzMarks marks = make_marks (cases[i].marks, cases[i].n);
      gint64 score = 0;

      g_assert_cmpint (sz_exam_marks (&marks, 1, FALSE, &score, NULL), ==, cases[i].good);
      g_assert_cmpint (score, ==, cases[i].score);
    }
}

/* Items are added before trimming; or each is trimmed apart. */
static void
test_items (void)
{
  SzMarks marks = { .n_items = 2, .n_judges = 6 };
  static const gint64 talk[] = { 4000, 4100, 4200, 4300, 4400, 5000 };
  static const gint64 answer[] = { 3000, 2900, 2800, 2700, 2600, -1 };
  SzMarkWork work;
  gint64 score;

  memcpy (marks.marks_x100[0], talk, sizeof talk);
  memcpy (marks.marks_x100[1], answer, sizeof answer);
  g_assert_true (sz_exam_marks (&marks, 1, FALSE, &score, &work));
  g_assert_cmpint (score, ==, 7000); /* all sums are 70.00; the sixth judge is not there */
  g_assert_cmpuint (work.n_left, ==, 5);
  g_assert_cmpint (work.sums_x100[5], ==, SZ_MARK_NONE);
  g_assert_cmpint (work.kept_sum_x100, ==, 21000);
  g_assert_true (sz_exam_marks (&marks, 1, TRUE, &score, NULL));
  g_assert_cmpint (score, ==, 7000); /* 42.00 + 28.00 */
  marks.marks_x100[1][0] = -1;
  g_assert_false (sz_exam_marks (&marks, 1, FALSE, &score, NULL));
}

static void
make_plan (SzExamPlan *plan, const SzPositionCells *cells)
{
  g_assert_true (sz_exam_plan_read (cells, &usual_rules, plan, NULL, NULL));
}

static SzScore
give (gint64 score)
{
  return (SzScore){ score >= 0 ? SZ_SCORE_GIVEN : (SzScoreState)(-score - 1), MAX (score, 0) };
}

#define NO_SCORE (-1 - SZ_SCORE_NONE)
#define ABSENT (-1 - SZ_SCORE_ABSENT)
#define VOID (-1 - SZ_SCORE_VOID)
#define CHEATED (-1 - SZ_SCORE_CHEATED)

/* R4 of the handbook: eight people, two places; the same at 60 : 40. */
static void
test_handbook (void)
{
  static const struct
  {
    const char *ticket;
    gint64 interview;
    gint64 written;
    gint64 total;
    guint rank;
    gint64 other_total;
    guint other_rank;
  } people[] = {
    { "A", 8750, 7840, 8295, 2, 8386, 1 }, { "B", 8426, 8164, 8295, 1, 8321, 2 },
    { "C", 8512, 7633, 8073, 4, 8160, 3 }, { "D", 8060, 8000, 8030, 5, 8036, 5 },
    { "E", 7760, 8520, 8140, 3, 8064, 4 }, { "F", 7280, 7000, 7140, 6, 7168, 6 },
    { "G", 6660, NO_SCORE, 0, 0, 0, 0 },   { "H", 5860, NO_SCORE, 0, 0, 0, 0 },
  };

  for (int other = 0; other < 2; other++)
    {
      const SzPositionCells cells
          = { .places = 2, .components = other ? "面试60%+笔试40%" : "面试50%+笔试50%" };
      g_auto (SzExamPlan) plan = { 0 };
      SzExamEntry entries[8] = { 0 };
      SzExamSummary summary;
      guint order[8];

      make_plan (&plan, &cells);
      for (guint i = 0; i < 8; i++)
        entries[i]
            = (SzExamEntry){ .ticket = people[i].ticket,
                             .scores = { give (people[i].interview), give (people[i].written) } };
      sz_exam_rank (&plan, 2, entries, 8, order, &summary);
      for (guint i = 0; i < 8; i++)
        {
          g_assert_cmpuint (entries[i].rank, ==, other ? people[i].other_rank : people[i].rank);
          g_assert_cmpint (entries[i].total_x100, ==,
                           other ? people[i].other_total : people[i].total);
        }
      g_assert_cmpint (entries[6].state, ==, SZ_EXAM_NOT_ENTERED);
      g_assert_cmpint (entries[7].state, ==, SZ_EXAM_BELOW_LINE);
      g_assert_cmpuint (order[0], ==, other ? 0 : 1);
      g_assert_cmpuint (order[6], ==, 6);
      g_assert_false (summary.unresolved);
    }
}

/* Of several reasons the first that applies; a cheat anywhere is out of everything. */
static void
test_states (void)
{
  const SzPositionCells cells = { .places = 1, .components = "面试40%+实操20%+笔试40%" };
  static const struct
  {
    gint64 scores[3];
    SzExamState state;
  } cases[] = {
    { { 7000, 7000, 7000 }, SZ_EXAM_RANKED },
    { { ABSENT, VOID, NO_SCORE }, SZ_EXAM_ABSENT },
    { { 5000, VOID, NO_SCORE }, SZ_EXAM_VOID },
    { { 5999, NO_SCORE, NO_SCORE }, SZ_EXAM_BELOW_LINE },
    { { 6000, 6000, NO_SCORE }, SZ_EXAM_PENDING },
    { { 6000, NO_SCORE, NO_SCORE }, SZ_EXAM_PENDING },
    { { ABSENT, 7000, CHEATED }, SZ_EXAM_CHEATED },
    { { 7000, 7000, ABSENT }, SZ_EXAM_ABSENT },
  };
  g_auto (SzExamPlan) plan = { 0 };

  make_plan (&plan, &cells);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SzExamEntry entry = { .ticket = "1" };
      SzExamSummary summary;
      guint order;

      for (guint j = 0; j < 3; j++)
        entry.scores[j] = give (cases[i].scores[j]);
      sz_exam_rank (&plan, 1, &entry, 1, &order, &summary);
      g_assert_cmpint (entry.state, ==, cases[i].state);
    }
}

/* Nobody equal to the last is cut off; a score behind the cut counts for nothing. */
static void
test_cut (void)
{
  const SzPositionCells cells = { .places = 1, .enter = "2" };
  g_auto (SzExamPlan) plan = { 0 };
  SzExamEntry entries[4];
  SzExamSummary summary;
  guint order[4];

  make_plan (&plan, &cells);
  for (guint i = 0; i < 4; i++)
    entries[i] = (SzExamEntry){ .ticket = "x",
                                .scores = { give (i == 0   ? 9000
                                                  : i == 3 ? 7000
                                                           : 8000),
                                            give (8000) } };
  sz_exam_rank (&plan, 1, entries, 4, order, &summary);
  g_assert_cmpint (entries[1].state, ==, SZ_EXAM_RANKED);
  g_assert_cmpint (entries[2].state, ==, SZ_EXAM_RANKED);
  g_assert_cmpint (entries[3].state, ==, SZ_EXAM_NOT_ENTERED);
  g_assert_true (sz_exam_is_unexpected (&plan, &entries[3], 1));
  g_assert_false (sz_exam_is_unexpected (&plan, &entries[3], 0));
  g_assert_false (sz_exam_is_unexpected (&plan, &entries[0], 1));
}

/* The pass line of 面试 rises to 70 where fewer than ceil(e·p') sat. */
static void
test_thin (void)
{
  const SzPositionCells cells = { .places = 1, .thin_pass = "70", .way = SZ_WAY_INTERVIEW };
  g_auto (SzExamPlan) plan = { 0 };
  SzExamEntry entries[3];
  SzExamSummary summary;
  guint order[3];

  make_plan (&plan, &cells);
  for (guint i = 0; i < 3; i++)
    entries[i] = (SzExamEntry){ .ticket = "x", .scores = { give (6500) } };
  sz_exam_rank (&plan, 1, entries, 3, order, &summary);
  g_assert_cmpint (summary.lines_x100[0], ==, 6000);
  entries[2].scores[0] = give (ABSENT);
  sz_exam_rank (&plan, 1, entries, 3, order, &summary);
  g_assert_cmpint (summary.lines_x100[0], ==, 7000);
  g_assert_cmpint (entries[0].state, ==, SZ_EXAM_BELOW_LINE);
}

/* T10 of the sample: three equal people, the extra test parts one off, two are still equal. */
static void
test_extra (void)
{
  const SzPositionCells cells = { .places = 1 };
  g_auto (SzExamPlan) plan = { 0 };
  SzExamEntry entries[3];
  SzExamSummary summary;
  guint order[3];

  make_plan (&plan, &cells);
  for (guint i = 0; i < 3; i++)
    entries[i] = (SzExamEntry){ .ticket = i == 0   ? "001"
                                          : i == 1 ? "002"
                                                   : "003",
                                .scores = { give (8000), give (7550) },
                                .has_extra = TRUE,
                                .extra_x100 = i == 1 ? 7900 : 8100 };
  sz_exam_rank (&plan, 1, entries, 3, order, &summary);
  g_assert_cmpuint (entries[0].rank, ==, 1);
  g_assert_cmpuint (entries[2].rank, ==, 1);
  g_assert_cmpuint (entries[1].rank, ==, 3);
  g_assert_true (entries[0].extra_needed);
  g_assert_false (entries[1].extra_needed);
  g_assert_false (entries[0].shortlisted);
  g_assert_true (summary.unresolved);
  /* one without a number: the extra test parts nobody */
  entries[1].has_extra = FALSE;
  sz_exam_rank (&plan, 1, entries, 3, order, &summary);
  g_assert_cmpuint (entries[1].rank, ==, 1);
  g_assert_cmpuint (order[1], ==, 1);
}

/* RULE rec-4: under a line on the total it is shown, without a rank. */
static void
test_total_line (void)
{
  const SzPositionCells cells = { .places = 1, .lines = "总成绩75" };
  g_auto (SzExamPlan) plan = { 0 };
  SzExamEntry entry = { .ticket = "1", .scores = { give (7000), give (7999) } };
  SzExamSummary summary;
  guint order;

  make_plan (&plan, &cells);
  sz_exam_rank (&plan, 1, &entry, 1, &order, &summary);
  g_assert_true (entry.has_total);
  g_assert_cmpint (entry.total_x100, ==, 7500);
  g_assert_cmpint (entry.state, ==, SZ_EXAM_RANKED);
  entry.scores[1].score_x100 = 7998;
  sz_exam_rank (&plan, 1, &entry, 1, &order, &summary);
  g_assert_cmpint (entry.total_x100, ==, 7499);
  g_assert_cmpint (entry.state, ==, SZ_EXAM_BELOW_LINE);
  g_assert_cmpuint (entry.rank, ==, 0);
}

static void
draw_entries (GRand *rand, SzExamEntry *entries, guint n, char (*tickets)[8])
{
  for (guint i = 0; i < n; i++)
    {
      g_snprintf (tickets[i], sizeof tickets[i], "%03u", i);
      entries[i] = (SzExamEntry){ .ticket = tickets[i] };
      for (guint j = 0; j < 2; j++)
        entries[i].scores[j] = give (
            g_rand_int_range (rand, 0, 12) == 0 ? ABSENT : g_rand_int_range (rand, 11, 20) * 500);
    }
}

/* Ranks do not depend on the order of rows; whoever improves one score never falls in rank within
 * the stage that decides. */
static void
test_laws (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  const SzPositionCells cells
      = { .places = 2, .way = SZ_WAY_INTERVIEW, .components = "面试60%+实操40%" };
  g_auto (SzExamPlan) plan = { 0 };

  make_plan (&plan, &cells);
  for (int round = 0; round < ROUNDS; round++)
    {
      const guint n = (guint)g_rand_int_range (rand, 1, PEOPLE_MAX);
      const guint lucky = (guint)g_rand_int_range (rand, 0, (int)n);
      SzExamEntry entries[PEOPLE_MAX];
      SzExamEntry turned[PEOPLE_MAX];
      char tickets[PEOPLE_MAX][8];
      SzExamSummary summary;
      guint order[PEOPLE_MAX];
      guint before;

      draw_entries (rand, entries, n, tickets);
      for (guint i = 0; i < n; i++)
        turned[i] = entries[n - 1 - i];
      sz_exam_rank (&plan, 2, entries, n, order, &summary);
      sz_exam_rank (&plan, 2, turned, n, order, &summary);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpuint (entries[i].rank, ==, turned[n - 1 - i].rank);
          g_assert_cmpint (entries[i].state, ==, turned[n - 1 - i].state);
        }
      before = entries[lucky].rank;
      if (before == 0)
        continue;
      entries[lucky].scores[0].score_x100 += 100;
      sz_exam_rank (&plan, 2, entries, n, order, &summary);
      g_assert_cmpuint (entries[lucky].rank, >=, 1);
      g_assert_cmpuint (entries[lucky].rank, <=, before);
    }
}

#define P SZ_OUTCOME_PASSED
#define F SZ_OUTCOME_FAILED
#define N SZ_OUTCOME_NONE

/* Each person is rank, 体检, 考察, and w for 放弃; what comes out is a letter a person:
 * p(roposed) r(eserve) t(o check) f(ailed) w(ithdrawn) -, in capitals for substitutes. */
static void
test_select (void)
{
  static const struct
  {
    guint places;
    guint check;
    SzCandidate people[6];
    guint n;
    const char *states;
    gboolean blocked;
  } cases[] = {
    /* T01: somebody is still being checked, so nobody behind is proposed yet */
    { 2, 2, { { 1, P, N }, { 2, P, P }, { 3, N, N } }, 3, "tr-", FALSE },
    /* T03: two equal people for the second place */
    { 2, 3, { { 1, P, P }, { 2, P, P }, { 2, P, P }, { 4, N, N } }, 4, "prr-", TRUE },
    /* T07: one withdrew, one failed: the fourth comes after */
    { 2,
      3,
      { { 1, P, P }, { 2, N, N, TRUE }, { 3, F, N }, { 4, P, P }, { 5, P, P } },
      5,
      "pwfP-",
      FALSE },
    /* T10: a tied group over place c stops the run before it */
    { 1, 1, { { 1, P, P }, { 1, P, P }, { 3, P, P } }, 3, "---", TRUE },
    /* past c a tied group with more good people than places missing stops it too */
    { 1, 1, { { 1, F, N }, { 2, P, P }, { 2, P, P } }, 3, "f--", TRUE },
    /* not when only one of it is good */
    { 1, 1, { { 1, F, N }, { 2, P, P }, { 2, F, P } }, 3, "fPF", FALSE },
    /* too few: all are called */
    { 3, 4, { { 1, P, P }, { 2, P, F } }, 2, "pf", FALSE },
    { 1, 2, { { 1, P, P }, { 2, P, P } }, 2, "pr", FALSE },
    { 0, 0, { { 1, P, P } }, 1, "-", FALSE },
  };
  static const char letters[] = "-tfwrp";

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SzSelectionRules rules = { cases[i].places, cases[i].check, cases[i].places };
      SzCandidate people[6];
      SzSelection selection;
      char states[8] = "";

      memcpy (people, cases[i].people, sizeof people);
      sz_select (&rules, people, cases[i].n, &selection);
      for (guint j = 0; j < cases[i].n; j++)
        states[j] = people[j].substitute ? g_ascii_toupper (letters[people[j].state])
                                         : letters[people[j].state];
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (states, ==, cases[i].states);
      g_assert_cmpint (selection.blocked, ==, cases[i].blocked);
    }
}

/* RULE rec-22, rec-21: an upheld objection takes a person out; after publicity began only so many
 * newcomers are proposed. */
static void
test_newcomers (void)
{
  SzCandidate people[4]
      = { { .rank = 1, .physical = P, .inspection = P, .notice = 1, .upheld = TRUE },
          { .rank = 2, .physical = P, .inspection = P, .notice = 1, .upheld = TRUE },
          { .rank = 3, .physical = P, .inspection = P },
          { .rank = 4, .physical = P, .inspection = P } };
  SzSelectionRules rules = { 2, 2, 1 };
  SzSelection selection;

  sz_select (&rules, people, 4, &selection);
  g_assert_cmpint (people[0].state, ==, SZ_CALLED_FAILED);
  g_assert_cmpuint (selection.n_proposed, ==, 1);
  g_assert_cmpint (people[2].state, ==, SZ_CALLED_PROPOSED);
  g_assert_cmpint (people[3].state, ==, SZ_CALLED_RESERVE);
  rules.newcomers = 2;
  sz_select (&rules, people, 4, &selection);
  g_assert_cmpuint (selection.n_proposed, ==, 2);
  /* one newcomer of a later publicity fell out: it was one of the two */
  people[2].notice = 2;
  people[2].upheld = TRUE;
  rules.newcomers = 1;
  sz_select (&rules, people, 4, &selection);
  g_assert_cmpuint (selection.n_proposed, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/rec-2/marks", test_marks);
  g_test_add_func ("/domain/rec-2/items", test_items);
  g_test_add_func ("/domain/rec-3/handbook", test_handbook);
  g_test_add_func ("/domain/rec-3/states", test_states);
  g_test_add_func ("/domain/rec-3/cut", test_cut);
  g_test_add_func ("/domain/rec-3/thin", test_thin);
  g_test_add_func ("/domain/rec-4/total-line", test_total_line);
  g_test_add_func ("/domain/rec-5/extra", test_extra);
  g_test_add_func ("/domain/rec-5/laws", test_laws);
  g_test_add_func ("/domain/rec-20/rec-21/select", test_select);
  g_test_add_func ("/domain/rec-22/newcomers", test_newcomers);
  return g_test_run ();
}
