/* sz-title-round.h — a round of titles with all that its questions are asked by (RULE ttl-14)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-standard-book.h"
#include "sz-store-rounds.h"
#include "sz-title-params.h"
#include "sz-title-result.h"

G_BEGIN_DECLS

/** SzTitleRound: a round, loaded. Before it is opened its standards and parameters are those in force
 *  on its first day; from then on they are the frozen ones. */
typedef struct
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
  GHashTable *files;    /* import batch (gint64 *) → file name */
} SzTitleRound;

/** sz_title_round_load: (transfer full): "batch.unknown" (value). */
SzTitleRound *sz_title_round_load (SzOffice *office, const char *name, GError **error);
void sz_title_round_free (SzTitleRound *round);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzTitleRound, sz_title_round_free)

/** sz_title_round_application: (nullable): of a person. */
const SzTitleApplicationRow *
sz_title_round_application (const SzTitleRound *round, gint64 person_id);
const SzTitleDecisionRow *
sz_title_round_decision (const SzTitleRound *round, gint64 person_id);
/** sz_title_round_target: (nullable): a title by its code in a standard of the person's (RULE
 *  ttl-19); @standard: (out). */
const SzTarget *sz_title_round_target (const SzTitleRound *round,
                                       const SzCareer *career,
                                       const char *code,
                                       const SzStandard **standard);
/** sz_title_round_file: file of an import batch, "" for what was typed in. */
const char *sz_title_round_file (const SzTitleRound *round, SzTrace trace);

/** sz_title_round_rows: (transfer full): those rows of @list whose round_id is that of @round; both
 *  begin with id, row_version and round_id. Takes @list. */
GArray *sz_title_rows_of_round (GArray *list, gint64 round_id);

/** SzTitleRoundNew: what a round is made from; years 0 are taken from the cut-off. */
typedef struct
{
  const char *name;
  int year;
  SzDate opens;
  SzDate closes;
  SzDate cutoff;
  int assess_to;
  int hours_to;
  char *const *standards; /* ids, NULL: all */
} SzTitleRoundNew;

/** sz_title_round_new: "batch.dates" (from, to), "batch.exists" (value), "standard.unknown" (id). */
gboolean sz_title_round_new (SzOffice *office, const SzTitleRoundNew *new_round, GError **error);

/** SzTitleRoundBrief: one of the rounds there are. */
typedef struct
{
  char *name;
  int year;
  char *state;
} SzTitleRoundBrief;

/** sz_title_round_list: (transfer full) (element-type SzTitleRoundBrief): as they were made. */
GArray *sz_title_round_list (SzOffice *office, GError **error);

/** sz_title_round_freeze: standards and parameters of the first day, into @row; for the step that
 *  opens the round. "batch.no_standard" when none is in force. */
gboolean sz_title_round_freeze (SzOffice *office, SzTitleRoundRow *row, GError **error);

G_END_DECLS
