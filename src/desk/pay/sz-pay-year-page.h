/* sz-pay-year-page.h — 总量: a year's performance pay against its limit (RULE pay-18)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-page.h"

G_BEGIN_DECLS

#define SZ_TYPE_PAY_YEAR_PAGE (sz_pay_year_page_get_type ())
G_DECLARE_FINAL_TYPE (SzPayYearPage, sz_pay_year_page, SZ, PAY_YEAR_PAGE, SzListPage)

/** sz_year_filter_fill: the years around @day in the filter "year" of the list that is shown.
 *  sz_year_filter_read: what @choice means, "" being the year one works on on @day: in the first
 *  quarter that is the year before. */
void sz_year_filter_fill (SzListPage *page, SzDate day);
int sz_year_filter_read (const char *choice, SzDate day);

G_END_DECLS
