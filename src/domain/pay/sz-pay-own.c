/* sz-pay-own.c — what was done to a computed run: sheets of departments, adjustments
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-own.h"

#include <string.h>

int
sz_pay_find_department (const SzPayResult *result, const char *name)
{
  gsize low = 0;
  gsize high;

  g_return_val_if_fail (result != NULL && name != NULL, -1);
  /* They stand in bytewise order. */
  for (high = result->n_departments; low < high;)
    {
      gsize middle = (low + high) / 2;
      int order = strcmp (result->departments[middle].name, name);

      if (order == 0)
        return (int)middle;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return -1;
}

/* The pools of a department; a run of the released versions has none. */
static SzMoney
get_pool (const SzPayDepartmentSum *department, guint part)
{
  return department->pools_fen != NULL ? department->pools_fen[part] : -1;
}

gboolean
sz_pay_is_member (const SzPayResult *result, const SzPayLine *line, guint n_parts)
{
  int department;

  g_return_val_if_fail (result != NULL && line != NULL, FALSE);
  department = sz_pay_find_department (result, line->department);
  if (department < 0)
    return FALSE;
  for (guint i = 0; i < n_parts; i++)
    if (get_pool (&result->departments[department], i) >= 0 && line->shares[i].admitted)
      return TRUE;
  return FALSE;
}

void
sz_pay_set_own (SzPayOverlay *overlay, guint department, const SzPayOwn *amounts, gsize n)
{
  SzPayResult *result;
  SzPayDepartmentSum *sum;
  g_autofree SzMoney *given_fen = NULL;

  g_return_if_fail (overlay != NULL && overlay->result != NULL && (amounts != NULL || n == 0));
  result = overlay->result;
  g_return_if_fail (department < result->n_departments);
  sum = &result->departments[department];
  given_fen = g_new0 (SzMoney, overlay->n_parts + 1);
  for (gsize i = 0; i < n; i++)
    {
      SzPayShare *share = &result->lines[amounts[i].line].shares[amounts[i].part];

      g_assert (strcmp (result->lines[amounts[i].line].department, sum->name) == 0);
      g_assert (amounts[i].amount_fen >= 0);
      share->amount_fen = amounts[i].amount_fen;
      share->remainder_fen = 0;
      given_fen[amounts[i].part] += amounts[i].amount_fen;
    }
  /* RULE pay-8: the pool stays exact. */
  for (guint i = 0; i < overlay->n_parts; i++)
    g_assert (given_fen[i] == MAX (get_pool (sum, i), 0));
  sum->own = TRUE;
}

void
sz_pay_adjust (SzPayOverlay *overlay, guint line, SzMoney amount_fen)
{
  g_return_if_fail (overlay != NULL && overlay->result != NULL);
  g_return_if_fail (line < overlay->result->n_lines);
  overlay->result->lines[line].adjust_fen += amount_fen;
}

/* What nobody could take, less that of departments whose own split took it. */
static void
count_unplaced (SzPayResult *result)
{
  for (gsize i = 0; i < result->n_departments; i++)
    if (result->departments[i].own)
      {
        result->unplaced_fen -= result->departments[i].unplaced_fen;
        result->departments[i].unplaced_fen = 0;
      }
}

void
sz_pay_sum_up (SzPayOverlay *overlay)
{
  SzPayResult *result;
  SzWide adjusted_fen = 0;
  SzWide total_fen = 0;

  g_return_if_fail (overlay != NULL && overlay->result != NULL);
  result = overlay->result;
  count_unplaced (result);
  for (gsize i = 0; i < result->n_departments; i++)
    result->departments[i].amount_fen = 0;
  for (gsize i = 0; i < result->n_lines; i++)
    {
      SzPayLine *line = &result->lines[i];
      int department = sz_pay_find_department (result, line->department);

      g_assert (department >= 0);
      line->before_fen = 0;
      for (guint j = 0; j < overlay->n_fixed; j++)
        line->before_fen += MAX (line->fixed_fen[j], 0);
      for (guint j = 0; j < overlay->n_parts; j++)
        line->before_fen += line->shares[j].amount_fen;
      if (result->departments[department].own)
        line->ceiling_fen = 0;
      line->total_fen = line->before_fen + line->ceiling_fen + line->adjust_fen;
      result->departments[department].amount_fen += line->total_fen;
      adjusted_fen += line->adjust_fen;
      total_fen += line->total_fen;
    }
  result->total_fen = (SzMoney)total_fen;
  result->reserve_fen = result->reserve_planned_fen + result->unplaced_fen - (SzMoney)adjusted_fen;
  g_assert (total_fen + result->reserve_fen == result->pool_fen);
}
