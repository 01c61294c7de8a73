/* sz-new-year-dialog.h — beginning a year: what goes on, what is to be confirmed, what is needed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-query-dialog.h"

G_BEGIN_DECLS

/** sz_new_year_dialog_new: asks for the year, @year at first, and says what it would come to while
 * it is typed; "saved" comes when it was begun. */
SzQueryDialog *sz_new_year_dialog_new (GtkWindow *parent, SzTasks *tasks, int year);
/** sz_new_year_dialog_get_act: (nullable): what was begun, for undo; in "saved". NULL: there was
 * nothing to be copied. */
const char *sz_new_year_dialog_get_act (SzQueryDialog *dialog);

G_END_DECLS
