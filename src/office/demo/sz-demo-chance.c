/* sz-demo-chance.c — the dice of the made-up college
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-demo-private.h"

guint
sz_demo_pick (SzDemo *demo, guint n)
{
  return (guint)g_rand_int_range (demo->random, 0, (gint32)n);
}

gboolean
sz_demo_chance (SzDemo *demo, guint percent)
{
  return sz_demo_pick (demo, 100) < percent;
}
