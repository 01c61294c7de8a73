/* sz-case-bar.h — the states of a case: who did what when, and what can be done now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-view-case.h"

G_BEGIN_DECLS

/**
 * SzCaseBar: the way of a case from left to right. A step that was taken says who and when, the
 * present state stands out, what may be done now is a button, the usual one suggested. What the
 * state would allow but not this person stays a button too: the office says why.
 *
 * Signal "step" (verb: string): a button was pressed; sz_step_dialog_new() asks the rest.
 */
#define SZ_TYPE_CASE_BAR (sz_case_bar_get_type ())
G_DECLARE_FINAL_TYPE (SzCaseBar, sz_case_bar, SZ, CASE_BAR, AdwBin)

GtkWidget *sz_case_bar_new (void);
/** sz_case_bar_leave_out: @verbs, by blanks: steps whose buttons stand elsewhere. */
void sz_case_bar_leave_out (SzCaseBar *self, const char *verbs);
/** sz_case_bar_show: @view (nullable): nothing is shown, and the bar is not there. */
void sz_case_bar_show (SzCaseBar *self, const SzCaseView *view);

G_END_DECLS
