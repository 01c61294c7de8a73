/* sz-appoint-pay.h — what an appointment does to pay (RULE ttl-22)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-appoint-case.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** sz_appoint_pay: fills pay_from, the post coefficients before and after, and the scheme's name,
 * of the latest run, else of the default scheme. */
gboolean sz_appoint_pay (SzOffice *office, SzAppointCase *shown, GError **error);

G_END_DECLS
