/* sz-parttime-page.h — part-time teachers: contracts, quota, fees, funds 兼职教师
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-page.h"

G_BEGIN_DECLS

/** SzParttimePage: lists 合同, 名额, 课酬, 经费; actions "parttime.*", "fees.*". */
#define SZ_TYPE_PARTTIME_PAGE (sz_parttime_page_get_type ())
G_DECLARE_FINAL_TYPE (SzParttimePage, sz_parttime_page, SZ, PARTTIME_PAGE, SzListPage)

G_END_DECLS
