/* sz-post-plan-act.h — the plan of posts: proposed beside what is in force, and approved (RULE
 * pst-3, pst-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-place.h"
#include "sz-post-split.h"

G_BEGIN_DECLS

/** SzPostPlan: what a proposal is made from. */
typedef struct
{
  int approved[SZ_N_PLACES]; /* 核准数 in force on the day */
  int total;                 /* all approved posts of the day */
  SzSplitRules rules;
} SzPostPlan;

/** sz_post_plan: (transfer full), g_free(): as of @day. */
SzPostPlan *sz_post_plan (SzOffice *office, SzDate day, GError **error);

/** SzPostApproved: one number of a document. */
typedef struct
{
  SzPost post;
  int approved;
} SzPostApproved;

/** SzPostDocument: numbers that a document approves; levels that it leaves out keep theirs. */
typedef struct
{
  SzDate from;           /* 生效日期 */
  const char *document;  /* 核准文号 */
  const GArray *numbers; /* of SzPostApproved */
} SzPostDocument;

/** sz_post_plan_put: all of them, or none; a number of the same level and day is replaced.
 * "plan.document" without day or 文号. */
gboolean sz_post_plan_put (SzOffice *office, const SzPostDocument *document, GError **error);

G_END_DECLS
