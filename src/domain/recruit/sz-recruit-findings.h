/* sz-recruit-findings.h — what looks wrong in a round of recruitment 招聘风险 (RULE rec-29)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-screen.h"

G_BEGIN_DECLS

/** SzJudgeFacts: a judge of a post; borrowed. */
typedef struct
{
  int number; /* 考官序号 */
  const char *id_number;
  const char *employer;
  gboolean outside; /* 外单位 */
} SzJudgeFacts;

/** SzMarkedFacts: an applicant of the post, and who marked (in any component). */
typedef struct
{
  const char *ticket;
  const char *id_number;
  const char *employer; /* 原单位 */
  guint32 judges; /* a bit (1 << number) for each judge with at least one mark; 回避 is none */
} SzMarkedFacts;

/** SzKinFacts: a declared relation, good in either direction. */
typedef struct
{
  const char *id_a;
  const char *id_b;
  const char *relation;
} SzKinFacts;

#define SZ_RELATION_SELF "本人"

/** SzRelatedFinding: recruit.judge_related; strings borrowed. */
typedef struct
{
  const char *ticket;
  int judge;
  const char *relation;
} SzRelatedFinding;

/** SzEmployerFinding: recruit.judge_same_employer; strings owned, tickets borrowed. */
typedef struct
{
  char *employer;
  GArray *judges;     /* of int, ascending */
  GPtrArray *tickets; /* ascending */
} SzEmployerFinding;

typedef struct
{
  const SzJudgeFacts *judges;
  gsize n_judges;
  const SzMarkedFacts *applicants;
  gsize n_applicants;
  const SzKinFacts *kin;
  gsize n_kin;
} SzJudgingFacts;

/** sz_find_related: (transfer full): of SzRelatedFinding, one a judge and applicant, by ticket,
 * judge. */
GArray *sz_find_related (const SzJudgingFacts *facts);
/** sz_find_same_employer: (transfer full): of SzEmployerFinding, by employer. */
GArray *sz_find_same_employer (const SzJudgingFacts *facts);

/** SzTailoredFinding: recruit.tailored. */
typedef struct
{
  guint only;                     /* index of the one who qualifies */
  guint only_by[SZ_N_CONDITIONS]; /* refused people whose only not_met it is */
} SzTailoredFinding;

/** sz_find_tailored: at least three applied and exactly one qualifies. */
gboolean sz_find_tailored (const SzScreening *screenings,
                           const SzScreenState *states,
                           gsize n,
                           SzTailoredFinding *finding);

G_END_DECLS
