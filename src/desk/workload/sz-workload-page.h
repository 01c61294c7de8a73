/* sz-workload-page.h — teaching and training of a year, and what they come to 工作量
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-page.h"

G_BEGIN_DECLS

#define SZ_TYPE_WORKLOAD_PAGE (sz_workload_page_get_type ())
G_DECLARE_FINAL_TYPE (SzWorkloadPage, sz_workload_page, SZ, WORKLOAD_PAGE, SzPage)

/** sz_workload_page_is_settled: nothing is on its way; for tests and pictures. */
gboolean sz_workload_page_is_settled (SzWorkloadPage *self);
/** sz_workload_page_show_list: "teaching", "training", "year". */
void sz_workload_page_show_list (SzWorkloadPage *self, const char *name);

G_END_DECLS
