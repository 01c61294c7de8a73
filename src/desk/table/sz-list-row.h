/* sz-list-row.h — one loaded row of a table, its columns, and who fetches it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-task.h"

G_BEGIN_DECLS

/** SzListColumn: @id names the column for settings and sorting. @numeric: right-aligned, tabular
 * figures. */
typedef struct
{
  const char *id;
  const char *title; /* msgid */
  int width;         /* natural width in pixels */
  gboolean numeric;
  gboolean name; /* sorting cycles 笔画 ↑ → 拼音 ↑ → ↓ */
  gboolean
      code; /* ID or account number: copied as text (mso-number-format) and masked until asked */
  gboolean hidden; /* at first; the heading's menu shows it */
  gboolean sum;    /* the foot can sum and average it: cells give numbers */
  gboolean typed;  /* one types into its cells: the table tells "typed" */
  /* (nullable): makes the cell around its text, which is put into it: a bar beside it, a menu */
  GtkWidget *(*wrap) (GtkWidget *text);
} SzListColumn;

/**
 * SzListRow: one loaded row: its cells as text in the order of the columns (NULL: empty), made by
 * the fetch function in the reader thread. @numbers: for columns with `sum`, ×100.
 */
typedef struct
{
  gint64 id;
  guint n_columns;
  char **cells;      /* n_columns strings, owned */
  gint64 *numbers;   /* (nullable) n_columns */
  const char *style; /* (nullable) css class of the row, static */
  gboolean fixed;    /* nothing is typed into its cells */
} SzListRow;

/** sz_list_row_new: (transfer full): without cells; the caller fills them. */
SzListRow *sz_list_row_new (gint64 id, guint n_columns);
SzListRow *sz_list_row_copy (const SzListRow *row);
void sz_list_row_free (SzListRow *row);

/**
 * SzListFetchFunc: in the reader thread: rows of @ids, any order; free with sz_list_row_free().
 * @context: what sz_list_table_set_ids() was given.
 */
typedef GPtrArray *(*SzListFetchFunc) (
    SzOffice *office, const gint64 *ids, guint n, gconstpointer context, GError **error);

G_END_DECLS
