/* real-keys.c — keys and clicks of the X server, not of the toolkit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "real-keys.h"

static void
ended_cb (GPid pid, int status, gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
  g_spawn_close_pid (pid);
  g_main_context_wakeup (NULL);
}

static gboolean
has_ended (gpointer data)
{
  return *(gboolean *)data;
}

void
real_xdotool (const char *first, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  gboolean ended = FALSE;
  va_list more;
  GPid pid;

  /* What the window has let go of, as the grab of a menu, the server must know first. */
  desk_turn ();
  gdk_display_sync (gdk_display_get_default ());
  g_ptr_array_add (words, (gpointer) "xdotool");
  va_start (more, first);
  for (const char *word = first; word != NULL; word = va_arg (more, const char *))
    g_ptr_array_add (words, (gpointer)word);
  va_end (more);
  g_ptr_array_add (words, NULL);
  g_spawn_async (NULL, (char **)words->pdata, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD,
                 NULL, NULL, &pid, &error);
  g_assert_no_error (error);
  g_child_watch_add (pid, ended_cb, &ended);
  desk_wait (has_ended, &ended);
}

void
real_press (const char *key)
{
  real_xdotool ("key", "--clearmodifiers", key, NULL);
}

typedef struct
{
  DeskCondition condition;
  gpointer data;
  gint64 until;
} Patience;

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
holds_or_late (gpointer data)
{
  const Patience *patience = data;

  return patience->condition (patience->data) || g_get_monotonic_time () > patience->until;
}

void
real_press_until (const char *key, DeskCondition condition, gpointer data)
{
  const guint tick = g_timeout_add_seconds (1, tick_cb, NULL);

  for (guint i = 0; i < 20 && !condition (data); i++)
    {
      Patience patience = { condition, data, g_get_monotonic_time () + 5 * G_USEC_PER_SEC };

      real_press (key);
      desk_wait (holds_or_late, &patience);
      /* Late, a menu may have come that was waited for no more. */
      if (!condition (data) && !g_str_equal (key, "Escape"))
        real_press ("Escape");
    }
  g_source_remove (tick);
  desk_wait (condition, data);
}
