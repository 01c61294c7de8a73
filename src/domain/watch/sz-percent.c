/* sz-percent.c — a part of a whole in percent (RULE tgt-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-percent.h"

#include "sz-decimal.h"

gboolean
sz_percent (gint64 part, gint64 whole, gint64 *percent_x100)
{
  g_return_val_if_fail (percent_x100 != NULL, FALSE);
  return whole != 0 && sz_decimal_div_round ((SzWide)part * 10000, whole, percent_x100, NULL);
}

char *
sz_percent_dup (gint64 part, gint64 whole)
{
  gint64 percent_x100;

  return sz_percent (part, whole, &percent_x100) ? sz_decimal_format (percent_x100, 2) : NULL;
}
