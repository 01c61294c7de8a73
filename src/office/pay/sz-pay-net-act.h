/* sz-pay-net-act.h — what is paid of a run, and paying it 发放 (RULE pay-16, tax-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"
#include "sz-issue.h"
#include "sz-office.h"
#include "sz-pay-net.h"
#include "sz-scheme.h"

G_BEGIN_DECLS

/** SzNetPerson: one line. Strings belong to the view. */
typedef struct
{
  gint64 person_id;
  const char *staff_no;
  const char *name;
  const char *department;
  SzPayNet net;
} SzNetPerson;

/** SzNetView: what would be paid on a day; of a paid run what was. */
typedef struct
{
  gint64 run;
  char *state;
  SzDate on;
  SzSchemeTax tax;
  GArray *people; /* of SzNetPerson, bytewise by staff number */
  SzPayNet totals;
  gpointer storage; /* private */
} SzNetView;
void sz_net_view_free (SzNetView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzNetView, sz_net_view_free)

/**
 * sz_view_pay_net: (transfer full)
 * @on: the day of payment; not looked at once the run is paid
 * @issues: "tax.salary_missing" (staff_no, name, month); warning "withholding.ignored"
 *
 * REFUSED "run.unknown", "correct.settles_next"; FORMAT "tax.inputs_missing" (count) with @issues.
 */
SzNetView *
sz_view_pay_net (SzOffice *office, gint64 run, SzDate on, SzIssueList *issues, GError **error);

/** sz_office_pay_paid: (transfer full): freezes what is paid and pays it, and with it the
 * corrections that ride along. REFUSED "run.unknown", "run.state", "correct.settles_next",
 *  "paid.before_approval" (on) besides. */
SzNetView *
sz_office_pay_paid (SzOffice *office, gint64 run, SzDate on, SzIssueList *issues, GError **error);

G_END_DECLS
