/* sz-record-dialog.h — a dated record: change 变更 from a date, or correction 更正 of what was
 * wrong
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-dialog.h"
#include "sz-person.h"
#include "sz-suggest-button.h"

G_BEGIN_DECLS

/** SzRecordDialog: signal "saved" (gint64 person_id, act_id): the act that undo takes back. */
#define SZ_TYPE_RECORD_DIALOG (sz_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzRecordDialog, sz_record_dialog, SZ, RECORD_DIALOG, SzFormDialog)

/** sz_record_dialog_new_change: a new value of @field (which can still be chosen) from a date on.
 */
SzRecordDialog *sz_record_dialog_new_change (GtkWindow *parent,
                                             SzTasks *tasks,
                                             gint64 person_id,
                                             SzRecordField field);
/** sz_record_dialog_new_correction: value and date of @record (copied). */
SzRecordDialog *sz_record_dialog_new_correction (GtkWindow *parent,
                                                 SzTasks *tasks,
                                                 gint64 person_id,
                                                 const SzRecord *record);
/** sz_record_dialog_new_leave: the end of @service (copied): 离校日期 and how it ended. */
SzRecordDialog *sz_record_dialog_new_leave (GtkWindow *parent,
                                            SzTasks *tasks,
                                            gint64 person_id,
                                            const SzService *service);

/** sz_record_dialog_offer_departments: @names (nullable) that somebody has, to choose from. Another
 * one can still be written; the dialog says then that it is new. */
void sz_record_dialog_offer_departments (SzRecordDialog *self, GPtrArray *names);
/** sz_record_dup_news: (transfer full) (nullable): what to say of @department when it is not known.
 */
char *sz_record_dup_news (SzSuggestButton *known, const char *department);

/** sz_record_field_title: translated name of a dated field. sz_record_value_name: (transfer full):
 * its value in words. */
const char *sz_record_field_title (SzRecordField field);
char *sz_record_value_name (SzRecordField field, const char *value);

G_END_DECLS
