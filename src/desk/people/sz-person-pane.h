/* sz-person-pane.h — the details beside the list: one person, six tabs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-date.h"
#include "sz-task.h"

G_BEGIN_DECLS

/**
 * SzPersonPane: a tab asks for its lines when it is seen. Nothing is made before the first person
 * is shown. Signal "failed" (GError). Its buttons activate "people.edit", "people.change",
 * "people.correct" and "people.leave".
 */
#define SZ_TYPE_PERSON_PANE (sz_person_pane_get_type ())
G_DECLARE_FINAL_TYPE (SzPersonPane, sz_person_pane, SZ, PERSON_PANE, GtkWidget)

/** sz_person_pane_show: @tasks nullable; @person_id 0: nobody, and @n_selected says why. */
void sz_person_pane_show (
    SzPersonPane *self, SzTasks *tasks, gint64 person_id, guint n_selected, SzDate day);
/** sz_person_pane_reload: the data changed. */
void sz_person_pane_reload (SzPersonPane *self);
gint64 sz_person_pane_get_person (SzPersonPane *self);
/** sz_person_pane_is_settled: nothing is on its way. */
gboolean sz_person_pane_is_settled (SzPersonPane *self);
/** sz_person_pane_show_tab: "basics", "posts", "workload", "pay", "history". */
void sz_person_pane_show_tab (SzPersonPane *self, const char *name);

G_END_DECLS
