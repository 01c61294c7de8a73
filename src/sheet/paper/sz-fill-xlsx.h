/* sz-fill-xlsx.h — a workbook that others fill in: locked but for the cells that are theirs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-error.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_FILL_TEXT, /* stays text */
  SZ_FILL_COUNT,
  SZ_FILL_AMOUNT, /* fen; with a total */
  SZ_FILL_INPUT,  /* yellow and open: an amount of 0 or more with two decimals; with a total */
  SZ_FILL_REST,   /* empty but in the total row: @pool_fen less the total of the column before */
  SZ_FILL_NOTE,   /* open: any text */
} SzFillKind;

/** SzFillColumn: all borrowed. */
typedef struct
{
  const char *heading;
  SzFillKind kind;
  double width;    /* in characters */
  gint64 pool_fen; /* of SZ_FILL_REST */
} SzFillColumn;

/** SzFillCell: @number of counts and amounts, @text of the rest. */
typedef struct
{
  const char *text; /* (nullable); of an input: what stands there instead, locked */
  gint64 number;
} SzFillCell;

/** SzFillSheet: borrowed. */
typedef struct
{
  const char *name; /* of the sheet */
  const char *title;
  const char *const *const
      *lines; /* above the headings: texts of one line, a cell each; ended by NULL */
  const SzFillColumn *columns;
  guint n_columns;
  const SzFillCell *cells; /* row by row */
  guint n_rows;
  const char *const *signatures; /* ended by NULL */
} SzFillSheet;

/**
 * sz_fill_write_xlsx:
 *
 * One sheet, protected without a password, no macro, nothing outside. Formulas carry their values.
 * Errors as sz_paper_write_xlsx().
 */
gboolean sz_fill_write_xlsx (const SzFillSheet *sheet, const char *path, GError **error);

G_END_DECLS
