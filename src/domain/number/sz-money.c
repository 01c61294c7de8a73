/* sz-money.c — money in fen and its exact division (RULE num-1, num-5, num-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-money.h"

#include <string.h>

#include "sz-decimal.h"
#include "sz-error.h"
#include "sz-text.h"

#define FEN_DECIMALS 2
#define YEN_SIGN "\u00a5" /* ¥; its full-width twin ￥ is U+FFE5 */
#define YEN_SIGN_WIDE "\uffe5"

/* The number without its currency sign, which may stand before or behind the minus. */
static char *
strip_currency (const char *folded)
{
  const char *sign = *folded == '-' || *folded == '+' ? folded : NULL;
  const char *rest = sign != NULL ? folded + 1 : folded;

  if (g_str_has_prefix (rest, YEN_SIGN))
    rest += strlen (YEN_SIGN);
  else if (g_str_has_prefix (rest, YEN_SIGN_WIDE))
    rest += strlen (YEN_SIGN_WIDE);
  else
    return g_strdup (folded);
  while (*rest == ' ')
    rest++;
  return sign != NULL ? g_strdup_printf ("%c%s", *sign, rest) : g_strdup (rest);
}

static const char *
get_money_code (const GError *error)
{
  g_autofree char *code = sz_error_dup_code (error);

  if (g_str_equal (code, "number.decimals"))
    return "money.decimals";
  if (g_str_equal (code, "number.empty"))
    return "money.empty";
  if (g_str_equal (code, "number.overflow"))
    return "money.overflow";
  return "money.invalid";
}

/* RULE num-1 */
gboolean
sz_money_parse (const char *text, SzMoney *amount_fen, GError **error)
{
  g_autofree char *folded = NULL;
  g_autofree char *number = NULL;
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (amount_fen != NULL, FALSE);

  folded = sz_text_fold (text);
  number = strip_currency (folded);
  if (*number == '\0' && *folded != '\0')
    return sz_error_set (error, SZ_ERROR_FORMAT, "money.invalid", "value", text, NULL);
  if (sz_decimal_parse (number, FEN_DECIMALS, amount_fen, &fault))
    return TRUE;
  return sz_error_set (error, (SzErrorRemedy)fault->code, get_money_code (fault), "value", text,
                       NULL);
}

char *
sz_money_format (SzMoney amount_fen)
{
  return sz_decimal_format (amount_fen, FEN_DECIMALS);
}

char *
sz_money_format_grouped (SzMoney amount_fen)
{
  return sz_decimal_format_grouped (amount_fen, FEN_DECIMALS);
}

static gboolean
fail_overflow (SzMoney a, const char *operator, SzMoney b, GError **error)
{
  g_autofree char *left = sz_money_format (a);
  g_autofree char *right = sz_money_format (b);
  g_autofree char *value = g_strconcat (left, operator, right, NULL);

  return sz_error_set (error, SZ_ERROR_OVERFLOW, "number.overflow", "value", value, NULL);
}

int
sz_money_compare (SzMoney a, SzMoney b)
{
  return a < b ? -1 : a > b;
}

/* RULE num-3 */
gboolean
sz_money_add (SzMoney a, SzMoney b, SzMoney *sum, GError **error)
{
  g_return_val_if_fail (sum != NULL, FALSE);
  if (__builtin_add_overflow (a, b, sum))
    return fail_overflow (a, " + ", b, error);
  return TRUE;
}

/* RULE num-3 */
gboolean
sz_money_sub (SzMoney a, SzMoney b, SzMoney *difference, GError **error)
{
  g_return_val_if_fail (difference != NULL, FALSE);
  if (__builtin_sub_overflow (a, b, difference))
    return fail_overflow (a, " - ", b, error);
  return TRUE;
}

/* One who may get a fen of what is left over. */
typedef struct
{
  SzWide remainder; /* P·w mod W, above 0 */
  gsize index;
} Claim;

/* Negative when @a comes first: larger remainder, then staff code bytewise, then index. */
static int
compare_claims (const Claim *a, const Claim *b, const char *const *keys)
{
  int order = 0;

  if (a->remainder != b->remainder)
    return a->remainder > b->remainder ? -1 : 1;
  if (keys != NULL)
    order = g_strcmp0 (keys[a->index], keys[b->index]);
  if (order != 0)
    return order;
  return (a->index > b->index) - (a->index < b->index);
}

