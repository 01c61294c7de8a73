/* sz-view-target-months.h — how a target was reached month by month (RULE tgt-4, tgt-5, tgt-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-view-targets.h"

G_BEGIN_DECLS

#define SZ_TARGET_MONTHS 12

/** SzTargetMonths: the value at the end of each month that is over on the day, and on
 *  the day itself, 0 where nothing is known; @n 0 for a day of another year. */
typedef struct
{
  guint n;
  gint64 values[SZ_TARGET_MONTHS];
} SzTargetMonths;

/** sz_view_target_months: @indicator: an id. */
gboolean sz_view_target_months (SzOffice *office,
                                int year,
                                SzDate day,
                                const char *indicator,
                                SzTargetMonths *months,
                                GError **error);

G_END_DECLS
