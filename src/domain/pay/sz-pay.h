/* sz-pay.h — performance pay 绩效工资 over plain structs (RULE pay-4 … pay-7, pay-9, pay-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-leave.h"
#include "sz-person.h"
#include "sz-scheme.h"
#include "sz-workload.h"

G_BEGIN_DECLS

/** SzPayRole: 角色 of a person in the period (班主任 …). Role name borrowed. */
typedef struct
{
  const char *role;
  SzDate from;
  SzDate to; /* 0: open */
} SzPayRole;

/** SzPayValue: a figure imported as kind `factors`. */
typedef struct
{
  const char *item;
  gint64 value_x1e4;
} SzPayValue;

/**
 * SzPayPerson: all that a run reads of one person, gathered in one read transaction. Everything is
 * borrowed from the arena of the #SzPayInput. Workload figures are those of the year in which the
 * period ends (RULE pay-5).
 */
typedef struct
{
  gint64 person_id;
  const char *staff_no;
  const char *name;
  const SzRecord *records;
  guint n_records;
  const SzService *services;
  guint n_services;
  const SzLeave *leaves; /* any order */
  guint n_leaves;
  const SzPayRole *roles;
  guint n_roles;
  const SzPayValue *values;
  guint n_values;
  SzGrade grade;     /* SZ_GRADE_NONE: no assessment on record */
  gint64 award_x100; /* 业绩点, 0 when none */
  gboolean talent;   /* a talent contract (X2) in the year the period ends in */
  SzLoadYear load;   /* quota_x100 −1: none */
} SzPayPerson;

typedef struct
{
  const char *name;
  gint64 coefficient_x1e4;
  gboolean has_coefficient;
} SzPayDepartment;

/** SzPayInput: people in bytewise order of the staff number. */
typedef struct
{
  SzPayPerson *people;
  gsize n_people;
  SzPayDepartment *departments;
  gsize n_departments;
} SzPayInput;

/** SzPayReason: why a person is out, the first that applies (RULE pay-7). */
typedef enum
{
  SZ_PAY_OUT_NONE,
  SZ_PAY_OUT_TALENT,      /* "talent_pay" */
  SZ_PAY_OUT_EMPLOYMENT,  /* "employment" */
  SZ_PAY_OUT_NO_MONTHS,   /* "no_months" */
  SZ_PAY_OUT_UNQUALIFIED, /* "assessment_unqualified" */
} SzPayReason;
const char *sz_pay_reason_word (SzPayReason reason);

/** SZ_PAY_TERM_WEIGHT: the stretch's part of the months in post, in components without `months`. */
#define SZ_PAY_TERM_WEIGHT G_MAXUINT8

/**
 * SzPayTerm: one factor of one stretch, as an exact fraction for `why` (RULE pay-13): the value is
 * numerator / denominator, shown with 4 decimals except months ("7/12").
 */
typedef struct
{
  guint8 factor;  /* index into the component's factors, or SZ_PAY_TERM_WEIGHT */
  guint8 stretch; /* 0, 1 … */
  guint8 source;  /* SzPaySource */
  gint64 numerator;
  gint64 denominator;
} SzPayTerm;

typedef enum
{
  SZ_PAY_SOURCE_RECORD,     /* from the person's own records */
  SZ_PAY_SOURCE_LEVEL,      /* coefficient of the level */
  SZ_PAY_SOURCE_BAND,       /* coefficient of the band */
  SZ_PAY_SOURCE_SUBSTITUTE, /* the scheme's substitute for a band */
  SZ_PAY_SOURCE_NO_QUOTA,   /* the substitute 无额定 */
  SZ_PAY_SOURCE_BOUND,      /* cut at the scheme's bounds */
  SZ_PAY_SOURCE_ABSENT,     /* no training or award record is 0 */
} SzPaySource;

/** SzPayShare: one person in one component. */
typedef struct
{
  gboolean admitted; /* by the component's filter */
  gint64 points_x1e6;
  SzMoney amount_fen;
  SzMoney central_fen;  /* as computed, whatever the department made of it (RULE pay-8) */
  guint8 remainder_fen; /* 1: got a fen of the remainder (RULE num-6) */
  guint32 first_term;   /* index into SzPayResult.terms */
  guint16 n_terms;
} SzPayShare;

typedef struct
{
  guint index;            /* into SzPayInput.people */
  const char *department; /* the last of the period, borrowed */
  SzPost post;            /* the last of the period */
  guint8 n_stretches;
  guint8 months;       /* in post, by the run's month rule */
  SzMoney *fixed_fen;  /* per fixed allowance, borrowed from the result; −1: does not have it */
  SzPayShare *shares;  /* per component, borrowed from the result */
  SzMoney before_fen;  /* Σ fixed + Σ components */
  SzMoney ceiling_fen; /* signed effect of ceiling and floor (RULE pay-9) */
  SzMoney adjust_fen;  /* Σ of the person's adjustments (RULE pay-10) */
  SzMoney total_fen;
} SzPayLine;

typedef struct
{
  guint index;
  SzPayReason reason;
} SzPayExcluded;

typedef struct
{
  SzMoney amount_fen;
  gint64 points_x1e6;
  guint people;
} SzPaySum;

typedef struct
{
  const char *name;
  guint people;
  SzMoney amount_fen;
  SzMoney *pools_fen;   /* per component: what it had to split (RULE pay-8); −1: nothing goes by
                         * department there, or nobody of it is admitted. Borrowed */
  SzMoney unplaced_fen; /* what nobody of it could take (RULE pay-9), two levels only */
  gboolean own;         /* it split its amounts itself */
} SzPayDepartmentSum;

/** SzPayResult: everything the run says; the laws of pay-4, pay-9 and num-6 are asserted in it. */
typedef struct
{
  int period_months;
  SzMoney pool_fen;
  SzMoney reserve_fen;         /* with what the ceiling could not place */
  SzMoney reserve_planned_fen; /* floor(pool × reserve ratio) */
  SzMoney unplaced_fen;        /* what nobody could take, in the reserve */
  SzMoney ceiling_limit_fen;   /* 0: none */
  SzMoney floor_limit_fen;     /* 0: none */
  SzPaySum *fixed;             /* per allowance of the scheme */
  SzPaySum *components;        /* per component of the scheme */
  SzPayLine *lines;            /* bytewise order of the staff number */
  gsize n_lines;
  SzPayExcluded *excluded;
  gsize n_excluded;
  SzPayDepartmentSum *departments; /* bytewise order of the name */
  gsize n_departments;
  SzPayTerm *terms;
  gsize n_terms;
  SzMoney total_fen; /* Σ people */
  /* private storage behind the borrowed pointers follows */
  gpointer storage;
} SzPayResult;

void sz_pay_result_free (SzPayResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPayResult, sz_pay_result_free)

/**
 * sz_pay_compute:
 * @issues: missing inputs, each naming person and input ("pay.input_missing"), all of them
 *
 * Pure: the same input gives the same result, whatever the order in which people came into the
 * database. Returns %NULL with @error for refusals ("pay.allowances_over_pool",
 * "scheme.ratio_over_one", "pay.pool_without_points", "pay.no_solution") and overflow, or %NULL
 * with
 * @error "pay.inputs_missing" and the findings in @issues.
 */
SzPayResult *sz_pay_compute (const SzScheme *scheme,
                             const SzPayInput *input,
                             SzIssueList *issues,
                             GError **error);

G_END_DECLS
