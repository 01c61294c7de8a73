/* sz-pay-pools.c — reserve, fixed allowances, components and their shares (RULE pay-4, pay-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-private.h"

#include <string.h>

#include "sz-error.h"

/* RULE pay-4: months of role dates ∩ service ∩ period, over all stretches of the role. */
static int
count_role_months (const SzPayRun *run, const SzPayPerson *person, const char *role)
{
  const SzScheme *scheme = run->scheme;
  g_autoptr (GArray) held_in_service = NULL;

  if (person->n_roles == 0)
    return 0;
  held_in_service = g_array_new (FALSE, FALSE, sizeof (SzService));
  for (guint i = 0; i < person->n_roles; i++)
    {
      const SzPayRole *held = &person->roles[i];

      if (strcmp (held->role, role) != 0)
        continue;
      for (guint j = 0; j < person->n_services; j++)
        {
          const SzService *service = &person->services[j];
          SzDate start = MAX (sz_date_first_day (held->from), sz_date_first_day (service->from));
          SzDate end = held->to == SZ_DATE_NONE || service->to == SZ_DATE_NONE
                           ? MAX (held->to, service->to)
                           : MIN (sz_date_first_day (held->to), sz_date_first_day (service->to));

          SzService both = { .from = start, .to = end };

          if (end == SZ_DATE_NONE || start <= end)
            g_array_append_val (held_in_service, both);
        }
    }
  return sz_months_count (sz_months_in_service (scheme->month_rule,
                                                (const SzService *)(gpointer)held_in_service->data,
                                                held_in_service->len, scheme->from, scheme->to));
}

static gboolean
grant_one (SzPayRun *run, guint index, SzPayLine *line, const SzPayPerson *person, GError **error)
{
  const SzFixed *fixed = &g_array_index (run->scheme->fixed, SzFixed, index);
  SzPaySum *sum = &run->result->fixed[index];
  int months = count_role_months (run, person, fixed->role);

  line->fixed_fen[index] = -1;
  if (months == 0)
    return TRUE;
  if (!sz_decimal_div_round ((SzWide)fixed->amount_fen * months, run->result->period_months,
                             &line->fixed_fen[index], error))
    return FALSE;
  sum->people++;
  return sz_money_add (line->before_fen, line->fixed_fen[index], &line->before_fen, error)
         && sz_money_add (sum->amount_fen, line->fixed_fen[index], &sum->amount_fen, error);
}

