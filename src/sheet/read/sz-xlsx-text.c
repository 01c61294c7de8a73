/* sz-xlsx-text.c — what workbooks do to texts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-xlsx-private.h"

#define ESCAPE_BYTES 7 /* _xHHHH_ */

/* The code unit of an escape at @p, −1 when there is none. */
static int
read_escape (const char *p, const char *end)
{
  int unit = 0;

  if (end - p < ESCAPE_BYTES || p[0] != '_' || p[1] != 'x' || p[6] != '_')
    return -1;
  for (int i = 2; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return -1;
      unit = unit * 16 + digit;
    }
  return unit;
}

static gboolean
is_low_surrogate (int unit)
{
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

/* Reads one escape, or two that make one character; returns what it took of the text. */
static gsize
take_escape (const char *p, const char *end, gunichar *character)
{
  int unit = read_escape (p, end);
  int low;

  if (unit < 0)
    return 0;
  *character = (gunichar)unit;
  if (unit < 0xD800 || unit > 0xDFFF)
    return ESCAPE_BYTES;
  low = read_escape (p + ESCAPE_BYTES, end);
  if (unit <= 0xDBFF && is_low_surrogate (low))
    {
      *character = 0x10000 + (((gunichar)unit - 0xD800) << 10) + ((gunichar)low - 0xDC00);
      return 2 * ESCAPE_BYTES;
    }
  *character = 0xFFFD;
  return ESCAPE_BYTES;
}

gsize
sz_xlsx_text_unescape (char *text, gsize n)
{
  const char *end = text + n;
  const char *from = memchr (text, '_', n);
  char *to;

  if (from == NULL)
    return n;
  to = text + (from - text);
  while (from < end)
    {
      gunichar character = 0;
      gsize taken = take_escape (from, end, &character);

      if (taken == 0)
        *to++ = *from++;
      else if (character != 0) /* a NUL would end the text */
        to += g_unichar_to_utf8 (character, to);
      from += taken;
    }
  return (gsize)(to - text);
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

gsize
sz_xlsx_text_trim (char *text, gsize n)
{
  gsize start = 0;

  while (n > 0 && is_blank (text[n - 1]))
    n--;
  while (start < n && is_blank (text[start]))
    start++;
  if (start > 0)
    memmove (text, text + start, n - start);
  return n - start;
}
