/* sz-forms-watch.h — the forms of targets and supervision, for their table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-table.h"

G_BEGIN_DECLS

SzPaper *sz_form_make_f28 (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
extern const SzFormTable sz_form_f29;
extern const SzFormTable sz_form_f30;
extern const SzFormTable sz_form_f31;

G_END_DECLS
