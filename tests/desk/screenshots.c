/* screenshots.c — pictures of every page, to be looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <locale.h>
#include <stdlib.h>

#include "sz-desk-resources.h"
#include "sz-duties.h"
#include "sz-locale.h"
#include "sz-new-dialog.h"
#include "sz-person-pane.h"
#include "sz-preferences.h"
#include "sz-window.h"

/* A page has so long to come to rest. */
#define REST_MS 1500
#define SHORT_REST_MS 400

static const struct
{
  const char *name;
  int width;
  int height;
} sizes[] = { { "1366x768", 1366, 768 }, { "1920x1080", 1920, 1080 } };

static const struct
{
  const char *name;
  AdwColorScheme scheme;
} schemes[]
    = { { "light", ADW_COLOR_SCHEME_FORCE_LIGHT }, { "dark", ADW_COLOR_SCHEME_FORCE_DARK } };

static gboolean
rested_cb (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
rest (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, rested_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
take_picture (GtkWidget *window, const char *folder, const char *name)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  gdk_texture_save_to_png (texture, path);
}

static GtkWidget *
find_widget (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The second row of the page's table, so that its details are seen. */
static void
choose_row (GtkWidget *page)
{
  GtkWidget *view = find_widget (page, GTK_TYPE_COLUMN_VIEW);
  GtkSelectionModel *model
      = view != NULL ? gtk_column_view_get_model (GTK_COLUMN_VIEW (view)) : NULL;

  if (model != NULL && g_list_model_get_n_items (G_LIST_MODEL (model)) > 1)
    gtk_selection_model_select_item (model, 1, TRUE);
}

static void
take_tabs (GtkWidget *window, GtkWidget *page, const char *folder, const char *stem)
{
  static const char *const tabs[] = { "posts", "workload", "pay", "history" };
  GtkWidget *pane = find_widget (page, SZ_TYPE_PERSON_PANE);

  for (gsize i = 0; pane != NULL && i < G_N_ELEMENTS (tabs); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s", stem, tabs[i]);

      sz_person_pane_show_tab (SZ_PERSON_PANE (pane), tabs[i]);
      rest (SHORT_REST_MS);
      take_picture (window, folder, name);
    }
}

static void
take_page (SzWindow *window, const char *duty, const char *folder, const char *suffix)
{
  g_autofree char *name = g_strdup_printf ("%s-%s", duty, suffix);
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", duty);
  rest (REST_MS);
  page = GTK_WIDGET (sz_window_get_page (window, duty));
  choose_row (page);
  rest (SHORT_REST_MS);
  take_picture (GTK_WIDGET (window), folder, name);
  take_tabs (GTK_WIDGET (window), page, folder, name);
}

static void
take_dialog (GtkWindow *dialog, const char *name, const char *folder, const char *suffix)
{
  g_autofree char *file = g_strdup_printf ("%s-%s", name, suffix);

  gtk_window_present (dialog);
  rest (SHORT_REST_MS);
  take_picture (GTK_WIDGET (dialog), folder, file);
  gtk_window_destroy (dialog);
}

static void
take_dialogs (GtkWindow *parent, const char *folder, const char *suffix)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.shizi.Shizi");

  take_dialog (GTK_WINDOW (sz_preferences_new (parent, settings)), "preferences", folder, suffix);
  take_dialog (GTK_WINDOW (sz_new_dialog_new (parent)), "new-college", folder, suffix);
}

static void
take_all (SzTasks *tasks, gsize size, gsize scheme, const char *folder, const char *content)
{
  SzWindow *window = sz_window_new (NULL);
  g_autofree char *suffix
      = g_strdup_printf ("%s-%s-%s", content, sizes[size].name, schemes[scheme].name);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[scheme].scheme);
  gtk_window_set_default_size (GTK_WINDOW (window), sizes[size].width, sizes[size].height);
  if (tasks != NULL)
    sz_window_open (window, tasks);
  else
    sz_window_welcome (window);
  gtk_window_present (GTK_WINDOW (window));
  rest (SHORT_REST_MS);
  if (tasks == NULL)
    {
      g_autofree char *name = g_strconcat ("welcome-", suffix, NULL);

      take_picture (GTK_WIDGET (window), folder, name);
      take_dialogs (GTK_WINDOW (window), folder, suffix);
    }
  for (const SzDuty *duty = sz_duties (); tasks != NULL && duty->name != NULL; duty++)
    take_page (window, duty->name, folder, suffix);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/shizi/Shizi/ui/sz-style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/org/shizi/Shizi/icons");
}

/* screenshots FOLDER CONTENT [COLLEGE.db]; the language is that of the environment. */
int
main (int argc, char **argv)
{
  g_autoptr (SzTasks) tasks = NULL;

  if (argc < 3)
    return 2;
  sz_locale_init ();
  adw_init ();
  sz_desk_register_resource ();
  load_style ();
  g_mkdir_with_parents (argv[1], 0755);
  tasks = argc > 3 ? sz_tasks_new (argv[3], "pictures") : NULL;
  for (gsize size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (gsize scheme = 0; scheme < G_N_ELEMENTS (schemes); scheme++)
      take_all (tasks, size, scheme, argv[1], argv[2]);
  return 0;
}
