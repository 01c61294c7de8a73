/* sz-transfer.c — cash awards for technology transfer 科技成果转化现金奖励, X1 (RULE pay-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-transfer.h"

#include "sz-decimal.h"

static void
find_ratio (const SzTransferRules *rules, const SzTransfer *transfer, SzIssueList *issues)
{
  g_autofree char *ratio = sz_decimal_format (transfer->ratio_x1e4, SZ_RATIO_DECIMALS);
  g_autofree char *min = sz_decimal_format (rules->ratio_min_x1e4, SZ_RATIO_DECIMALS);
  g_autofree char *max = sz_decimal_format (rules->ratio_max_x1e4, SZ_RATIO_DECIMALS);

  if (transfer->ratio_x1e4 >= rules->ratio_min_x1e4
      && transfer->ratio_x1e4 <= rules->ratio_max_x1e4)
    return;
  sz_issue_list_add (issues, SZ_SEVERITY_ERROR, "transfer.ratio_out_of_range", 0, NULL, ratio,
                     "project", transfer->project, "min", min, "max", max, NULL);
}

/* Shares of a third each end at 0.9999: only what rounding cannot explain is said. */
static void
find_shares_sum (const SzTransfer *transfer, SzIssueList *issues)
{
  g_autofree char *text = NULL;
  gint64 sum = 0;

  for (gsize i = 0; i < transfer->n_parts; i++)
    sum += transfer->parts[i].share_x1e4;
  if (ABS (sum - SZ_RATIO_ONE) < (gint64)transfer->n_parts)
    return;
  if (sum == SZ_RATIO_ONE)
    return;
  text = sz_decimal_format (sum, SZ_RATIO_DECIMALS);
  sz_issue_list_add (issues, SZ_SEVERITY_WARNING, "transfer.shares_sum", 0, NULL, text, "project",
                     transfer->project, "sum", text, NULL);
}

static void
find_facts (const SzTransferRules *rules, const SzTransfer *transfer, SzIssueList *issues)
{
  if (transfer->registration_no == NULL || transfer->registration_no[0] == '\0')
    sz_issue_list_add (issues, SZ_SEVERITY_ERROR, "transfer.registration_missing", 0, NULL, NULL,
                       "project", transfer->project, NULL);
  if (transfer->net_fen < 0)
    {
      g_autofree char *net = sz_money_format (transfer->net_fen);

      sz_issue_list_add (issues, SZ_SEVERITY_WARNING, "transfer.loss", 0, NULL, net, "project",
                         transfer->project, NULL);
    }
  find_ratio (rules, transfer, issues);
  find_shares_sum (transfer, issues);
}

/* RULE pay-3, num-6 */
static gboolean
share_out (SzTransfer *transfer, GError **error)
{
  g_autofree gint64 *weights = g_new0 (gint64, transfer->n_parts);
  g_autofree const char **keys = g_new0 (const char *, transfer->n_parts);
  g_autofree SzMoney *amounts = g_new0 (SzMoney, transfer->n_parts);

  for (gsize i = 0; i < transfer->n_parts; i++)
    {
      weights[i] = MAX (transfer->parts[i].share_x1e4, 0);
      keys[i] = transfer->parts[i].staff_no;
    }
  if (!sz_money_apportion (transfer->award_fen, transfer->project, weights, keys, transfer->n_parts,
                           amounts, NULL, error))
    return FALSE;
  transfer->main_fen = 0;
  for (gsize i = 0; i < transfer->n_parts; i++)
    {
      transfer->parts[i].amount_fen = amounts[i];
      if (transfer->parts[i].is_main)
        transfer->main_fen += amounts[i];
    }
  return TRUE;
}

/* RULE pay-3, num-4: a lower limit is ceiled. */
gboolean
sz_transfer_least_main (const SzTransferRules *rules,
                        SzMoney award_fen,
                        SzMoney *least_fen,
                        GError **error)
{
  g_return_val_if_fail (rules != NULL && least_fen != NULL, FALSE);

  return sz_decimal_div_ceil ((SzWide)award_fen * rules->main_share_x1e4, SZ_RATIO_ONE, least_fen,
                              error);
}

/* RULE pay-3: judged on the shares, so that a fen of the remainder cannot decide it. */
static gboolean
find_main (const SzTransferRules *rules,
           const SzTransfer *transfer,
           SzIssueList *issues,
           GError **error)
{
  g_autofree char *amount = NULL;
  g_autofree char *needed = NULL;
  SzWide shares = 0;
  SzWide main_shares = 0;
  gboolean named = FALSE;
  SzMoney least_fen;

  for (gsize i = 0; i < transfer->n_parts; i++)
    {
      shares += MAX (transfer->parts[i].share_x1e4, 0);
      named = named || transfer->parts[i].is_main;
      if (transfer->parts[i].is_main)
        main_shares += MAX (transfer->parts[i].share_x1e4, 0);
    }
  if (!named)
    sz_issue_list_add (issues, SZ_SEVERITY_WARNING, "transfer.main_missing", 0, NULL, NULL,
                       "project", transfer->project, NULL);
  if (!named || main_shares * SZ_RATIO_ONE >= shares * rules->main_share_x1e4)
    return TRUE;
  if (!sz_transfer_least_main (rules, transfer->award_fen, &least_fen, error))
    return FALSE;
  amount = sz_money_format (transfer->main_fen);
  needed = sz_money_format (least_fen);
  sz_issue_list_add (issues, SZ_SEVERITY_ERROR, "transfer.main_share_low", 0, NULL, amount,
                     "project", transfer->project, "amount", amount, "needed", needed, NULL);
  return TRUE;
}

/* RULE pay-3 */
gboolean
sz_transfer_award (const SzTransferRules *rules,
                   SzTransfer *transfer,
                   SzIssueList *issues,
                   GError **error)
{
  g_return_val_if_fail (rules != NULL && transfer != NULL && issues != NULL, FALSE);

  find_facts (rules, transfer, issues);
  return sz_decimal_div_round ((SzWide)MAX (transfer->net_fen, 0) * MAX (transfer->ratio_x1e4, 0),
                               SZ_RATIO_ONE, &transfer->award_fen, error)
         && share_out (transfer, error) && find_main (rules, transfer, issues, error);
}
