/* sz-percent.h — a part of a whole in percent, as all registers and targets show it (RULE tgt-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sz_percent: 100 · @part / @whole, rounded once to two decimals.
 * @percent_x100: (out): 1,218 of 1,245 is 9783
 *
 * FALSE, and nothing written, when @whole is 0 or the result does not fit: then it is not known.
 */
gboolean sz_percent (gint64 part, gint64 whole, gint64 *percent_x100);

/** sz_percent_dup: (transfer full) (nullable): the same as "97.83"; NULL when it is not known. */
char *sz_percent_dup (gint64 part, gint64 whole);

G_END_DECLS
