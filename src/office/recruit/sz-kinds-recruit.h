/* sz-kinds-recruit.h — the kinds of sheets of recruitment and part-time teachers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-kind.h"

G_BEGIN_DECLS

extern const SzImportKind sz_import_kind_establishment;
extern const SzImportKind sz_import_kind_positions;
extern const SzImportKind sz_import_kind_relaxations;
extern const SzImportKind sz_import_kind_applicants;
extern const SzImportKind sz_import_kind_honours;
extern const SzImportKind sz_import_kind_honour_list;
extern const SzImportKind sz_import_kind_judges;
extern const SzImportKind sz_import_kind_scores;
extern const SzImportKind sz_import_kind_checks;
extern const SzImportKind sz_import_kind_decisions;
extern const SzImportKind sz_import_kind_parttime;
extern const SzImportKind sz_import_kind_lectures;
extern const SzImportKind sz_import_kind_parttime_funds;
extern const SzImportKind sz_import_kind_staff_contracts;
extern const SzImportKind sz_import_kind_calendar;
extern const SzImportKind sz_import_kind_annual_pay;

G_END_DECLS
