/* sz-total.c — the year's performance pay as a whole 绩效工资总量 (RULE pay-1, pay-2, pay-15)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-total.h"

#include <string.h>

#include "sz-decimal.h"
#include "sz-error.h"

const char *
sz_addition_code (SzAddition addition)
{
  static const char *const codes[] = { "X1", "X2", "X3" };

  g_return_val_if_fail ((guint)addition < SZ_N_ADDITIONS, "");
  return codes[addition];
}

const char *
sz_addition_name (SzAddition addition)
{
  static const char *const names[] = { "成果转化奖励", "高层次人才", "经批准核增" };

  g_return_val_if_fail ((guint)addition < SZ_N_ADDITIONS, "");
  return names[addition];
}

/* Adds a warning or an error with two amounts as its arguments. */
static void
find_amounts (SzIssueList *issues,
              SzSeverity severity,
              const char *code,
              const char *name,
              SzMoney amount_fen,
              const char *other,
              SzMoney other_fen)
{
  g_autofree char *amount = sz_money_format (amount_fen);
  g_autofree char *further = sz_money_format (other_fen);

  sz_issue_list_add (issues, severity, code, 0, NULL, amount, name, amount, other, further, NULL);
}

/* RULE pay-2 */
gboolean
sz_total_training (SzMoney income_fen,
                   SzMoney cost_fen,
                   gint64 ratio_x1e4,
                   SzMoney *net_fen,
                   SzMoney *available_fen,
                   GError **error)
{
  g_return_val_if_fail (net_fen != NULL && available_fen != NULL, FALSE);

  return sz_money_sub (income_fen, cost_fen, net_fen, error)
         && sz_decimal_div_round ((SzWide)MAX (*net_fen, 0) * ratio_x1e4, SZ_RATIO_ONE,
                                  available_fen, error);
}

/* RULE pay-2: the available part is a source of R, or X3. */
static gboolean
take_training (const SzTotalRules *rules,
               const SzTotalFacts *facts,
               SzIssueList *issues,
               SzTotal *total,
               GError **error)
{
  SzMoney *x3_fen = &total->x_fen[SZ_ADDITION_APPROVED];

  if (!sz_total_training (facts->train_income_fen, facts->train_cost_fen, rules->train_ratio_x1e4,
                          &total->train_net_fen, &total->train_available_fen, error))
    return FALSE;
  if (total->train_net_fen < 0)
    {
      g_autofree char *net = sz_money_format (total->train_net_fen);

      sz_issue_list_add (issues, SZ_SEVERITY_WARNING, "training.loss", 0, NULL, net, "net", net,
                         NULL);
    }
  if (rules->train_mode != SZ_TRAIN_APPROVED_ADDON)
    return TRUE;
  return sz_money_add (*x3_fen, total->train_available_fen, x3_fen, error);
}

static gboolean
sum_up (const SzTotalFacts *facts, SzTotal *total, GError **error)
{
  if (!sz_money_add (facts->basic_fen, facts->incentive_fen, &total->r_fen, error))
    return FALSE;
  total->total_fen = total->r_fen;
  for (int i = 0; i < SZ_N_ADDITIONS; i++)
    if (!sz_money_add (total->total_fen, total->x_fen[i], &total->total_fen, error))
      return FALSE;
  total->base_next_fen = total->r_fen;
  return TRUE;
}

/* RULE pay-1: R ≤ CAP is the only limit; without a known cap nothing was approved. */
static void
judge_cap (const SzTotalFacts *facts, SzIssueList *issues, SzTotal *total)
{
  g_autofree char *amount = sz_money_format (total->r_fen);
  g_autofree char *cap = sz_money_format (facts->cap_fen);
  g_autofree char *over = sz_money_format (total->r_fen - facts->cap_fen);

  total->has_cap = facts->has_cap;
  total->cap_fen = facts->cap_fen;
  total->within_cap = facts->has_cap ? total->r_fen <= facts->cap_fen : total->r_fen <= 0;
  if (!facts->has_cap)
    sz_issue_list_add (issues, SZ_SEVERITY_WARNING, "total.cap_missing", 0, NULL, NULL, NULL);
  else if (!total->within_cap)
    sz_issue_list_add (issues, SZ_SEVERITY_ERROR, "total.over_cap", 0, NULL, amount, "amount",
                       amount, "cap", cap, "over", over, NULL);
}

static gboolean
has_text (const char *text)
{
  return text != NULL && text[0] != '\0';
}

/* RULE pay-1: X3 needs an approval number. */
static void
judge_approval (const SzTotalRules *rules,
                const SzTotalFacts *facts,
                SzIssueList *issues,
                SzTotal *total)
{
  const gboolean addon
      = rules->train_mode == SZ_TRAIN_APPROVED_ADDON && total->train_available_fen != 0;
  g_autofree char *amount = sz_money_format (total->x_fen[SZ_ADDITION_APPROVED]);

  total->approved = (facts->x_fen[SZ_ADDITION_APPROVED] == 0 || has_text (facts->x3_approval))
                    && (!addon || has_text (facts->train_approval));
  if (!total->approved)
    sz_issue_list_add (issues, SZ_SEVERITY_ERROR, "total.x3_unapproved", 0, NULL, amount, "amount",
                       amount, NULL);
}

