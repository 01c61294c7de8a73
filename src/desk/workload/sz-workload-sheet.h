/* sz-workload-sheet.h — a teacher's own sheet: the records of the year, what they are worth, and
 * what becomes of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-field-list.h"
#include "sz-workload-book.h"

G_BEGIN_DECLS

/** sz_workload_sheet: (transfer full) (element-type SzField): in any thread, the book not being
 *  asked meanwhile. */
GPtrArray *sz_workload_sheet (const SzWorkloadBook *book, gint64 person_id);

/** sz_workload_sheet_ratio: (transfer full): a factor with two decimals, more where it has more. */
char *sz_workload_sheet_ratio (gint64 ratio_x1e4);

/** sz_workload_sheet_teaching, _training: (nullable) (transfer full): how a record came to its
 *  hours: "72.00 × 1.10 × 0.90"; factors of one are left out, and NULL when all are. */
char *sz_workload_sheet_teaching (const SzTeachingLine *line);
char *sz_workload_sheet_training (const SzTrainingLine *line);
/** sz_workload_sheet_factors: (transfer full): the factors alone: "1.10 × 0.80", "1.00" when all
 * are one. */
char *sz_workload_sheet_factors (const SzTrainingLine *line);

G_END_DECLS
