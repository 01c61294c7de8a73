/* sz-template.h — an empty sheet of a kind to fill in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-kind.h"

G_BEGIN_DECLS

/**
 * sz_office_template:
 *
 * A workbook with the kind's headings (required ones with *), a drop-down for each code, notes on
 * headings, and one example row that the import passes over. Errors "file.unwritable",
 * "file.disk_full".
 */
gboolean sz_office_template (const SzImportKind *kind, const char *path, GError **error);

G_END_DECLS
