/* sz-register-page.h — everything that is imported as a plain list: seen, entered, corrected,
 * deleted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-page.h"

G_BEGIN_DECLS

/** SzRegisterPage: a list a kind of sheet, "register-quotas"; made from the kinds' own tables. */
#define SZ_TYPE_REGISTER_PAGE (sz_register_page_get_type ())
G_DECLARE_FINAL_TYPE (SzRegisterPage, sz_register_page, SZ, REGISTER_PAGE, SzListPage)

G_END_DECLS
