/* sz-scheme-form.h — the scheme as a form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-scheme.h"

G_BEGIN_DECLS

/** SzSchemeForm: all sections of a scheme below one another. Signal "changed": by the user. */
#define SZ_TYPE_SCHEME_FORM (sz_scheme_form_get_type ())
G_DECLARE_FINAL_TYPE (SzSchemeForm, sz_scheme_form, SZ, SCHEME_FORM, GtkWidget)

void sz_scheme_form_show (SzSchemeForm *self, const SzScheme *scheme);

/**
 * sz_scheme_form_read: (transfer full) (nullable)
 * @issues: gets what cannot be read, and all faults of sz_scheme_validate() in what can
 *
 * Says every fault at its field. Returns the scheme, %NULL when there is any fault.
 */
SzScheme *sz_scheme_form_read (SzSchemeForm *self, SzIssueList *issues);

/** sz_scheme_form_focus_fault: the first fault that is said gets the focus. */
void sz_scheme_form_focus_fault (SzSchemeForm *self);
/** sz_scheme_form_dup_scheme: (transfer full): as far as it can be read, faults or not. */
SzScheme *sz_scheme_form_dup_scheme (SzSchemeForm *self);
/** sz_scheme_form_set_editable: a stored run's scheme is only shown. */
void sz_scheme_form_set_editable (SzSchemeForm *self, gboolean editable);
/** sz_scheme_form_set_note: what is said over a scheme that is only shown. */
void sz_scheme_form_set_note (SzSchemeForm *self, const char *note);
gboolean sz_scheme_form_is_editable (SzSchemeForm *self);

G_END_DECLS
