/* sz-import-marked.h — findings as a workbook: the sheet again, faulty cells marked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import.h"

G_BEGIN_DECLS

/**
 * sz_import_write_marked:
 * @request: what was checked
 * @result: what came of it; must have a heading row
 * @path: of the workbook
 *
 * The sheet's headings and all rows below them as they stand, with the cells that have a finding
 * marked and two columns behind: the row in the sheet and the sentences. Findings about no row
 * stand above. What is put right there can be imported. Errors are those of sz_table_file_open()
 * and sz_paper_write_xlsx().
 */
gboolean sz_import_write_marked (const SzImportRequest *request,
                                 const SzImportResult *result,
                                 const char *path,
                                 SzProgress progress,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
