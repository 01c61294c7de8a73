/* test-transfer.c — cash awards for technology transfer (pay-3, num-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-transfer.h"

#include "check-error.h"

#define SEED 20160016

static const SzTransferRules rules = { 5000, 9500, 5000 };

/* Counts the findings of @code and checks that there are no others. */
static void
check_only (const SzIssueList *issues, const char *code, SzSeverity severity)
{
  g_assert_cmpuint (sz_issue_list_length (issues), ==, code != NULL ? 1 : 0);
  if (code == NULL)
    return;
  g_assert_cmpstr (sz_issue_list_get (issues, 0)->code, ==, code);
  g_assert_cmpint (sz_issue_list_get (issues, 0)->severity, ==, severity);
  g_assert_cmpstr (sz_issue_arg (sz_issue_list_get (issues, 0), "project"), ==, "夹具");
}

/* Handbook P5: 680,000 − 80,000 = 600,000; 50 % 300,000, 70 % 420,000, 95 % 570,000; 210,000. */
static void
test_handbook_p5 (void)
{
  static const struct
  {
    gint64 ratio;
    SzMoney award;
    SzMoney least;
  } cases[] = {
    { 5000, 30000000, 15000000 },
    { 7000, 42000000, 21000000 },
    { 9500, 57000000, 28500000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SzIssueList) issues = sz_issue_list_new ();
      SzTransferPart parts[] = { { "0001", 6000, TRUE, 0 }, { "0002", 4000, FALSE, 0 } };
      SzTransfer transfer = { "夹具", "2025370001", 60000000, cases[i].ratio, parts, 2, 0, 0 };
      SzMoney least = 0;

      g_assert_true (sz_transfer_award (&rules, &transfer, issues, NULL));
      check_only (issues, NULL, SZ_SEVERITY_ERROR);
      g_assert_cmpint (transfer.award_fen, ==, cases[i].award);
      g_assert_cmpint (transfer.main_fen, ==, cases[i].award * 6 / 10);
      g_assert_cmpint (parts[0].amount_fen + parts[1].amount_fen, ==, cases[i].award);
      g_assert_true (sz_transfer_least_main (&rules, transfer.award_fen, &least, NULL));
      g_assert_cmpint (least, ==, cases[i].least);
    }
}

static void
test_findings (void)
{
  static const struct
  {
    const char *registration_no;
    SzMoney net;
    gint64 ratio;
    gint64 main_share;
    gint64 other_share;
    gboolean is_main;
    const char *code;
    SzSeverity severity;
    SzMoney award;
  } cases[] = {
    { "1", 60000000, 7000, 5000, 5000, TRUE, NULL, 0, 42000000 },
    { "", 60000000, 7000, 5000, 5000, TRUE, "transfer.registration_missing", SZ_SEVERITY_ERROR,
      42000000 },
    { NULL, 60000000, 7000, 5000, 5000, TRUE, "transfer.registration_missing", SZ_SEVERITY_ERROR,
      42000000 },
    { "1", 60000000, 4999, 5000, 5000, TRUE, "transfer.ratio_out_of_range", SZ_SEVERITY_ERROR,
      29994000 },
    { "1", 60000000, 9501, 5000, 5000, TRUE, "transfer.ratio_out_of_range", SZ_SEVERITY_ERROR,
      57006000 },
    { "1", 60000000, 7000, 4999, 5001, TRUE, "transfer.main_share_low", SZ_SEVERITY_ERROR,
      42000000 },
    { "1", 60000000, 7000, 5000, 5000, FALSE, "transfer.main_missing", SZ_SEVERITY_WARNING,
      42000000 },
    { "1", -1, 7000, 5000, 5000, TRUE, "transfer.loss", SZ_SEVERITY_WARNING, 0 },
    { "1", 60000000, 7000, 5000, 4000, TRUE, "transfer.shares_sum", SZ_SEVERITY_WARNING, 42000000 },
    /* 0.33 and 0.3333 of rounding are no fault. */
    { "1", 60000000, 7000, 5000, 4999, TRUE, NULL, 0, 42000000 },
    /* An odd fen: the main contributor may lack it. */
    { "1", 3, 7000, 5000, 5000, TRUE, NULL, 0, 2 },
    { "1", 1, 9500, 5000, 5000, TRUE, NULL, 0, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SzIssueList) issues = sz_issue_list_new ();
      SzTransferPart parts[] = { { "0002", cases[i].main_share, cases[i].is_main, 0 },
                                 { "0001", cases[i].other_share, FALSE, 0 } };
      SzTransfer transfer
          = { "夹具", cases[i].registration_no, cases[i].net, cases[i].ratio, parts, 2, 0, 0 };

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_true (sz_transfer_award (&rules, &transfer, issues, NULL));
      check_only (issues, cases[i].code, cases[i].severity);
      g_assert_cmpint (transfer.award_fen, ==, cases[i].award);
    }
}

