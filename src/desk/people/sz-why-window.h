/* sz-why-window.h — why this amount, beside the person it is about (RULE pay-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-page.h"

G_BEGIN_DECLS

/** sz_why_window_open: what @run gave the person, explained in a window over @page once it is read.
 */
void sz_why_window_open (SzPage *page, gint64 person_id, gint64 run);

G_END_DECLS
