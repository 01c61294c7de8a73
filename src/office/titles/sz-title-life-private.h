/* sz-title-life-private.h — what the files of the life of a round share; for titles/ only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-act.h"
#include "sz-title-life.h"
#include "sz-title-round-private.h"

G_BEGIN_DECLS

/** sz_title_person_id: "staff_no.unknown" (value). */
gboolean
sz_title_person_id (SzStore *store, const char *staff_no, gint64 *person_id, GError **error);
/** sz_title_dup_staff_no: (transfer full): of a person. */
char *sz_title_dup_staff_no (SzStore *store, gint64 person_id, GError **error);
/** sz_title_left_out: whether an objection against the applicant is open, or was upheld. */
gboolean sz_title_left_out (const GArray *objections, gint64 person_id);
/** sz_title_ballot_of: (nullable): the tally of an applicant; @ballots of this round. */
const SzBallotRow *sz_title_ballot_of (const GArray *ballots, gint64 person_id);
/** sz_title_passed: whether the applicant is recommended, not left out, and the vote was for it. */
gboolean sz_title_passed (const SzTitleRound *round,
                          const GArray *objections,
                          const GArray *ballots,
                          gint64 person_id);
/** sz_title_round_panel_least: members that the panel needs: of a senior one as soon as somebody is
 * recommended for a senior title (RULE ttl-14). */
int sz_title_round_panel_least (const SzTitleRound *round);
/** sz_title_write_results: title records of all who passed, with certificates (RULE ttl-18). */
gboolean sz_title_write_results (SzAct *act, const SzTitleRound *round, GError **error);

G_END_DECLS
