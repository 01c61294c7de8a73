/* test-pay-levels.c — two levels on the page of performance pay (RULE pay-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pay-desk.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sz-figure-table.h"
#include "sz-own-window.h"
#include "sz-pay-act.h"
#include "sz-pay-sheet-row.h"
#include "sz-pay-split-act.h"
#include "sz-result-pane.h"
#include "sz-scheme-default.h"
#include "sz-sheets-window.h"

/* ---- what departments make of it, typed ---- */

#define POOL_FEN 10000000

/* Another process computes; two levels, so that departments have something to split. */
static gint64
compute_two_levels (PayDesk *desk)
{
  g_autoptr (SzScheme) scheme = sz_scheme_default_new (20260108);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (desk->db, "甲", &error);
  g_autoptr (SzPayView) view = NULL;

  scheme->pool_fen = POOL_FEN;
  scheme->reserve_ratio_x1e4 = 100;
  scheme->two_levels = TRUE;
  view = sz_office_pay_compute_scheme (office, scheme, SZ_PAY_STORE, issues,
                                       (SzProgress){ NULL, NULL }, NULL, &error);
  g_assert_no_error (error);
  return view->head.run;
}

static SzSplitPeople *
read_department (PayDesk *desk, gint64 run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (desk->db, "甲", &error);
  g_autoptr (SzSplitView) splits = sz_view_pay_splits (office, run, &error);
  SzSplitPeople *people = NULL;

  g_assert_no_error (error);
  for (guint i = 0; people == NULL && i < splits->departments->len; i++)
    {
      const SzSplitFace *face = &g_array_index (splits->departments, SzSplitFace, i);

      if (face->people >= 2 && g_str_equal (face->state, "default"))
        people = sz_view_pay_split_people (office, run, face->name, &error);
    }
  g_assert_no_error (error);
  g_assert_nonnull (people);
  return people;
}

/* Of which the first person has more than @least_fen, and the second can get some. */
static guint
find_component (const SzSplitPeople *people, SzMoney least_fen)
{
  const SzSplitPerson *first = &g_array_index (people->people, SzSplitPerson, 0);
  const SzSplitPerson *second = &g_array_index (people->people, SzSplitPerson, 1);
  guint component = 0;

  while (first->central_fen[component] <= least_fen || second->central_fen[component] < 0)
    g_assert_cmpuint (++component, <, people->components->len);
  return component;
}

static gboolean
own_ready_cb (gpointer data)
{
  GtkWidget *window = pay_desk_find_window (SZ_TYPE_OWN_WINDOW);

  return window != NULL && sz_own_window_is_ready (SZ_OWN_WINDOW (window));
}

static gboolean
own_closed_cb (gpointer data)
{
  return pay_desk_find_window (SZ_TYPE_OWN_WINDOW) == NULL;
}

static void
type_amount (SzOwnWindow *window, guint row, guint component, SzMoney amount_fen)
{
  g_autofree char *text = sz_money_format (amount_fen);

  sz_own_window_type (window, row, component, text);
}

static void
assert_answers (PayDesk *desk, gint64 run, guint answered)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (desk->db, "甲", &error);
  g_autoptr (SzSplitView) splits = sz_view_pay_splits (office, run, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (splits->answered, ==, answered);
}

/* RULE pay-8: a fen too much cannot be saved; what is moved inside the department can, and counts
 * as its own split. */
