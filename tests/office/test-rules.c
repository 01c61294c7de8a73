/* test-rules.c — parameters as typed rules for a date (RULE num-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-rules.h"

#include <string.h>

#define YEAR_END 20251231

static void
add_own (GArray *params, const char *key, const char *value, SzDate from, SzDate to)
{
  SzParam param = { .key = g_strdup (key),
                    .value = g_strdup (value),
                    .source = g_strdup ("校发〔2025〕1号"),
                    .from = from,
                    .to = to };

  g_array_append_val (params, param);
}

/* The worked values of wrk-1 … wrk-5 follow from these. */
static void
test_presets (void)
{
  g_autoptr (GArray) params = sz_rules_presets ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzLoadRules) rules = sz_rules_load (params, YEAR_END, &error);

  g_assert_no_error (error);
  g_assert_cmpint (rules->quota_hours_x100, ==, 40000);
  g_assert_cmpint (rules->train_ratio_x1e4, ==, 8000);
  g_assert_cmpint (rules->train_cap_x1e4, ==, 5000);
  g_assert_cmpint (rules->dual_share_numerator, ==, 1);
  g_assert_cmpint (rules->dual_share_denominator, ==, 3);
  g_assert_cmpint (sz_load_size (rules, 46), ==, 11000);
  g_assert_cmpint (sz_load_size (rules, 121), ==, 19000);
  g_assert_cmpint (rules->type_x1e4[SZ_COURSE_OPERATION], ==, 9000);
  g_assert_cmpint (rules->time_x1e4[SZ_TIME_ON_SITE], ==, 13000);
  g_assert_cmpint (rules->role_x1e4[SZ_TRAINING_ADVISER], ==, 1000);
  g_assert_cmpint (*(gint64 *)g_hash_table_lookup (rules->category_x1e4, "金蓝领"), ==, 12000);
  g_assert_false (rules->teaching_month[1]);
  g_assert_false (rules->teaching_month[7]);
  g_assert_true (rules->teaching_month[11]);
  g_assert_cmpint (rules->over_rate_fen[SZ_BAND_INTERMEDIATE], ==, 7000);
  g_assert_cmpint (rules->over_rate_fen[SZ_BAND_MANAGEMENT], ==, 6500);
  g_assert_cmpint (rules->over_rate_lowest_fen, ==, 6500);
  g_assert_cmpint (rules->student_hours_x100, ==, 120000);
}

static void
test_quota (void)
{
  g_autoptr (GArray) params = sz_rules_presets ();
  g_autoptr (GError) error = NULL;
  SzQuotaRules rules = { 0 };

  g_assert_true (sz_rules_quota (params, YEAR_END, &rules, &error));
  g_assert_no_error (error);
  g_assert_cmpint (rules.rate_x1e4, ==, 2000);
  g_assert_cmpint (rules.share_cap_x1e4, ==, 3000);
}

/* The college's own row wins, but only from and to its dates. */
static void
test_own_row (void)
{
  static const struct
  {
    SzDate day;
    gint64 quota_x100;
  } cases[] = {
    { 20241231, 40000 },
    { 20250101, 36000 },
    { 20251231, 36000 },
    { 20260101, 40000 },
  };
  g_autoptr (GArray) params = sz_rules_presets ();

  add_own (params, "load.quota_year", "\"360\"", 20250101, 20251231);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SzLoadRules) rules = sz_rules_load (params, cases[i].day, NULL);

      g_assert_nonnull (rules);
      g_assert_cmpint (rules->quota_hours_x100, ==, cases[i].quota_x100);
    }
}

static void
test_missing (void)
{
  g_autoptr (GArray) params = sz_rules_presets ();
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  g_auto (GStrv) args = NULL;

  g_assert_null (sz_rules_load (params, 19991231, &error));
  code = sz_error_dup_code (error);
  args = sz_error_dup_args (error);
  g_assert_cmpstr (code, ==, "param.missing");
  g_assert_cmpstr (args[0], ==, "key=load.size");
  g_assert_cmpstr (args[1], ==, "date=1999-12-31");
}

