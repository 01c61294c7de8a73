/* sz-forms-workload.h — the forms about teaching and training, for their table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-table.h"

G_BEGIN_DECLS

SzPaper *sz_form_make_f25 (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
extern const SzFormTable sz_form_f21;
extern const SzFormTable sz_form_f24;
extern const SzFormTable sz_form_f26;
extern const SzFormTable sz_form_f27;

G_END_DECLS
