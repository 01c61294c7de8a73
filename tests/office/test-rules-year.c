/* test-rules-year.c — parameters of the year as a whole (num-7, pay-2, pay-3, pay-15, ppl-4, wrk-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-rules-year.h"
#include "sz-rules.h"

#define YEAR_END 20251231

static void
add_own (GArray *params, const char *key, const char *value, SzDate from)
{
  SzParam param = { .key = g_strdup (key),
                    .value = g_strdup (value),
                    .source = g_strdup ("校发〔2025〕1号"),
                    .from = from };

  g_array_append_val (params, param);
}

static void
test_total (void)
{
  g_autoptr (GArray) params = sz_rules_presets ();
  g_autoptr (GError) error = NULL;
  const char *approval = "x";
  SzTotalRules rules;

  g_assert_true (sz_rules_total (params, YEAR_END, &rules, &approval, &error));
  g_assert_no_error (error);
  g_assert_cmpint (rules.train_ratio_x1e4, ==, 5000);
  g_assert_cmpint (rules.train_mode, ==, SZ_TRAIN_WITHIN_CAP);
  g_assert_cmpint (rules.baseline_fen, ==, 0);
  g_assert_cmpint (rules.control_x1e4, ==, 23000);
  g_assert_cmpint (rules.limit_x1e4, ==, 50000);
  g_assert_null (approval);

  /* A college's own row says by which document. */
  add_own (params, "pay.train_mode", "\"approved_addon\"", 20250101);
  add_own (params, "pay.L", "\"52000\"", 20250101);
  g_assert_true (sz_rules_total (params, YEAR_END, &rules, &approval, &error));
  g_assert_cmpint (rules.train_mode, ==, SZ_TRAIN_APPROVED_ADDON);
  g_assert_cmpint (rules.baseline_fen, ==, 5200000);
  g_assert_cmpstr (approval, ==, "校发〔2025〕1号");
  g_assert_true (sz_rules_total (params, 20241231, &rules, &approval, &error));
  g_assert_cmpint (rules.baseline_fen, ==, 0);
}

static void
test_transfer (void)
{
  g_autoptr (GArray) params = sz_rules_presets ();
  SzTransferRules rules;

  g_assert_true (sz_rules_transfer (params, YEAR_END, &rules, NULL));
  g_assert_cmpint (rules.ratio_min_x1e4, ==, 5000);
  g_assert_cmpint (rules.ratio_max_x1e4, ==, 9500);
  g_assert_cmpint (rules.main_share_x1e4, ==, 5000);
}

static void
test_retirement (void)
{
  g_autoptr (GArray) params = sz_rules_presets ();
  g_auto (SzRetirementTable) table = { 0 };
  SzRetirement found;

  g_assert_true (sz_rules_retirement (params, YEAR_END, &table, NULL));
  g_assert_cmpuint (table.rules.n, ==, 3);
  g_assert_cmpint (table.rules.flexible, ==, 36);
  g_assert_cmpint (table.warn, ==, 24);
  g_assert_true (sz_retirement_find (&table.rules, SZ_SEX_FEMALE, 50, 19841000, &found, NULL));
  g_assert_cmpint (found.month, ==, sz_date_month (20390900));
}

static void
test_terms (void)
{
  g_autoptr (GArray) params = sz_rules_presets ();
  g_auto (SzTerms) none = { 0 };
  g_auto (SzTerms) terms = { 0 };

  g_assert_true (sz_rules_terms (params, YEAR_END, &none, NULL));
  g_assert_cmpint (sz_terms_start (&none, "2025春"), ==, SZ_DATE_NONE);
  g_assert_cmpuint (none.names->len, >, 1);
  /* Rows of two years hold each their own terms; a later row corrects an earlier one. */
  add_own (params, "load.term_start", "{\"2025春\": \"2025-02-17\", \"2025秋\": \"2025-08-25\"}",
           20250101);
  add_own (params, "load.term_start", "{\"2026春\": \"2026-03-02\", \"2025秋\": \"2025-09-01\"}",
           20260101);
  g_assert_true (sz_rules_terms (params, YEAR_END, &terms, NULL));
  g_assert_cmpint (sz_terms_start (&terms, "2025春"), ==, 20250217);
  g_assert_cmpint (sz_terms_start (&terms, "2025秋"), ==, 20250901);
  g_assert_cmpint (sz_terms_start (&terms, "2026春"), ==, 20260302);
}

static void
test_check (void)
{
  static const struct
  {
    const char *key;
    const char *value;
    gboolean good;
  } cases[] = {
    { "pay.L", "\"52000.00\"", TRUE },
    { "pay.L", "52000", TRUE },
    { "pay.L", "\"many\"", FALSE },
    { "pay.train_ratio", "\"1.0001\"", FALSE },
    { "pay.train_ratio", "\"1\"", TRUE },
    { "pay.train_mode", "\"whatever\"", FALSE },
    { "pay.train_mode", "\"approved_addon\"", TRUE },
    { "pay.conv_max", "0.95", FALSE },
    { "load.term_start", "{\"2025春\": \"2025-02-17\"}", TRUE },
    { "load.term_start", "{\"2025春\": \"2025-02\"}", FALSE },
    { "load.term_start", "[\"2025-02-17\"]", FALSE },
    { "load.periods", "{\"上午\": \"1-4\"}", TRUE },
    { "load.periods", "{\"上午\": \"早\"}", FALSE },
    { "people.retire_flex", "\"-1\"", FALSE },
    { "people.retire_delay", "[{\"sex\": \"男\", \"age\": 60, \"from\": \"1965-01\"}]", FALSE },
    { "people.retire_delay",
      "[{\"sex\": \"男\", \"age\": 60, \"from\": \"1965-01\", \"step\": 4, \"max\": 36}]", TRUE },
    { "pay.nothing", "1", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s %s", cases[i].key, cases[i].value);
      g_assert_cmpint (sz_rules_check (cases[i].key, cases[i].value, &error), ==, cases[i].good);
      g_assert_true ((error == NULL) == cases[i].good);
    }
}

static void
test_missing (void)
{
  g_autoptr (GArray) params = g_array_new (FALSE, TRUE, sizeof (SzParam));
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  SzTotalRules rules;

  g_assert_false (sz_rules_total (params, YEAR_END, &rules, NULL, &error));
  code = sz_error_dup_code (error);
  g_assert_cmpstr (code, ==, "param.missing");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/num-7/pay-2/total", test_total);
  g_test_add_func ("/office/num-7/pay-3/transfer", test_transfer);
  g_test_add_func ("/office/num-7/ppl-4/retirement", test_retirement);
  g_test_add_func ("/office/num-7/wrk-6/terms", test_terms);
  g_test_add_func ("/office/num-7/year/check", test_check);
  g_test_add_func ("/office/num-7/year/missing", test_missing);
  return g_test_run ();
}
