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
SzPaper *sz_form_make_splits (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_split (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_bank (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_tax (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_tax_client (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
gboolean
sz_form_write_split (SzOffice *office, const SzFormParams *params, const char *place, GError **);
extern const SzFormTable sz_form_f18;
extern const SzFormTable sz_form_f22;
extern const SzFormTable sz_form_f23;
extern const SzFormTable sz_form_f32;
extern const SzFormTable sz_form_adjust;
extern const SzFormTable sz_form_correct;
extern const SzFormTable sz_form_ledger;
extern const SzFormTable sz_form_notice;

G_END_DECLS
