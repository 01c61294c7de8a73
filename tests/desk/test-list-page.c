/* test-list-page.c — a list from its description: found, filtered, sorted, chosen, acted upon
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sz-decimal.h"
#include "sz-details-pane.h"
#include "sz-list-page.h"
#include "sz-list-paper.h"

/* ---- what a duty writes for a list of its own ---- */

#define SZ_TYPE_LOAN_PAGE (sz_loan_page_get_type ())
G_DECLARE_FINAL_TYPE (SzLoanPage, sz_loan_page, SZ, LOAN_PAGE, SzListPage)

struct _SzLoanPage
{
  SzListPage parent_instance;
  guint n_returned;
};

G_DEFINE_FINAL_TYPE (SzLoanPage, sz_loan_page, SZ_TYPE_LIST_PAGE)

static guint n_loans;

static const struct
{
  const char *name;
  const char *thing;
  const char *card;
  gint64 worth_x100;
} loans[] = {
  { "曾国强", "投影仪", "110101199001011234", 350000 },
  { "王小明", "钥匙", "", 1200 },
  { "李华", "投影仪", "110101198502023456", 420050 },
  { "张伟", "车床 3 号", "", 9900000 },
};

static GPtrArray *
read_loans_cb (SzOffice *office,
               const SzListView *view,
               const SzListAsk *ask,
               GCancellable *cancellable,
               GError **error)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < n_loans; i++)
    {
      SzListRow *row = sz_list_row_new (i + 1, 4);

      row->cells[0] = g_strdup (loans[i].name);
      row->cells[1] = g_strdup (loans[i].thing);
      row->cells[2] = g_strdup (loans[i].card);
      row->cells[3] = sz_decimal_format_grouped (loans[i].worth_x100, 2);
      row->numbers = g_new0 (gint64, 4);
      row->numbers[3] = loans[i].worth_x100;
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static const SzListColumn columns[] = {
  { "name", "Name", 90, .name = TRUE },
  { "thing", "Thing", 90 },
  { "card", "Card", 150, .code = TRUE },
  { "worth", "Worth", 90, .numeric = TRUE, .sum = TRUE },
  { NULL },
};
static const SzListFilter filters[] = { { "thing", "Thing", "thing", "All things" }, { NULL } };
static const SzListAction actions[] = {
  { "_Lend…", "win.import" },
  { "_Returned", "loan.return", SZ_NEEDS_ONE, .main = TRUE },
  { "_Begin", "loan.begin" },
  { NULL },
};
static const SzListView views[] = {
  { .name = "loans",
    .title = "Loans",
    .unit = "loans",
    .columns = columns,
    .filters = filters,
    .actions = actions,
    .empty = { "emblem-documents-symbolic", "Nothing Lent", "Lend something.", "loan.begin" },
    .read = read_loans_cb },
  { NULL },
};

static void
return_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SZ_LOAN_PAGE (widget)->n_returned++;
}

static void
sz_loan_page_class_init (SzLoanPageClass *klass)
{
  SZ_LIST_PAGE_CLASS (klass)->views = views;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "loan.return", NULL, return_action_cb);
}

static void
sz_loan_page_init (SzLoanPage *self)
{
}

/* ---- what a user does with it ---- */

typedef struct
{
  char *db;
  SzTasks *tasks;
  GtkWidget *window;
  SzListPage *page;
  SzListTable *table;
} Desk;

static gboolean
is_settled (gpointer data)
{
  return sz_list_page_is_settled (((Desk *)data)->page);
}

static void
desk_open (Desk *desk, guint n)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.shizi.Shizi");

  n_loans = n;
  desk->db = desk_demo (10);
  desk->tasks = sz_tasks_new (desk->db, "test");
  desk->window = gtk_window_new ();
  desk->page = g_object_new (SZ_TYPE_LOAN_PAGE, "settings", settings, "as-of", 20260108, "tasks",
                             desk->tasks, NULL);
  gtk_window_set_default_size (GTK_WINDOW (desk->window), 1000, 600);
  gtk_window_set_child (GTK_WINDOW (desk->window), GTK_WIDGET (desk->page));
  gtk_window_present (GTK_WINDOW (desk->window));
  desk_wait (is_settled, desk);
  desk->table = sz_list_page_get_table (desk->page);
}

static void
desk_close (Desk *desk)
{
  desk_take_down (GTK_WINDOW (desk->window), desk->tasks, desk->db);
}

static guint
count_found (Desk *desk, const char *text)
{
  g_object_set (desk->page, "search", text, NULL);
  desk_wait (is_settled, desk);
  return sz_list_table_get_size (desk->table);
}

