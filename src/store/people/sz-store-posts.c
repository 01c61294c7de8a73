/* sz-store-posts.c — approved numbers of posts 岗位核准数
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-posts.h"

#include "sz-row-table.h"
#include "sz-store-private.h"

static const SzColumn post_plan_columns[] = {
  { "post", SZ_COLUMN_POST, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzPostPlanRow, post), 0 },
  { "from_date", SZ_COLUMN_DATE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzPostPlanRow, from), 0 },
  { "series", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzPostPlanRow, series), 0 },
  { "approved", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPostPlanRow, approved), 0 },
  { "source", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzPostPlanRow, source), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzPostPlanRow, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzPostPlanRow, source_row), 0 },
};

const SzRowType sz_post_plan_type
    = { SZ_ROW_TYPE ("post_plans", SzPostPlanRow, post_plan_columns) };

SZ_ROW_DEFINE (SzPostPlanRow, sz_store_post_plan, sz_post_plan_type)
