/* test-watch-pages.c — overview and supervision in the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "watch-desk.h"

#include "sz-ask-pane.h"
#include "sz-case-bar.h"
#include "sz-finding-act.h"
#include "sz-list-page.h"
#include "sz-overview-page.h"
#include "sz-rectify-board.h"
#include "sz-view-findings.h"

static void
test_overview (void)
{
  WatchDesk desk;
  GtkWidget *card;

  watch_desk_open (&desk, "overview");
  g_assert_nonnull (desk_find (GTK_WIDGET (desk.page), GTK_TYPE_LABEL, "label", "Targets"));
  g_assert_nonnull (desk_find (GTK_WIDGET (desk.page), GTK_TYPE_LABEL, "label", "职业培训人次"));
  card = desk_find (GTK_WIDGET (desk.page), GTK_TYPE_LABEL, "label", "Findings");
  while (card != NULL && !GTK_IS_BUTTON (card))
    card = gtk_widget_get_parent (card);
  g_signal_emit_by_name (card, "clicked");
  desk.page = sz_window_get_page (desk.window, "supervision");
  desk_wait (watch_desk_is_settled, &desk);
  g_assert_cmpstr (sz_list_page_get_view (SZ_LIST_PAGE (desk.page))->name, ==, "findings");
  g_assert_cmpuint (watch_desk_count_rows (&desk), >, 0);
  watch_desk_close (&desk);
}

/* An error of the demo college: its number. */
static gint64
find_error (WatchDesk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (desk->path, "扫描员", &error);
  g_autoptr (SzFindingsView) view = sz_view_findings (office, &SZ_FINDINGS_STANDING, &error);

  g_assert_no_error (error);
  return g_array_index (view->items, SzFindingItem, 0).finding.no;
}

static GtkWidget *
find_button_of (WatchDesk *desk, const char *label)
{
  GtkWidget *widget = desk_find (GTK_WIDGET (desk->page), GTK_TYPE_LABEL, "label", label);

  while (widget != NULL && !GTK_IS_BUTTON (widget))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

/* A line opens what it is about: the target, selected on its page. */
static void
test_overview_line (void)
{
  WatchDesk desk;
  GtkWidget *line;

  watch_desk_open (&desk, "overview");
  line = find_button_of (&desk, "职业培训人次");
  g_assert_nonnull (line);
  g_signal_emit_by_name (line, "clicked");
  desk.page = sz_window_get_page (desk.window, "targets");
  desk_wait (watch_desk_is_settled, &desk);
  watch_desk_assert_chosen (&desk, "职业培训人次");
  g_assert_cmpstr (sz_list_page_get_view (SZ_LIST_PAGE (desk.page))->name, ==, "target-entries");
  watch_desk_close (&desk);
}

/* What comes due opens where it stands: at once, while the row is only being looked up. */
static void
test_due_opens (void)
{
  WatchDesk desk;
  SzPage *supervision;

  watch_desk_open (&desk, "supervision");
  supervision = desk.page;
  sz_list_page_show_view (SZ_LIST_PAGE (desk.page), "due");
  desk_wait (watch_desk_is_settled, &desk);
  g_assert_cmpuint (watch_desk_count_rows (&desk), >, 0);
  sz_list_table_select (sz_list_page_get_table (SZ_LIST_PAGE (desk.page)), 1);
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "supervision.go", NULL);
  desk_wait (watch_desk_is_settled, &desk);
  g_assert_true (!gtk_widget_get_mapped (GTK_WIDGET (supervision))
                 || g_strcmp0 (sz_list_page_get_view (SZ_LIST_PAGE (supervision))->name, "due")
                        != 0);
  watch_desk_close (&desk);
}

