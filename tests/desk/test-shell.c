/* test-shell.c — the window around the pages, and what all of them share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "desk-fixture.h"
#include "sz-application.h"
#include "sz-error.h"
#include "sz-list-table.h"
#include "sz-people-page.h"
#include "sz-person-pane.h"
#include "sz-recent.h"
#include "sz-window.h"

#define PEOPLE 40

typedef struct
{
  char *path;
  SzTasks *tasks;
  SzWindow *window;
  SzPage *page;
  GtkWidget *dialog;
} Desk;

static gboolean
is_settled (gpointer data)
{
  Desk *desk = data;

  return sz_people_page_is_settled (SZ_PEOPLE_PAGE (desk->page));
}

static void
desk_open_at (Desk *desk, char *path)
{
  *desk = (Desk){ .path = path };
  desk->window = desk_window (path, &desk->tasks);
  gtk_window_set_default_size (GTK_WINDOW (desk->window), 1366, 768);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.page", "s", "people");
  desk->page = sz_window_get_page (desk->window, "people");
  desk_wait (is_settled, desk);
}

static void
desk_close (Desk *desk)
{
  desk_take_down (GTK_WINDOW (desk->window), desk->tasks, desk->path);
}

static GtkWidget *
find_search (Desk *desk)
{
  GtkWidget *search = desk_find (GTK_WIDGET (desk->window), GTK_TYPE_SEARCH_ENTRY, NULL, NULL);

  g_assert_nonnull (search);
  return search;
}

static void
test_search_hint (void)
{
  Desk desk;
  g_autofree char *hint = NULL;

  desk_open_at (&desk, desk_demo (PEOPLE));
  g_object_get (find_search (&desk), "placeholder-text", &hint, NULL);
  g_assert_cmpstr (hint, ==, "Name, pinyin, initials, number …");
  g_clear_pointer (&hint, g_free);
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.page", "s", "params");
  g_object_get (find_search (&desk), "placeholder-text", &hint, NULL);
  g_assert_cmpstr (hint, ==, "Meaning, value, document …");
  desk_close (&desk);
}

/* A refusal of a rule leads to what its document says; a fault of the disk leads nowhere. */
static void
test_refusal_names_rule (void)
{
  Desk desk;
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) failed = NULL;
  GtkWidget *label;

  desk_open_at (&desk, desk_demo (PEOPLE));
  sz_error_set (&refused, SZ_ERROR_REFUSED, "run.same_person", "who", "A", "run", "1", "verb", "B",
                NULL);
  sz_page_show_error (desk.page, refused);
  label = desk_find (desk_find (GTK_WIDGET (desk.page), GTK_TYPE_INFO_BAR, NULL, NULL),
                     GTK_TYPE_LABEL, NULL, NULL);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (label)), "Rule pay-11"));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (label)), "help:shizi/rules#pay-11"));
  sz_error_set (&failed, SZ_ERROR_IO, "db.disk_full", "file", "x", NULL);
  sz_page_show_error (desk.page, failed);
  g_assert_null (strstr (gtk_label_get_label (GTK_LABEL (label)), "href"));
  desk_close (&desk);
}

static gboolean
has_toast (gpointer data)
{
  return desk_find (GTK_WIDGET (((Desk *)data)->window), GTK_TYPE_LABEL, "label", "Nothing to undo")
         != NULL;
}

/* Ctrl+Z while typing takes back the typing, and acts only when there is none. */
static void
test_undo_of_text (void)
{
  Desk desk;
  GtkWidget *search;
  GtkWidget *text;

  desk_open_at (&desk, desk_demo (PEOPLE));
  search = find_search (&desk);
  gtk_widget_grab_focus (search);
  text = gtk_root_get_focus (GTK_ROOT (desk.window));
  g_assert_true (GTK_IS_TEXT (text));
  /* As an input method commits it: an insertion that can be undone. */
  g_signal_emit_by_name (text, "insert-at-cursor", "zzz");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "zzz");
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  desk_turn ();
  g_assert_false (has_toast (&desk));
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.undo", NULL);
  desk_wait (has_toast, &desk);
  desk_close (&desk);
}

