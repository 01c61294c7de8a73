/* sz-nameunits.c — a name taken apart into characters, each with its readings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-nameunits.h"

#include "sz-surname.h"

#include <string.h>

static const char *const NO_READINGS[] = { NULL };

static void
clear_unit_cb (gpointer data)
{
  SzNameUnit *unit = data;

  g_clear_pointer (&unit->text, g_free);
  g_clear_pointer (&unit->own_readings, g_strfreev);
}

void
sz_name_units_init (SzNameUnits *self)
{
  g_return_if_fail (self != NULL);

  *self = (SzNameUnits){
    .units = g_array_new (FALSE, TRUE, sizeof (SzNameUnit)),
    .clean = g_string_new (NULL),
  };
  g_array_set_clear_func (self->units, clear_unit_cb);
}

void
sz_name_units_clear (SzNameUnits *self)
{
  g_clear_pointer (&self->units, g_array_unref);
  if (self->clean != NULL)
    g_string_free (g_steal_pointer (&self->clean), TRUE);
}

static gboolean
is_latin (gunichar character)
{
  return g_unichar_isdigit (character)
         || (g_unichar_isalpha (character)
             && g_unichar_get_script (character) == G_UNICODE_SCRIPT_LATIN);
}

/* Fills the clean name, and tells the dots that only names without a surname have. */
static gboolean
fill_clean (SzNameUnits *self, const char *name)
{
  gboolean has_dot = FALSE;

  g_string_truncate (self->clean, 0);
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar character = g_utf8_get_char (p);

      if (sz_surname_is_separator (character))
        has_dot = has_dot || g_unichar_ispunct (character);
      else
        g_string_append_len (self->clean, p, g_utf8_next_char (p) - p);
    }
  self->is_exact = strlen (name) == self->clean->len;
  return has_dot;
}

/* Takes a run of Latin letters from @p on and returns where it ends. */
static const char *
add_run (SzNameUnits *self, const char *p)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  const char *start = p;
  SzNameUnit unit = { 0 };

  for (; *p != '\0' && is_latin (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    g_string_append_unichar (folded,
                             sz_pinyin_fold_letter (g_unichar_tolower (g_utf8_get_char (p))));
  unit.text = g_strndup (start, (gsize)(p - start));
  unit.own_readings = g_new0 (char *, 2);
  /* readings are ASCII throughout; other letters are found in the name itself */
  if (g_str_is_ascii (folded->str))
    unit.own_readings[0] = g_strdup (folded->str);
  unit.readings = (const char *const *)unit.own_readings;
  g_array_append_val (self->units, unit);
  self->is_exact = FALSE;
  return p;
}

static const char *const *
get_readings (const SzNameUnits *self, SzPinyin *pinyin, const char *compound, gunichar character)
{
  g_autofree char *syllable = NULL;
  const char *blank = compound == NULL ? NULL : strchr (compound, ' ');

  if (pinyin == NULL)
    return NO_READINGS;
  if (self->units->len >= self->n_surname)
    return sz_pinyin_get_readings (pinyin, character, SZ_PINYIN_GIVEN);
  if (blank == NULL)
    return sz_pinyin_get_readings (pinyin, character, SZ_PINYIN_SURNAME);
  syllable = self->units->len == 0 ? g_strndup (compound, (gsize)(blank - compound))
                                   : g_strdup (blank + 1);
  return sz_pinyin_get_compound_readings (pinyin, character, syllable);
}

void
sz_name_units_fill (SzNameUnits *self, SzPinyin *pinyin, const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  const gboolean has_dot = fill_clean (self, valid);
  const char *compound = has_dot ? NULL : sz_surname_get_compound (self->clean->str);

  g_array_set_size (self->units, 0);
  self->n_surname = has_dot ? 0 : (compound == NULL ? 1 : 2);
  for (const char *p = valid; *p != '\0';)
    {
      const gunichar character = g_utf8_get_char (p);
      SzNameUnit unit = { .character = character };

      if (is_latin (character))
        {
          p = add_run (self, p);
          continue;
        }
      p = g_utf8_next_char (p);
      if (sz_surname_is_separator (character))
        continue;
      unit.readings = get_readings (self, pinyin, compound, character);
      g_array_append_val (self->units, unit);
    }
}

/* Letters of @pinyin in syllables; whatever is no letter parts them. */
static GPtrArray *
split_at_blanks (const char *pinyin)
{
  GPtrArray *syllables = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *composed = g_utf8_normalize (pinyin, -1, G_NORMALIZE_NFKC);
  g_autoptr (GString) syllable = g_string_new (NULL);

  for (const char *p = composed == NULL ? "" : composed;; p = g_utf8_next_char (p))
    {
      const gunichar letter = sz_pinyin_fold_letter (g_unichar_tolower (g_utf8_get_char (p)));

      if (letter < 0x80 && g_ascii_isalnum ((char)letter))
        {
          g_string_append_unichar (syllable, letter);
          continue;
        }
      if (syllable->len > 0)
        g_ptr_array_add (syllables, g_strdup (syllable->str));
      g_string_truncate (syllable, 0);
      if (letter == 0)
        return syllables;
    }
}

/* Whether @text is readings of the units from @first on; then @syllables has them. */
static gboolean
align_text (const SzNameUnits *self, guint first, const char *text, GPtrArray *syllables)
{
  const char *const *readings = NULL;

  if (first == self->units->len)
    return *text == '\0';
  readings = sz_name_units_get (self, first)->readings;
  for (guint i = 0; readings[i] != NULL; i++)
    {
      if (!g_str_has_prefix (text, readings[i]))
        continue;
      g_ptr_array_add (syllables, g_strdup (readings[i]));
      if (align_text (self, first + 1, text + strlen (readings[i]), syllables))
        return TRUE;
      g_ptr_array_remove_index (syllables, syllables->len - 1);
    }
  return FALSE;
}

GStrv
sz_name_units_split_pinyin (const SzNameUnits *self, const char *pinyin, gboolean *is_aligned)
{
  GPtrArray *syllables = split_at_blanks (pinyin);

  g_return_val_if_fail (self != NULL && is_aligned != NULL, NULL);

  if (syllables->len > 0 && syllables->len != self->units->len)
    {
      g_autofree char *joined = NULL;
      GPtrArray *aligned = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (syllables, NULL);
      joined = g_strjoinv ("", (GStrv)syllables->pdata);
      if (align_text (self, 0, joined, aligned))
        {
          g_ptr_array_unref (syllables);
          syllables = aligned;
        }
      else
        {
          g_ptr_array_set_size (syllables, (int)syllables->len - 1);
          g_ptr_array_unref (aligned);
        }
    }
  *is_aligned = syllables->len > 0 && syllables->len == self->units->len;
  g_ptr_array_add (syllables, NULL);
  return (GStrv)g_ptr_array_free (syllables, FALSE);
}
