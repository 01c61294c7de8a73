/* sz-text.c — text as it stands in cells, made comparable
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-text.h"

#include <string.h>

#define FULL_WIDTH_FIRST 0xFF01
#define FULL_WIDTH_LAST 0xFF5E
#define FULL_WIDTH_SHIFT 0xFEE0
#define ASCII_END 0x80

/* Most cells hold nothing but ASCII and Chinese characters, with no blank at an end: folding leaves
 * them as they are, and they are four times as quick to look at as to make anew. */
static gboolean
is_plain (const char *text)
{
  const guchar *p = (const guchar *)text;

  if (*p == ' ')
    return FALSE;
  for (; *p != '\0'; p++)
    if (*p >= 0xE4 && *p <= 0xE9)
      {
        /* U+4000 … U+9FFF: no blanks, nothing wide or invisible, no radicals among them. */
        if ((p[1] & 0xC0) != 0x80 || (p[2] & 0xC0) != 0x80)
          return FALSE;
        p += 2;
      }
    else if (*p < ' ' || *p > '~')
      return FALSE;
  return p == (const guchar *)text || p[-1] != ' ';
}

static gunichar
fold_character (gunichar c)
{
  if (c < ASCII_END)
    return c;
  if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)
    return c - FULL_WIDTH_SHIFT;
  if (g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR)
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

  if (text == NULL || is_plain (text))
    return g_strdup (text != NULL ? text : "");
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  folded = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (folded, fold_character (g_utf8_get_char (p)));
  trim (folded);
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

/* What web pages and chat programs leave between characters and nobody sees: zero-width blanks and
   joiners, marks of direction, the byte order mark. */
static gboolean
is_invisible (gunichar c)
{
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E)
         || (c >= 0x2066 && c <= 0x2069) || c == 0x061C || c == 0x2060 || c == 0xFEFF
         || c == 0x00AD;
}

/* What turns the order of what follows it: a name that reads otherwise than it is stored. */
static gboolean
turns_order (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_control (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
}

SzTextFault
sz_text_find_fault (const char *text)
{
  SzTextFault fault = SZ_TEXT_SOUND;

  if (text == NULL)
    return SZ_TEXT_SOUND;
  if (!g_utf8_validate (text, -1, NULL))
    return SZ_TEXT_NO_UTF8;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_control (c))
        return SZ_TEXT_CONTROL;
      if (turns_order (c))
        fault = SZ_TEXT_TURNED;
    }
  return fault;
}

char *
sz_text_harmless (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *shown = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (shown, is_control (c) || c == '\r' || turns_order (c) ? 0xFFFD : c);
    }
  return g_string_free (shown, FALSE);
}

char *
sz_text_visible (const char *text)
{
  g_autofree char *folded = sz_text_fold (text);
  g_autoptr (GString) visible = NULL;

  if (is_plain (folded))
    return g_steal_pointer (&folded);
  visible = g_string_sized_new (strlen (folded));
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_invisible (c))
        g_string_append_unichar (visible, c);
    }
  trim (visible);
  return g_string_free (g_steal_pointer (&visible), FALSE);
}

char *
sz_text_squeeze (const char *text)
{
  g_autofree char *folded = sz_text_fold (text);
  GString *squeezed;

  if (is_plain (folded) && strchr (folded, ' ') == NULL)
    return g_steal_pointer (&folded);
  squeezed = g_string_sized_new (strlen (folded));
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (squeezed, c);
    }
  return g_string_free (squeezed, FALSE);
}

static gboolean
is_radical (gunichar c)
{
  return c >= 0x2E80 && c <= 0x2FDF;
}

char *
sz_text_plain_radicals (const char *text)
{
  g_autofree char *valid = NULL;
  GString *plain;

  if (text == NULL || is_plain (text))
    return g_strdup (text != NULL ? text : "");
  valid = g_utf8_make_valid (text, -1);
  plain = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize n = (gsize)(g_utf8_next_char (p) - p);
      g_autofree char *common = is_radical (g_utf8_get_char (p))
                                    ? g_utf8_normalize (p, (gssize)n, G_NORMALIZE_NFKC)
                                    : NULL;

      g_string_append_len (plain, common != NULL ? common : p,
                           common != NULL ? (gssize)strlen (common) : (gssize)n);
    }
  return g_string_free (plain, FALSE);
}

/* Dots that people put between the parts of a name. */
static gboolean
is_dot (gunichar c)
{
  return c == 0xB7 || c == 0x2022 || c == 0x2027 || c == 0x30FB || c == 0xFF65 || c == 0x22C5
         || c == 0x2219 || c == 0x2024 || c == 0xFF0E || c == '.' || c == 0x25CF || c == 0x0387;
}

static char *
dup_letters (const char *name)
{
  g_autofree char *plain = sz_text_plain_radicals (name);
  g_autofree char *squeezed = sz_text_squeeze (plain);
  GString *letters = g_string_new (NULL);

  for (const char *p = squeezed; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_dot (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_utf8_get_char (p));
  return g_string_free (letters, FALSE);
}

gboolean
sz_text_same_name (const char *one, const char *other)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (g_strcmp0 (one, other) == 0)
    return TRUE;
  left = dup_letters (one);
  right = dup_letters (other);
  return g_str_equal (left, right);
}
