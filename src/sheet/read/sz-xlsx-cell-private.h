/* sz-xlsx-cell-private.h — the state of reading one sheet, and what becomes of a cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-xlsx-carry-private.h"

G_BEGIN_DECLS

/** SzXlsxCellKind: the attribute t of a cell. */
typedef enum
{
  SZ_XLSX_NUMBER,
  SZ_XLSX_SHARED,
  SZ_XLSX_INLINE,
  SZ_XLSX_FORMULA_TEXT,
  SZ_XLSX_BOOLEAN,
  SZ_XLSX_ERROR,
  SZ_XLSX_ISO_DATE,
  SZ_XLSX_UNKNOWN,
} SzXlsxCellKind;

/** SzXlsxSheet: is an SzTable. The cell's text gathers in the arena from @text_start on. */
typedef struct
{
  SzTable table;
  SzXlsx *xlsx;
  SzXlsxSheetInfo *info;
  SzXml *xml; /* NULL before the first pull */
  guint64 part_size;
  SzXlsxCarry carry;
  SzRowArena arena;
  SzTableRow row;
  guint n_merge_tags;
  gboolean ended;

  gboolean rows_seen;
  gboolean in_rows;
  gboolean in_row;
  gboolean in_cell;
  gboolean in_inline;
  gboolean in_reading_aid;
  gboolean in_text;
  gboolean preserve;
  gboolean has_value;
  gboolean has_formula;
  SzXlsxCellKind kind;
  guint style;
  guint column;
  guint next_column;
  gsize text_start;
  gsize run_start;
} SzXlsxSheet;

/**
 * sz_xlsx_cell_finish: puts the cell into the row.
 *
 * A formula without a remembered value is an ERROR cell with the text "=": the program that wrote
 * the file never computed it, and an empty cell would hide that.
 *
 * Returns: (nullable): the detail of "file.format" when the cell cannot be.
 */
const char *sz_xlsx_cell_finish (SzXlsxSheet *sheet);

G_END_DECLS
