/* sz-kinds-college.h — the kinds of import of a college's year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-kind.h"

G_BEGIN_DECLS

extern const SzImportKind sz_import_kind_departments;
extern const SzImportKind sz_import_kind_people;
extern const SzImportKind sz_import_kind_post_plan;
extern const SzImportKind sz_import_kind_teaching;
extern const SzImportKind sz_import_kind_training;
extern const SzImportKind sz_import_kind_training_income;
extern const SzImportKind sz_import_kind_assessments;
extern const SzImportKind sz_import_kind_quotas;
extern const SzImportKind sz_import_kind_awards;
extern const SzImportKind sz_import_kind_roles;
extern const SzImportKind sz_import_kind_factors;
extern const SzImportKind sz_import_kind_pay_ledger;
extern const SzImportKind sz_import_kind_advances;
extern const SzImportKind sz_import_kind_withholding;
extern const SzImportKind sz_import_kind_transfers;
extern const SzImportKind sz_import_kind_talents;
extern const SzImportKind sz_import_kind_timetable;

G_END_DECLS
