/* sz-title-round-private.h — what a loaded round holds; for the files of titles/ only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-store-rounds.h"
#include "sz-title-params.h"
#include "sz-title-round.h"
#include "sz-title-score.h"

G_BEGIN_DECLS

/** SzTitleRound: a round, loaded. Before it is opened its standards and parameters are those in
 * force on its first day; from then on they are the frozen ones. */
struct _SzTitleRound
{
  SzTitleRoundRow row;
  char *state;
  SzTitleParams *params;
  GPtrArray *entries;     /* of SzStandardEntry: active ones, in their order */
  SzStandard **standards; /* of the entries, borrowed */
  guint n_standards;
  SzCovered *covered;
  SzHonours *honours;
  SzTitleQuestion question;
  GArray *applications; /* of SzTitleApplicationRow, of this round */
  GArray *decisions;    /* of SzTitleDecisionRow, likewise */
  GArray *ballots;      /* of SzBallotRow, of a round that is done; NULL else */
  GHashTable *files;    /* import batch (gint64 *) → file name */
};

/** sz_title_round_application: (nullable): of a person. */
const SzTitleApplicationRow *sz_title_round_application (const SzTitleRound *round,
                                                         gint64 person_id);
const SzTitleDecisionRow *sz_title_round_decision (const SzTitleRound *round, gint64 person_id);
/** sz_title_round_target: (nullable): a title by its code in a standard of the person's (RULE
 *  ttl-19); @standard: (out). */
const SzTarget *sz_title_round_target (const SzTitleRound *round,
                                       const SzCareer *career,
                                       const char *code,
                                       const SzStandard **standard);
/** sz_title_round_career: @career without the title that this round itself gave: a round that is
 *  done is judged as it was. @records (out): to be freed, what @then borrows. */
void sz_title_round_career (const SzTitleRound *round,
                            const SzCareer *career,
                            SzCareer *then,
                            SzRecord **records);
/** sz_title_rows_of_round: (transfer full): those rows of @list whose round_id is that of @round;
 * both begin with id, row_version and round_id. Takes @list. */
GArray *sz_title_rows_of_round (GArray *list, gint64 round_id);

/** sz_title_scores_keep: inside an act: the totals of all applicants, and who computed them. */
gboolean sz_title_scores_keep (SzAct *act,
                               SzOffice *office,
                               const SzTitleRound *round,
                               const SzScoreTable *table,
                               GError **error);

/** sz_title_round_freeze: standards and parameters of the first day, into @row; for the step that
 *  opens the round. "batch.no_standard" when none is in force. */
gboolean sz_title_round_freeze (SzOffice *office, SzTitleRoundRow *row, GError **error);

G_END_DECLS
