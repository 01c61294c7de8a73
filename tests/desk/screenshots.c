/* screenshots.c — pictures of every page, to be looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <locale.h>
#include <stdlib.h>

#include "pictures.h"
#include "sz-desk-resources.h"
#include "sz-duties.h"
#include "sz-locale.h"
#include "sz-new-dialog.h"
#include "sz-person-pane.h"
#include "sz-preferences.h"

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

/* A duty, NULL: all. */
static const char *only;

static void
take_tabs (GtkWidget *window, GtkWidget *page, const PicturesPlace *place, const char *stem)
{
  static const char *const tabs[] = { "posts", "workload", "pay", "history" };
  GtkWidget *pane = pictures_find (page, SZ_TYPE_PERSON_PANE);

  for (gsize i = 0; pane != NULL && i < G_N_ELEMENTS (tabs); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s", stem, tabs[i]);

      sz_person_pane_show_tab (SZ_PERSON_PANE (pane), tabs[i]);
      pictures_rest (PICTURES_SHORT_REST_MS);
      pictures_take (window, place, name);
    }
}

/* The second row of the page's table is chosen, so that its details are seen. */
static void
take_page (SzWindow *window, const char *duty, const PicturesPlace *place, gboolean full)
{
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", duty);
  pictures_rest (PICTURES_REST_MS);
  page = GTK_WIDGET (sz_window_get_page (window, duty));
  pictures_choose_row (page, 1);
  pictures_rest (PICTURES_SHORT_REST_MS);
  pictures_take (GTK_WIDGET (window), place, duty);
  take_tabs (GTK_WIDGET (window), page, place, duty);
  if (full && g_str_equal (duty, "pay"))
    pictures_of_pay (GTK_WIDGET (window), page, place);
  else if (full && g_str_equal (duty, "forms"))
    pictures_of_forms (GTK_WIDGET (window), page, place);
}

static void
take_dialog (GtkWindow *dialog, const char *name, const PicturesPlace *place)
{
  gtk_window_present (dialog);
  pictures_rest (PICTURES_SHORT_REST_MS);
  pictures_take (GTK_WIDGET (dialog), place, name);
  gtk_window_destroy (dialog);
}

static void
take_dialogs (GtkWindow *parent, const PicturesPlace *place)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.shizi.Shizi");

  take_dialog (GTK_WINDOW (sz_preferences_new (parent, settings)), "preferences", place);
  take_dialog (GTK_WINDOW (sz_new_dialog_new (parent)), "new-college", place);
}

/* An empty college has one state a page. */
static void
take_all (SzTasks *tasks, gsize size, gsize scheme, const char *folder, const char *content)
{
  SzWindow *window = sz_window_new (NULL);
  g_autofree char *suffix
      = g_strdup_printf ("%s-%s-%s", content, sizes[size].name, schemes[scheme].name);
  const PicturesPlace place = { folder, suffix };
  gboolean full = !g_str_equal (content, "empty");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[scheme].scheme);
  gtk_window_set_default_size (GTK_WINDOW (window), sizes[size].width, sizes[size].height);
  if (tasks != NULL)
    sz_window_open (window, tasks);
  else
    sz_window_welcome (window);
  gtk_window_present (GTK_WINDOW (window));
  pictures_rest (PICTURES_SHORT_REST_MS);
  if (tasks == NULL)
    {
      pictures_take (GTK_WIDGET (window), &place, "welcome");
      take_dialogs (GTK_WINDOW (window), &place);
    }
  for (const SzDuty *duty = sz_duties (); tasks != NULL && duty->name != NULL; duty++)
    if (only == NULL || g_str_equal (only, duty->name))
      take_page (window, duty->name, &place, full);
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

/* screenshots FOLDER CONTENT [COLLEGE.db [DUTY]]; the language is that of the environment. */
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
  only = argc > 4 ? argv[4] : NULL;
  tasks = argc > 3 ? sz_tasks_new (argv[3], "pictures") : NULL;
  for (gsize size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (gsize scheme = 0; scheme < G_N_ELEMENTS (schemes); scheme++)
      take_all (tasks, size, scheme, argv[1], argv[2]);
  return 0;
}
