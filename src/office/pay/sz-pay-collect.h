/* sz-pay-collect.h — who still owes from runs that were paid, and what was handed in 收回 (RULE
 * pay-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"
#include "sz-money.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzOwed: who still owes from runs that were paid. Strings are owned. */
typedef struct
{
  char *staff_no;
  char *name;
  SzMoney owed_fen; /* negative */
  gint64 run;       /* the last that left it */
} SzOwed;

/** sz_view_pay_owed: (transfer full) (element-type SzOwed): bytewise by staff number. */
GArray *sz_view_pay_owed (SzOffice *office, GError **error);

/** SzCollect: handed in 收回. */
typedef struct
{
  const char *staff_no;
  SzMoney amount_fen;
  SzDate on;
  const char *document;
} SzCollect;

/** sz_office_pay_collect: @owed_fen: (out): what is left. REFUSED "person.unknown" (staff_no),
 *  "collect.too_much" (owed, amount). */
gboolean sz_office_pay_collect (SzOffice *office,
                                const SzCollect *collect,
                                SzMoney *owed_fen,
                                GError **error);

G_END_DECLS