gboolean
sz_pay_grant_fixed (SzPayRun *run, GError **error)
{
  SzPayResult *result = run->result;

  for (gsize i = 0; i < result->n_lines; i++)
    {
      const SzPayPerson *person = g_array_index (run->members, SzPayMember, i).person;

      for (guint j = 0; j < run->n_fixed; j++)
        if (!grant_one (run, j, &result->lines[i], person, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
refuse_allowances (SzMoney allowances_fen, SzMoney available_fen, GError **error)
{
  g_autofree char *allowances = sz_money_format (allowances_fen);
  g_autofree char *available = sz_money_format (available_fen);

  return sz_error_set (error, SZ_ERROR_REFUSED, "pay.allowances_over_pool", "allowances",
                       allowances, "available", available, NULL);
}

/* RULE pay-4: pool less reserve less allowances, split by ratio in the scheme's order. */
static gboolean
split_pool (SzPayRun *run, GError **error)
{
  SzPayResult *result = run->result;
  g_autofree gint64 *ratios_x1e4 = g_new0 (gint64, run->n_parts);
  g_autofree SzMoney *amounts_fen = g_new0 (SzMoney, run->n_parts);
  SzMoney available_fen = result->pool_fen - result->reserve_fen;
  SzMoney allowances_fen = 0;
  gint64 rest_x1e4 = SZ_RATIO_ONE;

  for (guint i = 0; i < run->n_fixed; i++)
    if (!sz_money_add (allowances_fen, result->fixed[i].amount_fen, &allowances_fen, error))
      return FALSE;
  if (allowances_fen > available_fen)
    return refuse_allowances (allowances_fen, available_fen, error);

  for (guint i = 0; i < run->n_parts; i++)
    if (!run->parts[i].component->rest)
      rest_x1e4 -= ratios_x1e4[i] = run->parts[i].component->ratio_x1e4;
  for (guint i = 0; i < run->n_parts; i++)
    if (run->parts[i].component->rest)
      ratios_x1e4[i] = rest_x1e4;
  if (!sz_money_apportion (available_fen - allowances_fen, run->scheme->name, ratios_x1e4, NULL,
                           run->n_parts, amounts_fen, NULL, error))
    return FALSE;
  for (guint i = 0; i < run->n_parts; i++)
    result->components[i].amount_fen = amounts_fen[i];
  return TRUE;
}

/* Shares @pool_fen among @n lines named by @lines (NULL: all) by their points in component @index.
 */
static gboolean
share_among (
    SzPayRun *run, guint index, SzMoney pool_fen, const guint *lines, gsize n, GError **error)
{
  SzPayLine *all = run->result->lines;

  for (gsize i = 0; i < n; i++)
    run->weights[i] = all[lines != NULL ? lines[i] : i].shares[index].points_x1e6;
  if (!sz_money_apportion (pool_fen, run->parts[index].component->name, run->weights, NULL, n,
                           run->amounts, run->remainders, error))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      SzPayLine *line = &all[lines != NULL ? lines[i] : i];

      line->shares[index].amount_fen = run->amounts[i];
      line->shares[index].remainder_fen = run->remainders[i];
      if (!sz_money_add (line->before_fen, run->amounts[i], &line->before_fen, error))
        return FALSE;
    }
  return TRUE;
}

/* Lines by department, each in the order of the staff number; @starts has n_divisions + 1 places.
 */
static guint *
group_lines (const SzPayRun *run, gsize *starts)
{
  gsize n = run->result->n_lines;
  guint *lines = g_new (guint, n);
  g_autofree gsize *next = NULL;

  memset (starts, 0, (run->divisions->len + 1) * sizeof *starts);
  for (gsize i = 0; i < n; i++)
    starts[g_array_index (run->members, SzPayMember, i).department + 1]++;
  for (guint i = 0; i < run->divisions->len; i++)
    starts[i + 1] += starts[i];
  next = g_memdup2 (starts, (run->divisions->len + 1) * sizeof *starts);
  for (gsize i = 0; i < n; i++)
    lines[next[g_array_index (run->members, SzPayMember, i).department]++] = (guint)i;
  return lines;
}

/* RULE pay-8: a department's weight is its points times its coefficient, exactly. */
static gboolean
weigh_division (const SzPayRun *run,
                guint index,
                guint division,
                const guint *lines,
                gsize n,
                gint64 *weight,
                GError **error)
{
  gint64 coefficient_x1e4
      = g_array_index (run->divisions, SzPayDivision, division).coefficient_x1e4;
  gint64 sum_x1e6 = 0;

  *weight = 0;
  for (gsize i = 0; i < n; i++)
    sum_x1e6 += run->result->lines[lines[i]].shares[index].points_x1e6;
  if (n == 0)
    return TRUE;
  if (__builtin_mul_overflow (sum_x1e6, coefficient_x1e4, weight))
    return sz_error_set (error, SZ_ERROR_OVERFLOW, "number.overflow", "value", "points", NULL);
  return TRUE;
}

/* RULE pay-8: pool → departments → people inside. */
static gboolean
share_by_division (
    SzPayRun *run, guint index, const guint *lines, const gsize *starts, GError **error)
{
  guint n = run->divisions->len;
  g_autofree gint64 *weights = g_new0 (gint64, n);
  g_autofree SzMoney *pools_fen = g_new0 (SzMoney, n);

  for (guint i = 0; i < n; i++)
    if (!weigh_division (run, index, i, lines + starts[i], starts[i + 1] - starts[i], &weights[i],
                         error))
      return FALSE;
  if (!sz_money_apportion (run->result->components[index].amount_fen,
                           run->parts[index].component->name, weights, NULL, n, pools_fen, NULL,
                           error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!share_among (run, index, pools_fen[i], lines + starts[i], starts[i + 1] - starts[i],
                      error))
      return FALSE;
  return TRUE;
}

static gboolean
share_two_levels (SzPayRun *run, GError **error)
{
  g_autofree gsize *starts = g_new0 (gsize, run->divisions->len + 1);
  g_autofree guint *lines = group_lines (run, starts);

  for (guint i = 0; i < run->n_parts; i++)
    if (!share_by_division (run, i, lines, starts, error))
      return FALSE;
  return TRUE;
}

/* RULE pay-4: floor(pool × reserve ratio). */
static gboolean
set_reserve (SzPayRun *run, GError **error)
{
  SzPayResult *result = run->result;

  if (!sz_decimal_div_floor ((SzWide)result->pool_fen * run->scheme->reserve_ratio_x1e4,
                             SZ_RATIO_ONE, &result->reserve_planned_fen, error))
    return FALSE;
  result->reserve_fen = result->reserve_planned_fen;
  return TRUE;
}

gboolean
sz_pay_share_pools (SzPayRun *run, GError **error)
{
  SzPayResult *result = run->result;

  if (!set_reserve (run, error) || !split_pool (run, error))
    return FALSE;
  if (run->scheme->two_levels)
    return share_two_levels (run, error);
  for (guint i = 0; i < run->n_parts; i++)
    if (!share_among (run, i, result->components[i].amount_fen, NULL, result->n_lines, error))
      return FALSE;
  return TRUE;
}
