/* sz-compare.h — two pay runs beside each other: who gains, who loses, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-pay-act.h"
#include "sz-view-pay.h"

G_BEGIN_DECLS

/** SzComparePerson: one person; @before, @after are NULL where the person has no line. Borrowed. */
typedef struct
{
  gint64 person_id;
  const char *staff_no;
  const char *name;
  const char *department; /* of the later run, else of the earlier; "" when not known */
  const SzPayLine *before;
  const SzPayLine *after;
  SzMoney before_fen; /* 0 without a line */
  SzMoney after_fen;
  SzMoney difference_fen;
} SzComparePerson;

typedef struct
{
  const char *name;
  guint people_before;
  guint people_after;
  SzMoney before_fen;
  SzMoney after_fen;
  SzMoney difference_fen;
} SzCompareDepartment;

/** SzCompare: plain data over two views, which it owns. Σ differences of people and of departments
 *  are each the difference of the totals. */
typedef struct
{
  SzPayView *before;
  SzPayView *after;
  GArray *people;      /* of SzComparePerson, bytewise by staff number */
  GArray *departments; /* of SzCompareDepartment, bytewise by name */
  guint n_gain;
  guint n_lose;
  guint n_same;
  SzMoney gain_fen; /* Σ of those who gain */
  SzMoney lose_fen; /* Σ of those who lose, ≤ 0 */
} SzCompare;

/** sz_compare_views: (transfer full): takes both; a draft may stand beside a stored run. */
SzCompare *sz_compare_views (SzPayView *before, SzPayView *after);

/** sz_compare_runs: of two stored runs; errors of sz_view_pay_open(). */
SzCompare *sz_compare_runs (
    SzOffice *office, gint64 before, gint64 after, GCancellable *cancellable, GError **error);

/** sz_compare_again: a stored run beside what its scheme gives today (RULE pay-11); errors of
 *  sz_office_pay_compute_scheme(). */
SzCompare *sz_compare_again (SzOffice *office,
                             gint64 run,
                             SzIssueList *issues,
                             SzProgress progress,
                             GCancellable *cancellable,
                             GError **error);
void sz_compare_free (SzCompare *compare);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzCompare, sz_compare_free)

/** SzCompareCause: what moved an amount. */
typedef enum
{
  SZ_CAUSE_ENTERED,   /* takes part now, did not before; @before says why not */
  SZ_CAUSE_LEFT,      /* took part before; @after says why not now */
  SZ_CAUSE_COMPONENT, /* the component is in one of the two schemes only */
  SZ_CAUSE_POINTS,    /* the person's own points in a component */
  SZ_CAUSE_FACTOR,    /* a factor behind those points; its effect is within theirs */
  SZ_CAUSE_POOL,      /* the size of the component's pool */
  SZ_CAUSE_SHARE,     /* the points of all together */
  SZ_CAUSE_REMAINDER, /* the fen that rounding leaves, and nothing else */
  SZ_CAUSE_FIXED,     /* a fixed allowance */
  SZ_CAUSE_CEILING,   /* ceiling and floor */
  SZ_CAUSE_MOVED,     /* of a department: people who came from another one or went there */
} SzCompareCause;

/** SzCompareReason: texts are figures ("1.1000", "29,151.94") or words, "" where there is none. */
typedef struct
{
  SzCompareCause cause;
  const char *part; /* component or allowance, borrowed; "" */
  char *factor;     /* 岗位系数 …, of FACTOR */
  char *before;
  char *after;
  SzMoney effect_fen; /* those of all but FACTOR sum to the person's difference */
} SzCompareReason;

/** sz_compare_why: (transfer full) (element-type SzCompareReason): empty when nothing moved. */
GArray *sz_compare_why (const SzCompare *compare, const SzComparePerson *person);

/** SzCompareSum: what moved the amount of a department. @part: borrowed; "". */
typedef struct
{
  SzCompareCause cause;
  const char *part;
  guint people; /* whom it moved */
  SzMoney effect_fen;
} SzCompareSum;

/** sz_compare_why_department: (transfer full) (element-type SzCompareSum): the reasons of its
 * people added up, the largest effect first; the effects sum to the department's difference. */
GArray *sz_compare_why_department (const SzCompare *compare, const SzCompareDepartment *department);

/** sz_compare_find: (nullable): by staff number. */
const SzComparePerson *sz_compare_find (const SzCompare *compare, const char *staff_no);

/** sz_compare_cause_word: "entered", "left", "component", "points", "factor", "pool", "share",
 *  "remainder", "fixed", "ceiling", "moved"; sz_compare_cause_phrase: in words, translated. */
const char *sz_compare_cause_word (SzCompareCause cause);
const char *sz_compare_cause_phrase (SzCompareCause cause);

G_END_DECLS
