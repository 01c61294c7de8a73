/* sz-pay-levels.c — pools of departments and the shares inside them 两级分配 (RULE pay-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-private.h"

#include <string.h>

#include "sz-error.h"

gboolean
sz_pay_share_among (SzPayRun *run,
                    guint index,
                    SzMoney pool_fen,
                    const char *name,
                    const SzPayGroup *group,
                    GError **error)
{
  SzPayLine *all = run->result->lines;

  g_return_val_if_fail (group != NULL, FALSE);

  for (gsize i = 0; i < group->n; i++)
    run->weights[i] = all[group->lines != NULL ? group->lines[i] : i].shares[index].points_x1e6;
  if (!sz_money_apportion (pool_fen, name, run->weights, NULL, group->n, run->amounts,
                           run->remainders, error))
    return FALSE;
  for (gsize i = 0; i < group->n; i++)
    {
      SzPayLine *line = &all[group->lines != NULL ? group->lines[i] : i];

      line->shares[index].amount_fen = run->amounts[i];
      line->shares[index].remainder_fen = run->remainders[i];
      if (!sz_money_add (line->before_fen, run->amounts[i], &line->before_fen, error))
        return FALSE;
    }
  return TRUE;
}

void
sz_pay_group_lines (SzPayRun *run)
{
  gsize n = run->result->n_lines;
  g_autofree gsize *next = NULL;

  run->grouped = g_new (guint, n + 1);
  run->starts = g_new0 (gsize, run->divisions->len + 1);
  for (gsize i = 0; i < n; i++)
    run->starts[g_array_index (run->members, SzPayMember, i).department + 1]++;
  for (guint i = 0; i < run->divisions->len; i++)
    run->starts[i + 1] += run->starts[i];
  next = g_memdup2 (run->starts, (run->divisions->len + 1) * sizeof *next);
  for (gsize i = 0; i < n; i++)
    run->grouped[next[g_array_index (run->members, SzPayMember, i).department]++] = (guint)i;
}

SzPayGroup
sz_pay_get_group (const SzPayRun *run, guint division)
{
  gsize start = run->starts[division];

  return (SzPayGroup){ run->grouped + start, run->starts[division + 1] - start };
}

static gint64 *
get_pool (SzPayRun *run, guint division, guint index)
{
  return &run->pools_fen[(gsize)division * run->n_parts + index];
}

/* What one person adds to the weight of the department, before its coefficient. */
static SzWide
weigh_person (const SzPayRun *run, guint line, guint index)
{
  const SzPayLine *member = &run->result->lines[line];
  const SzLoadYear *load = &run->input->people[member->index].load;

  switch (run->scheme->levels_by)
    {
    case SZ_LEVELS_HEADCOUNT:
      return 1;
    case SZ_LEVELS_PERSON_MONTHS:
      return member->months;
    case SZ_LEVELS_WORKLOAD:
      /* Whoever has no quota counts 0. */
      return load->quota_x100 < 0 ? 0 : (SzWide)load->teaching_x100 + load->training_credit_x100;
    case SZ_LEVELS_POINTS:
    case SZ_LEVELS_FIXED:
    case SZ_N_LEVELS:
    default:
      return member->shares[index].points_x1e6;
    }
}

static gboolean
weigh_division (SzPayRun *run, guint index, guint division, gint64 *weight, GError **error)
{
  const SzPayDivision *known = &g_array_index (run->divisions, SzPayDivision, division);
  SzPayGroup group = sz_pay_get_group (run, division);
  SzWide sum = 0;

  *weight = 0;
  for (gsize i = 0; i < group.n; i++)
    if (run->result->lines[group.lines[i]].shares[index].admitted)
      sum += weigh_person (run, group.lines[i], index);
  if (run->scheme->levels_by == SZ_LEVELS_FIXED)
    {
      const gint64 *own_x1e4 = g_hash_table_lookup (run->scheme->levels_weights, known->name);

      *weight = own_x1e4 != NULL ? *own_x1e4 : 0;
      return TRUE;
    }
  if (sum < 0 || sum > G_MAXINT64
      || __builtin_mul_overflow ((gint64)sum, known->coefficient_x1e4, weight))
    return sz_error_set (error, SZ_ERROR_OVERFLOW, "number.overflow", "value", "points", NULL);
  return TRUE;
}

