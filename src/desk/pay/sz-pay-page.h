/* sz-pay-page.h — performance pay: runs, the scheme as a form, its result at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-page.h"

G_BEGIN_DECLS

#define SZ_TYPE_PAY_PAGE (sz_pay_page_get_type ())
G_DECLARE_FINAL_TYPE (SzPayPage, sz_pay_page, SZ, PAY_PAGE, SzPage)

G_END_DECLS
