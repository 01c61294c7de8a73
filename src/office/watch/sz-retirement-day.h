/* sz-retirement-day.h — the last day before retirement of somebody in the book (RULE ppl-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-rules-year.h"
#include "sz-watch-book.h"

G_BEGIN_DECLS

/** sz_retirement_last_day: last day of the month of retirement; none when nobody can tell. */
SzDate sz_retirement_last_day (const SzRetirementTable *table, const SzWatchPerson *person);

G_END_DECLS
