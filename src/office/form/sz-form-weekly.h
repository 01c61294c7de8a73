/* sz-form-weekly.h — weekly hours of a course out of the timetable 周课时, for F24
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-view-workload.h"

G_BEGIN_DECLS

/** SzWeekly: the timetables of a year. */
typedef struct _SzWeekly SzWeekly;

SzWeekly *sz_weekly_new (SzOffice *office, int year, GError **error);
void sz_weekly_free (SzWeekly *weekly);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzWeekly, sz_weekly_free)

/**
 * sz_weekly_find:
 * @hours_x100: (out): periods a week, on the average of the weeks in which the course is held
 * @weeks: (out): in how many weeks it is held
 *
 * The lessons of the record's teacher, course, class and term; FALSE when there are none whose
 * periods are understood.
 */
gboolean
sz_weekly_find (const SzWeekly *weekly, const SzTeachingLine *line, gint64 *hours_x100, int *weeks);

G_END_DECLS
