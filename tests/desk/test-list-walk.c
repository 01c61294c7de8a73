/* test-list-walk.c — every list of the program under real keys and a real pointer: what a user
 * learned on one list holds on all of them
 *
 * One college, one window; xdotool presses and points. Lists that are empty in the demo college are
 * opened and passed by. SHIZI_LIST=register-roles walks that list alone; of each page the first
 * list is walked, of the registers every twentieth, and all of them with SHIZI_LONG.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-fixture.h"
#include <gdk/x11/gdkx.h>
#include <string.h>
#include "real-keys.h"
#include "sz-ask-pane.h"
#include "sz-duties.h"
#include "sz-form-dialog.h"
#include "sz-list-page.h"

#define EACH_REGISTER 20

typedef struct
{
  char *path;
  SzTasks *tasks;
  SzWindow *window;
  SzListPage *page;
  const SzListView *view;
  GtkWidget *row;
  GtkWidget *dialog;
  gboolean details; /* as they were before F9 */
  guint n_walked;
  guint n_dialogs;
} Walk;

/* ---- pointing ---- */

/* In the middle of @widget, or where its first letters are. */
static void
point (Walk *walk, GtkWidget *widget, const char *button, const char *times)
{
  GtkNative *native = gtk_widget_get_native (widget);
  graphene_point_t at = GRAPHENE_POINT_INIT (30, (float)gtk_widget_get_height (widget) / 2);
  g_autofree char *window = NULL;
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;
  double left;
  double top;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (native), &at, &at));
  gtk_native_get_surface_transform (native, &left, &top);
  window = g_strdup_printf ("%lu", gdk_x11_surface_get_xid (gtk_native_get_surface (native)));
  x = g_strdup_printf ("%d", (int)(at.x + left));
  y = g_strdup_printf ("%d", (int)(at.y + top));
  real_xdotool ("mousemove", "--window", window, x, y, "click", "--repeat", times, "--delay", "40",
                button, NULL);
}

/* ---- what there is ---- */

static GtkWidget *
find_view (Walk *walk)
{
  return desk_find (GTK_WIDGET (sz_list_page_get_table (walk->page)), GTK_TYPE_COLUMN_VIEW, NULL,
                    NULL);
}

/* (nullable): the row that is the nth in sight. */
static GtkWidget *
find_row (Walk *walk, guint n)
{
  GtkWidget *list = gtk_widget_get_last_child (find_view (walk));

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_mapped (row) && gtk_widget_get_height (row) > 0 && n-- == 0)
      return row;
  return NULL;
}

static gboolean
is_selected (GtkWidget *row)
{
  return (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0;
}

static guint
count_selected (Walk *walk)
{
  g_autoptr (GArray) selected = sz_list_table_get_selected (sz_list_page_get_table (walk->page));

  return selected->len;
}

/* (nullable): a menu that is open below @root. */
static GtkWidget *
find_menu (GtkWidget *root)
{
  GtkWidget *found = NULL;

  if (GTK_IS_POPOVER_MENU (root) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_menu (child);
  return found;
}

static gboolean
is_of_rows (Walk *walk, GtkWidget *menu)
{
  return gtk_widget_get_parent (menu) == GTK_WIDGET (sz_list_page_get_table (walk->page));
}

static gboolean
has_row_menu (gpointer data)
{
  GtkWidget *menu = find_menu (GTK_WIDGET (((Walk *)data)->window));

  return menu != NULL && is_of_rows (data, menu);
}

static gboolean
has_heading_menu (gpointer data)
{
  GtkWidget *menu = find_menu (GTK_WIDGET (((Walk *)data)->window));

  return menu != NULL && !is_of_rows (data, menu);
}

static gboolean
has_no_menu (gpointer data)
{
  return find_menu (GTK_WIDGET (((Walk *)data)->window)) == NULL;
}

static gboolean
is_settled (gpointer data)
{
  Walk *walk = data;

  return sz_page_is_settled (SZ_PAGE (walk->page)) && sz_list_page_is_settled (walk->page)
         && sz_list_table_is_settled (sz_list_page_get_table (walk->page));
}

static gboolean
is_of_row (gpointer data)
{
  Walk *walk = data;

  return is_settled (walk) && find_row (walk, 0) != NULL;
}

static gboolean
has_dialog (gpointer data)
{
  Walk *walk = data;

  walk->dialog = desk_find_dialog (GTK_WIDGET (walk->window));
  return walk->dialog != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return desk_find_dialog (GTK_WIDGET (((Walk *)data)->window)) == NULL;
}

static gboolean
has_focus_below (Walk *walk, GtkWidget *root)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (walk->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, root);
}

static gboolean
is_in_rows (gpointer data)
{
  return has_focus_below (data, find_view (data));
}

static gboolean
is_in_search (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (((Walk *)data)->window));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY) != NULL;
}

