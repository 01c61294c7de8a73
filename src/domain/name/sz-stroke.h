/* sz-stroke.h — the order of single characters by strokes (RULE ppl-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes below this one are free for the separators of a key. */
#define SZ_STROKE_KEY_FIRST 0x08
#define SZ_STROKE_RANK_LAST 9

/** sz_stroke_count: number of strokes of a character and (nullable, borrowed) its order as h s p n
 * z; 0 when unknown. */
int sz_stroke_count (gunichar character, const char **order);

/**
 * sz_stroke_rank:
 *
 * The place of a character among surnames of the very same strokes (干 0, 于 1);
 * %SZ_STROKE_RANK_LAST when nothing is laid down, then the code point decides.
 */
int sz_stroke_rank (gunichar character);

/**
 * sz_stroke_append_key:
 *
 * Appends bytes that compare as the characters do: number of strokes (笔画数), their order
 * 横竖撇点折, rank, code point; a character without strokes comes after all that have some.
 * No key is the beginning of another one, and no byte is below %SZ_STROKE_KEY_FIRST.
 */
void sz_stroke_append_key (GString *key, gunichar character);

G_END_DECLS
