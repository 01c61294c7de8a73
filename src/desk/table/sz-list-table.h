/* sz-list-table.h — a table of any size: ids first, rows when they are bound
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-row.h"

G_BEGIN_DECLS

/**
 * SzListTable: a GtkColumnView over ids with deferred rows.
 * Properties: "tasks" (SzTasks). Signals: "selection-changed", "activated" (gint64 id),
 * "sort-changed" (the page gives the ids in the new order), "foot-changed" (the page asks for
 * sz_list_table_dup_foot() again), "typed" (const SzListRow *row, text): into a cell. Widths,
 * order, visibility and sorting are remembered in settings under its name. Ctrl+A selects all; the
 * heading's menu (right click) shows and hides columns.
 */
#define SZ_TYPE_LIST_TABLE (sz_list_table_get_type ())
G_DECLARE_FINAL_TYPE (SzListTable, sz_list_table, SZ, LIST_TABLE, GtkWidget)

/** sz_list_table_setup: once; @settings remember what @name ("people") looks like, @columns static
 * and ended by a NULL id. */
void sz_list_table_setup (SzListTable *self,
                          GSettings *settings,
                          const char *name,
                          const SzListColumn *columns,
                          SzListFetchFunc fetch);

/**
 * sz_list_table_set_ids:
 * @ids: (transfer full): GArray of gint64, in the order to show
 * @first_rows: (nullable) (transfer full): rows already at hand (the first screenful), GPtrArray of
 * SzListRow
 * @context: (nullable) (transfer full): what fetch gets; the same one again says that rows loaded
 *   before are still true, another one that they are not
 *
 * Scrolls to the top and keeps the selection where the ids are still there.
 */
void sz_list_table_set_ids (SzListTable *self, GArray *ids, GPtrArray *first_rows, GBytes *context);

/** sz_list_table_update_ids: the same after the data changed: stays where one is, and loads what is
 * shown anew. */
void
sz_list_table_update_ids (SzListTable *self, GArray *ids, GPtrArray *first_rows, GBytes *context);

/** sz_list_table_get_size: how many ids it has. */
guint sz_list_table_get_size (SzListTable *self);

/** sz_list_table_get_sort: id of the column and direction; @variant: 0 plain; for names 0 笔画, 1
 * 拼音. */
const char *sz_list_table_get_sort (SzListTable *self, gboolean *descending, int *variant);
/** sz_list_table_sort_by: as a click on its heading would; "sort-changed" tells. */
void sz_list_table_sort_by (SzListTable *self, const char *column, gboolean descending);
/** sz_list_table_get_selected: (transfer full): GArray of gint64. */
GArray *sz_list_table_get_selected (SzListTable *self);
/** sz_list_table_get_current: the one selected id, 0: none or several. */
gint64 sz_list_table_get_current (SzListTable *self);
/** sz_list_table_select: alone, and scrolled into sight; nothing when it is not in the table. */
void sz_list_table_select (SzListTable *self, gint64 id);
/** sz_list_table_enter: the keyboard goes to the rows; @open: the first one is activated. */
void sz_list_table_enter (SzListTable *self, gboolean open);
/** sz_list_table_get_cell_id: the row that a wrapped cell shows now, by its text; 0: none. */
gint64 sz_list_table_get_cell_id (GtkWidget *text);
/** sz_list_table_type: the keyboard goes into the cell of the selected row that one types into, as
 * by F2; FALSE: there is none, or not in sight. */
gboolean sz_list_table_type (SzListTable *self);
/** sz_list_table_copy: selected rows to the clipboard: tab-separated with headings, and HTML with
 * codes as text. Codes are masked or left out unless @with_codes. */
void sz_list_table_copy (SzListTable *self, gboolean with_codes);
/** SzListSeen: a list as it is seen: its rows in their order and its columns from left to right.
 * Made on the main thread, used in the reader. */
typedef struct
{
  SzListFetchFunc fetch;
  const SzListColumn *columns;
  GArray *ids;   /* of gint64 */
  GArray *order; /* of guint: places of the columns that are shown */
  GBytes *context;
} SzListSeen;

/** sz_list_table_dup_seen: (transfer full): the selected rows or all; codes when asked for. */
SzListSeen *sz_list_table_dup_seen (SzListTable *self, gboolean only_selected, gboolean with_codes);
void sz_list_seen_free (SzListSeen *seen);
/** sz_list_seen_fetch: (transfer full): its rows, of SzListRow, in their order. */
GPtrArray *sz_list_seen_fetch (const SzListSeen *seen, SzOffice *office, GError **error);
/** sz_list_table_dup_foot: (transfer full): "共 128 人 · 选中 6 · 合计 … · 平均 …" (@unit:
 * translated, "people"). */
char *sz_list_table_dup_foot (SzListTable *self, const char *unit);
/** sz_list_table_set_row_menu: what a right click on a row or the menu key shows, for
 * the row under the pointer; actions are looked up from the
 * table upwards. */
void sz_list_table_set_row_menu (SzListTable *self, GMenuModel *menu);
/** sz_list_table_is_shown: whether every row in sight is there; sz_list_table_is_settled: and those
 * out of sight that have widgets. For tests and pictures. */
gboolean sz_list_table_is_shown (SzListTable *self);
gboolean sz_list_table_is_settled (SzListTable *self);
/** sz_list_table_scroll: so that the row at @place stands on top, if there are enough below. */
void sz_list_table_scroll (SzListTable *self, guint place);

G_END_DECLS
