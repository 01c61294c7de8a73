/* sz-table.h — a sheet of cells, pulled row by row, never whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-table-row.h"

G_BEGIN_DECLS

const SzTableLimits *sz_table_limits_default (void);

/**
 * SzTableFile: an opened workbook or CSV file. Errors of opening and pulling are those of the
 * contract, codes "file.format" (argument detail, and cell where known), "file.limit" (limit,
 * value), "file.encrypted", "file.missing", "file.unreadable", "file.needs_libreoffice",
 * each with argument file; remedy FORMAT or IO.
 */
typedef struct _SzTableFile SzTableFile;

/**
 * sz_table_file_open:
 * @limits: (nullable): %NULL for the default
 *
 * The kind is told from the content, not from the name: `.xlsx` (zip), `.xls` (OLE; converted
 * through an installed LibreOffice into a private folder that is removed again), else CSV. An HTML
 * file named .xlsx, an encrypted workbook, .xlsb are refused with their own sentence.
 */
SzTableFile *sz_table_file_open (const char *path,
                                 SzEncoding encoding,
                                 const SzTableLimits *limits,
                                 GCancellable *cancellable,
                                 GError **error);
void sz_table_file_free (SzTableFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzTableFile, sz_table_file_free)

/** sz_table_file_sheets: names of the visible sheets in order; a CSV file has one, "". */
const char *const *sz_table_file_sheets (SzTableFile *file);
/** sz_table_file_active: (nullable): the sheet that was in front when the workbook was saved. */
const char *sz_table_file_active (SzTableFile *file);
/** sz_table_file_encoding: of a CSV file as found, "UTF-8" or "GB18030"; NULL for workbooks. */
const char *sz_table_file_encoding (SzTableFile *file);

/** sz_table_open: one sheet, again and again if wanted (two passes over a file). @sheet NULL: the
 * first. "sheet.missing" (arguments file, sheet, sheets). */
SzTable *sz_table_open (SzTableFile *file, const char *sheet, GError **error);
void sz_table_free (SzTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzTable, sz_table_free)

/**
 * sz_table_next:
 * Returns: the next row that exists, borrowed; %NULL at the end or with @error.
 */
const SzTableRow *sz_table_next (SzTable *table, GCancellable *cancellable, GError **error);

/** sz_table_rewind: begins again with the first row. */
void sz_table_rewind (SzTable *table);

/** sz_table_progress: bytes read of bytes in all, in thousandths. */
guint sz_table_progress (SzTable *table);

G_END_DECLS