static gboolean
sum_funds (const SzTotal *total, SzMoney *sum_fen, GError **error)
{
  *sum_fen = 0;
  for (int i = 0; i < SZ_N_FUNDS; i++)
    if (!sz_money_add (*sum_fen, total->funds_fen[i], sum_fen, error))
      return FALSE;
  return TRUE;
}

/* RULE pay-1: the sources sum to R. */
static gboolean
judge_funds (const SzTotalRules *rules,
             const SzTotalFacts *facts,
             SzIssueList *issues,
             SzTotal *total,
             GError **error)
{
  SzMoney *training_fen = &total->funds_fen[SZ_FUND_TRAINING];
  SzMoney sum_fen;

  memcpy (total->funds_fen, facts->funds_fen, sizeof total->funds_fen);
  if (!sum_funds (total, &sum_fen, error)
      || !sz_money_sub (total->r_fen, sum_fen, &total->unfunded_fen, error))
    return FALSE;
  if (total->unfunded_fen > 0 && rules->train_mode == SZ_TRAIN_WITHIN_CAP
      && *training_fen < total->train_available_fen)
    {
      const SzMoney fill_fen
          = MIN (total->unfunded_fen, total->train_available_fen - *training_fen);

      *training_fen += fill_fen;
      total->unfunded_fen -= fill_fen;
    }
  if (rules->train_mode == SZ_TRAIN_WITHIN_CAP && *training_fen > total->train_available_fen)
    find_amounts (issues, SZ_SEVERITY_WARNING, "total.training_over", "used", *training_fen,
                  "available", total->train_available_fen);
  if (total->unfunded_fen > 0)
    find_amounts (issues, SZ_SEVERITY_WARNING, "total.sources_missing", "amount", total->r_fen,
                  "missing", total->unfunded_fen);
  if (total->unfunded_fen < 0)
    find_amounts (issues, SZ_SEVERITY_ERROR, "total.sources_over", "amount", total->r_fen,
                  "sources", sum_fen);
  return TRUE;
}

/* RULE pay-1: each addition has a source of its own. */
static void
judge_additions (const SzTotalFacts *facts, SzIssueList *issues)
{
  for (int i = 0; i < SZ_N_ADDITIONS; i++)
    {
      g_autofree char *missing = sz_money_format (facts->x_fen[i] - facts->x_funded_fen[i]);

      if (facts->x_fen[i] != facts->x_funded_fen[i])
        sz_issue_list_add (issues, SZ_SEVERITY_WARNING, "total.x_source_missing", 0, NULL, missing,
                           "account", sz_addition_name ((SzAddition)i), "missing", missing, NULL);
    }
}

/* RULE pay-15: off while L is unset. */
static gboolean
judge_level (const SzTotalRules *rules,
             const SzTotalFacts *facts,
             SzIssueList *issues,
             SzTotal *total,
             GError **error)
{
  const SzWide base = (SzWide)facts->heads * rules->baseline_fen;
  const SzWide scaled = (SzWide)total->r_fen * SZ_RATIO_ONE;
  g_autofree char *level = NULL;
  g_autofree char *control = sz_decimal_format (rules->control_x1e4, SZ_RATIO_DECIMALS);
  g_autofree char *limit = sz_decimal_format (rules->limit_x1e4, SZ_RATIO_DECIMALS);

  total->level_allowed = TRUE;
  total->has_level = base > 0;
  if (!total->has_level)
    return TRUE;
  if (!sz_decimal_div_round (scaled, base, &total->level_x1e4, error))
    return FALSE;
  level = sz_decimal_format (total->level_x1e4, SZ_RATIO_DECIMALS);
  /* Judged on the exact quotient, not on its rounded face. */
  if (scaled > base * rules->limit_x1e4)
    {
      total->level_allowed = FALSE;
      sz_issue_list_add (issues, SZ_SEVERITY_ERROR, "total.level_refused", 0, NULL, level, "level",
                         level, "limit", limit, NULL);
    }
  else if (scaled > base * rules->control_x1e4)
    sz_issue_list_add (issues, SZ_SEVERITY_WARNING, "total.level_high", 0, NULL, level, "level",
                       level, "control", control, NULL);
  return TRUE;
}

/* RULE pay-1 */
gboolean
sz_total_compute (const SzTotalRules *rules,
                  const SzTotalFacts *facts,
                  SzIssueList *issues,
                  SzTotal *total,
                  GError **error)
{
  g_return_val_if_fail (rules != NULL && facts != NULL, FALSE);
  g_return_val_if_fail (issues != NULL && total != NULL, FALSE);

  *total = (SzTotal){ 0 };
  memcpy (total->x_fen, facts->x_fen, sizeof total->x_fen);
  if (!take_training (rules, facts, issues, total, error) || !sum_up (facts, total, error))
    return FALSE;
  judge_cap (facts, issues, total);
  judge_approval (rules, facts, issues, total);
  judge_additions (facts, issues);
  return judge_funds (rules, facts, issues, total, error)
         && judge_level (rules, facts, issues, total, error);
}

gboolean
sz_total_allowed (const SzTotal *total)
{
  g_return_val_if_fail (total != NULL, FALSE);

  return total->within_cap && total->approved && total->level_allowed;
}
