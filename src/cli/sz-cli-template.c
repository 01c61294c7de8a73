/* sz-cli-template.c — template KIND -o FILE: an empty workbook to fill in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-commands.h"
#include "sz-template.h"

int
sz_cli_template (SzCli *cli, int argc, char **argv)
{
  g_autofree char *path = NULL;
  GOptionEntry entries[] = { { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path,
                               N_ ("The workbook to write"), N_ ("FILE.xlsx") },
                             { NULL } };
  g_autoptr (GError) error = NULL;
  const SzImportKind *kind;

  if (!sz_cli_parse (cli, "template KIND -o FILE.xlsx", entries, &argc, &argv, 1, 1))
    return SZ_EXIT_USAGE;
  kind = sz_cli_import_kind (cli, argv[1]);
  if (kind == NULL)
    return SZ_EXIT_USAGE;
  if (path == NULL)
    return sz_cli_usage (cli, _ ("Say with -o FILE.xlsx where the template goes."));
  if (!sz_office_template (kind, path, &error))
    return sz_cli_fail (cli, error);
  json_object_set_new (cli->document, "kind", json_string (kind->word));
  json_object_set_new (cli->document, "file", json_string (path));
  sz_cli_print (cli,
                _ ("%s is ready to be filled in: headings with * are required, the grey row is "
                   "an example.\n"),
                path);
  return SZ_EXIT_DONE;
}
