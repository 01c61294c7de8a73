/* sz-paginate.h — which line goes on which page, in points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-flow.h"

G_BEGIN_DECLS

/* Nothing here knows fonts: heights come in from unhinted metrics, so that screen, PDF and printer
   break at the same places (handbook §13.1). */

/** SzPageBox: a page and its margins. */
typedef struct
{
  gboolean landscape;
  double width, height;
  double left, right, top, bottom;
} SzPageBox;

/**
 * sz_page_box: upright the margins of official papers, 上37 下35 左28 右26 mm; lying 左右 13, 上
 * 12, 下 13 mm, because wide money tables need the room, and so where @paper is tight.
 */
void sz_page_box (SzPaper *paper, SzPageBox *box);
double sz_page_box_room (const SzPageBox *box);
double sz_page_box_height (const SzPageBox *box);

/** SzColumnFit: column widths of a table on a page. A dropped column has width 0. */
typedef struct
{
  double font_size;
  double left; /* indent of a narrow table */
  double *widths;
  guint n;
} SzColumnFit;

/** SZ_PAGE_DIGIT: width of a digit in ems; SZ_PAGE_PAD: left and right inside a cell, in ems. */
#define SZ_PAGE_DIGIT 0.56
#define SZ_PAGE_PAD 0.22

/** SZ_PAGE_DENSE: the largest type of a dense table. */
#define SZ_PAGE_DENSE 9.15

/**
 * sz_column_fit_new: widths that fill @room; smaller type first, then optional columns go, last
 * first.
 */
SzColumnFit *sz_column_fit_new (const SzPaperTable *table, double room);
void sz_column_fit_free (SzColumnFit *fit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzColumnFit, sz_column_fit_free)

/** SzPageLine: a line as the paginator sees it. */
typedef struct
{
  SzLineKind kind;
  guint block_index;
  double height;
  double subtotal_height; /* of HEADING: one line of 本页小计 where the table wants them, else 0 */
} SzPageLine;

typedef enum
{
  SZ_AFTER_NOTHING,
  SZ_AFTER_PAGE_TOTAL, /* 本页小计 follows this line */
  SZ_AFTER_BOTH,       /* 本页小计 and 累计 follow */
} SzAfter;

/** SzPageSpan: the lines [first, end) of one page. */
typedef struct
{
  guint first, end;
  gint heading;  /* line of the heading repeated on top, −1 for none */
  double height; /* of everything on it, repeated and added lines included */
} SzPageSpan;

typedef struct
{
  GArray *spans;      /* of SzPageSpan, at least one */
  guint8 *after;      /* SzAfter per line */
  gboolean subtotals; /* some table crosses a page and prints 本页小计 */
} SzPagination;

/**
 * sz_paginate: greedy, in order, every line on exactly one page, none higher than @room unless a
 * single line is. Breaks fall between rows only. Titles and headings stay with what follows;
 * totals, capital figures, notes under a table and signatures stay with the last two rows. A table
 * that crosses pages and wants them gets 本页小计 at the end of its part of each page, and 累计
 * unless the total follows.
 */
SzPagination *sz_paginate (const SzPageLine *lines, guint n, double room);
void sz_pagination_free (SzPagination *pages);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPagination, sz_pagination_free)

G_END_DECLS
