/* sz-meeting-dialog.h — papers for a meeting: which forms go into one file 会议材料
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-form-work.h"

G_BEGIN_DECLS

/** SzMeetingDialog: emits "answered" (order: SzFormOrder, belongs to the receiver). */
#define SZ_TYPE_MEETING_DIALOG (sz_meeting_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzMeetingDialog, sz_meeting_dialog, SZ, MEETING_DIALOG, AdwWindow)

/** sz_meeting_dialog_new: offers those of @facts that can be printed; @params: chosen at first. */
SzMeetingDialog *
sz_meeting_dialog_new (GtkWindow *parent, const SzFormFacts *facts, const SzFormParams *params);

G_END_DECLS
