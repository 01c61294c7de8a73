/* sz-kinds-pay.h — kinds of import that payment needs: salary 工资, tax-status 个税情况,
 * bank-accounts 银行账户
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-kind.h"

G_BEGIN_DECLS

extern const SzImportKind sz_import_kind_bank_accounts;
extern const SzImportKind sz_import_kind_salary;
extern const SzImportKind sz_import_kind_tax_status;

G_END_DECLS
