/* sz-recent.c — colleges opened lately
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-recent.h"

#include <string.h>

#include "sz-office.h"
#include "sz-server-address.h"

/* As many colleges are remembered. */
#define RECENT_MAX 8

/* Whether a server answers is seen when it is opened. */
static gboolean
is_there (const char *path)
{
  return sz_office_at_server (path) || g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

GStrv
sz_recent_dup (GSettings *settings)
{
  g_auto (GStrv) paths = g_settings_get_strv (settings, "recent");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; paths[i] != NULL; i++)
    if (is_there (paths[i]))
      g_strv_builder_add (builder, paths[i]);
  return g_strv_builder_end (builder);
}

char *
sz_recent_dup_last (GSettings *settings)
{
  g_auto (GStrv) paths = g_settings_get_strv (settings, "recent");

  return paths[0] != NULL && is_there (paths[0]) ? g_strdup (paths[0]) : NULL;
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

char *
sz_recent_dup_name (const char *path, char **place)
{
  g_return_val_if_fail (path != NULL && place != NULL, NULL);

  if (sz_office_at_server (path))
    {
      g_auto (SzServerAddress) address = { 0 };

      if (sz_server_address_read (path, &address))
        {
          *place = g_strconcat (address.login, "@", address.place, NULL);
          return g_steal_pointer (&address.database);
        }
    }
  *place = g_path_get_dirname (path);
  return g_path_get_basename (path);
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
      g_autofree char *beside = NULL;
      g_autofree char *other = sz_recent_dup_name (paths[i], &beside);

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
      g_autofree char *place = NULL;
      g_autofree char *name = sz_recent_dup_name (paths[i], &place);
      g_autofree char *whole = sz_office_at_server (paths[i])
                                   ? g_strdup_printf ("%s (%s)", name, place)
                                   : g_strdup (paths[i]);
      g_autofree char *label = escape_label (
          sz_office_at_server (paths[i]) || has_namesake (paths, i, name) ? whole : name);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "app.open-path", "s", paths[i]);
      g_menu_append_item (menu, item);
    }
}