/* Three equal people: the fen left over in the order of the staff number (num-6). */
static void
test_three_equal (void)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  SzTransferPart parts[]
      = { { "0003", 3333, FALSE, 0 }, { "0001", 3333, TRUE, 0 }, { "0002", 3333, TRUE, 0 } };
  SzTransfer transfer = { "夹具", "1", 20000, 5000, parts, 3, 0, 0 };

  g_assert_true (sz_transfer_award (&rules, &transfer, issues, NULL));
  check_only (issues, NULL, SZ_SEVERITY_ERROR);
  g_assert_cmpint (parts[0].amount_fen, ==, 3333);
  g_assert_cmpint (parts[1].amount_fen, ==, 3334);
  g_assert_cmpint (parts[2].amount_fen, ==, 3333);
  g_assert_cmpint (transfer.main_fen, ==, 6667);
}

static void
test_nobody (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  SzTransferPart part = { "0003", 0, TRUE, 0 };
  SzTransfer transfer = { "夹具", "1", 20000, 5000, &part, 1, 0, 0 };

  g_assert_false (sz_transfer_award (&rules, &transfer, issues, &error));
  check_error (&error, SZ_ERROR_REFUSED, "pay.pool_without_points", NULL);
}

/* Law: whatever the shares, the parts are the award to the fen. */
static void
test_exact (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  g_test_message ("seed %d", SEED);
  for (int round = 0; round < 2000; round++)
    {
      g_autoptr (SzIssueList) issues = sz_issue_list_new ();
      SzTransferPart parts[6];
      SzTransfer transfer = { "夹具", "1", 0, g_rand_int_range (rand, 5000, 9501), parts, 6, 0, 0 };
      char keys[6][8];
      SzMoney sum = 0;

      transfer.net_fen = g_rand_int_range (rand, 0, G_MAXINT);
      for (int i = 0; i < 6; i++)
        {
          g_snprintf (keys[i], sizeof keys[i], "%04d", i);
          parts[i] = (SzTransferPart){ keys[i], g_rand_int_range (rand, 1, 5000), i < 3, 0 };
        }
      g_assert_true (sz_transfer_award (&rules, &transfer, issues, NULL));
      for (int i = 0; i < 6; i++)
        sum += parts[i].amount_fen;
      g_assert_cmpint (sum, ==, transfer.award_fen);
      g_assert_cmpint (transfer.main_fen, ==,
                       parts[0].amount_fen + parts[1].amount_fen + parts[2].amount_fen);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/pay-3/handbook-p5", test_handbook_p5);
  g_test_add_func ("/domain/pay-3/findings", test_findings);
  g_test_add_func ("/domain/pay-3/num-6/three-equal", test_three_equal);
  g_test_add_func ("/domain/pay-3/nobody", test_nobody);
  g_test_add_func ("/domain/pay-3/exact", test_exact);
  return g_test_run ();
}
