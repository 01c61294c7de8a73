/* test-scheme-file.c — schemes as JSON: read strictly, every fault told (RULE pay-4, pay-5, pay-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-scheme-file.h"

#include <glib/gstdio.h>
#include <string.h>

/* A small scheme whose pieces the tests replace. */
static const char base_text[]
    = "{\"name\": \"方案\", \"period\": {\"from\": \"2025-01-01\", \"to\": \"2025-12-31\"},\n"
      " \"pool\": \"1000.00\", \"reserve_ratio\": \"0.0100\", \"month_rule\": \"count\",\n"
      " \"fixed\": [{\"name\": \"班主任津贴\", \"role\": \"班主任\", \"amount\": \"36.00\"}],\n"
      " \"components\": [\n"
      "  {\"name\": \"培训倾斜\", \"ratio\": \"0.0800\", \"factors\": [\"training\"]},\n"
      "  {\"name\": \"常规\", \"ratio\": \"rest\", \"factors\": [\"post\", \"workload\", "
      "\"months\"],\n"
      "   \"bounds\": {\"workload\": [\"0.0000\", \"1.5000\"]},\n"
      "   \"filter\": {\"employment\": [\"在编\"], \"full_time\": true}}],\n"
      " \"coefficients\": {\"post\": {\"中级\": \"1.1\", \"专技五级\": \"1.25\"}},\n"
      " \"substitutes\": {\"workload\": {\"管理\": \"1.0000\", \"无额定\": \"1.0000\"}},\n"
      " \"ceiling\": {\"multiple_of_mean\": \"3.0000\"}, \"floor\": null, \"levels\": \"one\"}";

static char *
replace (const char *from, const char *to)
{
  const char *found = strstr (base_text, from);

  g_assert_nonnull (found);
  return g_strdup_printf ("%.*s%s%s", (int)(found - base_text), base_text, to,
                          found + strlen (from));
}

static void
test_read (void)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzScheme) scheme = sz_scheme_file_parse (base_text, strlen (base_text), issues);
  const SzComponent *rest;
  const SzFactor *workload;

  g_assert_cmpuint (sz_issue_list_length (issues), ==, 0);
  g_assert_nonnull (scheme);
  g_assert_cmpint (scheme->from, ==, 20250101);
  g_assert_cmpint (scheme->pool_fen, ==, 100000);
  g_assert_cmpint (scheme->reserve_ratio_x1e4, ==, 100);
  g_assert_cmpint (g_array_index (scheme->fixed, SzFixed, 0).amount_fen, ==, 3600);
  g_assert_cmpint (g_array_index (scheme->components, SzComponent, 0).ratio_x1e4, ==, 800);
  rest = &g_array_index (scheme->components, SzComponent, 1);
  g_assert_true (rest->rest);
  g_assert_cmpint (rest->filter.full_time, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (rest->filter.employment, 0), ==, "在编");
  workload = &g_array_index (rest->factors, SzFactor, 1);
  g_assert_true (workload->bounded);
  g_assert_cmpint (workload->upper_x1e4, ==, 15000);
  g_assert_cmpint (*(gint64 *)g_hash_table_lookup (scheme->post_x1e4, "专技五级"), ==, 12500);
  g_assert_true (scheme->ceiling.by_multiple);
  g_assert_cmpint (scheme->ceiling.multiple_x1e4, ==, 30000);
  g_assert_false (scheme->floor.set);
}

typedef struct
{
  const char *from;
  const char *to;
  const char *code;
  const char *place;
  const char *value;
} Fault;

