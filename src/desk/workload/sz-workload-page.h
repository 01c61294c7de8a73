/* sz-workload-page.h — teaching and training of a year, and what they come to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-page.h"

G_BEGIN_DECLS

/** SzWorkloadPage: its lists are "workload-teaching", "workload-training" and "workload-year". */
#define SZ_TYPE_WORKLOAD_PAGE (sz_workload_page_get_type ())
G_DECLARE_FINAL_TYPE (SzWorkloadPage, sz_workload_page, SZ, WORKLOAD_PAGE, SzListPage)

G_END_DECLS
