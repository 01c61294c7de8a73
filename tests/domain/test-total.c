/* test-total.c — the year's performance pay as a whole (pay-1, pay-2, pay-15)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-total.h"

#include "check-error.h"

#define YUAN(n) ((SzMoney)(n)*100)

static const SzTotalRules defaults = { 5000, SZ_TRAIN_WITHIN_CAP, YUAN (52000), 23000, 50000 };

/* Handbook P1: 386 people, L 52,000, factor 1.6. */
static const SzTotalFacts p1 = {
  .basic_fen = YUAN (22480640),
  .incentive_fen = YUAN (9634560),
  .funds_fen = { YUAN (30375200), 0, 0, 0 },
  .has_cap = TRUE,
  .cap_fen = YUAN (32115200),
  .x_fen = { YUAN (420000), YUAN (600000), 0 },
  .x_funded_fen = { YUAN (420000), YUAN (600000), 0 },
  .train_income_fen = YUAN (5800000),
  .train_cost_fen = YUAN (2320000),
  .heads = 386,
};

static const SzIssue *
find_issue (const SzIssueList *issues, const char *code)
{
  for (guint i = 0; i < sz_issue_list_length (issues); i++)
    if (strcmp (sz_issue_list_get (issues, i)->code, code) == 0)
      return sz_issue_list_get (issues, i);
  return NULL;
}

/* Asserts that @code is the only finding, NULL: that there is none. */
static void
check_only (const SzIssueList *issues, const char *code, SzSeverity severity)
{
  g_assert_cmpuint (sz_issue_list_length (issues), ==, code != NULL ? 1 : 0);
  if (code == NULL)
    return;
  g_assert_cmpstr (sz_issue_list_get (issues, 0)->code, ==, code);
  g_assert_cmpint (sz_issue_list_get (issues, 0)->severity, ==, severity);
}

static void
test_handbook_p1 (void)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  SzTotal total;

  g_assert_true (sz_total_compute (&defaults, &p1, issues, &total, NULL));
  check_only (issues, NULL, SZ_SEVERITY_ERROR);
  g_assert_cmpint (total.train_net_fen, ==, YUAN (3480000));
  g_assert_cmpint (total.train_available_fen, ==, YUAN (1740000));
  g_assert_cmpint (total.r_fen, ==, YUAN (32115200));
  g_assert_cmpint (total.total_fen, ==, YUAN (33135200));
  g_assert_cmpint (total.base_next_fen, ==, YUAN (32115200));
  g_assert_cmpint (total.funds_fen[SZ_FUND_FISCAL], ==, YUAN (30375200));
  g_assert_cmpint (total.funds_fen[SZ_FUND_TRAINING], ==, YUAN (1740000));
  g_assert_cmpint (total.unfunded_fen, ==, 0);
  g_assert_cmpint (total.level_x1e4, ==, 16000);
  g_assert_true (total.within_cap);
  g_assert_true (sz_total_allowed (&total));
}

/* One fen over is over; X1 and X2 are in the total and outside the cap. */
static void
test_cap (void)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  SzTotalFacts facts = p1;
  SzTotal total;

  facts.basic_fen += 1;
  facts.funds_fen[SZ_FUND_FISCAL] += 1;
  g_assert_true (sz_total_compute (&defaults, &facts, issues, &total, NULL));
  check_only (issues, "total.over_cap", SZ_SEVERITY_ERROR);
  g_assert_cmpstr (sz_issue_arg (sz_issue_list_get (issues, 0), "over"), ==, "0.01");
  g_assert_false (total.within_cap);
  g_assert_false (sz_total_allowed (&total));

  facts = p1;
  facts.x_fen[SZ_ADDITION_TRANSFER] = YUAN (90000000);
  g_clear_pointer (&issues, sz_issue_list_free);
  issues = sz_issue_list_new ();
  g_assert_true (sz_total_compute (&defaults, &facts, issues, &total, NULL));
  check_only (issues, "total.x_source_missing", SZ_SEVERITY_WARNING);
  g_assert_cmpstr (sz_issue_arg (sz_issue_list_get (issues, 0), "account"), ==, "成果转化奖励");
  g_assert_true (sz_total_allowed (&total));
  g_assert_cmpint (total.base_next_fen, ==, YUAN (32115200));
}

