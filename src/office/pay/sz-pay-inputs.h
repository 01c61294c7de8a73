/* sz-pay-inputs.h — what a run read, and what of it is different now (RULE pay-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-pay-basis.h"
#include "sz-pay-stale.h"
#include "sz-store-pay-book.h"

G_BEGIN_DECLS

/** sz_pay_inputs_write: keeps the inputs of @run beside it. Returns (transfer full) their hash. */
char *sz_pay_inputs_write (
    SzAct *act, gint64 run, const SzPayBasis *basis, const SzScheme *scheme, GError **error);

/** sz_pay_inputs_compare: (transfer full) (element-type SzPayChange): by kind, staff number, item.
 */
GArray *sz_pay_inputs_compare (SzStore *store,
                               const SzPayLife *life,
                               const SzPayBasis *basis,
                               const SzScheme *scheme,
                               GError **error);

G_END_DECLS
