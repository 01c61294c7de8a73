/* sz-param-table.h — a parameter's value as rows and columns that people can read and change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SZ_PARAM_PLAIN,   /* "0.8": one cell */
  SZ_PARAM_LIST,    /* [1, 3, 4]: one cell, "1, 3, 4" */
  SZ_PARAM_MAP,     /* {"理论": "1.0"}: name and value */
  SZ_PARAM_GRID,    /* [[40, "1.0"], …]: a row an array */
  SZ_PARAM_RECORDS, /* [{"sex": "男", …}, …]: a row an object */
} SzParamShape;

/** SzParamTable: @headings: keys of records, %NULL for other shapes. Cells are texts. */
typedef struct
{
  SzParamShape shape;
  guint n_columns;
  GStrv headings;
  GPtrArray *rows; /* of GStrv, n_columns each */
  guint8 *types;   /* private: what a cell of a column is in JSON */
  gboolean deep;   /* deeper than a table: the only cell is the JSON itself */
} SzParamTable;

/** sz_param_table_new: (nullable): of JSON text; %NULL when it is none. What is deeper than a table
 * is one plain cell with the JSON itself. */
SzParamTable *sz_param_table_new (const char *json);
void sz_param_table_free (SzParamTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzParamTable, sz_param_table_free)

/** sz_param_table_to_json: (transfer full): rows whose first cell is empty are left out. What does
 *  not fit stays text, so that the rule's own check can name it. */
char *sz_param_table_to_json (const SzParamTable *table);

/** sz_param_names: (transfer full) (nullable): the names of the members of a JSON object; %NULL
 *  when @json is none. */
GStrv sz_param_names (const char *json);

G_END_DECLS