static void
test_find (void)
{
  Desk desk;

  desk_open (&desk, G_N_ELEMENTS (loans));
  g_assert_cmpuint (sz_list_table_get_size (desk.table), ==, G_N_ELEMENTS (loans));
  g_assert_cmpuint (count_found (&desk, "投影"), ==, 2);
  /* A name by its characters, its pinyin and its initials; 曾 is a surname here. */
  g_assert_cmpuint (count_found (&desk, "国强"), ==, 1);
  g_assert_cmpuint (count_found (&desk, "zengguo"), ==, 1);
  g_assert_cmpuint (count_found (&desk, "zgq"), ==, 1);
  g_assert_cmpuint (count_found (&desk, "绝无此人"), ==, 0);
  g_assert_nonnull (
      desk_find (GTK_WIDGET (desk.page), ADW_TYPE_STATUS_PAGE, "title", "Nothing Found"));
  g_assert_cmpuint (count_found (&desk, ""), ==, G_N_ELEMENTS (loans));
  desk_close (&desk);
}

static void
test_filter_and_sum (void)
{
  Desk desk;
  GtkWidget *button, *clear;
  g_autofree char *foot = NULL;

  desk_open (&desk, G_N_ELEMENTS (loans));
  button = desk_find (GTK_WIDGET (desk.page), SZ_TYPE_CHOICE_BUTTON, "title", "Thing");
  clear = desk_find (GTK_WIDGET (desk.page), GTK_TYPE_BUTTON, "label", "C_lear");
  g_assert_false (gtk_widget_is_sensitive (clear));
  sz_choice_button_choose (SZ_CHOICE_BUTTON (button), "投影仪");
  desk_wait (is_settled, &desk);
  g_assert_cmpuint (sz_list_table_get_size (desk.table), ==, 2);
  g_assert_true (gtk_widget_is_sensitive (clear));
  g_signal_emit_by_name (clear, "clicked");
  desk_wait (is_settled, &desk);
  g_assert_cmpuint (sz_list_table_get_size (desk.table), ==, G_N_ELEMENTS (loans));
  g_object_get (desk.page, "foot", &foot, NULL);
  g_assert_nonnull (strstr (foot, "4 loans"));
  desk_close (&desk);
}

static gint64
find_first (Desk *desk)
{
  GtkWidget *view = desk_find (GTK_WIDGET (desk->table), GTK_TYPE_COLUMN_VIEW, NULL, NULL);
  GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));

  gtk_selection_model_select_item (model, 0, TRUE);
  desk_wait (is_settled, desk);
  return sz_list_table_get_current (desk->table);
}

static void
test_sort (void)
{
  Desk desk;

  desk_open (&desk, G_N_ELEMENTS (loans));
  sz_list_table_sort_by (desk.table, "worth", TRUE);
  desk_wait (is_settled, &desk);
  g_assert_cmpint (find_first (&desk), ==, 4);
  sz_list_table_sort_by (desk.table, "worth", FALSE);
  desk_wait (is_settled, &desk);
  g_assert_cmpint (find_first (&desk), ==, 2);
  /* By strokes 王 stands before 李, 张 and 曾. */
  sz_list_table_sort_by (desk.table, "name", FALSE);
  desk_wait (is_settled, &desk);
  g_assert_cmpint (find_first (&desk), ==, 2);
  /* What has no card comes last. */
  sz_list_table_sort_by (desk.table, "card", FALSE);
  desk_wait (is_settled, &desk);
  g_assert_cmpint (find_first (&desk), ==, 3);
  desk_close (&desk);
}

static void
test_choose (void)
{
  Desk desk;
  GtkWidget *returned, *pane, *code, *view;

  desk_open (&desk, G_N_ELEMENTS (loans));
  returned = desk_find (GTK_WIDGET (desk.page), GTK_TYPE_BUTTON, "label", "_Returned");
  g_assert_false (gtk_widget_is_sensitive (returned));
  sz_list_table_select (desk.table, 3);
  desk_wait (is_settled, &desk);
  g_assert_true (gtk_widget_is_sensitive (returned));
  /* All columns stand beside the list, the card with its middle blotted out. */
  pane = desk_find (GTK_WIDGET (desk.page), SZ_TYPE_DETAILS_PANE, NULL, NULL);
  g_assert_nonnull (desk_find (pane, GTK_TYPE_LABEL, "label", "李华"));
  g_assert_nonnull (desk_find (pane, GTK_TYPE_LABEL, "label", "4,200.50"));
  code = desk_find (pane, GTK_TYPE_BUTTON, "label", "110***********3456");
  g_assert_nonnull (code);
  /* Enter and a double click do the main thing. */
  view = desk_find (GTK_WIDGET (desk.table), GTK_TYPE_COLUMN_VIEW, NULL, NULL);
  g_signal_emit_by_name (view, "activate", 2);
  g_signal_emit_by_name (returned, "clicked");
  g_assert_cmpuint (SZ_LOAN_PAGE (desk.page)->n_returned, ==, 2);
  desk_close (&desk);
}

