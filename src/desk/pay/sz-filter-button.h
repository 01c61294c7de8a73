/* sz-filter-button.h — who takes part in a component
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-scheme.h"
#include "sz-value-button.h"

G_BEGIN_DECLS

/** SzFilterButton: a button that says who; below it what can be chosen. Signal "changed": by the
 * user. */
#define SZ_TYPE_FILTER_BUTTON (sz_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (SzFilterButton, sz_filter_button, SZ, FILTER_BUTTON, SzValueButton)

void sz_filter_button_show (SzFilterButton *self, const SzFilter *filter);
/** sz_filter_button_read: @filter: empty; gets sets of its own. Nothing chosen is no set. */
void sz_filter_button_read (SzFilterButton *self, SzFilter *filter);

G_END_DECLS