static const Fault faults[] = {
  { "\"pool\": \"1000.00\"", "\"pool\": \"1000.005\"", "scheme.decimals", "pool", "1000.005" },
  { "\"pool\": \"1000.00\"", "\"pool\": 1000.00", "scheme.type", "pool", NULL },
  { "\"pool\": \"1000.00\"", "\"pool\": \"1e6\"", "scheme.number", "pool", "1e6" },
  { "\"pool\": \"1000.00\"", "\"pool\": \"99999999999999999999\"", "scheme.overflow", "pool",
    "99999999999999999999" },
  { "\"pool\": \"1000.00\"", "\"pool\": \"-1\"", "scheme.amount_negative", "pool", "-1.00" },
  { "\"pool\": \"1000.00\"", "\"pol\": \"1000.00\", \"pool\": \"1\"", "scheme.key_unknown", "pol",
    "pol" },
  { "\"pool\": \"1000.00\",", "", "scheme.key_missing", "pool", "pool" },
  { "\"pool\": \"1000.00\"", "\"pool\": \"1\", \"pool\": \"2\"", "scheme.key_repeated", "pool",
    "pool" },
  { "\"ratio\": \"0.0800\"", "\"ratio\": \"0.08001\"", "scheme.decimals", "components[0].ratio",
    "0.08001" },
  { "\"ratio\": \"0.0800\"", "\"ratio\": \"0.08\", \"ratio\": \"0.1\"", "scheme.key_repeated",
    "components[0].ratio", "ratio" },
  { "\"ratio\": \"0.0800\", ", "", "scheme.key_missing", "components[0].ratio", "ratio" },
  { "\"ratio\": \"0.0800\"", "\"ratio\": \"1.0800\"", "scheme.ratio_over_one", "components",
    "1.0800" },
  { "[\"training\"]", "[\"trainings\"]", "scheme.factor_unknown", "components[0].factors[0]",
    "trainings" },
  { "[\"training\"]", "[]", "scheme.factors_missing", "components[0].factors", "培训倾斜" },
  { "[\"training\"]", "\"training\"", "scheme.type", "components[0].factors", NULL },
  { "[\"training\"]", "[\"assessment\"]", "scheme.coefficients_missing", "coefficients.assessment",
    "assessment" },
  { "{\"post\": {\"中级\": \"1.1\", \"专技五级\": \"1.25\"}}", "{}", "scheme.coefficients_missing",
    "coefficients.post", "post" },
  { "\"中级\": \"1.1\"", "\"中等\": \"1.1\"", "scheme.name_unknown", "coefficients.post", "中等" },
  { "\"中级\": \"1.1\"", "\"中级\": 1.1", "scheme.type", "coefficients.post.中级", NULL },
  { "\"bounds\": {\"workload\"", "\"bounds\": {\"award\"", "scheme.factor_unused",
    "components[1].bounds.award", "award" },
  { "[\"0.0000\", \"1.5000\"]", "[\"1.5000\"]", "scheme.type", "components[1].bounds.workload",
    NULL },
  { "[\"0.0000\", \"1.5000\"]", "[\"1.5\", \"0.5\"]", "scheme.bounds_reversed",
    "components[1].bounds.workload", NULL },
  { "\"full_time\": true", "\"full_time\": \"是\"", "scheme.type", "components[1].filter.full_time",
    NULL },
  { "\"full_time\": true", "\"sex\": [\"男\"]", "scheme.key_unknown", "components[1].filter.sex",
    "sex" },
  { "[\"在编\"]", "[\"正式\"]", "scheme.name_unknown", "components[1].filter.employment", "正式" },
  { "\"2025-01-01\"", "\"2025-02-30\"", "scheme.date", "period.from", "2025-02-30" },
  { "\"2025-01-01\"", "\"2025-01\"", "scheme.date", "period.from", "2025-01" },
  { "\"2025-01-01\"", "\"2026-01-01\"", "scheme.period_reversed", "period", NULL },
  { "\"count\"", "\"whole\"", "scheme.word_unknown", "month_rule", "whole" },
  { "\"one\"", "\"three\"", "scheme.word_unknown", "levels", "three" },
  { "{\"multiple_of_mean\": \"3.0000\"}", "{}", "scheme.limit_form", "ceiling", NULL },
  { "{\"multiple_of_mean\": \"3.0000\"}", "{\"multiple_of_mean\": \"3\", \"amount\": \"9\"}",
    "scheme.limit_form", "ceiling", NULL },
  { "{\"multiple_of_mean\": \"3.0000\"}", "\"3.0\"", "scheme.type", "ceiling", NULL },
  { "\"workload\": {\"管理\"", "\"wrkload\": {\"管理\"", "scheme.factor_unknown", "substitutes",
    "wrkload" },
  { "\"amount\": \"36.00\"", "\"amount\": null", "scheme.type", "fixed[0].amount", NULL },
};

