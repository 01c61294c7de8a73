/* sz-score-file.h — files of score tables 量化评分表 (RULE ttl-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-error.h"
#include "sz-title-score.h"

G_BEGIN_DECLS

/** sz_score_table_load: (transfer full): "score.format" (file, line, why), "score.item" (file,
 * item, key): which item is wrong, and what of it. */
SzScoreTable *sz_score_table_load (const char *path, GError **error);

G_END_DECLS
