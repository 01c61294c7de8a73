/* sz-cli-pay.c — shizictl pay compute, pay list, pay show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli-pay.h"

#include <glib/gi18n.h>

#include "sz-cli-commands.h"
#include "sz-pay-act.h"

gboolean
sz_cli_pay_read_run (SzCli *cli, const char *text, gint64 *run)
{
  if (sz_decimal_parse (text, 0, run, NULL) && *run > 0)
    return TRUE;
  sz_cli_usage (cli, _ ("“%s” is no number of a pay run. “pay list” shows them."), text);
  return FALSE;
}

int
sz_cli_pay_compute (SzCli *cli, int argc, char **argv)
{
  g_autofree char *scheme = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[]
      = { { "scheme", 0, 0, G_OPTION_ARG_FILENAME, &scheme, N_ ("The scheme (分配方案)"),
            N_ ("FILE.json") },
          { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Compute, but store nothing"), NULL },
          { NULL } };
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzPayView) view = NULL;
  g_autoptr (GError) error = NULL;
  SzOffice *office;

  if (!sz_cli_parse (cli, "pay compute", entries, &argc, &argv, 0, 0))
    return SZ_EXIT_USAGE;
  if (scheme == NULL)
    return sz_cli_usage (cli, _ ("pay compute wants --scheme FILE.json."));
  office = sz_cli_office (cli, &error);
  if (office == NULL)
    return sz_cli_fail (cli, error);
  view = sz_office_pay_compute (office, scheme, dry_run ? SZ_PAY_DRY_RUN : SZ_PAY_STORE, issues,
                                sz_cli_progress (cli), NULL, &error);
  if (view == NULL || sz_issue_list_length (issues) > 0)
    sz_cli_findings (cli, issues);
  if (view == NULL)
    return sz_cli_fail (cli, error);
  sz_cli_pay_fill (cli, view);
  sz_cli_pay_print_summary (cli, view);
  return SZ_EXIT_DONE;
}

static json_t *
make_run (const SzPayHead *head)
{
  json_t *run = json_object ();

  sz_cli_pay_fill_head (run, head);
  json_object_set_new (run, "people", json_integer (head->people));
  json_object_set_new (run, "pool", sz_cli_decimal (head->pool_fen, 2));
  json_object_set_new (run, "reserve", sz_cli_decimal (head->reserve_fen, 2));
  json_object_set_new (run, "total", sz_cli_decimal (head->total_fen, 2));
  return run;
}

int
sz_cli_pay_list (SzCli *cli, int argc, char **argv)
{
  const char *headings[] = { _ (">Run"),    _ ("Scheme"), _ ("State"), _ ("Computed"),
                             _ (">People"), _ (">Total"), NULL };
  g_autoptr (GArray) heads = NULL;
  g_autoptr (GError) error = NULL;
  SzCliTable *table;
  SzOffice *office;
  json_t *runs;

  if (!sz_cli_parse (cli, "pay list", NULL, &argc, &argv, 0, 0))
    return SZ_EXIT_USAGE;
  office = sz_cli_office (cli, &error);
  heads = office != NULL ? sz_view_pay_list (office, &error) : NULL;
  if (heads == NULL)
    return sz_cli_fail (cli, error);
  table = sz_cli_table_new (headings);
  runs = json_array ();
  for (guint i = 0; i < heads->len; i++)
    {
      const SzPayHead *head = &g_array_index (heads, SzPayHead, i);
      g_autofree char *run = g_strdup_printf ("%" G_GINT64_FORMAT, head->run);
      g_autofree char *people = g_strdup_printf ("%" G_GINT64_FORMAT, head->people);
      g_autofree char *total = sz_money_format_grouped (head->total_fen);

      json_array_append_new (runs, make_run (head));
      sz_cli_table_row (table, run, head->name, head->state, head->at, people, total);
    }
  sz_cli_table_print (cli, table);
  json_object_set_new (cli->document, "runs", runs);
  return SZ_EXIT_DONE;
}

int
sz_cli_pay_show (SzCli *cli, int argc, char **argv)
{
  g_autoptr (SzPayView) view = NULL;
  g_autoptr (GError) error = NULL;
  SzOffice *office;
  gint64 run;

  if (!sz_cli_parse (cli, "pay show RUN", NULL, &argc, &argv, 1, 1)
      || !sz_cli_pay_read_run (cli, argv[1], &run))
    return SZ_EXIT_USAGE;
  office = sz_cli_office (cli, &error);
  view = office != NULL ? sz_view_pay_open (office, run, NULL, &error) : NULL;
  if (view == NULL)
    return sz_cli_fail (cli, error);
  sz_cli_pay_fill (cli, view);
  sz_cli_pay_print_summary (cli, view);
  sz_cli_pay_print_people (cli, view);
  return SZ_EXIT_DONE;
}