/* What was done last is taken back first: an act after the typing, not the typing. */
static void
test_undo_of_act_after_text (void)
{
  Desk desk;
  GtkWidget *search;

  desk_open_at (&desk, desk_demo (PEOPLE));
  search = find_search (&desk);
  gtk_widget_grab_focus (search);
  g_signal_emit_by_name (gtk_root_get_focus (GTK_ROOT (desk.window)), "insert-at-cursor", "zzz");
  sz_window_remember_act (desk.window, "an act");
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "zzz");
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  desk_close (&desk);
}

/* Work that reports its progress, and waits to be cancelled. */
static gpointer
linger_cb (SzOffice *office,
           gpointer input,
           SzProgress progress,
           GCancellable *cancellable,
           GError **error)
{
  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      sz_progress_report (progress, "export", 40, 100);
      g_usleep (2000);
    }
  return NULL;
}

static void
lingered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sz_tasks_finish (result, &error));
  *(gboolean *)user_data = TRUE;
}

static gboolean
is_over (gpointer data)
{
  return *(gboolean *)data;
}

static gboolean
shows_progress (gpointer data)
{
  GtkWidget *bar
      = desk_find (GTK_WIDGET (((Desk *)data)->window), GTK_TYPE_PROGRESS_BAR, NULL, NULL);

  return bar != NULL && gtk_widget_get_mapped (bar);
}

static gboolean
shows_none (gpointer data)
{
  return !shows_progress (data);
}

/* The line of progress comes, is cancelled from the window, and goes; and again after idleness. */
static void
test_progress (void)
{
  Desk desk;

  desk_open_at (&desk, desk_demo (PEOPLE));
  for (int i = 0; i < 2; i++)
    {
      gboolean over = FALSE;

      sz_tasks_write (desk.tasks, desk.window, SZ_WORK (linger_cb), NULL, lingered_cb, &over);
      desk_wait (shows_progress, &desk);
      g_assert_nonnull (desk_find (GTK_WIDGET (desk.window), GTK_TYPE_LABEL, "label", "Exporting"));
      gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.cancel", NULL);
      desk_wait (is_over, &over);
      desk_wait (shows_none, &desk);
    }
  desk_close (&desk);
}

static GtkColumnViewColumn *
get_column (SzListTable *table, guint place)
{
  GtkWidget *view = desk_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW, NULL, NULL);
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));

  return g_list_model_get_item (columns, place);
}

static void
check_headings (SzListTable *table)
{
  GtkWidget *view = desk_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW, NULL, NULL);
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));
  guint growing = 0;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = get_column (table, i);
      const char *title = gtk_column_view_column_get_title (column);
      GtkWidget *label = desk_find (view, GTK_TYPE_LABEL, "label", title);
      int needed;

      if (!gtk_column_view_column_get_visible (column))
        continue;
      growing += gtk_column_view_column_get_expand (column) ? 1 : 0;
      g_assert_nonnull (label);
      gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &needed, NULL, NULL);
      if (gtk_column_view_column_get_fixed_width (column) < needed + 16)
        g_error ("the heading “%s” needs %d pixels and has %d", title, needed + 16,
                 gtk_column_view_column_get_fixed_width (column));
    }
  /* Or GTK 4.8 paints the shade of scrolling too far. */
  g_assert_cmpuint (growing, ==, 1);
}

static void
check_filled (SzListTable *table)
{
  GtkWidget *view = desk_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW, NULL, NULL);
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));

  g_assert_cmpfloat (gtk_adjustment_get_upper (across), >=, gtk_adjustment_get_page_size (across));
}

