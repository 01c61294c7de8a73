/* sz-date-button.h — the day everything is seen as of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-date.h"

G_BEGIN_DECLS

/** SzDateButton: a button "截至 2026-01-08" with a calendar and an entry. Property "date": int, an
 * SzDate. */
#define SZ_TYPE_DATE_BUTTON (sz_date_button_get_type ())
G_DECLARE_FINAL_TYPE (SzDateButton, sz_date_button, SZ, DATE_BUTTON, GtkWidget)

SzDate sz_date_button_get_date (SzDateButton *self);
void sz_date_button_set_date (SzDateButton *self, SzDate date);

G_END_DECLS
