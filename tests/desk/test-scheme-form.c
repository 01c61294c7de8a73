/* test-scheme-form.c — a scheme as a form: what is shown is what is read, faults at their fields
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "desk-fixture.h"
#include "sz-coefficients-pane.h"
#include "sz-components-pane.h"
#include "sz-fault-label.h"
#include "sz-fixed-pane.h"
#include "sz-limits-pane.h"
#include "sz-scheme-default.h"
#include "sz-scheme-field.h"
#include "sz-scheme-file.h"
#include "sz-scheme-form.h"
#include "sz-scheme-pane.h"

/* Everything that a scheme can say. */
static const char full_scheme[]
    = "{\"name\": \"全\", \"period\": {\"from\": \"2025-01-01\", \"to\": \"2025-06-30\"},"
      "\"pool\": \"1234567.89\", \"reserve_ratio\": \"0.0125\", \"month_rule\": \"by_15th\","
      "\"fixed\": [{\"name\": \"班主任津贴\", \"role\": \"班主任\", \"amount\": \"3600.00\"},"
      "{\"name\": \"干部津贴\", \"role\": \"干部\", \"amount\": \"0.01\"}],"
      "\"components\": [{\"name\": \"甲\", \"ratio\": \"0.0801\", \"factors\": [\"training\"],"
      "\"bounds\": {\"training\": [\"0.0000\", \"99.5000\"]}},"
      "{\"name\": \"乙\", \"ratio\": \"0.3000\", \"factors\": [\"headcount\", \"department\","
      "\"value:教学成果\"], \"bounds\": {\"value:教学成果\": [\"0.1000\", \"2.0000\"]},"
      "\"filter\": {\"department\": [\"机械系\", \"电气系\"], \"band\": [\"中级\"],"
      "\"post_category\": [\"专业技术\"], \"staff_no\": [\"1001\"], \"full_time\": true}},"
      "{\"name\": \"丙\", \"ratio\": \"rest\", \"factors\": [\"post\", \"assessment\","
      "\"workload\", \"months\"], \"filter\": {\"employment\": [\"在编\"],"
      "\"full_time\": false}}],"
      "\"coefficients\": {\"post\": {\"中级\": \"1.1000\", \"专技五级\": \"1.2345\"},"
      "\"assessment\": {\"合格\": \"1.0000\"}},"
      "\"substitutes\": {\"workload\": {\"管理\": \"1.0000\", \"无额定\": \"0.9000\"},"
      "\"assessment\": {\"工勤\": \"0.8000\"}},"
      "\"ceiling\": {\"multiple_of_mean\": \"2.5000\"}, \"floor\": {\"amount\": \"100.00\"},"
      "\"levels\": {\"by\": \"fixed\", \"components\": [\"乙\", \"丙\"],"
      "\"weights\": {\"机械系\": \"0.3500\", \"电气系\": \"0.6500\"}},"
      "\"leave_months\": [\"病假\", \"旷工\"], \"account\": \"基础性\", \"tax\": \"best\"}";

static SzSchemeForm *
make_form (const SzScheme *scheme)
{
  SzSchemeForm *form = g_object_ref_sink (g_object_new (SZ_TYPE_SCHEME_FORM, NULL));

  sz_scheme_form_show (form, scheme);
  return form;
}

static SzScheme *
parse_scheme (const char *text)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  SzScheme *scheme = sz_scheme_file_parse (text, strlen (text), issues);

  g_assert_nonnull (scheme);
  return scheme;
}

static void
assert_reads_as (SzSchemeForm *form, const SzScheme *wanted)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzScheme) read = sz_scheme_form_read (form, issues);
  g_autofree char *text = NULL;
  g_autofree char *wanted_text = sz_scheme_file_format (wanted);

  g_assert_cmpuint (sz_issue_list_length (issues), ==, 0);
  g_assert_nonnull (read);
  text = sz_scheme_file_format (read);
  g_assert_cmpstr (text, ==, wanted_text);
}

static void
test_round_trip (void)
{
  g_autoptr (SzScheme) usual = sz_scheme_default_new (20260108);
  g_autoptr (SzScheme) full = parse_scheme (full_scheme);
  g_autoptr (SzSchemeForm) form = make_form (usual);

  /* The default lists its factors in another order than the form; the figures are the same. */
  {
    g_autoptr (SzIssueList) issues = sz_issue_list_new ();
    g_autoptr (SzScheme) read = sz_scheme_form_read (form, issues);

    g_assert_nonnull (read);
    assert_reads_as (form, read);
    g_assert_cmpuint (g_array_index (read->components, SzComponent, 2).factors->len, ==, 4);
  }
  sz_scheme_form_show (form, full);
  assert_reads_as (form, full);
  /* Nothing of one scheme is left behind in another. */
  sz_scheme_form_show (form, usual);
  {
    g_autoptr (SzScheme) read = sz_scheme_form_dup_scheme (form);

    g_assert_cmpuint (read->fixed->len, ==, 0);
    g_assert_false (read->ceiling.set);
    g_assert_null (g_hash_table_lookup (read->post_x1e4, "专技五级"));
    g_assert_false (g_hash_table_contains (read->substitutes, "assessment"));
    g_assert_false (read->two_levels);
    g_assert_cmpuint (g_hash_table_size (read->levels_weights), ==, 0);
    g_assert_cmpuint (read->leave_kinds, ==, 0);
    g_assert_cmpint (read->account, ==, SZ_ACCOUNT_INCENTIVE);
    g_assert_cmpint (read->tax, ==, SZ_SCHEME_TAX_NONE);
  }
}

