/* sz-view-pay-private.h — how a pay run comes into its view; for files of this room only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-pay-basis.h"
#include "sz-store-pay.h"
#include "sz-view-pay.h"

G_BEGIN_DECLS

/** sz_pay_view_new: takes @result; @run's strings and @scheme are copied, @basis is kept. */
SzPayView *sz_pay_view_new (const SzPayRun *run,
                            const SzScheme *scheme,
                            SzPayBasis *basis,
                            SzPayResult *result);

/** sz_pay_view_new_dry: of a run that is not stored, in state "draft"; takes @result. */
SzPayView *sz_pay_view_new_dry (const SzScheme *scheme, SzPayBasis *basis, SzPayResult *result);

G_END_DECLS