/* RULE pay-8: those departments that have somebody whom the component's filter admits. */
static gboolean
admits_division (const SzPayRun *run, guint index, guint division)
{
  SzPayGroup group = sz_pay_get_group (run, division);

  for (gsize i = 0; i < group.n; i++)
    if (run->result->lines[group.lines[i]].shares[index].admitted)
      return TRUE;
  return FALSE;
}

static void
add_finding (SzPayRun *run, const char *code, const char *department)
{
  sz_issue_list_add (run->issues, SZ_SEVERITY_ERROR, code, 0, NULL, department, "department",
                     department, NULL);
}

static void
check_coefficient (SzPayRun *run, const SzPayDivision *division)
{
  if (division->coefficient_x1e4 == SZ_PAY_UNSET)
    add_finding (run, "pay.department_coefficient", division->name);
  else if (division->coefficient_x1e4 < 0)
    add_finding (run, "pay.coefficient_negative", division->name);
}

/* A weight over 0 of a department to which nothing can go would be lost without a word. */
static void
check_weights (SzPayRun *run, const gboolean *wanted)
{
  g_autoptr (GList) names
      = g_list_sort (g_hash_table_get_keys (run->scheme->levels_weights), (GCompareFunc)strcmp);

  for (GList *l = names; l != NULL; l = l->next)
    {
      const gint64 *weight_x1e4 = g_hash_table_lookup (run->scheme->levels_weights, l->data);
      gboolean found = *weight_x1e4 <= 0;

      for (guint i = 0; i < run->divisions->len && !found; i++)
        found = wanted[i]
                && strcmp (g_array_index (run->divisions, SzPayDivision, i).name, l->data) == 0;
      if (!found)
        add_finding (run, "pay.department_empty", l->data);
    }
}

void
sz_pay_check_divisions (SzPayRun *run)
{
  gboolean fixed = run->scheme->levels_by == SZ_LEVELS_FIXED;
  g_autofree gboolean *wanted = g_new0 (gboolean, run->divisions->len + 1);

  for (guint i = 0; i < run->divisions->len; i++)
    {
      const SzPayDivision *division = &g_array_index (run->divisions, SzPayDivision, i);

      for (guint j = 0; j < run->n_parts && !wanted[i]; j++)
        wanted[i] = sz_scheme_by_department (run->scheme, j) && admits_division (run, j, i);
      if (wanted[i] && !fixed)
        check_coefficient (run, division);
      else if (wanted[i] && !g_hash_table_contains (run->scheme->levels_weights, division->name))
        add_finding (run, "pay.weight_missing", division->name);
    }
  if (fixed)
    check_weights (run, wanted);
}

/* RULE pay-8: pool → departments → people inside. */
gboolean
sz_pay_share_by_division (SzPayRun *run, guint index, GError **error)
{
  guint n = run->divisions->len;
  const char *name = run->parts[index].component->name;
  g_autofree gint64 *weights = g_new0 (gint64, n + 1);
  g_autofree SzMoney *pools_fen = g_new0 (SzMoney, n + 1);

  for (guint i = 0; i < n; i++)
    if (admits_division (run, index, i) && !weigh_division (run, index, i, &weights[i], error))
      return FALSE;
  if (!sz_money_apportion (run->result->components[index].amount_fen, name, weights, NULL, n,
                           pools_fen, NULL, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      SzPayGroup group = sz_pay_get_group (run, i);
      g_autofree char *place
          = g_strdup_printf ("%s / %s", name,
                             g_array_index (run->divisions, SzPayDivision, i).name);

      if (admits_division (run, index, i))
        *get_pool (run, i, index) = pools_fen[i];
      if (!sz_pay_share_among (run, index, pools_fen[i], place, &group, error))
        return FALSE;
    }
  return TRUE;
}
