/* sz-recent.c — colleges opened lately
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-recent.h"

#include <string.h>

/* As many colleges are remembered. */
#define RECENT_MAX 8

GStrv
sz_recent_dup (GSettings *settings)
{
  g_auto (GStrv) paths = g_settings_get_strv (settings, "recent");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; paths[i] != NULL; i++)
    if (g_file_test (paths[i], G_FILE_TEST_IS_REGULAR))
      g_strv_builder_add (builder, paths[i]);
  return g_strv_builder_end (builder);
}

char *
sz_recent_dup_last (GSettings *settings)
{
  g_auto (GStrv) paths = g_settings_get_strv (settings, "recent");

  return paths[0] != NULL && g_file_test (paths[0], G_FILE_TEST_IS_REGULAR) ? g_strdup (paths[0])
                                                                            : NULL;
}

void
sz_recent_add (GSettings *settings, const char *path)
{
  g_auto (GStrv) old = g_settings_get_strv (settings, "recent");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) recent = NULL;
  guint n = 1;

  g_strv_builder_add (builder, path);
  for (gsize i = 0; old[i] != NULL && n < RECENT_MAX; i++)
    {
      if (g_str_equal (old[i], path))
        continue;
      g_strv_builder_add (builder, old[i]);
      n++;
    }
  recent = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "recent", (const char *const *)recent);
}

/* A menu takes an underline for a key. */
static char *
escape_label (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static gboolean
has_namesake (GStrv paths, gsize place, const char *name)
{
  for (gsize i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *other = g_path_get_basename (paths[i]);

      if (i != place && g_str_equal (other, name))
        return TRUE;
    }
  return FALSE;
}

void
sz_recent_fill (GMenu *menu, GSettings *settings)
{
  g_auto (GStrv) paths = sz_recent_dup (settings);

  g_menu_remove_all (menu);
  for (gsize i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *name = g_path_get_basename (paths[i]);
      g_autofree char *label = escape_label (has_namesake (paths, i, name) ? paths[i] : name);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "app.open-path", "s", paths[i]);
      g_menu_append_item (menu, item);
    }
}
