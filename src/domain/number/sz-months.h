/* sz-months.h — months in post by the run's rule 在岗月数 (RULE pay-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-person.h"
#include "sz-scheme.h"

G_BEGIN_DECLS

/** SzMonthSet: one bit for each month of a period of at most 60 months, bit 0 the first. */
typedef guint64 SzMonthSet;

#define SZ_PERIOD_MONTHS_MAX 60

/** sz_months_of_period: how many months @from … @to touch. */
int sz_months_of_period (SzDate from, SzDate to);

/**
 * sz_months_in: the months of the period that count for @start … @end (0: open) under @rule.
 * Entry is @start itself, also when it lies before the period.
 */
SzMonthSet sz_months_in (SzMonthRule rule, SzDate start, SzDate end, SzDate from, SzDate to);

/**
 * sz_months_in_service: union over services, in any order. One that begins on the day after another
 * ended goes on with it: its beginning is no entry.
 */
SzMonthSet
sz_months_in_service (SzMonthRule rule, const SzService *services, gsize n, SzDate from, SzDate to);

int sz_months_count (SzMonthSet set);

G_END_DECLS
