/* sz-store-pay-edit.h — renaming and deleting runs that are no later state yet (RULE pay-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-store-pay.h"

G_BEGIN_DECLS

/**
 * sz_store_pay_rename: the name of a run; its scheme and lines stay as they were frozen.
 *
 * REFUSED "run.unknown" (run), "run.not_draft" (run, state): from reviewed on nothing changes.
 */
gboolean sz_store_pay_rename (SzAct *act, gint64 id, const char *name, GError **error);

/** sz_store_pay_delete: a run with its people and lines; refused likewise. The journal keeps its
 *  head with the hash of the lines. */
gboolean sz_store_pay_delete (SzAct *act, gint64 id, GError **error);

/** sz_store_pay_remove: whatever its state: a run that came in and is taken back (RULE pkg-7). */
gboolean sz_store_pay_remove (SzAct *act, gint64 id, GError **error);

G_END_DECLS
