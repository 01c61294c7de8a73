/* sz-form-choice.h — what a form is about: year, pay run, day, each chosen from what there is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-form-work.h"

G_BEGIN_DECLS

/** SzFormChoice: emits "changed" when the user chose. */
#define SZ_TYPE_FORM_CHOICE (sz_form_choice_get_type ())
G_DECLARE_FINAL_TYPE (SzFormChoice, sz_form_choice, SZ, FORM_CHOICE, GtkWidget)

/** sz_form_choice_set_needs: shows what a form that @needs and @takes this (of SzFormNeeds), with
 * @years (of int, nullable), is asked for; choices made before hold where they still can. What is
 * only taken may stay empty. */
void sz_form_choice_set_needs (SzFormChoice *self, guint needs, guint takes, GArray *years);
/** sz_form_choice_set_settings: where choices of paper and columns are remembered. */
void sz_form_choice_set_settings (SzFormChoice *self, GSettings *settings);
/** sz_form_choice_set_runs: (element-type SzPayHead). */
void sz_form_choice_set_runs (SzFormChoice *self, GArray *runs);
/** sz_form_choice_set_sheet: of the forms about a sheet of fees; 0: the last one. */
void sz_form_choice_set_sheet (SzFormChoice *self, gint64 sheet);
void sz_form_choice_set_day (SzFormChoice *self, SzDate day);
/** sz_form_choice_set_year: chosen where it is one of those there are, else the latest. */
void sz_form_choice_set_year (SzFormChoice *self, int year);
void sz_form_choice_set_run (SzFormChoice *self, gint64 run);

/** sz_form_choice_get_params: the latest of everything where nothing was chosen; its texts hold
 * until something else is chosen. */
SzFormParams sz_form_choice_get_params (SzFormChoice *self);

G_END_DECLS
