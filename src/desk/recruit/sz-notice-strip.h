/* sz-notice-strip.h — a notice as a strip of days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-recruit-desk.h"

G_BEGIN_DECLS

/** sz_notice_strip_show: the notices of @post (nullable) in @box, one below the other, each with
 * its days: working days numbered, holidays grey, make-up days marked, the day of the desk framed.
 */
void sz_notice_strip_show (GtkBox *box, const SzRecruitDesk *desk, const SzRecruitPost *post);

G_END_DECLS
