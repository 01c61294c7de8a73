/* sz-side-list.h — what a page is about, one below the other: a name, its state, a bar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** SZ_SIDE_NO_BAR: the state stands below the name instead. */
#define SZ_SIDE_NO_BAR (-2)

/** SzSideRow: made in the reader thread. */
typedef struct
{
  char *name;
  char *text;        /* beside the bar: "1,692/3,000", "" for nothing */
  const char *state; /* static, "" for none */
  const char *style; /* (nullable) static: of state and bar */
  gint64 share_x1e4; /* of the bar; −1: none, but its place; #SZ_SIDE_NO_BAR */
} SzSideRow;

/** sz_side_row_new: (transfer full): without text, style and share (−1). */
SzSideRow *sz_side_row_new (const char *name, const char *state);
void sz_side_row_free (gpointer row);

/** SzSideList: signal "chosen" (guint place): the one that is selected, from 1, by the user. */
#define SZ_TYPE_SIDE_LIST (sz_side_list_get_type ())
G_DECLARE_FINAL_TYPE (SzSideList, sz_side_list, SZ, SIDE_LIST, AdwBin)

/** sz_side_list_new: @name: what it is a list of, for readers of screens. */
GtkWidget *sz_side_list_new (const char *name);
/** sz_side_list_show: @rows: (transfer full) (element-type SzSideRow); what was selected stays so,
 * by its place. */
void sz_side_list_show (SzSideList *self, GPtrArray *rows);
/** sz_side_list_select: by its place, from 1; tells nobody. */
void sz_side_list_select (SzSideList *self, guint place);

G_END_DECLS
