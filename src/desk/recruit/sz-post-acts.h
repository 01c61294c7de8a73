/* sz-post-acts.h — what is done about a post, its applicants and its scores: a dialog an act
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-page.h"
#include "sz-recruit-desk.h"
#include "sz-score-sheet.h"

G_BEGIN_DECLS

/** sz_post_acts_ask: @act: "pass", "fail", "withdraw", "move", "check", "object", "answer", "hire",
 *  "lock", "plan"; @ticket (nullable): whom it is about; of "answer" the number of the objection,
 *  of "lock" the component. */
void sz_post_acts_ask (
    SzPage *page, SzRecruitDesk *desk, const char *post, const char *act, const char *ticket);
/** sz_post_acts_step: @verb of the post; NULL: the usual next one. */
void sz_post_acts_step (SzPage *page, SzRecruitDesk *desk, const char *post, const char *verb);

/** SzPostOutcome: 体检, 考察 of somebody called: "passed", "failed", "", NULL where it stays. */
typedef struct
{
  const char *ticket;
  const char *physical;
  const char *inspection;
} SzPostOutcome;
/** sz_post_acts_check: of the day of the page. */
void sz_post_acts_check (SzPage *page,
                         SzRecruitDesk *desk,
                         const char *post,
                         const SzPostOutcome *outcome);

/* Of sz-score-acts.c: about a row of the grid as it is typed now. */
/** sz_post_acts_enter: @second: typed for the second time. */
void sz_post_acts_enter (SzPage *page, const SzScoreSheet *sheet, guint line, gboolean second);
/** sz_post_acts_draw: the draw number of a row. */
void sz_post_acts_draw (SzPage *page, const SzScoreSheet *sheet, guint line);
/** sz_post_acts_correct: asks for the correction of a row, filled in as it stands. */
void sz_post_acts_correct (SzPage *page, const SzScoreSheet *sheet, guint line);
/** sz_post_acts_sheet: F03b of a component, into a file that is asked for. */
void
sz_post_acts_sheet (SzPage *page, SzRecruitDesk *desk, const char *post, const char *component);

/** sz_post_acts_print: the same on paper: asks for a printer. */
void
sz_post_acts_print (SzPage *page, SzRecruitDesk *desk, const char *post, const char *component);

/** sz_post_act_right: (nullable): which line of the table of rights a button asks for. */
const char *sz_post_act_right (const char *act);

G_END_DECLS