static void
test_own (void)
{
  g_autoptr (PayDesk) desk = pay_desk_begin ();
  const gint64 run = compute_two_levels (desk);
  g_autoptr (SzSplitPeople) people = read_department (desk, run);
  const SzSplitPerson *first = &g_array_index (people->people, SzSplitPerson, 0);
  const SzSplitPerson *second = &g_array_index (people->people, SzSplitPerson, 1);
  const guint component = find_component (people, 1);
  SzOwnWindow *window;
  GtkWidget *save;

  sz_own_window_open (SZ_PAGE (desk->page), run, people->department);
  desk_wait (own_ready_cb, NULL);
  window = SZ_OWN_WINDOW (pay_desk_find_window (SZ_TYPE_OWN_WINDOW));
  save = desk_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "label", "_Save");
  g_assert_true (gtk_widget_get_sensitive (save));
  type_amount (window, 0, component, first->central_fen[component] - 1);
  g_assert_false (gtk_widget_get_sensitive (save));
  g_assert_nonnull (pay_desk_find_text (GTK_WIDGET (window), "left 0.01"));
  type_amount (window, 1, component, second->central_fen[component] + 1);
  g_assert_true (gtk_widget_get_sensitive (save));
  sz_own_window_type (window, 1, component, "约一万");
  g_assert_false (gtk_widget_get_sensitive (save));
  type_amount (window, 1, component, second->central_fen[component] + 1);
  g_signal_emit_by_name (save, "clicked");
  desk_wait (own_closed_cb, NULL);
  assert_answers (desk, run, 1);
}

/* ---- own against central ---- */

#define MOVED_FEN 10000

/* The second gets a hundred yuan of the first. */
static void
answer_own (PayDesk *desk, const SzSplitPeople *people)
{
  const guint n = people->components->len;
  const guint component = find_component (people, MOVED_FEN);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (desk->db, "甲", &error);
  g_autoptr (SzSplitDone) done = NULL;

  for (guint i = 0; i < people->people->len; i++)
    {
      const SzSplitPerson *person = &g_array_index (people->people, SzSplitPerson, i);

      g_ptr_array_add (cells, g_strdup (person->staff_no));
      for (guint j = 0; j < n; j++)
        {
          const SzMoney moved_fen = j != component || i > 1 ? 0 : i == 0 ? -MOVED_FEN : MOVED_FEN;

          g_ptr_array_add (cells, person->central_fen[j] < 0
                                      ? g_strdup ("—")
                                      : sz_money_format (person->central_fen[j] + moved_fen));
        }
    }
  done = sz_office_pay_split (office,
                              &(SzSplitRequest){
                                  .run = people->run,
                                  .department = people->department,
                                  .typed
                                  = &(SzSplitTyped){ .token = people->token,
                                                     .cells = (const char *const *)cells->pdata,
                                                     .n_rows = people->people->len,
                                                     .n_components = n } },
                              issues, &error);
  g_assert_no_error (error);
}

static gboolean
splits_read_cb (gpointer table)
{
  return sz_figure_table_get_n_rows (table) > 0;
}

/* (transfer none): its tab, which is there as soon as the run's life is read. */
static GtkWidget *
show_splits (PayDesk *desk, gint64 run)
{
  SzResultPane *result = SZ_RESULT_PANE (pay_desk_find (desk, SZ_TYPE_RESULT_PANE));
  GtkWidget *pane = GTK_WIDGET (sz_result_pane_get_list (result, "splits"));

  pay_desk_show_run (desk, run);
  desk_wait (splits_read_cb, desk_find (pane, SZ_TYPE_FIGURE_TABLE, NULL, NULL));
  sz_result_pane_show_tab (result, "splits");
  return pane;
}

static void
collect_bars (GtkWidget *root, GArray *fractions)
{
  if (GTK_IS_PROGRESS_BAR (root))
    {
      const double fraction = gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (root));

      if (fraction > 0)
        g_array_append_val (fractions, fraction);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_bars (child, fractions);
}

static gboolean
bar_shown_cb (gpointer table)
{
  g_autoptr (GArray) fractions = g_array_new (FALSE, FALSE, sizeof (double));

  collect_bars (table, fractions);
  return fractions->len == 1;
}