static gboolean
is_wide (gpointer data)
{
  return gtk_widget_get_width (data) > 1100;
}

static void
rest_until_wide (SzListTable *table)
{
  desk_wait (is_wide, table);
  desk_turn ();
}

/* Nothing truncated at 1366 × 768: headings fit, one column fills, the details leave room. */
static void
test_widths (void)
{
  Desk desk;
  SzListTable *table;
  GtkWidget *pane;
  g_autoptr (GtkColumnViewColumn) last = NULL;
  int width;

  desk_open_at (&desk, desk_demo (PEOPLE));
  table = SZ_LIST_TABLE (desk_find (GTK_WIDGET (desk.page), SZ_TYPE_LIST_TABLE, NULL, NULL));
  sz_list_table_select (table, 1);
  desk_wait (is_settled, &desk);
  check_headings (table);
  pane = desk_find (GTK_WIDGET (desk.page), SZ_TYPE_PERSON_PANE, NULL, NULL);
  g_assert_cmpint (gtk_widget_get_width (pane), <=, 360);
  check_filled (table);
  /* With the details folded there is more room than the columns ask for. */
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.details", NULL);
  g_assert_false (gtk_widget_get_mapped (pane));
  rest_until_wide (table);
  check_filled (table);
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.details", NULL);
  /* The next text column grows when this one is hidden. */
  last = get_column (table, 11);
  g_assert_cmpstr (gtk_column_view_column_get_title (last), ==, "State");
  g_assert_true (gtk_column_view_column_get_expand (last));
  width = gtk_column_view_column_get_fixed_width (last);
  gtk_column_view_column_set_visible (last, FALSE);
  g_assert_false (gtk_column_view_column_get_expand (last));
  check_headings (table);
  /* It comes back as wide as it was. */
  gtk_column_view_column_set_visible (last, TRUE);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (last), ==, width);
  g_assert_true (gtk_column_view_column_get_expand (last));
  desk_close (&desk);
}

#define LONG_NAME "某某省现代装备制造与人工智能技术应用高级技工学校（某某技师学院）东校区"

static gboolean
is_named (gpointer data)
{
  return g_strcmp0 (gtk_window_get_title (GTK_WINDOW (((Desk *)data)->window)), LONG_NAME) == 0;
}

/* The sidebar is as wide as its duties, whatever the college is called. */
static void
test_long_name (void)
{
  Desk desk;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("shizi-desk-XXXXXX", &error);
  char *path = g_build_filename (folder, "long.db", NULL);
  SzOffice *office = sz_office_create (path, "test", LONG_NAME, 100, &error);
  GtkWidget *duties;

  g_assert_no_error (error);
  g_object_unref (office);
  desk_open_at (&desk, path);
  desk_wait (is_named, &desk);
  desk_turn ();
  duties = desk_find (GTK_WIDGET (desk.window), GTK_TYPE_LIST_BOX, NULL, NULL);
  g_assert_cmpint (gtk_widget_get_width (duties), <, 200);
  desk_close (&desk);
}

/* Whether the page that is seen says what belongs there and how to get it. */
static gboolean
offers_import (gpointer data)
{
  static const char *const pages[] = { "pay", "workload" };
  Desk *desk = data;
  gboolean offered = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = GTK_WIDGET (sz_window_get_page (desk->window, pages[i]));
      GtkWidget *status = page != NULL ? desk_find (page, ADW_TYPE_STATUS_PAGE, NULL, NULL) : NULL;
      GtkWidget *button = status != NULL
                              ? desk_find (status, GTK_TYPE_BUTTON, "action-name", "win.import")
                              : NULL;

      offered = offered || (button != NULL && gtk_widget_get_mapped (button));
    }
  return offered;
}

