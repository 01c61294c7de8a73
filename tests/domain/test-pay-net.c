/* test-pay-net.c — from 应发 to 实发 in one sum, and the bank list to the byte
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-bank.h"
#include "sz-pay-net.h"

static void
test_net (void)
{
  static const struct
  {
    SzMoney total, advance, correction, tax, other, owed;
    SzMoney gross, due, actual, owed_after;
  } cases[] = {
    { 100000, 0, 0, 3000, 0, 0, 100000, 97000, 97000, 0 },
    { 100000, 30000, 0, 2000, 500, 0, 70000, 67500, 67500, 0 },
    { 100000, 30000, -20000, 1000, 500, 0, 50000, 48500, 48500, 0 },
    /* a correction larger than the payment: the rest stays owed */
    { 10000, 0, -50000, 0, 0, 0, -40000, -40000, 0, -40000 },
    /* owed from before is taken first */
    { 30000, 0, 0, 0, 0, -40000, 30000, 30000, 0, -10000 },
    { 50000, 0, 0, 1500, 0, -10000, 50000, 48500, 38500, 0 },
    { 0, 0, 0, 0, 100, 0, 0, -100, 0, -100 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SzPayNet net = { .total_fen = cases[i].total,
                       .advance_fen = cases[i].advance,
                       .correction_fen = cases[i].correction,
                       .tax_fen = cases[i].tax,
                       .other_fen = cases[i].other,
                       .owed_fen = cases[i].owed };

      g_assert_true (sz_pay_net_gross (&net, NULL) && sz_pay_net_close (&net, NULL));
      g_assert_cmpint (net.gross_fen, ==, cases[i].gross);
      g_assert_cmpint (net.due_fen, ==, cases[i].due);
      g_assert_cmpint (net.actual_fen, ==, cases[i].actual);
      g_assert_cmpint (net.owed_after_fen, ==, cases[i].owed_after);
    }
}

static const SzBankRow rows[] = {
  { "1001", "张三", "张三", "6222020000000000017", "某行", "102", "甲系", 123456 },
  { "1002", "李四", "李四光", "12345678", "", "", "乙系", 5 },
};

static SzBankTemplate
make_layout (const char *delimiter, gboolean heading, gboolean in_fen, gboolean trailer)
{
  return (SzBankTemplate){ .columns = { { SZ_BANK_NUMBER, "序号", NULL },
                                        { SZ_BANK_ACCOUNT, "账号", NULL },
                                        { SZ_BANK_HOLDER, "户名", NULL },
                                        { SZ_BANK_AMOUNT, "交易金额", NULL },
                                        { SZ_BANK_FIXED, "", "0" },
                                        { SZ_BANK_NOTE, "摘要", NULL } },
                           .n_columns = 6,
                           .heading = heading,
                           .delimiter = delimiter,
                           .encoding = "gb18030",
                           .in_fen = in_fen,
                           .crlf = heading,
                           .trailer = trailer };
}

static void
test_exact (void)
{
  SzBankTemplate plain = make_layout (",", TRUE, FALSE, FALSE);
  SzBankTemplate bars = make_layout ("|", FALSE, TRUE, TRUE);
  g_autofree char *text = sz_bank_format (&plain, rows, 2, "绩效");
  g_autofree char *other = sz_bank_format (&bars, rows, 2, "绩效");

  g_assert_cmpstr (text, ==,
                   "序号,账号,户名,交易金额,,摘要\r\n"
                   "1,6222020000000000017,张三,1234.56,0,绩效\r\n"
                   "2,12345678,李四光,0.05,0,绩效\r\n");
  g_assert_cmpstr (other, ==,
                   "1|6222020000000000017|张三|123456|0|绩效\n"
                   "2|12345678|李四光|5|0|绩效\n"
                   "2|123461\n");
}

static char *
find_codes (const SzBankTemplate *layout, const SzBankRow *list, gsize n, const char *note)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GString) codes = g_string_new (NULL);

  sz_bank_check (layout, list, n, note, TRUE, issues);
  for (guint i = 0; i < sz_issue_list_length (issues); i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", sz_issue_list_get (issues, i)->code);
  return g_string_free (g_steal_pointer (&codes), FALSE);
}

static void
test_findings (void)
{
  SzBankTemplate plain = make_layout (",", TRUE, FALSE, FALSE);
  SzBankRow list[2] = { rows[0], rows[1] };
  g_autofree char *sound = NULL;
  g_autofree char *repeated = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *comma = NULL;
  g_autofree char *luhn = NULL;

  list[0].account = "6222020000000000013";
  g_assert_false (sz_bank_fails_luhn ("4111111111111112"));
  luhn = find_codes (&plain, rows, 2, "绩效");
  sound = find_codes (&plain, list, 2, "绩效");
  /* One of the two check digits is right, the other is told of. */
  g_assert_true (sz_bank_fails_luhn (rows[0].account) || sz_bank_fails_luhn (list[0].account));
  g_assert_cmpstr (sz_bank_fails_luhn (rows[0].account) ? luhn : sound, ==,
                   "bank.account_checksum");
  list[1].account = list[0].account;
  repeated = find_codes (&plain, list, 2, "绩效");
  g_assert_cmpstr (repeated, ==, "bank.account_repeated");
  list[1].account = "";
  missing = find_codes (&plain, list, 2, "绩效");
  g_assert_cmpstr (missing, ==, "bank.account_missing");
  comma = find_codes (&plain, rows, 1, "一月,二月");
  g_assert_cmpstr (comma, ==, "bank.text");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/pay-16/net", test_net);
  g_test_add_func ("/domain/pay-17/exact", test_exact);
  g_test_add_func ("/domain/pay-17/findings", test_findings);
  return g_test_run ();
}
