/* sz-pinyin.h — how a character of a name is read (RULE ppl-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SzPinyin: the readings of single characters, remembered once asked for.
 *
 * ICU is opened at the first character that needs it (a fifth of a second). Not for two threads at
 * once. This is the one file that knows ICU.
 */
typedef struct _SzPinyin SzPinyin;
SzPinyin *sz_pinyin_new (void);
void sz_pinyin_free (SzPinyin *pinyin);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPinyin, sz_pinyin_free)

typedef enum
{
  SZ_PINYIN_GIVEN,   /* inside a given name, or anywhere else */
  SZ_PINYIN_SURNAME, /* as a surname of one character */
} SzPinyinPlace;

/**
 * sz_pinyin_get_readings: (transfer none)
 *
 * Lower-case syllables without tones, ü as v, the likeliest first, each once; where a syllable has
 * ü, the one with u follows it ("lv", "lu"). Empty when the character has no reading. They live as
 * long as @pinyin.
 */
const char *const *
sz_pinyin_get_readings (SzPinyin *pinyin, gunichar character, SzPinyinPlace place);

/**
 * sz_pinyin_get_compound_readings: (transfer none)
 * @reading: what the character is read like in the compound surname, such as "yu" for 尉 in 尉迟
 *
 * @reading, then what the character is read like elsewhere.
 */
const char *const *
sz_pinyin_get_compound_readings (SzPinyin *pinyin, gunichar character, const char *reading);

/** sz_pinyin_dup_simplified: (transfer full): traditional characters made the simplified ones: 區
 * becomes 区. @text itself where ICU has no data. */
char *sz_pinyin_dup_simplified (SzPinyin *pinyin, const char *text);

/** sz_pinyin_fold_letter: tone marks away, ü becomes v, full width half; others as they are. */
gunichar sz_pinyin_fold_letter (gunichar letter);

G_END_DECLS