static void
test_no_cap (void)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  SzTotalFacts facts = p1;
  SzTotal total;

  facts.has_cap = FALSE;
  facts.cap_fen = 0;
  g_assert_true (sz_total_compute (&defaults, &facts, issues, &total, NULL));
  check_only (issues, "total.cap_missing", SZ_SEVERITY_WARNING);
  g_assert_false (total.within_cap);

  facts = (SzTotalFacts){ 0 };
  g_assert_true (sz_total_compute (&defaults, &facts, issues, &total, NULL));
  g_assert_true (total.within_cap);
  g_assert_false (total.has_level);
}

static void
test_sources (void)
{
  static const struct
  {
    SzMoney fiscal;
    SzMoney earned;
    SzMoney training;
    SzMoney used_training;
    SzMoney unfunded;
    const char *code;
    SzSeverity severity;
  } cases[] = {
    /* Training income fills what is left, and only as far as it reaches. */
    { YUAN (30375200), 0, 0, YUAN (1740000), 0, NULL, 0 },
    { YUAN (30000000), YUAN (375200), 0, YUAN (1740000), 0, NULL, 0 },
    { YUAN (32115200), 0, 0, 0, 0, NULL, 0 },
    { YUAN (31115200), 0, 0, YUAN (1000000), 0, NULL, 0 },
    { YUAN (30375200), 0, YUAN (1740000), YUAN (1740000), 0, NULL, 0 },
    { YUAN (30375200), 0, YUAN (1000000), YUAN (1740000), 0, NULL, 0 },
    { YUAN (30375100), 0, 0, YUAN (1740000), YUAN (100), "total.sources_missing",
      SZ_SEVERITY_WARNING },
    { YUAN (32115200), YUAN (1), 0, 0, -YUAN (1), "total.sources_over", SZ_SEVERITY_ERROR },
    { YUAN (30375199), 0, YUAN (1740001), YUAN (1740001), 0, "total.training_over",
      SZ_SEVERITY_WARNING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SzIssueList) issues = sz_issue_list_new ();
      SzTotalFacts facts = p1;
      SzTotal total;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      facts.funds_fen[SZ_FUND_FISCAL] = cases[i].fiscal;
      facts.funds_fen[SZ_FUND_EARNED] = cases[i].earned;
      facts.funds_fen[SZ_FUND_TRAINING] = cases[i].training;
      g_assert_true (sz_total_compute (&defaults, &facts, issues, &total, NULL));
      check_only (issues, cases[i].code, cases[i].severity);
      g_assert_cmpint (total.funds_fen[SZ_FUND_TRAINING], ==, cases[i].used_training);
      g_assert_cmpint (total.unfunded_fen, ==, cases[i].unfunded);
    }
}

/* RULE pay-2: net × ratio; a loss gives 0 and a finding. */
static void
test_training (void)
{
  static const struct
  {
    SzMoney income;
    SzMoney cost;
    gint64 ratio;
    SzMoney net;
    SzMoney available;
  } cases[] = {
    { YUAN (5800000), YUAN (2320000), 5000, YUAN (3480000), YUAN (1740000) },
    { 101, 0, 5000, 101, 51 },
    { 100, 101, 5000, -1, 0 },
    { 100, 100, 5000, 0, 0 },
    { YUAN (100), 0, 6000, YUAN (100), YUAN (60) },
    { YUAN (100), 0, 0, YUAN (100), 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SzMoney net = 77;
      SzMoney available = 77;

      g_assert_true (sz_total_training (cases[i].income, cases[i].cost, cases[i].ratio, &net,
                                        &available, NULL));
      g_assert_cmpint (net, ==, cases[i].net);
      g_assert_cmpint (available, ==, cases[i].available);
    }
}

static void
test_training_loss (void)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  SzTotalFacts facts = p1;
  SzTotal total;

  facts.funds_fen[SZ_FUND_FISCAL] = YUAN (32115200);
  facts.train_cost_fen = YUAN (5800001);
  g_assert_true (sz_total_compute (&defaults, &facts, issues, &total, NULL));
  check_only (issues, "training.loss", SZ_SEVERITY_WARNING);
  g_assert_cmpstr (sz_issue_arg (sz_issue_list_get (issues, 0), "net"), ==, "-1.00");
  g_assert_cmpint (total.train_available_fen, ==, 0);
}

