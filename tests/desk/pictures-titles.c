/* pictures-titles.c — structure, assessment, titles and appointment, to be looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "pictures.h"
#include "sz-list-page.h"
#include "sz-window.h"

static SzListPage *
open_list (Camera *camera, GtkWidget *window, const char *list)
{
  SzListPage *page = SZ_LIST_PAGE (sz_window_get_page (SZ_WINDOW (window), "titles"));

  sz_list_page_show_view (page, list);
  camera_rest (camera);
  camera_choose_rows (camera, window, 0, 1);
  camera_rest (camera);
  return page;
}

/* The dialog that an action of the list opens. */
static void
take_dialog (Camera *camera, GtkWidget *window, const char *list, const char *action)
{
  g_autofree char *name = g_strdelimit (g_strdup (action), ".", '-');
  g_autoptr (GList) windows = NULL;

  gtk_widget_activate_action (GTK_WIDGET (open_list (camera, window, list)), action, NULL);
  camera_rest (camera);
  windows = gtk_window_list_toplevels ();
  for (GList *item = windows; item != NULL; item = item->next)
    if (gtk_window_get_transient_for (item->data) == GTK_WINDOW (window)
        && gtk_widget_get_visible (item->data))
      {
        camera_take (camera, item->data, name);
        gtk_window_destroy (item->data);
        break;
      }
  camera_rest (camera);
}

void
pictures_of_titles (Camera *camera, GtkWidget *window)
{
  static const char *const lists[]
      = { "titles-posts", "titles-assess", "titles-who", "titles-round",   "titles-panel",
          "titles-rise",  "titles-case",   "titles-due", "titles-standard" };

  gtk_widget_activate_action (window, "win.page", "s", "titles");
  camera_rest (camera);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      open_list (camera, window, lists[i]);
      camera_take (camera, window, lists[i]);
    }
  take_dialog (camera, window, "titles-posts", "titles.plan");
  take_dialog (camera, window, "titles-posts", "titles.what-if");
  take_dialog (camera, window, "titles-round", "titles.vote");
  take_dialog (camera, window, "titles-who", "titles.new-round");
  take_dialog (camera, window, "titles-panel", "titles.recuse");
  take_dialog (camera, window, "titles-rise", "titles.open-case");
  take_dialog (camera, window, "titles-standard", "titles.edit-standard");
}
