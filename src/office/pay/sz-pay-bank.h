/* sz-pay-bank.h — the bank list of a run 银行代发清单 (RULE pay-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"
#include "sz-issue.h"
#include "sz-money.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzBankAsk: a list as it is wanted. Strings may be %NULL but for @path. */
typedef struct
{
  gint64 run;
  SzDate on;                /* the day of payment; of a paid run not looked at */
  const char *layout;       /* a name of bank.templates; 通用 */
  const char *note;         /* 摘要; the scheme's name */
  gboolean without_account; /* leave out who has none */
  const char *path;         /* .xlsx, or .csv and .txt as the bank's program reads them */
} SzBankAsk;

/** SzBankLeft: somebody who is not on the list. Strings are owned. */
typedef struct
{
  char *staff_no;
  char *name;
  SzMoney amount_fen;
} SzBankLeft;

/** SzBankDone: what was written. total + left_out_total = actual. */
typedef struct
{
  gint64 run;
  char *layout;
  char *file; /* base name */
  guint count;
  SzMoney total_fen;
  GArray *left_out; /* of SzBankLeft */
  SzMoney left_out_fen;
  SzMoney actual_fen;
} SzBankDone;
void sz_bank_done_free (SzBankDone *done);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzBankDone, sz_bank_done_free)

/**
 * sz_office_pay_bank: (transfer full)
 * @issues: "bank.account_missing", "bank.account_repeated", "bank.text"; warning
 *   "bank.account_checksum"
 *
 * REFUSED "run.unknown", "run.state", "bank.template_unknown", those of sz_view_pay_net(); FORMAT
 * "bank.faulty" (count) with @issues: then there is no file.
 */
SzBankDone *
sz_office_pay_bank (SzOffice *office, const SzBankAsk *ask, SzIssueList *issues, GError **error);

G_END_DECLS
