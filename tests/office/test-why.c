/* test-why.c — every amount explained (RULE pay-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college-small.h"
#include "sz-pay-act.h"
#include "sz-view-why.h"

#include <string.h>

/* A scheme with everything that can be said of an amount. */
static const char full_scheme[]
    = "{\"name\": \"全\", \"period\": {\"from\": \"2025-01-01\", \"to\": \"2025-12-31\"},"
      " \"pool\": \"100000.00\", \"reserve_ratio\": \"0.01\","
      " \"fixed\": [{\"name\": \"班主任津贴\", \"role\": \"班主任\", \"amount\": \"1200.00\"}],"
      " \"components\": ["
      "  {\"name\": \"优秀\", \"ratio\": \"0.1000\", \"factors\": [\"award\"],"
      "   \"filter\": {\"employment\": [\"在编\"]}},"
      "  {\"name\": \"常规\", \"ratio\": \"rest\", \"factors\": [\"post\", \"workload\", "
      "\"months\"],"
      "   \"bounds\": {\"workload\": [\"0.0000\", \"0.1000\"]}}],"
      " \"coefficients\": {\"post\": {\"正高级\": \"1.3\", \"中级\": \"1.1\", \"初级\": \"1.0\","
      "   \"专技九级\": \"1.15\"}},"
      " \"substitutes\": {\"workload\": {\"初级\": \"0.5\", \"无额定\": \"1.0\"}},"
      " \"ceiling\": {\"multiple_of_mean\": \"1.2000\"}}";

static void
fill (Fixture *fixture)
{
  small_import_handbook (fixture);
  fixture_import_text (fixture, "roles",
                       "年度,工号,角色,起,止\n2025,P2,班主任,2025-01-01,2025-06-30\n");
  fixture_import_text (fixture, "awards", "年度,工号,业绩点,依据\n2025,P1,12.50,竞赛\n");
  fixture_import_text (fixture, "teaching",
                       "年度,工号,姓名,课程,班级,人数,计划课时,课程类型\n"
                       "2025,P1,曾国强,数学,1班,46,72,理论\n");
}

static SzPayView *
compute (Fixture *fixture, const char *text)
{
  g_autofree char *path = fixture_write (fixture, "scheme.json", text);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  SzProgress progress = { NULL, NULL };
  SzPayView *view
      = sz_office_pay_compute (fixture->office, path, SZ_PAY_STORE, issues, progress, NULL, &error);

  g_assert_no_error (error);
  return view;
}

static const struct
{
  const char *staff_no;
  guint component;
  guint factor;
  const char *word;
  const char *value;
  const char *source;
  const char *detail;
} cases[] = {
  { "P1", 0, 0, "award", "12.50", "record", "" },
  { "P2", 0, 0, "award", "0.00", "absent", "" },
  { "P1", 1, 0, "post", "1.3000", "band", "正高级" },
  { "P4", 1, 0, "post", "1.1500", "level", "专技九级" },
  /* 79.20 of 400.00 is 0.1980, cut at 0.1000 */
  { "P1", 1, 1, "workload", "0.1000", "bound", "0.0000–0.1000" },
  { "P2", 1, 1, "workload", "1.0000", "no_quota", "无额定" },
  { "P3", 1, 1, "workload", "0.5000", "substitute", "初级" },
  { "P3", 1, 2, "months", "7/12", "record", "" },
};

static void
test_sources (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzPayView) view = NULL;

  fill (fixture);
  view = compute (fixture, full_scheme);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SzWhy) why = sz_why_new (view, cases[i].staff_no, NULL);
      const SzWhyComponent *component
          = &g_array_index (why->components, SzWhyComponent, cases[i].component);
      const SzWhyFactor *factor = &g_array_index (component->factors, SzWhyFactor, cases[i].factor);

      g_test_message ("%s %s", cases[i].staff_no, cases[i].word);
      g_assert_true (component->admitted);
      g_assert_cmpstr (factor->factor, ==, cases[i].word);
      g_assert_cmpstr (factor->value, ==, cases[i].value);
      g_assert_cmpstr (sz_pay_source_word (factor->source), ==, cases[i].source);
      g_assert_cmpstr (factor->detail, ==, cases[i].detail);
    }
}

