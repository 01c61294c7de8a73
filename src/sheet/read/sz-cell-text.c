/* sz-cell-text.c — text on its way into a cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cell-text.h"

#include <string.h>

#define SHEET_NAME_MAX 31
#define FIRST_WIDE 0x2000
#define FIRST_WIDE_LEAD 0xE2 /* UTF-8 lead byte from U+2000 on: dashes, quotes, all of CJK */

static guint
measure_line (const char **cursor)
{
  guint units = 0;
  const guchar *p = (const guchar *)*cursor;

  for (; *p != '\0' && *p != '\n'; p++)
    if ((*p & 0xC0) != 0x80)
      units += *p >= FIRST_WIDE_LEAD ? 2 : 1;
  *cursor = (const char *)p;
  return units;
}

guint
sz_cell_text_units (const char *text)
{
  guint most = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (;; text++)
    {
      guint units = measure_line (&text);

      most = MAX (most, units);
      if (*text == '\0')
        return most;
    }
}

static guint
measure_char (gunichar c)
{
  return c >= FIRST_WIDE ? 2 : 1;
}

/* Width of what may not be broken at @p: a wide character, or a run of narrow ones without blanks.
 */
static guint
measure_word (const char *p, const char **end)
{
  gunichar c = g_utf8_get_char (p);
  guint units = measure_char (c);

  *end = g_utf8_next_char (p);
  if (units == 2 || c == ' ')
    return units;
  for (; **end > ' ' && (c = g_utf8_get_char (*end)) < FIRST_WIDE; *end = g_utf8_next_char (*end))
    units++;
  return units;
}

static guint
wrap_lines (const char *text, guint units)
{
  guint lines = 1;
  guint used = 0;
  const char *end;

  for (const char *p = text; *p != '\0'; p = end)
    {
      guint word = measure_word (p, &end);

      if (*p == '\n' || (used > 0 && used + word > units))
        {
          lines++;
          used = 0;
        }
      if (*p == '\n')
        continue;
      lines += word > units ? (word - 1) / units : 0; /* broken by force */
      used += word > units ? word - (word - 1) / units * units : word;
    }
  return lines;
}

guint
sz_cell_text_lines (const char *text, double units)
{
  g_autofree char *valid = NULL;

  if (sz_cell_text_units (text) <= units && strchr (text, '\n') == NULL)
    return 1;
  valid = g_utf8_make_valid (text, -1);
  return wrap_lines (valid, (guint)MAX (2, units));
}

static gboolean
is_escape (const char *p)
{
  if (p[0] != '_' || p[1] != 'x')
    return FALSE;
  for (int i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (p[i]))
      return FALSE;
  return p[6] == '_';
}

static char *
rewrite_xml (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_escape (p))
        g_string_append (out, "_x005F_");
      else
        g_string_append_unichar (out, c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

const char *
sz_cell_text_xml (const char *text, char **owned)
{
  gsize length = strlen (text);

  *owned = NULL;
  if (g_utf8_validate_len (text, length, NULL) && strstr (text, "_x") == NULL
      && strstr (text, "\xEF\xBF\xBE") == NULL && strstr (text, "\xEF\xBF\xBF") == NULL)
    return text;
  return *owned = rewrite_xml (text);
}

static gboolean
is_dangerous (const char *text)
{
  static const char *const wide[] = { "＝", "＋", "－", "＠" };

  if (*text == '\0')
    return FALSE;
  if (strchr ("=+-@\t\r\n", *text) != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    if (g_str_has_prefix (text, wide[i]))
      return TRUE;
  return FALSE;
}

char *
sz_cell_text_guard (const char *text)
{
  return is_dangerous (text + strspn (text, "'")) ? g_strconcat ("'", text, NULL) : g_strdup (text);
}

gboolean
sz_cell_text_is_guarded (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return *text == '\'' && is_dangerous (text + strspn (text, "'"));
}

char *
sz_cell_text_unguard (const char *text)
{
  return g_strdup (sz_cell_text_is_guarded (text) ? text + 1 : text);
}

static char *
clean_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autoptr (GString) out = g_string_new (NULL);
  char *start;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && strchr ("[]:*?/\\'", (int)c) != NULL)
        continue;
      if (!g_unichar_iscntrl (c))
        g_string_append_unichar (out, c);
    }
  start = g_strstrip (out->str);
  return g_strdup (*start != '\0' ? start : "Sheet");
}

/* The format counts UTF-16 units, two for a rare character. */
static char *
cut_name (const char *name, gsize room)
{
  const char *p = name;
  gsize units = 0;

  while (*p != '\0')
    {
      units += g_utf8_get_char (p) >= 0x10000 ? 2 : 1;
      if (units > room)
        break;
      p = g_utf8_next_char (p);
    }
  return g_strndup (name, (gsize)(p - name));
}

char *
sz_cell_text_sheet_name (const char *name, GHashTable *taken)
{
  g_autofree char *clean = clean_name (name);

  for (guint number = 1;; number++)
    {
      g_autofree char *suffix = number == 1 ? g_strdup ("") : g_strdup_printf ("(%u)", number);
      g_autofree char *stem = cut_name (clean, SHEET_NAME_MAX - strlen (suffix));
      g_autofree char *candidate = g_strconcat (stem, suffix, NULL);
      char *folded = g_utf8_casefold (candidate, -1);

      /* "History" is kept back by spreadsheet programs. */
      if (strcmp (folded, "history") != 0 && g_hash_table_add (taken, folded))
        return g_steal_pointer (&candidate);
      if (strcmp (folded, "history") == 0)
        g_free (folded);
    }
}
