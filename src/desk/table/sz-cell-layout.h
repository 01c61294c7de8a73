/* sz-cell-layout.h — the size of the cells of a table, asked for once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** SzCellSize: what one cell of a font needs; shared by all cells of a table. */
typedef struct _SzCellSize SzCellSize;

SzCellSize *sz_cell_size_new (void);
SzCellSize *sz_cell_size_ref (SzCellSize *size);
void sz_cell_size_unref (SzCellSize *size);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzCellSize, sz_cell_size_unref)

/**
 * SzCellLayout: for cells whose size is that of a line of their font, whatever they say: a
 * GtkInscription with a number of lines and characters. GTK 4.8 asks Pango for the metrics of the
 * font four times a cell, which is a tenth of the first frame.
 */
#define SZ_TYPE_CELL_LAYOUT (sz_cell_layout_get_type ())
G_DECLARE_FINAL_TYPE (SzCellLayout, sz_cell_layout, SZ, CELL_LAYOUT, GtkLayoutManager)

/** sz_cell_layout_new: for one widget; @size of its like. */
GtkLayoutManager *sz_cell_layout_new (SzCellSize *size);

G_END_DECLS