static GSettings *
get_settings (Walk *walk)
{
  return sz_page_get_settings (SZ_PAGE (walk->page));
}

static gboolean
has_folded (gpointer data)
{
  return g_settings_get_boolean (get_settings (data), "details") != ((Walk *)data)->details;
}

static void
say (Walk *walk, const char *what)
{
  g_test_message ("%s: %s", walk->view->name, what);
}

/* ---- the walk over one list ---- */

/* The row under the pointer is meant, whatever was selected; the heading has its own menu. */
static void
walk_menus (Walk *walk)
{
  GtkWidget *row = find_row (walk, 1) != NULL ? find_row (walk, 1) : find_row (walk, 0);
  GtkWidget *heading = gtk_widget_get_first_child (find_view (walk));

  say (walk, "right click on a row");
  sz_list_table_enter (sz_list_page_get_table (walk->page), FALSE);
  /* What stands above the list may come with the first row. */
  desk_wait (is_settled, walk);
  desk_wait_frames (GTK_WIDGET (walk->window));
  point (walk, row, "3", "1");
  desk_wait (has_row_menu, walk);
  g_assert_true (is_selected (row));
  g_assert_cmpuint (count_selected (walk), ==, 1);
  real_press_until ("Escape", has_no_menu, walk);
  say (walk, "right click on the heading");
  point (walk, gtk_widget_get_first_child (heading), "3", "1");
  desk_wait (has_heading_menu, walk);
  real_press_until ("Escape", has_no_menu, walk);
  say (walk, "menu key");
  sz_list_table_enter (sz_list_page_get_table (walk->page), FALSE);
  desk_wait (is_in_rows, walk);
  real_press ("Menu");
  desk_wait (has_row_menu, walk);
  real_press_until ("Escape", has_no_menu, walk);
}

static void
walk_keys (Walk *walk)
{
  SzPageClass *klass = SZ_PAGE_GET_CLASS (walk->page);

  if (klass->has_search)
    {
      say (walk, "from the search to the rows");
      real_press_until ("ctrl+f", is_in_search, walk);
      real_press_until ("Down", is_in_rows, walk);
      g_assert_cmpuint (count_selected (walk), ==, 1);
    }
  if (!klass->has_details)
    return;
  say (walk, "F9");
  for (guint i = 0; i < 2; i++)
    {
      walk->details = g_settings_get_boolean (get_settings (walk), "details");
      real_press ("F9");
      desk_wait (has_folded, walk);
      desk_wait (is_settled, walk);
    }
}

static const char *
find_main (const SzListView *view)
{
  for (const SzListAction *action = view->actions; action != NULL && action->label != NULL;
       action++)
    if (action->main)
      return action->action;
  return NULL;
}

static gboolean
is_asked (gpointer data)
{
  Walk *walk = data;

  return has_dialog (walk) || is_of_row (walk);
}

static void
close_dialog (Walk *walk)
{
  real_press_until ("Escape", has_no_dialog, walk);
}

