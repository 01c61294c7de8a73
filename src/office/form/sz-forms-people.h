/* sz-forms-people.h — the forms about people, for their table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-table.h"

G_BEGIN_DECLS

SzPaper *sz_form_make_f16 (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
extern const SzFormTable sz_form_f33;
extern const SzFormTable sz_form_roster;

G_END_DECLS
