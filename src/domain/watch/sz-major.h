/* sz-major.h — majors, jointly run with companies and integrated 专业设置 (RULE tgt-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"

G_BEGIN_DECLS

/** SzCriterion: the criteria of an integrated major, as bits of a set. */
typedef enum
{
  SZ_CRITERION_COURSES = 1 << 0,  /* 课程达标 */
  SZ_CRITERION_TEACHERS = 1 << 1, /* 教师达标 */
  SZ_CRITERION_SITES = 1 << 2,    /* 场地达标 */
  SZ_CRITERION_PRACTICE = 1 << 3, /* 实施达标 */
  SZ_CRITERION_ALL = 0xf,
} SzCriterion;

/** sz_criterion_find: by its heading; 0: there is no such criterion. */
guint sz_criterion_find (const char *heading);

/** SzMajor: one agreement of a major, or a major without one. Strings are owned. */
typedef struct
{
  char *code;
  char *name;
  char *level;     /* 培养层次 */
  SzDate opened;   /* 开设日期, 0: from always */
  SzDate stopped;  /* 停招日期, 0: never */
  char *partner;   /* 共建企业 */
  char *agreement; /* 协议编号 */
  SzDate agreement_from;
  SzDate agreement_to;
  gboolean courses;
  gboolean teachers;
  gboolean sites;
  gboolean practice;
  SzDate integrated_on; /* 一体化达标日期 */
  char *document;       /* 认定文号 */
} SzMajor;

/** sz_major_is_offered: 在招 on @day. */
gboolean sz_major_is_offered (const SzMajor *major, SzDate day);
/** sz_major_agreement_holds: an agreement with a number that covers @day. */
gboolean sz_major_agreement_holds (const SzMajor *major, SzDate day);
/** sz_major_is_integrated: every one of @criteria, and its date ≤ @day. */
gboolean sz_major_is_integrated (const SzMajor *major, guint criteria, SzDate day);
/** sz_major_criteria_unmet: a date beside a criterion of @criteria that is not met. */
gboolean sz_major_criteria_unmet (const SzMajor *major, guint criteria);

/** sz_major_differs: the heading of the first thing in which two rows of one major disagree; NULL:
 *  none. */
const char *sz_major_differs (const SzMajor *a, const SzMajor *b);

/** SzMajorDay: one major on a day; strings borrowed. */
typedef struct
{
  const char *code;
  const char *name;
  guint agreements; /* that hold */
  SzDate agreement_until;
  gboolean joint;
  gboolean integrated;
} SzMajorDay;

/** sz_majors_on: (transfer full) (element-type SzMajorDay): those offered on @day, by code.
 * @majors: (array length=n) (element-type SzMajor*): in any order; must outlive the result */
GArray *sz_majors_on (const SzMajor *const *majors, gsize n, guint criteria, SzDate day);

/**
 * sz_majors_expiring: (transfer full) (element-type SzMajorDay): offered on @day, the latest of the
 * agreements that hold ends by @last, and none goes on: begins by the next day and ends later.
 */
GArray *sz_majors_expiring (const SzMajor *const *majors, gsize n, SzDate day, SzDate last);

G_END_DECLS
