/* sz-paper-mark.h — what stands small in the foot of each page of a paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-paper.h"

G_BEGIN_DECLS

/** sz_paper_set_mark: (nullable): at the right of the foot; left out of CSV. */
void sz_paper_set_mark (SzPaper *paper, const char *mark);

G_END_DECLS
