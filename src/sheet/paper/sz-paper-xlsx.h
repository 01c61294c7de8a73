/* sz-paper-xlsx.h — the calls a paper needs of a workbook library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-outfile.h"
#include "sz-paper-private.h"

G_BEGIN_DECLS

/**
 * SzBook: a workbook being written. While it lives its thread has the C locale for numbers, because
 * the library prints them through it. Calls on cells return %FALSE only when a cell cannot hold
 * what it is given; trouble with the disk comes out at sz_book_close().
 */
typedef struct _SzBook SzBook;
typedef struct _SzBookSheet SzBookSheet;
typedef struct _SzBookStyle SzBookStyle;

#define SZ_BOOK_ROWS_MOST 1048576
#define SZ_BOOK_TEXT_MOST 32767
#define SZ_BOOK_BREAKS_MOST 1023

typedef enum
{
  SZ_BOOK_SONG, /* 宋体 */
  SZ_BOOK_HEI,  /* 黑体 */
} SzBookFont;

/** SzBookLook: how a cell looks. @flags: SZ_BOOK_*. */
typedef struct
{
  SzBookFont font;
  double size;
  SzAlign align;
  guint flags;
  const char *number_format; /* (nullable) */
} SzBookLook;

#define SZ_BOOK_BOLD (1 << 0)
#define SZ_BOOK_WRAP (1 << 1)
#define SZ_BOOK_FILL (1 << 2)
#define SZ_BOOK_SIDES (1 << 3) /* borders left and right, above, below */
#define SZ_BOOK_ABOVE (1 << 4)
#define SZ_BOOK_BELOW (1 << 5)
#define SZ_BOOK_SHRINK (1 << 6)
#define SZ_BOOK_MARK (1 << 7) /* light red */
#define SZ_BOOK_CUT (1 << 8)  /* a broken line below */
#define SZ_BOOK_BOX (SZ_BOOK_SIDES | SZ_BOOK_ABOVE | SZ_BOOK_BELOW)

/** SzBookPage: how a sheet is printed and opened; rows and columns count from 0. */
typedef struct
{
  gboolean landscape;
  double left, right, top, bottom; /* points */
  gint heading_first;              /* repeated on each page and frozen, −1: none */
  gint heading_last;
  gint filter_last; /* autofilter from heading_last to here, −1: none */
  guint filter_columns;
  guint rows, columns; /* print area */
  GArray *breaks;      /* (nullable): of guint32, rows that begin a page */
  const char *mark;    /* (nullable): at the right of the foot */
} SzBookPage;

/** sz_book_new: @flat: rows go out as they come and memory stays flat; no row is written twice
 * then. */
SzBook *sz_book_new (SzOutfile *out, gboolean flat, gint64 created, GError **error);
/** sz_book_free: without a close nothing whole was written. */
void sz_book_free (SzBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzBook, sz_book_free)
/** sz_book_is_flat: as it was made. */
gboolean sz_book_is_flat (SzBook *book);
/** sz_book_close: writes the file and reads it back; "file.disk_full", "file.unwritable". */
gboolean sz_book_close (SzBook *book, GError **error);

/** sz_book_add_sheet: (transfer none): @row_height in points, of rows without their own. */
SzBookSheet *sz_book_add_sheet (SzBook *book, const char *name, double row_height);
/** sz_book_style: equal looks give the same style. */
SzBookStyle *sz_book_style (SzBook *book, const SzBookLook *look);

/** sz_book_set_column: @chars: width in digits of the usual type. */
void sz_book_set_column (SzBookSheet *sheet, guint column, double chars);
/** sz_book_set_row: @height in points. */
void sz_book_set_row (SzBookSheet *sheet, guint row, double height);
/** sz_book_put_text: %FALSE when it is longer than a cell can hold. */
gboolean sz_book_put_text (
    SzBookSheet *sheet, guint row, guint column, const char *text, SzBookStyle *style);
void
sz_book_put_number (SzBookSheet *sheet, guint row, guint column, double number, SzBookStyle *style);
/** sz_book_put_blank: a cell with a look alone. */
void sz_book_put_blank (SzBookSheet *sheet, guint row, guint column, SzBookStyle *style);
/** sz_book_merge: @rows × @columns cells from @row, @column; a single cell is just written. */
gboolean sz_book_merge (SzBookSheet *sheet,
                        guint row,
                        guint column,
                        guint rows,
                        guint columns,
                        const char *text,
                        SzBookStyle *style);
/** sz_book_text_is_fine: no mark in the corners of @ranges ("B4:B90 D4:D90") where digits are text.
 */
void sz_book_text_is_fine (SzBookSheet *sheet, const char *ranges);
/** sz_book_set_page: once, after the rows. */
void sz_book_set_page (SzBookSheet *sheet, const SzBookPage *page);
/** sz_book_add_chart: over row @row, @width × @height pixels; labels in column 0, values in
 *  column @values of the rows from @first, those of further series in the columns behind; their
 *  names stand in the row above
 */
void sz_book_add_chart (SzBookSheet *sheet,
                        const SzPaperChart *chart,
                        guint row,
                        guint first,
                        guint values,
                        double width,
                        double height);

G_END_DECLS
