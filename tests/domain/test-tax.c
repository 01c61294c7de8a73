/* test-tax.c — withholding, the bonus with its cliffs, labour service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-tax-year.h"

#define SEED 20251231

static const SzTaxRules rules = {
  .year_table = { { { 3600000, 300, 0 },
                    { 14400000, 1000, 252000 },
                    { 30000000, 2000, 1692000 },
                    { 42000000, 2500, 3192000 },
                    { 66000000, 3000, 5292000 },
                    { 96000000, 3500, 8592000 },
                    { 0, 4500, 18192000 } },
                  7 },
  .month_table = { { { 300000, 300, 0 },
                     { 1200000, 1000, 21000 },
                     { 2500000, 2000, 141000 },
                     { 3500000, 2500, 266000 },
                     { 5500000, 3000, 441000 },
                     { 8000000, 3500, 716000 },
                     { 0, 4500, 1516000 } },
                   7 },
  .labour_table = { { { 2000000, 2000, 0 }, { 5000000, 3000, 200000 }, { 0, 4000, 700000 } }, 3 },
  .labour_flat_fen = 80000,
  .labour_edge_fen = 400000,
  .labour_share_x1e4 = 8000,
  .deduction_fen = 500000,
  .bonus_until = 20271231,
};

static void
test_labour (void)
{
  static const SzMoney cases[][2] = {
    { 380000, 60000 },   { 400000, 64000 },    { 400100, 64016 }, { 2500000, 400000 },
    { 3000000, 520000 }, { 7000000, 1540000 }, { 80000, 0 },      { 79999, 0 },
    { 80001, 0 },        { 80003, 1 },         { 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SzTaxLabour labour = sz_tax_labour (&rules, cases[i][0]);

      g_assert_cmpint (labour.tax_fen, ==, cases[i][1]);
      g_assert_cmpint (labour.net_fen, ==, cases[i][0] - cases[i][1]);
    }
  /* 25,000 × 0.8 is the end of the first bracket, a fen more is the second. */
  g_assert_cmpint (sz_tax_labour (&rules, 2500000).bracket->rate_x1e4, ==, 2000);
  g_assert_cmpint (sz_tax_labour (&rules, 2500001).bracket->rate_x1e4, ==, 3000);
}

