/* camera.c — pictures of windows, with what hangs over them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "camera.h"

#include <stdlib.h>

/* A window is at rest when the main loop had nothing to do for so long. */
#define QUIET_MS 40
/* Longer than this nothing is waited for. */
#define PATIENCE_MS 3000

void
camera_prepare (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.shizi.Shizi");
  const char *percent = g_getenv ("SHIZI_TEXT_PERCENT");

  g_settings_set_string (settings, "page", "people");
  g_settings_set_uint (settings, "scan-after", 0);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink",
                FALSE, NULL);
  if (percent != NULL)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 / 100 * atoi (percent),
                  NULL);
}

static gpointer
nothing_cb (SzOffice *office,
            gpointer input,
            SzProgress progress,
            GCancellable *cancellable,
            GError **error)
{
  return GINT_TO_POINTER (TRUE);
}

static void
passed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
}

/* Readings queue behind readings: when this one is over, those before it are. */
static void
wait_for_reader (SzTasks *tasks)
{
  gboolean passed = FALSE;

  sz_tasks_read (tasks, tasks, SZ_WORK (nothing_cb), NULL, passed_cb, &passed);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_quiet (void)
{
  const gint64 start = g_get_monotonic_time ();
  gint64 busy = start;

  while (g_get_monotonic_time () - busy < QUIET_MS * 1000
         && g_get_monotonic_time () - start < (gint64)PATIENCE_MS * 1000)
    {
      if (g_main_context_iteration (NULL, FALSE))
        busy = g_get_monotonic_time ();
      else
        g_usleep (2000);
    }
}

void
camera_rest (const Camera *self)
{
  /* Twice: what was read may ask for more. */
  for (int i = 0; i < 2; i++)
    {
      wait_for_quiet ();
      if (self->tasks != NULL)
        wait_for_reader (self->tasks);
    }
  wait_for_quiet ();
}

static void
draw (GtkWidget *widget, GtkSnapshot *snapshot, double x, double y)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  graphene_point_t place = GRAPHENE_POINT_INIT ((float)x, (float)y);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &place);
  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  gtk_snapshot_restore (snapshot);
}

/* Popovers are surfaces of their own. */
static void
draw_popovers (GtkWidget *widget, GtkSnapshot *snapshot, double x, double y)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child) && gtk_widget_get_mapped (child))
        {
          GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (child));
          const double left = x + gdk_popup_get_position_x (GDK_POPUP (surface));
          const double top = y + gdk_popup_get_position_y (GDK_POPUP (surface));

          draw (child, snapshot, left, top);
          draw_popovers (child, snapshot, left, top);
        }
      else if (gtk_widget_get_mapped (child))
        draw_popovers (child, snapshot, x, y);
    }
}

void
camera_take (Camera *self, GtkWidget *window, const char *name)
{
  const int scale = gtk_widget_get_scale_factor (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, self->suffix);
  g_autofree char *path = g_build_filename (self->folder, file, NULL);
  double x = 0, y = 0;

  camera_rest (self);
  gtk_native_get_surface_transform (GTK_NATIVE (window), &x, &y);
  gtk_snapshot_scale (snapshot, (float)scale, (float)scale);
  draw (window, snapshot, 0, 0);
  draw_popovers (window, snapshot, -x, -y);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    g_error ("nothing to be seen of %s", file);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("cannot write %s", path);
}

static gboolean
is_like (GtkWidget *widget, const char *property, const char *value)
{
  g_autofree char *found = NULL;

  if (property == NULL)
    return TRUE;
  g_object_get (widget, property, &found, NULL);
  return g_strcmp0 (found, value) == 0;
}

GtkWidget *
camera_find (GtkWidget *root, GType type, const char *property, const char *value)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root)
      && is_like (root, property, value))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = camera_find (child, type, property, value);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
camera_choose_rows (Camera *self, GtkWidget *root, guint first, guint n)
{
  GtkWidget *view = camera_find (root, GTK_TYPE_COLUMN_VIEW, NULL, NULL);
  GtkSelectionModel *model
      = view != NULL ? gtk_column_view_get_model (GTK_COLUMN_VIEW (view)) : NULL;

  if (model != NULL && g_list_model_get_n_items (G_LIST_MODEL (model)) >= first + n)
    {
      /* A model of one selected row knows no ranges. */
      if (n == 1)
        gtk_selection_model_select_item (model, first, TRUE);
      else
        gtk_selection_model_select_range (model, first, n, TRUE);
    }
  camera_rest (self);
}
