/* sz-title-round.h — a round of titles with all that its questions are asked by (RULE ttl-14)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-standard-book.h"
#include "sz-title-result.h"

G_BEGIN_DECLS

/** SzTitleRound: a round, loaded. Before it is opened its standards and parameters are those in
 * force on its first day; from then on they are the frozen ones. */
typedef struct _SzTitleRound SzTitleRound;

/** sz_title_round_load: (transfer full): "batch.unknown" (value). */
SzTitleRound *sz_title_round_load (SzOffice *office, const char *name, GError **error);
void sz_title_round_free (SzTitleRound *round);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzTitleRound, sz_title_round_free)

/** sz_title_round_question: what it asks by; sz_title_round_name: borrowed. */
const SzTitleQuestion *sz_title_round_question (const SzTitleRound *round);
const char *sz_title_round_name (const SzTitleRound *round);
int sz_title_round_year (const SzTitleRound *round);
/** sz_title_round_file: file of an import batch, "" for what was typed in. */
const char *sz_title_round_file (const SzTitleRound *round, SzTrace trace);

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

/** sz_title_round_new: "batch.dates" (from, to), "batch.exists" (value), "standard.unknown" (id).
 */
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

G_END_DECLS
