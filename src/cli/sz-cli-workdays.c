/* sz-cli-workdays.c — shizictl workdays: when a notice ends (RULE rec-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-calendar-book.h"
#include "sz-cli-commands.h"

/* The calendar that ships needs no college; one that is there may add its own days. */
static SzCalendar *
load_calendar (SzCli *cli, GError **error)
{
  gboolean there
      = g_str_has_prefix (cli->db, "sqlite:") || g_file_test (cli->db, G_FILE_TEST_EXISTS);
  SzOffice *office = there ? sz_cli_office (cli, error) : NULL;

  return there && office == NULL ? NULL : sz_calendar_book_load (office, error);
}

int
sz_cli_workdays (SzCli *cli, int argc, char **argv)
{
  g_autofree char *from = NULL;
  gint days = 0;
  const GOptionEntry entries[]
      = { { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("First day of the notice"), N_ ("DATE") },
          { "days", 0, 0, G_OPTION_ARG_INT, &days, N_ ("Working days"), "N" },
          { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (SzCalendar) calendar = NULL;
  g_autofree char *text = NULL;
  SzDate start;
  SzDate end;

  if (!sz_cli_parse (cli, "workdays", entries, &argc, &argv, 0, 0))
    return SZ_EXIT_USAGE;
  if (from == NULL || days < 1)
    return sz_cli_usage (cli, _ ("workdays wants --from DATE and --days N (N ≥ 1)."));
  if (!sz_cli_read_date (cli, "--from", from, SZ_DATE_NONE, &start))
    return SZ_EXIT_USAGE;
  calendar = load_calendar (cli, &error);
  if (calendar == NULL || !sz_calendar_end_of_notice (calendar, start, days, &end, &error))
    return sz_cli_fail (cli, error);

  text = sz_date_format (end);
  json_object_set_new (cli->document, "from", sz_cli_date (start));
  json_object_set_new (cli->document, "days", json_integer (days));
  json_object_set_new (cli->document, "to", sz_cli_date (end));
  sz_cli_print (cli, _ ("%d working days from %s end on %s\n"), days, from, text);
  return SZ_EXIT_DONE;
}