/* Asked in a window, or below the details of the row. */
static gboolean
has_answered (gpointer data)
{
  Walk *walk = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (walk->window));

  return has_dialog (walk)
         || (focus != NULL && gtk_widget_get_ancestor (focus, SZ_TYPE_ASK_PANE) != NULL);
}

/* Enter and a double click are the same. */
static void
walk_main (Walk *walk)
{
  const char *main = find_main (walk->view);
  const SzListAction *action = walk->view->actions;
  GtkWidget *button;
  GType type;

  while (main != NULL && action->action != main)
    action++;
  if (main == NULL || !g_str_has_suffix (action->label, "…"))
    return;
  say (walk, "Enter");
  sz_list_table_enter (sz_list_page_get_table (walk->page), FALSE);
  desk_wait (is_in_rows, walk);
  desk_wait (is_settled, walk);
  button = desk_find (GTK_WIDGET (walk->page), GTK_TYPE_BUTTON, "action-name", main);
  /* Not with every row. */
  if (button == NULL || !gtk_widget_is_sensitive (button))
    return;
  real_press_until ("Return", has_answered, walk);
  if (!has_dialog (walk))
    return;
  type = G_OBJECT_TYPE (walk->dialog);
  close_dialog (walk);
  say (walk, "double click");
  point (walk, find_row (walk, 0), "1", "2");
  desk_wait (has_dialog, walk);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (walk->dialog), ==, g_type_name (type));
  close_dialog (walk);
}

/* ---- its dialogs ---- */

static GtkEditable *
get_typed (Walk *walk)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (walk->dialog));

  return GTK_IS_EDITABLE (focus) ? GTK_EDITABLE (focus) : NULL;
}

static gboolean
has_digits (gpointer data)
{
  GtkEditable *typed = get_typed (data);

  return typed != NULL && strstr (gtk_editable_get_text (typed), "27") != NULL;
}

static gboolean
has_focus (gpointer data)
{
  return gtk_window_get_focus (GTK_WINDOW (((Walk *)data)->dialog)) != NULL;
}

/* A row to be corrected is read first: until then nothing can be saved, nor need anything be
 * marked. */
static gboolean
is_marked_or_whole (gpointer data)
{
  GtkWidget *dialog = ((Walk *)data)->dialog;

  return gtk_widget_is_sensitive (gtk_window_get_default_widget (GTK_WINDOW (dialog)))
         || desk_find (dialog, GTK_TYPE_LABEL, "label", "*") != NULL;
}

/* The first field has the keyboard and takes what is typed at once; what must be filled in is
 * marked. */
static void
walk_form (Walk *walk)
{
  GtkWidget *save = gtk_window_get_default_widget (GTK_WINDOW (walk->dialog));

  desk_wait (has_focus, walk);
  if (desk_find (walk->dialog, ADW_TYPE_ENTRY_ROW, NULL, NULL) == NULL || get_typed (walk) == NULL)
    {
      /* Only choices, or a choice first. */
      close_dialog (walk);
      return;
    }
  g_assert_nonnull (save);
  desk_wait (is_marked_or_whole, walk);
  real_xdotool ("type", "--delay", "1", "27", NULL);
  desk_wait (has_digits, walk);
  gtk_window_destroy (GTK_WINDOW (walk->dialog));
  desk_wait (has_no_dialog, walk);
  walk->n_dialogs++;
}

