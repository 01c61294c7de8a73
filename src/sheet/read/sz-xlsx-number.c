/* sz-xlsx-number.c — number cells as the spreadsheet program shows them: 15 significant digits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-xlsx-private.h"

#define DIGITS 15
#define EXPONENT_MAX 400

/* The number is 0.d₁d₂d₃… × 10^point. */
typedef struct
{
  gboolean negative;
  char digits[DIGITS + 1]; /* values, not characters; one more to round by */
  int n;
  int point;
} Decimal;

static gboolean
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

/* Digits before and behind the point; returns where they end, NULL when there are none. */
static const char *
read_digits (const char *p, const char *end, Decimal *decimal)
{
  gboolean any = FALSE, behind = FALSE;

  for (; p < end && (is_digit (*p) || (*p == '.' && !behind)); p++)
    {
      if (*p == '.')
        {
          behind = TRUE;
          continue;
        }
      any = TRUE;
      if (decimal->n == 0 && *p == '0')
        decimal->point -= behind ? 1 : 0;
      else
        {
          if (decimal->n <= DIGITS)
            decimal->digits[decimal->n++] = (char)(*p - '0');
          decimal->point += behind ? 0 : 1;
        }
      if (ABS (decimal->point) > EXPONENT_MAX)
        return NULL;
    }
  return any ? p : NULL;
}

static const char *
read_exponent (const char *p, const char *end, Decimal *decimal)
{
  gboolean negative = FALSE;
  const char *first;
  int value = 0;

  if (p == end || (*p != 'e' && *p != 'E'))
    return p;
  p++;
  if (p < end && (*p == '-' || *p == '+'))
    negative = *p++ == '-';
  first = p;
  for (; p < end && is_digit (*p) && value <= EXPONENT_MAX; p++)
    value = value * 10 + (*p - '0');
  decimal->point += negative ? -value : value;
  return p > first && ABS (decimal->point) <= EXPONENT_MAX ? p : NULL;
}

static void
round_digits (Decimal *decimal)
{
  gboolean up = decimal->n > DIGITS && decimal->digits[DIGITS] >= 5;

  decimal->n = MIN (decimal->n, DIGITS);
  for (int i = decimal->n - 1; up && i >= 0; i--)
    {
      decimal->digits[i] = (char)((decimal->digits[i] + 1) % 10);
      up = decimal->digits[i] == 0;
    }
  if (up)
    {
      decimal->digits[0] = 1;
      decimal->n = 1;
      decimal->point++;
    }
  while (decimal->n > 0 && decimal->digits[decimal->n - 1] == 0)
    decimal->n--;
}

static gsize
write_decimal (char *buffer, const Decimal *decimal)
{
  char *p = buffer;

  if (decimal->n == 0)
    {
      memcpy (buffer, "0", 2);
      return 1;
    }
  if (decimal->negative)
    *p++ = '-';
  if (decimal->point <= 0)
    {
      *p++ = '0';
      *p++ = '.';
      for (int i = decimal->point; i < 0; i++)
        *p++ = '0';
    }
  for (int i = 0; i < decimal->n || i < decimal->point; i++)
    {
      if (i == decimal->point && i > 0)
        *p++ = '.';
      *p++ = i < decimal->n ? (char)('0' + decimal->digits[i]) : '0';
    }
  *p = '\0';
  return (gsize)(p - buffer);
}

gssize
sz_xlsx_number_write (char *buffer, const char *text, gsize n)
{
  const char *p = text, *end = text + n;
  Decimal decimal = { 0 };

  if (p < end && (*p == '-' || *p == '+'))
    decimal.negative = *p++ == '-';
  p = read_digits (p, end, &decimal);
  if (p != NULL)
    p = read_exponent (p, end, &decimal);
  if (p != end)
    return -1;
  round_digits (&decimal);
  return (gssize)write_decimal (buffer, &decimal);
}
