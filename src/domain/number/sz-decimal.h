/* sz-decimal.h — scaled integers: ratios, hours, scores, points (RULE num-2, num-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Room for exact products before the one rounding of a named result (RULE num-3). */
__extension__ typedef __int128 SzWide;

/* Decimals kept by each kind of quantity (RULE num-2). */
#define SZ_RATIO_DECIMALS 4  /* ratios, coefficients, FTE: value_x1e4 */
#define SZ_HOURS_DECIMALS 2  /* hours 课时 and scores: value_x100 */
#define SZ_POINTS_DECIMALS 6 /* points 点数: value_x1e6 */
#define SZ_RATIO_ONE G_GINT64_CONSTANT (10000)
#define SZ_POINTS_ONE G_GINT64_CONSTANT (1000000)

/**
 * sz_decimal_parse:
 * @text: digits with an optional sign, thousands separators, one decimal point; full-width
 *   forms count, blanks around it are trimmed
 * @decimals: how many decimals the quantity keeps (0–6)
 * @value: (out): the number times 10^decimals
 *
 * Strict (RULE num-1 carries over): more decimals than kept, `1e3`, `NaN`, empty text and
 * overflow are errors with the codes "number.decimals" (argument max), "number.invalid",
 * "number.empty" and "number.overflow" — argument `value` holds the text — never 0, never rounded.
 * A comma must separate groups of three; anything else is "number.invalid".
 * Trailing zeros beyond the kept decimals do not count as decimals.
 */
gboolean sz_decimal_parse (const char *text, int decimals, gint64 *value, GError **error);

/**
 * sz_decimal_format: (transfer full)
 *
 * Plain decimal text with exactly @decimals decimals: 792000 with 4 → "79.2000".
 */
char *sz_decimal_format (gint64 value, int decimals);

/**
 * sz_decimal_format_grouped: (transfer full)
 *
 * As sz_decimal_format(), with commas every three digits: "3,634,560.00".
 */
char *sz_decimal_format_grouped (gint64 value, int decimals);

/**
 * sz_decimal_div_round:
 * @numerator: the exact product
 * @denominator: not 0
 * @result: (out): the quotient, rounded half-up away from zero, once (RULE num-3)
 *
 * Fails with "number.overflow" when the result does not fit 64 bits.
 */
gboolean
sz_decimal_div_round (SzWide numerator, SzWide denominator, gint64 *result, GError **error);

/** sz_decimal_div_floor, sz_decimal_div_ceil: limits are floored, lower limits ceiled (RULE num-4).
 */
gboolean
sz_decimal_div_floor (SzWide numerator, SzWide denominator, gint64 *result, GError **error);
gboolean sz_decimal_div_ceil (SzWide numerator, SzWide denominator, gint64 *result, GError **error);

/** sz_decimal_mul: checked 128-bit product; "number.overflow" when it does not fit. */
gboolean sz_decimal_mul (SzWide a, SzWide b, SzWide *product, GError **error);

/** sz_decimal_two_thirds: ceil(2n/3) in integers (RULE num-4). */
gint64 sz_decimal_two_thirds (gint64 n);

G_END_DECLS
