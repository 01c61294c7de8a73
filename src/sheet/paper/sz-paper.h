/* sz-paper.h — a printed page as blocks, drawn as workbook, PDF and CSV by one model
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sz-date.h"
#include "sz-decimal.h"
#include "sz-error.h"

G_BEGIN_DECLS

/* A paper is made once by a form and not changed by those who draw it (handbook §13.1). */

typedef enum
{
  SZ_VALUE_EMPTY,  /* printed "—" where the column says so, else nothing */
  SZ_VALUE_TEXT,   /* stays text, also when it begins with = + - @ */
  SZ_VALUE_NUMBER, /* scaled integer with the column's decimals */
  SZ_VALUE_DATE,
} SzValueType;

/** SzValue: @text is borrowed until the next row is pulled. */
typedef struct
{
  SzValueType type;
  const char *text;
  gint64 number; /* × 10^decimals of the column; also an SzDate */
  gboolean mark; /* a faulty cell: workbooks fill it light red */
  guint place;   /* of a contents page: the cell leads to paper number @place of the same file */
} SzValue;

typedef enum
{
  SZ_COLUMN_TEXT,
  SZ_COLUMN_CODE,    /* ID numbers, staff numbers, accounts: text, never a number, never wrapped */
  SZ_COLUMN_COUNT,   /* whole numbers */
  SZ_COLUMN_DECIMAL, /* @decimals decimals, no grouping: hours, coefficients */
  SZ_COLUMN_AMOUNT,  /* two decimals with grouping, fen */
  SZ_COLUMN_DATE,    /* 2019-09-01 */
  SZ_COLUMN_PLACE,   /* where the paper of the cell's @place stands: its page, or its sheet */
  SZ_COLUMN_MONTH,   /* 1990.03 */
} SzColumnKind;

typedef enum
{
  SZ_TOTAL_NONE,
  SZ_TOTAL_SUM,   /* summed by the drawer over the printed cells (RULE num-5) */
  SZ_TOTAL_COUNT, /* number of rows, "128人" with the column's unit */
} SzTotalKind;

typedef struct
{
  const char *heading;
  const char *group; /* (nullable): heading above, neighbours with the same text are joined */
  SzColumnKind kind;
  int decimals;
  double width; /* in characters of the body font, as a spreadsheet counts them */
  SzTotalKind total;
  const char *unit;   /* of a COUNT total */
  gboolean dash;      /* empty cells print "—" */
  gboolean optional;  /* dropped first when a page is too narrow: never set for amounts */
  gboolean signs;     /* people sign in it: its rows are high enough for a pen */
  gboolean dash_zero; /* zeros print "—" too: points */
  gboolean names;     /* a row is known by it: in workbooks it stays when the sheet is scrolled */
  gboolean down;      /* an empty cell is one with that of the row above it in its group */
} SzPaperColumn;

/** SzPaperSource: rows pulled when they are drawn; reset() begins again. @values has one per
 * column. */
typedef struct
{
  gboolean (*reset) (gpointer self, GError **error);
  /* TRUE and a row, FALSE at the end or with @error. @values come in EMPTY. A @group that differs
     from the last one begins a new group, so that a subtotal of the last one is drawn where the
     table wants subtotals; NULL leaves it as it was. "outer\037inner" is a group within a group:
     when the outer one changes, its own subtotal follows the inner one. What stands behind "\036"
     is a line of text as wide as the table below the group: "正高\036参评 5 人　通过 3 人". */
  gboolean (*next) (gpointer self, SzValue *values, const char **group, GError **error);
  guint64 (*count) (gpointer self);
  GDestroyNotify free;
} SzPaperSourceClass;

typedef enum
{
  SZ_BLOCK_TITLE,    /* 2 号小标宋 centred */
  SZ_BLOCK_HEADLINE, /* left, middle, right above the table: 填报单位 填报日期 单位：元 */
  SZ_BLOCK_TEXT,     /* a paragraph or note */
  SZ_BLOCK_FIELDS,   /* label/value grid */
  SZ_BLOCK_TABLE,
  SZ_BLOCK_SIGNATURES, /* 单位负责人：__ 审核人：__ … */
  SZ_BLOCK_CHART,
  SZ_BLOCK_PAGE_BREAK,
  SZ_BLOCK_OPINIONS, /* boxes for the opinions and seals of several offices */
  SZ_BLOCK_CUT,      /* the line along which the paper knife goes */
  SZ_BLOCK_HALF,     /* the same, in the middle of the page */
} SzBlockKind;

typedef struct _SzPaper SzPaper;

typedef enum
{
  SZ_ORIENTATION_AUTO, /* landscape when the columns do not fit upright */
  SZ_ORIENTATION_PORTRAIT,
  SZ_ORIENTATION_LANDSCAPE,
} SzOrientation;

/** sz_paper_new: @name is the sheet name of the workbook (≤ 31 characters, cleaned). */
SzPaper *sz_paper_new (const char *name, SzOrientation orientation);
/** sz_paper_set_orientation: whatever its columns want. */
void sz_paper_set_orientation (SzPaper *paper, SzOrientation orientation);
SzPaper *sz_paper_ref (SzPaper *paper);
void sz_paper_unref (SzPaper *paper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPaper, sz_paper_unref)

typedef enum
{
  SZ_PAGE_A4,
  SZ_PAGE_A3,
  SZ_PAGE_A5,
} SzPageSize;

