/* sz-import-hand.h — a row typed in by hand, judged as a line of its sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-kind.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** sz_import_takes_hand: whether rows of @kind can be judged one by one: they are rows of one table
 *  and every cell can be written again. */
gboolean sz_import_takes_hand (const SzImportKind *kind);

/**
 * sz_import_judge_hand: (transfer full): a row of kind->type; its id is 0
 * @cells: one a field of the kind; NULL and "" are empty
 * @replaces: id of the row whose place it takes; 0: it is new
 *
 * FORMAT with the code of the first fault as an import finds it (column, value, its own).
 */
gpointer sz_import_judge_hand (SzOffice *office,
                               const SzImportKind *kind,
                               const char *const *cells,
                               gint64 replaces,
                               GError **error);

G_END_DECLS
