/* sz-details-pane.h — beside a list: the name of one row and its fields
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-field-list.h"

G_BEGIN_DECLS

/** SzDetailsPane: a heading, a line below it, and fields; or a word on why there is nothing. */
#define SZ_TYPE_DETAILS_PANE (sz_details_pane_get_type ())
G_DECLARE_FINAL_TYPE (SzDetailsPane, sz_details_pane, SZ, DETAILS_PANE, AdwBin)

SzDetailsPane *sz_details_pane_new (void);
/** sz_details_pane_show: @line: (nullable): below the name; @fields of SzField. */
void sz_details_pane_show (SzDetailsPane *self,
                           const char *name,
                           const char *line,
                           const GPtrArray *fields);
/** sz_details_pane_show_nothing: @text: "Choose a record to see its details". */
void sz_details_pane_show_nothing (SzDetailsPane *self, const char *text);

G_END_DECLS
