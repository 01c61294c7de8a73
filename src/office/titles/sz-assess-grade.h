/* sz-assess-grade.h — grades given by hand, and corrected once their year is confirmed (RULE asm-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzAssessGrades: the same grade for one or several people. */
typedef struct
{
  int year;
  const char *const *staff_nos; /* ended by NULL */
  SzGrade grade;
  const char *reason; /* (nullable): of a correction 更正 */
} SzAssessGrades;

/**
 * sz_assess_grade: all or none, one act.
 *
 * Once the year is confirmed a grade changes only as a correction: REFUSED "assess.confirmed"
 * (year) without a reason. FORMAT "staff_no.unknown" (value).
 */
gboolean sz_assess_grade (SzOffice *office, const SzAssessGrades *asked, GError **error);

/** sz_assess_is_confirmed: whether the grades of @year are locked. */
gboolean sz_assess_is_confirmed (SzOffice *office, int year, gboolean *confirmed, GError **error);

G_END_DECLS
