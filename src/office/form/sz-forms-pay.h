/* sz-forms-pay.h — the forms about performance pay, for their table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-table.h"

G_BEGIN_DECLS

SzPaper *sz_form_make_f17 (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_f19 (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_f20 (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_slips (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_slip (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
extern const SzFormTable sz_form_f18;

G_END_DECLS
