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
  SzPayGroup group; /* who is being moved: all, or one department */
  const char *name; /* of the department, NULL: all */
  gsize n_paid;     /* people with more than 0 before any clamping */
  guint *takers;    /* room for the lines that take part in one round */
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

static guint
get_line (const Limits *limits, gsize i)
{
  return limits->group.lines != NULL ? limits->group.lines[i] : (guint)i;
}

/* Cuts all who are over @limit_fen; lists who is over 0 and under it; returns the excess. */
static SzMoney
cut_over (Limits *limits, SzMoney limit_fen, gsize *n_takers)
{
  SzMoney excess_fen = 0;

  *n_takers = 0;
  for (gsize i = 0; i < limits->group.n; i++)
    {
      guint line = get_line (limits, i);
      SzMoney *total_fen = &limits->totals_fen[line];

      if (*total_fen > limit_fen)
        {
          excess_fen += *total_fen - limit_fen;
          *total_fen = limit_fen;
        }
      else if (*total_fen > 0 && *total_fen < limit_fen)
        limits->takers[(*n_takers)++] = line;
    }
  return excess_fen;
}

/* RULE pay-9: repeated until nobody is over; what nobody can take goes to the reserve. */
static gboolean
apply_ceiling (Limits *limits, SzMoney limit_fen, SzMoney *unplaced_fen, GError **error)
{
  for (;;)
    {
      gsize n_takers;
      SzMoney excess_fen = cut_over (limits, limit_fen, &n_takers);

      if (excess_fen == 0)
        return TRUE;
      if (n_takers == 0)
        {
          *unplaced_fen = excess_fen;
          return TRUE;
        }
      if (!spread (limits, n_takers, excess_fen, "ceiling", error))
        return FALSE;
    }
}

static gboolean
refuse_floor (
    const Limits *limits, SzMoney floor_fen, gsize n_paid, SzWide available_fen, GError **error)
{
  g_autofree char *floor = sz_money_format (floor_fen);
  g_autofree char *available = sz_money_format ((SzMoney)available_fen);
  g_autofree char *people = g_strdup_printf ("%" G_GSIZE_FORMAT, n_paid);

  if (limits->name != NULL)
    return sz_error_set (error, SZ_ERROR_REFUSED, "pay.no_solution", "department", limits->name,
                         "floor", floor, "people", people, "available", available, NULL);
  return sz_error_set (error, SZ_ERROR_REFUSED, "pay.no_solution", "floor", floor, "people", people,
                       "available", available, NULL);
}

/* Raises all paid people who are under @floor_fen; lists who is above; returns what it costs. */
static SzMoney
raise_under (Limits *limits, SzMoney floor_fen, const guint8 *paid, gsize *n_takers)
{
  SzMoney lack_fen = 0;

  *n_takers = 0;
  for (gsize i = 0; i < limits->group.n; i++)
    {
      guint line = get_line (limits, i);
      SzMoney *total_fen = &limits->totals_fen[line];

      if (paid[i] != 0 && *total_fen < floor_fen)
        {
          lack_fen += floor_fen - *total_fen;
          *total_fen = floor_fen;
        }
      else if (*total_fen > floor_fen)
        limits->takers[(*n_takers)++] = line;
    }
  return lack_fen;
}

/* RULE pay-9: the same downwards; those above the floor pay for it, never below the floor. */
static gboolean
apply_floor (Limits *limits, SzMoney floor_fen, GError **error)
{
  SzPayRun *run = limits->run;
  g_autofree guint8 *paid = g_new0 (guint8, limits->group.n + 1);
  SzWide sum_fen = 0;
  gsize n_paid = 0;
  gsize n_takers;
  SzMoney lack_fen;

  for (gsize i = 0; i < limits->group.n; i++)
    {
      SzMoney total_fen = limits->totals_fen[get_line (limits, i)];

      paid[i] = total_fen > 0;
      n_paid += paid[i];
      sum_fen += total_fen;
    }
  if ((SzWide)floor_fen * n_paid > sum_fen
      || (run->scheme->ceiling.set && floor_fen > run->result->ceiling_limit_fen))
    return refuse_floor (limits, floor_fen, n_paid, sum_fen, error);

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

/* One group of people: the college, or in two levels a department (RULE pay-8). */
static gboolean
move_group (Limits *limits, SzMoney *unplaced_fen, GError **error)
{
  const SzScheme *scheme = limits->run->scheme;
  const SzPayResult *result = limits->run->result;

  *unplaced_fen = 0;
  if (scheme->ceiling.set
      && !apply_ceiling (limits, result->ceiling_limit_fen, unplaced_fen, error))
    return FALSE;
  return !scheme->floor.set || apply_floor (limits, result->floor_limit_fen, error);
}

/* RULE pay-9: the limits are counted once for the college, whoever is then moved. */
static gboolean
move_totals (Limits *limits, GError **error)
{
  SzPayRun *run = limits->run;
  const SzScheme *scheme = run->scheme;
  SzPayResult *result = run->result;

  if (scheme->ceiling.set
      && !find_limit (limits, &scheme->ceiling, &result->ceiling_limit_fen, error))
    return FALSE;
  if (scheme->floor.set && !find_limit (limits, &scheme->floor, &result->floor_limit_fen, error))
    return FALSE;
  if (!scheme->two_levels)
    return move_group (limits, &result->unplaced_fen, error);
  for (guint i = 0; i < run->divisions->len; i++)
    {
      limits->group = sz_pay_get_group (run, i);
      limits->name = g_array_index (run->divisions, SzPayDivision, i).name;
      if (!move_group (limits, &run->unplaced_fen[i], error))
        return FALSE;
      result->unplaced_fen += run->unplaced_fen[i];
    }
  return TRUE;
}

gboolean
sz_pay_apply_limits (SzPayRun *run, GError **error)
{
  SzPayResult *result = run->result;
  g_autofree SzMoney *totals_fen = g_new (SzMoney, result->n_lines + 1);
  g_autofree guint *takers = g_new (guint, result->n_lines + 1);
  Limits limits = { run, totals_fen, { NULL, result->n_lines }, NULL, count_paid (result), takers };

  for (gsize i = 0; i < result->n_lines; i++)
    totals_fen[i] = result->lines[i].before_fen;
  if (limits.n_paid > 0 && !move_totals (&limits, error))
    return FALSE;
  result->reserve_fen += result->unplaced_fen;
  for (gsize i = 0; i < result->n_lines; i++)
    {
      result->lines[i].total_fen = totals_fen[i];
      result->lines[i].ceiling_fen = totals_fen[i] - result->lines[i].before_fen;
    }
  return TRUE;
}
