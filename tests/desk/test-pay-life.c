/* test-pay-life.c — a run on its way, on the page of performance pay (RULE pay-10, pay-11, pay-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pay-desk.h"

#include <string.h>

#include "sz-case-bar.h"
#include "sz-demo.h"
#include "sz-levels-pane.h"
#include "sz-pay-act.h"
#include "sz-pay-edit.h"
#include "sz-pay-move-act.h"
#include "sz-pay-stale.h"
#include "sz-query-dialog.h"
#include "sz-result-pane.h"
#include "sz-run-bar.h"
#include "sz-run-life.h"
#include "sz-run-list.h"
#include "sz-tax-window.h"

static GtkWidget *
find_step (PayDesk *desk, const char *verb)
{
  return desk_find (pay_desk_find (desk, SZ_TYPE_CASE_BAR), GTK_TYPE_BUTTON, "name", verb);
}

static gboolean
step_offered_cb (gpointer data)
{
  PayDesk *desk = data;
  GtkWidget *bar = desk_find (desk->page, SZ_TYPE_CASE_BAR, NULL, NULL);

  return bar != NULL && gtk_widget_get_mapped (bar);
}

static SzQueryDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (SZ_IS_QUERY_DIALOG (window) && gtk_widget_get_mapped (window))
        return SZ_QUERY_DIALOG (window);
    }
  return NULL;
}

static gboolean
refused_cb (gpointer data)
{
  SzQueryDialog *dialog = find_dialog ();

  return dialog != NULL && pay_desk_find_text (GTK_WIDGET (dialog), data) != NULL;
}

/* Another person, another process: the page sees it by itself. */
static void
review_as (PayDesk *desk, const char *who)
{
  const SzPayMove move = { .defaults = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (desk->db, who, &error);
  SzPayMoved *moved = sz_office_pay_review (office, 1, &move, &error);

  g_assert_no_error (error);
  sz_pay_moved_free (moved);
}

static gboolean
announce_offered_cb (gpointer data)
{
  PayDesk *desk = data;

  return step_offered_cb (desk) && find_step (desk, "announce") != NULL;
}

/* RULE pay-11: the maker is refused in the dialog itself; what others did stands on the bar, and
 * what can be done with the run follows. */
static void
test_life (void)
{
  g_autoptr (PayDesk) desk = pay_desk_begin ();
  SzResultPane *result = SZ_RESULT_PANE (pay_desk_find (desk, SZ_TYPE_RESULT_PANE));

  desk_type (desk->page, "pool", "100000");
  desk_type (desk->page, "reserve_ratio", "1");
  pay_desk_wait (desk, "Pool 100,000.00 =");
  gtk_widget_activate_action (desk->page, "pay.compute", NULL);
  desk_wait (step_offered_cb, desk);
  g_assert_nonnull (find_step (desk, "review"));
  g_assert_null (find_step (desk, "adjust"));
  sz_result_pane_show_tab (result, "adjust");
  pay_desk_wait (desk, "adjusted 0.00 · reserve 1,000.00 → 1,000.00");
  g_signal_emit_by_name (find_step (desk, "review"), "clicked");
  desk_turn ();
  g_assert_nonnull (find_dialog ());
  SZ_FORM_DIALOG_GET_CLASS (find_dialog ())->save (SZ_FORM_DIALOG (find_dialog ()));
  desk_wait (refused_cb, (gpointer) "test");
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));

  review_as (desk, "乙");
  sz_page_reload (SZ_PAGE (desk->page));
  desk_wait (announce_offered_cb, desk);
  pay_desk_wait (desk, "names are statements");
  sz_result_pane_show_tab (result, "notice");
  pay_desk_wait (desk, "not announced");
  sz_result_pane_show_tab (result, "paid");
  pay_desk_wait (desk, "would be paid on 2026-01-08");
}

/* RULE tax-4: whoever lacks a salary row is named where the table would stand, with the remedy. */
static void
test_missing (void)
{
  g_autoptr (PayDesk) desk = pay_desk_begin ();
  SzResultPane *result = SZ_RESULT_PANE (pay_desk_find (desk, SZ_TYPE_RESULT_PANE));
  GtkWidget *pane = pay_desk_find (desk, SZ_TYPE_LEVELS_PANE);
  GObject *tax = gtk_widget_get_template_child (pane, SZ_TYPE_LEVELS_PANE, "tax_choice");

  desk_type (desk->page, "pool", "100000");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (tax), SZ_SCHEME_TAX_MONTHLY);
  pay_desk_wait (desk, "Pool 100,000.00 =");
  gtk_widget_activate_action (desk->page, "pay.compute", NULL);
  desk_wait (step_offered_cb, desk);
  sz_result_pane_show_tab (result, "paid");
  pay_desk_wait (desk, "has no salary row of month 1.");
}

