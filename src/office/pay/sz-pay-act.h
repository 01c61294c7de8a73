/* sz-pay-act.h — computing a pay run and freezing it (RULE pay-4 … pay-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-issue.h"
#include "sz-progress.h"
#include "sz-view-pay.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_PAY_STORE,
  SZ_PAY_DRY_RUN, /* computes, keeps nothing and leaves no trace */
} SzPayMood;

/**
 * sz_office_pay_compute: (transfer full)
 * @path: the scheme, a JSON file
 * @issues: gets the faults of the scheme, or a finding for each person and input that is missing
 *
 * Reads everything from one state of the database, computes, and stores the run with its scheme,
 * parameters and the hash of its inputs, in state "computed", as one act. When it cannot be done,
 * nothing is stored but the audit row of the refused attempt (RULE aud-1). Errors: those of
 * sz_scheme_file_read(), sz_rules_load() and sz_pay_compute(); "scheme.two_levels" in @issues for a
 * scheme of two levels.
 */
SzPayView *sz_office_pay_compute (SzOffice *office,
                                  const char *path,
                                  SzPayMood mood,
                                  SzIssueList *issues,
                                  SzProgress progress,
                                  GCancellable *cancellable,
                                  GError **error);

/** sz_office_pay_compute_scheme: the same of a scheme that is no file yet. */
SzPayView *sz_office_pay_compute_scheme (SzOffice *office,
                                         const SzScheme *scheme,
                                         SzPayMood mood,
                                         SzIssueList *issues,
                                         SzProgress progress,
                                         GCancellable *cancellable,
                                         GError **error);

G_END_DECLS
