/* sz-people-page.h — the people of the college: list, filters, details
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-page.h"

G_BEGIN_DECLS

#define SZ_TYPE_PEOPLE_PAGE (sz_people_page_get_type ())
G_DECLARE_FINAL_TYPE (SzPeoplePage, sz_people_page, SZ, PEOPLE_PAGE, SzListPage)

/** sz_people_page_is_answered: whether the list shows the answer to what was asked last;
 * sz_people_page_is_settled: and nothing at all is under way. For tests and pictures. */
gboolean sz_people_page_is_answered (SzPeoplePage *self);
gboolean sz_people_page_is_settled (SzPeoplePage *self);

G_END_DECLS
