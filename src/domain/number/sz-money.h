/* sz-money.h — money in fen and its exact division (RULE num-1, num-5, num-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** SzMoney: an amount in fen (分), signed. */
typedef gint64 SzMoney;

/**
 * sz_money_parse:
 *
 * Takes `1234.5`, `1,234.56`, full-width digits, a leading `¥`/`￥` (RULE num-1),
 * before or behind a minus. Errors as
 * sz_decimal_parse(), with the codes "money.invalid", "money.decimals", "money.empty",
 * "money.overflow"; argument `value`.
 */
gboolean sz_money_parse (const char *text, SzMoney *amount_fen, GError **error);

/** sz_money_format: (transfer full) — "9634560.00". */
char *sz_money_format (SzMoney amount_fen);

/** sz_money_format_grouped: (transfer full) — "9,634,560.00". */
char *sz_money_format_grouped (SzMoney amount_fen);

/** sz_money_compare: < 0, 0 or > 0, for sorting. */
int sz_money_compare (SzMoney a, SzMoney b);

/** sz_money_add, sz_money_sub: checked; "number.overflow" (RULE num-3). */
gboolean sz_money_add (SzMoney a, SzMoney b, SzMoney *sum, GError **error);
gboolean sz_money_sub (SzMoney a, SzMoney b, SzMoney *difference, GError **error);

/**
 * sz_money_apportion:
 * @pool: the pool in fen, ≥ 0
 * @pool_name: names the pool in the error "pay.pool_without_points"
 * @weights: integers ≥ 0, usually points_x1e6
 * @keys: (nullable): staff codes, compared bytewise where remainders are equal; %NULL: index order
 * @n: how many
 * @shares: (out) (array length=n): receives the shares; Σ shares = pool exactly, asserted
 * @remainder_fen: (out) (optional) (array length=n): 1 where the person got a fen of the remainder
 *
 * RULE num-6: base floor(P·w/W), the fen left over one each to the largest remainders.
 * W = 0 with P > 0 is %SZ_ERROR_REFUSED "pay.pool_without_points" (arguments pool, amount).
 */
gboolean sz_money_apportion (SzMoney pool,
                             const char *pool_name,
                             const gint64 *weights,
                             const char *const *keys,
                             gsize n,
                             SzMoney *shares,
                             guint8 *remainder_fen,
                             GError **error);

G_END_DECLS
