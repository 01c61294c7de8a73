/* sz-total-bar.h — a year's 核定总量 as a bar: used, committed, left (RULE pay-18)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-pay-year.h"

G_BEGIN_DECLS

/** SzTotalBar: the figures in words over a bar with a piece for each run; what is under the pointer
 *  is said. Over the limit it is red, with the sentence of the refusal. */
#define SZ_TYPE_TOTAL_BAR (sz_total_bar_get_type ())
G_DECLARE_FINAL_TYPE (SzTotalBar, sz_total_bar, SZ, TOTAL_BAR, GtkWidget)

GtkWidget *sz_total_bar_new (void);
/** sz_total_bar_show: @book: (nullable): looked at, not kept. */
void sz_total_bar_show (SzTotalBar *self, const SzPayYearBook *book);

G_END_DECLS
