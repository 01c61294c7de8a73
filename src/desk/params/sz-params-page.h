/* sz-params-page.h — the parameters in force, their history and their documents (RULE num-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-page.h"

G_BEGIN_DECLS

#define SZ_TYPE_PARAMS_PAGE (sz_params_page_get_type ())
G_DECLARE_FINAL_TYPE (SzParamsPage, sz_params_page, SZ, PARAMS_PAGE, SzListPage)

G_END_DECLS
