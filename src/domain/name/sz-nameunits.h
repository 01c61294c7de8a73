/* sz-nameunits.h — a name taken apart into what is read and ordered one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-pinyin.h"

#include <glib.h>

G_BEGIN_DECLS

/** SzNameUnit: one character, or a run of Latin letters. */
typedef struct
{
  gunichar character;          /* 0 for a run of Latin letters */
  const char *const *readings; /* (transfer none) the likeliest first; may be empty */
  char *text;                  /* of a run: as it stands in the name */
  GStrv own_readings;          /* of a run: its only reading, the letters folded */
} SzNameUnit;

/** SzNameUnits: may be filled again and again. */
typedef struct
{
  GArray *units;     /* of SzNameUnit */
  GString *clean;    /* the name without blanks and dots */
  guint n_surname;   /* characters of the surname; 0 when the name has dots (买买提·艾力) */
  gboolean is_exact; /* nothing of the name is lost in @units */
} SzNameUnits;

void sz_name_units_init (SzNameUnits *self);
void sz_name_units_clear (SzNameUnits *self);

/**
 * sz_name_units_fill:
 * @pinyin: (nullable): where readings come from, living as long as they are used; %NULL for none
 * @name: bytes that are no UTF-8 count as the replacement character
 */
void sz_name_units_fill (SzNameUnits *self, SzPinyin *pinyin, const char *name);

static inline const SzNameUnit *
sz_name_units_get (const SzNameUnits *self, guint i)
{
  return &g_array_index (self->units, SzNameUnit, i);
}

/**
 * sz_name_units_split_pinyin: (transfer full)
 * @pinyin: as people write it: "zēng guó fān", "zeng'guofan", "LV Bu"
 * @is_aligned: (out): whether there is one syllable for each unit
 *
 * The syllables folded as sz_pinyin_fold_letter() does. Where no blanks separate them they are
 * separated by what the characters can be read like; failing that they come as one.
 */
GStrv
sz_name_units_split_pinyin (const SzNameUnits *self, const char *pinyin, gboolean *is_aligned);

G_END_DECLS
