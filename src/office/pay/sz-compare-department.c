/* sz-compare-department.c — why a department has more or less in one run than in another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-compare-private.h"

static gboolean
is_of (const SzPayLine *line, const SzCompareDepartment *department)
{
  return line != NULL && g_strcmp0 (line->department, department->name) == 0;
}

static void
add_effect (GArray *sums, SzCompareCause cause, const char *part, SzMoney effect_fen)
{
  SzCompareSum made = { cause, part, 1, effect_fen };

  for (guint i = 0; i < sums->len; i++)
    {
      SzCompareSum *sum = &g_array_index (sums, SzCompareSum, i);

      if (sum->cause != cause || strcmp (sum->part, part) != 0)
        continue;
      sum->people++;
      sum->effect_fen += effect_fen;
      return;
    }
  g_array_append_val (sums, made);
}

static void
add_reasons (GArray *sums, const SzCompare *compare, const SzComparePerson *person)
{
  g_autoptr (GArray) reasons = _sz_compare_effects (compare, person);

  for (guint i = 0; i < reasons->len; i++)
    {
      const SzCompareReason *reason = &g_array_index (reasons, SzCompareReason, i);

      if (reason->effect_fen != 0)
        add_effect (sums, reason->cause, reason->part, reason->effect_fen);
    }
}

static int
compare_effects_cb (gconstpointer a, gconstpointer b)
{
  const SzMoney one = ABS (((const SzCompareSum *)a)->effect_fen);
  const SzMoney other = ABS (((const SzCompareSum *)b)->effect_fen);

  return one > other ? -1 : one < other;
}

GArray *
sz_compare_why_department (const SzCompare *compare, const SzCompareDepartment *department)
{
  GArray *sums = g_array_new (FALSE, TRUE, sizeof (SzCompareSum));

  g_return_val_if_fail (compare != NULL && department != NULL, sums);
  for (guint i = 0; i < compare->people->len; i++)
    {
      const SzComparePerson *person = &g_array_index (compare->people, SzComparePerson, i);
      const gboolean was = is_of (person->before, department);
      const gboolean is = is_of (person->after, department);

      if (was && person->after != NULL && !is)
        add_effect (sums, SZ_CAUSE_MOVED, "", -person->before_fen);
      else if (is && person->before != NULL && !was)
        add_effect (sums, SZ_CAUSE_MOVED, "", person->after_fen);
      else if (was || is)
        add_reasons (sums, compare, person);
    }
  g_array_sort (sums, compare_effects_cb);
  return sums;
}
