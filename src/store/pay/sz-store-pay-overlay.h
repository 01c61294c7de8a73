/* sz-store-pay-overlay.h — own splits and adjustments on top of the frozen lines (RULE pay-8,
 * pay-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-pay-own.h"
#include "sz-store-pay.h"

G_BEGIN_DECLS

/** sz_store_pay_overlay: fills the life of @frozen and changes its result by what was made of it;
 *  CORRUPT "run.changed" (run) when an own split is not the department's pool. */
gboolean sz_store_pay_overlay (SzStore *store, SzPayFrozen *frozen, GError **error);

/** sz_pay_frozen_find_line: index of the line of a staff number, −1: none. */
int sz_pay_frozen_find_line (const SzPayFrozen *frozen, const char *staff_no);

/** sz_pay_own_write: (transfer full): the JSON of SzPaySplit.amounts. */
char *sz_pay_own_write (const SzPayFrozen *frozen, const SzPayOwn *own, gsize n);

/** sz_pay_own_read: (transfer full) (element-type SzPayOwn): %NULL when the text is no such JSON;
 * who is not in @frozen any longer is left out. */
GArray *sz_pay_own_read (const SzPayFrozen *frozen, const char *text);

G_END_DECLS
