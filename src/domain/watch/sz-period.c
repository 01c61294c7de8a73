/* sz-period.c — the period that an entry of a target reports on 期间 (RULE tgt-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-period.h"

#include <string.h>

#include "sz-text.h"

/* One digit 1 … 4 or its Chinese figure at the front of @text; 0 when there is none. */
static int
take_quarter (const char **text)
{
  static const char *const figures[] = { "一", "二", "三", "四" };

  for (int i = 0; i < 4; i++)
    {
      gsize length = strlen (figures[i]);

      if (**text == '1' + i)
        {
          *text += 1;
          return i + 1;
        }
      if (strncmp (*text, figures[i], length) == 0)
        {
          *text += length;
          return i + 1;
        }
    }
  return 0;
}

static int
read_quarter (const char *text)
{
  int quarter;

  if (*text == 'Q' || *text == 'q')
    {
      text++;
      quarter = take_quarter (&text);
      return *text == '\0' ? quarter : 0;
    }
  if (g_str_has_prefix (text, "第"))
    text += strlen ("第");
  quarter = take_quarter (&text);
  return g_str_equal (text, "季度") ? quarter : 0;
}

/* 1月 … 12月; 0 for anything else. */
static int
read_month (const char *text)
{
  int month = 0;
  const char *p = text;

  while (g_ascii_isdigit (*p) && p - text < 2)
    month = month * 10 + g_ascii_digit_value (*p++);
  return p != text && g_str_equal (p, "月") && month <= 12 ? month : 0;
}

static gboolean
read_term (const char *text, int year, const SzTerm *terms, gsize n_terms, SzDate *from, SzDate *to)
{
  for (gsize i = 0; i < n_terms; i++)
    {
      gsize length = strlen (terms[i].name);

      if (strncmp (text, terms[i].name, length) != 0
          || (text[length] != '\0' && !g_str_equal (text + length, "学期")))
        continue;
      *from = sz_date_make (year, terms[i].from / 100, terms[i].from % 100);
      *to = sz_date_make (year, terms[i].to / 100, terms[i].to % 100);
      return *from != SZ_DATE_NONE && *to != SZ_DATE_NONE;
    }
  return FALSE;
}

static void
take_months (int year, int first, int last, SzDate *from, SzDate *to)
{
  *from = sz_date_make (year, first, 1);
  *to = sz_month_last_day (sz_date_month (sz_date_make (year, last, 1)));
}

gboolean
sz_period_parse (
    const char *text, int year, const SzTerm *terms, gsize n_terms, SzDate *from, SzDate *to)
{
  g_autofree char *plain = sz_text_squeeze (text);
  int quarter = read_quarter (plain);
  int month = read_month (plain);
  SzDate date;

  g_return_val_if_fail (from != NULL && to != NULL, FALSE);
  if (month != 0)
    take_months (year, month, month, from, to);
  else if (quarter != 0)
    take_months (year, quarter * 3 - 2, quarter * 3, from, to);
  else if (g_str_equal (plain, "上半年"))
    take_months (year, 1, 6, from, to);
  else if (g_str_equal (plain, "下半年"))
    take_months (year, 7, 12, from, to);
  else if (g_str_equal (plain, "全年"))
    take_months (year, 1, 12, from, to);
  else if (sz_date_parse (plain, &date, NULL))
    {
      *from = sz_date_first_day (date);
      *to = sz_date_is_month (date) ? sz_month_last_day (sz_date_month (date)) : date;
    }
  else if (!read_term (plain, year, terms, n_terms, from, to))
    return FALSE;
  return sz_date_year (*from) == year && sz_date_year (*to) == year;
}
