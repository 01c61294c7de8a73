/* sz-recruit-lists.h — the rows of one plan of recruitment, and what fills the part-time quota
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-store-exam.h"
#include "sz-store-parttime.h"
#include "sz-store-recruit.h"

G_BEGIN_DECLS

/* Each of them: (transfer full): the rows of plan @plan in order of entry. Rows about people are
 * those of the plan's applicants. */
GArray *sz_store_plan_positions (SzStore *store, const char *plan, GError **error);
GArray *sz_store_plan_applicants (SzStore *store, const char *plan, GError **error);
GArray *sz_store_plan_relaxations (SzStore *store, const char *plan, GError **error);
GArray *sz_store_plan_judges (SzStore *store, const char *plan, GError **error);
GArray *sz_store_plan_honours (SzStore *store, const char *plan, GError **error);
GArray *sz_store_plan_scores (SzStore *store, const char *plan, GError **error);
GArray *sz_store_plan_locks (SzStore *store, const char *plan, GError **error);
GArray *sz_store_plan_checks (SzStore *store, const char *plan, GError **error);
GArray *sz_store_plan_decisions (SzStore *store, const char *plan, GError **error);
GArray *sz_store_plan_objections (SzStore *store, const char *plan, GError **error);
GArray *sz_store_plan_hires (SzStore *store, const char *plan, GError **error);

/** sz_store_contract_stretches: (transfer full): the later stretches of a contract, by day. */
GArray *sz_store_contract_stretches (SzStore *store, gint64 contract_id, GError **error);
/** sz_store_fee_lines_of: (transfer full): the lines of a kept sheet, in order. */
GArray *sz_store_fee_lines_of (SzStore *store, gint64 sheet_id, GError **error);
/** sz_store_lectures_between: (transfer full): teaching records of the days @from … @to that are in
 *  no kept sheet, by day. */
GArray *sz_store_lectures_between (SzStore *store, SzDate from, SzDate to, GError **error);
/** sz_store_lectures_of_sheet: (transfer full). */
GArray *sz_store_lectures_of_sheet (SzStore *store, gint64 sheet_id, GError **error);

/** SzCheat: somebody who cheated in another plan. */
typedef struct
{
  char *id_number;
  SzDate cutoff; /* of that plan */
} SzCheat;

/** sz_store_cheats: (transfer full): of SzCheat: applicants of @plan with 作弊 in another one. */
GArray *sz_store_cheats (SzStore *store, const char *plan, GError **error);

/** SzScoreMaker: who wrote a score of a post last. */
typedef struct
{
  char *post;
  char *who;
} SzScoreMaker;

/** sz_store_score_makers: (transfer full): of SzScoreMaker, each pair once, by post and name. */
GArray *sz_store_score_makers (SzStore *store, const char *plan, GError **error);

/** sz_store_next_ticket: (transfer full): the next 准考证号 of the form 岗位代码-001 in the plan.
 */
char *sz_store_next_ticket (SzStore *store, const char *plan, const char *post, GError **error);

/** sz_store_applicant_by_ticket: @found: whether the plan has one of this ticket. */
gboolean sz_store_applicant_by_ticket (SzStore *store,
                                       const char *plan,
                                       const char *ticket,
                                       SzApplicantRow *row,
                                       gboolean *found,
                                       GError **error);

/** SzQuotaUse: a stretch of a contract, or an open case. */
typedef struct
{
  SzDate from;
  SzDate to;
  gint64 fte_x1e4;
  gint64 contract_id; /* 0: a case */
  gint64 case_id;
} SzQuotaUse;

typedef void (*SzQuotaUseFn) (const SzQuotaUse *use, gpointer user_data);

/** sz_store_quota_uses: everything that may cover a day of @from … @to (0: all days), without more
 *  of it than that. */
gboolean sz_store_quota_uses (
    SzStore *store, SzDate from, SzDate to, SzQuotaUseFn fn, gpointer user_data, GError **error);

/** sz_store_quota_name: (transfer full): who @use is and, of a contract, its 协议号 (else ""). */
gboolean sz_store_quota_name (
    SzStore *store, const SzQuotaUse *use, char **agreement, char **name, GError **error);

typedef void (*SzQuotaNameFn) (gint64 contract_id,
                               const char *agreement,
                               const char *name,
                               gpointer user_data);

/** sz_store_quota_names: the 协议号 and name of the contracts @ids, in no order, each at least
 *  once; many of them a statement. What is no contract is left out. */
gboolean sz_store_quota_names (SzStore *store,
                               const gint64 *ids,
                               gsize n_ids,
                               SzQuotaNameFn fn,
                               gpointer user_data,
                               GError **error);

G_END_DECLS
