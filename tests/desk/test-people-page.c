/* test-people-page.c — the list of people: found, filtered, sorted, chosen, copied, remembered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-fixture.h"

#include <adwaita.h>
#include <string.h>

#include "sz-application.h"
#include "sz-choice-button.h"
#include "sz-field-list.h"
#include "sz-list-table.h"
#include "sz-pay-act.h"
#include "sz-people-page.h"
#include "sz-person-pane.h"
#include "sz-scheme-default.h"
#include "sz-why-pane.h"
#include "sz-window.h"

#define PEOPLE 120

typedef struct
{
  char *path;
  SzTasks *tasks;
  SzWindow *window;
  SzPeoplePage *page;
  SzListTable *table;
  SzPersonPane *pane;
  gint64 frames;
} Desk;

static gboolean
is_settled (gpointer data)
{
  return sz_people_page_is_settled (((Desk *)data)->page);
}

static gboolean
is_answered (gpointer data)
{
  return sz_people_page_is_answered (((Desk *)data)->page) && is_settled (data);
}

static void
desk_open (Desk *desk)
{
  desk->path = desk_demo (PEOPLE);
  desk->window = desk_window (desk->path, &desk->tasks);
  desk->page = SZ_PEOPLE_PAGE (sz_window_get_page (desk->window, "people"));
  g_object_set (desk->page, "as-of", 20251231, NULL);
  desk->table = SZ_LIST_TABLE (desk_find (GTK_WIDGET (desk->page), SZ_TYPE_LIST_TABLE, NULL, NULL));
  desk->pane
      = SZ_PERSON_PANE (desk_find (GTK_WIDGET (desk->page), SZ_TYPE_PERSON_PANE, NULL, NULL));
  desk_wait (is_settled, desk);
}

static void
desk_close (Desk *desk)
{
  desk_take_down (GTK_WINDOW (desk->window), desk->tasks, desk->path);
}

static char *
dup_foot (Desk *desk)
{
  char *foot = NULL;

  g_object_get (desk->page, "foot", &foot, NULL);
  return foot;
}

static void
ask (Desk *desk, const char *text)
{
  g_object_set (desk->page, "search", text, NULL);
  desk_wait (is_answered, desk);
}

static void
test_search (void)
{
  Desk desk;
  guint everybody;

  desk_open (&desk);
  everybody = sz_list_table_get_size (desk.table);
  g_assert_cmpuint (everybody, >, PEOPLE / 2);
  g_assert_cmpuint (everybody, <=, PEOPLE);

  ask (&desk, "1001");
  g_assert_cmpuint (sz_list_table_get_size (desk.table), ==, 1);
  ask (&desk, "绝无此人");
  g_assert_cmpuint (sz_list_table_get_size (desk.table), ==, 0);
  ask (&desk, "");
  g_assert_cmpuint (sz_list_table_get_size (desk.table), ==, everybody);
  desk_close (&desk);
}

static void
test_filter (void)
{
  Desk desk;
  GtkWidget *service;
  guint serving, gone;

  desk_open (&desk);
  serving = sz_list_table_get_size (desk.table);
  service = desk_find (GTK_WIDGET (desk.page), SZ_TYPE_CHOICE_BUTTON, "title", "In service");
  g_assert_nonnull (service);
  sz_choice_button_choose (SZ_CHOICE_BUTTON (service), "gone");
  desk_wait (is_answered, &desk);
  gone = sz_list_table_get_size (desk.table);
  sz_choice_button_choose (SZ_CHOICE_BUTTON (service), "all");
  desk_wait (is_answered, &desk);
  g_assert_cmpuint (sz_list_table_get_size (desk.table), ==, PEOPLE);
  g_assert_cmpuint (serving + gone, ==, PEOPLE);
  desk_close (&desk);
}

static void
test_select (void)
{
  Desk desk;
  g_autoptr (GArray) selected = NULL;
  g_autofree char *foot = NULL;
  GtkWidget *code;

  desk_open (&desk);
  sz_list_table_select (desk.table, 5);
  desk_wait (is_settled, &desk);
  g_assert_cmpint (sz_list_table_get_current (desk.table), ==, 5);
  g_assert_cmpint (sz_person_pane_get_person (desk.pane), ==, 5);

  /* The row goes on being the chosen one wherever sorting puts it. */
  sz_list_table_sort_by (desk.table, "birth", TRUE);
  desk_wait (is_answered, &desk);
  g_assert_cmpint (sz_list_table_get_current (desk.table), ==, 5);
  selected = sz_list_table_get_selected (desk.table);
  g_assert_cmpuint (selected->len, ==, 1);
  foot = dup_foot (&desk);
  g_assert_nonnull (strstr (foot, "people"));

  /* The ID number is masked until it is clicked. */
  code = desk_find (GTK_WIDGET (desk.pane), GTK_TYPE_BUTTON, "name", "id_number");
  g_assert_nonnull (code);
  g_assert_nonnull (strstr (gtk_button_get_label (GTK_BUTTON (code)), "****"));
  g_signal_emit_by_name (code, "clicked");
  desk_close (&desk);
}

static void
show_all_tabs (Desk *desk)
{
  static const char *const tabs[] = { "posts", "workload", "pay", "history", "basics" };

  for (gsize i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      GtkWidget *list;

      sz_person_pane_show_tab (desk->pane, tabs[i]);
      desk_wait (is_settled, desk);
      list = desk_find (GTK_WIDGET (desk->pane), SZ_TYPE_FIELD_LIST, NULL, NULL);
      g_assert_nonnull (list);
    }
}

