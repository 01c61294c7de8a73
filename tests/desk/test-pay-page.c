/* test-pay-page.c — the page of performance pay on a demo college: live figures, faults, a run kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <string.h>

#include "pay-desk.h"
#include "sz-charts-pane.h"
#include "sz-compare-pane.h"
#include "sz-compare-reasons.h"
#include "sz-figure-table.h"
#include "sz-namekey.h"
#include "sz-pay-edit.h"
#include "sz-people-result.h"
#include "sz-result-pane.h"
#include "sz-run-list.h"
#include "sz-scheme-field.h"
#include "sz-view-pay.h"
#include "sz-why-pane.h"

/* RULE pay-4: the line adds up while one types, and says so. */
static void
test_live (void)
{
  g_autoptr (PayDesk) desk = pay_desk_begin ();

  desk_type (desk->page, "pool", "100000");
  pay_desk_wait (desk, "Pool 100,000.00 = departments 100,000.00 + reserve 0.00 ✓");
  desk_type (desk->page, "reserve_ratio", "1");
  pay_desk_wait (desk, "Pool 100,000.00 = departments 99,000.00 + reserve 1,000.00 ✓");
  /* Many changes at once: the newest wins. */
  for (int i = 1; i <= 50; i++)
    {
      g_autofree char *pool = g_strdup_printf ("%d", i * 1000);

      desk_type (desk->page, "pool", pool);
    }
  pay_desk_wait (desk, "Pool 50,000.00 = departments 49,500.00 + reserve 500.00 ✓");
}

static gboolean
is_dimmed (GtkWidget *root)
{
  if (gtk_widget_get_opacity (root) < 1)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!GTK_IS_SCROLLED_WINDOW (root) && is_dimmed (child))
        return TRUE;
    }
  return FALSE;
}

static void
test_faults (void)
{
  g_autoptr (PayDesk) desk = pay_desk_begin ();

  desk_type (desk->page, "pool", "100000");
  pay_desk_wait (desk, "Pool 100,000.00 =");
  /* The last good figures stay, dimmed. */
  desk_type (desk->page, "components[0].ratio", "99");
  pay_desk_wait (desk, "The scheme has 1 fault");
  g_assert_nonnull (pay_desk_find_text (desk->page, "Pool 100,000.00 ="));
  g_assert_true (is_dimmed (pay_desk_find (desk, SZ_TYPE_RESULT_PANE)));
  /* Computing leads there. */
  desk_type (desk->page, "components[0].ratio", "x");
  gtk_widget_activate_action (desk->page, "pay.compute", NULL);
  g_assert_true (
      gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (desk->window)),
                              GTK_WIDGET (desk_find_field (desk->page, "components[0].ratio"))));
  desk_type (desk->page, "components[0].ratio", "8");
  desk_type (desk->page, "pool", "200000");
  pay_desk_wait (desk, "Pool 200,000.00 =");
  g_assert_false (is_dimmed (pay_desk_find (desk, SZ_TYPE_RESULT_PANE)));
  /* People whose inputs are missing are named. */
  desk_type (desk->page, "coefficients.assessment.合格", "");
  pay_desk_wait (desk, "inputs are missing");
}

/* The staff number in the first row of the people. */
static char *
dup_first_person (PayDesk *desk)
{
  GtkWidget *people = pay_desk_find (desk, SZ_TYPE_PEOPLE_RESULT);
  GtkWidget *table = desk_find (people, SZ_TYPE_FIGURE_TABLE, NULL, NULL);
  g_autofree char *text = sz_figure_table_dup_text (SZ_FIGURE_TABLE (table));
  g_auto (GStrv) lines = g_strsplit (text, "\n", 3);
  g_auto (GStrv) cells = g_strsplit (lines[1], "\t", 2);

  return g_strdup (cells[0]);
}

