/* sz-decimal.c — scaled integers: ratios, hours, scores, points (RULE num-2, num-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-decimal.h"

#include <string.h>

#include "sz-error.h"
#include "sz-text.h"

#define DECIMALS_MAX 18
#define GROUP_DIGITS 3

__extension__ typedef unsigned __int128 Magnitude;

/* What a number's text is made of; the digits stand in the folded text. */
typedef struct
{
  gboolean negative;
  const char *whole;
  gsize whole_length; /* with its commas */
  const char *fraction;
  gsize fraction_length; /* without trailing zeros */
} NumberParts;

static gboolean
fail_with_text (GError **error, const char *code, const char *text)
{
  return sz_error_set (error, SZ_ERROR_FORMAT, code, "value", text, NULL);
}

static gboolean
fail_overflow (GError **error, const char *text)
{
  return sz_error_set (error, SZ_ERROR_OVERFLOW, "number.overflow", "value", text, NULL);
}

static gsize
count_digits (const char *text)
{
  gsize n = 0;

  while (g_ascii_isdigit (text[n]))
    n++;
  return n;
}

/* Digits, or groups of three behind a first group of one to three; 0 when it is neither. */
static gsize
measure_whole (const char *text)
{
  gsize length = count_digits (text);

  if (length == 0 || text[length] != ',')
    return length;
  if (length > GROUP_DIGITS)
    return 0;
  while (text[length] == ',')
    {
      if (count_digits (text + length + 1) != GROUP_DIGITS)
        return 0;
      length += 1 + GROUP_DIGITS;
    }
  return length;
}

static gboolean
split_number (const char *text, NumberParts *parts)
{
  const char *p = text;

  parts->negative = *p == '-';
  if (*p == '-' || *p == '+')
    p++;

  parts->whole = p;
  parts->whole_length = measure_whole (p);
  if (parts->whole_length == 0)
    return FALSE;
  p += parts->whole_length;

  parts->fraction = p;
  parts->fraction_length = 0;
  if (*p == '.')
    {
      gsize digits = count_digits (++p);

      if (digits == 0)
        return FALSE;
      parts->fraction = p;
      p += digits;
      while (digits > 0 && parts->fraction[digits - 1] == '0')
        digits--;
      parts->fraction_length = digits;
    }
  return *p == '\0';
}

/* Accumulates below zero, where there is room for one more number than above. */
static gboolean
push_digit (gint64 *value, char digit)
{
  return !__builtin_mul_overflow (*value, 10, value)
         && !__builtin_sub_overflow (*value, digit - '0', value);
}

static gboolean
scale_number (const NumberParts *parts, int decimals, gint64 *value)
{
  gint64 result = 0;

  for (gsize i = 0; i < parts->whole_length; i++)
    if (parts->whole[i] != ',' && !push_digit (&result, parts->whole[i]))
      return FALSE;
  for (gsize i = 0; i < (gsize)decimals; i++)
    if (!push_digit (&result, i < parts->fraction_length ? parts->fraction[i] : '0'))
      return FALSE;

  if (!parts->negative && __builtin_sub_overflow (0, result, &result))
    return FALSE;
  *value = result;
  return TRUE;
}