static gboolean
is_faulty (SzSchemeForm *form, const char *place)
{
  GtkWidget *label = desk_find (GTK_WIDGET (form), SZ_TYPE_FAULT_LABEL, "place", place);
  gboolean faulty;

  g_assert_nonnull (label);
  g_object_get (label, "faulty", &faulty, NULL);
  return faulty;
}

static void
test_faults (void)
{
  static const struct
  {
    const char *field;
    const char *text;
    const char *code;
    const char *said_at;
  } cases[] = {
    { "pool", "1e6", "scheme.number", "pool" },
    { "pool", "1.234", "scheme.decimals", "pool" },
    { "pool", "", "number.empty", "pool" },
    { "pool", "-1", "scheme.amount_negative", "pool" },
    { "reserve_ratio", "101", "scheme.ratio_invalid", "reserve_ratio" },
    { "name", " ", "scheme.name_missing", "name" },
    { "period.from", "2025-13-01", "scheme.date", "period.from" },
    { "period.from", "2026-01-01", "scheme.period_reversed", "period" },
    { "components[0].ratio", "99", "scheme.ratio_over_one", "components" },
    { "components[1].ratio", "x", "scheme.number", "components[1].ratio" },
    { "components[2].bounds.workload[1]", "x", "scheme.number", "components[2]" },
    { "components[2].bounds.workload[0]", "2", "scheme.bounds_reversed", "components[2]" },
    { "components[1].name", "", "scheme.name_missing", "components[1].name" },
    { "coefficients.post.中级", "-1", "scheme.coefficient_negative", "coefficients.post.中级" },
    { "coefficients.post.中级", "1.00001", "scheme.decimals", "coefficients.post.中级" },
    { "substitutes.workload.管理", "一", "scheme.number", "substitutes.workload.管理" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SzScheme) scheme = sz_scheme_default_new (20260108);
      g_autoptr (SzSchemeForm) form = make_form (scheme);
      g_autoptr (SzIssueList) issues = sz_issue_list_new ();
      g_autoptr (SzIssueList) none = sz_issue_list_new ();

      desk_type (GTK_WIDGET (form), cases[i].field, cases[i].text);
      g_assert_null (sz_scheme_form_read (form, issues));
      g_assert_cmpuint (sz_issue_list_errors (issues), ==, 1);
      g_assert_cmpstr (sz_issue_list_get (issues, 0)->code, ==, cases[i].code);
      g_assert_true (is_faulty (form, cases[i].said_at));
      /* Mended, nothing is said any more. */
      sz_scheme_form_show (form, scheme);
      sz_scheme_free (sz_scheme_form_read (form, none));
      g_assert_cmpuint (sz_issue_list_length (none), ==, 0);
      g_assert_false (is_faulty (form, cases[i].said_at));
    }
}

/* Several faults are told at once, and what cannot be read is not judged as nothing. */
static void
test_all_faults (void)
{
  g_autoptr (SzScheme) scheme = sz_scheme_default_new (20260108);
  g_autoptr (SzSchemeForm) form = make_form (scheme);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();

  desk_type (GTK_WIDGET (form), "pool", "3,6x");
  desk_type (GTK_WIDGET (form), "period.from", "2026-13-01");
  desk_type (GTK_WIDGET (form), "components[0].ratio", "99");
  desk_type (GTK_WIDGET (form), "coefficients.post.中级", "-1");
  g_assert_null (sz_scheme_form_read (form, issues));
  g_assert_cmpuint (sz_issue_list_errors (issues), ==, 4);
  g_assert_true (is_faulty (form, "pool"));
  g_assert_true (is_faulty (form, "period.from"));
  g_assert_true (is_faulty (form, "components"));
  g_assert_true (is_faulty (form, "coefficients.post.中级"));
  g_assert_false (is_faulty (form, "period"));
}

static void
count_cb (SzSchemeForm *form, gpointer user_data)
{
  ++*(guint *)user_data;
}

/* What the program writes is no change; what the user types is one. */
static void
test_changed (void)
{
  g_autoptr (SzScheme) scheme = parse_scheme (full_scheme);
  g_autoptr (SzScheme) other = sz_scheme_default_new (20260108);
  g_autoptr (SzSchemeForm) form = make_form (other);
  guint changes = 0;

  g_signal_connect (form, "changed", G_CALLBACK (count_cb), &changes);
  sz_scheme_form_show (form, scheme);
  sz_scheme_form_show (form, other);
  g_assert_cmpuint (changes, ==, 0);
  desk_type (GTK_WIDGET (form), "pool", "1000");
  g_assert_cmpuint (changes, >, 0);
  changes = 0;
  desk_type (GTK_WIDGET (form), "coefficients.post.中级", "1.15");
  g_assert_cmpuint (changes, >, 0);
}

static void
test_templates (void)
{
  const GType types[] = { SZ_TYPE_SCHEME_PANE, SZ_TYPE_COMPONENTS_PANE,   SZ_TYPE_FIXED_PANE,
                          SZ_TYPE_LIMITS_PANE, SZ_TYPE_COEFFICIENTS_PANE, SZ_TYPE_SCHEME_FORM };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_ref_sink (g_object_new (types[i], NULL));

      g_assert_nonnull (gtk_widget_get_first_child (widget));
      g_object_unref (widget);
    }
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/scheme-form/templates", test_templates);
  g_test_add_func ("/desk/scheme-form/round-trip", test_round_trip);
  g_test_add_func ("/desk/scheme-form/faults", test_faults);
  g_test_add_func ("/desk/scheme-form/all-faults", test_all_faults);
  g_test_add_func ("/desk/scheme-form/changed", test_changed);
  return g_test_run ();
}