static void
swap_claims (Claim *a, Claim *b)
{
  Claim kept = *a;

  *a = *b;
  *b = kept;
}

/* Puts the pivot where it belongs in @claims and returns that place. */
static gsize
partition_claims (Claim *claims, gsize n, gsize pivot, const char *const *keys)
{
  gsize place = 0;

  swap_claims (&claims[pivot], &claims[n - 1]);
  for (gsize i = 0; i + 1 < n; i++)
    if (compare_claims (&claims[i], &claims[n - 1], keys) < 0)
      swap_claims (&claims[i], &claims[place++]);
  swap_claims (&claims[place], &claims[n - 1]);
  return place;
}

/* Brings the first @wanted claims to the front, in any order: linear in expectation. The pivots
 * come from a fixed sequence, so that no order of people that occurs in offices is a bad one. */
static void
select_claims (Claim *claims, gsize n, gsize wanted, const char *const *keys)
{
  guint64 state = G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  while (wanted > 0 && wanted < n)
    {
      gsize place;

      state = state * G_GUINT64_CONSTANT (6364136223846793005) + 1442695040888963407;
      place = partition_claims (claims, n, (gsize)((state >> 33) % n), keys);
      if (place >= wanted)
        {
          n = place;
        }
      else
        {
          claims += place + 1;
          n -= place + 1;
          wanted -= place + 1;
        }
    }
}

static SzWide
sum_weights (const gint64 *weights, gsize n)
{
  SzWide sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += weights[i];
  return sum;
}

/* Fills in the floors and the claims on the rest; returns how many fen are left over. */
static SzMoney
share_floors (SzMoney pool,
              SzWide total,
              const gint64 *weights,
              gsize n,
              SzMoney *shares,
              Claim *claims,
              gsize *n_claims)
{
  SzMoney left = pool;

  *n_claims = 0;
  for (gsize i = 0; i < n; i++)
    {
      /* Both factors are below 2^63, so the product fits. */
      const SzWide product = (SzWide)pool * weights[i];

      shares[i] = (SzMoney)(product / total);
      left -= shares[i];
      if (product % total > 0)
        claims[(*n_claims)++] = (Claim){ product % total, i };
    }
  return left;
}

static void
assert_exact (SzMoney pool, const SzMoney *shares, gsize n)
{
  SzWide sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += shares[i];
  /* Not g_assert(): this must hold in builds without assertions too. */
  if (sum != pool)
    g_error ("apportioned shares do not add up to the pool");
}

static gboolean
check_weights (const gint64 *weights, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (weights[i] < 0)
      return FALSE;
  return TRUE;
}

/* RULE num-6, num-5 */
gboolean
sz_money_apportion (SzMoney pool,
                    const char *pool_name,
                    const gint64 *weights,
                    const char *const *keys,
                    gsize n,
                    SzMoney *shares,
                    guint8 *remainder_fen,
                    GError **error)
{
  g_autofree Claim *claims = NULL;
  SzWide total;
  SzMoney left;
  gsize n_claims;

  g_return_val_if_fail (pool >= 0, FALSE);
  g_return_val_if_fail (n == 0 || (weights != NULL && shares != NULL), FALSE);
  g_return_val_if_fail (check_weights (weights, n), FALSE);

  total = sum_weights (weights, n);
  if (total == 0 && pool > 0)
    {
      g_autofree char *amount = sz_money_format (pool);
      return sz_error_set (error, SZ_ERROR_REFUSED, "pay.pool_without_points", "pool", pool_name,
                           "amount", amount, NULL);
    }
  if (remainder_fen != NULL && n > 0)
    memset (remainder_fen, 0, n);
  if (total == 0)
    {
      for (gsize i = 0; i < n; i++)
        shares[i] = 0;
      return TRUE;
    }

  claims = g_new (Claim, n);
  left = share_floors (pool, total, weights, n, shares, claims, &n_claims);
  g_assert (left >= 0 && (gsize)left <= n_claims);
  select_claims (claims, n_claims, (gsize)left, keys);
  for (gsize i = 0; i < (gsize)left; i++)
    {
      shares[claims[i].index]++;
      if (remainder_fen != NULL)
        remainder_fen[claims[i].index] = 1;
    }
  assert_exact (pool, shares, n);
  return TRUE;
}
