/* sz-tax.c — personal income tax 个人所得税: tables, labour service, the annual bonus
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-tax.h"

#include "sz-decimal.h"

#define MONTHS 12

gboolean
sz_tax_table_check (const SzTaxTable *table)
{
  g_return_val_if_fail (table != NULL, FALSE);

  if (table->n == 0 || table->n > SZ_TAX_BRACKETS_MAX)
    return FALSE;
  for (guint i = 0; i < table->n; i++)
    {
      const SzTaxBracket *bracket = &table->brackets[i];
      gboolean last = i + 1 == table->n;
      SzMoney below_fen = i > 0 ? table->brackets[i - 1].up_to_fen : 0;

      if (bracket->rate_x1e4 < 0 || bracket->rate_x1e4 > SZ_RATIO_ONE || bracket->quick_fen < 0
          || (last ? bracket->up_to_fen != 0 : bracket->up_to_fen <= below_fen))
        return FALSE;
    }
  return TRUE;
}

/* The bracket of numerator / denominator, exactly. */
static const SzTaxBracket *
find_bracket (const SzTaxTable *table, SzWide numerator, SzWide denominator)
{
  guint i = 0;

  g_assert (table->n > 0 && table->n <= SZ_TAX_BRACKETS_MAX);
  while (i + 1 < table->n && numerator > table->brackets[i].up_to_fen * denominator)
    i++;
  return &table->brackets[i];
}

/* round2(base × rate − quick); no rate is over 1, so it fits where the base does. */
static SzMoney
apply_bracket (const SzTaxBracket *bracket, SzWide numerator, SzWide denominator)
{
  SzMoney tax_fen = 0;
  gboolean fits = sz_decimal_div_round (numerator * bracket->rate_x1e4, denominator * SZ_RATIO_ONE,
                                        &tax_fen, NULL);

  g_assert (fits);
  return MAX (tax_fen - bracket->quick_fen, 0);
}

const SzTaxBracket *
sz_tax_table_find (const SzTaxTable *table, SzMoney base_fen)
{
  g_return_val_if_fail (table != NULL && table->n > 0, NULL);
  return find_bracket (table, base_fen, 1);
}

SzMoney
sz_tax_table_apply (const SzTaxTable *table, SzMoney base_fen)
{
  g_return_val_if_fail (table != NULL && table->n > 0, 0);
  return base_fen > 0 ? apply_bracket (find_bracket (table, base_fen, 1), base_fen, 1) : 0;
}

/* RULE tax-3 */
SzTaxLabour
sz_tax_labour (const SzTaxRules *rules, SzMoney amount_fen)
{
  SzTaxLabour labour = { 0 };
  gboolean flat;
  SzWide base;
  SzWide unit;

  g_return_val_if_fail (rules != NULL && amount_fen >= 0, labour);
  flat = amount_fen <= rules->labour_edge_fen;
  base = flat ? MAX (amount_fen - rules->labour_flat_fen, 0)
              : (SzWide)amount_fen * rules->labour_share_x1e4;
  unit = flat ? 1 : SZ_RATIO_ONE;
  labour.bracket = find_bracket (&rules->labour_table, base, unit);
  labour.tax_fen = apply_bracket (labour.bracket, base, unit);
  labour.net_fen = amount_fen - labour.tax_fen;
  return labour;
}

static SzMoney
find_bonus_net (const SzTaxTable *table, SzMoney amount_fen)
{
  return amount_fen - apply_bracket (find_bracket (table, amount_fen, MONTHS), amount_fen, 1);
}

/* RULE tax-2: the smallest amount over @edge_fen that leaves @net_fen or more. Within a bracket the
 * net never falls, so each is asked for its own smallest. */
static SzMoney
find_free_from (const SzTaxTable *table, SzMoney edge_fen, SzMoney net_fen)
{
  SzMoney lower_fen = edge_fen;

  for (guint i = 0; i < table->n; i++)
    {
      const SzTaxBracket *bracket = &table->brackets[i];
      SzMoney upper_fen = bracket->up_to_fen * MONTHS;
      SzMoney found_fen;

      if (i + 1 < table->n && upper_fen <= edge_fen)
        continue;
      if (bracket->rate_x1e4 == SZ_RATIO_ONE
          || !sz_decimal_div_ceil ((SzWide)(net_fen - bracket->quick_fen) * SZ_RATIO_ONE,
                                   SZ_RATIO_ONE - bracket->rate_x1e4, &found_fen, NULL))
        continue;
      found_fen = MAX (found_fen, lower_fen + 1);
      while (found_fen > lower_fen + 1 && find_bonus_net (table, found_fen - 1) >= net_fen)
        found_fen--;
      while (find_bonus_net (table, found_fen) < net_fen
             && (i + 1 == table->n || found_fen <= upper_fen))
        found_fen++;
      if (i + 1 == table->n || found_fen <= upper_fen)
        return found_fen;
      lower_fen = upper_fen;
    }
  return 0;
}

SzTaxBonus
sz_tax_bonus (const SzTaxRules *rules, SzMoney amount_fen)
{
  SzTaxBonus bonus = { 0 };
  const SzTaxTable *table;
  SzMoney edge_net_fen;

  g_return_val_if_fail (rules != NULL && amount_fen >= 0, bonus);
  table = &rules->month_table;
  bonus.bracket = find_bracket (table, amount_fen, MONTHS);
  bonus.tax_fen = apply_bracket (bonus.bracket, amount_fen, 1);
  bonus.net_fen = amount_fen - bonus.tax_fen;
  if (bonus.bracket == table->brackets)
    return bonus;
  bonus.edge_fen = bonus.bracket[-1].up_to_fen * MONTHS;
  edge_net_fen = find_bonus_net (table, bonus.edge_fen);
  bonus.cliff = bonus.net_fen < edge_net_fen;
  if (bonus.cliff)
    {
      bonus.lost_fen = edge_net_fen - bonus.net_fen;
      bonus.free_from_fen = find_free_from (table, bonus.edge_fen, edge_net_fen);
    }
  return bonus;
}
