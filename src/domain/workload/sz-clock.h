/* sz-clock.h — times of the clock where a timetable has periods 节次 (RULE wrk-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** sz_clock_parse: minutes since midnight of `8:00-9:40`, `08：30—10：10`, `8点30分至10点`. */
gboolean sz_clock_parse (const char *text, int *from, int *to);

G_END_DECLS
