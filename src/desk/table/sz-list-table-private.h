/* sz-list-table-private.h — the table and its files: columns, selection, copy, foot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-cell-layout.h"
#include "sz-list-model.h"
#include "sz-list-table.h"

G_BEGIN_DECLS

/* A cell knows the item it shows, for the pointer. */
#define SZ_LIST_CELL_ITEM "sz-item"

struct _SzListTable
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *scrolled;
  GtkColumnView *view;
  GtkWidget *row_menu; /* NULL until it was asked for */

  /* Owned */
  SzTasks *tasks;
  SzListModel *model;
  GtkMultiSelection *selection;
  GSettings *settings;
  GBytes *context;
  GCancellable *cancellable; /* of the row loads of these ids */
  GCancellable *summing;
  GSimpleActionGroup *actions;
  GMenuModel *row_menu_model; /* (nullable) */
  char *name;
  SzCellSize *cell_size;
  GPtrArray *view_columns; /* of GtkColumnViewColumn (borrowed), by column */

  /* Static */
  const SzListColumn *columns;
  guint n_columns;
  SzListFetchFunc fetch;

  guint sort_column;
  gboolean sort_descending;
  int sort_variant;
  int name_variant; /* of the preferences */
  guint probed;     /* see sz-list-columns.c */
  gboolean sorting; /* while the arrow is set by program */
  guint sum_column; /* n_columns: none */
  gboolean sum_known;
  gint64 sum_x100;

  guint load_source;
  guint grow_source;
  guint save_source;
  guint sum_source;
  guint n_loading;
  gboolean closing; /* columns that go away are no change of the layout */
  gboolean grow_waits;
  gboolean remapping;
};

/** _sz_list_table_make_columns: of the view, with their settings; sort and sum too. */
void _sz_list_table_make_columns (SzListTable *self);
/** _sz_list_table_save: widths, order, visibility and sorting, soon. */
void _sz_list_table_save (SzListTable *self);
void _sz_list_table_save_now (SzListTable *self);
/** _sz_list_table_get_order: (transfer container): columns as they are shown, left to right. */
GArray *_sz_list_table_get_order (SzListTable *self);
/** _sz_list_table_is_visible: whether the column is shown. */
gboolean _sz_list_table_is_visible (SzListTable *self, guint column);
/** _sz_list_table_count_selected: how many rows are selected. */
guint _sz_list_table_count_selected (SzListTable *self);
/** _sz_list_table_find_places: (transfer full): where the rows @selected (of gint64) stand now. */
GtkBitset *_sz_list_table_find_places (SzListTable *self, const GArray *selected);
/** _sz_list_table_activate: the row at @position, as Enter and a double click do. */
void _sz_list_table_activate (SzListTable *self, guint position);
/** _sz_list_table_install_menu: in class_init: the menu key. */
void _sz_list_table_install_menu (GtkWidgetClass *widget_class);
/** _sz_list_cell_new: @shown, or where @column is typed into a cell that has it; unbound: another
 * row comes into it. */
GtkWidget *_sz_list_cell_new (SzListTable *table, const SzListColumn *column, GtkWidget *shown);
GtkInscription *_sz_list_cell_get_shown (GtkWidget *cell);
void _sz_list_cell_unbound (GtkWidget *cell);
/** _sz_list_table_install_typing: in class_init: F2. */
void _sz_list_table_install_typing (GtkWidgetClass *widget_class);
/** _sz_list_table_sum: adds up the selected rows, and tells "foot-changed". */
void _sz_list_table_sum (SzListTable *self);

G_END_DECLS
