/* sz-view-pay-private.h — how a pay run comes into its view; for files of this room only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-store-pay.h"
#include "sz-view-pay.h"

G_BEGIN_DECLS

/** sz_pay_view_new: takes all of it; @run's strings are copied. */
SzPayView *sz_pay_view_new (const SzPayRun *run,
                            SzScheme *scheme,
                            SzPayFacts *facts,
                            SzPayInput *input,
                            SzPayResult *result);

G_END_DECLS
