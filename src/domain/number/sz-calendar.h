/* sz-calendar.h — working days 工作日 from holidays and make-up days (RULE num-8, rec-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"

G_BEGIN_DECLS

typedef struct _SzCalendar SzCalendar;

SzCalendar *sz_calendar_new (void);
void sz_calendar_free (SzCalendar *calendar);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzCalendar, sz_calendar_free)

/** sz_calendar_add_year: says that the calendar of @year is known (perhaps without any entry). */
void sz_calendar_add_year (SzCalendar *calendar, int year);
/** sz_calendar_set: @working TRUE marks a make-up day (调休上班), FALSE a holiday. */
void sz_calendar_set (SzCalendar *calendar, SzDate day, gboolean working);

/** sz_calendar_is_workday: "calendar.missing" (argument year) when the year is not known. */
gboolean
sz_calendar_is_workday (const SzCalendar *calendar, SzDate day, gboolean *working, GError **error);

/**
 * sz_calendar_end_of_notice: the day on which a notice of @days working days ends (RULE rec-7);
 * the start day is day 1 when it is a working day. From 2023-04-28, 7 → 2023-05-10.
 */
gboolean sz_calendar_end_of_notice (
    const SzCalendar *calendar, SzDate from, int days, SzDate *end, GError **error);

G_END_DECLS