/* ---- the list of runs ---- */

static const char *
read_name (GtkListBox *list, int place, int *indent)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, place);
  GtkWidget *box = row != NULL ? gtk_list_box_row_get_child (row) : NULL;

  g_assert_nonnull (box);
  *indent = gtk_widget_get_margin_start (box);
  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_first_child (box)));
}

/* RULE pay-12: a correction stands indented under its run, not where its number would put it. */
static void
test_indented (void)
{
  SzRunList *runs = g_object_ref_sink (g_object_new (SZ_TYPE_RUN_LIST, NULL));
  GtkListBox *list = GTK_LIST_BOX (desk_find (GTK_WIDGET (runs), GTK_TYPE_LIST_BOX, NULL, NULL));
  char one[] = "one", two[] = "two", three[] = "three", four[] = "four", state[] = "paid";
  const SzPayHead heads[] = { { .run = 1, .name = one, .state = state },
                              { .run = 2, .name = two, .state = state, .corrects = 1 },
                              { .run = 3, .name = three, .state = state },
                              { .run = 4, .name = four, .state = state, .corrects = 1 } };
  const char *const names[] = { "three", "one", "two", "four" };
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (SzPayHead));

  g_array_append_vals (all, heads, G_N_ELEMENTS (heads));
  sz_run_list_show (runs, all, FALSE);
  for (int i = 0; i < (int)G_N_ELEMENTS (names); i++)
    {
      int indent = 0;

      g_assert_cmpstr (read_name (list, i, &indent), ==, names[i]);
      g_assert_cmpint (indent > 0, ==, i >= 2);
    }
  g_assert_null (gtk_list_box_get_row_at_index (list, G_N_ELEMENTS (names)));
  g_assert_nonnull (pay_desk_find_text (GTK_WIDGET (runs), "corrects run 1"));
  sz_run_list_select (runs, 4);
  g_assert_cmpint (sz_run_list_get_selected (runs), ==, 4);
  g_object_unref (runs);
}

/* ---- both corrections before either is kept ---- */

static void
assert_kept_as_guessed (PayDesk *desk, const SzRunLife *life)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (desk->db, "甲", &error);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  const SzCorrectAsk ask = { .run = 1, .from_reserve = TRUE };
  const SzCorrectView *guess = life->ways[SZ_CORRECT_RESERVE];
  g_autoptr (SzCorrectView) kept = NULL;
  gint64 number = 0;

  g_assert_true (sz_office_pay_correct (office, &ask, issues, &number, &error));
  g_assert_no_error (error);
  kept = sz_view_pay_correct (office, number, &error);
  g_assert_cmpint (kept->total_fen, ==, guess->total_fen);
  g_assert_cmpint (kept->gain_fen, ==, guess->gain_fen);
  g_assert_cmpint (kept->reserve_fen, ==, guess->reserve_fen);
  g_assert_cmpuint (kept->people->len, ==, guess->people->len);
}

/* RULE pay-12: a paid run whose inputs changed says what either way would come to, and that is what
 * comes; looking keeps nothing. */
static void
test_guess (void)
{
  g_autoptr (PayDesk) desk = pay_desk_begin ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (desk->db, "甲", &error);
  g_autoptr (SzRunLife) life = NULL;

  g_assert_true (sz_office_demo_runs (office, 2025, &error));
  g_assert_no_error (error);
  g_assert_true (sz_office_pay_delete (office, 2, &error)); /* its correction under way */
  life = sz_view_run_life (office, 1, 20260120, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (life->guesses->len, >, 0);
  g_assert_nonnull (life->ways[SZ_CORRECT_RESERVE]);
  pay_desk_show_run (desk, 1);
  pay_desk_wait (desk, "input changed since");
  sz_result_pane_show_tab (SZ_RESULT_PANE (pay_desk_find (desk, SZ_TYPE_RESULT_PANE)), "guesses");
  pay_desk_wait (desk, "From the reserve: ");
  g_clear_object (&office);
  assert_kept_as_guessed (desk, life);
}

/* ---- what changed since ---- */

static void
page_wanted_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  char **wanted = user_data;

  g_free (*wanted);
  *wanted = g_variant_dup_string (parameter, NULL);
}

