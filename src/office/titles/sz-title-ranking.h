/* sz-title-ranking.h — the applicants for a title by their scores (RULE ttl-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-title-round.h"
#include "sz-title-score.h"

G_BEGIN_DECLS

/** SzTitleRanking: all applications for a target, ranked. */
typedef struct
{
  GArray *scores;   /* of SzScore, in the order of the ranks */
  GPtrArray *names; /* owns the staff numbers */
} SzTitleRanking;

/**
 * sz_title_ranking: (transfer full)
 * @target: code of the title
 * @quota: −1: none
 *
 * Who asks is kept with each application (RULE ttl-24: title.same_hand).
 */
SzTitleRanking *sz_title_ranking (SzOffice *office,
                                  const SzTitleRound *round,
                                  const SzScoreTable *table,
                                  const char *target,
                                  int quota,
                                  GError **error);
/** sz_title_ranking_read: (transfer full): the same, and nothing is kept. */
SzTitleRanking *sz_title_ranking_read (SzOffice *office,
                                       const SzTitleRound *round,
                                       const SzScoreTable *table,
                                       const char *target,
                                       int quota,
                                       GError **error);
/** sz_title_ranking_keep: the scores of all applicants, whatever their titles, by one act. */
gboolean sz_title_ranking_keep (SzOffice *office,
                                const SzTitleRound *round,
                                const SzScoreTable *table,
                                GError **error);
void sz_title_ranking_free (SzTitleRanking *ranking);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzTitleRanking, sz_title_ranking_free)

G_END_DECLS