/* RULE pay-8: each department has a bar: how much of its amount goes otherwise than centrally. */
static void
test_bars (void)
{
  g_autoptr (PayDesk) desk = pay_desk_begin ();
  const gint64 run = compute_two_levels (desk);
  g_autoptr (SzSplitPeople) people = read_department (desk, run);
  g_autoptr (GArray) fractions = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *percent = NULL;
  g_autofree char *text = NULL;
  SzMoney pool_fen = 0;
  GtkWidget *table;
  gint64 share_x1e4;

  for (guint i = 0; i < people->components->len; i++)
    pool_fen += MAX (people->pools_fen[i], 0);
  share_x1e4 = (gint64)(((gint64)MOVED_FEN * 10000 + pool_fen / 2) / pool_fen);
  g_assert_cmpint (share_x1e4, >, 0);
  percent = g_strdup_printf ("\t%d.%02d%%\t", (int)(share_x1e4 / 100), (int)(share_x1e4 % 100));
  answer_own (desk, people);
  table = desk_find (show_splits (desk, run), SZ_TYPE_FIGURE_TABLE, NULL, NULL);
  pay_desk_wait (desk, "answered 1 · ");
  desk_wait (bar_shown_cb, table);
  collect_bars (table, fractions);
  g_assert_cmpfloat_with_epsilon (g_array_index (fractions, double, 0), (double)share_x1e4 / 10000,
                                  1e-9);
  text = sz_figure_table_dup_text (SZ_FIGURE_TABLE (table));
  g_assert_nonnull (strstr (text, percent));
}

/* ---- sheets dropped on the tab ---- */

/* The sheet of @people as they stand centrally, but for the first amount; the third line is the
 * first person. */
static char *
write_sheet (PayDesk *desk, const SzSplitPeople *people, const char *name, const char *first)
{
  g_autofree char *folder = g_path_get_dirname (desk->db);
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const guint component = find_component (people, 1);

  g_string_append_printf (text, "部门：%s\n工号,姓名", people->department);
  for (guint j = 0; j < people->components->len; j++)
    g_string_append_printf (text, ",%s", (char *)g_ptr_array_index (people->components, j));
  for (guint i = 0; i < people->people->len; i++)
    {
      const SzSplitPerson *person = &g_array_index (people->people, SzSplitPerson, i);

      g_string_append_printf (text, "\n%s,%s", person->staff_no, person->name);
      for (guint j = 0; j < people->components->len; j++)
        {
          g_autofree char *amount = person->central_fen[j] < 0
                                        ? g_strdup ("—")
                                        : sz_money_format (person->central_fen[j]);

          g_string_append_printf (text, ",%s",
                                  i == 0 && j == component && first != NULL ? first : amount);
        }
    }
  g_string_append_c (text, '\n');
  g_assert_true (g_file_set_contents (path, text->str, -1, &error));
  g_assert_no_error (error);
  return path;
}

static void
drop_sheets (GtkWidget *pane, const char *const *paths)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (pane);
  g_auto (GValue) value = G_VALUE_INIT;
  GSList *files = NULL;
  gboolean handled = FALSE;

  for (guint i = 0; paths[i] != NULL; i++)
    files = g_slist_append (files, g_file_new_for_path (paths[i]));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  g_slist_free_full (files, g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &handled);
    }
  g_assert_true (handled);
}

static gboolean
row_seen_cb (gpointer text)
{
  GtkWidget *window = pay_desk_find_window (SZ_TYPE_SHEETS_WINDOW);
  GtkWidget *cell = window != NULL ? desk_find (window, GTK_TYPE_LABEL, "label", text) : NULL;

  return cell != NULL && gtk_widget_has_css_class (cell, "sz-faulty-cell");
}

static gboolean
counts_seen_cb (gpointer text)
{
  GtkWidget *window = pay_desk_find_window (SZ_TYPE_SHEETS_WINDOW);

  return window != NULL && pay_desk_find_text (window, text) != NULL;
}