/* Whether all of the table of people is seen without scrolling sideways. */
static gboolean
is_whole_cb (gpointer data)
{
  PayDesk *desk = data;
  GtkWidget *people = pay_desk_find (desk, SZ_TYPE_PEOPLE_RESULT);
  GtkWidget *scrolled = desk_find (people, GTK_TYPE_SCROLLED_WINDOW, NULL, NULL);
  GtkAdjustment *sideways = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));

  return gtk_adjustment_get_upper (sideways) <= gtk_adjustment_get_page_size (sideways);
}

static gboolean
is_cut_cb (gpointer data)
{
  return !is_whole_cb (data);
}

/* RULE pay-13: the explanation follows the selected person, beside whom it leaves the rest out. */
static void
test_why (void)
{
  g_autoptr (PayDesk) desk = pay_desk_begin ();
  SzResultPane *result = SZ_RESULT_PANE (pay_desk_find (desk, SZ_TYPE_RESULT_PANE));
  GtkWidget *why = pay_desk_find (desk, SZ_TYPE_WHY_PANE);
  g_autofree char *staff_no = NULL;

  desk_type (desk->page, "pool", "100000");
  pay_desk_wait (desk, "Pool 100,000.00 =");
  staff_no = dup_first_person (desk);
  sz_result_pane_show_tab (result, "people");
  desk_wait (is_cut_cb, desk);
  g_assert_false (gtk_widget_get_mapped (why));
  sz_result_pane_select_person (result, staff_no);
  g_assert_cmpstr (sz_result_pane_get_selected (result), ==, staff_no);
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (why)));
  g_assert_nonnull (pay_desk_find_text (why, staff_no));
  g_assert_nonnull (pay_desk_find_text (why, "培训倾斜"));
  desk_wait (is_whole_cb, desk);
  /* New figures keep the person. */
  desk_type (desk->page, "pool", "300000");
  pay_desk_wait (desk, "Pool 300,000.00 =");
  g_assert_cmpstr (sz_result_pane_get_selected (result), ==, staff_no);
  /* Closed, nobody is selected, and the next one is explained again. */
  g_signal_emit_by_name (why, "closed");
  g_assert_null (sz_result_pane_get_selected (result));
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (why)));
  sz_result_pane_select_person (result, staff_no);
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (why)));
}

static gboolean
run_shown_cb (gpointer data)
{
  PayDesk *desk = data;

  return sz_run_list_get_selected (SZ_RUN_LIST (pay_desk_find (desk, SZ_TYPE_RUN_LIST))) > 0;
}

