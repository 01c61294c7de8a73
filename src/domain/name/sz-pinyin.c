/* sz-pinyin.c — readings of characters through ICU, one character at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pinyin.h"

#include "sz-surname.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

struct _SzPinyin
{
  UTransliterator *plain; /* (nullable) until needed */
  UTransliterator *names;
  UTransliterator *simple;
  GHashTable *memo[2];   /* gunichar → GStrv, by place */
  GHashTable *compounds; /* "character" + "reading" → GStrv */
};

SzPinyin *
sz_pinyin_new (void)
{
  SzPinyin *pinyin = g_new0 (SzPinyin, 1);

  for (guint i = 0; i < G_N_ELEMENTS (pinyin->memo); i++)
    pinyin->memo[i] = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_strfreev);
  pinyin->compounds
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
  return pinyin;
}

void
sz_pinyin_free (SzPinyin *pinyin)
{
  if (pinyin == NULL)
    return;
  g_clear_pointer (&pinyin->plain, utrans_close);
  g_clear_pointer (&pinyin->names, utrans_close);
  g_clear_pointer (&pinyin->simple, utrans_close);
  for (guint i = 0; i < G_N_ELEMENTS (pinyin->memo); i++)
    g_hash_table_unref (pinyin->memo[i]);
  g_hash_table_unref (pinyin->compounds);
  g_free (pinyin);
}

gunichar
sz_pinyin_fold_letter (gunichar letter)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = 0;

  if (letter >= 0xff01 && letter <= 0xff5e)
    return letter - 0xff01 + '!';
  if (letter < 0xc0 || letter > 0x1eff)
    return letter;
  n = g_unichar_fully_decompose (letter, FALSE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 1; i < MIN (n, G_N_ELEMENTS (parts)); i++)
    if (parts[0] == 'u' && parts[i] == 0x308)
      return 'v';
  return n > 1 && parts[0] < 0x80 ? parts[0] : letter;
}

/* Appends the letters of a syllable to @readings unless they stand there; ü gives v and then u. */
static void
add_reading (GPtrArray *readings, const char *syllable, gsize length)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *other = NULL;
  char *umlaut = NULL;

  for (const char *p = syllable; p < syllable + length; p = g_utf8_next_char (p))
    {
      const gunichar letter = sz_pinyin_fold_letter (g_unichar_tolower (g_utf8_get_char (p)));

      if (letter < 'a' || letter > 'z')
        return;
      g_string_append_c (text, (char)letter);
    }
  if (text->len == 0 || g_ptr_array_find_with_equal_func (readings, text->str, g_str_equal, NULL))
    return;
  g_ptr_array_add (readings, g_strdup (text->str));
  umlaut = strchr (text->str, 'v');
  if (umlaut == NULL)
    return;
  *umlaut = 'u';
  if (!g_ptr_array_find_with_equal_func (readings, text->str, g_str_equal, NULL))
    g_ptr_array_add (readings, g_strdup (text->str));
}

static void
add_reading_list (GPtrArray *readings, const char *list)
{
  for (const char *p = list; p != NULL && *p != '\0';)
    {
      const gsize length = strcspn (p, " ");

      add_reading (readings, p, length);
      p += length + strspn (p + length, " ");
    }
}

static UTransliterator *
open_transliterator (UTransliterator **slot, const char *id)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar id16[32];

  if (*slot != NULL)
    return *slot;
  u_uastrncpy (id16, id, G_N_ELEMENTS (id16));
  *slot = utrans_openU (id16, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE (status))
    {
      /* Without its data ICU gives no readings; names stay findable by their characters. */
      g_warning ("no transliterator %s: %s", id, u_errorName (status));
      *slot = NULL;
    }
  return *slot;
}

