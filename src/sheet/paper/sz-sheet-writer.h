/* sz-sheet-writer.h — one paper on its way into the cells of a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-flow.h"
#include "sz-paginate.h"
#include "sz-paper-xlsx.h"

G_BEGIN_DECLS

#define SZ_SHEET_SIZE 10.5                 /* 五号 */
#define SZ_SHEET_ROW 19.0                  /* height of a row where no pages are planned */
#define SZ_SHEET_LINE 14.0                 /* height of a line of text in a cell */
#define SZ_SHEET_LEAST (SZ_SHEET_LINE + 1) /* of a row that is still read well */

/* Printed width of a column: 7 pixels a digit and 5 of padding at 96 dpi. */
#define SZ_SHEET_POINTS(chars) (((chars)*7.0 + 5.0) * 0.75)

/** SzSheetDown: a cell that those below it may be one with. */
typedef struct
{
  gboolean open;
  guint first; /* row */
  SzValue value;
  char *text; /* of @value */
} SzSheetDown;

/**
 * SzSheetWriter: where the writing stands. Without @sheet it only measures: each line is noted in
 * @lines, so that the pages can be planned before the first cell is written.
 */
typedef struct
{
  SzBook *book;
  SzBookSheet *const *sheets; /* of all papers of the file: where links lead */
  SzBookSheet *sheet;         /* (nullable) */
  SzPaper *paper;
  guint n_columns;
  double *widths;      /* characters */
  guint n_headings;    /* of tables: only a single one is repeated on the pages that follow */
  double size;         /* of the type in tables: printed as large as on paper */
  guint percent;       /* that makes them as wide as the page */
  guint row;           /* the next one to write */
  guint index;         /* of the line at hand */
  double height;       /* of it */
  GArray *lines;       /* of SzPageLine: the least they need */
  double *heights;     /* (nullable): per line, as planned */
  double sum_height;   /* of page totals, as planned */
  SzPagination *pages; /* (nullable) */
  gboolean unplanned;  /* a cell holds a book: no pages are laid out for it */
  guint next_page;
  GArray *breaks; /* of guint32 */
  GString *codes; /* ranges where digits are text */
  SzBookPage setup;
  const SzPaperTable *table; /* at hand, with: */
  SzBookStyle **cells;
  SzBookStyle **sums;
  SzSheetDown *downs; /* per column */
  guint n_downs;
  SzTally *page;
  SzTally *running;
  guint first_data;
  guint first_total; /* of the table, whatever stood between */
  guint first_page;  /* rows from here are in 本页小计 */
  guint first_group; /* … in the next 小计, and that of the group around it */
  guint first_outer;
} SzSheetWriter;

/**
 * sz_sheet_plan: @w has measured its lines. Breaks the pages where PDF and printer do and gives the
 * rows the heights that fill them; the columns become narrower where that asks for it.
 */
gboolean
sz_sheet_plan (SzSheetWriter *w, const SzPageBox *box, GCancellable *cancellable, GError **error);

/** sz_sheet_begin: %TRUE: write the line now, at w->row, w->height high; %FALSE: it was only
 * measured, and needs at least @least. */
gboolean sz_sheet_begin (SzSheetWriter *w, const SzFlowLine *line, double least);
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
/** sz_sheet_write_sums: of the rows from @first on, as formulas with their values. */
gboolean sz_sheet_write_sums (
    SzSheetWriter *w, const char *label, const SzTally *tally, guint first, GError **error);
gboolean sz_sheet_write_uppercase (SzSheetWriter *w, const SzFlowLine *line, GError **error);
void sz_sheet_free_downs (SzSheetWriter *w);
/** sz_sheet_end_down: what follows is no row: cells that are one with those above are merged. */
gboolean sz_sheet_end_down (SzSheetWriter *w, GError **error);
/** sz_sheet_end_rows: the table at hand has no more rows. */
void sz_sheet_end_rows (SzSheetWriter *w);

G_END_DECLS