/* What is said adds up to what is paid, for everybody (RULE num-5). */
static void
test_sums (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzPayView) view = NULL;
  guint remainders = 0;

  fill (fixture);
  view = compute (fixture, full_scheme);
  for (gsize i = 0; i < view->result->n_lines; i++)
    {
      const SzPayLine *line = &view->result->lines[i];
      g_autoptr (SzWhy) why = sz_why_new (view, view->input->people[line->index].staff_no, NULL);
      SzMoney sum_fen = MAX (line->fixed_fen[0], 0);

      g_assert_cmpuint (why->components->len, ==, 2);
      for (guint j = 0; j < why->components->len; j++)
        {
          const SzWhyComponent *component = &g_array_index (why->components, SzWhyComponent, j);

          sum_fen += component->amount_fen;
          remainders += component->remainder_fen ? 1 : 0;
          g_assert_cmpint (component->pool_fen, ==, view->result->components[j].amount_fen);
        }
      g_assert_cmpint (sum_fen + line->ceiling_fen, ==, line->total_fen);
    }
  g_assert_cmpuint (remainders, >, 0);
}

static void
test_text (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzPayView) view = NULL;
  g_autoptr (SzWhy) adviser = NULL;
  g_autoptr (SzWhy) agency = NULL;
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;

  fill (fixture);
  view = compute (fixture, full_scheme);
  adviser = sz_why_new (view, "P2", NULL);
  text = sz_why_dup_text (adviser);
  g_assert_nonnull (strstr (text, "points = 1.1000 × 1.0000 × 12/12 = 1.100000"));
  g_assert_nonnull (strstr (text, "班主任津贴: 600.00"));
  g_assert_nonnull (strstr (text, "Nobody gets more than 29,700.00"));
  g_assert_nonnull (strstr (text, "Total: "));
  agency = sz_why_new (view, "P3", NULL);
  other = sz_why_dup_text (agency);
  g_assert_nonnull (strstr (other, "filter does not admit"));
  g_assert_nonnull (strstr (other, "7 of 12 months"));
}

/* Which grade the coefficient is of, and what the ceiling gave by which measure. */
static void
test_grade_and_share (void)
{
  static const char scheme[]
      = "{\"name\": \"等\", \"period\": {\"from\": \"2025-01-01\", \"to\": \"2025-12-31\"},"
        " \"pool\": \"100000.00\", \"reserve_ratio\": \"0\", \"components\": ["
        "  {\"name\": \"常规\", \"ratio\": \"rest\", \"factors\": [\"post\", \"assessment\", "
        "\"months\"]}],"
        " \"coefficients\": {\"post\": {\"正高级\": \"3.0\", \"中级\": \"1.1\", \"初级\": \"1.0\"},"
        "  \"assessment\": {\"优秀\": \"1.1\", \"合格\": \"1.0\", \"基本合格\": \"0.6\"}},"
        " \"ceiling\": {\"multiple_of_mean\": \"1.2000\"}}";
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzPayView) view = NULL;
  SzMoney given_fen = 0;
  guint named = 0;

  fill (fixture);
  view = compute (fixture, scheme);
  for (gsize i = 0; i < view->result->n_lines; i++)
    {
      const SzPayLine *line = &view->result->lines[i];
      const SzPayPerson *person = &view->input->people[line->index];
      g_autoptr (SzWhy) why = sz_why_new (view, person->staff_no, NULL);
      g_autofree char *text = sz_why_dup_text (why);
      const GArray *factors = g_array_index (why->components, SzWhyComponent, 0).factors;
      const SzWhyFactor *grade = &g_array_index (factors, SzWhyFactor, 1);
      const SzCode *code = sz_codes_by_value (SZ_TABLE_GRADE, person->grade);

      g_assert_cmpstr (grade->factor, ==, "assessment");
      g_assert_cmpstr (grade->detail, ==, code != NULL ? code->name : "");
      named += code != NULL;
      g_assert_true ((strstr (text, "shared by") != NULL) == (line->ceiling_fen > 0));
      given_fen += MAX (line->ceiling_fen, 0);
      g_assert_cmpint (why->excess_fen, >, 0);
      g_assert_cmpint (why->base_fen, >=, line->ceiling_fen > 0 ? line->before_fen : 0);
    }
  g_assert_cmpuint (named, >, 0);
  g_assert_cmpint (given_fen, >, 0);
}

static void
test_unknown (void)
{
  static const char *const staff_nos[] = { "P5", "P99", "" };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzPayView) view = NULL;

  fill (fixture);
  view = compute (fixture, full_scheme);
  for (gsize i = 0; i < G_N_ELEMENTS (staff_nos); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *code = NULL;

      g_assert_null (sz_why_new (view, staff_nos[i], &error));
      code = sz_error_dup_code (error);
      g_assert_cmpstr (code, ==, "run.person_unknown");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/pay-13/sources", test_sources);
  g_test_add_func ("/office/pay-13/adds-up", test_sums);
  g_test_add_func ("/office/pay-13/text", test_text);
  g_test_add_func ("/office/pay-13/unknown", test_unknown);
  g_test_add_func ("/office/why/pay-9/grade-and-share", test_grade_and_share);
  return g_test_run ();
}