static gpointer
delete_cb (SzOffice *office,
           gpointer input,
           SzProgress progress,
           GCancellable *cancellable,
           GError **error)
{
  return sz_office_pay_delete (office, *(gint64 *)input, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
delete_run (PayDesk *desk, gint64 run)
{
  sz_tasks_write (desk->tasks, NULL,
                  SZ_WORK (delete_cb, g_memdup2 (&run, sizeof run), g_free,
                           .changes = SZ_CHANGED_PAY),
                  NULL, NULL, NULL);
}

static gboolean
no_runs_cb (gpointer data)
{
  GtkWidget *list
      = desk_find (pay_desk_find (data, SZ_TYPE_RUN_LIST), GTK_TYPE_LIST_BOX, NULL, NULL);

  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1) == NULL;
}

static gboolean
has_rows_cb (gpointer table)
{
  return sz_figure_table_get_n_rows (table) > 0;
}

/* RULE pay-13: by department too: the effects add up to the difference over the table. */
static void
assert_department_reasons (PayDesk *desk, GtkWidget *compare)
{
  GtkWidget *switcher = desk_find (compare, GTK_TYPE_STACK_SWITCHER, NULL, NULL);
  GtkStack *tables = gtk_stack_switcher_get_stack (GTK_STACK_SWITCHER (switcher));
  SzFigureTable *departments;
  GtkWidget *reasons = desk_find (compare, SZ_TYPE_COMPARE_REASONS, NULL, NULL);
  SzFigureTable *table = SZ_FIGURE_TABLE (desk_find (reasons, SZ_TYPE_FIGURE_TABLE, NULL, NULL));
  g_autofree char *text = NULL;

  gtk_stack_set_visible_child_name (tables, "departments");
  g_assert_nonnull (pay_desk_find_text (compare, "Choose a department"));
  departments = SZ_FIGURE_TABLE (gtk_stack_get_visible_child (tables));
  g_signal_emit_by_name (departments, "selected", 0);
  /* Selected, a department stays so until the newest figures are there. */
  desk_wait (has_rows_cb, table);
  text = sz_figure_table_dup_text (table);
  g_assert_nonnull (strstr (text, "the size of the pool\t"));
  gtk_stack_set_visible_child_name (tables, "people");
  g_assert_nonnull (pay_desk_find_text (compare, "Choose a person"));
}

static void
test_run_kept (void)
{
  g_autoptr (PayDesk) desk = pay_desk_begin ();
  SzRunList *runs = SZ_RUN_LIST (pay_desk_find (desk, SZ_TYPE_RUN_LIST));
  SzComparePane *compare
      = sz_result_pane_get_compare (SZ_RESULT_PANE (pay_desk_find (desk, SZ_TYPE_RESULT_PANE)));

  desk_type (desk->page, "pool", "100000");
  pay_desk_wait (desk, "Pool 100,000.00 =");
  g_assert_cmpint (sz_run_list_get_selected (runs), ==, SZ_RUN_DRAFT);
  gtk_widget_activate_action (desk->page, "pay.compute", NULL);
  desk_wait (run_shown_cb, desk);
  pay_desk_wait (desk, "Run 1, computed by test on 20");
  pay_desk_wait (desk, "Pool 100,000.00 =");

  /* Written on, the run is what one compares with. */
  gtk_widget_activate_action (desk->page, "pay.again", NULL);
  g_assert_cmpint (sz_run_list_get_selected (runs), ==, SZ_RUN_DRAFT);
  desk_type (desk->page, "components[0].ratio", "20");
  sz_result_pane_show_tab (SZ_RESULT_PANE (pay_desk_find (desk, SZ_TYPE_RESULT_PANE)), "compare");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (
                                  desk_find (GTK_WIDGET (compare), GTK_TYPE_DROP_DOWN, NULL, NULL)),
                              1);
  g_assert_cmpint (sz_compare_pane_get_other (compare), ==, 1);
  pay_desk_wait (desk, "Choose a person to see what moved the amount.");
  assert_department_reasons (desk, GTK_WIDGET (compare));

  /* A run that goes takes nothing with it that is being written. */
  delete_run (desk, 1);
  desk_wait (no_runs_cb, desk);
  g_assert_cmpint (sz_run_list_get_selected (runs), ==, SZ_RUN_DRAFT);
  g_assert_nonnull (pay_desk_find_text (desk->page, "Pool 100,000.00 ="));
}

static AdwMessageDialog *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

static gboolean
has_question (gpointer data)
{
  return find_question () != NULL;
}

/* As its button does. */
static void
answer (const char *response)
{
  AdwMessageDialog *question = find_question ();

  g_assert_nonnull (question);
  adw_message_dialog_response (question, response);
  gtk_window_destroy (GTK_WINDOW (question));
}

/* What nobody has computed yet is given up only when asked for; a run stays what it is. */
static void
test_draft_given_up (void)
{
  g_autoptr (PayDesk) desk = pay_desk_begin ();
  SzRunList *runs = SZ_RUN_LIST (pay_desk_find (desk, SZ_TYPE_RUN_LIST));

  desk_type (desk->page, "pool", "100000");
  pay_desk_wait (desk, "Pool 100,000.00 =");
  gtk_widget_activate_action (desk->page, "pay.new", NULL);
  desk_wait (has_question, NULL);
  answer ("cancel");
  g_assert_cmpstr (sz_scheme_field_get_text (desk_find_field (desk->page, "pool")), ==, "100000");
  gtk_widget_activate_action (desk->page, "pay.compute", NULL);
  desk_wait (run_shown_cb, desk);
  pay_desk_wait (desk, "Run 1, computed by test");

  gtk_widget_activate_action (desk->page, "pay.again", NULL);
  g_assert_null (find_question ());
  desk_type (desk->page, "pool", "200000");
  pay_desk_wait (desk, "Pool 200,000.00 =");
  gtk_widget_activate_action (desk->page, "pay.delete", NULL);
  answer ("accept");
  desk_wait (run_shown_cb, desk);
  g_assert_cmpint (sz_run_list_get_selected (runs), ==, 1);
  pay_desk_wait (desk, "Pool 100,000.00 =");
  g_assert_null (pay_desk_find_text (GTK_WIDGET (runs), "New scheme"));
}

