/* sz-idcard-words.c — why a text is no ID number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-idcard-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-text.h"

#define LENGTH 18

char *
sz_idcard_words (const char *text)
{
  g_autofree char *folded = sz_text_fold (text);
  glong length = g_utf8_strlen (folded, -1);

  if (length != LENGTH)
    return g_strdup_printf (_ (": it has %ld characters, not 18"), length);
  if (strspn (folded, "0123456789") < LENGTH - 1)
    return g_strdup (_ (": only digits belong in it, and perhaps an X at the end"));
  return g_strdup (_ (": its check digit does not fit"));
}
