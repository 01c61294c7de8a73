/* sz-title-meeting.h — the vote of a meeting, entered for all its applicants at once (RULE ttl-6,
 * ttl-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-ballot.h"
#include "sz-date.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzTitleTally: the tally of one applicant; texts are owned. */
typedef struct
{
  char *staff_no;
  char *name;
  char *title;    /* 申报职称, official name */
  gboolean known; /* it was entered before */
  SzTally tally;
} SzTitleTally;

/** sz_title_tallies_new: (transfer full) (element-type SzTitleTally): empty; owns its texts. */
GArray *sz_title_tallies_new (void);

/** SzTitleMeeting: everybody who is voted on: recommended, no objection open or upheld. */
typedef struct
{
  SzDate day;        /* 会议日期 of what was entered before, else SZ_DATE_NONE */
  int members;       /* of the panel of the round */
  gboolean includes; /* title.recusal_denominator = include */
  GArray *tallies;   /* of SzTitleTally, bytewise by staff number */
} SzTitleMeeting;

/** sz_title_meeting: (transfer full): what is entered already; the rest begins with the whole panel
 * and the recusals that are registered. "batch.unknown" (value). */
SzTitleMeeting *sz_title_meeting (SzOffice *office, const char *batch, GError **error);
void sz_title_meeting_free (SzTitleMeeting *meeting);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzTitleMeeting, sz_title_meeting_free)

/**
 * sz_title_meeting_put: the tallies of @meeting, all or none; counts only, never who voted how
 *
 * Refused as the import of the same rows: "batch.no_application", "ballot.panel_even",
 * "ballot.attending", "ballot.tally" (batch, staff_no, value: the name). A meeting without quorum
 * is kept and is not valid.
 */
gboolean sz_title_meeting_put (SzOffice *office,
                               const char *batch,
                               const SzTitleMeeting *meeting,
                               GError **error);

G_END_DECLS