/* Widgets that matter have accessible names. */
static void
test_names (void)
{
  g_autoptr (PayDesk) desk = pay_desk_begin ();

  desk_type (desk->page, "pool", "100000");
  pay_desk_wait (desk, "Pool 100,000.00 =");
  gtk_widget_activate_action (desk->page, "pay.compute", NULL);
  desk_wait (run_shown_cb, desk);
  desk_assert_named (desk->page);
}

static guint
count_people (PayDesk *desk)
{
  GtkWidget *people = pay_desk_find (desk, SZ_TYPE_PEOPLE_RESULT);

  return sz_figure_table_get_n_rows (
      SZ_FIGURE_TABLE (desk_find (people, SZ_TYPE_FIGURE_TABLE, NULL, NULL)));
}

static gboolean
some_found_cb (gpointer data)
{
  guint n = count_people (data);

  return n > 0 && n < PAY_DESK_PEOPLE / 2;
}

/* RULE ppl-6: by staff number, and by initials as soon as the keys are made. */
static void
assert_found (PayDesk *desk)
{
  g_autofree char *staff_no = dup_first_person (desk);
  guint all = count_people (desk);

  g_object_set (desk->page, "search", staff_no, NULL);
  g_assert_cmpuint (count_people (desk), ==, 1);
  g_object_set (desk->page, "search", "w", NULL);
  desk_wait (some_found_cb, desk);
  g_object_set (desk->page, "search", "", NULL);
  g_assert_cmpuint (count_people (desk), ==, all);
}

/* Whether the names in the second column stand by strokes, as the preferences have it at first. */
static gboolean
is_by_strokes_cb (gpointer table)
{
  g_autoptr (SzNameKeys) keys = sz_name_keys_new ();
  g_autofree char *text = sz_figure_table_dup_text (table);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *before = NULL;
  gboolean sorted = TRUE;

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      char *key = sz_name_keys_sort_key (keys, SZ_NAME_ORDER_SURNAME_STROKES, cells[1], "");

      sorted = sorted && (before == NULL || strcmp (before, key) <= 0);
      g_free (before);
      before = key;
    }
  return sorted && before != NULL;
}

static void
assert_sorts_names (GtkWidget *root, const char *page)
{
  GtkWidget *switcher = desk_find (root, GTK_TYPE_STACK_SWITCHER, NULL, NULL);
  GtkStack *tables = gtk_stack_switcher_get_stack (GTK_STACK_SWITCHER (switcher));
  SzFigureTable *table = SZ_FIGURE_TABLE (gtk_stack_get_child_by_name (tables, page));

  sz_figure_table_sort (table, 1, FALSE);
  desk_wait (is_by_strokes_cb, table);
}

/* RULE ppl-5: wherever there are names, those who are out and those who are compared. */
static void
test_name_order (void)
{
  g_autoptr (PayDesk) desk = pay_desk_begin ();
  SzResultPane *result = SZ_RESULT_PANE (pay_desk_find (desk, SZ_TYPE_RESULT_PANE));
  GtkWidget *compare = GTK_WIDGET (sz_result_pane_get_compare (result));

  desk_type (desk->page, "pool", "100000");
  pay_desk_wait (desk, "Pool 100,000.00 =");
  assert_found (desk);
  assert_sorts_names (GTK_WIDGET (result), "out");
  gtk_widget_activate_action (desk->page, "pay.compute", NULL);
  desk_wait (run_shown_cb, desk);
  gtk_widget_activate_action (desk->page, "pay.again", NULL);
  sz_result_pane_show_tab (result, "compare");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (desk_find (compare, GTK_TYPE_DROP_DOWN, NULL, NULL)),
                              1);
  pay_desk_wait (desk, "Choose a person to see what moved the amount.");
  assert_sorts_names (compare, "people");
}

