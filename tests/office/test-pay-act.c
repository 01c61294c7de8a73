/* test-pay-act.c — a run from the office's tables to the frozen result (RULE pay-4 … pay-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college-small.h"
#include "sz-pay-act.h"
#include "sz-scheme-file.h"

#include <string.h>

static SzPayView *
compute (Fixture *fixture, const char *text, SzPayMood mood, SzIssueList *issues, GError **error)
{
  g_autofree char *path = fixture_write (fixture, "scheme.json", text);
  SzProgress progress = { NULL, NULL };

  return sz_office_pay_compute (fixture->office, path, mood, issues, progress, NULL, error);
}

static SzPayView *
must_compute (Fixture *fixture, const char *text, SzPayMood mood)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  SzPayView *view = compute (fixture, text, mood, issues, &error);

  g_assert_no_error (error);
  g_assert_nonnull (view);
  return view;
}

static char *
replace (const char *from, const char *to)
{
  const char *found = strstr (small_scheme, from);

  g_assert_nonnull (found);
  return g_strdup_printf ("%.*s%s%s", (int)(found - small_scheme), small_scheme, to,
                          found + strlen (from));
}

/* Handbook P2: the remainder's fen goes to the largest remainder. */
static const struct
{
  const char *staff_no;
  gint64 points_x1e6;
  SzMoney amount_fen;
} worked[] = {
  { "P1", 1430000, 3789753 },
  { "P2", 1100000, 2915194 },
  { "P3", 583333, 1545936 },
  { "P4", 660000, 1749117 },
};

static void
assert_worked (const SzPayView *view)
{
  const SzPayResult *result = view->result;
  SzMoney sum_fen = 0;

  g_assert_cmpuint (result->n_lines, ==, G_N_ELEMENTS (worked));
  for (gsize i = 0; i < G_N_ELEMENTS (worked); i++)
    {
      const SzPayLine *line = sz_pay_view_find_line (view, worked[i].staff_no);

      g_assert_nonnull (line);
      g_assert_cmpint (line->shares[0].points_x1e6, ==, worked[i].points_x1e6);
      g_assert_cmpint (line->total_fen, ==, worked[i].amount_fen);
      sum_fen += line->total_fen;
    }
  g_assert_cmpint (sum_fen, ==, 10000000);
  g_assert_null (sz_pay_view_find_line (view, "P5"));
  g_assert_null (sz_pay_view_find_line (view, "P0"));
  g_assert_null (sz_pay_view_find_line (view, "P9"));
}

static void
assert_excluded (const SzPayView *view)
{
  static const struct
  {
    const char *staff_no;
    SzPayReason reason;
  } cases[] = {
    { "P5", SZ_PAY_OUT_UNQUALIFIED },
    { "P6", SZ_PAY_OUT_EMPLOYMENT },
    { "P7", SZ_PAY_OUT_NO_MONTHS },
    { "P8", SZ_PAY_OUT_TALENT },
  };

  g_assert_cmpuint (view->result->n_excluded, ==, G_N_ELEMENTS (cases));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (sz_pay_view_find_excluded (view, cases[i].staff_no)->reason, ==,
                     cases[i].reason);
  g_assert_null (sz_pay_view_find_excluded (view, "P1"));
}

static void
test_worked (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzPayView) view = NULL;
  g_autoptr (SzPayView) stored = NULL;
  g_autoptr (GArray) heads = NULL;
  g_autofree char *scheme = NULL;
  g_autofree char *again = NULL;

  small_import_handbook (fixture);
  view = must_compute (fixture, small_scheme, SZ_PAY_STORE);
  assert_worked (view);
  assert_excluded (view);
  g_assert_cmpint (view->head.run, ==, 1);
  g_assert_cmpstr (view->head.state, ==, "computed");

  stored = sz_view_pay_open (fixture->office, 1, NULL, NULL);
  assert_worked (stored);
  assert_excluded (stored);
  g_assert_cmpstr (stored->head.name, ==, "手册P2");
  g_assert_cmpstr (stored->head.who, ==, "测试");
  scheme = sz_scheme_file_format (view->scheme);
  again = sz_scheme_file_format (stored->scheme);
  g_assert_cmpstr (scheme, ==, again);

  heads = sz_view_pay_list (fixture->office, NULL);
  g_assert_cmpuint (heads->len, ==, 1);
  g_assert_cmpint (g_array_index (heads, SzPayHead, 0).total_fen, ==, 10000000);
  g_assert_cmpint (g_array_index (heads, SzPayHead, 0).people, ==, 4);
}

static void
test_dry_run (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzPayView) view = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 acts;

  small_import_handbook (fixture);
  before = fixture_dump (fixture);
  acts = fixture_count (fixture, "SELECT COUNT(*) FROM acts");
  view = must_compute (fixture, small_scheme, SZ_PAY_DRY_RUN);
  assert_worked (view);
  g_assert_cmpint (view->head.run, ==, 0);
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM acts"), ==, acts);
}

/* RULE pay-11: a run keeps its inputs' hash, its parameters and its scheme; the same again is the
 * same but for its number. */
static void
test_again (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzPayView) first = NULL;
  g_autoptr (SzPayView) second = NULL;
  gint64 latest = 0;

  small_import_handbook (fixture);
  first = must_compute (fixture, small_scheme, SZ_PAY_STORE);
  second = must_compute (fixture, small_scheme, SZ_PAY_STORE);
  g_assert_cmpint (second->head.run, ==, 2);
  g_assert_true (sz_view_pay_latest (fixture->office, &latest, NULL));
  g_assert_cmpint (latest, ==, 2);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(DISTINCT inputs_hash) FROM pay_runs"), ==,
                   1);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(DISTINCT lines_hash) FROM pay_runs"), ==,
                   1);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM pay_runs WHERE parameters LIKE "
                                           "'%load.quota_year%'"),
                   ==, 2);
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM acts WHERE kind = 'pay.compute' "
                                           "AND source = 'scheme.json'"),
                   ==, 2);
}

