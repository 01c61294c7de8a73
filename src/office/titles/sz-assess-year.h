/* sz-assess-year.h — the annual assessment of a year, as a whole (RULE asm-1 … asm-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-assess.h"
#include "sz-issue.h"
#include "sz-office.h"
#include "sz-view-case.h"

G_BEGIN_DECLS

/** SzAssessPerson: one of those who take part. */
typedef struct
{
  char *staff_no;
  char *name;
  char *department;
  SzAssessed assessed; /* its department is NULL; use @department */
} SzAssessPerson;

/** SzAssessYear: everything about a year. */
typedef struct
{
  int year;
  char *state;  /* "draft", "announced", "confirmed" */
  SzDate start; /* of the notice, 0: none */
  int days;
  SzDate end;
  gint64 cap_ratio_x1e4;
  char *approval; /* document of a ratio over 0.20; "" */
  gboolean cap_by_department;
  int deduct_months[SZ_GRADE_NONE]; /* title.deduct, by grade (RULE ttl-1) */
  gint64 due;
  gint64 taken;
  gint64 cap;
  gint64 over;
  gint64 grades[SZ_GRADE_NONE];
  GArray *people; /* of SzAssessPerson, those due, bytewise by staff number */
  GArray *shares; /* of SzAssessShare, whose departments are borrowed from @people */
} SzAssessYear;

/** sz_assess_year: (transfer full). */
SzAssessYear *sz_assess_year (SzOffice *office, int year, GError **error);
void sz_assess_year_free (SzAssessYear *year);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzAssessYear, sz_assess_year_free)

/** SzAssessFinding: @staff_no or @department, borrowed; NULL where it is about neither. */
typedef struct
{
  SzSeverity severity;
  const char *code;
  const char *staff_no;
  const char *department;
} SzAssessFinding;

/** sz_assess_findings: (transfer full): by staff number and code, then what is over the cap. */
GArray *sz_assess_findings (const SzAssessYear *year);

/** sz_assess_case: (transfer full): where the year stands; one that nobody touched has no state. */
SzCaseView *sz_assess_case (SzOffice *office, int year, GError **error);

/** SzAssessStep: what is asked of a year. */
typedef struct
{
  int year;
  const char *step;   /* "announced", "confirmed", "draft" */
  SzDate on;          /* the day of the step */
  SzDate from;        /* first day of the notice; 0: @on */
  const char *reason; /* (nullable) */
} SzAssessStep;

/**
 * sz_assess_step: announces, confirms or takes a year back to draft (RULE asm-5).
 *
 * REFUSED "assess.excellent_barred", "assess.missing", "assess.over_cap",
 * "assess.department_over_cap" (year, value), "assess.notice_running" (date), "assess.order";
 * "calendar.missing" (year).
 */
gboolean sz_assess_step (SzOffice *office, const SzAssessStep *step, GError **error);

G_END_DECLS
