/* sz-window-away.c — the window says when the server is away, and goes on by itself (RULE srv-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-window-private.h"

#include <glib/gi18n.h>

#define BAR "away-bar"

static GtkWidget *
make_bar (SzWindow *self)
{
  GtkWidget *bar = gtk_info_bar_new ();
  GtkWidget *label = gtk_label_new (_ ("The server does not answer. What is shown is as it was; "
                                       "the window goes on when the server is back."));
  GtkWidget *box = gtk_widget_get_parent (self->place);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), label);
  gtk_info_bar_set_message_type (GTK_INFO_BAR (bar), GTK_MESSAGE_WARNING);
  gtk_box_insert_child_after (GTK_BOX (box), bar, gtk_widget_get_prev_sibling (self->place));
  g_object_set_data (G_OBJECT (self), BAR, bar);
  return bar;
}

/* Greyed, nothing can be begun that could not be ended. */
static void
away_cb (SzWindow *self, gboolean away)
{
  GtkWidget *bar = g_object_get_data (G_OBJECT (self), BAR);

  if (bar == NULL)
    bar = make_bar (self);
  gtk_widget_set_visible (bar, away);
  gtk_widget_set_sensitive (self->place, !away);
}

void
_sz_window_watch_server (SzWindow *self, SzTasks *tasks)
{
  g_return_if_fail (SZ_IS_WINDOW (self) && SZ_IS_TASKS (tasks));

  if (g_object_get_data (G_OBJECT (self), BAR) != NULL)
    away_cb (self, FALSE);
  g_signal_connect_object (tasks, "away", G_CALLBACK (away_cb), self, G_CONNECT_SWAPPED);
}
