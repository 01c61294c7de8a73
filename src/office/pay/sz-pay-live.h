/* sz-pay-live.h — a scheme tried out: facts read once, computed again for every change (RULE pay-4,
 * pay-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-issue.h"
#include "sz-view-pay.h"

G_BEGIN_DECLS

/**
 * SzPayLive: the facts of one period as they stood when the database last changed. Made and freed
 * anywhere, used in one thread at a time. Nothing that it does leaves a trace in the database.
 */
typedef struct _SzPayLive SzPayLive;

SzPayLive *sz_pay_live_new (void);
SzPayLive *sz_pay_live_ref (SzPayLive *live);
void sz_pay_live_unref (SzPayLive *live);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPayLive, sz_pay_live_unref)

/**
 * sz_pay_live_compute: (transfer full)
 * @issues: gets a finding for each person and input that is missing
 *
 * The same figures as sz_office_pay_compute_scheme() with %SZ_PAY_DRY_RUN. The database is read
 * when the period is another one or somebody has written meanwhile, else not. The view stands on
 * its own: it may be read in another thread while the next one is computed. Errors: those of
 * sz_office_pay_compute_scheme().
 */
SzPayView *sz_pay_live_compute (SzPayLive *live,
                                SzOffice *office,
                                const SzScheme *scheme,
                                SzIssueList *issues,
                                GCancellable *cancellable,
                                GError **error);

/** sz_pay_live_get_readings: how often the facts were read from the database. */
guint sz_pay_live_get_readings (SzPayLive *live);

G_END_DECLS