/* RULE num-1, num-2 */
gboolean
sz_decimal_parse (const char *text, int decimals, gint64 *value, GError **error)
{
  g_autofree char *folded = NULL;
  NumberParts parts;

  g_return_val_if_fail (decimals >= 0 && decimals <= SZ_POINTS_DECIMALS, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  folded = sz_text_fold (text);
  if (*folded == '\0')
    return fail_with_text (error, "number.empty", text);
  if (!split_number (folded, &parts))
    return fail_with_text (error, "number.invalid", text);
  if (parts.fraction_length > (gsize)decimals)
    {
      char max[4] = { (char)('0' + decimals), '\0' };
      return sz_error_set (error, SZ_ERROR_FORMAT, "number.decimals", "value", text, "max", max,
                           NULL);
    }
  if (!scale_number (&parts, decimals, value))
    return fail_overflow (error, text);
  return TRUE;
}

static Magnitude
get_magnitude (SzWide value)
{
  return value < 0 ? -(Magnitude)value : (Magnitude)value;
}

static char *
format_number (gint64 value, int decimals, gboolean grouped)
{
  char buffer[64];
  char *p = buffer + sizeof buffer;
  guint64 rest = (guint64)get_magnitude (value);

  *--p = '\0';
  for (int i = 0; i < decimals; i++, rest /= 10)
    *--p = (char)('0' + rest % 10);
  if (decimals > 0)
    *--p = '.';
  for (int digits = 0; digits == 0 || rest > 0; digits++, rest /= 10)
    {
      if (grouped && digits > 0 && digits % GROUP_DIGITS == 0)
        *--p = ',';
      *--p = (char)('0' + rest % 10);
    }
  if (value < 0)
    *--p = '-';
  return g_strdup (p);
}

char *
sz_decimal_format (gint64 value, int decimals)
{
  g_return_val_if_fail (decimals >= 0 && decimals <= DECIMALS_MAX, NULL);
  return format_number (value, decimals, FALSE);
}

char *
sz_decimal_format_grouped (gint64 value, int decimals)
{
  g_return_val_if_fail (decimals >= 0 && decimals <= DECIMALS_MAX, NULL);
  return format_number (value, decimals, TRUE);
}

typedef enum
{
  ROUND_HALF_UP,
  ROUND_FLOOR,
  ROUND_CEIL,
} Rounding;

static gboolean
rounds_away (Rounding rounding, gboolean negative, Magnitude rest, Magnitude divisor)
{
  if (rest == 0)
    return FALSE;
  switch (rounding)
    {
    case ROUND_FLOOR:
      return negative;
    case ROUND_CEIL:
      return !negative;
    case ROUND_HALF_UP:
    default:
      return rest >= divisor - rest;
    }
}

static gboolean
divide (SzWide numerator, SzWide denominator, Rounding rounding, gint64 *result, GError **error)
{
  const gboolean negative = (numerator < 0) != (denominator < 0);
  const Magnitude divisor = get_magnitude (denominator);
  Magnitude quotient = get_magnitude (numerator) / divisor;
  const Magnitude limit = (Magnitude)G_MAXINT64 + (negative ? 1 : 0);

  if (rounds_away (rounding, negative, get_magnitude (numerator) % divisor, divisor))
    quotient++;
  if (quotient > limit)
    return fail_overflow (error, "");
  *result = negative ? (gint64)(-(SzWide)quotient) : (gint64)quotient;
  return TRUE;
}

/* RULE num-3 */
gboolean
sz_decimal_div_round (SzWide numerator, SzWide denominator, gint64 *result, GError **error)
{
  g_return_val_if_fail (denominator != 0 && result != NULL, FALSE);
  return divide (numerator, denominator, ROUND_HALF_UP, result, error);
}

/* RULE num-4 */
gboolean
sz_decimal_div_floor (SzWide numerator, SzWide denominator, gint64 *result, GError **error)
{
  g_return_val_if_fail (denominator != 0 && result != NULL, FALSE);
  return divide (numerator, denominator, ROUND_FLOOR, result, error);
}

/* RULE num-4 */
gboolean
sz_decimal_div_ceil (SzWide numerator, SzWide denominator, gint64 *result, GError **error)
{
  g_return_val_if_fail (denominator != 0 && result != NULL, FALSE);
  return divide (numerator, denominator, ROUND_CEIL, result, error);
}

/* RULE num-3 */
gboolean
sz_decimal_mul (SzWide a, SzWide b, SzWide *product, GError **error)
{
  g_return_val_if_fail (product != NULL, FALSE);
  if (__builtin_mul_overflow (a, b, product))
    return fail_overflow (error, "");
  return TRUE;
}

/* RULE num-4: ceil(2n/3) = n − floor(n/3), where 2n never has to fit. */
gint64
sz_decimal_two_thirds (gint64 n)
{
  g_return_val_if_fail (n >= 0, 0);
  return n - n / 3;
}
