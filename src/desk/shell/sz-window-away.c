/* sz-window-away.c — the window says when the server is away, and goes on by itself (RULE srv-10);
 * and who else is writing, when that takes longer (RULE srv-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-window-private.h"

#include <glib/gi18n.h>

#include "sz-busy-watch.h"

#define BAR "away-bar"
#define WRITER_BAR "writer-bar"
#define WATCH "busy-watch"

static GtkWidget *
make_bar (SzWindow *self, const char *name, GtkMessageType type, const char *text)
{
  GtkWidget *bar = gtk_info_bar_new ();
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *box = gtk_widget_get_parent (self->place);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), label);
  gtk_info_bar_set_message_type (GTK_INFO_BAR (bar), type);
  gtk_box_insert_child_after (GTK_BOX (box), bar, gtk_widget_get_prev_sibling (self->place));
  g_object_set_data (G_OBJECT (self), name, bar);
  g_object_set_data (G_OBJECT (bar), "label", label);
  return bar;
}

/* Greyed, nothing can be begun that could not be ended. */
static void
away_cb (SzWindow *self, gboolean away)
{
  GtkWidget *bar = g_object_get_data (G_OBJECT (self), BAR);

  if (bar == NULL)
    bar = make_bar (self, BAR, GTK_MESSAGE_WARNING,
                    _ ("The server does not answer. What is shown is as it was; "
                       "the window goes on when the server is back."));
  gtk_widget_set_visible (bar, away);
  gtk_widget_set_sensitive (self->place, !away);
  if (away)
    gtk_widget_add_css_class (self->place, "sz-away");
  else
    gtk_widget_remove_css_class (self->place, "sz-away");
}

/* What is shown can be read all the while; what is saved waits. */
static void
writer_seen_cb (const char *who, const char *host, gpointer user_data)
{
  SzWindow *self = user_data;
  GtkWidget *bar = g_object_get_data (G_OBJECT (self), WRITER_BAR);
  g_autofree char *text = NULL;

  if (bar == NULL && who == NULL)
    return;
  if (bar == NULL)
    bar = make_bar (self, WRITER_BAR, GTK_MESSAGE_INFO, "");
  if (who != NULL)
    /* TRANSLATORS: a person, a computer */
    text = g_strdup_printf (_ ("%s is writing just now (at %s). What you save waits until that is "
                               "done."),
                            who, host);
  gtk_label_set_text (g_object_get_data (G_OBJECT (bar), "label"), text != NULL ? text : "");
  gtk_widget_set_visible (bar, who != NULL);
}

static void
watch_freed_cb (gpointer data)
{
  sz_busy_watch_free (data);
}

static void
window_gone_cb (GObject *self)
{
  g_object_set_data (self, WATCH, NULL);
}

void
_sz_window_watch_server (SzWindow *self, SzTasks *tasks)
{
  g_return_if_fail (SZ_IS_WINDOW (self) && SZ_IS_TASKS (tasks));

  if (g_object_get_data (G_OBJECT (self), BAR) != NULL)
    away_cb (self, FALSE);
  writer_seen_cb (NULL, NULL, self);
  g_object_set_data_full (G_OBJECT (self), WATCH,
                          sz_busy_watch_new (tasks, g_get_monotonic_time, writer_seen_cb, self),
                          watch_freed_cb);
  g_signal_connect (self, "destroy", G_CALLBACK (window_gone_cb), NULL);
  g_signal_connect_object (tasks, "away", G_CALLBACK (away_cb), self, G_CONNECT_SWAPPED);
}
