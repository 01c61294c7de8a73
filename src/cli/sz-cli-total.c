/* sz-cli-total.c — shizictl pay total: the year's performance pay as a whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-commands.h"
#include "sz-total-act.h"

static json_t *
make_sources (const SzTotal *total)
{
  json_t *sources = json_object ();

  for (const SzCode *fund = sz_codes_table (SZ_TABLE_FUND); fund->code != NULL; fund++)
    json_object_set_new (sources, fund->code, sz_cli_decimal (total->funds_fen[fund->value], 2));
  return sources;
}

static json_t *
make_addition_sources (const SzTotalView *view)
{
  json_t *list = json_array ();

  for (guint i = 0; i < view->sources->len; i++)
    {
      const SzTotalSource *source = &g_array_index (view->sources, SzTotalSource, i);
      json_t *object = json_object ();

      json_object_set_new (object, "account", json_string (sz_addition_code (source->addition)));
      json_object_set_new (object, "source", json_string (source->source));
      json_object_set_new (object, "amount", sz_cli_decimal (source->amount_fen, 2));
      json_array_append_new (list, object);
    }
  return list;
}

static void
fill_document (SzCli *cli, const SzTotalView *view)
{
  const SzTotal *total = &view->total;
  json_t *document = cli->document;

  json_object_set_new (document, "year", json_integer (view->year));
  json_object_set_new (document, "R", sz_cli_decimal (total->r_fen, 2));
  json_object_set_new (document, "CAP",
                       total->has_cap ? sz_cli_decimal (total->cap_fen, 2) : json_null ());
  for (int i = 0; i < SZ_N_ADDITIONS; i++)
    json_object_set_new (document, sz_addition_code ((SzAddition)i),
                         sz_cli_decimal (total->x_fen[i], 2));
  json_object_set_new (document, "TOTAL", sz_cli_decimal (total->total_fen, 2));
  json_object_set_new (document, "BASE_next", sz_cli_decimal (total->base_next_fen, 2));
  json_object_set_new (document, "sources", make_sources (total));
  json_object_set_new (document, "sources_missing", sz_cli_decimal (total->unfunded_fen, 2));
  json_object_set_new (document, "addition_sources", make_addition_sources (view));
  json_object_set_new (document, "training_net", sz_cli_decimal (total->train_net_fen, 2));
  json_object_set_new (document, "training_available",
                       sz_cli_decimal (total->train_available_fen, 2));
  json_object_set_new (document, "heads", json_integer (view->facts.heads));
  json_object_set_new (document, "level",
                       total->has_level ? sz_cli_decimal (total->level_x1e4, SZ_RATIO_DECIMALS)
                                        : json_null ());
  json_object_set_new (document, "within_cap", json_boolean (total->within_cap));
}

static void
add_amount (SzCliTable *table, const char *name, SzMoney amount_fen)
{
  g_autofree char *amount = sz_money_format_grouped (amount_fen);

  sz_cli_table_row (table, name, amount);
}

static void
print_table (SzCli *cli, const SzTotalView *view)
{
  const char *headings[] = { _ ("Account"), _ (">Amount"), NULL };
  SzCliTable *table = sz_cli_table_new (headings);
  const SzTotal *total = &view->total;

  add_amount (table, _ ("R (基础性 + 奖励性)"), total->r_fen);
  if (total->has_cap)
    add_amount (table, _ ("CAP (核定总量)"), total->cap_fen);
  add_amount (table, _ ("X1 (科技成果转化)"), total->x_fen[SZ_ADDITION_TRANSFER]);
  add_amount (table, _ ("X2 (高层次人才)"), total->x_fen[SZ_ADDITION_TALENT]);
  add_amount (table, _ ("X3 (经批准核增)"), total->x_fen[SZ_ADDITION_APPROVED]);
  add_amount (table, _ ("TOTAL"), total->total_fen);
  add_amount (table, _ ("Base of the next year"), total->base_next_fen);
  for (const SzCode *fund = sz_codes_table (SZ_TABLE_FUND); fund->code != NULL; fund++)
    {
      g_autofree char *name = g_strdup_printf (_ ("Source: %s"), fund->name);

      add_amount (table, name, total->funds_fen[fund->value]);
    }
  sz_cli_table_print (cli, table);
  if (total->has_level)
    {
      g_autofree char *level = sz_decimal_format (total->level_x1e4, SZ_RATIO_DECIMALS);

      sz_cli_print (cli, _ ("Level: %s times the baseline\n"), level);
    }
}

int
sz_cli_pay_total (SzCli *cli, int argc, char **argv)
{
  int year = 0;
  const GOptionEntry entries[]
      = { { "year", 0, 0, G_OPTION_ARG_INT, &year, N_ ("The year"), N_ ("YEAR") }, { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refusal = NULL;
  g_autoptr (SzTotalView) view = NULL;
  SzOffice *office;

  if (!sz_cli_parse (cli, "pay total", entries, &argc, &argv, 0, 0))
    return SZ_EXIT_USAGE;
  if (year < 1990 || year > 2100)
    return sz_cli_usage (cli, _ ("%s wants a year such as 2025."), "--year");
  office = sz_cli_office (cli, &error);
  view = office != NULL ? sz_office_total (office, year, &error) : NULL;
  if (view == NULL)
    return sz_cli_fail (cli, error);
  if (cli->json)
    fill_document (cli, view);
  else
    print_table (cli, view);
  if (sz_issue_list_length (view->issues) > 0)
    sz_cli_findings (cli, view->issues);
  refusal = sz_total_view_refusal (view);
  return refusal != NULL ? sz_cli_fail (cli, refusal) : SZ_EXIT_DONE;
}
