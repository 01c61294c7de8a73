/* sz-people-page.h — the people of the college: list, filters, details
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-page.h"

G_BEGIN_DECLS

#define SZ_TYPE_PEOPLE_PAGE (sz_people_page_get_type ())
G_DECLARE_FINAL_TYPE (SzPeoplePage, sz_people_page, SZ, PEOPLE_PAGE, SzPage)

G_END_DECLS
