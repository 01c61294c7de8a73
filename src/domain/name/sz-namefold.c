/* sz-namefold.c — what people type, made comparable, and whether it finds a name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-namekey.h"
#include "sz-pinyin.h"
#include "sz-surname.h"

#include <string.h>

static gboolean
is_apostrophe (gunichar character)
{
  switch (character)
    {
    case '\'':
    case '`':
    case 0x00b4:
    case 0x02b9:
    case 0x02bc:
    case 0x2018:
    case 0x2019:
    case 0x201b:
    case 0x2032:
      return TRUE;
    default:
      return FALSE;
    }
}

/* RULE ppl-6 */
char *
sz_name_fold_query (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *composed = NULL;
  GString *folded = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  valid = g_utf8_make_valid (text, -1);
  /* composed first, so that u and a loose umlaut are one letter; full width becomes half width */
  composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKC);
  folded = g_string_sized_new (strlen (composed) + 1);
  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar letter = sz_pinyin_fold_letter (g_unichar_tolower (g_utf8_get_char (p)));

      if (!sz_surname_is_separator (letter) && !is_apostrophe (letter)
          && !g_unichar_iscntrl (letter) && !g_unichar_ismark (letter))
        g_string_append_unichar (folded, letter);
    }
  return g_string_free (folded, FALSE);
}

/* RULE ppl-6: within the name, or at the beginning of one of the lines after it */
gboolean
sz_name_key_matches (const char *search_key, const char *folded_query)
{
  const char *p = search_key;
  gsize length = 0;
  char first = 0;

  g_return_val_if_fail (search_key != NULL && folded_query != NULL, FALSE);
  first = folded_query[0];
  if (first == '\0')
    return TRUE;
  /* called a hundred thousand times for each letter typed: most places differ in the first byte */
  length = strlen (folded_query);
  for (; *p != '\n' && *p != '\0'; p++)
    if (*p == first && strncmp (p, folded_query, length) == 0)
      return TRUE;
  /* readings are ASCII */
  if ((guchar)first >= 0x80)
    return FALSE;
  for (; *p == '\n'; p = strchrnul (p, '\n'))
    {
      p++;
      if (*p == first && strncmp (p, folded_query, length) == 0)
        return TRUE;
    }
  return FALSE;
}
