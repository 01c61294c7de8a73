/* sz-cli-safety.c — shizictl verify, backup, restore
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-commands.h"
#include "sz-safety.h"

static void
fill_report (SzCli *cli, const SzVerifyReport *report, gboolean sound)
{
  json_object_set_new (cli->document, "sound", json_boolean (sound));
  json_object_set_new (cli->document, "acts", json_integer (report->acts));
  json_object_set_new (cli->document, "changes", json_integer (report->changes));
  json_object_set_new (cli->document, "rows", json_integer (report->rows));
  json_object_set_new (cli->document, "runs", json_integer (report->runs));
  json_object_set_new (cli->document, "head", json_string (report->head));
}

int
sz_cli_verify (SzCli *cli, int argc, char **argv)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  SzVerifyReport report = { 0 };
  SzOffice *office;
  gboolean sound;

  if (!sz_cli_parse (cli, "verify", NULL, &argc, &argv, 0, 0))
    return SZ_EXIT_USAGE;
  office = sz_cli_office (cli, &error);
  if (office == NULL || !sz_office_verify (office, issues, &report, NULL, &error))
    return sz_cli_fail (cli, error);

  sound = sz_issue_list_errors (issues) == 0;
  fill_report (cli, &report, sound);
  sz_cli_findings (cli, issues);
  if (sound)
    sz_cli_print (cli,
                  _ ("Sound: %d acts, %d changes, %d rows and %d pay runs fit the log. Head: %s\n"),
                  (int)report.acts, (int)report.changes, (int)report.rows, (int)report.runs,
                  report.head);
  return sound ? SZ_EXIT_DONE : SZ_EXIT_REFUSED;
}

int
sz_cli_backup (SzCli *cli, int argc, char **argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = { { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
                                     N_ ("The backup to write"), N_ ("FILE") },
                                   { NULL } };
  g_autoptr (GError) error = NULL;
  SzOffice *office;

  if (!sz_cli_parse (cli, "backup", entries, &argc, &argv, 0, 0))
    return SZ_EXIT_USAGE;
  if (output == NULL)
    return sz_cli_usage (cli, _ ("backup wants -o FILE."));
  office = sz_cli_office (cli, &error);
  if (office == NULL || !sz_office_backup (office, output, NULL, &error))
    return sz_cli_fail (cli, error);

  json_object_set_new (cli->document, "file", json_string (output));
  json_object_set_new (cli->document, "verified", json_true ());
  sz_cli_print (cli, _ ("Backed up and read back: %s\n"), output);
  return SZ_EXIT_DONE;
}

int
sz_cli_restore (SzCli *cli, int argc, char **argv)
{
  g_autofree char *replaced = NULL;
  g_autoptr (GError) error = NULL;

  if (!sz_cli_parse (cli, "restore FILE", NULL, &argc, &argv, 1, 1))
    return SZ_EXIT_USAGE;
  if (!sz_office_restore (argv[1], cli->db, cli->who, &replaced, NULL, &error))
    return sz_cli_fail (cli, error);

  json_object_set_new (cli->document, "db", json_string (cli->db));
  json_object_set_new (cli->document, "replaced", sz_cli_string (replaced));
  sz_cli_print (cli, _ ("Restored: %s\n"), cli->db);
  if (replaced != NULL)
    sz_cli_print (cli, _ ("The file that was there before is kept as %s\n"), replaced);
  return SZ_EXIT_DONE;
}
