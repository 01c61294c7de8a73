/* sz-cli-param.c — shizictl param list, param set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-commands.h"
#include "sz-params.h"

static json_t *
make_param (const SzParam *param)
{
  json_t *row = json_object ();

  json_object_set_new (row, "key", json_string (param->key));
  json_object_set_new (row, "value", json_loads (param->value, JSON_DECODE_ANY, NULL));
  json_object_set_new (row, "source", sz_cli_string (param->source));
  json_object_set_new (row, "from", sz_cli_date (param->from));
  json_object_set_new (row, "to", sz_cli_date (param->to));
  json_object_set_new (row, "preset", json_boolean (param->preset));
  return row;
}

int
sz_cli_param_list (SzCli *cli, int argc, char **argv)
{
  g_autofree char *on = NULL;
  const GOptionEntry entries[]
      = { { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("As of this day"), N_ ("DATE") }, { NULL } };
  const char *headings[] = { _ ("Key"), _ ("Value"), _ ("From"), _ ("Source"), NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) params = NULL;
  SzCliTable *table;
  SzOffice *office;
  SzDate day;
  json_t *rows;

  if (!sz_cli_parse (cli, "param list", entries, &argc, &argv, 0, 0))
    return SZ_EXIT_USAGE;
  office = sz_cli_office (cli, &error);
  if (office == NULL)
    return sz_cli_fail (cli, error);
  if (!sz_cli_read_date (cli, "--on", on, sz_office_today (office), &day))
    return SZ_EXIT_USAGE;
  params = sz_params_in_force (office, day, &error);
  if (params == NULL)
    return sz_cli_fail (cli, error);

  table = sz_cli_table_new (headings);
  rows = json_array ();
  for (guint i = 0; i < params->len; i++)
    {
      const SzParam *param = &g_array_index (params, SzParam, i);
      g_autofree char *from = sz_date_format (param->from);

      json_array_append_new (rows, make_param (param));
      sz_cli_table_row (table, param->key, param->value, from, param->source);
    }
  sz_cli_table_print (cli, table);
  json_object_set_new (cli->document, "date", sz_cli_date (day));
  json_object_set_new (cli->document, "params", rows);
  return SZ_EXIT_DONE;
}

int
sz_cli_param_set (SzCli *cli, int argc, char **argv)
{
  g_autofree char *from = NULL;
  g_autofree char *source = NULL;
  const GOptionEntry entries[]
      = { { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("In force from this day"), N_ ("DATE") },
          { "source", 0, 0, G_OPTION_ARG_STRING, &source, N_ ("Number of the document (文号)"),
            N_ ("TEXT") },
          { NULL } };
  g_autoptr (GError) error = NULL;
  SzOffice *office;
  SzDate day;

  if (!sz_cli_parse (cli, "param set KEY VALUE", entries, &argc, &argv, 2, 2))
    return SZ_EXIT_USAGE;
  if (from == NULL || source == NULL || *source == '\0')
    return sz_cli_usage (cli, _ ("param set wants --from DATE and --source 文号."));
  if (!sz_cli_read_date (cli, "--from", from, SZ_DATE_NONE, &day))
    return SZ_EXIT_USAGE;
  office = sz_cli_office (cli, &error);
  if (office == NULL || !sz_params_set (office, argv[1], argv[2], day, source, &error))
    return sz_cli_fail (cli, error);

  json_object_set_new (cli->document, "key", json_string (argv[1]));
  json_object_set_new (cli->document, "value", json_string (argv[2]));
  json_object_set_new (cli->document, "from", sz_cli_date (day));
  sz_cli_print (cli, _ ("%s is %s from %s on (%s)\n"), argv[1], argv[2], from, source);
  return SZ_EXIT_DONE;
}
