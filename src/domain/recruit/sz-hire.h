/* sz-hire.h — the contract of somebody hired 聘用合同 (RULE rec-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"

G_BEGIN_DECLS

/** SzHireTerms: recruit.contract_years is the caller's default for @years; recruit.probation. */
typedef struct
{
  SzDate first;
  int years;
  gboolean first_job;
  gboolean has_retirement;
  SzMonth retirement;  /* ppl-4 */
  int probation_first; /* months: first job and three years or more */
  int probation_other;
} SzHireTerms;

typedef struct
{
  SzDate to;
  SzDate probation_to; /* 0: no probation */
} SzHireDates;

/** sz_hire_dates: 2025-07-01, 3 years, first job: to 2028-06-30, probation to 2026-06-30. */
SzHireDates sz_hire_dates (const SzHireTerms *terms);

G_END_DECLS