/* Each fault alone gives exactly its own finding: no echoes. */
static void
test_faults (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *text = replace (faults[i].from, faults[i].to);
      g_autoptr (SzIssueList) issues = sz_issue_list_new ();
      g_autoptr (SzScheme) scheme = sz_scheme_file_parse (text, strlen (text), issues);
      const SzIssue *issue;

      g_test_message ("%s -> %s", faults[i].from, faults[i].to);
      g_assert_null (scheme);
      g_assert_cmpuint (sz_issue_list_length (issues), ==, 1);
      issue = sz_issue_list_get (issues, 0);
      g_assert_cmpstr (issue->code, ==, faults[i].code);
      g_assert_cmpstr (issue->column, ==, faults[i].place);
      g_assert_cmpstr (issue->value, ==, faults[i].value);
    }
}

/* All of them, never the first only. */
static void
test_all_faults (void)
{
  static const char text[]
      = "{\"nam\": \"x\", \"period\": {\"from\": \"heute\"}, \"pool\": \"1.234\",\n"
        " \"components\": [{\"name\": \"a\", \"ratio\": \"x\", \"factors\": [\"no\", \"post\"]},\n"
        "  {\"name\": \"b\", \"name\": \"c\", \"ratio\": \"rest\", \"factors\": [\"award\"]}]}";
  static const char *const codes[]
      = { "scheme.key_repeated", "scheme.key_unknown",    "scheme.key_missing",
          "scheme.date",         "scheme.key_missing",    "scheme.decimals",
          "scheme.number",       "scheme.factor_unknown", "scheme.coefficients_missing" };
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();

  g_assert_null (sz_scheme_file_parse (text, strlen (text), issues));
  for (guint i = 0; i < sz_issue_list_length (issues) && i < G_N_ELEMENTS (codes); i++)
    g_assert_cmpstr (sz_issue_list_get (issues, i)->code, ==, codes[i]);
  g_assert_cmpuint (sz_issue_list_length (issues), ==, G_N_ELEMENTS (codes));
  g_assert_cmpuint (sz_issue_list_get (issues, 0)->row, ==, 3);
}

static void
test_syntax (void)
{
  static const struct
  {
    const char *text;
    guint line;
    const char *position;
  } cases[] = {
    { "{\n \"name\": \"a\",\n \"pool\" \"1\"\n}", 3, "11" },
    { "", 1, "0" },
    { "{", 1, "1" },
    { "{}x", 1, "3" },
    { "{\"name\": \"\xff\"}", 1, NULL },
    { "{\"name\": \"a\\u0000b\"}", 1, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SzIssueList) issues = sz_issue_list_new ();
      const SzIssue *issue;

      g_assert_null (sz_scheme_file_parse (cases[i].text, strlen (cases[i].text), issues));
      g_assert_cmpuint (sz_issue_list_length (issues), ==, 1);
      issue = sz_issue_list_get (issues, 0);
      g_assert_cmpstr (issue->code, ==, "scheme.syntax");
      g_assert_cmpuint (issue->row, ==, cases[i].line);
      if (cases[i].position != NULL)
        g_assert_cmpstr (sz_issue_arg (issue, "position"), ==, cases[i].position);
    }
}

/* Editors on office desks write a mark before the text; what is no scheme at all is not read
 * through. */
