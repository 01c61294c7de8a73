/* sz-store-parttime.h — contracts, cases and fees of part-time teachers 兼职教师 (RULE rec-23,
 * rec-26)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-parttime-rows.h"
#include "sz-row.h"

G_BEGIN_DECLS

SZ_ROW_API (SzContractRow, sz_store_contract)

SZ_ROW_API (SzStretchRow, sz_store_stretch)

SZ_ROW_API (SzParttimeCaseRow, sz_store_parttime_case)

SZ_ROW_API (SzLectureRow, sz_store_lecture)

SZ_ROW_API (SzFeeSheetRow, sz_store_fee_sheet)

SZ_ROW_API (SzFeeLineRow, sz_store_fee_line)

SZ_ROW_API (SzParttimeFundRow, sz_store_parttime_fund)

SZ_ROW_API (SzStaffContractRow, sz_store_staff_contract)

G_END_DECLS