/** sz_paper_set_page: A4 unless it says otherwise. @tight: narrow margins and small headlines, for
 * what is cut apart. */
void sz_paper_set_page (SzPaper *paper, SzPageSize size, gboolean tight);
/** sz_paper_set_foot: small print at the left foot of each page, such as the number of the run;
 * NULL: none. */
void sz_paper_set_foot (SzPaper *paper, const char *foot);

/** sz_paper_add_title: centred over the page. */
void sz_paper_add_title (SzPaper *paper, const char *title);
/** sz_paper_add_headline: one line in three parts, each nullable. */
void
sz_paper_add_headline (SzPaper *paper, const char *left, const char *middle, const char *right);
/** sz_paper_add_text: a paragraph as wide as the page. */
void sz_paper_add_text (SzPaper *paper, const char *text);
/** sz_paper_add_fields: pairs of label and value, ended by NULL, @per_line pairs a line. */
void sz_paper_add_fields (SzPaper *paper, guint per_line, const char *const *pairs);

/** SzTableOptions: how a table is drawn. */
typedef struct
{
  gboolean group_subtotals; /* 小计 after each group */
  gboolean page_subtotals;  /* 本页小计 and 累计 on papers of several pages */
  const char *total_label;  /* "合计", NULL: no total row */
  gboolean uppercase;      /* 大写金额 of the last AMOUNT column's total, in a row of its own */
  gboolean autofilter;     /* of workbooks */
  gboolean no_repeat;      /* its heading stands once: strips that are cut apart */
  gboolean group_headings; /* the name of a group in a line of its own before it */
  const char *total_text;  /* a line as wide as the table at its end */
  gboolean dense;          /* many people on a page: small type, low rows */
  double type_most;        /* the largest type in points, 0: the usual one */
} SzTableOptions;

/** sz_paper_add_table: copies the columns; takes @self, freed by the class's free. */
void sz_paper_add_table (SzPaper *paper,
                         const SzPaperColumn *columns,
                         guint n_columns,
                         const SzTableOptions *options,
                         const SzPaperSourceClass *source,
                         gpointer self);
/** sz_paper_add_signatures: labels ended by NULL. */
void sz_paper_add_signatures (SzPaper *paper, const char *const *labels);
/** sz_paper_add_page_break: what follows begins a page. */
void sz_paper_add_page_break (SzPaper *paper);
/** sz_paper_add_half: what follows begins the lower half of the page, below a line to cut along;
 * what came before stands on the upper one alone. */
void sz_paper_add_half (SzPaper *paper);
/** sz_paper_add_opinions: labels ended by NULL, a box each, two side by side; left out of CSV. */
void sz_paper_add_opinions (SzPaper *paper, const char *const *labels);
/** sz_paper_add_cut: a broken line from edge to edge; left out of CSV. */
void sz_paper_add_cut (SzPaper *paper);

typedef enum
{
  SZ_CHART_BAR,
  SZ_CHART_PIE,
  SZ_CHART_COLUMN,
} SzChartKind;

/** sz_paper_add_chart: one series; amounts in fen with decimals 2. Excel chart in workbooks, drawn
 * in PDF, left out of CSV. */
void sz_paper_add_chart (SzPaper *paper,
                         SzChartKind kind,
                         const char *title,
                         const char *const *labels,
                         const gint64 *values,
                         int decimals,
                         guint n);

/** sz_paper_add_stack: counts as bars of several series, one behind another. @names: of the series,
 * ended by NULL; @values: @n of the first, then @n of the next. */
void sz_paper_add_stack (SzPaper *paper,
                         const char *title,
                         const char *const *labels,
                         guint n,
                         const char *const *names,
                         const gint64 *values);

/**
 * SzPaperProgress: @done of @total rows; called now and then.
 */
typedef void (*SzPaperProgress) (guint64 done, guint64 total, gpointer user_data);

/**
 * sz_paper_write_xlsx: one workbook, a sheet a paper; written beside @path and renamed, so that
 * the old file stays until the new one is whole. sz_paper_write_pdf: all papers one after the
 * other. sz_paper_write_csv: the tables of the first paper (its fields, a block a row, when it has
 * none), UTF-8 with BOM, CRLF, text that begins
 * with = + - @ tab CR guarded by a leading apostrophe. Errors "file.unwritable" (file, detail),
 * "file.disk_full" (file), cancelled; "number.overflow" (value) of a total, "paper.too_many_rows"
 * (max), "paper.text_too_long" (max, row) of workbooks.
 */
gboolean sz_paper_write_xlsx (SzPaper *const *papers,
                              guint n_papers,
                              const char *path,
                              SzPaperProgress progress,
                              gpointer user_data,
                              GCancellable *cancellable,
                              GError **error);
gboolean sz_paper_write_pdf (SzPaper *const *papers,
                             guint n_papers,
                             const char *path,
                             SzPaperProgress progress,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error);
gboolean sz_paper_write_csv (SzPaper *paper,
                             const char *path,
                             SzPaperProgress progress,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error);
/** sz_paper_write_csv_plain: the same, never guarded, without BOM and total row: what the bank's
 * program reads. */
gboolean sz_paper_write_csv_plain (SzPaper *paper,
                                   const char *path,
                                   SzPaperProgress progress,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
