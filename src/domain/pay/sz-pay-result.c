/* sz-pay-result.c — what a pay run says, and the laws it must obey (RULE num-5, num-6, pay-4,
 * pay-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-private.h"

/* The arrays behind the borrowed pointers of the lines. */
typedef struct
{
  SzMoney *fixed_fen;
  SzPayShare *shares;
  SzMoney *pools_fen;
} Storage;

SzPayResult *
sz_pay_result_new (gsize n_people, guint n_fixed, guint n_parts)
{
  SzPayResult *result = g_new0 (SzPayResult, 1);
  Storage *storage = g_new0 (Storage, 1);

  storage->fixed_fen = g_new0 (SzMoney, n_people * n_fixed + 1);
  storage->shares = g_new0 (SzPayShare, n_people * n_parts + 1);
  result->storage = storage;
  result->fixed = g_new0 (SzPaySum, n_fixed + 1);
  result->components = g_new0 (SzPaySum, n_parts + 1);
  result->lines = g_new0 (SzPayLine, n_people + 1);
  result->excluded = g_new0 (SzPayExcluded, n_people + 1);
  for (gsize i = 0; i < n_people; i++)
    {
      result->lines[i].fixed_fen = storage->fixed_fen + i * n_fixed;
      result->lines[i].shares = storage->shares + i * n_parts;
    }
  return result;
}

void
sz_pay_result_free (SzPayResult *result)
{
  Storage *storage;

  if (result == NULL)
    return;
  storage = result->storage;
  g_free (storage->fixed_fen);
  g_free (storage->shares);
  g_free (storage->pools_fen);
  g_free (storage);
  g_free (result->fixed);
  g_free (result->components);
  g_free (result->lines);
  g_free (result->excluded);
  g_free (result->departments);
  g_free (result->terms);
  g_free (result);
}

/* Departments with nobody who takes part are not listed. */
static void
sum_departments (SzPayRun *run)
{
  SzPayResult *result = run->result;
  guint n = run->divisions->len;
  SzPayDepartmentSum *sums = g_new0 (SzPayDepartmentSum, n + 1);

  for (gsize i = 0; i < result->n_lines; i++)
    {
      SzPayDepartmentSum *sum = &sums[g_array_index (run->members, SzPayMember, i).department];

      sum->people++;
      sum->amount_fen += result->lines[i].total_fen;
    }
  ((Storage *)result->storage)->pools_fen = g_steal_pointer (&run->pools_fen);
  result->departments = sums;
  for (guint i = 0; i < n; i++)
    if (sums[i].people > 0)
      {
        sums[i].pools_fen = ((Storage *)result->storage)->pools_fen + (gsize)i * run->n_parts;
        sums[i].unplaced_fen = run->unplaced_fen[i];
        sums[i].name = g_array_index (run->divisions, SzPayDivision, i).name;
        sums[result->n_departments++] = sums[i];
      }
}

/* RULE num-6, pay-4: reserve + Σ fixed + Σ components = pool. */
static void
assert_pools (const SzPayRun *run)
{
  const SzPayResult *result = run->result;
  SzWide sum_fen = result->reserve_planned_fen;

  for (guint i = 0; i < run->n_fixed; i++)
    sum_fen += result->fixed[i].amount_fen;
  for (guint i = 0; i < run->n_parts; i++)
    sum_fen += result->components[i].amount_fen;
  g_assert (sum_fen == result->pool_fen);
}

/* RULE num-5: a line is the sum of its parts. */
static void
assert_line (const SzPayRun *run, const SzPayLine *line)
{
  const SzPayResult *result = run->result;
  SzMoney sum_fen = 0;

  for (guint i = 0; i < run->n_fixed; i++)
    sum_fen += MAX (line->fixed_fen[i], 0);
  for (guint i = 0; i < run->n_parts; i++)
    sum_fen += line->shares[i].amount_fen;
  g_assert (sum_fen == line->before_fen);
  g_assert (line->before_fen + line->ceiling_fen == line->total_fen);
  g_assert (line->total_fen >= 0);
  /* RULE pay-9 */
  g_assert (result->ceiling_limit_fen == 0 || line->total_fen <= result->ceiling_limit_fen);
  g_assert (line->before_fen == 0 || line->total_fen >= result->floor_limit_fen);
}

static void
assert_laws (const SzPayRun *run)
{
  const SzPayResult *result = run->result;
  SzWide people_fen = 0;
  SzWide departments_fen = 0;

  assert_pools (run);
  for (gsize i = 0; i < result->n_lines; i++)
    {
      assert_line (run, &result->lines[i]);
      people_fen += result->lines[i].total_fen;
    }
  for (gsize i = 0; i < result->n_departments; i++)
    departments_fen += result->departments[i].amount_fen;
  g_assert (people_fen == result->total_fen);
  g_assert (departments_fen == people_fen);
  g_assert (result->reserve_fen == result->reserve_planned_fen + result->unplaced_fen);
  g_assert (result->reserve_fen + people_fen == result->pool_fen);
}

void
sz_pay_add_missing (SzPayRun *run,
                    const char *code,
                    const SzPayPerson *person,
                    const char *input,
                    const char *value)
{
  g_return_if_fail (run != NULL && person != NULL);

  sz_issue_list_add (run->issues, SZ_SEVERITY_ERROR, code, 0, NULL, value, "staff_no",
                     person->staff_no, "name", person->name, "input", input, "value", value, NULL);
}

void
sz_pay_close (SzPayRun *run)
{
  SzPayResult *result = run->result;

  for (gsize i = 0; i < result->n_lines; i++)
    {
      result->total_fen += result->lines[i].total_fen;
      for (guint j = 0; j < run->n_parts; j++)
        result->lines[i].shares[j].central_fen = result->lines[i].shares[j].amount_fen;
    }
  sum_departments (run);
  assert_laws (run);
  result->n_terms = run->terms->len;
  result->terms = (SzPayTerm *)(gpointer)g_array_free (g_steal_pointer (&run->terms), FALSE);
}
