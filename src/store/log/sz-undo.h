/* sz-undo.h — taking an act back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-act.h"

G_BEGIN_DECLS

/**
 * sz_undo_act:
 * @act: the new act that does the undoing; the caller commits it
 * @undone: id of the act to take back
 * @n_rows: (out) (optional): how many rows were put back
 *
 * Rows it inserted are deleted, those it changed get their old values, those it deleted return.
 * The import batch it made stays and is marked as undone by @act. REFUSED, and the caller frees
 * @act: "undo.unknown" (act), "undo.already" (act, by: its batch is marked), "undo.changed_since"
 * (act, table, row: a later act touched a row, an earlier undo too), "undo.used_by_row" (table,
 * row, by_table: other rows hang on it), "undo.used_by_run" (run: a pay run was computed from it),
 * "undo.not_possible" (act, table: a stored run is never taken back).
 */
gboolean sz_undo_act (SzAct *act, const char *undone, gint64 *n_rows, GError **error);

/** sz_undo_batch: the same for import batch @batch_id; "undo.unknown_batch" (batch). */
gboolean sz_undo_batch (SzAct *act, gint64 batch_id, gint64 *n_rows, GError **error);

G_END_DECLS
