/* sz-pay-net.c — from 应发 to 实发, one sum
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-net.h"

#include <string.h>

static const char *const words[] = {
  [SZ_PAY_WAY_NONE] = "none",
  [SZ_PAY_WAY_MONTHLY] = "monthly",
  [SZ_PAY_WAY_BONUS] = "bonus",
};

const char *
sz_pay_way_word (SzPayWay way)
{
  g_return_val_if_fail ((guint)way < G_N_ELEMENTS (words), NULL);
  return words[way];
}

SzPayWay
sz_pay_way_parse (const char *word)
{
  g_return_val_if_fail (word != NULL, SZ_PAY_WAY_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (word, words[i]) == 0)
      return (SzPayWay)i;
  return SZ_PAY_WAY_NONE;
}

gboolean
sz_pay_net_gross (SzPayNet *net, GError **error)
{
  g_return_val_if_fail (net != NULL, FALSE);
  return sz_money_sub (net->total_fen, net->advance_fen, &net->gross_fen, error)
         && sz_money_add (net->gross_fen, net->correction_fen, &net->gross_fen, error);
}

gboolean
sz_pay_net_close (SzPayNet *net, GError **error)
{
  SzMoney sum_fen;

  g_return_val_if_fail (net != NULL && net->owed_fen <= 0, FALSE);
  if (!sz_money_sub (net->gross_fen, net->tax_fen, &net->due_fen, error)
      || !sz_money_sub (net->due_fen, net->other_fen, &net->due_fen, error)
      || !sz_money_add (net->due_fen, net->owed_fen, &sum_fen, error))
    return FALSE;
  net->actual_fen = MAX (sum_fen, 0);
  net->owed_after_fen = sum_fen - net->actual_fen;
  return TRUE;
}

gboolean
sz_pay_net_add (SzPayNet *sums, const SzPayNet *net, GError **error)
{
  static const gsize fields[] = {
    G_STRUCT_OFFSET (SzPayNet, total_fen),      G_STRUCT_OFFSET (SzPayNet, advance_fen),
    G_STRUCT_OFFSET (SzPayNet, correction_fen), G_STRUCT_OFFSET (SzPayNet, gross_fen),
    G_STRUCT_OFFSET (SzPayNet, tax_fen),        G_STRUCT_OFFSET (SzPayNet, other_fen),
    G_STRUCT_OFFSET (SzPayNet, due_fen),        G_STRUCT_OFFSET (SzPayNet, owed_fen),
    G_STRUCT_OFFSET (SzPayNet, actual_fen),     G_STRUCT_OFFSET (SzPayNet, owed_after_fen),
  };

  g_return_val_if_fail (sums != NULL && net != NULL, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      SzMoney *sum_fen = G_STRUCT_MEMBER_P (sums, fields[i]);

      if (!sz_money_add (*sum_fen, G_STRUCT_MEMBER (SzMoney, net, fields[i]), sum_fen, error))
        return FALSE;
    }
  return TRUE;
}
