/* sz-what-if-dialog.h — 试算: would people fit into other posts, one after another (RULE pst-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-page.h"

G_BEGIN_DECLS

/** SzWhatIfDialog: people are added with a level, moved up and down, and judged anew at once; those
 *  that fit can be opened as cases, all or none. */
#define SZ_TYPE_WHAT_IF_DIALOG (sz_what_if_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzWhatIfDialog, sz_what_if_dialog, SZ, WHAT_IF_DIALOG, AdwWindow)

/** sz_what_if_dialog_present: as of the day of @page. */
SzWhatIfDialog *sz_what_if_dialog_present (SzPage *page);
/** sz_what_if_dialog_add: somebody, by number or name, to a level. */
void sz_what_if_dialog_add (SzWhatIfDialog *self, const char *who, const char *level);

G_END_DECLS
