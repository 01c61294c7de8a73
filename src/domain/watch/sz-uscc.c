/* sz-uscc.c — unified social credit codes 统一社会信用代码 (RULE tgt-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-uscc.h"

#include <string.h>

#define LENGTH 18

/* GB 32100: digits and letters without I, O, S, V, Z; a character's value is its place. */
static const char characters[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

gboolean
sz_uscc_is_valid (const char *code)
{
  const int base = (int)strlen (characters);
  int weight = 1;
  int sum = 0;

  g_return_val_if_fail (code != NULL, FALSE);
  if (strlen (code) != LENGTH)
    return FALSE;
  for (gsize i = 0; i < LENGTH; i++)
    {
      const char *place = strchr (characters, code[i]);

      if (place == NULL)
        return FALSE;
      /* The last character makes the weighted sum a multiple of 31; its own weight is 1. */
      sum += (int)(place - characters) * (i == LENGTH - 1 ? 1 : weight);
      weight = weight * 3 % base;
    }
  return sum % base == 0;
}
