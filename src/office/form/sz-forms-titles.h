/* sz-forms-titles.h — the forms of posts, titles and appointment, for their table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-table.h"

G_BEGIN_DECLS

SzPaper *sz_form_make_f10 (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_f11 (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
SzPaper *sz_form_make_f12 (
    SzOffice *office, const SzForm *form, const SzFormParams *params, GCancellable *, GError **);
extern const SzFormTable sz_form_f13;
extern const SzFormTable sz_form_f14;
extern const SzFormTable sz_form_f15;

/** sz_form_f10_propose: (transfer full): F10 of a plan that is only proposed (RULE pst-4). */
SzPaper *sz_form_f10_propose (SzOffice *office,
                              const SzForm *form,
                              const SzFormParams *params,
                              GError **error);

G_END_DECLS
