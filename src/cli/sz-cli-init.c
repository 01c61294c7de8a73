/* sz-cli-init.c — shizictl init: an empty college
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-commands.h"

int
sz_cli_init (SzCli *cli, int argc, char **argv)
{
  g_autofree char *name = NULL;
  gint64 establishment = -1;
  const GOptionEntry entries[]
      = { { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("Name of the college"), N_ ("NAME") },
          { "establishment", 0, 0, G_OPTION_ARG_INT64, &establishment,
            N_ ("Posts of the establishment (编制员额)"), "N" },
          { NULL } };
  g_autofree char *posts = NULL;
  g_autoptr (GError) error = NULL;

  if (!sz_cli_parse (cli, "init", entries, &argc, &argv, 0, 0))
    return SZ_EXIT_USAGE;
  if (name == NULL || *name == '\0' || establishment < 0)
    return sz_cli_usage (cli, _ ("init wants --name NAME and --establishment N (N ≥ 0)."));

  cli->office = sz_office_create (cli->db, cli->who, name, establishment, &error);
  if (cli->office == NULL)
    return sz_cli_fail (cli, error);
  json_object_set_new (cli->document, "college", json_string (name));
  json_object_set_new (cli->document, "establishment", json_integer (establishment));
  json_object_set_new (cli->document, "db", json_string (cli->db));
  posts = sz_decimal_format (establishment, 0);
  sz_cli_print (cli, _ ("%s: an empty college with %s posts, in %s\n"), name, posts, cli->db);
  return SZ_EXIT_DONE;
}
