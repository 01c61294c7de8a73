/* sz-sheet-writer.h — one paper on its way into the cells of a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-flow.h"
#include "sz-paginate.h"
#include "sz-paper-xlsx.h"

G_BEGIN_DECLS

#define SZ_SHEET_SIZE 10.5 /* 五号 */
#define SZ_SHEET_ROW 19.0  /* height of a row */
#define SZ_SHEET_SPARE 5.0 /* of it beside the text */
#define SZ_SHEET_LINE 14.0 /* height of a line of text in a cell */

#define SZ_SHEET_PEN 18.5 /* printed height of a row that people sign in */

/* Printed width of a column: 7 pixels a digit and 5 of padding at 96 dpi. */
#define SZ_SHEET_POINTS(chars) (((chars)*7.0 + 5.0) * 0.75)

/**
 * SzSheetWriter: where the writing stands. Without @sheet it only measures: each line is noted in
 * @lines, so that the pages can be planned before the first cell is written.
 */
typedef struct
{
  SzBook *book;
  SzBookSheet *sheet; /* (nullable) */
  SzPaper *paper;
  guint n_columns;
  double *widths;      /* characters */
  double scale;        /* that makes them as wide as the page */
  gboolean strips;     /* some table is to be cut out */
  guint row;           /* the next one to write */
  guint index;         /* of the line at hand */
  GArray *lines;       /* of SzPageLine */
  SzPagination *pages; /* (nullable) */
  guint next_page;
  GArray *breaks; /* of guint32 */
  GString *codes; /* ranges where digits are text */
  SzBookPage setup;
  const SzPaperTable *table; /* at hand, with: */
  SzBookStyle **cells;
  SzBookStyle **sums;
  SzTally *page;
  SzTally *running;
  guint first_data;
} SzSheetWriter;

/** sz_sheet_begin: %TRUE: write the line now, at w->row; %FALSE: it was only measured. */
gboolean sz_sheet_begin (SzSheetWriter *w, const SzFlowLine *line, double height);
/** sz_sheet_set_height: of the row at w->row, in points. */
void sz_sheet_set_height (SzSheetWriter *w, double height);
/** sz_sheet_style: of the paper's usual size; @flags: SZ_BOOK_*. */
SzBookStyle *sz_sheet_style (SzSheetWriter *w, SzBookFont font, SzAlign align, guint flags);
/** sz_sheet_measure: height of a cell with @text, @units characters wide. */
double sz_sheet_measure (const char *text, double units, double size);
/** sz_sheet_merge: the cells [first, end) of @rows rows from w->row; "paper.text_too_long" (row,
 * max). */
gboolean sz_sheet_merge (SzSheetWriter *w,
                         guint first,
                         guint end,
                         guint rows,
                         const char *text,
                         SzBookStyle *style,
                         GError **error);
/** sz_sheet_fail_text: "paper.text_too_long" (row, max); always %FALSE. */
gboolean sz_sheet_fail_text (guint row, GError **error);

/** sz_sheet_write_block: lines that belong to no table. */
gboolean sz_sheet_write_block (SzSheetWriter *w, const SzFlowLine *line, GError **error);

/** sz_sheet_write_heading, …: the lines of a table. */
gboolean sz_sheet_write_heading (SzSheetWriter *w, const SzFlowLine *line, GError **error);
gboolean sz_sheet_write_row (SzSheetWriter *w, const SzFlowLine *line, GError **error);
gboolean
sz_sheet_write_sums (SzSheetWriter *w, const char *label, const SzTally *tally, GError **error);
gboolean sz_sheet_write_uppercase (SzSheetWriter *w, const SzFlowLine *line, GError **error);
/** sz_sheet_end_rows: the table at hand has no more rows. */
void sz_sheet_end_rows (SzSheetWriter *w);

G_END_DECLS