/* What the window would be asked to show. */
static void
listen_for_pages (PayDesk *desk, char **wanted)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("page", G_VARIANT_TYPE_STRING);

  g_signal_connect (action, "activate", G_CALLBACK (page_wanted_cb), wanted);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (desk->window, "win", G_ACTION_GROUP (group));
}

/* RULE pay-11: each input that changed is a row, and its row opens the person; beside today stands
 * what it would be. */
static void
test_changes (void)
{
  g_autoptr (PayDesk) desk = pay_desk_begin ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (desk->db, "甲", &error);
  g_autoptr (GArray) changes = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *where = NULL;
  g_autofree char *text = NULL;
  SzResultPane *result = SZ_RESULT_PANE (pay_desk_find (desk, SZ_TYPE_RESULT_PANE));
  SzFigureTable *table;
  const SzPayChange *change;

  g_assert_true (sz_office_demo_runs (office, 2025, &error));
  changes = sz_office_pay_stale (office, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, >, 0);
  change = &g_array_index (changes, SzPayChange, 0);
  g_clear_object (&office);
  listen_for_pages (desk, &wanted);
  pay_desk_show_run (desk, 1);
  pay_desk_wait (desk, "input changed since");
  g_signal_emit_by_name (pay_desk_find (desk, SZ_TYPE_RUN_BAR), "changes");
  table = SZ_FIGURE_TABLE (desk_find (GTK_WIDGET (sz_result_pane_get_list (result, "changes")),
                                      SZ_TYPE_FIGURE_TABLE, NULL, NULL));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (table)));
  text = sz_figure_table_dup_text (table);
  g_assert_nonnull (strstr (text, change->staff_no));
  g_assert_nonnull (strstr (text, change->before));
  g_assert_nonnull (strstr (text, change->after));
  g_assert_null (strstr (text, change->kind)); /* a word, no code */
  sz_figure_table_select (table, 0, FALSE);
  g_signal_emit_by_name (gtk_scrolled_window_get_child (
                             GTK_SCROLLED_WINDOW (gtk_widget_get_first_child (GTK_WIDGET (table)))),
                         "activate", 0);
  where = g_strconcat ("people?", change->staff_no, NULL);
  g_assert_cmpstr (wanted, ==, where);
  g_signal_emit_by_name (pay_desk_find (desk, SZ_TYPE_RUN_BAR), "compare");
  pay_desk_wait (desk, " unchanged");
}

/* ---- an adjustment, and what it leaves ---- */

static gboolean
reserve_seen_cb (gpointer data)
{
  return find_dialog () != NULL && pay_desk_find_text (GTK_WIDGET (find_dialog ()), data) != NULL;
}

