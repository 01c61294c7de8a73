/* sz-act-guard.c — what the account may not do is insensitive, with the reason as tooltip (RULE
 * acc-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-act-guard.h"

#include <glib/gi18n.h>

#include "sz-task.h"

/* One guarded widget. */
typedef struct
{
  const char *act;
  SzTasks *tasks; /* weak: of the window it stands in */
  gulong changed;
  gboolean denied;
  gboolean wish; /* what its page says of it */
  gboolean own;  /* it is set here */
  char *tooltip; /* (nullable): what it said before */
} Guard;

static void
let_tasks_go (Guard *guard)
{
  /* A widget that goes away is disconnected before this is let go. */
  if (guard->tasks != NULL && g_signal_handler_is_connected (guard->tasks, guard->changed))
    g_signal_handler_disconnect (guard->tasks, guard->changed);
  guard->changed = 0;
  g_clear_weak_pointer (&guard->tasks);
}

static void
guard_freed_cb (gpointer data)
{
  Guard *guard = data;

  let_tasks_go (guard);
  g_free (guard->tooltip);
  g_free (guard);
}

static void
set_sensitive (GtkWidget *widget, Guard *guard, gboolean sensitive)
{
  guard->own = TRUE;
  gtk_widget_set_sensitive (widget, sensitive);
  guard->own = FALSE;
}

static void
judge (GtkWidget *widget, Guard *guard)
{
  const gboolean denied = guard->tasks != NULL && !sz_tasks_allows (guard->tasks, guard->act);

  if (denied == guard->denied)
    return;
  guard->denied = denied;
  if (denied)
    {
      guard->wish = gtk_widget_get_sensitive (widget);
      g_free (guard->tooltip);
      guard->tooltip = g_strdup (gtk_widget_get_tooltip_text (widget));
      gtk_widget_set_tooltip_text (widget, _ ("Your role may not do this."));
    }
  else
    gtk_widget_set_tooltip_text (widget, guard->tooltip);
  set_sensitive (widget, guard, !denied && guard->wish);
}

static void
sensitive_changed_cb (GtkWidget *widget, GParamSpec *pspec, gpointer user_data)
{
  Guard *guard = user_data;

  if (guard->own || !guard->denied)
    return;
  guard->wish = gtk_widget_get_sensitive (widget);
  if (guard->wish)
    set_sensitive (widget, guard, FALSE);
}

static void
tasks_changed_cb (GtkWidget *widget)
{
  judge (widget, g_object_get_data (G_OBJECT (widget), "sz-guard"));
}

/* Only now it is known which window it stands in. */
static void
mapped_cb (GtkWidget *widget, gpointer user_data)
{
  Guard *guard = user_data;
  GtkRoot *root = gtk_widget_get_root (widget);
  SzTasks *tasks = root != NULL ? g_object_get_data (G_OBJECT (root), SZ_ACT_GUARD_TASKS) : NULL;

  if (tasks != NULL && tasks != guard->tasks)
    {
      let_tasks_go (guard);
      g_set_weak_pointer (&guard->tasks, tasks);
      guard->changed = g_signal_connect_object (tasks, "changed", G_CALLBACK (tasks_changed_cb),
                                                widget, G_CONNECT_SWAPPED);
    }
  judge (widget, guard);
}

void
sz_act_guard (GtkWidget *widget, const char *act)
{
  Guard *guard;

  g_return_if_fail (GTK_IS_WIDGET (widget) && act != NULL);

  guard = g_new0 (Guard, 1);
  guard->act = act;
  guard->wish = TRUE;
  g_object_set_data_full (G_OBJECT (widget), "sz-guard", guard, guard_freed_cb);
  g_signal_connect (widget, "map", G_CALLBACK (mapped_cb), guard);
  g_signal_connect (widget, "notify::sensitive", G_CALLBACK (sensitive_changed_cb), guard);
  if (gtk_widget_get_mapped (widget))
    mapped_cb (widget, guard);
}
