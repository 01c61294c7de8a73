/* sz-compare-private.h — the effects behind a difference, without their words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-compare.h"

G_BEGIN_DECLS

/** _sz_compare_effects: (transfer full): as sz_compare_why(), but without texts and without
 * factors, which have no effect of their own: for adding up thousands. */
GArray *_sz_compare_effects (const SzCompare *compare, const SzComparePerson *person);

G_END_DECLS