/* As an approved addition it is X3: in the total, not in R, and needs its number. */
static void
test_addon (void)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  SzTotalRules rules = defaults;
  SzTotalFacts facts = p1;
  SzTotal total;

  rules.train_mode = SZ_TRAIN_APPROVED_ADDON;
  facts.funds_fen[SZ_FUND_FISCAL] = YUAN (32115200);
  g_assert_true (sz_total_compute (&rules, &facts, issues, &total, NULL));
  check_only (issues, "total.x3_unapproved", SZ_SEVERITY_ERROR);
  g_assert_false (sz_total_allowed (&total));
  g_assert_cmpint (total.x_fen[SZ_ADDITION_APPROVED], ==, YUAN (1740000));
  g_assert_cmpint (total.total_fen, ==, YUAN (33135200 + 1740000));
  g_assert_cmpint (total.r_fen, ==, YUAN (32115200));
  g_assert_cmpint (total.funds_fen[SZ_FUND_TRAINING], ==, 0);

  g_clear_pointer (&issues, sz_issue_list_free);
  issues = sz_issue_list_new ();
  facts.train_approval = "鲁人社批〔2025〕1号";
  g_assert_true (sz_total_compute (&rules, &facts, issues, &total, NULL));
  check_only (issues, NULL, SZ_SEVERITY_ERROR);
  g_assert_true (sz_total_allowed (&total));
}

static void
test_x3_approval (void)
{
  static const struct
  {
    SzMoney x3;
    const char *approval;
    gboolean approved;
  } cases[] = {
    { 0, NULL, TRUE },
    { 1, NULL, FALSE },
    { 1, "", FALSE },
    { 1, "〔2025〕1号", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SzIssueList) issues = sz_issue_list_new ();
      SzTotalFacts facts = p1;
      SzTotal total;

      facts.x_fen[SZ_ADDITION_APPROVED] = cases[i].x3;
      facts.x_funded_fen[SZ_ADDITION_APPROVED] = cases[i].x3;
      facts.x3_approval = cases[i].approval;
      g_assert_true (sz_total_compute (&defaults, &facts, issues, &total, NULL));
      g_assert_cmpint (total.approved, ==, cases[i].approved);
      g_assert_cmpint (sz_total_allowed (&total), ==, cases[i].approved);
      g_assert_cmpint (find_issue (issues, "total.x3_unapproved") == NULL, ==, cases[i].approved);
    }
}

/* RULE pay-15: 2.3 itself is fine, 5 itself only warns. */
static void
test_level (void)
{
  static const struct
  {
    SzMoney r;
    gint64 level;
    const char *code;
    gboolean allowed;
  } cases[] = {
    { YUAN (46165600), 23000, NULL, TRUE },
    { YUAN (46165600) + 1, 23000, "total.level_high", TRUE },
    { YUAN (100360000), 50000, "total.level_high", TRUE },
    { YUAN (100360000) + 1, 50000, "total.level_refused", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SzIssueList) issues = sz_issue_list_new ();
      SzTotalFacts facts = { .incentive_fen = cases[i].r,
                             .funds_fen = { cases[i].r, 0, 0, 0 },
                             .has_cap = TRUE,
                             .cap_fen = cases[i].r,
                             .heads = 386 };
      SzTotal total;

      g_assert_true (sz_total_compute (&defaults, &facts, issues, &total, NULL));
      check_only (issues, cases[i].code,
                  cases[i].allowed ? SZ_SEVERITY_WARNING : SZ_SEVERITY_ERROR);
      g_assert_cmpint (total.level_x1e4, ==, cases[i].level);
      g_assert_cmpint (sz_total_allowed (&total), ==, cases[i].allowed);
    }
}

static void
test_overflow (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  SzTotalFacts facts = { .basic_fen = G_MAXINT64, .incentive_fen = 1 };
  SzTotal total;

  g_assert_false (sz_total_compute (&defaults, &facts, issues, &total, &error));
  check_error (&error, SZ_ERROR_OVERFLOW, "number.overflow", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/pay-1/handbook-p1", test_handbook_p1);
  g_test_add_func ("/domain/pay-1/cap", test_cap);
  g_test_add_func ("/domain/pay-1/no-cap", test_no_cap);
  g_test_add_func ("/domain/pay-1/sources", test_sources);
  g_test_add_func ("/domain/pay-1/x3-approval", test_x3_approval);
  g_test_add_func ("/domain/pay-1/overflow", test_overflow);
  g_test_add_func ("/domain/pay-2/training", test_training);
  g_test_add_func ("/domain/pay-2/training-loss", test_training_loss);
  g_test_add_func ("/domain/pay-2/addon", test_addon);
  g_test_add_func ("/domain/pay-15/level", test_level);
  return g_test_run ();
}
