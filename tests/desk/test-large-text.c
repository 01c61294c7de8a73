/* test-large-text.c — letters half as large again: columns widen with them and nothing is cut, on
 * every page, in Chinese
 *
 * Each list of each page is looked at twice, with plain letters and with large ones. Labels are
 * whole; cells are whole that were whole before. SHIZI_PAGE=pay looks at that page alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <glib/gi18n.h>

#include "desk-fixture.h"
#include "sz-duties.h"
#include "sz-list-page.h"
#include "sz-locale.h"

#define WIDTH 1366
#define HEIGHT 768
#define PLAIN 96
#define LARGE 144

typedef struct
{
  char *path;
  SzTasks *tasks;
  SzWindow *window;
  GHashTable *cut; /* (owned): cells that plain letters cut, "list: heading: text" */
  gboolean large;
  GtkWidget *root; /* the window or dialog looked at */
  char *place;     /* (owned): what is looked at */
  guint n_texts;
  guint n_dialogs;
  guint n_faults;
} Look;

static void
complain (Look *look, const char *text, const char *what)
{
  g_test_message ("%s: %s: %s", look->place, text, what);
  look->n_faults++;
}

/* ---- until everything is laid out ---- */

static gpointer
nothing_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (TRUE);
}

static void
passed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
}

static gboolean
has_passed (gpointer data)
{
  return *(gboolean *)data;
}

/* Readings queue behind readings, and what was read may ask for more. */
static void
rest (Look *look)
{
  for (guint i = 0; i < 3; i++)
    {
      gboolean passed = FALSE;

      desk_turn ();
      sz_tasks_read (look->tasks, look->tasks, SZ_WORK (nothing_cb), NULL, passed_cb, &passed);
      desk_wait (has_passed, &passed);
      desk_turn ();
    }
  desk_wait_frames (GTK_WIDGET (look->window));
}

/* ---- what is cut ---- */

/* (nullable): the widget around @widget that scrolls this way. */
static GtkWidget *
find_scroller (GtkWidget *widget, GtkOrientation way)
{
  for (GtkWidget *above = gtk_widget_get_parent (widget); above != NULL;
       above = gtk_widget_get_parent (above))
    if (GTK_IS_SCROLLED_WINDOW (above))
      {
        GtkPolicyType policies[2];

        gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (above), &policies[0], &policies[1]);
        if (policies[way == GTK_ORIENTATION_HORIZONTAL ? 0 : 1] != GTK_POLICY_NEVER)
          return above;
      }
  return NULL;
}

/* Past the edge of the window or the dialog, where nothing scrolls there. */
static gboolean
is_outside (Look *look, GtkWidget *widget)
{
  const int width = MIN (gtk_widget_get_width (look->root), WIDTH);
  const int height = MIN (gtk_widget_get_height (look->root), HEIGHT);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, look->root, &bounds))
    return FALSE;
  if (find_scroller (widget, GTK_ORIENTATION_HORIZONTAL) == NULL
      && (bounds.origin.x < -1 || bounds.origin.x + bounds.size.width > width + 1))
    return TRUE;
  return find_scroller (widget, GTK_ORIENTATION_VERTICAL) == NULL
         && bounds.origin.y + bounds.size.height > height + 1;
}

static void
check_label (Look *look, GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  PangoLayout *layout = gtk_label_get_layout (label);
  int width;
  int height;

  if (*text == '\0' || !look->large)
    return;
  look->n_texts++;
  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout))
    complain (look, text, "is shortened");
  else if (width > gtk_widget_get_width (GTK_WIDGET (label)) + 1)
    complain (look, text, "is wider than its room");
  else if (height > gtk_widget_get_height (GTK_WIDGET (label)) + 1)
    complain (look, text, "is higher than its room");
  else if (is_outside (look, GTK_WIDGET (label)))
    complain (look, text, "is past the edge");
}

/* What was whole with plain letters is whole with large ones. */
static void
check_cell (Look *look, GtkInscription *cell)
{
  const char *text = gtk_inscription_get_text (cell);
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *known = NULL;
  int width;

  if (text == NULL || *text == '\0')
    return;
  look->n_texts += look->large ? 1 : 0;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (cell), text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width <= gtk_widget_get_width (GTK_WIDGET (cell)) + 1)
    return;
  known = g_strdup_printf ("%s: %s", look->place, text);
  if (!look->large)
    g_hash_table_add (look->cut, g_steal_pointer (&known));
  else if (!g_hash_table_contains (look->cut, known))
    complain (look, text, "is a cell that was whole");
}

static void
check_below (Look *look, GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_mapped (child) || !gtk_widget_get_child_visible (child))
        continue;
      if (GTK_IS_LABEL (child))
        check_label (look, GTK_LABEL (child));
      else if (GTK_IS_INSCRIPTION (child))
        check_cell (look, GTK_INSCRIPTION (child));
      else
        check_below (look, child);
    }
}

static void
check_root (Look *look, GtkWidget *window, const char *place)
{
  int width;
  int height;

  g_free (look->place);
  look->place = g_strdup (place);
  look->root = window;
  check_below (look, window);
  if (!look->large)
    return;
  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (window, GTK_ORIENTATION_VERTICAL, WIDTH, &height, NULL, NULL, NULL);
  if (width > WIDTH || height > HEIGHT)
    {
      g_autofree char *size = g_strdup_printf ("%d × %d", width, height);

      complain (look, size, "asks for more than the screen");
    }
}

static void
check_window (Look *look, const char *place)
{
  check_root (look, GTK_WIDGET (look->window), place);
}

