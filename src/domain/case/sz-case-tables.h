/* sz-case-tables.h — every kind of case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-case.h"

G_BEGIN_DECLS

/* A new kind of case is a file with its table, a line here, and one in the list of
 * sz-case-tables.c. */
extern const SzCaseTable sz_case_finding;
extern const SzCaseTable sz_case_appointment;
extern const SzCaseTable sz_case_assess_year;
extern const SzCaseTable sz_case_parttime;
extern const SzCaseTable sz_case_pay_run;
extern const SzCaseTable sz_case_recruit_post;
extern const SzCaseTable sz_case_rectify;
extern const SzCaseTable sz_case_title_round;
extern const SzCaseTable sz_case_tolerance;

/** sz_case_tables: all kinds, ended by %NULL. */
const SzCaseTable *const *sz_case_tables (void);
/** sz_case_table_by_kind: (nullable). */
const SzCaseTable *sz_case_table_by_kind (const char *kind);

G_END_DECLS