char *
sz_pinyin_dup_simplified (SzPinyin *pinyin, const char *text)
{
  UTransliterator *simple;
  GString *simplified;

  g_return_val_if_fail (pinyin != NULL && text != NULL, NULL);

  simple = open_transliterator (&pinyin->simple, "Traditional-Simplified");
  if (simple == NULL)
    return g_strdup (text);
  simplified = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      UErrorCode status = U_ZERO_ERROR;
      UChar one[16] = { 0 };
      char utf8[64] = { 0 };
      int32_t length = 0;
      int32_t limit;

      U16_APPEND_UNSAFE (one, length, g_utf8_get_char (p));
      limit = length;
      utrans_transUChars (simple, one, &length, G_N_ELEMENTS (one), 0, &limit, &status);
      u_strToUTF8 (utf8, sizeof utf8 - 1, NULL, one, length, &status);
      if (U_SUCCESS (status))
        g_string_append (simplified, utf8);
      else
        g_string_append_len (simplified, p, g_utf8_next_char (p) - p);
    }
  return g_string_free (simplified, FALSE);
}

static void
add_transliteration (GPtrArray *readings, UTransliterator *transliterator, gunichar character)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[64] = { 0 };
  char utf8[192] = { 0 };
  int32_t length = 0;
  int32_t limit = 0;

  if (transliterator == NULL)
    return;
  U16_APPEND_UNSAFE (text, length, character);
  limit = length;
  utrans_transUChars (transliterator, text, &length, G_N_ELEMENTS (text), 0, &limit, &status);
  u_strToUTF8 (utf8, sizeof utf8 - 1, NULL, text, length, &status);
  if (U_SUCCESS (status))
    add_reading_list (readings, utf8);
}

static gboolean
is_han (gunichar character)
{
  return g_unichar_get_script (character) == G_UNICODE_SCRIPT_HAN;
}

static GStrv
end_readings (GPtrArray *readings)
{
  g_ptr_array_add (readings, NULL);
  return (GStrv)g_ptr_array_free (readings, FALSE);
}

/* RULE ppl-6: a surname has the table's readings, else that of ICU's names and the usual one. */
static GStrv
make_readings (SzPinyin *pinyin, gunichar character, SzPinyinPlace place)
{
  GPtrArray *readings = g_ptr_array_new_with_free_func (g_free);
  const char *listed = place == SZ_PINYIN_SURNAME ? sz_surname_get_readings (character)
                                                  : sz_surname_get_given_readings (character);

  add_reading_list (readings, listed);
  if (readings->len == 0 && is_han (character))
    {
      if (place == SZ_PINYIN_SURNAME)
        add_transliteration (readings, open_transliterator (&pinyin->names, "Han-Latin/Names"),
                             character);
      add_transliteration (readings, open_transliterator (&pinyin->plain, "Han-Latin"), character);
    }
  return end_readings (readings);
}

const char *const *
sz_pinyin_get_readings (SzPinyin *pinyin, gunichar character, SzPinyinPlace place)
{
  GStrv readings = NULL;

  g_return_val_if_fail (pinyin != NULL, NULL);
  readings = g_hash_table_lookup (pinyin->memo[place], GUINT_TO_POINTER (character));
  if (readings == NULL)
    {
      readings = make_readings (pinyin, character, place);
      g_hash_table_insert (pinyin->memo[place], GUINT_TO_POINTER (character), readings);
    }
  return (const char *const *)readings;
}

const char *const *
sz_pinyin_get_compound_readings (SzPinyin *pinyin, gunichar character, const char *reading)
{
  g_autoptr (GString) key = g_string_new (reading);
  GStrv readings = NULL;

  g_return_val_if_fail (pinyin != NULL, NULL);
  g_string_append_unichar (key, character);
  readings = g_hash_table_lookup (pinyin->compounds, key->str);
  if (readings == NULL)
    {
      GPtrArray *all = g_ptr_array_new_with_free_func (g_free);
      const char *const *given = sz_pinyin_get_readings (pinyin, character, SZ_PINYIN_GIVEN);

      add_reading_list (all, reading);
      for (guint i = 0; given[i] != NULL; i++)
        add_reading (all, given[i], strlen (given[i]));
      readings = end_readings (all);
      g_hash_table_insert (pinyin->compounds, g_strdup (key->str), readings);
    }
  return (const char *const *)readings;
}
