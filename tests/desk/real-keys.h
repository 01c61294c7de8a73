/* real-keys.h — keys and clicks of the X server, not of the toolkit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-fixture.h"

/** real_xdotool: runs xdotool with these words, ended by NULL, while the window goes on. */
void real_xdotool (const char *first, ...) G_GNUC_NULL_TERMINATED;
void real_press (const char *key);
/** real_press_until: pressed once more where a window that was not ready has lost it; a key that
 *  was not lost ends the waiting first. */
void real_press_until (const char *key, DeskCondition condition, gpointer data);
