/* sz-pay-owed.h — what people still owe from runs that were paid; for files of this room only (RULE
 * pay-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-money.h"
#include "sz-store.h"

G_BEGIN_DECLS

/** sz_pay_owed_read: adds to @owed_fen what each owes; @places: person id (gint64 *) → place + 1.
 */
gboolean sz_pay_owed_read (SzStore *store, GHashTable *places, SzMoney *owed_fen, GError **error);

G_END_DECLS
