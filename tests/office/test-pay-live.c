/* test-pay-live.c — a scheme tried out gives what a run would (RULE pay-4, pay-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "import-fixture.h"
#include "sz-demo.h"
#include "sz-pay-act.h"
#include "sz-pay-live.h"
#include "sz-scheme-default.h"
#include "sz-view-why.h"

#define SEED 20260108u
#define PEOPLE 120
#define CHANGES 60
#define POOL_FEN G_GINT64_CONSTANT (363456000)
#define TODAY 20260108

static const SzProgress silent = { NULL, NULL };

static Fixture *
make_college (void)
{
  Fixture *fixture = fixture_new ();
  const SzDemoRequest request = { .people = PEOPLE, .year = 2025, .seed = SZ_DEMO_SEED };
  SzDemoReport report;
  g_autoptr (GError) error = NULL;

  sz_office_demo (fixture->office, &request, &report, silent, NULL, &error);
  g_assert_no_error (error);
  return fixture;
}

static SzScheme *
make_scheme (void)
{
  SzScheme *scheme = sz_scheme_default_new (TODAY);

  scheme->pool_fen = POOL_FEN;
  return scheme;
}

static SzPayView *
compute_live (SzPayLive *live, Fixture *fixture, const SzScheme *scheme)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  SzPayView *view = sz_pay_live_compute (live, fixture->office, scheme, issues, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (view);
  return view;
}

static SzPayView *
compute_fresh (Fixture *fixture, const SzScheme *scheme, SzPayMood mood)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  SzPayView *view
      = sz_office_pay_compute_scheme (fixture->office, scheme, mood, issues, silent, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (view);
  return view;
}

static void
assert_same_line (const SzPayView *a, const SzPayView *b, gsize i)
{
  const SzPayLine *line_a = &a->result->lines[i];
  const SzPayLine *line_b = &b->result->lines[i];

  g_assert_cmpstr (a->input->people[line_a->index].staff_no, ==,
                   b->input->people[line_b->index].staff_no);
  g_assert_cmpstr (line_a->department, ==, line_b->department);
  g_assert_cmpint (line_a->before_fen, ==, line_b->before_fen);
  g_assert_cmpint (line_a->ceiling_fen, ==, line_b->ceiling_fen);
  g_assert_cmpint (line_a->total_fen, ==, line_b->total_fen);
  for (guint c = 0; c < a->scheme->components->len; c++)
    {
      g_assert_cmpint (line_a->shares[c].points_x1e6, ==, line_b->shares[c].points_x1e6);
      g_assert_cmpint (line_a->shares[c].amount_fen, ==, line_b->shares[c].amount_fen);
      g_assert_cmpint (line_a->shares[c].remainder_fen, ==, line_b->shares[c].remainder_fen);
    }
}

static void
assert_same (const SzPayView *a, const SzPayView *b)
{
  g_assert_cmpint (a->result->pool_fen, ==, b->result->pool_fen);
  g_assert_cmpint (a->result->reserve_fen, ==, b->result->reserve_fen);
  g_assert_cmpint (a->result->total_fen, ==, b->result->total_fen);
  g_assert_cmpuint (a->result->n_lines, ==, b->result->n_lines);
  g_assert_cmpuint (a->result->n_excluded, ==, b->result->n_excluded);
  for (gsize i = 0; i < a->result->n_lines; i++)
    assert_same_line (a, b, i);
}

/* RULE pay-4: pool = departments + reserve, to the fen. */
static void
assert_exact (const SzPayView *view)
{
  const SzPayResult *result = view->result;
  SzMoney sum_fen = result->reserve_fen;

  for (gsize i = 0; i < result->n_departments; i++)
    sum_fen += result->departments[i].amount_fen;
  g_assert_cmpint (sum_fen, ==, result->pool_fen);
}

static void
test_same_as_run (void)
{
  g_autoptr (Fixture) fixture = make_college ();
  g_autoptr (SzPayLive) live = sz_pay_live_new ();
  g_autoptr (SzScheme) scheme = make_scheme ();
  g_autoptr (SzPayView) tried = compute_live (live, fixture, scheme);
  g_autoptr (SzPayView) dry = compute_fresh (fixture, scheme, SZ_PAY_DRY_RUN);
  g_autoptr (SzPayView) stored = compute_fresh (fixture, scheme, SZ_PAY_STORE);

  g_assert_cmpint (tried->head.run, ==, 0);
  g_assert_cmpstr (tried->head.state, ==, "draft");
  g_assert_cmpuint (tried->result->n_lines, >, PEOPLE / 2);
  assert_exact (tried);
  assert_same (tried, dry);
  assert_same (tried, stored);
}

static void
change_coefficient (GRand *rand, GHashTable *table)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (table), (GCompareFunc)strcmp);
  guint n = g_list_length (names);
  const char *name = g_list_nth_data (names, (guint)g_rand_int_range (rand, 0, (gint32)n));

  sz_scheme_put_coefficient (table, name, g_rand_int_range (rand, 0, 30000));
}

