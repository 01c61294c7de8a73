/* sz-result-pane.h — what a scheme comes to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-compare-pane.h"
#include "sz-life-pane.h"
#include "sz-view-pay.h"

G_BEGIN_DECLS

/** SzResultPane: the exactness line, departments, people, charts, who is out, the comparison.
 * Signals: "person-selected" (staff number, nullable): by the user; "compare-wanted": the
 * comparison is looked at and not of what is shown. */
#define SZ_TYPE_RESULT_PANE (sz_result_pane_get_type ())
G_DECLARE_FINAL_TYPE (SzResultPane, sz_result_pane, SZ, RESULT_PANE, GtkWidget)

/** sz_result_pane_show: @view: borrowed until the next one; %NULL: nothing yet. Takes faults away.
 */
void sz_result_pane_show (SzResultPane *self, const SzPayView *view);
/** sz_result_pane_show_faults: the figures stay, dimmed: they are those of the last sound scheme.
 * @text: what keeps the scheme from being computed. */
void sz_result_pane_show_faults (SzResultPane *self, const char *text);
/** sz_result_pane_show_life: the tabs of a stored run; borrowed until the next one; %NULL: none. */
void sz_result_pane_show_life (SzResultPane *self, const SzRunLife *life);
/** sz_result_pane_get_list: (transfer none): one of those tabs, by the name of its list. */
SzLifePane *sz_result_pane_get_list (SzResultPane *self, const char *name);
void sz_result_pane_set_search (SzResultPane *self, const char *text);
/** sz_result_pane_select_person: %NULL: nobody; tells it. */
void sz_result_pane_select_person (SzResultPane *self, const char *staff_no);
/** sz_result_pane_get_selected: (nullable): the staff number, borrowed. */
const char *sz_result_pane_get_selected (SzResultPane *self);
SzComparePane *sz_result_pane_get_compare (SzResultPane *self);
/** sz_result_pane_show_tab: "departments", "people", "charts", "out", "compare",
 * or a list of the run's life. */
void sz_result_pane_show_tab (SzResultPane *self, const char *name);
/** sz_result_pane_set_brief: who, how much and where only, in the table of people. */
void sz_result_pane_set_brief (SzResultPane *self, gboolean brief);
/** sz_result_pane_copy: the table that is shown; FALSE when there is none. */
gboolean sz_result_pane_copy (SzResultPane *self);
/** sz_result_pane_dup_exactness: (transfer full): pool = departments + reserve, and whether it is
 * so to the fen. */
char *sz_result_pane_dup_exactness (const SzPayResult *result, gboolean *exact);

G_END_DECLS
