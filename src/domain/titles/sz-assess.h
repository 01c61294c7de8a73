/* sz-assess.h — the annual assessment 年度考核 (RULE asm-1 … asm-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-title-rules.h"

G_BEGIN_DECLS

/** SzUndetermined: why somebody should be 不确定档次, the first reason that applies (RULE asm-3).
 */
typedef enum
{
  SZ_UNDETERMINED_NOT,
  SZ_UNDETERMINED_NEW,           /* "new_half_year" */
  SZ_UNDETERMINED_LEAVE,         /* "leave_half_year" */
  SZ_UNDETERMINED_DISCIPLINE,    /* "discipline" */
  SZ_UNDETERMINED_INVESTIGATION, /* "under_investigation" */
} SzUndetermined;

const char *sz_undetermined_word (SzUndetermined reason);

/** SzAssessFlag: findings about one person; the words in the comments. */
typedef enum
{
  SZ_ASSESS_EXCELLENT_BARRED = 1 << 0,       /* "assess.excellent_barred", an error */
  SZ_ASSESS_MISSING = 1 << 1,                /* "assess.missing" */
  SZ_ASSESS_SHOULD_BE_UNDETERMINED = 1 << 2, /* "assess.should_be_undetermined" */
  SZ_ASSESS_TWO_BASIC = 1 << 3,              /* "assess.two_basic" */
  SZ_ASSESS_TWO_UNQUALIFIED = 1 << 4,        /* "assess.two_unqualified" */
  SZ_N_ASSESS_FLAGS = 5
} SzAssessFlag;

/** sz_assess_flag_code: of bit number @index, in bytewise order of the codes; borrowed. */
const char *sz_assess_flag_code (int index);

/** SzAssessed: one person's year. */
typedef struct
{
  gboolean due;           /* 应参加 */
  SzGrade grade;          /* SZ_GRADE_NONE: none */
  const char *department; /* "" without any; borrowed */
  SzUndetermined reason;  /* of those due */
  int leave_days;         /* of 病假 and 事假 in the year, when they are the reason */
  guint flags;
} SzAssessed;

void sz_assess_person (const SzCareer *career, int year, SzAssessed *assessed);

/** SzAssessShare: a department and its part of the cap. */
typedef struct
{
  const char *department;
  int position; /* 序号; G_MAXINT: none */
  int due;
  int taken;
  int excellent;
  gint64 cap;
} SzAssessShare;

/** sz_assess_cap: floor(ratio × due) (RULE asm-2). */
gint64 sz_assess_cap (gint64 ratio_x1e4, gint64 due);
/** sz_assess_share_out: sorts @shares (of SzAssessShare) and apportions @cap by num-6. */
gboolean sz_assess_share_out (GArray *shares, gint64 cap, GError **error);

G_END_DECLS
