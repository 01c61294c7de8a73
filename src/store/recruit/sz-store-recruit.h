/* sz-store-recruit.h — plans, posts, applicants and judges of recruitment 公开招聘 (RULE rec-15 …
 * rec-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-recruit-rows.h"
#include "sz-row.h"

G_BEGIN_DECLS

SZ_ROW_API (SzPlanRow, sz_store_plan)

SZ_ROW_API (SzPositionRow, sz_store_position)

SZ_ROW_API (SzRelaxationRow, sz_store_relaxation)

SZ_ROW_API (SzApplicantRow, sz_store_applicant)

SZ_ROW_API (SzHonourRow, sz_store_honour)

SZ_ROW_API (SzJudgeRow, sz_store_judge)

G_END_DECLS