/* A list without any row says what belongs there and offers it; nothing is beside it. */
static void
test_empty (void)
{
  Desk desk;
  GtkWidget *status, *offer;

  desk_open (&desk, 0);
  status = desk_find (GTK_WIDGET (desk.page), ADW_TYPE_STATUS_PAGE, "title", "Nothing Lent");
  g_assert_true (gtk_widget_get_mapped (status));
  offer = desk_find (status, GTK_TYPE_BUTTON, "label", "Lend…");
  g_assert_nonnull (offer);
  /* What is to be done first stands first. */
  g_assert_true (gtk_widget_get_prev_sibling (offer)
                 == desk_find (status, GTK_TYPE_BUTTON, "label", "Begin"));
  g_assert_null (desk_find (status, GTK_TYPE_BUTTON, "label", "Returned"));
  g_assert_false (
      gtk_widget_get_mapped (desk_find (GTK_WIDGET (desk.page), SZ_TYPE_DETAILS_PANE, NULL, NULL)));
  desk_close (&desk);
}

static GtkGesture *
find_click (Desk *desk)
{
  GtkWidget *scrolled = desk_find (GTK_WIDGET (desk->table), GTK_TYPE_SCROLLED_WINDOW, NULL, NULL);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scrolled);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller)
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller))
                 == GDK_BUTTON_SECONDARY)
        return GTK_GESTURE (controller);
    }
  return NULL;
}

static GtkWidget *
find_menu (Desk *desk)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (desk->table));

  while (child != NULL && !GTK_IS_POPOVER_MENU (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* A right click is about the row under the pointer; the heading keeps its own menu. */
static void
test_row_menu (void)
{
  Desk desk;
  GtkWidget *cell;
  double x = 2, y = 2;

  desk_open (&desk, G_N_ELEMENTS (loans));
  sz_list_table_select (desk.table, 1);
  cell = desk_find (GTK_WIDGET (desk.table), GTK_TYPE_INSCRIPTION, "text", "李华");
  g_assert_nonnull (cell);
  gtk_widget_translate_coordinates (cell,
                                    desk_find (GTK_WIDGET (desk.table), GTK_TYPE_SCROLLED_WINDOW,
                                               NULL, NULL),
                                    x, y, &x, &y);
  g_signal_emit_by_name (find_click (&desk), "pressed", 1, x, y);
  desk_wait (is_settled, &desk);
  g_assert_cmpint (sz_list_table_get_current (desk.table), ==, 3);
  g_assert_nonnull (find_menu (&desk));
  desk_close (&desk);

  desk_open (&desk, G_N_ELEMENTS (loans));
  g_signal_emit_by_name (find_click (&desk), "pressed", 1, 20.0, 8.0);
  g_assert_cmpint (sz_list_table_get_current (desk.table), ==, 0);
  g_assert_null (find_menu (&desk));
  desk_close (&desk);
}

/* From the search field one goes down to what was found, and Enter opens the first of it. */
static void
test_enter (void)
{
  Desk desk;

  desk_open (&desk, G_N_ELEMENTS (loans));
  g_assert_cmpuint (count_found (&desk, "投影"), ==, 2);
  SZ_PAGE_GET_CLASS (desk.page)->enter (SZ_PAGE (desk.page), FALSE);
  g_assert_cmpint (sz_list_table_get_current (desk.table), ==, 3);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (desk.window)),
                                         GTK_WIDGET (desk.table)));
  SZ_PAGE_GET_CLASS (desk.page)->enter (SZ_PAGE (desk.page), TRUE);
  g_assert_cmpuint (SZ_LOAN_PAGE (desk.page)->n_returned, ==, 1);
  desk_close (&desk);
}

/* Printed and exported is what is seen: filter, order, columns; card numbers only when asked for.
 */
static void
test_paper (void)
{
  Desk desk;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("shizi-desk-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "list.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (SzPaper) paper = NULL;
  SzListSeen *seen;
  GPtrArray *rows;

  desk_open (&desk, G_N_ELEMENTS (loans));
  sz_choice_button_choose (sz_list_page_get_filter (desk.page, "thing"), "投影仪");
  sz_list_table_sort_by (desk.table, "worth", TRUE);
  desk_wait (is_settled, &desk);
  seen = sz_list_table_dup_seen (desk.table, FALSE, FALSE);
  rows = sz_list_seen_fetch (seen, NULL, &error);
  g_assert_no_error (error);
  paper = sz_list_paper_new ("Loans", "2026-01-08", seen, rows);
  g_assert_true (sz_paper_write_csv (paper, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_nonnull (strstr (text, "李华"));
  g_assert_null (strstr (text, "张伟"));
  g_assert_null (strstr (text, "Card"));
  g_assert_null (strstr (text, "3456"));
  g_assert_true (strstr (text, "李华") < strstr (text, "曾国强"));
  g_assert_nonnull (strstr (text, "7700.50"));
  sz_list_seen_free (seen);
  g_unlink (path);
  g_rmdir (folder);
  desk_close (&desk);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/list-page/find", test_find);
  g_test_add_func ("/desk/list-page/filter-and-sum", test_filter_and_sum);
  g_test_add_func ("/desk/list-page/sort", test_sort);
  g_test_add_func ("/desk/list-page/choose", test_choose);
  g_test_add_func ("/desk/list-page/empty", test_empty);
  g_test_add_func ("/desk/list-page/row-menu", test_row_menu);
  g_test_add_func ("/desk/list-page/enter", test_enter);
  g_test_add_func ("/desk/list-page/paper", test_paper);
  return g_test_run ();
}
