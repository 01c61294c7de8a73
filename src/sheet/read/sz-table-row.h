/* sz-table-row.h — the rows of a sheet, and the limits that reading keeps
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

typedef enum
{
  SZ_ENCODING_AUTO,
  SZ_ENCODING_UTF8,
  SZ_ENCODING_GB18030,
} SzEncoding;

/** SzTable: one sheet being read: sz-table.h. */
typedef struct _SzTable SzTable;

G_END_DECLS
