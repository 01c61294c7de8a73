/* sz-bank-list.h — who is paid how much on which account; for files of this room only (RULE pay-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-bank-ask.h"
#include "sz-pay-net-act.h"
#include "sz-rules-payrun.h"

G_BEGIN_DECLS

/** SzBankList: total + left_out = actual. */
typedef struct
{
  SzNetView *net;
  GHashTable *accounts; /* person id → what the rows borrow from */
  GArray *rows;         /* of SzBankRow: who is on the list, by staff number */
  GArray *left_out;     /* of SzBankLeft */
  SzBankLayout layout;
  char *note;
  SzMoney total_fen;
  SzMoney left_out_fen;
  SzMoney actual_fen;
} SzBankList;
void sz_bank_list_free (SzBankList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzBankList, sz_bank_list_free)

/**
 * sz_bank_list_read: (transfer full)
 * @issues: what stops the payment, as of sz_view_pay_net()
 *
 * REFUSED "run.unknown", "run.state", "bank.template_unknown", those of sz_view_pay_net(). Accounts
 * are not judged yet.
 */
SzBankList *
sz_bank_list_read (SzOffice *office, const SzBankAsk *ask, SzIssueList *issues, GError **error);

/** sz_bank_list_judge: "bank.account_missing", "bank.account_repeated", "bank.text" of a text file;
 *  FORMAT "bank.faulty" (count) with @issues. */
gboolean
sz_bank_list_judge (const SzBankList *list, gboolean as_text, SzIssueList *issues, GError **error);

G_END_DECLS
