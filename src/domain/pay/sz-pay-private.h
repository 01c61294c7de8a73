/* sz-pay-private.h — what the files of one pay run share; nobody else includes it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-months.h"
#include "sz-pay.h"

G_BEGIN_DECLS

/* A coefficient that the scheme does not give. */
#define SZ_PAY_UNSET G_MININT64
/* SzPost is category × 100 + level, three categories. */
#define SZ_PAY_N_POSTS 400

/* A factor of a component, its substitutes spread out by band. @id is the same for the same word.
 */
typedef struct
{
  const SzFactor *factor;
  guint id;
  gboolean has_substitutes;
  gint64 substitute_x1e4[SZ_N_BANDS];
  gint64 no_quota_x1e4;
} SzPayFactor;

/* A component made ready: sets as bit masks and tables. NULL tables admit everybody. */
typedef struct
{
  const SzComponent *component;
  SzPayFactor *factors;
  guint n_factors;
  gboolean by_post; /* points depend on the post: a share may have several stretches */
  gboolean has_months;
  guint employments;
  guint bands;
  guint categories;
  GHashTable *departments;
  GHashTable *staff_nos;
} SzPayPart;

/* RULE pay-6: the months that a person spent in one post. */
typedef struct
{
  SzPost post;
  guint months;
} SzPayStretch;

/* What a run knows of a line besides what it publishes. */
typedef struct
{
  const SzPayPerson *person;
  guint first_stretch;
  guint department; /* index into SzPayRun.departments */
  SzEmployment employment;
  gboolean full_time;
  SzMonthSet months;
} SzPayMember;

typedef struct
{
  const char *name;
  gint64 coefficient_x1e4; /* SZ_PAY_UNSET when it has none */
} SzPayDivision;

typedef struct
{
  const SzScheme *scheme;
  const SzPayInput *input;
  SzIssueList *issues;
  guint errors_before; /* findings that were in @issues already */
  SzPayResult *result;

  /* coefficients by number, resolved once */
  gint64 post_x1e4[SZ_PAY_N_POSTS];
  gint64 band_x1e4[SZ_N_BANDS];
  gint64 grade_x1e4[SZ_GRADE_NONE];
  SzPayPart *parts; /* one for each component */
  guint n_parts;
  guint n_fixed;

  GArray *members;   /* of SzPayMember, as result->lines */
  GArray *stretches; /* of SzPayStretch */
  GArray *divisions; /* of SzPayDivision, bytewise by name when people are known */
  GArray *terms;     /* of SzPayTerm */

  guint *grouped;     /* lines by department, each in the order of the staff number */
  gsize *starts;      /* where each department begins in them, one more at the end */
  SzMoney *pools_fen; /* department × component: its amount; −1: not by department, or nobody */
  SzMoney *unplaced_fen; /* of each department, in two levels */

  /* room for one apportionment over the lines */
  gint64 *weights;
  SzMoney *amounts;
  guint8 *remainders;
} SzPayRun;

/* Some of the lines: NULL means the first @n. */
typedef struct
{
  const guint *lines;
  gsize n;
} SzPayGroup;

/* sz-pay-tables.c */
void sz_pay_prepare (SzPayRun *run);
void sz_pay_clear_parts (SzPayRun *run);

/* sz-pay-people.c: who takes part, with which stretches; fills lines and excluded */
void sz_pay_gather (SzPayRun *run);

/* sz-pay-divisions.c: name → index; @record is the department in force at the end, NULL: a finding
 * and G_MAXUINT; sorting moves lines and members along */
GHashTable *sz_pay_list_divisions (SzPayRun *run);
guint sz_pay_find_division (SzPayRun *run,
                            GHashTable *names,
                            const SzPayPerson *person,
                            const SzRecord *record);
void sz_pay_sort_divisions (SzPayRun *run);

/* sz-pay-points.c */
gboolean sz_pay_count_points (SzPayRun *run, GError **error);

/* sz-pay-factors.c: the value of one factor for one stretch; FALSE when an input is missing.
 * @reported: bits of SzPayFactor.id that are in the findings already. */
gboolean sz_pay_find_factor (SzPayRun *run,
                             const SzPayMember *member,
                             const SzPayFactor *factor,
                             const SzPayStretch *stretch,
                             guint64 *reported,
                             SzPayTerm *term);

/* sz-pay-pools.c */
gboolean sz_pay_grant_fixed (SzPayRun *run, GError **error);
gboolean sz_pay_share_pools (SzPayRun *run, GError **error);

/* sz-pay-levels.c */
void sz_pay_group_lines (SzPayRun *run);
SzPayGroup sz_pay_get_group (const SzPayRun *run, guint division);
/* findings about coefficients and weights of departments (RULE pay-8) */
void sz_pay_check_divisions (SzPayRun *run);
/* @name names the pool in a refusal */
gboolean sz_pay_share_among (SzPayRun *run,
                             guint index,
                             SzMoney pool_fen,
                             const char *name,
                             const SzPayGroup *group,
                             GError **error);
gboolean sz_pay_share_by_division (SzPayRun *run, guint index, GError **error);

/* sz-pay-limits.c */
gboolean sz_pay_apply_limits (SzPayRun *run, GError **error);

/* sz-pay-result.c */
SzPayResult *sz_pay_result_new (gsize n_people, guint n_fixed, guint n_parts);
/* an error about a person without whom the run cannot be computed; @input: what is missing */
void sz_pay_add_missing (SzPayRun *run,
                         const char *code,
                         const SzPayPerson *person,
                         const char *input,
                         const char *value);
/* sums, and the laws they must obey */
void sz_pay_close (SzPayRun *run);

G_END_DECLS