/* What somebody does who tries out schemes: one field after the other. */
static void
change_scheme (GRand *rand, SzScheme *scheme)
{
  SzComponent *tilt = &g_array_index (scheme->components, SzComponent, 0);

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      scheme->pool_fen = g_rand_int_range (rand, 1, G_MAXINT32);
      break;
    case 1:
      scheme->reserve_ratio_x1e4 = g_rand_int_range (rand, 0, 2000);
      break;
    case 2:
      tilt->ratio_x1e4 = g_rand_int_range (rand, 0, 5000);
      break;
    case 3:
      scheme->ceiling = (SzLimit){ .set = g_rand_boolean (rand),
                                   .by_multiple = TRUE,
                                   .multiple_x1e4 = g_rand_int_range (rand, 15000, 40000) };
      break;
    case 4:
      change_coefficient (rand, scheme->assessment_x1e4);
      break;
    default:
      change_coefficient (rand, scheme->post_x1e4);
    }
}

static void
test_law_changes (void)
{
  g_autoptr (Fixture) fixture = make_college ();
  g_autoptr (SzPayLive) live = sz_pay_live_new ();
  g_autoptr (SzScheme) scheme = make_scheme ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  g_test_message ("seed %u", SEED);
  for (int i = 0; i < CHANGES; i++)
    {
      g_autoptr (SzPayView) tried = NULL;
      g_autoptr (SzPayView) fresh = NULL;

      change_scheme (rand, scheme);
      tried = compute_live (live, fixture, scheme);
      fresh = compute_fresh (fixture, scheme, SZ_PAY_DRY_RUN);
      assert_exact (tried);
      assert_same (tried, fresh);
    }
  g_assert_cmpuint (sz_pay_live_get_readings (live), ==, 1);
}

/* RULE pay-13: the same explanation, word for word, as a run of its own would give. */
static void
test_why (void)
{
  g_autoptr (Fixture) fixture = make_college ();
  g_autoptr (SzPayLive) live = sz_pay_live_new ();
  g_autoptr (SzScheme) scheme = make_scheme ();
  g_autoptr (SzPayView) tried = compute_live (live, fixture, scheme);
  g_autoptr (SzPayView) fresh = compute_fresh (fixture, scheme, SZ_PAY_DRY_RUN);

  for (gsize i = 0; i < tried->result->n_lines; i++)
    {
      const char *staff_no = tried->input->people[tried->result->lines[i].index].staff_no;
      g_autoptr (GError) error = NULL;
      g_autoptr (SzWhy) why = sz_why_new (tried, staff_no, &error);
      g_autoptr (SzWhy) other = sz_why_new (fresh, staff_no, &error);
      g_autofree char *text = sz_why_dup_text (why);
      g_autofree char *other_text = sz_why_dup_text (other);

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, other_text);
    }
}

/* A view outlives the facts it was computed from, and the live one too. */
static void
test_views_stand_alone (void)
{
  g_autoptr (Fixture) fixture = make_college ();
  SzPayLive *live = sz_pay_live_new ();
  g_autoptr (SzScheme) scheme = make_scheme ();
  g_autoptr (SzPayView) whole = compute_live (live, fixture, scheme);
  g_autoptr (SzPayView) half = NULL;

  scheme->to = 20250630;
  half = compute_live (live, fixture, scheme);
  sz_pay_live_unref (live);
  g_assert_cmpint (whole->result->period_months, ==, 12);
  g_assert_cmpint (half->result->period_months, ==, 6);
  g_assert_cmpstr (whole->input->people[0].staff_no, ==, half->input->people[0].staff_no);
  assert_exact (whole);
  assert_exact (half);
}

/* Another connection writes, as the desk's writer and the command line do. */
static void
write_elsewhere (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) other = sz_office_open (fixture->db, "别人", &error);
  g_autoptr (SzScheme) scheme = make_scheme ();
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzPayView) view = NULL;

  g_assert_no_error (error);
  view = sz_office_pay_compute_scheme (other, scheme, SZ_PAY_STORE, issues, silent, NULL, &error);
  g_assert_no_error (error);
}

static void
test_read_again (void)
{
  g_autoptr (Fixture) fixture = make_college ();
  g_autoptr (SzPayLive) live = sz_pay_live_new ();
  g_autoptr (SzScheme) scheme = make_scheme ();

  sz_pay_view_free (compute_live (live, fixture, scheme));
  sz_scheme_put_coefficient (scheme->post_x1e4, "中级", 12345);
  sz_pay_view_free (compute_live (live, fixture, scheme));
  g_assert_cmpuint (sz_pay_live_get_readings (live), ==, 1);

  write_elsewhere (fixture);
  sz_pay_view_free (compute_live (live, fixture, scheme));
  g_assert_cmpuint (sz_pay_live_get_readings (live), ==, 2);

  scheme->from = 20250701;
  sz_pay_view_free (compute_live (live, fixture, scheme));
  g_assert_cmpuint (sz_pay_live_get_readings (live), ==, 3);
}