/* The names of the lists say what waits there; the facts of a finding lead to what they name. */
static void
test_counts_and_links (void)
{
  WatchDesk desk;
  GtkWidget *name;
  GtkWidget *link;

  watch_desk_open (&desk, "supervision");
  name = desk_find (desk_find (GTK_WIDGET (desk.page), GTK_TYPE_STACK_SWITCHER, NULL, NULL),
                    GTK_TYPE_LABEL, NULL, NULL);
  g_assert_true (g_str_has_prefix (gtk_label_get_label (GTK_LABEL (name)), "Findings "));
  sz_list_table_select (sz_list_page_get_table (SZ_LIST_PAGE (desk.page)), find_error (&desk));
  desk_wait (watch_desk_is_settled, &desk);
  link = desk_find (GTK_WIDGET (desk.page), GTK_TYPE_BUTTON, "tooltip-text", "Show it");
  g_assert_nonnull (link);
  g_signal_emit_by_name (link, "clicked");
  desk_turn ();
  g_assert_true (!gtk_widget_get_mapped (GTK_WIDGET (desk.page))
                 || g_strcmp0 (sz_list_page_get_view (SZ_LIST_PAGE (desk.page))->name, "findings")
                        != 0);
  watch_desk_close (&desk);
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (SZ_IS_ASK_DIALOG (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_open (gpointer data)
{
  ((WatchDesk *)data)->dialog = find_dialog ();
  return ((WatchDesk *)data)->dialog != NULL;
}

static gboolean
is_closed (gpointer data)
{
  return find_dialog () == NULL && watch_desk_is_settled (data);
}

static int
get_state (WatchDesk *desk, gint64 no)
{
  const SzFindingFilter all = { -1, -1, NULL, TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (desk->path, "扫描员", &error);
  g_autoptr (SzFindingsView) view = sz_view_findings (office, &all, &error);

  g_assert_no_error (error);
  return sz_findings_view_find (view, no)->finding.state;
}

/* A label in the colour of faults, below what is asked. */
static gboolean
has_fault (gpointer data)
{
  GtkWidget *box = gtk_widget_get_first_child (((WatchDesk *)data)->dialog);

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child) && gtk_widget_get_visible (child))
      return gtk_widget_is_sensitive (box);
  return FALSE;
}

static gboolean
is_answered (gpointer data)
{
  WatchDesk *desk = data;

  return watch_desk_is_settled (desk)
         && gtk_widget_is_sensitive (gtk_widget_get_first_child (watch_desk_find_pane (desk)))
         && get_state (desk, find_error (desk)) == SZ_FINDING_ANSWERED;
}

/* Answered beside the list; who answered is not offered to accept. */
static void
test_answer (void)
{
  WatchDesk desk;
  gint64 no;
  GtkWidget *accept;
  GtkWidget *focus;

  watch_desk_open (&desk, "supervision");
  no = find_error (&desk);
  sz_list_table_select (sz_list_page_get_table (SZ_LIST_PAGE (desk.page)), no);
  desk_wait (watch_desk_is_settled, &desk);
  accept = desk_find (GTK_WIDGET (desk.page), GTK_TYPE_BUTTON, "label", "Acc_ept…");
  g_assert_nonnull (accept);
  g_assert_false (gtk_widget_is_sensitive (accept));
  desk.dialog = watch_desk_find_pane (&desk);
  g_assert_true (gtk_widget_get_visible (desk.dialog));
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "supervision.answer", NULL);
  g_assert_null (find_dialog ());
  focus = gtk_root_get_focus (gtk_widget_get_root (desk.dialog));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, desk.dialog));
  g_assert_false (
      gtk_widget_is_sensitive (desk_find (desk.dialog, GTK_TYPE_BUTTON, "label", "_Answer")));
  /* Refused, it is said there and what was typed stays. */
  watch_desk_fill (&desk, "Answer", "好");
  watch_desk_fill (&desk, "Evidence: file or number", "整改报告");
  g_signal_emit_by_name (desk_find (desk.dialog, GTK_TYPE_BUTTON, "label", "_Answer"), "clicked");
  desk_wait (has_fault, &desk);
  g_assert_cmpint (get_state (&desk, no), ==, SZ_FINDING_OPEN);
  watch_desk_fill (&desk, "Answer", "已按要求整改到位");
  g_signal_emit_by_name (desk_find (desk.dialog, GTK_TYPE_BUTTON, "label", "_Answer"), "clicked");
  desk_wait (is_answered, &desk);
  g_assert_false (gtk_widget_is_sensitive (accept));
  watch_desk_close (&desk);
}

/* ---- the board of rectification ---- */

static gboolean
has_board (gpointer data)
{
  return watch_desk_is_settled (data)
         && gtk_widget_get_visible (
             desk_find (GTK_WIDGET (((WatchDesk *)data)->page), SZ_TYPE_CARD_BOARD, NULL, NULL));
}

