/* sz-title-result-private.h — how a condition is judged; for the files of titles/ only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-title-result.h"

G_BEGIN_DECLS

/** SzAsked: one condition asked of one person for one target. */
typedef struct
{
  const SzTitleQuestion *question;
  const SzApplicant *applicant;
  const SzStandard *standard;
  const SzTarget *target;
  SzTeachKind teaching;
} SzAsked;

/** sz_condition_judge: (transfer full): RULE ttl-10. */
SzConditionResult *sz_condition_judge (const SzAsked *asked, const SzCondition *condition);
void sz_condition_result_free (SzConditionResult *result);

/** sz_result_add_source: the first five stay. */
void sz_result_add_source (SzResultSource *sources, int *n, const char *kind, SzTrace trace);

G_END_DECLS
