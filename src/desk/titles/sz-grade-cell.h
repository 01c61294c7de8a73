/* sz-grade-cell.h — a grade in its row, with the grades to choose from behind an arrow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** sz_grade_cell_new: (transfer floating): around @text, for a column's `wrap`. The arrow, or
 * sz_grade_cell_pop(), opens the grades; one chosen activates "titles.grade" for the rows that are
 * selected, of which this is one. */
GtkWidget *sz_grade_cell_new (GtkWidget *text);
/** sz_grade_cell_pop: of the row below @row that has the keyboard; FALSE: there is no cell. */
gboolean sz_grade_cell_pop (GtkWidget *row);
/** sz_grade_cell_grades: (transfer full): the five, with their keys; the one menu of grades. */
GMenuModel *sz_grade_cell_grades (void);

G_END_DECLS
