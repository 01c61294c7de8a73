/* pictures-readme.c — the few pictures that tell what the program is, for README and metainfo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "pictures.h"
#include "sz-forms-page.h"
#include "sz-result-pane.h"
#include "sz-window.h"

static GtkWidget *
open_place (Camera *camera, GtkWidget *window, const char *place)
{
  g_autofree char *page = g_strndup (place, strcspn (place, "@:?"));

  gtk_widget_activate_action (window, "win.page", "s", place);
  camera_rest (camera);
  return GTK_WIDGET (sz_window_get_page (SZ_WINDOW (window), page));
}

/* The form as it will be printed. */
static void
choose_form (Camera *camera, GtkWidget *page, const char *form)
{
  GtkListBox *list = GTK_LIST_BOX (camera_find (page, GTK_TYPE_LIST_BOX, NULL, NULL));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      gtk_list_box_select_row (list, row);
      if (g_strcmp0 (sz_forms_page_get_chosen (SZ_FORMS_PAGE (page)), form) == 0)
        break;
    }
  camera_rest (camera);
}

void
pictures_of_readme (Camera *camera, GtkWidget *window)
{
  GtkWidget *page;
  GtkWidget *result;

  page = open_place (camera, window, "people");
  camera_choose_rows (camera, page, 1, 1);
  camera_rest (camera);
  camera_take (camera, window, "people");
  page = open_place (camera, window, "pay");
  result = camera_find (page, SZ_TYPE_RESULT_PANE, NULL, NULL);
  if (result == NULL)
    g_error ("no result of a run");
  sz_result_pane_show_tab (SZ_RESULT_PANE (result), "people");
  camera_rest (camera);
  camera_choose_rows (camera, result, 0, 1);
  camera_rest (camera);
  camera_take (camera, window, "pay");
  page = open_place (camera, window, "forms");
  choose_form (camera, page, "F20");
  camera_take (camera, window, "forms");
  /* The year of which the college has registers. */
  open_place (camera, window, "overview@2025-10-15");
  camera_take (camera, window, "overview");
}
