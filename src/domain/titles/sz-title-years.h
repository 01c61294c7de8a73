/* sz-title-years.h — years in grade and the bars (RULE ttl-1, ttl-3, asm-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-title-rules.h"

G_BEGIN_DECLS

#define SZ_MISSING_YEARS_MAX 64

/** SzTitleYears: the months of RULE ttl-1 for a level. */
typedef struct
{
  gboolean known; /* FALSE: no post record on the day, or a professional one without level */
  SzDate start;   /* 0: no such stretch */
  int high;       /* months, years without a grade left in */
  int low;        /* with the largest deduction for each of them */
  int deducted;
  int missing[SZ_MISSING_YEARS_MAX]; /* years in between without a grade */
  int n_missing;
  int counted[SZ_MISSING_YEARS_MAX]; /* years taken off */
  int n_counted;
} SzTitleYears;

/** sz_title_years: for @level at @cutoff, assessments up to @assess_to (RULE ttl-1). */
void sz_title_years (const SzCareer *career,
                     const SzTitleRules *rules,
                     int level,
                     SzDate cutoff,
                     int assess_to,
                     SzTitleYears *years);

/** sz_main_stretch_start: first day of the unbroken stretch up to @day of main professional posts
 * of the levels @highest … @lowest (numbers of 专技); 0: none. */
SzDate sz_main_stretch_start (const SzCareer *career, int highest, int lowest, SzDate day);
/** sz_deducted_months: title.deduct of the years whose 31 December lies in @start … @day. */
int
sz_deducted_months (const SzCareer *career, const SzTitleRules *rules, SzDate start, SzDate day);

/** sz_discipline_ends: the last day of a row: 止, else by its kind (RULE ttl-3); 0: never. */
SzDate sz_discipline_ends (const SzDisciplineFact *fact, int falsification_years);
/** sz_discipline_bars: whether a row of one of @kinds (bits) covers @day. */
gboolean
sz_discipline_bars (const SzCareer *career, guint kinds, int falsification_years, SzDate day);
/** sz_assessment_bars: 基本合格 or 不合格 in the year before that of @day (RULE asm-4). */
gboolean sz_assessment_bars (const SzCareer *career, SzDate day);

/** sz_career_retirement_month: by ppl-4; FALSE without 原退休年龄 or a row for it. */
gboolean
sz_career_retirement_month (const SzCareer *career, const SzTitleRules *rules, SzMonth *month);

/** SzBar: bits in the order of RULE ttl-3. */
typedef enum
{
  SZ_BAR_NOT_IN_SERVICE = 1 << 0, /* "bar.not_in_service" */
  SZ_BAR_EMPLOYMENT = 1 << 1,     /* "bar.employment" */
  SZ_BAR_RETIRED = 1 << 2,        /* "bar.retired" */
  SZ_BAR_DISCIPLINE = 1 << 3,     /* "bar.discipline" */
  SZ_BAR_FALSIFICATION = 1 << 4,  /* "bar.falsification" */
  SZ_BAR_HELD = 1 << 5,           /* "bar.held" */
  SZ_N_BARS = 6
} SzBar;

/** sz_bar_code: of bit number @index, borrowed. */
const char *sz_bar_code (int index);
/** sz_title_bars: bits, on the closing day, for the target title @code (RULE ttl-3). */
guint sz_title_bars (const SzCareer *career,
                     const SzTitleRules *rules,
                     SzDate closes,
                     SzDate cutoff,
                     const char *code);

G_END_DECLS