/* The first item in a state: its row. */
static gint64
find_item (WatchDesk *desk, SzRectifyState state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (desk->path, "扫描员", &error);
  g_autoptr (SzRectifyView) view = sz_view_rectify (office, WATCH_DESK_DAY, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < sz_rectify_view_get_size (view); i++)
    if (sz_rectify_state (sz_rectify_view_get (view, i)) == state)
      return sz_rectify_view_get_id (view, i);
  return 0;
}

/* A card moved on is asked for what the rule asks for; moved too far, the rule says why not, and
 * the item stays. */
static void
test_board (void)
{
  WatchDesk desk;
  GtkWidget *board;
  gint64 id;

  g_assert_cmpstr (sz_rectify_step_between (SZ_RECTIFY_OPEN, SZ_RECTIFY_IN_PROGRESS), ==,
                   "progress");
  g_assert_cmpstr (sz_rectify_step_between (SZ_RECTIFY_SUBMITTED, SZ_RECTIFY_OPEN), ==, "return");
  g_assert_null (sz_rectify_step_between (SZ_RECTIFY_CLOSED, SZ_RECTIFY_CLOSED));
  watch_desk_open (&desk, "supervision");
  sz_list_page_show_view (SZ_LIST_PAGE (desk.page), "rectify");
  desk_wait (has_board, &desk);
  board = desk_find (GTK_WIDGET (desk.page), SZ_TYPE_CARD_BOARD, NULL, NULL);
  id = find_item (&desk, SZ_RECTIFY_IN_PROGRESS);
  g_assert_cmpint (id, !=, 0);
  g_signal_emit_by_name (board, "moved", id, (guint)SZ_RECTIFY_SUBMITTED);
  desk_wait (is_open, &desk);
  g_assert_cmpint (sz_list_page_get_current (SZ_LIST_PAGE (desk.page)), ==, id);
  watch_desk_fill (&desk, "Evidence: file or number", "整改报告");
  g_signal_emit_by_name (desk_find (desk.dialog, GTK_TYPE_BUTTON, "label", "_Submit"), "clicked");
  desk_wait (is_closed, &desk);
  g_assert_cmpint (find_item (&desk, SZ_RECTIFY_SUBMITTED), ==, id);
  watch_desk_close (&desk);
}

/* ---- scans that run by themselves ---- */

static gboolean
has_badge (gpointer data)
{
  GtkWidget *badge = data;

  return gtk_widget_get_visible (badge);
}

static guint
count_scans (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (path, "扫描员", &error);
  const SzFindingFilter all = { -1, -1, NULL, TRUE };
  g_autoptr (SzFindingsView) view = sz_view_findings (office, &all, &error);

  g_assert_no_error (error);
  return view->items->len;
}

/* A college that nobody scanned: a second after it was opened the sidebar says what is open,
 * without the page having been made; another scan finds nothing new. */
static void
test_by_itself (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.shizi.Shizi");
  WatchDesk desk = { .path = desk_demo (30) };
  GtkWidget *badge = NULL;
  GtkWidget *row;

  g_settings_set_uint (settings, "scan-after", 1);
  g_settings_set_string (settings, "page", "");
  desk.window = desk_window (desk.path, &desk.tasks);
  row = desk_find (GTK_WIDGET (desk.window), GTK_TYPE_LABEL, "label", "Supervision");
  g_assert_nonnull (row);
  badge = gtk_widget_get_next_sibling (row);
  desk_wait (has_badge, badge);
  g_assert_cmpuint (count_scans (desk.path), >, 0);
  /* Once it has people, a college opens with the overview. */
  g_assert_nonnull (desk_find (GTK_WIDGET (desk.window), SZ_TYPE_OVERVIEW_PAGE, NULL, NULL));
  watch_desk_close (&desk);
  desk_keep_still ();
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/watch/overview", test_overview);
  g_test_add_func ("/desk/watch/overview-line", test_overview_line);
  g_test_add_func ("/desk/watch/counts-and-links", test_counts_and_links);
  g_test_add_func ("/desk/watch/due-opens", test_due_opens);
  g_test_add_func ("/desk/watch/answer", test_answer);
  g_test_add_func ("/desk/watch/board", test_board);
  g_test_add_func ("/desk/watch/by-itself", test_by_itself);
  return g_test_run ();
}
