/* sz-title-scores.h — the scores of a round as one types into them (RULE ttl-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-title-board.h"
#include "sz-title-score.h"

G_BEGIN_DECLS

/** SzTitleScoreGroup: the applicants for one title, in the order of their ranks. */
typedef struct
{
  char *title;
  GArray *scores; /* of SzScore; their staff numbers are borrowed from the people */
} SzTitleScoreGroup;

/** SzTitleApplicant: who it is, and where the application stands. */
typedef struct
{
  char *name;
  SzTitleStage stage;
} SzTitleApplicant;

/** SzTitleScores: what a table makes of a round. */
typedef struct
{
  char *batch;
  char *path; /* of the table */
  SzScoreTable *table;
  GPtrArray *groups;  /* of SzTitleScoreGroup, in the order of the first applicant */
  GHashTable *people; /* staff number → SzTitleApplicant */
  GArray *values;     /* of SzTitleValue: as they stand */
  char *act;          /* (nullable): what undo wants, when something was written */
} SzTitleScores;

/** sz_title_scores_read: (transfer full): @keep: the scores are kept with the applications, which
 * is an act. */
SzTitleScores *sz_title_scores_read (
    SzOffice *office, const char *batch, const char *path, gboolean keep, GError **error);
/** sz_title_scores_write: (transfer full): @values (of SzTitleValue) become another one by one act,
 * and what comes of it is read. */
SzTitleScores *sz_title_scores_write (
    SzOffice *office, const char *batch, const char *path, const GArray *values, GError **error);
void sz_title_scores_free (SzTitleScores *scores);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzTitleScores, sz_title_scores_free)

/** sz_title_scores_dup_people: (transfer full): staff number → SzTitleApplicant, read anew. */
GHashTable *sz_title_scores_dup_people (SzOffice *office, const char *batch, GError **error);

G_END_DECLS