static void
walk_action (Walk *walk, const SzListAction *action)
{
  GtkWidget *button;

  if (action->menu != NULL || !g_str_has_suffix (action->label, "…")
      || g_str_has_prefix (action->action, "win.") || g_str_has_prefix (action->action, "list."))
    return;
  say (walk, action->label);
  sz_list_table_enter (sz_list_page_get_table (walk->page), FALSE);
  desk_wait (is_settled, walk);
  button = desk_find (GTK_WIDGET (walk->page), GTK_TYPE_BUTTON, "action-name", action->action);
  if (button == NULL || !gtk_widget_is_sensitive (button)
      || !gtk_widget_activate_action (GTK_WIDGET (walk->page), action->action, NULL))
    return;
  desk_turn ();
  desk_wait (is_asked, walk);
  if (!has_dialog (walk))
    return;
  if (!SZ_IS_FORM_DIALOG (walk->dialog))
    {
      close_dialog (walk);
      return;
    }
  say (walk, "Escape closes it unasked");
  close_dialog (walk);
  gtk_widget_activate_action (GTK_WIDGET (walk->page), action->action, NULL);
  desk_wait (has_dialog, walk);
  walk_form (walk);
}

/* What is seen can be printed; and saved, by the button beside. */
static void
walk_output (Walk *walk)
{
  say (walk, "print");
  g_assert_nonnull (
      desk_find (GTK_WIDGET (walk->page), GTK_TYPE_BUTTON, "action-name", "list.print"));
}

static void
walk_list (Walk *walk, const SzListView *view)
{
  walk->view = view;
  say (walk, "is opened");
  sz_list_page_show_view (walk->page, view->name);
  desk_wait (is_settled, walk);
  if (sz_list_table_get_size (sz_list_page_get_table (walk->page)) == 0)
    {
      say (walk, "is empty");
      return;
    }
  desk_wait (is_of_row, walk);
  walk_output (walk);
  walk_menus (walk);
  walk_keys (walk);
  walk_main (walk);
  for (const SzListAction *action = view->actions; action != NULL && action->label != NULL;
       action++)
    walk_action (walk, action);
  walk->n_walked++;
}

static gboolean
is_wanted (const SzListView *view, guint place)
{
  const char *only = g_getenv ("SHIZI_LIST");

  if (only != NULL)
    return g_str_has_prefix (view->name, only);
  return g_getenv ("SHIZI_LONG") != NULL || place == 0
         || (g_str_has_prefix (view->name, "register-") && place % EACH_REGISTER == 0);
}

static void
walk_page (Walk *walk, const SzDuty *duty)
{
  SzPage *page;
  const SzListView *views;

  gtk_widget_activate_action (GTK_WIDGET (walk->window), "win.page", "s", duty->name);
  page = sz_window_get_page (walk->window, duty->name);
  if (!SZ_IS_LIST_PAGE (page) || SZ_LIST_PAGE_GET_CLASS (page)->views == NULL)
    return;
  walk->page = SZ_LIST_PAGE (page);
  views = SZ_LIST_PAGE_GET_CLASS (page)->views;
  for (guint i = 0; views[i].name != NULL; i++)
    if (is_wanted (&views[i], i))
      walk_list (walk, &views[i]);
}

static gboolean
is_shown (gpointer data)
{
  return gtk_widget_get_mapped (GTK_WIDGET (((Walk *)data)->window));
}

static void
test_walk (void)
{
  Walk walk = { .path = desk_demo (60) };
  g_autofree char *xdotool_path = g_find_program_in_path ("xdotool");

  if (xdotool_path == NULL)
    {
      g_test_skip ("xdotool is missing");
      desk_demo_free (walk.path);
      return;
    }
  walk.window = desk_window (walk.path, &walk.tasks);
  gtk_window_set_default_size (GTK_WINDOW (walk.window), 1366, 768);
  desk_wait (is_shown, &walk);
  for (const SzDuty *duty = sz_duties (); duty->name != NULL; duty++)
    walk_page (&walk, duty);
  g_test_message ("%u lists, %u dialogs", walk.n_walked, walk.n_dialogs);
  g_assert_cmpuint (walk.n_walked, >, g_getenv ("SHIZI_LIST") != NULL ? 0 : 5);
  desk_take_down (GTK_WINDOW (walk.window), walk.tasks, walk.path);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_func ("/desk/list-walk/every-list", test_walk);
  return g_test_run ();
}
