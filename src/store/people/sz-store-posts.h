/* sz-store-posts.h — approved numbers of posts 岗位核准数
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-posts.h"
#include "sz-row.h"

G_BEGIN_DECLS

/** SzPostPlanRow: from a date on, so many posts of a level are approved. Key: post, series,
 *  from. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  SzPost post;     /* 岗位类别 and 等级 */
  SzDate from;     /* 生效日期 */
  char *series;    /* 序列: 学生工作, "" for the ordinary one (RULE ttl-8) */
  gint64 approved; /* 核准数 */
  char *source;    /* 核准文号 */
  gint64 batch_id;
  int source_row;
} SzPostPlanRow;
SZ_ROW_API (SzPostPlanRow, sz_store_post_plan)

G_END_DECLS
