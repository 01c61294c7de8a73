/* sz-person-dialog.h — a person's form: new, or a correction of what is not dated
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-dialog.h"

G_BEGIN_DECLS

/** SzPersonDialog: signal "saved" (gint64 person_id, act_id): the act that undo takes back. */
#define SZ_TYPE_PERSON_DIALOG (sz_person_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzPersonDialog, sz_person_dialog, SZ, PERSON_DIALOG, SzFormDialog)

/** sz_person_dialog_new: @person_id 0: a new person. */
SzPersonDialog *sz_person_dialog_new (GtkWindow *parent, SzTasks *tasks, gint64 person_id);
/** sz_person_dialog_offer_departments: @names (nullable) that somebody has, to choose from. */
void sz_person_dialog_offer_departments (SzPersonDialog *self, GPtrArray *names);

G_END_DECLS
