/* sz-form-bank.c — 银行代发清单 as a form (RULE pay-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-bank-paper.h"
#include "sz-form-pay.h"
#include "sz-forms-pay.h"

SzPaper *
sz_form_make_bank (SzOffice *office,
                   const SzForm *form,
                   const SzFormParams *params,
                   GCancellable *cancellable,
                   GError **error)
{
  const SzBankAsk ask = { .run = params->run, .on = params->on, .without_account = params->is_all };
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzBankList) list = NULL;
  g_autoptr (SzFormPay) pay = NULL;
  g_autoptr (SzPaper) paper = NULL;
  g_autofree char *basis = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && form != NULL, NULL);

  pay = sz_form_pay_read (office, params, SZ_FORM_PAY_PLAIN, cancellable, error);
  if (pay == NULL || !sz_form_need_day (pay, form, params, error))
    return NULL;
  list = sz_bank_list_read (office, &ask, issues, error);
  if (list == NULL || !sz_bank_list_judge (list, FALSE, issues, error))
    return NULL;
  paper = sz_form_new_paper (office, form, form->title, "单位：元", error);
  if (paper == NULL)
    return NULL;
  basis = sz_form_pay_dup_basis (pay);
  sz_paper_add_text (paper, basis);
  sz_bank_paper_add (paper, g_steal_pointer (&list));
  return g_steal_pointer (&paper);
}
