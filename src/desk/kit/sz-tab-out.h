/* sz-tab-out.h — Tab leaves a list instead of going through all its rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** sz_tab_out_install: from now on Tab goes from a row of a list or a table to what is within the
 * row, else to what comes after the list, and Shift+Tab to what comes before it; the arrows go from
 * row to row. Once for a program, before the first window. */
void sz_tab_out_install (void);

G_END_DECLS
