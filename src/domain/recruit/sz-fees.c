/* sz-fees.c — fees of part-time teachers and the funds for them 课酬与经费 (RULE rec-10, rec-26,
 * rec-27)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-fees.h"

#define MONTHS_A_YEAR 12
#define HOURS_SCALE 100

/* The tax on all that one ID gets now and got before in the month, less what was kept before,
 * spread over this sheet's lines by their gross (RULE rec-26, num-6). */
static gboolean
tax_group (SzFeeLine *lines,
           gsize n,
           guint group,
           const SzFeePaid *paid,
           const SzTaxRules *rules,
           GError **error)
{
  g_autofree gint64 *weights = g_new0 (gint64, n + 1);
  g_autofree SzMoney *shares = g_new0 (SzMoney, n + 1);
  g_autofree gsize *places = g_new0 (gsize, n + 1);
  gsize count = 0;
  SzMoney gross = paid->gross_fen;
  SzMoney due;

  for (gsize i = 0; i < n; i++)
    if (lines[i].group == group)
      {
        if (!sz_money_add (gross, lines[i].gross_fen, &gross, error))
          return FALSE;
        weights[count] = lines[i].gross_fen;
        places[count++] = i;
      }
  due = gross > 0 ? MAX (0, sz_tax_labour (rules, gross).tax_fen - paid->tax_fen) : 0;
  /* nothing on this sheet to take it from */
  if (gross <= paid->gross_fen)
    due = 0;
  if (!sz_money_apportion (due, "tax", weights, NULL, count, shares, NULL, error))
    return FALSE;
  for (gsize i = 0; i < count; i++)
    {
      lines[places[i]].tax_fen = shares[i];
      lines[places[i]].net_fen = lines[places[i]].gross_fen - shares[i];
    }
  return TRUE;
}

/* RULE rec-26 */
gboolean
sz_fees_compute (SzFeeLine *lines,
                 gsize n,
                 const SzFeePaid *paid,
                 gsize n_groups,
                 const SzTaxRules *rules,
                 GError **error)
{
  g_return_val_if_fail (lines != NULL || n == 0, FALSE);
  g_return_val_if_fail ((paid != NULL || n_groups == 0) && rules != NULL, FALSE);
  for (gsize i = 0; i < n; i++)
    if (!sz_decimal_div_round ((SzWide)lines[i].hours_x100 * lines[i].rate_fen, HOURS_SCALE,
                               &lines[i].gross_fen, error))
      return FALSE;
  for (guint group = 0; group < n_groups; group++)
    if (!tax_group (lines, n, group, &paid[group], rules, error))
      return FALSE;
  return TRUE;
}

/* RULE rec-10 */
gboolean
sz_funding_average (SzMoney pay_fen, gint64 number, SzMoney *average_fen, GError **error)
{
  g_return_val_if_fail (number > 0 && average_fen != NULL, FALSE);
  return sz_decimal_div_round (pay_fen, number, average_fen, error);
}

/* RULE rec-27 */
gboolean
sz_funding_months (
    SzMoney average_fen, const gint64 *months_x1e4, gsize n, SzMoney *computed_fen, GError **error)
{
  gint64 sum = 0;
  SzMoney before = 0;

  g_return_val_if_fail ((months_x1e4 != NULL && computed_fen != NULL) || n == 0, FALSE);
  for (gsize i = 0; i < n; i++)
    {
      SzMoney upto;

      sum += months_x1e4[i];
      if (!sz_decimal_div_round ((SzWide)average_fen * sum, (SzWide)MONTHS_A_YEAR * SZ_RATIO_ONE,
                                 &upto, error))
        return FALSE;
      computed_fen[i] = upto - before;
      before = upto;
    }
  return TRUE;
}
