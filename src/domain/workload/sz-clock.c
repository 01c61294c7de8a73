/* sz-clock.c — times of the clock where a timetable has periods 节次 (RULE wrk-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-clock.h"

#include <string.h>

#include "sz-text.h"

static gsize
count_digits (const char *text)
{
  return strspn (text, "0123456789");
}

static int
read_number (const char *text, gsize digits)
{
  int number = 0;

  for (gsize i = 0; i < MIN (digits, 2); i++)
    number = number * 10 + (text[i] - '0');
  return number;
}

static gboolean
skip_word (const char **text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (*text, *words))
      {
        *text += strlen (*words);
        return TRUE;
      }
  return FALSE;
}

/* 8:30, 8点30分, 8点, 8时30; minutes since midnight, −1: no time of the clock. */
static int
read_clock (const char **text)
{
  static const char *const marks[] = { ":", "：", "点", "时", NULL };
  static const char *const ends[] = { "分", NULL };
  const char *at = *text;
  const gsize digits = count_digits (at);
  const int hour = read_number (at, digits);
  const char *behind = at + digits;
  int minute = 0;

  at = behind;
  if (digits == 0 || digits > 2 || !skip_word (&at, marks))
    return -1;
  if (count_digits (at) == 2)
    minute = read_number (at, 2);
  else if (g_str_has_prefix (behind, ":") || g_str_has_prefix (behind, "：")
           || count_digits (at) != 0)
    return -1;
  at += count_digits (at);
  skip_word (&at, ends);
  *text = at;
  return hour <= 24 && minute < 60 ? hour * 60 + minute : -1;
}

gboolean
sz_clock_parse (const char *text, int *from, int *to)
{
  static const char *const dashes[] = { "-", "~", "–", "—", "～", "至", "到", NULL };
  g_autofree char *squeezed = NULL;
  const char *at;
  gboolean dashed = FALSE;

  g_return_val_if_fail (text != NULL && from != NULL && to != NULL, FALSE);

  squeezed = sz_text_squeeze (text);
  at = squeezed;
  *from = read_clock (&at);
  while (*from >= 0 && skip_word (&at, dashes))
    dashed = TRUE;
  *to = dashed ? read_clock (&at) : -1;
  return *from >= 0 && *to > *from && *at == '\0';
}
