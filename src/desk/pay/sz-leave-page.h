/* sz-leave-page.h — 请假: the office's ledger of leave and what it takes off basic pay (RULE
 * pay-14, pay-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-list-page.h"

G_BEGIN_DECLS

#define SZ_TYPE_LEAVE_PAGE (sz_leave_page_get_type ())
G_DECLARE_FINAL_TYPE (SzLeavePage, sz_leave_page, SZ, LEAVE_PAGE, SzListPage)

G_END_DECLS
