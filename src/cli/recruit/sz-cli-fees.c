/* sz-cli-fees.c — shizictl fees, funding (RULE rec-26, rec-10, rec-27)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-recruit.h"
#include "sz-fees-act.h"

static const SzMember line_fields[] = {
  SZ_SHOW_TEXT (SzFeePerson, agreement, "agreement", N_ ("Agreement")),
  SZ_SHOW_TEXT (SzFeePerson, name, "name", N_ ("Name")),
  SZ_SHOW_DECIMAL (SzFeePerson, line.hours_x100, "hours", N_ ("Hours"), SZ_HOURS_DECIMALS),
  SZ_SHOW_MONEY (SzFeePerson, line.rate_fen, "rate", N_ ("Rate")),
  SZ_SHOW_MONEY (SzFeePerson, line.gross_fen, "gross", N_ ("Gross")),
  SZ_SHOW_MONEY (SzFeePerson, line.tax_fen, "tax", N_ ("Tax")),
  SZ_SHOW_MONEY (SzFeePerson, line.net_fen, "net", N_ ("Net")),
  { NULL },
};

static const SzMember totals_fields[] = {
  SZ_SHOW_COUNT (SzFeeSheet, people, "people", N_ ("People")),
  SZ_SHOW_DECIMAL (SzFeeSheet, hours_x100, "hours", N_ ("Hours"), SZ_HOURS_DECIMALS),
  SZ_SHOW_MONEY (SzFeeSheet, gross_fen, "gross", N_ ("Gross")),
  SZ_SHOW_MONEY (SzFeeSheet, tax_fen, "tax", N_ ("Tax")),
  SZ_SHOW_MONEY (SzFeeSheet, net_fen, "net", N_ ("Net")),
  { NULL },
};

static const SzMember sheet_fields[] = {
  SZ_SHOW_COUNT (SzFeeSheet, id, "sheet", N_ ("Sheet"), .flags = SZ_ZERO_NULL),
  SZ_SHOW_DATE (SzFeeSheet, paid_on, "paid_on", N_ ("Paid on")),
  SZ_SHOW_DATE (SzFeeSheet, from, "from", N_ ("From")),
  SZ_SHOW_DATE (SzFeeSheet, to, "to", N_ ("To")),
  SZ_SHOW_LIST (SzFeeSheet, lines, "lines", "", line_fields),
  SZ_SHOW_GROUP ("totals", NULL, totals_fields),
  SZ_SHOW_SAY (N_ ("Together: gross {totals.gross}, tax {totals.tax}, net {totals.net}")),
  { NULL },
};

static const SzArg compute_args[] = {
  SZ_OPTION (DATE, SzFeeAsk, from, "from", N_ ("DATE"), N_ ("First day taught"), .required = TRUE),
  SZ_OPTION (DATE, SzFeeAsk, to, "to", N_ ("DATE"), N_ ("Last day taught"), .required = TRUE),
  SZ_OPTION (
      DATE, SzFeeAsk, paid_on, "paid-on", N_ ("DATE"), N_ ("Day of payment"), .required = TRUE),
  SZ_OPTION (FLAG, SzFeeAsk, keep, "keep", NULL, N_ ("Keep the sheet")),
  { 0 },
};

static int
run_compute (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzFeeSheet) sheet = sz_fees_sheet (office, data, issues, error);

  if (sheet == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, sheet_fields, sheet);
  if (sz_issue_list_length (issues) > 0)
    sz_cli_findings (cli, issues);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_fees_compute = { "fees compute", N_ ("A sheet of fees with its tax"),
                                           compute_args,   sizeof (SzFeeAsk),
                                           run_compute,    .office = TRUE };

typedef struct
{
  gint64 sheet;
} SheetAsked;

static const SzArg sheet_args[] = {
  SZ_WORD_OF (COUNT, SheetAsked, sheet, N_ ("SHEET"), .least = 1),
  { 0 },
};

static int
run_show (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  g_autoptr (SzFeeSheet) sheet = sz_fees_load (office, ((const SheetAsked *)data)->sheet, error);

  if (sheet == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, sheet_fields, sheet);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_fees_show
    = { "fees show",   N_ ("A kept sheet of fees"), sheet_args, sizeof (SheetAsked), run_show,
        .office = TRUE };

static const SzMember deleted_fields[] = {
  SZ_SHOW_COUNT (SheetAsked, sheet, "sheet", NULL),
  { NULL },
};

static int
run_delete (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  if (!sz_fees_delete (office, ((const SheetAsked *)data)->sheet, error))
    return SZ_EXIT_REFUSED;
  sz_cli_fill (cli, deleted_fields, data);
  sz_cli_print (cli, _ ("The sheet is gone; its records are free again.\n"));
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_fees_delete
    = { "fees delete", N_ ("Takes back the latest sheet of a month"),
        sheet_args,    sizeof (SheetAsked),
        run_delete,    .office = TRUE };

static const SzMember kept_fields[] = {
  SZ_SHOW_COUNT (SzFeeSheet, id, "sheet", N_ ("Sheet")),
  SZ_SHOW_DATE (SzFeeSheet, paid_on, "paid_on", N_ ("Paid on")),
  SZ_SHOW_DATE (SzFeeSheet, from, "from", N_ ("From")),
  SZ_SHOW_DATE (SzFeeSheet, to, "to", N_ ("To")),
  SZ_SHOW_GROUP ("totals", NULL, totals_fields),
  { NULL },
};

typedef struct
{
  GPtrArray *sheets;
} List;

static const SzMember list_fields[] = {
  SZ_SHOW_LIST (List, sheets, "sheets", "", kept_fields, .holds = SZ_HOLDS_POINTERS),
  { NULL },
};

static int
run_list (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  g_autoptr (GPtrArray) sheets = sz_fees_list (office, error);
  List list = { sheets };

  if (sheets == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, list_fields, &list);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_fees_list
    = { "fees list", N_ ("The kept sheets of fees"), NULL, 0, run_list, .office = TRUE };

typedef struct
{
  int year;
  int pay_year;
} FundingAsked;

static const SzArg funding_args[] = {
  SZ_OPTION (YEAR, FundingAsked, year, "year", N_ ("Y"), N_ ("The year"), .required = TRUE),
  SZ_OPTION (YEAR, FundingAsked, pay_year, "pay-year", N_ ("Y"), N_ ("The year of the senior pay")),
  { 0 },
};

#define MONTH_MEMBERS                                                                              \
  SZ_SHOW_DECIMAL (SzFundingMonth, person_months_x1e4, "person_months", N_ ("Person-months"),      \
                   SZ_RATIO_DECIMALS),                                                             \
      SZ_SHOW_MONEY (SzFundingMonth, computed, "computed", N_ ("Computed")),                       \
      SZ_SHOW_MONEY (SzFundingMonth, approved, "approved", N_ ("Approved")),                       \
      SZ_SHOW_MONEY (SzFundingMonth, paid, "paid", N_ ("Paid")),                                   \
      SZ_SHOW_MONEY (SzFundingMonth, difference, "difference", N_ ("Difference")),                 \
      SZ_SHOW_MONEY (SzFundingMonth, balance, "balance", N_ ("Balance"))

static const SzMember month_fields[] = {
  SZ_SHOW_COUNT (SzFundingMonth, month, "month", N_ ("Month")),
  MONTH_MEMBERS,
  { NULL },
};

static const SzMember year_fields[] = { MONTH_MEMBERS, { NULL } };

typedef struct
{
  SzFunding funding;
  const SzFundingMonth *months;
  guint n_months;
} Funding;

static const SzMember funding_fields[] = {
  SZ_SHOW_COUNT (Funding, funding.year, "year", NULL),
  SZ_SHOW_COUNT (Funding, funding.pay_year, "pay_year", NULL),
  SZ_SHOW_COUNT (Funding, funding.senior, "senior", N_ ("Senior staff")),
  SZ_SHOW_MONEY (Funding, funding.pay_total, "pay_total", N_ ("Their pay")),
  SZ_SHOW_MONEY (Funding, funding.average, "average", N_ ("Average")),
  SZ_SHOW_SPAN (Funding, months, n_months, "months", "", month_fields),
  SZ_SHOW_OBJECT (Funding, funding.totals, "totals", N_ ("Total"), year_fields, .flags = SZ_FOOT),
  { NULL },
};

static int
run_funding (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const FundingAsked *asked = data;
  Funding answer = { .n_months = SZ_FUNDING_MONTHS };

  if (!sz_funding (office, asked->year, asked->pay_year, &answer.funding, error))
    return SZ_EXIT_REFUSED;
  answer.months = answer.funding.months;
  sz_cli_show (cli, funding_fields, &answer);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_funding
    = { "funding",    N_ ("The fiscal funds for part-time teachers, by month"),
        funding_args, sizeof (FundingAsked),
        run_funding,  .office = TRUE };