typedef struct
{
  const char *from;
  const char *to;
  int remedy;
  const char *code;
  const char *finding; /* the first, NULL: none */
} Refusal;

static const Refusal refusals[] = {
  { "\"ratio\": \"rest\"", "\"ratio\": \"1.0001\"", SZ_ERROR_REFUSED, "scheme.ratio_over_one",
    "scheme.ratio_over_one" },
  { "\"components\"",
    "\"fixed\": [{\"name\": \"津贴\", \"role\": \"班主任\", \"amount\": \"100000.01\"}], "
    "\"components\"",
    SZ_ERROR_REFUSED, "pay.allowances_over_pool", NULL },
  { "\"components\": [",
    "\"components\": [{\"name\": \"优秀\", \"ratio\": \"0.05\", \"factors\": [\"award\"]}, ",
    SZ_ERROR_REFUSED, "pay.pool_without_points", NULL },
  { "\"months\"", "\"monts\"", SZ_ERROR_FORMAT, "scheme.faulty", "scheme.factor_unknown" },
  { "\"100000.00\"", "\"100000.001\"", SZ_ERROR_FORMAT, "scheme.faulty", "scheme.decimals" },
  { "\"pool\":", "\"pool\"", SZ_ERROR_FORMAT, "scheme.faulty", "scheme.syntax" },
  { "\"基本合格\": \"0.6\"", "\"不合格\": \"0.6\"", SZ_ERROR_FORMAT, "pay.inputs_missing",
    "pay.coefficient_missing" },
  { "\"中级\": \"1.1\", ", "", SZ_ERROR_FORMAT, "pay.inputs_missing", "pay.coefficient_missing" },
  { "\"months\"", "\"workload\"", SZ_ERROR_FORMAT, "pay.inputs_missing", "pay.input_missing" },
  { "\"months\"", "\"value:增量\"", SZ_ERROR_FORMAT, "pay.inputs_missing", "pay.input_missing" },
  { "\"pool\":", "\"levels\": \"two\", \"pool\":", SZ_ERROR_FORMAT, "pay.inputs_missing",
    "pay.department_coefficient" },
};

/* "Database unchanged" but for the audit row of the refused attempt (RULE aud-1). */
static void
test_refusals (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *before = NULL;

  small_import_handbook (fixture);
  fixture_import_text (fixture, "roles",
                       "年度,工号,角色,起,止\n2025,P1,班主任,2025-01-01,2025-12-31\n");
  before = fixture_dump (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *text = replace (refusals[i].from, refusals[i].to);
      g_autoptr (SzIssueList) issues = sz_issue_list_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      g_autofree char *code = NULL;

      g_test_message ("%s", refusals[i].to);
      g_assert_null (compute (fixture, text, SZ_PAY_STORE, issues, &error));
      g_assert_error (error, SZ_ERROR, refusals[i].remedy);
      code = sz_error_dup_code (error);
      g_assert_cmpstr (code, ==, refusals[i].code);
      g_assert_cmpint (sz_issue_list_length (issues) > 0, ==, refusals[i].finding != NULL);
      if (refusals[i].finding != NULL)
        g_assert_cmpstr (sz_issue_list_get (issues, 0)->code, ==, refusals[i].finding);
      after = fixture_dump (fixture);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM acts WHERE refused = 1"), ==,
                       i + 1);
    }
}

/* RULE pay-5: a finding for each person and input, never the first only. */
static void
test_missing_inputs (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  static const SmallPerson people[] = {
    { "1", "一一", "系", "在编", "专业技术", "专技八级", "是", "2010-07-01", "", "绩效" },
    { "2", "二二", "系", "在编", "专业技术", "专技八级", "是", "2010-07-01", "", "绩效" },
  };
  g_autoptr (GError) error = NULL;

  small_import_people (fixture, people, G_N_ELEMENTS (people));
  g_assert_null (compute (fixture, small_scheme, SZ_PAY_STORE, issues, &error));
  g_assert_error (error, SZ_ERROR, SZ_ERROR_FORMAT);
  g_assert_cmpuint (sz_issue_list_length (issues), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const SzIssue *issue = sz_issue_list_get (issues, i);

      g_assert_cmpstr (issue->code, ==, "pay.input_missing");
      g_assert_cmpstr (sz_issue_arg (issue, "staff_no"), ==, people[i].staff_no);
      g_assert_cmpstr (sz_issue_arg (issue, "input"), ==, "assessment");
    }
}

static void
test_unknown_run (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  gint64 latest = -1;

  g_assert_null (sz_view_pay_open (fixture->office, 1, NULL, &error));
  g_assert_error (error, SZ_ERROR, SZ_ERROR_REFUSED);
  code = sz_error_dup_code (error);
  g_assert_cmpstr (code, ==, "run.unknown");
  g_assert_true (sz_view_pay_latest (fixture->office, &latest, NULL));
  g_assert_cmpint (latest, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/pay-5/handbook-p2", test_worked);
  g_test_add_func ("/office/pay-5/dry-run", test_dry_run);
  g_test_add_func ("/office/pay-11/again", test_again);
  g_test_add_func ("/office/aud-1/refusals", test_refusals);
  g_test_add_func ("/office/pay-5/missing-inputs", test_missing_inputs);
  g_test_add_func ("/office/pay-13/unknown-run", test_unknown_run);
  return g_test_run ();
}
