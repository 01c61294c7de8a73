/* main.c — shizi: the desktop program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-application.h"
#include "sz-desk-resources.h"
#include "sz-locale.h"
#include "sz-message.h"

/* A program that runs from its build folder finds the settings' schema there. */
static void
find_schema (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *data
      = folder != NULL ? g_build_filename (folder, "..", "..", "data", NULL) : NULL;
  g_autofree char *compiled
      = data != NULL ? g_build_filename (data, "gschemas.compiled", NULL) : NULL;

  if (compiled != NULL && g_file_test (compiled, G_FILE_TEST_IS_REGULAR))
    g_setenv ("GSETTINGS_SCHEMA_DIR", data, FALSE);
}

/* The language is decided before the first word is translated. */
static void
choose_language (void)
{
  static const char *const languages[] = { NULL, "zh_CN", "en" };
  g_autoptr (GSettings) settings = g_settings_new ("org.shizi.Shizi");
  guint choice = (guint)g_settings_get_enum (settings, "language");

  if (choice < G_N_ELEMENTS (languages) && languages[choice] != NULL)
    g_setenv ("LANGUAGE", languages[choice], TRUE);
}

int
main (int argc, char **argv)
{
  g_autoptr (SzApplication) application = NULL;

  find_schema ();
  choose_language ();
  sz_locale_init ();
  sz_message_set_voice (SZ_VOICE_DESK);
  sz_desk_register_resource ();
  application = sz_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
