/* sz-choice-button.h — a filter: a button that names what is chosen, and the choices below it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SzChoiceButton: "Department ▾" while everything is shown, else what is chosen. The list is made
 * when it is first opened; a long one can be searched.
 *
 * Properties: "title": its name. Signal "changed": chosen by the user or by
 * sz_choice_button_choose().
 */
#define SZ_TYPE_CHOICE_BUTTON (sz_choice_button_get_type ())
G_DECLARE_FINAL_TYPE (SzChoiceButton, sz_choice_button, SZ, CHOICE_BUTTON, GtkWidget)

/** sz_choice_button_clear: no choices but @all, "All departments", which is the id NULL; @all NULL:
 * one of the others is always chosen. */
void sz_choice_button_clear (SzChoiceButton *self, const char *all);
/** sz_choice_button_add: what is chosen stays chosen when it is added again. */
void sz_choice_button_add (SzChoiceButton *self, const char *id, const char *label);

/** sz_choice_button_get_choice: (nullable): an id; NULL: all. */
const char *sz_choice_button_get_choice (SzChoiceButton *self);
void sz_choice_button_choose (SzChoiceButton *self, const char *id);

G_END_DECLS
