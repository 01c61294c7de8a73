/* sz-key-order.c — a million rows put in order of a number each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-key-order.h"

#include <string.h>

#define DIGITS 65536u

static guint32
find_greatest (const guint32 *keys, guint n)
{
  guint32 greatest = 0;

  for (guint i = 0; i < n; i++)
    greatest = MAX (greatest, keys[i]);
  return greatest;
}

/* One stable pass by the 16 bits at @shift, from @from to @to. */
static void
count_pass (const guint32 *keys, guint n, guint shift, const guint32 *from, guint32 *to)
{
  g_autofree guint32 *starts = g_new0 (guint32, DIGITS + 1);

  for (guint i = 0; i < n; i++)
    starts[((keys[i] >> shift) & (DIGITS - 1)) + 1]++;
  for (guint digit = 1; digit <= DIGITS; digit++)
    starts[digit] += starts[digit - 1];
  for (guint i = 0; i < n; i++)
    {
      const guint32 row = from != NULL ? from[i] : i;

      to[starts[(keys[row] >> shift) & (DIGITS - 1)]++] = row;
    }
}

guint32 *
sz_key_order (const guint32 *keys, guint n)
{
  guint32 *order = g_new (guint32, MAX (n, 1));

  g_return_val_if_fail (keys != NULL || n == 0, order);
  count_pass (keys, n, 0, NULL, order);
  if (find_greatest (keys, n) >= DIGITS)
    {
      guint32 *second = g_new (guint32, MAX (n, 1));

      count_pass (keys, n, 16, order, second);
      g_free (order);
      order = second;
    }
  return order;
}
