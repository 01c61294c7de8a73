/* sz-titles-page.h — posts, annual assessment, titles, appointment 岗位与职称
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form.h"
#include "sz-list-page.h"

G_BEGIN_DECLS

#define SZ_TYPE_TITLES_PAGE (sz_titles_page_get_type ())
G_DECLARE_FINAL_TYPE (SzTitlesPage, sz_titles_page, SZ, TITLES_PAGE, SzListPage)

G_END_DECLS