static void
test_search_and_tabs (void)
{
  static const char *const tabs[] = { "people", "charts", "out", "compare", "departments" };
  g_autoptr (PayDesk) desk = pay_desk_begin ();
  SzResultPane *result = SZ_RESULT_PANE (pay_desk_find (desk, SZ_TYPE_RESULT_PANE));

  desk_type (desk->page, "pool", "100000");
  pay_desk_wait (desk, "Pool 100,000.00 =");
  assert_found (desk);
  for (gsize i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      sz_result_pane_show_tab (result, tabs[i]);
      desk_turn ();
      g_assert_cmpint (sz_result_pane_copy (result), ==,
                       g_strcmp0 (tabs[i], "charts") != 0 && g_strcmp0 (tabs[i], "compare") != 0);
    }
}

/* The pictures count what the tables count. */
static void
test_chart_figures (void)
{
  SzPayDepartmentSum sums[] = { { "乙系", 1, 25000 }, { "甲系", 2, 175000 } };
  SzPayLine lines[3] = { { .department = "甲系", .total_fen = 100000 },
                         { .department = "甲系", .total_fen = 75000 },
                         { .department = "乙系", .total_fen = 25000 } };
  SzPayResult result = { .departments = sums, .n_departments = 2, .lines = lines, .n_lines = 3 };
  g_autoptr (SzScheme) scheme = sz_scheme_new ();
  SzPayView view = { .scheme = scheme, .result = &result };
  g_autoptr (SzChartData) departments = sz_pay_chart_departments (&view);
  g_autoptr (SzChartData) distribution = sz_pay_chart_distribution (&view);
  g_autofree char *text = sz_chart_data_dup_text (departments);
  g_autofree char *classes = sz_chart_data_dup_text (distribution);

  g_assert_cmpstr (text, ==, "By department (yuan)\n甲系: 1,750.00\n乙系: 250.00");
  g_assert_cmpstr (classes, ==,
                   "How many people get how much (yuan from)\n0: 0\n100: 0\n200: 1\n300: 0\n"
                   "400: 0\n500: 0\n600: 0\n700: 1\n800: 0\n900: 0\n1,000: 1");
}

static void
test_exactness (void)
{
  SzPayDepartmentSum sums[] = { { "甲系", 1, 359821440 } };
  SzPayResult result
      = { .pool_fen = 363456000, .reserve_fen = 3634560, .departments = sums, .n_departments = 1 };
  gboolean exact;
  g_autofree char *text = sz_result_pane_dup_exactness (&result, &exact);
  g_autofree char *wrong = NULL;

  g_assert_true (exact);
  g_assert_cmpstr (text, ==, "Pool 3,634,560.00 = departments 3,598,214.40 + reserve 36,345.60 ✓");
  result.reserve_fen++;
  wrong = sz_result_pane_dup_exactness (&result, &exact);
  g_assert_false (exact);
  g_assert_true (g_str_has_suffix (wrong, "✗"));
}

int
main (int argc, char **argv)
{
  /* Names are kept for asking, and told to nobody. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/pay-page/pay-4/exactness", test_exactness);
  g_test_add_func ("/desk/pay-page/pay-4/live", test_live);
  g_test_add_func ("/desk/pay-page/pay-13/why", test_why);
  g_test_add_func ("/desk/pay-page/faults", test_faults);
  g_test_add_func ("/desk/pay-page/run-kept", test_run_kept);
  g_test_add_func ("/desk/pay-page/draft-given-up", test_draft_given_up);
  g_test_add_func ("/desk/pay-page/names", test_names);
  g_test_add_func ("/desk/pay-page/ppl-5/name-order", test_name_order);
  g_test_add_func ("/desk/pay-page/search-and-tabs", test_search_and_tabs);
  g_test_add_func ("/desk/pay-page/chart-figures", test_chart_figures);
  return g_test_run ();
}
