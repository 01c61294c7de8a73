/* sz-titles-words.h — verdicts, paths and conditions in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-field-list.h"
#include "sz-title-check.h"
#include "sz-title-words.h"

G_BEGIN_DECLS

/** sz_titles_add_target: every path and condition of a target, the best path first, with required,
 * actual and the rows that gave it, which a button shows; what is missing of @staff_no can be
 * entered. @confirm: (nullable): the action beside what is unknown, called with the condition's id.
 */
void sz_titles_add_target (GPtrArray *fields,
                           const SzTitleRound *round,
                           const SzTargetResult *target,
                           const char *staff_no,
                           const char *confirm);
/** sz_titles_add_best: the best path alone. */
void sz_titles_add_best (GPtrArray *fields,
                         const SzTitleRound *round,
                         const SzTargetResult *target,
                         const char *staff_no);
/** sz_titles_dup_lacks: (transfer full): what stands in the way on the best path: 年限差 9 月. */
char *sz_titles_dup_lacks (const SzTargetResult *target, SzDate *met_on);

G_END_DECLS
