/* sz-day-strip.h — the days of a notice as a strip (RULE rec-7, pay-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-calendar.h"

G_BEGIN_DECLS

/**
 * sz_day_strip_show:
 * @calendar: (nullable): nothing is shown
 * @today: is framed
 *
 * The days from @from to @to in @box instead of what it had: working days numbered, holidays grey,
 * make-up days marked.
 *
 * Returns: how many of them are no working days.
 */
guint
sz_day_strip_show (GtkBox *box, const SzCalendar *calendar, SzDate from, SzDate to, SzDate today);

G_END_DECLS
