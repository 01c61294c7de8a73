/* sz-standard-form.h — the values of one line of a standard, to be typed and chosen (RULE ttl-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sz-standard-draft.h"

G_BEGIN_DECLS

/** SzStandardForm: signal "typed" (key, value): by the user; a list is typed with 、 in it. */
#define SZ_TYPE_STANDARD_FORM (sz_standard_form_get_type ())
G_DECLARE_FINAL_TYPE (SzStandardForm, sz_standard_form, SZ, STANDARD_FORM, AdwBin)

GtkWidget *sz_standard_form_new (void);
/** sz_standard_form_show: @fields: (transfer full) (nullable): of SzDraftField. Not from within
 * "typed": the row that tells must stay. */
void sz_standard_form_show (SzStandardForm *self, GPtrArray *fields);

/** sz_standard_tools_new: (transfer floating): buttons that add, take out, move and indent lines,
 * by the actions "standard.*" of what holds them. */
GtkWidget *sz_standard_tools_new (void);

G_END_DECLS
