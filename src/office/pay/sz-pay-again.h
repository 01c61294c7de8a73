/* sz-pay-again.h — a run computed over today's inputs with the splits and adjustments it has; for
 * files of this room only (RULE pay-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-view-pay.h"

G_BEGIN_DECLS

/** sz_pay_lay_again: lays the own splits of @run that still pass, and its adjustments of people who
 *  still take part, over @now, which is nobody else's yet. */
gboolean sz_pay_lay_again (SzOffice *office, gint64 run, SzPayView *now, GError **error);

G_END_DECLS