/* A finding without a row is shown by its staff number. */
static void
assert_found (const char *path, const SzSplitPeople *people)
{
  const SzSplitPerson *second = &g_array_index (people->people, SzSplitPerson, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPaySheetRow) row = sz_pay_sheet_row_read (path, 0, second->staff_no, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (row->number, ==, 4);
  g_assert_cmpstr (row->headings[0], ==, "工号");
  g_assert_cmpstr (row->cells[0], ==, second->staff_no);
}

/* RULE pay-8: a sheet that is not good is a list of what is wrong, each with its row as it stands;
 * what is dropped is read as what is chosen. */
static void
test_sheets (void)
{
  g_autoptr (PayDesk) desk = pay_desk_begin ();
  const gint64 run = compute_two_levels (desk);
  g_autoptr (SzSplitPeople) people = read_department (desk, run);
  const char *component = g_ptr_array_index (people->components, find_component (people, 1));
  g_autofree char *faulty = write_sheet (desk, people, "faulty.csv", "about-ten");
  g_autofree char *good = write_sheet (desk, people, "good.csv", NULL);
  g_autofree char *line = g_strdup_printf ("\nfaulty.csv\t3\t%s\t", component);
  g_autofree char *text = NULL;
  GtkWidget *pane;
  GtkWidget *table;

  pane = show_splits (desk, run);
  pay_desk_wait (desk, "answered 0 · ");
  drop_sheets (pane, (const char *const[]){ faulty, NULL });
  desk_wait (row_seen_cb, (gpointer) "about-ten");
  table
      = desk_find (pay_desk_find_window (SZ_TYPE_SHEETS_WINDOW), SZ_TYPE_FIGURE_TABLE, NULL, NULL);
  text = sz_figure_table_dup_text (SZ_FIGURE_TABLE (table));
  g_assert_nonnull (strstr (text, line));
  g_assert_nonnull (pay_desk_find_text (pay_desk_find_window (SZ_TYPE_SHEETS_WINDOW),
                                        "sheets read 0 · not read 1"));
  gtk_window_destroy (GTK_WINDOW (pay_desk_find_window (SZ_TYPE_SHEETS_WINDOW)));
  assert_answers (desk, run, 0);
  drop_sheets (pane, (const char *const[]){ good, NULL });
  pay_desk_wait (desk, "answered 1 · ");
  assert_answers (desk, run, 1);
  desk_wait (counts_seen_cb, (gpointer) "sheets read 1 · not read 0"); /* it has no check number */
  gtk_window_destroy (GTK_WINDOW (pay_desk_find_window (SZ_TYPE_SHEETS_WINDOW)));
  assert_found (good, people);
  g_remove (faulty);
  g_remove (good);
}

/* RULE pay-10: so is a sheet of adjustments, all of whose lines are read or none. */
static void
test_adjustments (void)
{
  g_autoptr (PayDesk) desk = pay_desk_begin ();
  const gint64 run = compute_two_levels (desk);
  g_autofree char *folder = g_path_get_dirname (desk->db);
  g_autofree char *path = g_build_filename (folder, "adjust.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (desk->db, "甲", &error);
  g_autofree char *text = NULL;
  SzSheetsRead *read;
  GtkWidget *window;

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (
      path, "工号,金额,原因\n9998,50.00,prize\n1002,about-ten,prize\n9999,5.00,prize\n", -1,
      &error));
  read = sz_sheets_read_adjustments (office, run, path);
  g_assert_cmpuint (read->n_faulty, ==, 1);
  sz_sheets_window_open (SZ_PAGE (desk->page), "Sheet of Adjustments", read);
  desk_wait (row_seen_cb, (gpointer) "9998");
  window = pay_desk_find_window (SZ_TYPE_SHEETS_WINDOW);
  text = sz_figure_table_dup_text (
      SZ_FIGURE_TABLE (desk_find (window, SZ_TYPE_FIGURE_TABLE, NULL, NULL)));
  g_assert_nonnull (strstr (text, "\nadjust.csv\t3\t金额\t"));
  g_assert_nonnull (strstr (text, "\nadjust.csv\t4\t"));
  gtk_window_destroy (GTK_WINDOW (window));
  g_remove (path);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/pay-levels/pay-8/own-amounts", test_own);
  g_test_add_func ("/desk/pay-levels/pay-8/own-against-central", test_bars);
  g_test_add_func ("/desk/pay-levels/pay-8/sheets-dropped", test_sheets);
  g_test_add_func ("/desk/pay-levels/pay-10/sheet-of-adjustments", test_adjustments);
  return g_test_run ();
}
