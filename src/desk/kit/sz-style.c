/* sz-style.c — the style of the program, and what is over it for high contrast
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-style.h"

#include <adwaita.h>

#define FOLDER "/org/shizi/Shizi/ui/"

static GtkCssProvider *
add_provider (guint above)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + above);
  return provider;
}

static void
contrast_changed_cb (AdwStyleManager *manager, GParamSpec *pspec, gpointer user_data)
{
  if (adw_style_manager_get_high_contrast (manager))
    gtk_css_provider_load_from_resource (user_data, FOLDER "sz-style-high.css");
  else
    gtk_css_provider_load_from_data (user_data, "", 0);
}

void
sz_style_load (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GtkCssProvider) style = add_provider (0);
  g_autoptr (GtkCssProvider) high = add_provider (1);

  gtk_css_provider_load_from_resource (style, FOLDER "sz-style.css");
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (contrast_changed_cb), high,
                           0);
  contrast_changed_cb (manager, NULL, high);
}