static void
test_invalid (void)
{
  static const struct
  {
    const char *key;
    const char *value;
    const char *part;
  } cases[] = {
    { "load.repeat", "0.9", "" },
    { "load.repeat", "\"0.90001\"", "" },
    { "load.repeat", "\"-0.9\"", "" },
    { "load.repeat", "not JSON", "" },
    { "load.repeat", "{\"a\": 1}", "" },
    { "load.quota_year", "\"0\"", "" },
    { "load.quota_year", "\"1e3\"", "" },
    { "load.size", "[]", "" },
    { "load.size", "[[40, \"1.0\"]]", "1" },
    { "load.size", "[[50, \"1.0\"], [40, \"1.1\"], [0, \"1.2\"]]", "2" },
    { "load.size", "[[40, 1.5], [0, \"1.2\"]]", "1" },
    { "load.type", "{\"理论\": \"1.0\"}", "双语" },
    { "load.type", "{\"实验\": \"1.0\"}", "实验" },
    { "load.role", "\"1.0\"", "主讲" },
    { "load.category", "[1]", "" },
    { "load.category", "{\"金蓝领\": \"x\"}", "金蓝领" },
    { "load.dual_share", "\"0.3333\"", "" },
    { "load.dual_share", "\"1/0\"", "" },
    { "load.teaching_months", "[1, 13]", "2" },
    { "load.teaching_months", "[1, 1]", "2" },
    { "load.over_rate", "{\"初级\": \"65.00\"}", "正高级" },
    { "load.over_rate", "{\"初级\": \"65.001\"}", "初级" },
    { "load.over_rate", "{\"高级\": \"65.00\"}", "高级" },
    { "pt.share_cap", "\"1\"", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *code = NULL;
      g_autofree char *part = g_strconcat ("part=", cases[i].part, NULL);
      g_auto (GStrv) args = NULL;

      g_test_message ("%s %s", cases[i].key, cases[i].value);
      g_assert_false (sz_rules_check (cases[i].key, cases[i].value, &error));
      code = sz_error_dup_code (error);
      args = sz_error_dup_args (error);
      g_assert_cmpstr (code, ==, *cases[i].part != '\0' ? "param.part_invalid" : "param.invalid");
      g_assert_cmpstr (args[2], ==, *cases[i].part != '\0' ? part : NULL);
    }
}

/* Parameters that no rule reads yet take what looks like their preset, and no nonsense. */
static const struct
{
  const char *key;
  const char *value;
  gboolean good;
} unread[] = {
  { "load.weeks", "\"18\"", TRUE },
  { "load.weeks", "18", TRUE },
  { "load.weeks", "\"abc\"", FALSE },
  { "load.weeks", "\"\"", FALSE },
  { "load.weeks", "\"-1\"", FALSE },
  { "load.weeks", "-1", FALSE },
  { "load.weeks", "\"1e9\"", FALSE },
  { "load.weeks", "0.5", FALSE },
  { "load.weeks", "{}", FALSE },
  { "load.weeks", "[]", FALSE },
  { "load.weeks", "\"99999999999999999999\"", FALSE },
  { "pay.entry_month_rule", "\"from_next\"", TRUE },
  { "pay.entry_month_rule", "\"sometimes\"", FALSE },
  { "pay.entry_month_rule", "1", FALSE },
  { "post.rounding", "\"largest_remainder\"", TRUE },
  { "post.rounding", "\"up\"", FALSE },
  { "post.split", "{\"2-4\": [1, 3, 6]}", TRUE },
  { "post.split", "{\"2-4\": [1, \"x\"]}", FALSE },
  { "post.split", "{\"2-4\": []}", FALSE },
  { "post.split", "{\"2-4\": 1}", FALSE },
  { "post.split", "[[1, 3, 6]]", FALSE },
  { "post.split", "{}", FALSE },
  { "post.split", "\"1:3:6\"", FALSE },
};

static void
test_valid (void)
{
  static const char *const cases[][2] = {
    { "load.repeat", "1" },
    { "load.repeat", "\"0.85\"" },
    { "load.size", "[[0, \"1.0\"]]" },
    { "load.dual_share", "\"1/2\"" },
    { "load.category", "{}" },
    { "pt.quota_rate", "\"0.25\"" },
    { "pay.train_mode", "\"approved_addon\"" },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (sz_rules_check (cases[i][0], cases[i][1], NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (unread); i++)
    {
      g_test_message ("%s %s", unread[i].key, unread[i].value);
      g_assert_cmpint (sz_rules_check (unread[i].key, unread[i].value, NULL), ==, unread[i].good);
    }
  g_assert_false (sz_rules_check ("load.unheard", "1", &error));
  code = sz_error_dup_code (error);
  g_assert_cmpstr (code, ==, "param.unknown");
}

/* What a run keeps: the row in force, not the one it replaced. */
static void
test_json (void)
{
  g_autoptr (GArray) params = sz_rules_presets ();
  g_autofree char *text = NULL;

  add_own (params, "load.quota_year", "\"360\"", 20250101, SZ_DATE_NONE);
  text = sz_rules_dup_json (params, "load.", YEAR_END);
  g_assert_nonnull (strstr (text, "\"value\":\"360\""));
  g_assert_null (strstr (text, "400.00"));
  g_assert_nonnull (strstr (text, "校发〔2025〕1号"));
  g_assert_null (strstr (text, "pay.train_mode"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/num-7/presets", test_presets);
  g_test_add_func ("/office/num-7/rec-9-presets", test_quota);
  g_test_add_func ("/office/num-7/own-row-by-date", test_own_row);
  g_test_add_func ("/office/num-7/missing", test_missing);
  g_test_add_func ("/office/num-7/invalid", test_invalid);
  g_test_add_func ("/office/num-7/valid", test_valid);
  g_test_add_func ("/office/num-7/kept-by-run", test_json);
  return g_test_run ();
}
