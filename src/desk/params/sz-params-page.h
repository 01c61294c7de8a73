/* sz-params-page.h — the parameters in force, their history and their documents 参数 (RULE num-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-page.h"

G_BEGIN_DECLS

#define SZ_TYPE_PARAMS_PAGE (sz_params_page_get_type ())
G_DECLARE_FINAL_TYPE (SzParamsPage, sz_params_page, SZ, PARAMS_PAGE, SzPage)

/** sz_params_page_is_settled: nothing is on its way; for tests and pictures. */
gboolean sz_params_page_is_settled (SzParamsPage *self);

G_END_DECLS
