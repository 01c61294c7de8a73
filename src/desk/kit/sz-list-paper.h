/* sz-list-paper.h — a list as it is seen, on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-table.h"
#include "sz-paper.h"

G_BEGIN_DECLS

/** sz_list_paper_new: (transfer full): @title over the columns of @seen; @rows: (transfer full), of
 * SzListRow; @about: (nullable): at the right above the table, as the day. */
SzPaper *
sz_list_paper_new (const char *title, const char *about, const SzListSeen *seen, GPtrArray *rows);

G_END_DECLS
