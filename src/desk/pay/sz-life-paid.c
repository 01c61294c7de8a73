/* sz-life-paid.c — what is paid of a run, or would be, as a tab (RULE pay-16, tax-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-life-lists.h"

enum
{
  NET_STAFF_NO,
  NET_NAME,
  NET_TOTAL,
  NET_ADVANCE,
  NET_CORRECTION,
  NET_TAX,
  NET_WAY,
  NET_OTHER,
  NET_OWED,
  NET_ACTUAL,
  NET_HINT,
};

static guint
count_nets (const SzRunLife *life)
{
  return life->paid != NULL ? life->paid->net->people->len : 0;
}

static const SzNetPerson *
get_net (const SzRunLife *life, guint row)
{
  return &g_array_index (life->paid->net->people, SzNetPerson, row);
}

static const char *
get_way (SzPayWay way)
{
  /* TRANSLATORS: the bonus is taxed by itself 单, or with the wages 并 */
  return way == SZ_PAY_WAY_BONUS ? _ ("alone") : way == SZ_PAY_WAY_MONTHLY ? _ ("merged") : "";
}

/* RULE tax-2: the cliff is said before it costs anybody money. */
static char *
write_hint (const SzRunLife *life, const SzNetPerson *person)
{
  const SzPayTaxLine *line = sz_pay_tax_view_find (life->paid, person->staff_no);
  g_autofree char *lost = NULL;
  g_autofree char *from = NULL;

  if (person->net.owed_after_fen < 0)
    {
      g_autofree char *owed = sz_money_format_grouped (person->net.owed_after_fen);

      return g_strdup_printf (_ ("still owes %s"), owed);
    }
  if (line == NULL || person->net.way != SZ_PAY_WAY_BONUS || !line->bonus.cliff)
    return g_strdup ("");
  lost = sz_money_format_grouped (line->bonus.lost_fen);
  from = sz_money_format_grouped (line->bonus.free_from_fen);
  /* TRANSLATORS: what a smaller bonus would leave more; from which amount nothing is lost */
  return g_strdup_printf (_ ("⚠ loses %s; nothing from %s on"), lost, from);
}

static SzMoney
get_net_amount (const SzPayNet *net, guint column)
{
  switch (column)
    {
    case NET_TOTAL:
      return net->total_fen;
    case NET_ADVANCE:
      return net->advance_fen;
    case NET_CORRECTION:
      return net->correction_fen;
    case NET_TAX:
      return net->tax_fen;
    case NET_OTHER:
      return net->other_fen;
    case NET_OWED:
      return net->owed_fen;
    case NET_ACTUAL:
    default:
      return net->actual_fen;
    }
}

static char *
write_net (const SzRunLife *life, guint row, guint column)
{
  const SzNetPerson *person = get_net (life, row);

  switch (column)
    {
    case NET_STAFF_NO:
      return g_strdup (person->staff_no);
    case NET_NAME:
      return g_strdup (person->name);
    case NET_WAY:
      return g_strdup (get_way (person->net.way));
    case NET_HINT:
      return write_hint (life, person);
    default:
      return sz_money_format_grouped (get_net_amount (&person->net, column));
    }
}

static int
compare_nets (const SzRunLife *life, guint a, guint b, guint column)
{
  const SzNetPerson *one = get_net (life, a);
  const SzNetPerson *other = get_net (life, b);

  switch (column)
    {
    case NET_STAFF_NO:
      return strcmp (one->staff_no, other->staff_no);
    case NET_NAME:
      return strcmp (one->name, other->name);
    case NET_WAY:
      return (int)one->net.way - (int)other->net.way;
    case NET_HINT:
      return sz_money_compare (one->net.owed_after_fen, other->net.owed_after_fen);
    default:
      return sz_money_compare (get_net_amount (&one->net, column),
                               get_net_amount (&other->net, column));
    }
}

static char *
foot_nets (const SzRunLife *life)
{
  g_autofree char *on = sz_date_format (life->on);
  g_autofree char *total = NULL;
  g_autofree char *tax = NULL;
  g_autofree char *actual = NULL;

  if (life->paid == NULL)
    return g_strdup (life->paid_fault);
  total = sz_money_format_grouped (life->paid->net->totals.total_fen);
  tax = sz_money_format_grouped (life->paid->net->totals.tax_fen);
  actual = sz_money_format_grouped (life->paid->net->totals.actual_fen);
  if (g_strcmp0 (life->steps->state, "paid") == 0)
    /* TRANSLATORS: day, 应发, 个税, 实发 */
    return g_strdup_printf (_ ("paid on %s · total %s · tax %s · paid out %s"), on, total, tax,
                            actual);
  return g_strdup_printf (_ ("would be paid on %s · total %s · tax %s · paid out %s"), on, total,
                          tax, actual);
}

static const char *
find_missing (const SzRunLife *life)
{
  return life->paid_faults;
}

/* A column that says nothing of anybody is left out, as on F20. */
static gboolean
is_shown (const SzRunLife *life, guint column)
{
  const SzPayNet *totals = life->paid != NULL ? &life->paid->net->totals : NULL;

  switch (column)
    {
    case NET_ADVANCE:
    case NET_CORRECTION:
    case NET_OTHER:
    case NET_OWED:
      return totals != NULL && get_net_amount (totals, column) != 0;
    case NET_TAX:
    case NET_WAY:
      return totals == NULL || totals->tax_fen != 0 || life->paid->lines->len > 0;
    default:
      return TRUE;
    }
}

static const SzFigureColumn net_columns[]
    = { { .title = N_ ("Staff no."), .width = 70, .code = TRUE },
        { .title = N_ ("Name"), .width = 72 },
        { .title = N_ ("Total"), .width = 96, .numeric = TRUE },
        { .title = N_ ("Advance"), .width = 88, .numeric = TRUE },
        { .title = N_ ("Corrections"), .width = 88, .numeric = TRUE },
        { .title = N_ ("Tax"), .width = 84, .numeric = TRUE },
        { .title = N_ ("Way"), .width = 44 },
        { .title = N_ ("Other"), .width = 76, .numeric = TRUE },
        { .title = N_ ("Owed"), .width = 84, .numeric = TRUE },
        { .title = N_ ("Paid out"), .width = 100, .numeric = TRUE },
        { .title = N_ ("Note"), .width = 150, .expand = TRUE } };

static const SzLifeButton net_buttons[]
    = { { N_ ("_Bank List…"), "pay.bank" }, { N_ ("_Tax…"), "pay.tax" }, { NULL, NULL } };

static const SzLifeButton import_salaries = { N_ ("_Import Salaries…"), "win.import" };

const SzLifeList sz_life_paid = { "paid",
                                  N_ ("Payout"),
                                  N_ ("What is paid out cannot be told yet."),
                                  net_columns,
                                  G_N_ELEMENTS (net_columns),
                                  net_buttons,
                                  NULL,
                                  count_nets,
                                  write_net,
                                  compare_nets,
                                  foot_nets,
                                  find_missing,
                                  &import_salaries,
                                  is_shown };
