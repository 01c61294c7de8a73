/* sz-text.c — text as it stands in cells, made comparable
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-text.h"

#include <string.h>

#define FULL_WIDTH_FIRST 0xFF01
#define FULL_WIDTH_LAST 0xFF5E
#define FULL_WIDTH_SHIFT 0xFEE0
#define IDEOGRAPHIC_SPACE 0x3000
#define NO_BREAK_SPACE 0x00A0

static gunichar
fold_character (gunichar c)
{
  if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)
    return c - FULL_WIDTH_SHIFT;
  if (c == IDEOGRAPHIC_SPACE || c == NO_BREAK_SPACE)
    return ' ';
  return c;
}

static void
trim (GString *text)
{
  const char *start = text->str;
  const char *end = text->str + text->len;

  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start)
    {
      const char *last = g_utf8_prev_char (end);
      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }
  g_string_truncate (text, (gsize)(end - text->str));
  g_string_erase (text, 0, start - text->str);
}

char *
sz_text_fold (const char *text)
{
  g_autoptr (GString) folded = NULL;
  g_autofree char *valid = NULL;

  if (text == NULL)
    return g_strdup ("");
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  folded = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (folded, fold_character (g_utf8_get_char (p)));
  trim (folded);
  return g_string_free (g_steal_pointer (&folded), FALSE);
}