static void
type_field (const char *title, const char *text)
{
  GtkWidget *row = desk_find (GTK_WIDGET (find_dialog ()), ADW_TYPE_ENTRY_ROW, "title", title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* RULE pay-10: what an adjustment leaves of the reserve is said while it is typed, and more than
 * there is cannot be saved. */
static void
test_adjust (void)
{
  g_autoptr (PayDesk) desk = pay_desk_begin ();
  GtkWidget *save;

  desk_type (desk->page, "pool", "100000");
  desk_type (desk->page, "reserve_ratio", "1");
  pay_desk_wait (desk, "Pool 100,000.00 =");
  gtk_widget_activate_action (desk->page, "pay.compute", NULL);
  desk_wait (step_offered_cb, desk);
  gtk_widget_activate_action (desk->page, "pay.adjust", NULL);
  desk_wait (reserve_seen_cb, (gpointer) "Add an Adjustment");
  save = desk_find (GTK_WIDGET (find_dialog ()), GTK_TYPE_BUTTON, "label", "_Add");
  type_field ("Person", "1001 someone");
  type_field ("Reason", "prize");
  type_field ("Amount, with a minus to take off", "1000.01");
  desk_wait (reserve_seen_cb, (gpointer) "Reserve 1,000.00 → -0.01");
  g_assert_false (gtk_widget_get_sensitive (save));
  type_field ("Amount, with a minus to take off", "1000.00");
  desk_wait (reserve_seen_cb, (gpointer) "Reserve 1,000.00 → 0.00");
  g_assert_true (gtk_widget_get_sensitive (save));
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
}

/* ---- the days of a notice ---- */

/* The days are below what one types: the dialog has room for them, nobody has to scroll. */
static gboolean
days_in_sight_cb (gpointer data)
{
  GtkWidget *dialog = GTK_WIDGET (find_dialog ());
  GtkWidget *day = pay_desk_find_text (dialog, data);
  GtkWidget *scrolled = day != NULL ? gtk_widget_get_ancestor (day, GTK_TYPE_VIEWPORT) : NULL;
  graphene_rect_t bounds;

  /* The strip scrolls sideways; what scrolls down is around it. */
  scrolled = scrolled != NULL
                 ? gtk_widget_get_ancestor (gtk_widget_get_parent (scrolled), GTK_TYPE_VIEWPORT)
                 : NULL;
  scrolled = scrolled != NULL ? gtk_widget_get_parent (scrolled) : NULL;
  return scrolled != NULL
         && gtk_widget_compute_bounds (gtk_widget_get_parent (day), scrolled, &bounds)
         && bounds.origin.y + bounds.size.height <= (float)gtk_widget_get_height (scrolled);
}

/* RULE pay-11: the last day is counted while one types: over the weekend, over the Spring Festival
 * with the Saturday worked for it; too short a notice cannot be saved. */
static void
test_notice (void)
{
  g_autoptr (PayDesk) desk = pay_desk_begin ();
  const char *days = "Working days; empty: as the parameters say";
  GtkWidget *save;

  desk_type (desk->page, "pool", "100000");
  pay_desk_wait (desk, "Pool 100,000.00 =");
  gtk_widget_activate_action (desk->page, "pay.compute", NULL);
  desk_wait (step_offered_cb, desk);
  review_as (desk, "乙");
  sz_page_reload (SZ_PAGE (desk->page));
  desk_wait (announce_offered_cb, desk);
  g_signal_emit_by_name (find_step (desk, "announce"), "clicked");
  desk_wait (reserve_seen_cb, (gpointer) "Last day 2026-01-14 · working days 5 · days off 2");
  save = gtk_window_get_default_widget (GTK_WINDOW (find_dialog ()));
  g_assert_true (gtk_widget_get_sensitive (save));
  type_field ("First day of the notice", "2026-02-13");
  desk_wait (reserve_seen_cb, (gpointer) "Last day 2026-02-26 · working days 5 · days off 9");
  g_assert_nonnull (pay_desk_find_text (GTK_WIDGET (find_dialog ()), "2-14\n2班"));
  g_assert_nonnull (pay_desk_find_text (GTK_WIDGET (find_dialog ()), "2-15\n休"));
  desk_wait (days_in_sight_cb, (gpointer) "2-14\n2班");
  type_field (days, "1");
  desk_wait (reserve_seen_cb, (gpointer) "A notice of 1 working days is too short: at least 5.");
  g_assert_null (pay_desk_find_text (GTK_WIDGET (find_dialog ()), "Last day"));
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
}

/* ---- one person's tax ---- */

static gboolean
verdict_cb (gpointer data)
{
  GtkWidget *window = pay_desk_find_window (SZ_TYPE_TAX_WINDOW);

  return window != NULL && pay_desk_find_text (window, data) != NULL;
}

/* RULE tax-2: the cliff is said before it costs anybody money, and which way is cheaper. */
static void
test_tax (void)
{
  g_autoptr (PayDesk) desk = pay_desk_begin ();

  sz_tax_window_open (SZ_PAGE (desk->page),
                      &(SzTaxAbout){ .person_id = 1, .day = 20260120, .amount_fen = 3600100 });
  desk_wait (verdict_cb, (gpointer) "2,309.10 less than of 36,000.00. From 38,566.67 on");
  desk_wait (verdict_cb, (gpointer) "3,390.10");
  gtk_window_destroy (GTK_WINDOW (pay_desk_find_window (SZ_TYPE_TAX_WINDOW)));
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/pay-life/pay-11/steps", test_life);
  g_test_add_func ("/desk/pay-life/pay-12/both-ways", test_guess);
  g_test_add_func ("/desk/pay-life/pay-11/days-of-the-notice", test_notice);
  g_test_add_func ("/desk/pay-life/pay-12/under-their-run", test_indented);
  g_test_add_func ("/desk/pay-life/pay-10/what-it-leaves", test_adjust);
  g_test_add_func ("/desk/pay-life/pay-11/what-changed", test_changes);
  g_test_add_func ("/desk/pay-life/tax-2/bonus", test_tax);
  g_test_add_func ("/desk/pay-life/tax-4/salaries-missing", test_missing);
  return g_test_run ();
}
