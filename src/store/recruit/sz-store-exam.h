/* sz-store-exam.h — scores, checks and decisions of applicants 考试与考察 (RULE rec-2, rec-8,
 * rec-21, rec-22)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-recruit-rows.h"
#include "sz-row.h"

G_BEGIN_DECLS

/** SzScorePlace: where scores belong; borrowed. */
typedef struct
{
  const char *plan;
  const char *post;
  const char *component;
} SzScorePlace;

SZ_ROW_API (SzScoreRow, sz_store_score)

/** sz_store_scores_by: whether @who wrote a score of @post in @plan last: of @component, or of any
 *  where it is "". */
gboolean sz_store_scores_by (
    SzStore *store, const SzScorePlace *place, const char *who, gboolean *found, GError **error);

SZ_ROW_API (SzScoreLockRow, sz_store_score_lock)

SZ_ROW_API (SzCheckRow, sz_store_check)

SZ_ROW_API (SzDecisionRow, sz_store_decision)

SZ_ROW_API (SzObjectionRow, sz_store_objection)

SZ_ROW_API (SzHireRow, sz_store_hire)

G_END_DECLS
