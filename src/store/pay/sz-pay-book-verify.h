/* sz-pay-book-verify.h — whether what was kept beside a pay run is still what it was (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-store.h"

G_BEGIN_DECLS

/**
 * sz_pay_book_find_changed:
 * @part: the store holds what changed only, so that what rode on a payment cannot be summed up
 * @run: (out): a run whose inputs (计算依据), differences (更正差额) or payments (实发) are not
 * those its hashes were made of, or whose riding corrections are not what was paid; 0: none
 */
gboolean sz_pay_book_find_changed (SzStore *store, gboolean part, gint64 *run, GError **error);

G_END_DECLS
