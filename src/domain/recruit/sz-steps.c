/* sz-steps.c — a number that changes on certain days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-steps.h"

/* Before every real day. */
#define ALWAYS G_MININT32

typedef struct
{
  gint32 day;
  gint64 change; /* the sum from this day on, once the steps are in order */
} Step;

struct _SzSteps
{
  GArray *changes; /* of Step */
  GArray *sums;    /* of Step: the same by day, summed up; NULL until asked for */
};

SzSteps *
sz_steps_new (void)
{
  SzSteps *steps = g_new0 (SzSteps, 1);

  steps->changes = g_array_new (FALSE, FALSE, sizeof (Step));
  return steps;
}

void
sz_steps_free (SzSteps *steps)
{
  if (steps == NULL)
    return;
  g_array_unref (steps->changes);
  g_clear_pointer (&steps->sums, g_array_unref);
  g_free (steps);
}

void
sz_steps_add (SzSteps *steps, SzDate from, SzDate to, gint64 amount)
{
  Step begin = { from == SZ_DATE_NONE ? ALWAYS : sz_date_days (from), amount };
  Step end = { to == SZ_DATE_NONE ? 0 : sz_date_days (to) + 1, -amount };

  g_return_if_fail (steps != NULL);
  if (amount == 0 || (to != SZ_DATE_NONE && end.day <= begin.day))
    return;
  g_array_append_val (steps->changes, begin);
  if (to != SZ_DATE_NONE)
    g_array_append_val (steps->changes, end);
  g_clear_pointer (&steps->sums, g_array_unref);
}

static int
compare_steps_cb (gconstpointer a, gconstpointer b)
{
  const Step *left = a;
  const Step *right = b;

  return (left->day > right->day) - (left->day < right->day);
}

static void
sum_up (SzSteps *steps)
{
  gint64 sum = 0;

  if (steps->sums != NULL)
    return;
  g_array_sort (steps->changes, compare_steps_cb);
  steps->sums = g_array_new (FALSE, FALSE, sizeof (Step));
  for (guint i = 0; i < steps->changes->len; i++)
    {
      const Step *change = &g_array_index (steps->changes, Step, i);
      const guint last = steps->sums->len;
      Step total = { change->day, sum += change->change };

      if (last > 0 && g_array_index (steps->sums, Step, last - 1).day == change->day)
        g_array_index (steps->sums, Step, last - 1).change = sum;
      else
        g_array_append_val (steps->sums, total);
    }
}

gint64
sz_steps_at (SzSteps *steps, SzDate day)
{
  const gint32 on = sz_date_days (day);
  guint low = 0;
  guint high;

  g_return_val_if_fail (steps != NULL, 0);
  sum_up (steps);
  high = steps->sums->len;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (g_array_index (steps->sums, Step, middle).day <= on)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? g_array_index (steps->sums, Step, low - 1).change : 0;
}

static int
compare_days_cb (gconstpointer a, gconstpointer b)
{
  const gint32 left = *(const gint32 *)a;
  const gint32 right = *(const gint32 *)b;

  return (left > right) - (left < right);
}

void
sz_steps_collect (SzSteps *steps, SzDate from, GArray *days)
{
  const gint32 first = sz_date_days (from);
  guint kept = 0;

  g_return_if_fail (steps != NULL && days != NULL);
  sum_up (steps);
  for (guint i = 0; i < steps->sums->len; i++)
    {
      const gint32 day = g_array_index (steps->sums, Step, i).day;

      if (day > first)
        g_array_append_val (days, day);
    }
  g_array_sort (days, compare_days_cb);
  for (guint i = 0; i < days->len; i++)
    if (kept == 0 || g_array_index (days, gint32, kept - 1) != g_array_index (days, gint32, i))
      g_array_index (days, gint32, kept++) = g_array_index (days, gint32, i);
  g_array_set_size (days, kept);
}
