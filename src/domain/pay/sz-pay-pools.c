/* sz-pay-pools.c — reserve, fixed allowances, components and their shares (RULE pay-4)
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
  SzPayGroup everybody = { NULL, result->n_lines };

  if (!set_reserve (run, error) || !split_pool (run, error))
    return FALSE;
  for (guint i = 0; i < run->n_parts; i++)
    if (sz_scheme_by_department (run->scheme, i)
            ? !sz_pay_share_by_division (run, i, error)
            : !sz_pay_share_among (run, i, result->components[i].amount_fen,
                                   run->parts[i].component->name, &everybody, error))
      return FALSE;
  return TRUE;
}
