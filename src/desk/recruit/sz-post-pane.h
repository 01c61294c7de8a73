/* sz-post-pane.h — a post to be filled: its applicants, scores, result, notice and scheme
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-page.h"
#include "sz-recruit-desk.h"
#include "sz-scores-pane.h"

G_BEGIN_DECLS

/** SzPostPane: of a page, whose tasks it uses. Signal "back". */
#define SZ_TYPE_POST_PANE (sz_post_pane_get_type ())
G_DECLARE_FINAL_TYPE (SzPostPane, sz_post_pane, SZ, POST_PANE, AdwBin)

/** sz_post_pane_new: @page outlives it. */
GtkWidget *sz_post_pane_new (SzPage *page);
/** sz_post_pane_show: @desk (nullable): nothing. What is being typed into the grid stays. */
void sz_post_pane_show (SzPostPane *self, SzRecruitDesk *desk, const char *post);
/** sz_post_pane_get_post: (nullable): its code. */
const char *sz_post_pane_get_post (SzPostPane *self);
/** sz_post_pane_show_tab: "applicants", "scores", "result", "notice", "scheme". */
void sz_post_pane_show_tab (SzPostPane *self, const char *name);
/** sz_post_pane_show_person: an applicant, where the state of the post has something to do. */
void sz_post_pane_show_person (SzPostPane *self, const char *ticket);
/** sz_post_pane_get_scores, _get_grid: (transfer none): for tests. */
SzScoresPane *sz_post_pane_get_scores (SzPostPane *self);
SzScoreGrid *sz_post_pane_get_grid (SzPostPane *self);

G_END_DECLS
