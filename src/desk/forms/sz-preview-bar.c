/* sz-preview-bar.c — over the pages: which one is seen and how large
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-preview-bar.h"

#include <glib/gi18n.h>
#include <math.h>

struct _SzPreviewBar
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkLabel *page_label;
  GtkLabel *zoom_label;
  GtkToggleButton *fit_button;
};

G_DEFINE_FINAL_TYPE (SzPreviewBar, sz_preview_bar, GTK_TYPE_WIDGET)

void
sz_preview_bar_show (SzPreviewBar *self, SzPagePreview *preview)
{
  SzPrintout *printout = sz_page_preview_get_printout (preview);
  double scale = 1;
  g_autofree char *page = NULL;
  g_autofree char *zoom = NULL;

  g_return_if_fail (SZ_IS_PREVIEW_BAR (self));

  g_object_get (preview, "scale", &scale, NULL);
  if (printout != NULL)
    page = g_strdup_printf (_ ("Page %u of %u"), sz_page_preview_get_page (preview),
                            sz_printout_count (printout));
  /* TRANSLATORS: zoom, as "85 %" */
  zoom = g_strdup_printf (_ ("%d %%"), (int)lround (scale * 100));
  gtk_label_set_label (self->page_label, page != NULL ? page : "");
  gtk_label_set_label (self->zoom_label, zoom);
  gtk_toggle_button_set_active (self->fit_button, sz_page_preview_get_zoom (preview) <= 0);
}

static void
sz_preview_bar_dispose (GObject *object)
{
  g_clear_pointer (&SZ_PREVIEW_BAR (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_preview_bar_parent_class)->dispose (object);
}

static void
sz_preview_bar_class_init (SzPreviewBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sz_preview_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-preview-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SzPreviewBar, box);
  gtk_widget_class_bind_template_child (widget_class, SzPreviewBar, fit_button);
  gtk_widget_class_bind_template_child (widget_class, SzPreviewBar, page_label);
  gtk_widget_class_bind_template_child (widget_class, SzPreviewBar, zoom_label);
}

static void
sz_preview_bar_init (SzPreviewBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
