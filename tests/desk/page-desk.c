/* page-desk.c — one page of the window over a small demo college
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-desk.h"

#define PEOPLE 30

gboolean
page_desk_is_settled (gpointer data)
{
  return sz_page_is_settled (((PageDesk *)data)->page);
}

void
page_desk_open (PageDesk *desk, const char *place)
{
  page_desk_open_of (desk, PEOPLE, place);
}

void
page_desk_open_of (PageDesk *desk, guint people, const char *place)
{
  g_auto (GStrv) words = g_strsplit_set (place, ":@", 2);

  *desk = (PageDesk){ .path = desk_demo (people) };
  desk->window = desk_window (desk->path, &desk->tasks);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.page", "s", place);
  desk->page = sz_window_get_page (desk->window, words[0]);
  desk_wait (page_desk_is_settled, desk);
}

void
page_desk_close (PageDesk *desk)
{
  desk_take_down (GTK_WINDOW (desk->window), desk->tasks, desk->path);
}

SzOffice *
page_desk_open_office (PageDesk *desk)
{
  g_autoptr (GError) error = NULL;
  SzOffice *office = sz_office_open (desk->path, "test", &error);

  g_assert_no_error (error);
  return office;
}

GtkWidget *
page_desk_find_dialog (PageDesk *desk)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (window != GTK_WIDGET (desk->window) && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

gboolean
page_desk_has_dialog (gpointer data)
{
  return page_desk_find_dialog (data) != NULL;
}

gboolean
page_desk_has_no_dialog (gpointer data)
{
  return page_desk_find_dialog (data) == NULL && page_desk_is_settled (data);
}
