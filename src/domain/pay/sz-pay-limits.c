/* sz-pay-limits.c — ceiling 封顶 and floor 保底 of one person's total (RULE pay-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-private.h"

#include "sz-error.h"

/* The totals of all lines while they are being moved. */
typedef struct
{
  SzPayRun *run;
  SzMoney *totals_fen;
  gsize n;
  gsize n_paid;  /* people with more than 0 before any clamping */
  guint *takers; /* room for the lines that take part in one round */
} Limits;

/* RULE pay-9: an amount, or a multiple of the mean, floored to the fen. */
static gboolean
find_limit (const Limits *limits, const SzLimit *limit, SzMoney *limit_fen, GError **error)
{
  const SzPayResult *result = limits->run->result;
  SzWide shared_fen = (SzWide)result->pool_fen - result->reserve_planned_fen;
  SzWide product;

  *limit_fen = limit->amount_fen;
  if (!limit->by_multiple)
    return TRUE;
  if (!sz_decimal_mul (shared_fen, limit->multiple_x1e4, &product, error))
    return FALSE;
  return sz_decimal_div_floor (product, (SzWide)SZ_RATIO_ONE * limits->n_paid, limit_fen, error);
}

/* Moves @amount_fen (signed) onto the takers in proportion to what they have. */
static gboolean
spread (Limits *limits, gsize n_takers, SzMoney amount_fen, const char *name, GError **error)
{
  SzPayRun *run = limits->run;
  int sign = amount_fen < 0 ? -1 : 1;

  for (gsize i = 0; i < n_takers; i++)
    run->weights[i] = limits->totals_fen[limits->takers[i]];
  if (!sz_money_apportion (amount_fen * sign, name, run->weights, NULL, n_takers, run->amounts,
                           NULL, error))
    return FALSE;
  for (gsize i = 0; i < n_takers; i++)
    limits->totals_fen[limits->takers[i]] += sign * run->amounts[i];
  return TRUE;
}

/* Cuts all who are over @limit_fen; lists who is over 0 and under it; returns the excess. */
static SzMoney
cut_over (Limits *limits, SzMoney limit_fen, gsize *n_takers)
{
  SzMoney excess_fen = 0;

  *n_takers = 0;
  for (gsize i = 0; i < limits->n; i++)
    if (limits->totals_fen[i] > limit_fen)
      {
        excess_fen += limits->totals_fen[i] - limit_fen;
        limits->totals_fen[i] = limit_fen;
      }
    else if (limits->totals_fen[i] > 0 && limits->totals_fen[i] < limit_fen)
      {
        limits->takers[(*n_takers)++] = (guint)i;
      }
  return excess_fen;
}

/* RULE pay-9: repeated until nobody is over; what nobody can take goes to the reserve. */
static gboolean
apply_ceiling (Limits *limits, SzMoney limit_fen, GError **error)
{
  SzPayResult *result = limits->run->result;

  for (;;)
    {
      gsize n_takers;
      SzMoney excess_fen = cut_over (limits, limit_fen, &n_takers);

      if (excess_fen == 0)
        return TRUE;
      if (n_takers == 0)
        {
          result->unplaced_fen = excess_fen;
          result->reserve_fen += excess_fen;
          return TRUE;
        }
      if (!spread (limits, n_takers, excess_fen, "ceiling", error))
        return FALSE;
    }
}

static gboolean
refuse_floor (const Limits *limits, SzMoney floor_fen, SzWide available_fen, GError **error)
{
  g_autofree char *floor = sz_money_format (floor_fen);
  g_autofree char *available = sz_money_format ((SzMoney)available_fen);
  g_autofree char *people = g_strdup_printf ("%" G_GSIZE_FORMAT, limits->n_paid);

  return sz_error_set (error, SZ_ERROR_REFUSED, "pay.no_solution", "floor", floor, "people", people,
                       "available", available, NULL);
}

/* Raises all paid people who are under @floor_fen; lists who is above; returns what it costs. */
static SzMoney
raise_under (Limits *limits, SzMoney floor_fen, const guint8 *paid, gsize *n_takers)
{
  SzMoney lack_fen = 0;

  *n_takers = 0;
  for (gsize i = 0; i < limits->n; i++)
    if (paid[i] != 0 && limits->totals_fen[i] < floor_fen)
      {
        lack_fen += floor_fen - limits->totals_fen[i];
        limits->totals_fen[i] = floor_fen;
      }
    else if (limits->totals_fen[i] > floor_fen)
      {
        limits->takers[(*n_takers)++] = (guint)i;
      }
  return lack_fen;
}

/* RULE pay-9: the same downwards; those above the floor pay for it, never below the floor. */
static gboolean
apply_floor (Limits *limits, SzMoney floor_fen, GError **error)
{
  SzPayRun *run = limits->run;
  g_autofree guint8 *paid = g_new0 (guint8, limits->n + 1);
  SzWide sum_fen = 0;
  gsize n_takers;
  SzMoney lack_fen;

  for (gsize i = 0; i < limits->n; i++)
    {
      paid[i] = limits->totals_fen[i] > 0;
      sum_fen += limits->totals_fen[i];
    }
  if ((SzWide)floor_fen * limits->n_paid > sum_fen
      || (run->scheme->ceiling.set && floor_fen > run->result->ceiling_limit_fen))
    return refuse_floor (limits, floor_fen, sum_fen, error);

  while ((lack_fen = raise_under (limits, floor_fen, paid, &n_takers)) > 0)
    if (!spread (limits, n_takers, -lack_fen, "floor", error))
      return FALSE;
  return TRUE;
}

static gsize
count_paid (const SzPayResult *result)
{
  gsize n = 0;

  for (gsize i = 0; i < result->n_lines; i++)
    n += result->lines[i].before_fen > 0 ? 1 : 0;
  return n;
}

static gboolean
move_totals (Limits *limits, GError **error)
{
  const SzScheme *scheme = limits->run->scheme;
  SzPayResult *result = limits->run->result;

  if (scheme->ceiling.set
      && (!find_limit (limits, &scheme->ceiling, &result->ceiling_limit_fen, error)
          || !apply_ceiling (limits, result->ceiling_limit_fen, error)))
    return FALSE;
  if (scheme->floor.set
      && (!find_limit (limits, &scheme->floor, &result->floor_limit_fen, error)
          || !apply_floor (limits, result->floor_limit_fen, error)))
    return FALSE;
  return TRUE;
}

gboolean
sz_pay_apply_limits (SzPayRun *run, GError **error)
{
  SzPayResult *result = run->result;
  g_autofree SzMoney *totals_fen = g_new (SzMoney, result->n_lines + 1);
  g_autofree guint *takers = g_new (guint, result->n_lines + 1);
  Limits limits = { run, totals_fen, result->n_lines, count_paid (result), takers };

  for (gsize i = 0; i < result->n_lines; i++)
    totals_fen[i] = result->lines[i].before_fen;
  if (limits.n_paid > 0 && !move_totals (&limits, error))
    return FALSE;
  for (gsize i = 0; i < result->n_lines; i++)
    {
      result->lines[i].total_fen = totals_fen[i];
      result->lines[i].ceiling_fen = totals_fen[i] - result->lines[i].before_fen;
    }
  return TRUE;
}
