/* sz-pay-sheet-row.h — a row of a department's sheet as it stands, under its headings (RULE pay-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** SzPaySheetRow: texts from column A on. */
typedef struct
{
  guint number;
  GStrv headings; /* of the row over it that names staff numbers; empty: there is none */
  GStrv cells;    /* empty: the sheet has no such row */
} SzPaySheetRow;
void sz_pay_sheet_row_free (SzPaySheetRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPaySheetRow, sz_pay_sheet_row_free)

/**
 * sz_pay_sheet_row_read: (transfer full)
 * @number: 0: the first row below the headings that says @value
 * @value: (nullable): a staff number
 *
 * A row of the first sheet of @path. Errors are those of reading a file.
 */
SzPaySheetRow *sz_pay_sheet_row_read (
    const char *path, guint number, const char *value, GCancellable *cancellable, GError **error);

G_END_DECLS
