/* sz-cli-total.c — shizictl pay total: the year's performance pay as a whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-pay.h"
#include "sz-total-act.h"

static json_t *
make_money (SzMoney amount_fen)
{
  g_autofree char *text = sz_decimal_format (amount_fen, 2);

  return json_string (text);
}

static json_t *
make_sources (gconstpointer view)
{
  const SzTotal *total = &((const SzTotalView *)view)->total;
  json_t *sources = json_object ();

  for (const SzCode *fund = sz_codes_table (SZ_TABLE_FUND); fund->code != NULL; fund++)
    json_object_set_new (sources, fund->code, make_money (total->funds_fen[fund->value]));
  return sources;
}

static json_t *
make_account (gconstpointer source)
{
  return json_string (sz_addition_code (((const SzTotalSource *)source)->addition));
}

static const SzMember source_fields[] = {
  SZ_SHOW_MADE ("account", NULL, make_account),
  SZ_SHOW_TEXT (SzTotalSource, source, "source", NULL, .flags = SZ_EMPTY_TEXT),
  SZ_SHOW_MONEY (SzTotalSource, amount_fen, "amount", NULL),
  { NULL },
};

static json_t *
make_run_account (gconstpointer run)
{
  return json_string (
      sz_codes_by_value (SZ_TABLE_ACCOUNT, ((const SzPayYearRun *)run)->account)->name);
}

static const SzMember run_fields[] = {
  SZ_SHOW_COUNT (SzPayYearRun, run, "run", NULL),
  SZ_SHOW_TEXT (SzPayYearRun, name, "name", NULL),
  SZ_SHOW_TEXT (SzPayYearRun, state, "state", NULL),
  SZ_SHOW_MADE ("account", NULL, make_run_account),
  SZ_SHOW_MONEY (SzPayYearRun, amount_fen, "amount", NULL),
  { NULL },
};

static const SzMember year_fields[] = {
  SZ_SHOW_MONEY (SzPayYear, committed_fen, "committed", NULL),
  { NULL },
};

/* RULE pay-18: what is left of the cap behind what was paid and what is committed. */
static json_t *
make_left (gconstpointer of)
{
  const SzTotalView *view = of;

  return view->total.has_cap
             ? make_money (view->total.cap_fen - view->total.r_fen - view->runs->committed_fen)
             : json_null ();
}

static const SzMember runs_fields[] = {
  SZ_SHOW_LIST (SzPayYear, runs, "runs", NULL, run_fields),
  { NULL },
};

static const SzMember total_fields[] = {
  SZ_SHOW_COUNT (SzTotalView, year, "year", NULL),
  SZ_SHOW_MONEY (SzTotalView, total.r_fen, "R", NULL),
  SZ_SHOW_MONEY (SzTotalView,
                 total.cap_fen,
                 "CAP",
                 NULL,
                 .has = SZ_HAS (SzTotalView, total.has_cap)),
  SZ_SHOW_MONEY (SzTotalView, total.x_fen[SZ_ADDITION_TRANSFER], "X1", NULL),
  SZ_SHOW_MONEY (SzTotalView, total.x_fen[SZ_ADDITION_TALENT], "X2", NULL),
  SZ_SHOW_MONEY (SzTotalView, total.x_fen[SZ_ADDITION_APPROVED], "X3", NULL),
  SZ_SHOW_MONEY (SzTotalView, total.total_fen, "TOTAL", NULL),
  SZ_SHOW_MONEY (SzTotalView, total.base_next_fen, "BASE_next", NULL),
  SZ_SHOW_MADE ("sources", NULL, make_sources),
  SZ_SHOW_MONEY (SzTotalView, total.unfunded_fen, "sources_missing", NULL),
  SZ_SHOW_LIST (SzTotalView, sources, "addition_sources", NULL, source_fields),
  SZ_SHOW_MONEY (SzTotalView, total.train_net_fen, "training_net", NULL),
  SZ_SHOW_MONEY (SzTotalView, total.train_available_fen, "training_available", NULL),
  SZ_SHOW_COUNT (SzTotalView, facts.heads, "heads", NULL),
  SZ_SHOW_DECIMAL (SzTotalView,
                   total.level_x1e4,
                   "level",
                   NULL,
                   SZ_RATIO_DECIMALS,
                   .has = SZ_HAS (SzTotalView, total.has_level)),
  SZ_SHOW_FLAG (SzTotalView, total.within_cap, "within_cap", NULL),
  SZ_SHOW_INLINE (SzTotalView, runs, year_fields, .flags = SZ_POINTER),
  SZ_SHOW_MADE ("left", NULL, make_left),
  SZ_SHOW_INLINE (SzTotalView, runs, runs_fields, .flags = SZ_POINTER),
  { NULL },
};

static void
add_amount (SzTextTable *table, const char *name, SzMoney amount_fen)
{
  g_autofree char *amount = sz_money_format_grouped (amount_fen);

  sz_text_table_row (table, name, amount);
}

/* An account a line, so that the amounts stand below each other. */
static void
print_table (SzCli *cli, const SzTotalView *view)
{
  const char *headings[] = { _ ("Account"), _ (">Amount"), NULL };
  SzTextTable *table = sz_text_table_new (headings);
  const SzTotal *total = &view->total;

  add_amount (table, _ ("Regular pay (基础性 + 奖励性)"), total->r_fen);
  if (total->has_cap)
    add_amount (table, _ ("Approved total (核定总量)"), total->cap_fen);
  add_amount (table, _ ("Technology transfer (成果转化奖励)"), total->x_fen[SZ_ADDITION_TRANSFER]);
  add_amount (table, _ ("Sought-after talent (高层次人才)"), total->x_fen[SZ_ADDITION_TALENT]);
  add_amount (table, _ ("Approved additions (经批准核增)"), total->x_fen[SZ_ADDITION_APPROVED]);
  add_amount (table, _ ("All together (总量合计)"), total->total_fen);
  add_amount (table, _ ("Base of the next year"), total->base_next_fen);
  for (const SzCode *fund = sz_codes_table (SZ_TABLE_FUND); fund->code != NULL; fund++)
    {
      g_autofree char *name = g_strdup_printf (_ ("Source: %s"), fund->name);

      add_amount (table, name, total->funds_fen[fund->value]);
    }
  sz_cli_print_table (cli, table);
  if (total->has_level)
    {
      g_autofree char *level = sz_decimal_format (total->level_x1e4, SZ_RATIO_DECIMALS);

      sz_cli_print (cli, _ ("Level: %s times the baseline\n"), level);
    }
}

typedef struct
{
  int year;
} Asked;

static const SzArg args[] = {
  SZ_OPTION (YEAR, Asked, year, "year", N_ ("YEAR"), N_ ("The year"), .required = TRUE),
  { 0 },
};

static int
run_total (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  g_autoptr (SzTotalView) view = sz_office_total (office, asked->year, error);
  GError *refusal;

  if (view == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_fill (cli, total_fields, view);
  print_table (cli, view);
  if (sz_issue_list_length (view->issues) > 0)
    sz_cli_findings (cli, view->issues);
  refusal = sz_total_view_refusal (view);
  if (refusal != NULL)
    g_propagate_error (error, refusal);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_pay_total
    = { "pay total", N_ ("The year's performance pay as a whole, against its limit"),
        args,        sizeof (Asked),
        run_total,   .office = TRUE };
