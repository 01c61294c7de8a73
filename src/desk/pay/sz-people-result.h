/* sz-people-result.h — what each person gets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-view-pay.h"

G_BEGIN_DECLS

/** SzPeopleResult: the people of a run with their components. Signal "selected" (index of the line,
 * −1 for none): by the user. */
#define SZ_TYPE_PEOPLE_RESULT (sz_people_result_get_type ())
G_DECLARE_FINAL_TYPE (SzPeopleResult, sz_people_result, SZ, PEOPLE_RESULT, GtkWidget)

/** sz_people_result_show: @view: borrowed until the next one; %NULL: nobody. Whoever was selected
 * stays so when he is in it. */
void sz_people_result_show (SzPeopleResult *self, const SzPayView *view);
/** sz_people_result_set_search: only whose name or number holds @text. */
void sz_people_result_set_search (SzPeopleResult *self, const char *text);
/** sz_people_result_get_selected: (nullable): the staff number, borrowed. */
const char *sz_people_result_get_selected (SzPeopleResult *self);
/** sz_people_result_select: shows and selects; tells it as if the user had. %NULL: nobody. */
void sz_people_result_select (SzPeopleResult *self, const char *staff_no);
/** sz_people_result_set_brief: who, how much and where only, for what is left beside the
 * explanation, which tells the rest. */
void sz_people_result_set_brief (SzPeopleResult *self, gboolean brief);
void sz_people_result_copy (SzPeopleResult *self);
/** sz_people_result_compare_names: as strcmp(), of two people by their places in the run's input
 * (RULE ppl-5). */
int sz_people_result_compare_names (SzPeopleResult *self, guint a, guint b);

G_END_DECLS
