/* sz-columns.h — which heading is which field, and where the data ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-table.h"

G_BEGIN_DECLS

/** SzColumnSpec: a field of an import kind: its official heading and the other ways offices write
 * it. */
typedef struct
{
  const char *field;   /* stable name, also what --map may say; usually the heading itself */
  const char *heading; /* official heading */
  const char *const *synonyms; /* (nullable), NULL-terminated */
  gboolean required;
} SzColumnSpec;

/** SzColumns: the found heading row and its matching. */
typedef struct
{
  guint heading_row; /* as numbered by the spreadsheet program; 0: none found */
  guint n_specs;
  gint *column_of_field; /* per spec: column index from 0, −1 when absent */
  GPtrArray *headings;   /* of char*: the heading row as it stands, by column */
  GArray *unknown;       /* of guint: columns with a heading that no spec takes */
  gboolean *required;    /* per spec, as given */
  guint unit_row;        /* a row above the headings that says 万元 or 千元; 0: none */
} SzColumns;

void sz_columns_free (SzColumns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzColumns, sz_columns_free)

/**
 * sz_columns_fold: (transfer full)
 * Trims, folds full width, removes inner blanks, line breaks, a trailing "*", brackets with
 * remarks ("身份证号（必填）") — what headings are compared by.
 */
char *sz_columns_fold (const char *heading);

/**
 * sz_columns_find:
 * @map: (nullable): folded heading → field, from --map or remembered matches; wins over specs;
 *   the field "" leaves the column out
 *
 * Reads rows of @table until the heading row is found (within the first 50 rows that exist): the
 * row that matches most specs, at least two, and all required where any row does. Two header rows
 * joined by merged cells count as one when the lower one matches. 序号 is passed over silently.
 * Leaves @table just behind the heading row. Not found: heading_row is 0.
 */
SzColumns *sz_columns_find (SzTable *table,
                            const SzColumnSpec *specs,
                            guint n_specs,
                            GHashTable *map,
                            GCancellable *cancellable,
                            GError **error);

typedef enum
{
  SZ_ROW_DATA,
  SZ_ROW_BLANK,
  SZ_ROW_TOTAL, /* 合计 小计 总计 本页小计 累计, in the first filled cell */
  SZ_ROW_SIGNATURE, /* 制表人 审核人 单位负责人 填表人 负责人 … at its beginning; everything after
                       it is no data */
  SZ_ROW_HEADING, /* the headings again, as on each page of a printed list: data follows, after
                     signatures too */
  SZ_ROW_EXAMPLE, /* the example row of our own template: first cell begins with 示例 */
} SzRowKind;

/** sz_columns_classify: what a row below the heading row is. */
SzRowKind sz_columns_classify (const SzColumns *columns, const SzTableRow *row);

/** sz_columns_ends: whether a row of @kind lies behind the end of the data, @ended being so before
 * it. */
gboolean sz_columns_ends (SzRowKind kind, gboolean ended);

/** sz_columns_unit: 万元 or 千元 when @text says so, else NULL. */
const char *sz_columns_unit (const char *text);

/** sz_columns_cell: the cell of field @index in @row, an EMPTY cell when absent. */
const SzCell *sz_columns_cell (const SzColumns *columns, const SzTableRow *row, guint index);

G_END_DECLS
