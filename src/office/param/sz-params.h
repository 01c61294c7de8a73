/* sz-params.h — the parameters of a college: looking them up and setting them 参数 (RULE num-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-param.h"

G_BEGIN_DECLS

/** sz_params_gather: (transfer full) (element-type SzParam): the presets and the college's own
 * rows. */
GArray *sz_params_gather (SzOffice *office, GError **error);

/** sz_params_in_force: (transfer full) (element-type SzParam): one row a key, as of @day, by key.
 */
GArray *sz_params_in_force (SzOffice *office, SzDate day, GError **error);

/**
 * sz_params_set:
 * @value: a plain number or word, or JSON for a table
 * @source: 文号; required: a number without a document is nobody's
 *
 * Adds the college's own row from @from on, or replaces the one of the same day. Errors
 * "param.invalid", "param.unknown", "param.no_source", "date.invalid".
 */
gboolean sz_params_set (SzOffice *office,
                        const char *key,
                        const char *value,
                        SzDate from,
                        const char *source,
                        GError **error);

/** sz_params_put: the same, telling the act that undo takes back: @act: (out) (optional) (transfer
 *  full). */
gboolean sz_params_put (SzOffice *office,
                        const char *key,
                        const char *value,
                        SzDate from,
                        const char *source,
                        char **act,
                        GError **error);

G_END_DECLS
