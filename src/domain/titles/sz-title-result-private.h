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

/** sz_title_condition_judge: (transfer full): RULE ttl-10. */
SzTitleConditionResult *sz_title_condition_judge (const SzAsked *asked,
                                                  const SzTitleCondition *condition);
void sz_title_condition_result_free (SzTitleConditionResult *result);

/** sz_result_add_source: the first five stay. */
void sz_result_add_source (SzResultSource *sources, int *n, const char *kind, SzTrace trace);

/** sz_result_add: a source of the result. */
void sz_result_add (SzTitleConditionResult *result, const char *kind, SzTrace trace);
/** sz_result_say_numbers: required and actual of @decimals; what is lacking follows when unmet. */
void sz_result_say_numbers (SzTitleConditionResult *result,
                            gint64 required,
                            gint64 actual,
                            int decimals);
/** sz_result_say_required: unknown, with what is required alone. */
void sz_result_say_required (SzTitleConditionResult *result, gint64 required, int decimals);
/** sz_asked_in_service_at_end: on 31 December of the year. */
gboolean sz_asked_in_service_at_end (const SzAsked *asked, int year);

/* The kinds of sz-title-merits.c. */
void sz_judge_adviser (const SzAsked *asked,
                       const SzTitleCondition *condition,
                       SzTitleConditionResult *result);
void sz_judge_further (const SzAsked *asked,
                       const SzTitleCondition *condition,
                       SzTitleConditionResult *result);
void sz_judge_practice (const SzAsked *asked,
                        const SzTitleCondition *condition,
                        SzTitleConditionResult *result);
void sz_judge_achievements (const SzAsked *asked,
                            const SzTitleCondition *condition,
                            SzTitleConditionResult *result);
void sz_judge_honour (const SzAsked *asked,
                      const SzTitleCondition *condition,
                      SzTitleConditionResult *result);

G_END_DECLS