static void
test_details (void)
{
  Desk desk;

  desk_open (&desk);
  sz_list_table_select (desk.table, 1);
  desk_wait (is_settled, &desk);
  show_all_tabs (&desk);
  desk_close (&desk);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **)user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
has_text (gpointer data)
{
  return *(char **)data != NULL;
}

static gboolean
holds_something (gpointer data)
{
  return gdk_clipboard_get_content (data) != NULL;
}

/* Three frames, so that what was asked for is laid out and painted. */
static gboolean
is_painted (gpointer data)
{
  Desk *desk = data;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (desk->window));

  gtk_widget_queue_draw (GTK_WIDGET (desk->window));
  return gdk_frame_clock_get_frame_counter (clock) >= desk->frames + 3;
}

static void
paint (Desk *desk)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (desk->window));

  desk->frames = gdk_frame_clock_get_frame_counter (clock);
  desk_wait (is_painted, desk);
}

static void
assert_places (Desk *desk, int table_width, int pane_width)
{
  paint (desk);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (desk->pane)), ==, pane_width);
  if (sz_list_table_get_size (desk->table) > 0)
    g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (desk->table)), ==, table_width);
}

/* As the program looks, not the bare toolkit. */
static void
add_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/shizi/Shizi/ui/sz-style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static GtkWindow *
find_why (Desk *desk)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) found = g_list_model_get_item (all, i);

      if (gtk_window_get_transient_for (found) == GTK_WINDOW (desk->window)
          && desk_find (GTK_WIDGET (found), SZ_TYPE_WHY_PANE, NULL, NULL) != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_explained (gpointer data)
{
  return find_why (data) != NULL;
}

/* The first person who gets something by it. */
static gint64
add_run (const char *path)
{
  g_autoptr (SzOffice) office = sz_office_open (path, "test", NULL);
  g_autoptr (SzScheme) scheme = sz_scheme_default_new (20260101);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPayView) view = NULL;

  scheme->pool_fen = 100000000;
  view = sz_office_pay_compute_scheme (office, scheme, SZ_PAY_STORE, issues,
                                       (SzProgress){ NULL, NULL }, NULL, &error);
  g_assert_no_error (error);
  return view->input->people[view->result->lines[0].index].person_id;
}

/* Issue 7, 26: from the pay tab of a person to why it is this amount. */
static void
test_why (void)
{
  Desk desk;
  gint64 person;
  GtkWidget *pane;
  GtkWidget *button;

  desk_open (&desk);
  person = add_run (desk.path);
  sz_list_table_select (desk.table, person);
  desk_wait (is_settled, &desk);
  sz_person_pane_show_tab (desk.pane, "pay");
  desk_wait (is_settled, &desk);
  button = desk_find (GTK_WIDGET (desk.pane), GTK_TYPE_BUTTON, "action-name", "people.why");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  desk_wait (is_explained, &desk);
  pane = desk_find (GTK_WIDGET (find_why (&desk)), SZ_TYPE_WHY_PANE, NULL, NULL);
  g_assert_nonnull (desk_find (pane, GTK_TYPE_LABEL, "label", "Points"));
  gtk_window_destroy (find_why (&desk));
  desk_close (&desk);
}

/* Nothing jumps aside when somebody is chosen or nobody is found. */
static void
test_places (void)
{
  Desk desk;
  int table_width, pane_width;

  add_style ();
  desk_open (&desk);
  paint (&desk);
  table_width = gtk_widget_get_width (GTK_WIDGET (desk.table));
  pane_width = gtk_widget_get_width (GTK_WIDGET (desk.pane));
  g_assert_cmpint (table_width, >, pane_width);
  sz_list_table_select (desk.table, 1);
  desk_wait (is_settled, &desk);
  assert_places (&desk, table_width, pane_width);
  ask (&desk, "绝无此人");
  assert_places (&desk, table_width, pane_width);
  ask (&desk, "");
  assert_places (&desk, table_width, pane_width);
  desk_close (&desk);
}

static void
test_copy (void)
{
  Desk desk;
  GdkClipboard *clipboard;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  desk_open (&desk);
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (desk.table));
  gdk_clipboard_set_content (clipboard, NULL);
  sz_list_table_select (desk.table, 1);
  sz_list_table_copy (desk.table, FALSE);
  desk_wait (holds_something, clipboard);
  g_assert_true (
      gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"));
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, &text);
  desk_wait (has_text, &text);
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_true (g_str_has_prefix (lines[0], "Staff no.\tName\t"));
  g_assert_true (g_str_has_prefix (lines[1], "1001\t"));
  g_assert_null (strstr (text, "ID number"));
  desk_close (&desk);
}

static void
test_remember (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.shizi.Shizi");
  const char *column;
  gboolean descending = FALSE;
  Desk desk;

  desk_open (&desk);
  sz_list_table_sort_by (desk.table, "department", TRUE);
  desk_wait (is_answered, &desk);
  desk_close (&desk);
  desk_open (&desk);
  column = sz_list_table_get_sort (desk.table, &descending, NULL);
  g_assert_cmpstr (column, ==, "department");
  g_assert_true (descending);
  desk_close (&desk);
  g_settings_reset (settings, "tables");
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/people/ppl-6/search", test_search);
  g_test_add_func ("/desk/people/ppl-7/filter", test_filter);
  g_test_add_func ("/desk/people/select", test_select);
  g_test_add_func ("/desk/people/details", test_details);
  g_test_add_func ("/desk/people/why", test_why);
  g_test_add_func ("/desk/people/places", test_places);
  g_test_add_func ("/desk/people/copy", test_copy);
  g_test_add_func ("/desk/people/remember", test_remember);
  return g_test_run ();
}
