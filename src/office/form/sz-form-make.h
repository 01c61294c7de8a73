/* sz-form-make.h — making a form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form.h"

G_BEGIN_DECLS

/**
 * sz_form_make: (transfer full)
 *
 * The finished paper. REFUSED "form.unknown" (form), "form.no_data" (form), "form.no_year" (form,
 * year), "form.asks" (form, ask), "run.unknown" (run).
 */
SzPaper *sz_form_make (SzOffice *office,
                       const char *id,
                       const SzFormParams *params,
                       GCancellable *cancellable,
                       GError **error);

G_END_DECLS
