/* sz-pay-net.h — from 应发 to 实发, one sum (RULE pay-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-money.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_PAY_WAY_NONE,    /* no tax by the program, or nothing to tax */
  SZ_PAY_WAY_MONTHLY, /* 并入当月工资 */
  SZ_PAY_WAY_BONUS,   /* 全年一次性奖金单独计税 */
} SzPayWay;

/** sz_pay_way_word: "none", "monthly", "bonus", and back; NONE for anything else. */
const char *sz_pay_way_word (SzPayWay way);
SzPayWay sz_pay_way_parse (const char *word);

/**
 * SzPayNet: what one person is paid of a run; amounts in fen.
 *
 * gross = total − advance + correction; due = gross − tax − other; owed ≤ 0 is carried from runs
 * paid before; actual = max(0, due + owed); owed_after = due + owed − actual ≤ 0.
 */
typedef struct
{
  SzPayWay way;
  SzMoney total_fen;      /* 应发 */
  SzMoney advance_fen;    /* 已预发 */
  SzMoney correction_fen; /* corrections riding along */
  SzMoney gross_fen;
  SzMoney tax_fen;
  SzMoney other_fen; /* 其他代扣 */
  SzMoney due_fen;
  SzMoney owed_fen;   /* from before */
  SzMoney actual_fen; /* 实发 */
  SzMoney owed_after_fen;
} SzPayNet;

/** sz_pay_net_gross: total, advance and correction are given. "number.overflow". */
gboolean sz_pay_net_gross (SzPayNet *net, GError **error);
/** sz_pay_net_close: gross, tax, other and owed are given. "number.overflow". */
gboolean sz_pay_net_close (SzPayNet *net, GError **error);
/** sz_pay_net_add: @net onto the totals in @sums. "number.overflow". */
gboolean sz_pay_net_add (SzPayNet *sums, const SzPayNet *net, GError **error);

G_END_DECLS
