/* sz-param.c — parameters looked up for a date 参数 (RULE num-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-param.h"

#include <string.h>

void
sz_param_clear (SzParam *param)
{
  g_return_if_fail (param != NULL);
  g_free (param->key);
  g_free (param->value);
  g_free (param->source);
  memset (param, 0, sizeof *param);
}

static gboolean
is_in_force (const SzParam *param, SzDate day)
{
  if (sz_date_first_day (param->from) > day)
    return FALSE;
  return param->to == SZ_DATE_NONE || day <= sz_date_first_day (param->to);
}

/* Of two rows that begin on one day the later entered one stands. */
static gboolean
is_stronger (const SzParam *param, const SzParam *than)
{
  if (param->preset != than->preset)
    return !param->preset;
  if (sz_date_first_day (param->from) != sz_date_first_day (than->from))
    return sz_date_first_day (param->from) > sz_date_first_day (than->from);
  return param->id >= than->id;
}

/* RULE num-7 */
const SzParam *
sz_param_at (const SzParam *params, gsize n, const char *key, SzDate day)
{
  const SzDate on = sz_date_first_day (day);
  const SzParam *found = NULL;

  g_return_val_if_fail (key != NULL, NULL);
  for (gsize i = 0; i < n; i++)
    {
      if (g_strcmp0 (params[i].key, key) != 0 || !is_in_force (&params[i], on))
        continue;
      if (found == NULL || is_stronger (&params[i], found))
        found = &params[i];
    }
  return found;
}
