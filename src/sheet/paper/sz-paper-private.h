/* sz-paper-private.h — what a paper is made of, for those who draw it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-paper.h"

G_BEGIN_DECLS

/** SZ_PAPER_CREATED: the moment that files name as their making, seconds since 1970 UTC: always the
 * same, so that the same paper gives the same bytes. */
#define SZ_PAPER_CREATED G_GINT64_CONSTANT (946684800)

/** SzPaperTable: a table block; strings belong to the table. */
typedef struct
{
  guint n_columns;
  SzPaperColumn *columns;
  gboolean grouped; /* some column has a heading above */
  SzTableOptions options;
  const SzPaperSourceClass *source;
  gpointer self;
} SzPaperTable;

typedef struct
{
  SzChartKind kind;
  char *title;
  GStrv labels;
  GStrv names;    /* of the series; NULL: there is one */
  gint64 *values; /* of each series @n */
  int decimals;
  guint n;
  guint n_series;
} SzPaperChart;

typedef struct
{
  SzBlockKind kind;
  GStrv texts; /* TITLE, TEXT: one; HEADLINE: three; FIELDS: pairs; SIGNATURES: labels */
  guint n_texts;
  guint per_line; /* of FIELDS */
  SzPaperTable *table;
  SzPaperChart *chart;
} SzPaperBlock;

struct _SzPaper
{
  gatomicrefcount refs;
  char *name;
  SzOrientation orientation;
  char *mark;        /* (nullable): in the foot of each page */
  GPtrArray *blocks; /* of SzPaperBlock */
};

/** sz_paper_widest: the table with the widest columns; %NULL when the paper has none. */
const SzPaperTable *sz_paper_widest (SzPaper *paper);

/** sz_paper_table_label_span: how many columns the label of a total row may take; 0: none free. */
guint sz_paper_table_label_span (const SzPaperTable *table);

/** sz_paper_table_amount: the column whose total is printed in capital figures, −1 without one. */
gint sz_paper_table_amount (const SzPaperTable *table);

/** sz_paper_column_decimals: decimals its numbers are printed with. */
int sz_paper_column_decimals (const SzPaperColumn *column);

typedef enum
{
  SZ_ALIGN_LEFT,
  SZ_ALIGN_CENTER,
  SZ_ALIGN_RIGHT,
} SzAlign;

/** sz_paper_column_align: amounts and decimals right, long text left, the rest centred. */
SzAlign sz_paper_column_align (const SzPaperColumn *column);

/** sz_paper_print: (transfer full): a cell as paper shows it; %NULL where nothing is printed. */
char *sz_paper_print (const SzPaperColumn *column, const SzValue *value);

G_END_DECLS
