/* sz-locale.c — the language people read, decided once in main
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-locale.h"

#include <gio/gio.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

/* The environment variables gettext asks, strongest first. */
static const char *const language_variables[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };

static gboolean
names_no_language (const char *value)
{
  return value == NULL || *value == '\0' || g_str_equal (value, "C") || g_str_equal (value, "POSIX")
         || g_str_has_prefix (value, "C.");
}

static gboolean
environment_names_language (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (language_variables); i++)
    {
      if (!names_no_language (g_getenv (language_variables[i])))
        return TRUE;
    }
  return FALSE;
}

/* A small machine may lack the locale that its environment names: the language holds all the
 * same, and gettext must hear of it where it looks without one. */
static void
name_language (void)
{
  if (setlocale (LC_ALL, "") != NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (language_variables); i++)
    {
      g_autofree char *language = g_strdup (g_getenv (language_variables[i]));

      if (names_no_language (language))
        continue;
      language[strcspn (language, ".@")] = '\0';
      if (i > 0)
        g_setenv ("LANGUAGE", language, TRUE);
      return;
    }
}

static char *
find_catalogue_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *built
      = folder != NULL ? g_build_filename (folder, "..", "..", "locale", NULL) : NULL;
  g_autofree char *catalogue = built != NULL ? g_build_filename (built, "zh_CN", "LC_MESSAGES",
                                                                 GETTEXT_PACKAGE ".mo", NULL)
                                             : NULL;

  if (catalogue != NULL && g_file_test (catalogue, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&built);
  return g_strdup (SHIZI_LOCALEDIR);
}

void
sz_locale_init (void)
{
  g_autofree char *folder = find_catalogue_folder ();

  if (!environment_names_language ())
    g_setenv ("LANGUAGE", "zh_CN", TRUE);
  else
    name_language ();
  /* gettext does not look at LANGUAGE while the locale is plain C. */
  if (setlocale (LC_ALL, "") == NULL || g_str_equal (setlocale (LC_MESSAGES, NULL), "C")
      || g_str_equal (setlocale (LC_MESSAGES, NULL), "POSIX"))
    setlocale (LC_ALL, "C.UTF-8");
  setlocale (LC_NUMERIC, "C");

  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
