/* sz-post-tab.h — how a tab of a post is laid out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-field-list.h"

G_BEGIN_DECLS

/** sz_post_tools_new: an empty row of tools; sz_post_line_new: what stands in it to be read. */
GtkWidget *sz_post_tools_new (void);
GtkLabel *sz_post_line_new (void);
/** sz_post_tab_new: @tools on top, @table, and beside it the fields of its row, where @fields (out)
 *  (nullable) is wanted. */
GtkWidget *sz_post_tab_new (GtkWidget *tools, GtkWidget *table, SzFieldList **fields);

G_END_DECLS
