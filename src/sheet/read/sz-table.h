/* sz-table.h — a sheet of cells, pulled row by row, never whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sz-date.h"
#include "sz-error.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_CELL_EMPTY,
  SZ_CELL_TEXT,    /* shared, inline or formula text; every CSV cell */
  SZ_CELL_NUMBER,  /* a number cell: @text holds it at 15 significant digits, plain decimal, no
                      exponent */
  SZ_CELL_DATE,    /* a number cell with a date format: @date, and @text in ISO form; its time is
                      dropped */
  SZ_CELL_BOOLEAN, /* @text is "TRUE" or "FALSE" */
  SZ_CELL_ERROR, /* #N/A and the like: @text holds the sign; "=": a formula that was never computed
                  */
} SzCellType;

/** SzCell: @text is UTF-8, borrowed from the row, never NULL. */
typedef struct
{
  SzCellType type;
  const char *text;
  SzDate date;
  guint merged; /* of the first cell of a merge downwards: how many rows it covers, else 0 */
} SzCell;

/**
 * SzTableRow: one row as the spreadsheet program numbers it (@number from 1). @cells runs from
 * column A without gaps; cells of a merge downwards carry the value of its first row, unless the
 * row holds nothing else. What a merge covers to the right stays as it stands in the file, mostly
 * empty. Everything is borrowed and ends with the next pull.
 */
typedef struct
{
  guint number;
  gboolean hidden;
  guint n_cells;
  const SzCell *cells;
} SzTableRow;

/** SzTableLimits: caps against bombs; sz_table_limits_default() is what the program uses. */
typedef struct
{
  guint64 file_bytes;  /* of the container */
  guint64 entry_bytes; /* of one inflated part */
  guint64 total_bytes; /* of all inflated parts */
  guint entries;
  guint ratio;      /* inflated : packed, judged after the first MiB */
  guint depth;      /* of XML elements */
  guint cell_bytes; /* of one cell's text */
  guint rows;
  guint columns;
} SzTableLimits;
const SzTableLimits *sz_table_limits_default (void);

typedef enum
{
  SZ_ENCODING_AUTO,
  SZ_ENCODING_UTF8,
  SZ_ENCODING_GB18030,
} SzEncoding;

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

/** SzTable: one sheet being read; may be opened again and again (two passes over a file). */
typedef struct _SzTable SzTable;

/** sz_table_open: @sheet NULL: the first. "sheet.missing" (arguments file, sheet, sheets). */
SzTable *sz_table_open (SzTableFile *file, const char *sheet, GError **error);
void sz_table_free (SzTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzTable, sz_table_free)

/**
 * sz_table_next:
 * Returns: the next row that exists, borrowed; %NULL at the end or with @error.
 */
const SzTableRow *sz_table_next (SzTable *table, GCancellable *cancellable, GError **error);

/** sz_table_progress: bytes read of bytes in all, in thousandths. */
guint sz_table_progress (SzTable *table);

G_END_DECLS
