/* sz-cli-tax.c — shizictl tax month, bonus, labour
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-pay.h"
#include "sz-decimal.h"
#include "sz-tax-view.h"

/* One entry of the year and where it left it. */
typedef struct
{
  SzTaxEntry entry;
  SzTaxStep step;
} Row;

static json_t *
make_source (gconstpointer of)
{
  const Row *row = of;
  g_autofree char *run = g_strdup_printf ("run %" G_GINT64_FORMAT, row->entry.run);

  return json_string (row->entry.source == SZ_TAX_SALARY     ? "salary"
                      : row->entry.source == SZ_TAX_TRANSFER ? "transfer"
                                                             : run);
}

/* Percent, no decimals. */
static json_t *
make_percent (const SzTaxBracket *bracket)
{
  g_autofree char *text = sz_decimal_format ((bracket->rate_x1e4 + 50) / 100, 0);

  return json_string (text);
}

static json_t *
make_rate (gconstpointer of)
{
  return make_percent (((const Row *)of)->step.bracket);
}

static json_t *
make_quick (gconstpointer of)
{
  g_autofree char *text = sz_money_format (((const Row *)of)->step.bracket->quick_fen);

  return json_string (text);
}

static const SzMember row_fields[] = {
  SZ_SHOW_COUNT (Row, entry.month, "month", N_ ("Month")),
  SZ_SHOW_MADE ("source", N_ ("Source"), make_source),
  SZ_SHOW_MONEY (Row, entry.income_fen, "income", N_ ("Income")),
  SZ_SHOW_MONEY (Row, step.cumulative_income_fen, "cumulative_income", NULL),
  SZ_SHOW_MONEY (Row, step.deduction_fen, "deduction", N_ ("Deduction")),
  SZ_SHOW_MONEY (Row, step.special_fen, "special", NULL),
  SZ_SHOW_MONEY (Row, step.additional_fen, "additional", NULL),
  SZ_SHOW_MONEY (Row, step.other_fen, "other", NULL),
  SZ_SHOW_MONEY (Row, step.exempt_fen, "exempt", NULL),
  SZ_SHOW_MONEY (Row, step.taxable_fen, "taxable", N_ ("Taxable")),
  SZ_SHOW_MADE ("rate", N_ ("Rate %"), make_rate),
  SZ_SHOW_MADE ("quick", NULL, make_quick),
  SZ_SHOW_MONEY (Row, step.cumulative_tax_fen, "cumulative_tax", N_ ("Tax so far")),
  SZ_SHOW_MONEY (Row, step.withheld_before_fen, "withheld_before", NULL),
  SZ_SHOW_MONEY (Row, step.due_fen, "due", N_ ("Due")),
  SZ_SHOW_MONEY (Row, step.withheld_fen, "withheld", N_ ("Withheld")),
  { NULL },
};

typedef struct
{
  const char *staff_no;
  int year;
  GArray *rows;
  SzMoney withheld_fen;
} Months;

static const SzMember months_fields[] = {
  SZ_SHOW_TEXT (Months, staff_no, "staff_no", NULL),
  SZ_SHOW_COUNT (Months, year, "year", NULL),
  SZ_SHOW_LIST (Months, rows, "rows", "", row_fields),
  SZ_SHOW_MONEY (Months, withheld_fen, "withheld", N_ ("Withheld")),
  { NULL },
};

typedef struct
{
  const char *staff_no;
  int year;
} MonthAsked;

static const SzArg month_args[] = {
  SZ_WORD_OF (TEXT, MonthAsked, staff_no, N_ ("工号")),
  SZ_OPTION (YEAR, MonthAsked, year, "year", N_ ("YEAR"), N_ ("The year"), .required = TRUE),
  { 0 },
};

