/* sz-score-dialog.h — 量化评分: what the office gives is typed, a page a title (RULE ttl-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-dialog.h"
#include "sz-page.h"
#include "sz-title-score-grid.h"

G_BEGIN_DECLS

/** SzScoreDialog: saving keeps what was typed and the scores it comes to by one act, and the dialog
 * stays; a tie that the quota cuts is decided from it. */
#define SZ_TYPE_SCORE_DIALOG (sz_score_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzScoreDialog, sz_score_dialog, SZ, SCORE_DIALOG, SzFormDialog)

/** sz_score_dialog_present: computes the scores of @batch by the table in file @path, keeps them
 * with the applications and shows them over @page. */
void sz_score_dialog_present (SzPage *page, const char *batch, const char *path);
/** sz_score_dialog_get_grid: (transfer none): of a title, by its place. For tests. */
SzTitleScoreGrid *sz_score_dialog_get_grid (SzScoreDialog *self, guint group);

G_END_DECLS
