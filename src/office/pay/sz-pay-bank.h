/* sz-pay-bank.h — the bank list of a run 银行代发清单 (RULE pay-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-bank-ask.h"
#include "sz-issue.h"
#include "sz-office.h"

G_BEGIN_DECLS

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
 * @path: .xlsx, or .csv and .txt as the bank's program reads them
 * @issues: "bank.account_missing", "bank.account_repeated", "bank.text"; warning
 *   "bank.account_checksum"
 *
 * REFUSED "run.unknown", "run.state", "bank.template_unknown", those of sz_view_pay_net(); FORMAT
 * "bank.faulty" (count) with @issues: then there is no file.
 */
SzBankDone *sz_office_pay_bank (
    SzOffice *office, const SzBankAsk *ask, const char *path, SzIssueList *issues, GError **error);

/** SzBankGuess: what a list would say, before anything is written. Strings are owned. */
typedef struct
{
  SzBankDone *done;
  char *lines;  /* the first lines exactly as a text file has them */
  char *faults; /* (nullable) translated: why there would be no file */
} SzBankGuess;
void sz_bank_guess_free (SzBankGuess *guess);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzBankGuess, sz_bank_guess_free)

/** sz_view_pay_bank: (transfer full): @path: only its ending counts. Errors of
 *  sz_office_pay_bank() but "bank.faulty", which @faults tells. */
SzBankGuess *
sz_view_pay_bank (SzOffice *office, const SzBankAsk *ask, const char *path, GError **error);

/** sz_view_bank_templates: (transfer full): the names in bank.templates on @day. */
GStrv sz_view_bank_templates (SzOffice *office, SzDate day, GError **error);

G_END_DECLS