/* ---- what the tools of a list ask ---- */

static gboolean
has_no_dialog (gpointer data)
{
  return desk_find_dialog (GTK_WIDGET (((Look *)data)->window)) == NULL;
}

static void
check_actions (Look *look, SzListPage *page, const SzListAction *actions, const char *list)
{
  for (const SzListAction *action = actions; action != NULL && action->label != NULL; action++)
    {
      g_autofree char *place = g_strdup_printf ("%s: %s", list, _ (action->label));
      GtkWidget *dialog;

      if (action->menu != NULL)
        check_actions (look, page, action->menu, list);
      if (action->menu != NULL || !g_str_has_suffix (action->label, "…")
          || g_str_has_prefix (action->action, "win.")
          || g_str_has_prefix (action->action, "list."))
        continue;
      gtk_widget_activate_action (GTK_WIDGET (page), action->action, NULL);
      rest (look);
      dialog = desk_find_dialog (GTK_WIDGET (look->window));
      if (dialog == NULL)
        continue;
      /* GTK's own dialogs are its own. */
      if (!GTK_IS_FILE_CHOOSER_DIALOG (dialog))
        {
          check_root (look, dialog, place);
          look->n_dialogs++;
        }
      gtk_window_destroy (GTK_WINDOW (dialog));
      desk_wait (has_no_dialog, look);
    }
}

/* ---- the pages ---- */

/* The other sides of what has tabs, one after the other. */
static void
check_tabs (Look *look, GtkWidget *widget, const char *place)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autoptr (GtkSelectionModel) sides = NULL;

      if (!gtk_widget_get_mapped (child))
        continue;
      if (ADW_IS_VIEW_STACK (child))
        sides = adw_view_stack_get_pages (ADW_VIEW_STACK (child));
      for (guint i = 0; sides != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (sides)); i++)
        {
          g_autoptr (AdwViewStackPage) side = g_list_model_get_item (G_LIST_MODEL (sides), i);
          g_autofree char *where
              = g_strdup_printf ("%s/%s", place, adw_view_stack_page_get_name (side));

          if (!adw_view_stack_page_get_visible (side))
            continue;
          adw_view_stack_set_visible_child (ADW_VIEW_STACK (child),
                                            adw_view_stack_page_get_child (side));
          rest (look);
          check_window (look, where);
        }
      check_tabs (look, child, place);
    }
}

static gboolean
is_settled (gpointer data)
{
  return sz_list_page_is_settled (data) && sz_list_table_is_settled (sz_list_page_get_table (data));
}

static void
check_list (Look *look, SzListPage *page, const char *name)
{
  SzListTable *table;

  g_test_message ("%s", name);
  sz_list_page_show_view (page, name);
  desk_wait (is_settled, page);
  table = sz_list_page_get_table (page);
  if (sz_list_table_get_size (table) > 0)
    sz_list_table_enter (table, FALSE);
  rest (look);
  check_window (look, name);
  check_tabs (look, GTK_WIDGET (page), name);
  if (look->large)
    check_actions (look, page, sz_list_page_get_view (page)->actions, name);
}

static void
check_page (Look *look, const SzDuty *duty)
{
  const char *only = g_getenv ("SHIZI_PAGE");
  SzPage *page;

  if (only != NULL && !g_str_equal (only, duty->name))
    return;
  g_test_message ("%s", duty->name);
  gtk_widget_activate_action (GTK_WIDGET (look->window), "win.page", "s", duty->name);
  page = sz_window_get_page (look->window, duty->name);
  rest (look);
  if (SZ_IS_LIST_PAGE (page) && SZ_LIST_PAGE_GET_CLASS (page)->views != NULL)
    {
      const SzListView *views = SZ_LIST_PAGE_GET_CLASS (page)->views;

      for (guint i = 0; views[i].name != NULL; i++)
        check_list (look, SZ_LIST_PAGE (page), views[i].name);
      return;
    }
  check_window (look, duty->name);
  check_tabs (look, GTK_WIDGET (page), duty->name);
}

static gboolean
is_shown (gpointer data)
{
  return gtk_widget_get_mapped (GTK_WIDGET (((Look *)data)->window));
}

/* One window with letters of @dpi. */
static void
look_through (Look *look, int dpi)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi * PANGO_SCALE, NULL);
  look->large = dpi == LARGE;
  look->window = desk_window (look->path, &look->tasks);
  gtk_window_set_default_size (GTK_WINDOW (look->window), WIDTH, HEIGHT);
  desk_wait (is_shown, look);
  for (const SzDuty *duty = sz_duties (); duty->name != NULL; duty++)
    check_page (look, duty);
  gtk_window_destroy (GTK_WINDOW (look->window));
  desk_turn ();
  sz_tasks_stop (look->tasks);
  g_object_unref (look->tasks);
  desk_turn ();
}

static void
test_every_page (void)
{
  Look look = { .path = desk_demo (60) };

  look.cut = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  look_through (&look, PLAIN);
  look_through (&look, LARGE);
  g_test_message ("%u texts and %u dialogs looked at, %u cells shortened by plain letters too",
                  look.n_texts, look.n_dialogs, g_hash_table_size (look.cut));
  g_assert_cmpuint (look.n_texts, >, 100);
  g_assert_cmpuint (look.n_faults, ==, 0);
  g_hash_table_unref (look.cut);
  g_free (look.place);
  desk_demo_free (look.path);
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "zh_CN", TRUE);
  sz_locale_init ();
  desk_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_func ("/desk/large-text/every-page", test_every_page);
  return g_test_run ();
}
