/* sz-rules-payrun.h — parameters of tax, leave, notices and the bank as typed rules (RULE num-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <jansson.h>

#include "sz-bank.h"
#include "sz-error.h"
#include "sz-leave-pay.h"
#include "sz-param.h"
#include "sz-tax.h"

G_BEGIN_DECLS

/* Errors are those of sz_rules_load(): "param.missing", "param.invalid", "param.part_invalid". */

/** sz_rules_tax: all of tax.* (RULE tax-1 … tax-4). */
gboolean sz_rules_tax (const GArray *params, SzDate day, SzTaxRules *rules, GError **error);

/** sz_rules_leave: all of leave.* (RULE pay-14, pay-19). */
gboolean sz_rules_leave (const GArray *params, SzDate day, SzLeaveRules *rules, GError **error);

/** SzPayRules: how a run walks its states (RULE pay-11). */
typedef struct
{
  int publicity_wd;    /* working days of a notice */
  gboolean only_warns; /* pay.four_eyes = warn */
  gboolean by_strokes; /* notices by 姓氏笔画 alone */
} SzPayRules;
gboolean sz_rules_payrun (const GArray *params, SzDate day, SzPayRules *rules, GError **error);

/** SzBankLayout: one of bank.templates; @layout points into @json. */
typedef struct
{
  SzBankTemplate layout;
  json_t *json;
} SzBankLayout;
void sz_bank_layout_clear (SzBankLayout *layout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzBankLayout, sz_bank_layout_clear)

/** sz_rules_bank: @name (nullable): 通用. REFUSED "bank.template_unknown" (value, choices). */
gboolean sz_rules_bank (
    const GArray *params, SzDate day, const char *name, SzBankLayout *layout, GError **error);

/** sz_rules_bank_names: (transfer full): all of bank.templates, in their order. */
GStrv sz_rules_bank_names (const GArray *params, SzDate day, GError **error);

/** sz_rules_payrun_check: as sz_rules_check() for the keys above; @known: whether it is one. */
gboolean
sz_rules_payrun_check (const char *key, const char *value, gboolean *known, GError **error);

G_END_DECLS
