/* sz-fault-label.h — a place of a form where its faults are said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-issue.h"

G_BEGIN_DECLS

/**
 * SzFaultLabel: a sentence below a field, hidden while there is none. Property "place": the place
 * of the field in the scheme's JSON, as faults name it: "components[2].ratio"; a fault deeper
 * inside is said there too. "faulty": whether there is a sentence.
 */
#define SZ_TYPE_FAULT_LABEL (sz_fault_label_get_type ())
G_DECLARE_FINAL_TYPE (SzFaultLabel, sz_fault_label, SZ, FAULT_LABEL, GtkWidget)

GtkWidget *sz_fault_label_new (const char *place);
void sz_fault_label_set_place (SzFaultLabel *self, const char *place);

/**
 * sz_fault_labels_show: (transfer full) (nullable)
 * @form: the widget in which labels are looked for, at any depth
 *
 * Each error of @issues as a sentence at the label whose place fits it best; labels without a fault
 * are emptied. Returns the sentences that no label would have.
 */
char *sz_fault_labels_show (GtkWidget *form, const SzIssueList *issues);

/** sz_fault_labels_focus: what the first sentence below @form is about gets the focus, and is
 * scrolled to; FALSE when nothing is said. */
gboolean sz_fault_labels_focus (GtkWidget *form);

G_END_DECLS
