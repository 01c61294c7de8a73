/* pictures-forms.c — the preview of each form, and the papers for a meeting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pictures.h"
#include "sz-forms-page.h"
#include "sz-meeting-dialog.h"

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (SZ_IS_MEETING_DIALOG (window))
        return window;
    }
  return NULL;
}

void
pictures_of_forms (Camera *camera, GtkWidget *window, GtkWidget *page)
{
  GtkListBox *list = GTK_LIST_BOX (camera_find (page, GTK_TYPE_LIST_BOX, NULL, NULL));
  GtkListBoxRow *row;
  GtkWidget *dialog;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      g_autofree char *name = NULL;

      gtk_list_box_select_row (list, row);
      camera_rest (camera);
      name = g_strconcat ("form-", sz_forms_page_get_chosen (SZ_FORMS_PAGE (page)), NULL);
      camera_take (camera, window, name);
    }
  gtk_widget_activate_action (page, "forms.meeting", NULL);
  camera_rest (camera);
  dialog = find_dialog ();
  if (dialog == NULL)
    g_error ("no dialog of a meeting");
  camera_take (camera, dialog, "meeting");
  gtk_window_destroy (GTK_WINDOW (dialog));
}
