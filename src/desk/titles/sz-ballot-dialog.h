/* sz-ballot-dialog.h — 表决录入: the vote of a meeting, one row an applicant (RULE ttl-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-dialog.h"
#include "sz-page.h"

G_BEGIN_DECLS

#define SZ_TYPE_BALLOT_DIALOG (sz_ballot_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzBallotDialog, sz_ballot_dialog, SZ, BALLOT_DIALOG, SzFormDialog)

/** sz_ballot_dialog_present: reads who is voted on in @batch, then shows itself over @page. */
void sz_ballot_dialog_present (SzPage *page, const char *batch);

G_END_DECLS
