/* sz-leaf.h — the lines of papers on their pages, with everything needed to draw them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-paginate.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_TYPE_TITLE,   /* bold serif, for 小标宋 */
  SZ_TYPE_HEADING, /* bold sans, for 黑体 */
  SZ_TYPE_BODY,
  SZ_N_TYPES,
} SzTypeface;

/**
 * SzMeasure: how wide and high text is in unhinted metrics. The paginator's eye: the drawer brings
 * the fonts, tests bring figures.
 */
typedef struct
{
  gpointer self;
  double (*width) (gpointer self, SzTypeface face, double size, const char *text);
  /* of @text wrapped to @width */
  double (*height) (gpointer self, SzTypeface face, double size, const char *text, double width);
} SzMeasure;

/** SzTextFit: how a text goes into a cell. */
typedef struct
{
  double size;
  double height;
  gboolean wrapped;
} SzTextFit;

/**
 * sz_text_fit: in one line where it goes, then a little smaller in one line, then wrapped; codes
 * and numbers are made smaller still before they are wrapped. Never higher than @most: nothing is
 * ever cut.
 */
SzTextFit sz_text_fit (const SzMeasure *measure,
                       SzTypeface face,
                       double size,
                       const char *text,
                       double width,
                       double most,
                       gboolean wraps);

/** SzLeafLine: a line as it is drawn. */
typedef struct
{
  SzLineKind kind;
  double height;
  const SzPaperBlock *block;
  const SzColumnFit *fit; /* of the table, else %NULL */
  const char **cells;     /* per column, nullable entries; SUM lines: label first, see @span */
  const char *text;       /* of TEXT, UPPERCASE; label of sums */
  SzValue *values;        /* of ROW where page totals may be wanted: numbers alone */
  double upper;           /* of HEADING: height of the row of groups */
  guint first;            /* of FIELDS */
} SzLeafLine;

/** SzLeaf: a page. */
typedef struct
{
  SzPageBox box;
  guint number, of; /* 第 X 页 共 Y 页, within its paper */
  const char *mark; /* (nullable): of the paper, beside that */
  GPtrArray *lines; /* of const SzLeafLine *, in order from the top */
} SzLeaf;

/** SzLeaves: pages and the memory of everything on them. */
typedef struct
{
  GPtrArray *pages; /* of SzLeaf */
  GPtrArray *papers;
  GPtrArray *lines;
  GPtrArray *fits;
  GStringChunk *texts;
  GPtrArray *arrays;
} SzLeaves;

/** sz_leaf_per_line: how many signatures fit side by side, each with room to sign. */
guint sz_leaf_per_line (const SzMeasure *measure, const SzPaperBlock *block, double room);

SzLeaves *sz_leaves_new (SzPaper *const *papers,
                         guint n_papers,
                         const SzMeasure *measure,
                         SzFlowWatch *watch,
                         GError **error);
void sz_leaves_free (SzLeaves *leaves);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzLeaves, sz_leaves_free)

#define SZ_LEAF_TITLE 22.0      /* 二号 */
#define SZ_LEAF_BODY 10.5       /* 五号 */
#define SZ_LEAF_SIGNATURES 30.0 /* a line of signatures */
#define SZ_LEAF_PER_LINE 4      /* signatures a line, at most */
#define SZ_LEAF_SIGN 60.0       /* of a line to sign on, at least */
#define SZ_LEAF_PEN 18.5        /* of a row that people sign in, at least: 6.5 mm */
#define SZ_LEAF_OPINION 96.0    /* of a box for an opinion */
#define SZ_LEAF_CUT 20.0        /* of the line to cut along */
#define SZ_LEAF_LINE 1.45       /* of one line of text, in ems */

G_END_DECLS
