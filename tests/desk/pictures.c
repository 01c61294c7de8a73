/* pictures.c — a window comes to rest and its picture is taken
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pictures.h"

static gboolean
rested_cb (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
pictures_rest (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, rested_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

void
pictures_take (GtkWidget *window, const PicturesPlace *place, const char *name)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, place->suffix);
  g_autofree char *path = g_build_filename (place->folder, file, NULL);

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  gdk_texture_save_to_png (texture, path);
}

GtkWidget *
pictures_find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = pictures_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
pictures_choose_row (GtkWidget *root, guint row)
{
  GtkWidget *view = pictures_find (root, GTK_TYPE_COLUMN_VIEW);
  GtkSelectionModel *model
      = view != NULL ? gtk_column_view_get_model (GTK_COLUMN_VIEW (view)) : NULL;

  if (model != NULL && g_list_model_get_n_items (G_LIST_MODEL (model)) > row)
    gtk_selection_model_select_item (model, row, TRUE);
}
