/* sz-figure-activate.c — a row of a table of figures is opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-figure-activate.h"

/* The table is one scrolled list; the row that is opened is the one selected. */
void
sz_figure_table_activates (SzFigureTable *self, void (*opened) (gpointer owner), gpointer owner)
{
  GtkWidget *scrolled;

  g_return_if_fail (SZ_IS_FIGURE_TABLE (self) && opened != NULL && G_IS_OBJECT (owner));
  scrolled = gtk_widget_get_first_child (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled)),
                           "activate", G_CALLBACK (opened), owner, G_CONNECT_SWAPPED);
}
