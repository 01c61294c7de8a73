/* sz-flow.h — a paper as a stream of lines, which every drawer follows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-tally.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_LINE_TITLE,
  SZ_LINE_HEADLINE,
  SZ_LINE_TEXT,    /* a paragraph */
  SZ_LINE_FIELDS,  /* one line of the grid: pairs @first … */
  SZ_LINE_HEADING, /* of a table, one or two rows high */
  SZ_LINE_ROW,
  SZ_LINE_SUBTOTAL, /* 小计 of a group */
  SZ_LINE_TOTAL,
  SZ_LINE_UPPERCASE, /* 大写金额 */
  SZ_LINE_SIGNATURES,
  SZ_LINE_CHART,
  SZ_LINE_BREAK,    /* a new page */
  SZ_LINE_OPINIONS, /* one line of boxes: labels @first … */
  SZ_LINE_CUT,
  SZ_LINE_HALF,
  SZ_LINE_PAGE_TOTAL, /* 本页小计; put in by those who know the pages */
  SZ_LINE_RUNNING,    /* 累计; likewise */
} SzLineKind;

/** SzFlowLine: borrowed until the function returns. */
typedef struct
{
  SzLineKind kind;
  guint block_index;
  const SzPaperBlock *block;
  const SzValue *values; /* of ROW */
  const SzTally *tally;  /* of SUBTOTAL, TOTAL */
  const char *text;      /* of TEXT, SUBTOTAL, TOTAL, UPPERCASE */
  guint first;           /* of FIELDS, OPINIONS */
} SzFlowLine;

typedef gboolean (*SzFlowFunc) (const SzFlowLine *line, gpointer user_data, GError **error);

/** SzFlowWatch: who is told how far it is, and who may stop it. */
typedef struct
{
  SzPaperProgress progress; /* (nullable) */
  gpointer user_data;
  GCancellable *cancellable; /* (nullable) */
  guint64 done;
  guint64 total;
} SzFlowWatch;

/** sz_flow_count: rows of all tables of @papers, as their sources promise. */
guint64 sz_flow_count (SzPaper *const *papers, guint n_papers);

/**
 * sz_flow_run: pulls everything from the beginning and hands it to @func line by line, with the
 * sums of groups and tables. Cancelling is %SZ_ERROR_CANCELLED "cancelled".
 */
gboolean sz_flow_run (
    SzPaper *paper, SzFlowFunc func, gpointer user_data, SzFlowWatch *watch, GError **error);

/** SZ_LABEL_*: words of printed forms. */
#define SZ_LABEL_SUBTOTAL "小计"
#define SZ_LABEL_PAGE_TOTAL "本页小计"
#define SZ_LABEL_RUNNING "累计"
#define SZ_LABEL_UPPERCASE "金额大写："
#define SZ_LABEL_DAY "年　　月　　日"

/** SZ_FLOW_OPINIONS: boxes side by side. */
#define SZ_FLOW_OPINIONS 2

G_END_DECLS
