/* sz-number-format.c — which number formats show a date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-xlsx-private.h"

/* Letters of a format that stand for parts of a date or time; runs count once. */
typedef struct
{
  gboolean date;   /* year, day, weekday, or a month that cannot be minutes */
  gboolean open_m; /* a run of m stands undecided: minutes if seconds follow */
  char previous;   /* the last such letter */
} FormatScan;

static void
settle_month (FormatScan *scan)
{
  if (scan->open_m)
    scan->date = TRUE;
  scan->open_m = FALSE;
}

static void
take_letter (FormatScan *scan, char letter)
{
  switch (letter)
    {
    case 'y':
    case 'd':
    case 'e':
    case 'b':
      settle_month (scan);
      scan->date = TRUE;
      break;
    case 'm':
      /* Behind hours: minutes. Else decided by what follows. */
      scan->open_m = scan->previous != 'h';
      break;
    case 's':
      scan->open_m = FALSE;
      break;
    case 'h':
    default:
      settle_month (scan);
      break;
    }
  scan->previous = letter;
}

/* "[h]" is hours gone by; "[Red]", "[$-804]", "[>=1]", "[DBNum1]" say nothing about dates. */
static const char *
skip_bracket (const char *p, FormatScan *scan)
{
  const char *end = strchr (p, ']');
  char first = g_ascii_tolower (p[1]);
  gsize n;

  if (end == NULL)
    return p + strlen (p);
  n = (gsize)(end - p) - 1;
  if (n >= 1 && n <= 2 && strchr ("hms", first) != NULL && g_ascii_tolower (end[-1]) == first)
    {
      take_letter (scan, first);
      scan->open_m = FALSE;
    }
  return end + 1;
}

static const char *
skip_quoted (const char *p)
{
  const char *end = strchr (p + 1, '"');

  return end != NULL ? end + 1 : p + strlen (p);
}

static const char *
skip_word (const char *p, const char *word)
{
  gsize n = strlen (word);

  return g_ascii_strncasecmp (p, word, n) == 0 ? p + n : NULL;
}

/* Whole words that hold letters of dates and are none; "aaa" is a weekday. */
static const char *
skip_words (const char *p, FormatScan *scan)
{
  static const char *const words[] = { "General", "AM/PM", "A/P" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *behind = skip_word (p, words[i]);

      if (behind != NULL)
        return behind;
    }
  if (skip_word (p, "aaa") != NULL)
    scan->date = TRUE;
  return NULL;
}

static gboolean
is_exponent (const char *p)
{
  return (p[0] == 'e' || p[0] == 'E') && (p[1] == '+' || p[1] == '-');
}

static const char *
take_sign (const char *p, FormatScan *scan)
{
  const char *behind = skip_words (p, scan);
  char letter = g_ascii_tolower (*p);

  if (behind != NULL)
    return behind;
  if (*p == '"')
    return skip_quoted (p);
  if (*p == '[')
    return skip_bracket (p, scan);
  if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
    return g_utf8_next_char (p + 1);
  if (is_exponent (p))
    return p + 2;
  if (strchr ("ydebmsh", letter) != NULL && letter != scan->previous)
    take_letter (scan, letter);
  return p + 1;
}

gboolean
sz_number_format_is_date (const char *code)
{
  FormatScan scan = { 0 };

  /* The first section is the one for the positive numbers that dates are. */
  for (const char *p = code; *p != '\0' && *p != ';';)
    p = take_sign (p, &scan);
  settle_month (&scan);
  return scan.date;
}

/* "0.00", whatever stands behind: colours, blanks, other sections. */
static gboolean
has_two_decimals (const char *code)
{
  return g_str_has_prefix (code, "0.00") && strchr ("0#?%E/", code[4]) == NULL;
}

SzXlsxShown
sz_number_format_shown (const char *code)
{
  if (sz_number_format_is_date (code))
    return SZ_XLSX_SHOWN_DATE;
  return has_two_decimals (code) || g_str_equal (code, "0.00") ? SZ_XLSX_SHOWN_TWO_DECIMALS
                                                               : SZ_XLSX_SHOWN_PLAIN;
}

gboolean
sz_number_format_id_is_date (guint id)
{
  /* 18–21, 32–35, 45–47, 55 and 56 show a time alone in the Chinese program. */
  return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36
         || (id >= 50 && id <= 54) || id == 57 || id == 58;
}

/* Signs that say what the number is without changing what it means. */
static char *
dup_meaning (const char *literal)
{
  GString *meaning = g_string_new (NULL);

  for (const char *p = literal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != 0xA5 && c != 0xFFE5 && c != 0x20AC
          && (c >= 0x80 || strchr ("$()-+:,'", (int)c) == NULL))
        g_string_append_unichar (meaning, c);
    }
  /* Amounts are yuan; 万元 is another matter. */
  if (g_str_equal (meaning->str, "元"))
    g_string_truncate (meaning, 0);
  return g_string_free (meaning, FALSE);
}

/* A sign of the format that stands for itself is appended to @literal; returns what is behind. */
static const char *
take_literal (const char *p, GString *literal)
{
  const char *behind;

  if (*p == '"')
    {
      behind = skip_quoted (p);
      g_string_append_len (literal, p + 1,
                           behind - p - 1 - (behind > p + 1 && behind[-1] == '"' ? 1 : 0));
      return behind;
    }
  if (*p == '[')
    {
      behind = strchr (p, ']');
      return behind != NULL ? behind + 1 : p + strlen (p);
    }
  if ((*p == '_' || *p == '*') && p[1] != '\0')
    return g_utf8_next_char (p + 1);
  if (*p == '\\' && p[1] != '\0')
    p++;
  behind = g_utf8_next_char (p);
  g_string_append_len (literal, p, behind - p);
  return behind;
}

SzNumberShape *
sz_number_shape_new (const char *code)
{
  g_autoptr (GString) prefix = g_string_new (NULL);
  g_autoptr (GString) suffix = g_string_new (NULL);
  SzNumberShape *shape = g_new0 (SzNumberShape, 1);
  gboolean any = FALSE, behind_point = FALSE, loose = FALSE;

  for (const char *p = code; *p != '\0' && *p != ';';)
    {
      const char *general = skip_word (p, "General");

      if (general == NULL && strchr ("0#?.,/%@E", *p) == NULL)
        {
          p = take_literal (p, any ? suffix : prefix);
          continue;
        }
      any = TRUE;
      behind_point |= *p == '.';
      loose |= general != NULL || (strchr ("#?,/%@E", *p) != NULL && !behind_point);
      shape->zeros += *p == '0' && !behind_point ? 1 : 0;
      p = general != NULL ? general : p + 1;
    }
  if (loose)
    shape->zeros = 0;
  shape->prefix = dup_meaning (prefix->str);
  shape->suffix = dup_meaning (suffix->str);
  if (any && (shape->zeros > 1 || *shape->prefix != '\0' || *shape->suffix != '\0'))
    return shape;
  sz_number_shape_free (shape);
  return NULL;
}

void
sz_number_shape_free (SzNumberShape *shape)
{
  g_free (shape->prefix);
  g_free (shape->suffix);
  g_free (shape);
}
