/* sz-view-due.h — what comes due, and what is overdue 到期事项 (RULE aud-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-due.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzDueView: @last: day + days. */
typedef struct
{
  SzDate day;
  int days;
  SzDate last;
  GArray *items; /* of SzDue, in order */
} SzDueView;

/** sz_view_due: (transfer full): @days 0: watch.warn_days. */
SzDueView *sz_view_due (SzOffice *office, SzDate day, int days, GError **error);
void sz_due_view_free (SzDueView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzDueView, sz_due_view_free)

/** sz_due_dup_what: (transfer full): a kind in words: "Retirement". */
char *sz_due_dup_what (SzDueKind kind);

G_END_DECLS