/* An empty college shows no details, prints no roster and offers the import. */
static void
test_empty (void)
{
  Desk desk;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("shizi-desk-XXXXXX", &error);
  char *path = g_build_filename (folder, "empty.db", NULL);
  SzOffice *office = sz_office_create (path, "test", "某技师学院", 100, &error);
  GtkWidget *print;

  g_assert_no_error (error);
  g_object_unref (office);
  desk_open_at (&desk, path);
  g_assert_false (
      gtk_widget_get_mapped (desk_find (GTK_WIDGET (desk.page), SZ_TYPE_PERSON_PANE, NULL, NULL)));
  print = desk_find (GTK_WIDGET (desk.page), GTK_TYPE_BUTTON, "label", "_Print…");
  g_assert_false (gtk_widget_is_sensitive (print));
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.page", "s", "pay");
  desk_wait (offers_import, &desk);
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.page", "s", "workload");
  desk_wait (offers_import, &desk);
  g_assert_false (gtk_widget_get_mapped (
      desk_find (GTK_WIDGET (sz_window_get_page (desk.window, "workload")), GTK_TYPE_LABEL, "label",
                 "Choose a record to see its details")));
  desk_close (&desk);

  desk_open_at (&desk, desk_demo (PEOPLE));
  g_assert_true (
      gtk_widget_get_visible (desk_find (GTK_WIDGET (desk.page), SZ_TYPE_PERSON_PANE, NULL, NULL)));
  print = desk_find (GTK_WIDGET (desk.page), GTK_TYPE_BUTTON, "label", "_Print…");
  g_assert_true (gtk_widget_is_sensitive (print));
  desk_close (&desk);
}

static void
test_recent (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.shizi.Shizi");
  g_autoptr (GMenu) menu = g_menu_new ();
  char *first = desk_demo (1);
  char *second = desk_demo (1);
  g_autofree char *label = NULL;
  g_autoptr (GVariant) target = NULL;

  sz_recent_add (settings, "/no/such/college.db");
  sz_recent_add (settings, first);
  sz_recent_add (settings, second);
  sz_recent_add (settings, first);
  sz_recent_fill (menu, settings);
  /* The newest first, each once, those that are gone left out. */
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (menu)), ==, 2);
  target = g_menu_model_get_item_attribute_value (G_MENU_MODEL (menu), 0, "target", NULL);
  g_assert_cmpstr (g_variant_get_string (target, NULL), ==, first);
  /* Two of one name are told apart by their folders. */
  g_menu_model_get_item_attribute (G_MENU_MODEL (menu), 0, "label", "s", &label);
  g_assert_nonnull (strchr (label, '/'));
  g_settings_reset (settings, "recent");
  desk_demo_free (first);
  desk_demo_free (second);
}

/* Ctrl+Z takes back what was typed, never what stood in the field before one came to it. */
static void
test_undo_leaves_fields (void)
{
  Desk desk;
  GtkWidget *search;

  desk_open_at (&desk, desk_demo (PEOPLE));
  search = desk_find (GTK_WIDGET (desk.window), GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "1001");
  gtk_widget_grab_focus (search);
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "1001");
  gtk_editable_set_text (GTK_EDITABLE (search), "1002");
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), !=, "1002");
  desk_wait (is_settled, &desk);
  desk_close (&desk);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/shell/refusal-names-rule", test_refusal_names_rule);
  g_test_add_func ("/desk/shell/search-hint", test_search_hint);
  g_test_add_func ("/desk/shell/undo-of-text", test_undo_of_text);
  g_test_add_func ("/desk/shell/undo-of-act-after-text", test_undo_of_act_after_text);
  g_test_add_func ("/desk/shell/progress", test_progress);
  g_test_add_func ("/desk/shell/widths", test_widths);
  g_test_add_func ("/desk/shell/empty", test_empty);
  g_test_add_func ("/desk/shell/long-name", test_long_name);
  g_test_add_func ("/desk/shell/recent", test_recent);
  g_test_add_func ("/desk/shell/undo-leaves-fields", test_undo_leaves_fields);
  return g_test_run ();
}
