/* sz-post-words.h — moves between posts and rises in the words of an office (RULE pst-6, ttl-20)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-appoint.h"
#include "sz-post-day.h"

G_BEGIN_DECLS

/** sz_post_move_words: (transfer full): whether a move of a what-if fits, with the arithmetic, or
 * why not: "✗ 无空岗（副高：核准 72，现聘及在办 72）". @now: before it, those before it in the list
 * carried out. */
char *sz_post_move_words (const SzStructure *now, const SzMove *move);
/** sz_post_is_touched: whether a move of @list (of SzWhatIf) takes or leaves a place in the band of
 * @place. */
gboolean sz_post_is_touched (const GArray *list, SzPlace place);
/** sz_post_left_words: (transfer full): a line a band that @list (of SzWhatIf) touched: what is
 * left for new ones @after it; "" for none. */
char *sz_post_left_words (const SzStructure *after, const GArray *list);
/** sz_rise_words: (transfer full): what stands in the way of a rise, "" for nothing. */
char *sz_rise_words (const SzRise *rise);
/** sz_rise_fits_words: whether it fits, translated. */
const char *sz_rise_fits_words (const SzRise *rise);

G_END_DECLS
