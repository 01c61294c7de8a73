/* sz-figure-table.h — a table of computed figures that change under one's eyes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** SzFigureColumn: @title translated. @code: copied as text, never as a number. @expand: takes what
 * the others leave; a table needs one, or GTK 4.8 draws the shade of scrolling too far. */
typedef struct
{
  const char *title;
  int width;
  gboolean numeric; /* right-aligned, tabular figures */
  gboolean code;
  gboolean expand;
  gboolean bar; /* the text has a bar before it: sz_figure_table_set_bars() */
} SzFigureColumn;

/** SzFigureTextFunc: (transfer full): the cell's text. Called for rows on the screen only. */
typedef char *(*SzFigureTextFunc) (gpointer owner, guint row, guint column);
/** SzFigureCompareFunc: as strcmp(), of two rows by a column. */
typedef int (*SzFigureCompareFunc) (gpointer owner, guint a, guint b, guint column);

/**
 * SzFigureTable: rows by number, whose cells the owner writes when they are bound. New figures for
 * the same rows move nothing: scrolling, sorting and selection stay.
 *
 * Signals: "selected" (int row, −1 for none): by the user.
 */
#define SZ_TYPE_FIGURE_TABLE (sz_figure_table_get_type ())
G_DECLARE_FINAL_TYPE (SzFigureTable, sz_figure_table, SZ, FIGURE_TABLE, GtkWidget)

/** sz_figure_table_set_owner: who writes the cells; @owner must outlive the table's rows. */
void sz_figure_table_set_owner (SzFigureTable *self,
                                gpointer owner,
                                SzFigureTextFunc text,
                                SzFigureCompareFunc compare);
/** SzFigureShareFunc: how much of the bar of a row is full, ×10,000; −1: it has no bar. */
typedef gint64 (*SzFigureShareFunc) (gpointer owner, guint row);
/** sz_figure_table_set_bars: of the column that has them; @share gets the owner. */
void sz_figure_table_set_bars (SzFigureTable *self, SzFigureShareFunc share);
/** sz_figure_table_set_columns: does nothing when they are the same as before. */
void sz_figure_table_set_columns (SzFigureTable *self, const SzFigureColumn *columns, guint n);
/** sz_figure_table_show_first: only the first @n columns are seen, the last of them taking what is
 * left; 0: all. Copied are all. */
void sz_figure_table_show_first (SzFigureTable *self, guint n);
/** sz_figure_table_set_rows: there are @n rows now, and all cells may have changed. */
void sz_figure_table_set_rows (SzFigureTable *self, guint n);
guint sz_figure_table_get_n_rows (SzFigureTable *self);
/** sz_figure_table_sort: by a column, as a click on its heading does. */
void sz_figure_table_sort (SzFigureTable *self, guint column, gboolean descending);
/** sz_figure_table_select: −1: none; tells nobody. Scrolls there when @scroll. */
void sz_figure_table_select (SzFigureTable *self, int row, gboolean scroll);
int sz_figure_table_get_selected (SzFigureTable *self);
/** sz_figure_table_copy: all rows with their headings, as they are sorted, to the clipboard: as
 * text, and as HTML in which codes stay text. */
void sz_figure_table_copy (SzFigureTable *self);
/** sz_figure_table_dup_text: (transfer full): the same, separated by tabs. */
char *sz_figure_table_dup_text (SzFigureTable *self);

G_END_DECLS