static void
test_mark_and_size (void)
{
  g_autoptr (SzIssueList) none = sz_issue_list_new ();
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", base_text, NULL);
  g_autofree char *large = g_strnfill (SZ_SCHEME_FILE_MAX + 1, ' ');
  g_autoptr (SzScheme) scheme = sz_scheme_file_parse (marked, strlen (marked), none);
  g_autoptr (SzScheme) refused = sz_scheme_file_parse (large, strlen (large), issues);

  g_assert_cmpuint (sz_issue_list_length (none), ==, 0);
  g_assert_cmpint (scheme->pool_fen, ==, 100000);
  g_assert_null (refused);
  g_assert_cmpuint (sz_issue_list_length (issues), ==, 1);
  g_assert_cmpstr (sz_issue_list_get (issues, 0)->code, ==, "scheme.too_large");
}

static void
test_no_object (void)
{
  static const char *const texts[] = { "[]", "[{\"a\": 1, \"a\": 2}]" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SzIssueList) issues = sz_issue_list_new ();
      guint n;

      g_assert_null (sz_scheme_file_parse (texts[i], strlen (texts[i]), issues));
      n = sz_issue_list_length (issues);
      g_assert_cmpstr (sz_issue_list_get (issues, n - 1)->code, ==, "scheme.type");
      if (n == 2)
        g_assert_cmpstr (sz_issue_list_get (issues, 0)->column, ==, "[0].a");
    }
}

/* What is written is read back as the same, and written the same again. */
static void
test_round_trip (void)
{
  g_autofree char *root = g_strdup (g_getenv ("SHIZI_SOURCE_ROOT"));
  g_autofree char *path = g_build_filename (root, "data", "sample", "scheme.json", NULL);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzScheme) scheme = sz_scheme_file_read (path, issues, &error);
  g_autoptr (SzScheme) again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (scheme->pool_fen, ==, 363456000);
  first = sz_scheme_file_format (scheme);
  again = sz_scheme_file_parse (first, strlen (first), issues);
  g_assert_cmpuint (sz_issue_list_length (issues), ==, 0);
  second = sz_scheme_file_format (again);
  g_assert_cmpstr (first, ==, second);
  /* bands in their order, whatever the hash table says */
  g_assert_true (strstr (first, "正高级") < strstr (first, "副高级"));
  g_assert_true (strstr (first, "中级") < strstr (first, "工勤"));
}

static void
test_file_errors (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    int remedy;
    const char *code;
  } cases[] = {
    { "0.0800", "1.0800", SZ_ERROR_REFUSED, "scheme.ratio_over_one" },
    { "\"training\"", "\"none\"", SZ_ERROR_FORMAT, "scheme.faulty" },
  };
  g_autofree char *folder = g_dir_make_tmp ("shizi-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "方案.json", NULL);
  g_autoptr (SzIssueList) none = sz_issue_list_new ();
  g_autoptr (GError) missing = NULL;
  g_autofree char *missing_code = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = replace (cases[i].from, cases[i].to);
      g_autoptr (SzIssueList) issues = sz_issue_list_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *code = NULL;

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      g_assert_null (sz_scheme_file_read (path, issues, &error));
      g_assert_error (error, SZ_ERROR, cases[i].remedy);
      code = sz_error_dup_code (error);
      g_assert_cmpstr (code, ==, cases[i].code);
      g_assert_cmpstr (sz_issue_list_get (issues, 0)->file, ==, "方案.json");
    }
  g_remove (path);
  g_assert_null (sz_scheme_file_read (path, none, &missing));
  missing_code = sz_error_dup_code (missing);
  g_assert_cmpstr (missing_code, ==, "file.missing");
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/pay-4/scheme/read", test_read);
  g_test_add_func ("/office/pay-4/scheme/faults", test_faults);
  g_test_add_func ("/office/pay-4/scheme/all-faults", test_all_faults);
  g_test_add_func ("/office/pay-4/scheme/syntax", test_syntax);
  g_test_add_func ("/office/pay-4/scheme/mark-and-size", test_mark_and_size);
  g_test_add_func ("/office/pay-4/scheme/no-object", test_no_object);
  g_test_add_func ("/office/pay-4/scheme/round-trip", test_round_trip);
  g_test_add_func ("/office/pay-4/scheme/file-errors", test_file_errors);
  return g_test_run ();
}
