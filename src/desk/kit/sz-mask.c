/* sz-mask.c — numbers that are not everybody's business
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-mask.h"

#include <string.h>

char *
sz_mask_code (const char *code)
{
  const glong length = g_utf8_strlen (code, -1);
  const glong head = length >= 10 ? 3 : 0;
  const glong tail = length >= 10 ? 4 : MIN (2, length / 2);
  GString *masked = g_string_sized_new (strlen (code));

  g_string_append_len (masked, code, g_utf8_offset_to_pointer (code, head) - code);
  for (glong i = head; i < length - tail; i++)
    g_string_append_c (masked, '*');
  g_string_append (masked, g_utf8_offset_to_pointer (code, length - tail));
  return g_string_free (masked, FALSE);
}
