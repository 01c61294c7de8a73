/* sz-why-pane.h — why this number: one person, factor by factor (RULE pay-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-view-pay.h"

G_BEGIN_DECLS

/** SzWhyPane: signal "closed": by the user. */
#define SZ_TYPE_WHY_PANE (sz_why_pane_get_type ())
G_DECLARE_FINAL_TYPE (SzWhyPane, sz_why_pane, SZ, WHY_PANE, GtkWidget)

/** sz_why_pane_show: @view: not kept; @staff_no: nullable. Who is not in the run is said so. */
void sz_why_pane_show (SzWhyPane *self, const SzPayView *view, const char *staff_no);

/** sz_why_pane_add_text: lines below what is shown, "" adds nothing. */
void sz_why_pane_add_text (SzWhyPane *self, const char *text);

G_END_DECLS
