/* sz-steps.h — a number that changes on certain days: people in service, places, posts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"

G_BEGIN_DECLS

/**
 * SzSteps: a sum of stretches of days, each with its amount, asked for by the day.
 *
 *     SzSteps *steps = sz_steps_new ();
 *     sz_steps_add (steps, 20250301, 20250630, 1);
 *     sz_steps_at (steps, 20250615);                → 1
 */
typedef struct _SzSteps SzSteps;

SzSteps *sz_steps_new (void);
void sz_steps_free (SzSteps *steps);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzSteps, sz_steps_free)

/** sz_steps_add: @amount on every day of @from … @to; @from 0: from always, @to 0: for ever. A
 *  stretch that ends before it begins adds nothing. */
void sz_steps_add (SzSteps *steps, SzDate from, SzDate to, gint64 amount);
/** sz_steps_at: the sum on @day. */
gint64 sz_steps_at (SzSteps *steps, SzDate day);
/** sz_steps_collect: appends each day after @from on which the sum changes to @days (of #gint32
 *  day numbers), ascending, none twice. */
void sz_steps_collect (SzSteps *steps, SzDate from, GArray *days);

G_END_DECLS
