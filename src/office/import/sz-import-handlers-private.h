/* sz-import-handlers-private.h — what each kind does with its rows, for the table of kinds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-run.h"

G_BEGIN_DECLS

extern const SzImportHandler sz_import_people_handler;
extern const SzImportHandler sz_import_departments_handler;
extern const SzImportHandler sz_import_post_plan_handler;
extern const SzImportHandler sz_import_parttime_handler;
extern const SzImportHandler sz_import_teaching_handler;
extern const SzImportHandler sz_import_training_handler;
extern const SzImportHandler sz_import_training_income_handler;
extern const SzImportHandler sz_import_assessments_handler;
extern const SzImportHandler sz_import_quotas_handler;
extern const SzImportHandler sz_import_awards_handler;
extern const SzImportHandler sz_import_roles_handler;
extern const SzImportHandler sz_import_factors_handler;
extern const SzImportHandler sz_import_annual_pay_handler;
extern const SzImportHandler sz_import_ledger_handler;
extern const SzImportHandler sz_import_advances_handler;
extern const SzImportHandler sz_import_withholding_handler;
extern const SzImportHandler sz_import_transfers_handler;
extern const SzImportHandler sz_import_talents_handler;
extern const SzImportHandler sz_import_timetable_handler;

G_END_DECLS
