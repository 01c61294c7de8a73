/* sz-namekey.c — keys that sort names and keys that find them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-namekey.h"

#include "sz-nameunits.h"
#include "sz-stroke.h"

#include <string.h>

/* All below SZ_STROKE_KEY_FIRST; the end of a key is less than either. */
#define KEY_RAW '\x01'   /* what the name looks like, when its characters do not say */
#define KEY_BLANK '\x02' /* the empty first place of a one-character given name */

/* A name of three characters with three readings each has 27. */
#define READINGS_MAX 32

struct _SzNameKeys
{
  SzPinyin *pinyin;
  SzNameUnits parts;
};

SzNameKeys *
sz_name_keys_new (void)
{
  SzNameKeys *keys = g_new0 (SzNameKeys, 1);

  keys->pinyin = sz_pinyin_new ();
  sz_name_units_init (&keys->parts);
  return keys;
}

void
sz_name_keys_free (SzNameKeys *keys)
{
  if (keys == NULL)
    return;
  sz_name_units_clear (&keys->parts);
  sz_pinyin_free (keys->pinyin);
  g_free (keys);
}

/* RULE ppl-6 */
char *
sz_name_keys_pinyin (SzNameKeys *keys, const char *name)
{
  GString *text = NULL;

  g_return_val_if_fail (keys != NULL && name != NULL, NULL);
  sz_name_units_fill (&keys->parts, keys->pinyin, name);
  text = g_string_new (NULL);
  for (guint i = 0; i < keys->parts.units->len; i++)
    {
      const SzNameUnit *unit = sz_name_units_get (&keys->parts, i);

      if (i > 0)
        g_string_append_c (text, ' ');
      if (unit->readings[0] != NULL)
        g_string_append (text, unit->readings[0]);
      else if (unit->character == 0)
        g_string_append (text, unit->text);
      else
        g_string_append_unichar (text, unit->character);
    }
  return g_string_free (text, FALSE);
}

static void
append_unit_strokes (GString *key, const SzNameUnit *unit)
{
  if (unit->character != 0)
    {
      sz_stroke_append_key (key, unit->character);
      return;
    }
  for (const char *p = unit->text; *p != '\0'; p = g_utf8_next_char (p))
    sz_stroke_append_key (key, g_utf8_get_char (p));
}

/* RULE ppl-5: 姓氏笔画 sees a blank before a given name of one character, 姓名笔画 does not */
static void
append_strokes (GString *key, const SzNameUnits *parts, gboolean with_blank)
{
  for (guint i = 0; i < parts->units->len; i++)
    {
      const SzNameUnit *unit = sz_name_units_get (parts, i);

      if (with_blank && i > 0 && i == parts->n_surname && i + 1 == parts->units->len
          && unit->character != 0)
        g_string_append_c (key, KEY_BLANK);
      append_unit_strokes (key, unit);
    }
}

/* As dictionaries have it: lu, lü, luan, lüe, lun. */
static void
append_syllable (GString *key, const char *syllable)
{
  const gboolean has_umlaut = strchr (syllable, 'v') != NULL;

  for (const char *p = syllable; *p != '\0'; p++)
    g_string_append_c (key, *p == 'v' ? 'u' : *p);
  g_string_append_c (key, has_umlaut ? '!' : ' ');
}

/* RULE ppl-5: syllable by syllable, and one character's names stay together within a syllable */
static void
append_pinyin (GString *key, const SzNameUnits *parts, const char *pinyin)
{
  gboolean is_aligned = FALSE;
  g_auto (GStrv) corrected
      = pinyin == NULL ? NULL : sz_name_units_split_pinyin (parts, pinyin, &is_aligned);
  g_autofree char *joined = NULL;

  if (corrected != NULL && corrected[0] != NULL && !is_aligned)
    {
      joined = g_strjoinv ("", corrected);
      append_syllable (key, joined);
      append_strokes (key, parts, FALSE);
      return;
    }
  for (guint i = 0; i < parts->units->len; i++)
    {
      const SzNameUnit *unit = sz_name_units_get (parts, i);
      const char *syllable = is_aligned ? corrected[i] : unit->readings[0];

      append_syllable (key, syllable == NULL ? "\xfe" : syllable);
      append_unit_strokes (key, unit);
    }
}

