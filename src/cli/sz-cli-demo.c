/* sz-cli-demo.c — shizictl demo: a made-up college and a full year of everything
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-commands.h"
#include "sz-demo.h"

/* An existing college is filled when it is empty; else one is made. */
static SzOffice *
open_or_create (SzCli *cli, guint people, GError **error)
{
  g_autofree char *path
      = g_str_has_prefix (cli->db, "sqlite:") ? g_strdup (cli->db + 7) : g_strdup (cli->db);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return sz_cli_office (cli, error);
  cli->office = sz_office_create (cli->db, cli->who, "示例技师学院", people, error);
  return cli->office;
}

/* Seeds beyond 32 bits are other seeds than their lower halves. */
static guint32
fold_seed (gint64 seed)
{
  guint32 high = (guint32)((guint64)seed >> 32);

  return (guint32)seed ^ high * 0x9e3779b9u;
}

int
sz_cli_demo (SzCli *cli, int argc, char **argv)
{
  gint people = 0;
  gint year = 0;
  gint64 seed = SZ_DEMO_SEED;
  const GOptionEntry entries[] = {
    { "people", 0, 0, G_OPTION_ARG_INT, &people, N_ ("How many people, 1 to 1,000,000"), "N" },
    { "year", 0, 0, G_OPTION_ARG_INT, &year, N_ ("The year to fill"), "Y" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_ ("The same seed gives the same data"), "S" },
    { NULL }
  };
  g_autoptr (GError) error = NULL;
  SzDemoRequest request;
  SzDemoReport report = { 0 };
  SzOffice *office;

  if (!sz_cli_parse (cli, "demo", entries, &argc, &argv, 0, 0))
    return SZ_EXIT_USAGE;
  if (people < 1 || people > SZ_DEMO_PEOPLE_MAX || year < 1990 || year > 2100)
    return sz_cli_usage (cli,
                         _ ("demo wants --people N (1 to 1,000,000) and --year Y (1990 to 2100)."));

  request = (SzDemoRequest){ .people = (guint)people, .year = year, .seed = fold_seed (seed) };
  office = open_or_create (cli, request.people, &error);
  if (office == NULL
      || !sz_office_demo (office, &request, &report, sz_cli_progress (cli), NULL, &error))
    return sz_cli_fail (cli, error);

  json_object_set_new (cli->document, "people", json_integer (report.people));
  json_object_set_new (cli->document, "year", json_integer (year));
  json_object_set_new (cli->document, "seed", json_integer (seed));
  json_object_set_new (cli->document, "teaching", json_integer (report.teaching));
  json_object_set_new (cli->document, "training", json_integer (report.training));
  json_object_set_new (cli->document, "parttime", json_integer (report.contracts));
  sz_cli_print (cli,
                _ ("A made-up college of %u people in %d: %u lessons, %u training records, %u "
                   "part-time contracts\n"),
                report.people, year, report.teaching, report.training, report.contracts);
  return SZ_EXIT_DONE;
}
