/* sz-cli-pay.c — the commands of workload and performance pay
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli-pay.h"

#include <glib/gi18n.h>

static const SzCliCommand *const commands[] = {
  &sz_cli_convert,        &sz_cli_pay_compute,
  &sz_cli_pay_recompute,  &sz_cli_pay_list,
  &sz_cli_pay_show,       &sz_cli_pay_why,
  &sz_cli_pay_compare,    &sz_cli_pay_stale,
  &sz_cli_pay_splits,     &sz_cli_pay_split_sheets,
  &sz_cli_pay_split,      &sz_cli_pay_adjust,
  &sz_cli_pay_review,     &sz_cli_pay_announce,
  &sz_cli_pay_objection,  &sz_cli_pay_answer,
  &sz_cli_pay_objections, &sz_cli_pay_approve,
  &sz_cli_pay_reopen,     &sz_cli_pay_net,
  &sz_cli_pay_bank,       &sz_cli_pay_paid,
  &sz_cli_pay_owed,       &sz_cli_pay_collect,
  &sz_cli_pay_correct,    &sz_cli_pay_rename,
  &sz_cli_pay_delete,     &sz_cli_pay_total,
  &sz_cli_pay_watch,      &sz_cli_leave_sheet,
  &sz_cli_tax_month,      &sz_cli_tax_bonus,
  &sz_cli_tax_labour,     NULL,
};

const SzCliDuty sz_cli_pay = { N_ ("Workload and performance pay"), commands };