/* RULE ppl-5 */
char *
sz_name_keys_sort_key (SzNameKeys *keys, SzNameOrder order, const char *name, const char *pinyin)
{
  const gboolean by_pinyin = order == SZ_NAME_ORDER_PINYIN;
  GString *key = NULL;

  g_return_val_if_fail (keys != NULL && name != NULL, NULL);
  sz_name_units_fill (&keys->parts, by_pinyin ? keys->pinyin : NULL, name);
  key = g_string_sized_new (64);
  if (by_pinyin)
    append_pinyin (key, &keys->parts, pinyin);
  else
    append_strokes (key, &keys->parts, order == SZ_NAME_ORDER_SURNAME_STROKES);
  if (!keys->parts.is_exact)
    {
      g_string_append_c (key, KEY_RAW);
      g_string_append (key, name);
    }
  return g_string_free (key, FALSE);
}

/* Adds "\n" and @line unless the key has that line. */
static void
add_line (GString *key, const char *line)
{
  const gsize length = strlen (line);

  if (length == 0)
    return;
  for (const char *p = strchr (key->str, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    if (strncmp (p + 1, line, length) == 0 && (p[length + 1] == '\n' || p[length + 1] == '\0'))
      return;
  g_string_append_c (key, '\n');
  g_string_append_len (key, line, (gssize)length);
}

static void
add_line_with_umlaut (GString *key, char *line)
{
  add_line (key, line);
  for (char *umlaut = strchr (line, 'v'); umlaut != NULL; umlaut = strchr (umlaut, 'v'))
    *umlaut = 'u';
  add_line (key, line);
}

static void
add_corrected_reading (GString *key, const SzNameUnits *parts, const char *pinyin)
{
  gboolean is_aligned = FALSE;
  g_auto (GStrv) syllables = sz_name_units_split_pinyin (parts, pinyin, &is_aligned);
  g_autofree char *joined = g_strjoinv ("", syllables);
  g_autoptr (GString) initials = g_string_new (NULL);

  add_line_with_umlaut (key, joined);
  for (guint i = 0; syllables[i] != NULL; i++)
    g_string_append_c (initials, syllables[i][0]);
  /* one syllable for many characters says nothing about their initials */
  if (is_aligned || initials->len > 1)
    add_line (key, initials->str);
}

typedef struct
{
  GString *key;
  const SzNameUnits *parts;
  GString *line;
  gboolean only_initials;
  guint left;
} Lines;

static void
add_readings (Lines *lines, guint first)
{
  const gsize length = lines->line->len;
  const char *const *readings = NULL;

  if (lines->left == 0)
    return;
  if (first == lines->parts->units->len)
    {
      lines->left--;
      add_line (lines->key, lines->line->str);
      return;
    }
  readings = sz_name_units_get (lines->parts, first)->readings;
  if (readings[0] == NULL)
    add_readings (lines, first + 1);
  for (guint i = 0; readings[i] != NULL; i++)
    {
      const gssize take = lines->only_initials ? 1 : -1;

      if (i > 0 && lines->only_initials && readings[i][0] == readings[i - 1][0])
        continue;
      g_string_append_len (lines->line, readings[i], take);
      add_readings (lines, first + 1);
      g_string_truncate (lines->line, length);
    }
}

/* RULE ppl-6 */
char *
sz_name_keys_search_key (SzNameKeys *keys, const char *name, const char *pinyin)
{
  g_autofree char *folded = NULL;
  g_autoptr (GString) line = g_string_sized_new (32);
  GString *key = NULL;
  Lines lines = { 0 };

  g_return_val_if_fail (keys != NULL && name != NULL, NULL);
  sz_name_units_fill (&keys->parts, keys->pinyin, name);
  folded = sz_name_fold_query (name);
  key = g_string_sized_new (96);
  g_string_append (key, folded);
  if (pinyin != NULL)
    add_corrected_reading (key, &keys->parts, pinyin);
  lines = (Lines){ .key = key, .parts = &keys->parts, .line = line, .left = READINGS_MAX };
  add_readings (&lines, 0);
  lines.only_initials = TRUE;
  lines.left = READINGS_MAX;
  add_readings (&lines, 0);
  return g_string_free (key, FALSE);
}