static int
run_month (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const MonthAsked *asked = data;
  g_autoptr (SzTaxMonths) view = sz_view_tax_months (office, asked->staff_no, asked->year, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  Months months;

  if (view == NULL)
    return SZ_EXIT_REFUSED;
  for (guint i = 0; i < view->n; i++)
    {
      Row row = { view->entries[i], view->steps[i] };

      g_array_append_val (rows, row);
    }
  months = (Months){ view->staff_no, view->year, rows, view->withheld_fen };
  sz_cli_show (cli, months_fields, &months);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_tax_month
    = { "tax month", N_ ("One person's tax of a year, month by month"),
        month_args,  sizeof (MonthAsked),
        run_month,   .office = TRUE };

typedef struct
{
  SzMoney amount_fen;
  SzTaxBonus bonus;
  const char *staff_no;
  gboolean with_person;
  gboolean used;
  SzTaxChoice choice;
} Bonus;

static json_t *
make_bonus_rate (gconstpointer of)
{
  return make_percent (((const Bonus *)of)->bonus.bracket);
}

static json_t *
make_bonus_quick (gconstpointer of)
{
  g_autofree char *text = sz_money_format (((const Bonus *)of)->bonus.bracket->quick_fen);

  return json_string (text);
}

static json_t *
make_cliff (gconstpointer of)
{
  const SzTaxBonus *bonus = &((const Bonus *)of)->bonus;
  g_autofree char *edge = sz_money_format (bonus->edge_fen);
  g_autofree char *lost = sz_money_format (bonus->lost_fen);
  g_autofree char *from = sz_money_format (bonus->free_from_fen);

  return bonus->cliff ? json_pack ("{s:s, s:s, s:s}", "edge", edge, "lost", lost, "free_from", from)
                      : json_null ();
}

static const SzMember bonus_fields[] = {
  SZ_SHOW_MONEY (Bonus, amount_fen, "amount", N_ ("Bonus")),
  SZ_SHOW_MONEY (Bonus, bonus.tax_fen, "tax", N_ ("Tax")),
  SZ_SHOW_MADE ("rate", N_ ("Rate %"), make_bonus_rate),
  SZ_SHOW_MADE ("quick", NULL, make_bonus_quick),
  SZ_SHOW_MONEY (Bonus, bonus.net_fen, "net", N_ ("Net")),
  SZ_SHOW_MADE ("cliff", NULL, make_cliff),
  { NULL },
};

static json_t *
make_bonus_way (gconstpointer of)
{
  const Bonus *bonus = of;

  return json_string (bonus->choice.bonus && !bonus->used && bonus->amount_fen > 0 ? "bonus"
                                                                                   : "monthly");
}

static json_t *
make_separate (gconstpointer of)
{
  const Bonus *bonus = of;
  g_autofree char *text = sz_money_format (bonus->choice.separate_fen);

  return bonus->used ? json_null () : json_string (text);
}

static const SzMember choice_fields[] = {
  SZ_SHOW_TEXT (Bonus, staff_no, "staff_no", NULL),
  SZ_SHOW_MADE ("way", N_ ("Way"), make_bonus_way),
  SZ_SHOW_MADE ("separate", N_ ("By itself"), make_separate),
  SZ_SHOW_MONEY (Bonus, choice.merged_fen, "merged", N_ ("With the wages")),
  SZ_SHOW_COUNT (Bonus, choice.estimated_months, "estimated_months", NULL),
  { NULL },
};

typedef struct
{
  SzMoney amount_fen;
  const char *staff_no;
  SzDate on;
} BonusAsked;

static const SzArg bonus_args[] = {
  SZ_WORD_OF (DECIMAL, BonusAsked, amount_fen, N_ ("AMOUNT"), .decimals = 2),
  SZ_WORD_OF (TEXT, BonusAsked, staff_no, N_ ("工号"), .optional = TRUE),
  SZ_OPTION (DATE, BonusAsked, on, "on", N_ ("DATE"), N_ ("The day of payment")),
  { 0 },
};

static int
run_bonus (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const BonusAsked *asked = data;
  SzDate on = sz_cli_day (office, asked->on);
  Bonus bonus = { .amount_fen = asked->amount_fen, .staff_no = asked->staff_no };
  SzTaxRules rules;

  if (!sz_view_tax_rules (office, on, &rules, error))
    return SZ_EXIT_REFUSED;
  bonus.bonus = sz_tax_bonus (&rules, asked->amount_fen);
  if (asked->staff_no != NULL
      && !sz_view_tax_choice (office, asked->staff_no, on, asked->amount_fen, &bonus.choice,
                              &bonus.used, error))
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, bonus_fields, &bonus);
  if (asked->staff_no != NULL)
    sz_cli_show (cli, choice_fields, &bonus);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_tax_bonus
    = { "tax bonus", N_ ("The tax of an annual bonus, with its cliff; for a person both ways"),
        bonus_args,  sizeof (BonusAsked),
        run_bonus,   .office = TRUE };

typedef struct
{
  SzMoney amount_fen;
  SzTaxLabour labour;
} Labour;

static json_t *
make_labour_rate (gconstpointer of)
{
  return make_percent (((const Labour *)of)->labour.bracket);
}

static const SzMember labour_fields[] = {
  SZ_SHOW_MONEY (Labour, amount_fen, "amount", N_ ("Payment")),
  SZ_SHOW_MONEY (Labour, labour.tax_fen, "tax", N_ ("Tax")),
  SZ_SHOW_MADE ("rate", N_ ("Rate %"), make_labour_rate),
  SZ_SHOW_MONEY (Labour, labour.net_fen, "net", N_ ("Net")),
  { NULL },
};

static const SzArg labour_args[] = {
  SZ_WORD_OF (DECIMAL, BonusAsked, amount_fen, N_ ("AMOUNT"), .decimals = 2),
  SZ_OPTION (DATE, BonusAsked, on, "on", N_ ("DATE"), N_ ("The day of payment")),
  { 0 },
};

static int
run_labour (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const BonusAsked *asked = data;
  Labour labour = { .amount_fen = asked->amount_fen };
  SzTaxRules rules;

  if (!sz_view_tax_rules (office, sz_cli_day (office, asked->on), &rules, error))
    return SZ_EXIT_REFUSED;
  labour.labour = sz_tax_labour (&rules, asked->amount_fen);
  sz_cli_show (cli, labour_fields, &labour);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_tax_labour
    = { "tax labour", N_ ("The tax of labour service (劳务报酬) of one month"),
        labour_args,  sizeof (BonusAsked),
        run_labour,   .office = TRUE };
