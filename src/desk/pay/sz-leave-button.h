/* sz-leave-button.h — kinds of leave whose whole months do not count
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-value-button.h"

G_BEGIN_DECLS

/** SzLeaveButton: a button that names the kinds; below it all of them. Signal "changed": by the
 * user. */
#define SZ_TYPE_LEAVE_BUTTON (sz_leave_button_get_type ())
G_DECLARE_FINAL_TYPE (SzLeaveButton, sz_leave_button, SZ, LEAVE_BUTTON, SzValueButton)

/** sz_leave_button_show, _read: bits 1 << SzLeaveKind (RULE pay-6). */
void sz_leave_button_show (SzLeaveButton *self, guint kinds);
guint sz_leave_button_read (SzLeaveButton *self);

G_END_DECLS
