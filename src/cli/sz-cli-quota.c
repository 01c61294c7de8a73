/* sz-cli-quota.c — shizictl quota, quota check: part-time teachers within the establishment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-commands.h"
#include "sz-quota-day.h"

static void
fill_day (SzCli *cli, const SzQuotaDay *day)
{
  json_t *document = cli->document;

  json_object_set_new (document, "date", sz_cli_date (day->date));
  json_object_set_new (document, "establishment", json_integer (day->establishment));
  json_object_set_new (document, "full_time_teachers", json_integer (day->full_time));
  json_object_set_new (document, "limit_by_establishment",
                       json_integer (day->limit.limit_by_establishment));
  json_object_set_new (document, "limit_by_share", json_integer (day->limit.limit_by_share));
  json_object_set_new (document, "limit", json_integer (day->limit.limit));
  json_object_set_new (document, "used", sz_cli_decimal (day->used_x1e4, SZ_RATIO_DECIMALS));
  json_object_set_new (document, "available",
                       sz_cli_decimal (day->available_x1e4, SZ_RATIO_DECIMALS));
  json_object_set_new (document, "contracts", json_integer (day->contracts));
  json_object_set_new (document, "open_cases", json_integer (day->open_cases));
}

static void
print_day (SzCli *cli, const SzQuotaDay *day)
{
  g_autofree char *date = sz_date_format (day->date);
  g_autofree char *establishment = sz_decimal_format (day->establishment, 0);
  g_autofree char *full_time = sz_decimal_format (day->full_time, 0);
  g_autofree char *limit = sz_decimal_format (day->limit.limit, 0);
  g_autofree char *by_establishment = sz_decimal_format (day->limit.limit_by_establishment, 0);
  g_autofree char *by_share = sz_decimal_format (day->limit.limit_by_share, 0);
  g_autofree char *used = sz_decimal_format (day->used_x1e4, SZ_RATIO_DECIMALS);
  g_autofree char *available = sz_decimal_format (day->available_x1e4, SZ_RATIO_DECIMALS);

  sz_cli_print (cli, _ ("On %s: establishment %s, full-time teachers %s\n"), date, establishment,
                full_time);
  sz_cli_print (cli, _ ("Limit %s: the lesser of %s by establishment and %s by share\n"), limit,
                by_establishment, by_share);
  sz_cli_print (cli, _ ("Used %s by %u contracts and %u open cases; %s available\n"), used,
                day->contracts, day->open_cases, available);
}

int
sz_cli_quota (SzCli *cli, int argc, char **argv)
{
  g_autofree char *on = NULL;
  const GOptionEntry entries[]
      = { { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("As of this day"), N_ ("DATE") }, { NULL } };
  g_autoptr (GError) error = NULL;
  SzOffice *office;
  SzQuotaDay result;
  SzDate day;

  if (!sz_cli_parse (cli, "quota", entries, &argc, &argv, 0, 0))
    return SZ_EXIT_USAGE;
  if (on != NULL && !sz_cli_read_date (cli, "--on", on, SZ_DATE_NONE, &day))
    return SZ_EXIT_USAGE;
  office = sz_cli_office (cli, &error);
  if (office == NULL)
    return sz_cli_fail (cli, error);
  if (on == NULL)
    day = sz_office_today (office);
  if (!sz_quota_on (office, day, &result, &error))
    return sz_cli_fail (cli, error);
  fill_day (cli, &result);
  print_day (cli, &result);
  return SZ_EXIT_DONE;
}

static json_t *
make_holder (const SzQuotaHolder *holder)
{
  json_t *object = json_object ();

  json_object_set_new (object, "agreement", json_string (holder->agreement));
  json_object_set_new (object, "name", json_string (holder->name));
  json_object_set_new (object, "from", sz_cli_date (holder->from));
  json_object_set_new (object, "to", sz_cli_date (holder->to));
  json_object_set_new (object, "fte", sz_cli_decimal (holder->fte_x1e4, SZ_RATIO_DECIMALS));
  return object;
}

static void
fill_judgement (SzCli *cli, const SzQuotaJudgement *judgement)
{
  json_t *document = cli->document;
  json_t *peak = json_object ();
  json_t *holders = json_array ();

  fill_day (cli, &judgement->day);
  json_object_set_new (peak, "date", sz_cli_date (judgement->peak_day));
  json_object_set_new (peak, "used", sz_cli_decimal (judgement->peak_used_x1e4, SZ_RATIO_DECIMALS));
  for (guint i = 0; i < judgement->holders->len; i++)
    json_array_append_new (holders,
                           make_holder (&g_array_index (judgement->holders, SzQuotaHolder, i)));
  json_object_set_new (document, "from", sz_cli_date (judgement->from));
  json_object_set_new (document, "to", sz_cli_date (judgement->to));
  json_object_set_new (document, "asked",
                       sz_cli_decimal (judgement->asked_x1e4, SZ_RATIO_DECIMALS));
  json_object_set_new (document, "peak", peak);
  json_object_set_new (document, "first_day_over",
                       judgement->first_day_over != SZ_DATE_NONE
                           ? sz_cli_date (judgement->first_day_over)
                           : json_null ());
  json_object_set_new (document, "accepted", json_boolean (judgement->accepted));
  json_object_set_new (document, "filled_by", holders);
}

static void
print_holders (SzCli *cli, const SzQuotaJudgement *judgement)
{
  const char *headings[]
      = { _ ("Agreement"), _ ("Name"), _ ("From"), _ ("To"), _ (">Share"), NULL };
  SzCliTable *table = sz_cli_table_new (headings);

  for (guint i = 0; i < judgement->holders->len; i++)
    {
      const SzQuotaHolder *holder = &g_array_index (judgement->holders, SzQuotaHolder, i);
      g_autofree char *from = sz_date_format (holder->from);
      g_autofree char *to = sz_date_format (holder->to);
      g_autofree char *fte = sz_decimal_format (holder->fte_x1e4, SZ_RATIO_DECIMALS);

      sz_cli_table_row (table, holder->agreement, holder->name, from, to, fte);
    }
  sz_cli_table_print (cli, table);
}

static void
print_judgement (SzCli *cli, const SzQuotaJudgement *judgement)
{
  g_autofree char *peak = sz_date_format (judgement->peak_day);
  g_autofree char *used = sz_decimal_format (judgement->peak_used_x1e4, SZ_RATIO_DECIMALS);
  g_autofree char *asked = sz_decimal_format (judgement->asked_x1e4, SZ_RATIO_DECIMALS);
  g_autofree char *over = sz_date_format (judgement->first_day_over);

  print_day (cli, &judgement->day);
  sz_cli_print (cli, _ ("Asked %s; the most taken is %s, on %s\n"), asked, used, peak);
  if (judgement->accepted)
    sz_cli_print (cli, _ ("It fits on every day.\n"));
  else
    sz_cli_print (cli, _ ("The first day over the limit is %s. These fill it:\n"), over);
  if (!judgement->accepted)
    print_holders (cli, judgement);
}

static gboolean
read_fte (SzCli *cli, const char *text, gint64 *fte_x1e4)
{
  *fte_x1e4 = SZ_RATIO_ONE;
  if (text == NULL)
    return TRUE;
  if (sz_decimal_parse (text, SZ_RATIO_DECIMALS, fte_x1e4, NULL) && *fte_x1e4 > 0)
    return TRUE;
  sz_cli_usage (cli, _ ("--fte wants a share of a post such as 0.5, not “%s”."), text);
  return FALSE;
}

int
sz_cli_quota_check (SzCli *cli, int argc, char **argv)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *fte = NULL;
  const GOptionEntry entries[]
      = { { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("First day of the term"), N_ ("DATE") },
          { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("Last day of the term"), N_ ("DATE") },
          { "fte", 0, 0, G_OPTION_ARG_STRING, &fte, N_ ("Share of a post, 1 at first"), "X" },
          { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (SzQuotaJudgement) judgement = NULL;
  SzOffice *office;
  gint64 asked_x1e4;
  SzDate first;
  SzDate last;

  if (!sz_cli_parse (cli, "quota check", entries, &argc, &argv, 0, 0))
    return SZ_EXIT_USAGE;
  if (from == NULL || to == NULL)
    return sz_cli_usage (cli, _ ("quota check wants --from DATE and --to DATE."));
  if (!sz_cli_read_date (cli, "--from", from, SZ_DATE_NONE, &first)
      || !sz_cli_read_date (cli, "--to", to, SZ_DATE_NONE, &last)
      || !read_fte (cli, fte, &asked_x1e4))
    return SZ_EXIT_USAGE;
  office = sz_cli_office (cli, &error);
  judgement = office != NULL ? sz_quota_judge (office, &(SzQuotaAsk){ .from = first, .to = last, .asked_x1e4 = asked_x1e4 }, &error) : NULL;
  if (judgement == NULL)
    return sz_cli_fail (cli, error);
  fill_judgement (cli, judgement);
  print_judgement (cli, judgement);
  if (judgement->accepted)
    return SZ_EXIT_DONE;
  sz_quota_refuse (office, judgement, &error);
  return sz_cli_fail (cli, error);
}
