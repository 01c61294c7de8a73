/* sz-target-act.h — the allotted number of a target 任务数 (RULE tgt-1, tgt-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"

G_BEGIN_DECLS

/** SzTargetGoal: @number as people write it, a ratio as "98%" or "0.98". */
typedef struct
{
  int year;
  const char *indicator; /* id, name or a synonym */
  const char *number;
  const char *office;   /* (nullable): 责任处室; NULL leaves it as it is */
  const char *document; /* (nullable): 文号 */
} SzTargetGoal;

/** sz_office_target_set: REFUSED "target.unknown" (indicator); FORMAT "number.invalid" (value). */
gboolean sz_office_target_set (SzOffice *office, const SzTargetGoal *goal, GError **error);

G_END_DECLS