static void
assert_refused (
    SzPayLive *live, Fixture *fixture, const SzScheme *scheme, const char *code, guint n_issues)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  SzPayView *view = sz_pay_live_compute (live, fixture->office, scheme, issues, NULL, &error);
  g_autofree char *told = error != NULL ? sz_error_dup_code (error) : NULL;

  g_assert_null (view);
  g_assert_cmpstr (told, ==, code);
  g_assert_cmpuint (sz_issue_list_length (issues), ==, n_issues);
}

/* Faults leave the facts alone: the next sound scheme needs no reading. */
static void
test_faults (void)
{
  g_autoptr (Fixture) fixture = make_college ();
  g_autoptr (SzPayLive) live = sz_pay_live_new ();
  g_autoptr (SzScheme) scheme = make_scheme ();
  SzComponent *tilt = &g_array_index (scheme->components, SzComponent, 0);

  sz_pay_view_free (compute_live (live, fixture, scheme));
  tilt->ratio_x1e4 = 9900;
  assert_refused (live, fixture, scheme, "scheme.ratio_over_one", 0);
  tilt->ratio_x1e4 = 800;
  scheme->two_levels = TRUE;
  scheme->levels_by = SZ_LEVELS_FIXED;
  assert_refused (live, fixture, scheme, "scheme.weights_missing", 0);
  scheme->two_levels = FALSE;
  scheme->from = SZ_DATE_NONE;
  assert_refused (live, fixture, scheme, "scheme.period_missing", 0);
  scheme->from = 20250101;
  sz_pay_view_free (compute_live (live, fixture, scheme));
  g_assert_cmpuint (sz_pay_live_get_readings (live), ==, 1);
}

/* RULE pay-5: each person whose band has no coefficient is named. */
static void
test_findings (void)
{
  g_autoptr (Fixture) fixture = make_college ();
  g_autoptr (SzPayLive) live = sz_pay_live_new ();
  g_autoptr (SzScheme) scheme = make_scheme ();
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;

  g_hash_table_remove (scheme->post_x1e4, "中级");
  g_assert_null (sz_pay_live_compute (live, fixture->office, scheme, issues, NULL, &error));
  g_assert_cmpuint (sz_issue_list_length (issues), >, 0);
  g_assert_cmpstr (sz_issue_list_get (issues, 0)->code, ==, "pay.coefficient_missing");
  g_assert_cmpstr (sz_issue_arg (sz_issue_list_get (issues, 0), "input"), ==, "post");
  for (guint i = 0; i < sz_issue_list_length (issues); i++)
    {
      SzPost post = sz_post_parse (sz_issue_list_get (issues, i)->value);

      g_assert_cmpint (sz_post_band (post), ==, SZ_BAND_INTERMEDIATE);
    }
}

/* RULE pay-4: the default split of a new college. */
static void
test_default_scheme (void)
{
  static const struct
  {
    SzDate today;
    SzDate from;
    SzDate to;
    const char *name;
  } cases[] = {
    { 20260108, 20250101, 20251231, "2025年度奖励性绩效工资分配方案" },
    { 20261231, 20250101, 20251231, "2025年度奖励性绩效工资分配方案" },
    { 20270101, 20260101, 20261231, "2026年度奖励性绩效工资分配方案" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SzScheme) scheme = sz_scheme_default_new (cases[i].today);
      g_autoptr (SzIssueList) issues = sz_issue_list_new ();
      const SzComponent *parts = (const SzComponent *)(gpointer)scheme->components->data;

      g_assert_true (sz_scheme_validate (scheme, issues));
      g_assert_cmpstr (scheme->name, ==, cases[i].name);
      g_assert_cmpint (scheme->from, ==, cases[i].from);
      g_assert_cmpint (scheme->to, ==, cases[i].to);
      g_assert_cmpint (scheme->pool_fen, ==, 0);
      g_assert_cmpuint (scheme->components->len, ==, 3);
      g_assert_cmpint (parts[0].ratio_x1e4, ==, 800);
      g_assert_cmpint (parts[1].ratio_x1e4, ==, 500);
      g_assert_true (parts[2].rest);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/pay-live/pay-4/same-as-run", test_same_as_run);
  g_test_add_func ("/office/pay-live/pay-4/law-changes", test_law_changes);
  g_test_add_func ("/office/pay-live/pay-4/default-8-5-rest", test_default_scheme);
  g_test_add_func ("/office/pay-live/pay-5/findings", test_findings);
  g_test_add_func ("/office/pay-live/pay-13/why", test_why);
  g_test_add_func ("/office/pay-live/views-stand-alone", test_views_stand_alone);
  g_test_add_func ("/office/pay-live/read-again", test_read_again);
  g_test_add_func ("/office/pay-live/faults", test_faults);
  return g_test_run ();
}
