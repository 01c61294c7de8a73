/* sz-score-dialog.h — 量化评分: applicants by items, with rank and recommendation (RULE ttl-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-page.h"

G_BEGIN_DECLS

/** sz_score_dialog_present: computes the scores of @batch by the table in file @path, keeps them
 * with the applications and shows them over @page. */
void sz_score_dialog_present (SzPage *page, const char *batch, const char *path);

G_END_DECLS