static void
test_bonus (void)
{
  static const struct
  {
    SzMoney amount, tax, edge, lost, free_from;
  } cases[] = {
    { 0, 0, 0, 0, 0 },
    { 3600000, 108000, 0, 0, 0 },
    { 3600100, 339010, 3600000, 230910, 3856667 },
    { 3856667, 364667, 0, 0, 0 },
    { 14400100, 0, 14400000, 0, 16050000 },
    { 30000100, 0, 30000000, 0, 31833333 },
    { 42000100, 0, 42000000, 0, 44750000 },
    { 66000100, 0, 66000000, 0, 70653846 },
    { 96000100, 0, 96000000, 0, 112000000 },
    { 6000000, 579000, 0, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SzTaxBonus bonus = sz_tax_bonus (&rules, cases[i].amount);

      g_test_message ("%" G_GINT64_FORMAT, cases[i].amount);
      g_assert_cmpint (bonus.net_fen, ==, cases[i].amount - bonus.tax_fen);
      g_assert_cmpint (bonus.cliff, ==, cases[i].free_from != 0);
      if (cases[i].free_from == 0)
        {
          g_assert_cmpint (bonus.tax_fen, ==, cases[i].tax);
          continue;
        }
      g_assert_cmpint (bonus.edge_fen, ==, cases[i].edge);
      g_assert_cmpint (bonus.free_from_fen, ==, cases[i].free_from);
      g_assert_cmpint (bonus.lost_fen, ==,
                       sz_tax_bonus (&rules, cases[i].edge).net_fen - bonus.net_fen);
      /* The smallest such amount: a fen less leaves less than the edge. */
      g_assert_cmpint (sz_tax_bonus (&rules, bonus.free_from_fen).net_fen, >=,
                       sz_tax_bonus (&rules, bonus.edge_fen).net_fen);
      g_assert_true (sz_tax_bonus (&rules, bonus.free_from_fen - 1).cliff);
      if (cases[i].tax != 0)
        {
          g_assert_cmpint (bonus.tax_fen, ==, cases[i].tax);
          g_assert_cmpint (bonus.lost_fen, ==, cases[i].lost);
        }
    }
}

/* Law: net falls from one amount to a larger one by no more than the cliff says. */
static void
test_bonus_law (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (int round = 0; round < 20000; round++)
    {
      SzMoney less = (SzMoney)g_rand_double_range (rand, 0, 150000000);
      SzMoney more = less + (SzMoney)g_rand_double_range (rand, 0, 5000000);
      SzTaxBonus a = sz_tax_bonus (&rules, less);
      SzTaxBonus b = sz_tax_bonus (&rules, more);

      if (b.net_fen < a.net_fen)
        {
          g_assert_true (b.cliff);
          g_assert_cmpint (a.net_fen - b.net_fen, <=, b.lost_fen);
        }
    }
}

static const SzService since_ever = { .from = 20100901 };

static SzTaxEntry
make_salary (int month, SzMoney income)
{
  return (SzTaxEntry){ .source = SZ_TAX_SALARY,
                       .month = month,
                       .income_fen = income,
                       .special_fen = 352000,
                       .additional_fen = 300000 };
}

static SzTaxPerson
make_person (SzTaxEntry *entries, guint n)
{
  return (SzTaxPerson){
    .year = 2025, .services = &since_ever, .n_services = 1, .entries = entries, .n_entries = n
  };
}

static void
test_cumulative (void)
{
  SzTaxEntry entries[12];
  SzTaxStep steps[12];
  SzTaxPerson person = make_person (entries, 12);
  SzTaxChoice choice;

  for (int i = 0; i < 12; i++)
    entries[i] = make_salary (i + 1, 1600000);
  g_assert_true (sz_tax_year (&rules, &person, steps, NULL));
  for (int i = 0; i < 12; i++)
    g_assert_cmpint (steps[i].withheld_fen, ==, i < 8 ? 13440 : i == 8 ? 43680 : 44800);
  g_assert_cmpint (steps[11].deduction_fen, ==, 6000000);
  g_assert_cmpint (steps[11].taxable_fen, ==, 5376000);

  g_assert_true (sz_tax_year_choose (&rules, &person, 6000000, &choice, NULL));
  g_assert_cmpint (choice.separate_fen, ==, 579000);
  g_assert_cmpint (choice.merged_fen, ==, 600000);
  g_assert_cmpint (choice.estimated_months, ==, 0);
  g_assert_true (choice.bonus);

  /* Known to January only: the other eleven months are taken as that one. */
  person.n_entries = 1;
  g_assert_true (sz_tax_year_choose (&rules, &person, 6000000, &choice, NULL));
  g_assert_cmpint (choice.merged_fen, ==, 600000);
  g_assert_cmpint (choice.estimated_months, ==, 11);
  /* The same with a cumulative figure: 3,000.00 a month so far. */
  person.n_entries = 3;
  for (int i = 0; i < 3; i++)
    {
      entries[i].additional_fen = 0;
      entries[i].has_cumulative = TRUE;
      entries[i].cumulative_additional_fen = 300000 * (i + 1);
    }
  g_assert_true (sz_tax_year_choose (&rules, &person, 6000000, &choice, NULL));
  g_assert_cmpint (choice.merged_fen, ==, 600000);
  entries[0].has_cumulative = entries[1].has_cumulative = FALSE;
  g_assert_true (sz_tax_year_choose (&rules, &person, 6000000, &choice, NULL));
  g_assert_cmpint (choice.merged_fen, ==, 600000);
}

static void
test_given (void)
{
  SzTaxEntry entries[4] = { make_salary (1, 1600000), make_salary (2, 1600000),
                            make_salary (3, 1600000), make_salary (4, 1600000) };
  SzTaxStep steps[4];
  SzTaxPerson person = make_person (entries, 4);

  /* What was withheld by hand is made good by the next entry; 0 is given too. */
  entries[1].has_withheld = TRUE;
  entries[1].withheld_fen = 0;
  g_assert_true (sz_tax_year (&rules, &person, steps, NULL));
  g_assert_cmpint (steps[1].due_fen, ==, 13440);
  g_assert_cmpint (steps[1].withheld_fen, ==, 0);
  g_assert_cmpint (steps[2].due_fen, ==, 26880);

  /* Too much: nothing is given back within the year. */
  entries[1].withheld_fen = 100000;
  g_assert_true (sz_tax_year (&rules, &person, steps, NULL));
  g_assert_cmpint (steps[2].due_fen, ==, 0);
  g_assert_cmpint (steps[3].due_fen, ==, 0);

  /* 减免税额 comes off the tax, exempt income off the base. */
  entries[1].has_withheld = FALSE;
  entries[0].reduction_fen = 10000;
  entries[1].exempt_fen = 448000;
  g_assert_true (sz_tax_year (&rules, &person, steps, NULL));
  g_assert_cmpint (steps[0].withheld_fen, ==, 3440);
  g_assert_cmpint (steps[1].withheld_fen, ==, 0);
  g_assert_cmpint (steps[2].withheld_fen, ==, 13440);
}

/* A cumulative figure replaces what was added up, later rows add on. */
static void
test_additional (void)
{
  SzTaxEntry entries[3]
      = { make_salary (1, 1600000), make_salary (2, 1600000), make_salary (3, 1600000) };
  SzTaxStep steps[3];
  SzTaxPerson person = make_person (entries, 3);

  entries[1].has_cumulative = TRUE;
  entries[1].additional_fen = 0;
  entries[1].cumulative_additional_fen = 450000;
  g_assert_true (sz_tax_year (&rules, &person, steps, NULL));
  g_assert_cmpint (steps[0].additional_fen, ==, 300000);
  g_assert_cmpint (steps[1].additional_fen, ==, 450000);
  g_assert_cmpint (steps[2].additional_fen, ==, 750000);
}

static void
test_deduction (void)
{
  static const SzService years[] = { { .from = 20100901, .to = 20250315 }, { .from = 20250701 } };
  SzTaxEntry entries[4] = { make_salary (2, 1600000), make_salary (3, 1600000),
                            make_salary (8, 1600000), make_salary (9, 1600000) };
  SzTaxStep steps[4];
  SzTaxPerson person = make_person (entries, 4);
  SzTaxRules anew = rules;

  person.services = years;
  person.n_services = 2;
  g_assert_true (sz_tax_year (&rules, &person, steps, NULL));
  g_assert_cmpint (steps[0].deduction_fen, ==, 1000000);
  g_assert_cmpint (steps[1].deduction_fen, ==, 1500000);
  /* April, May and June were out. */
  g_assert_cmpint (steps[2].deduction_fen, ==, 2500000);
  g_assert_cmpint (steps[2].cumulative_income_fen, ==, 4800000);

  anew.rejoin_restart = TRUE;
  g_assert_true (sz_tax_year (&anew, &person, steps, NULL));
  g_assert_cmpint (steps[1].deduction_fen, ==, 1500000);
  g_assert_cmpint (steps[2].deduction_fen, ==, 1000000);
  g_assert_cmpint (steps[2].cumulative_income_fen, ==, 1600000);
  g_assert_cmpint (steps[2].withheld_before_fen, ==, 0);
  g_assert_cmpint (steps[3].cumulative_income_fen, ==, 3200000);

  person.deduction = SZ_TAX_FIRST_JOB;
  g_assert_true (sz_tax_year (&anew, &person, steps, NULL));
  g_assert_cmpint (steps[2].deduction_fen, ==, 4000000);
  g_assert_cmpint (steps[2].cumulative_income_fen, ==, 4800000);
  person.deduction = SZ_TAX_WHOLE_YEAR;
  g_assert_true (sz_tax_year (&rules, &person, steps, NULL));
  g_assert_cmpint (steps[0].deduction_fen, ==, 6000000);
  g_assert_cmpint (sz_tax_year_missing (&person, 0, 9), ==, 1);
  g_assert_cmpint (sz_tax_year_missing (&person, 1, 6), ==, 0);
  g_assert_cmpint (sz_tax_year_missing (&person, 3, 9), ==, 7);
}

/* RULE tax-4: money taken back takes no tax and lowers what is due later. */
static void
test_negative (void)
{
  SzTaxEntry entries[4] = { make_salary (2, 1600000),
                            make_salary (1, 1600000),
                            { .source = SZ_TAX_RUN, .month = 1, .run = 7, .income_fen = -500000 },
                            { .source = SZ_TAX_RUN, .month = 1, .run = 5, .income_fen = 500000 } };
  SzTaxStep steps[4];
  SzTaxPerson person = make_person (entries, 4);

  sz_tax_year_sort (entries, 4);
  g_assert_cmpint (entries[0].month, ==, 1);
  g_assert_cmpint (entries[0].source, ==, SZ_TAX_SALARY);
  g_assert_cmpint (entries[1].run, ==, 5);
  g_assert_cmpint (entries[3].month, ==, 2);
  g_assert_true (sz_tax_year (&rules, &person, steps, NULL));
  g_assert_cmpint (steps[1].withheld_fen, ==, 15000);
  g_assert_cmpint (steps[2].withheld_fen, ==, 0);
  g_assert_cmpint (steps[3].withheld_fen, ==, 0);
}

/* Law: Σ withheld of a year is the year table of its taxable income where that never fell. */
static void
test_year_law (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (int round = 0; round < 2000; round++)
    {
      SzTaxEntry entries[24];
      SzTaxStep steps[24];
      guint n = (guint)g_rand_int_range (rand, 1, 24);
      SzTaxPerson person = make_person (entries, n);
      SzMoney withheld = 0;
      SzMoney taxable = 0;
      gboolean fell = FALSE;

      for (guint i = 0; i < n; i++)
        entries[i] = (SzTaxEntry){ .source = (SzTaxSource)g_rand_int_range (rand, 0, 3),
                                   .month = g_rand_int_range (rand, 1, 13),
                                   .run = i,
                                   .income_fen = g_rand_int_range (rand, 0, 20000000),
                                   .special_fen = g_rand_int_range (rand, 0, 400000) };
      sz_tax_year_sort (entries, n);
      g_assert_true (sz_tax_year (&rules, &person, steps, NULL));
      for (guint i = 0; i < n; i++)
        {
          fell |= steps[i].taxable_fen < taxable;
          taxable = steps[i].taxable_fen;
          withheld += steps[i].withheld_fen;
          g_assert_cmpint (steps[i].withheld_fen, >=, 0);
        }
      if (!fell)
        g_assert_cmpint (withheld, ==, sz_tax_table_apply (&rules.year_table, taxable));
      else
        g_assert_cmpint (withheld, >=, sz_tax_table_apply (&rules.year_table, taxable));
    }
}

static void
test_tables (void)
{
  SzTaxTable table = rules.year_table;

  g_assert_true (sz_tax_table_check (&table));
  g_assert_cmpint (sz_tax_table_apply (&table, 3600000), ==, 108000);
  g_assert_cmpint (sz_tax_table_apply (&table, -1), ==, 0);
  table.brackets[1].up_to_fen = 3600000;
  g_assert_false (sz_tax_table_check (&table));
  table = rules.year_table;
  table.n = 6;
  g_assert_false (sz_tax_table_check (&table));
  table = rules.year_table;
  table.brackets[2].rate_x1e4 = 10001;
  g_assert_false (sz_tax_table_check (&table));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/tax-1/cumulative", test_cumulative);
  g_test_add_func ("/domain/tax-1/given", test_given);
  g_test_add_func ("/domain/tax-1/additional", test_additional);
  g_test_add_func ("/domain/tax-1/deduction", test_deduction);
  g_test_add_func ("/domain/tax-1/law", test_year_law);
  g_test_add_func ("/domain/tax-1/tables", test_tables);
  g_test_add_func ("/domain/tax-2/bonus", test_bonus);
  g_test_add_func ("/domain/tax-2/law", test_bonus_law);
  g_test_add_func ("/domain/tax-3/labour", test_labour);
  g_test_add_func ("/domain/tax-4/negative", test_negative);
  return g_test_run ();
}
