/* main.c — shizi: the desktop program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-application.h"
#include "sz-desk-resources.h"
#include "sz-locale.h"

int
main (int argc, char **argv)
{
  g_autoptr (SzApplication) application = NULL;

  sz_locale_init ();
  g_resources_register (sz_desk_get_resource ());
  application = sz_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
