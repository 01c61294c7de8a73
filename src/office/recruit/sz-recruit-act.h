/* sz-recruit-act.h — what the office does in a round of recruitment (RULE rec-16, rec-18 … rec-22)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-case.h"
#include "sz-office.h"
#include "sz-recruit-rows.h"

G_BEGIN_DECLS

/* Errors of all of them: "plan.unknown" (plan), "position.unknown" (plan, post),
   "applicant.unknown" (plan, ticket); a refused act goes into the log. */

/** sz_recruit_plans: (transfer full): codes of all plans, bytewise. */
GStrv sz_recruit_plans (SzOffice *office, GError **error);

/** SzPlanAsk: what is NULL or 0 stays as it is. */
typedef struct
{
  const char *code;
  const char *name;
  SzDate cutoff;
  const char *document;
} SzPlanAsk;

/** sz_recruit_put_plan: makes a plan or changes it. */
gboolean sz_recruit_put_plan (SzOffice *office, const SzPlanAsk *ask, GError **error);

/** SzApplicantAsk: an applicant of a post, and what is said of it. */
typedef struct
{
  const char *plan;
  const char *post;
  const char *ticket;
  SzDate on;
  const char *text; /* reason, or the objection */
} SzApplicantAsk;

/** sz_recruit_review: 审查意见: "review.reason_missing" against the program's own result. */
gboolean sz_recruit_review (SzOffice *office,
                            const SzApplicantAsk *ask,
                            gboolean passed,
                            const char *second,
                            GError **error);
/** sz_recruit_withdraw: before the exam the applicant counts no more for rec-1. */
gboolean sz_recruit_withdraw (SzOffice *office, const SzApplicantAsk *ask, GError **error);
/** sz_recruit_move: 改报 to @to: "applicant.moved", "step.not_allowed". */
gboolean
sz_recruit_move (SzOffice *office, const SzApplicantAsk *ask, const char *to, GError **error);
/** sz_recruit_object: @ticket NULL: about the post; @id: (out). Only in publicity. */
gboolean
sz_recruit_object (SzOffice *office, const SzApplicantAsk *ask, gint64 *id, GError **error);
/** sz_recruit_answer: "objection.unknown" (id), "step.not_allowed" when it was answered. */
gboolean
sz_recruit_answer (SzOffice *office, gint64 id, gboolean upheld, const char *text, GError **error);

/** sz_recruit_check: 体检 and 考察 of somebody called: "passed", "failed" or "", NULL stays as it
 *  is; "step.not_allowed" when the applicant is not called. */
gboolean sz_recruit_check (SzOffice *office,
                           const SzApplicantAsk *ask,
                           const char *physical,
                           const char *inspection,
                           GError **error);

/** SzRecruitStepped: what a step of a post came to. */
typedef struct
{
  char *from;
  char *to;
  SzDate on;
  gint64 places;
  gboolean has_notice;
  SzRecruitNotice notice;
} SzRecruitStepped;

void sz_recruit_stepped_clear (SzRecruitStepped *stepped);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzRecruitStepped, sz_recruit_stepped_clear)

/** sz_recruit_step: RULE rec-19: one act of the table, with its own conditions. */
gboolean sz_recruit_step (SzOffice *office,
                          const char *plan,
                          const char *post,
                          const SzCaseAsk *ask,
                          SzRecruitStepped *stepped,
                          GError **error);

/** sz_recruit_step_at: the same of a post by its id; without what it came to. */
gboolean
sz_recruit_step_at (SzOffice *office, gint64 position_id, const SzCaseAsk *ask, GError **error);

/** SzHireAsk: RULE rec-11; what is NULL or 0 takes its default. */
typedef struct
{
  const char *plan;
  const char *post;
  const char *ticket;
  SzDate first_day;
  const char *staff_no;   /* the next number */
  const char *department; /* the post's */
  const char *employment; /* code: the post's */
  int years;
  gboolean first_job;
  const char *agreement; /* of 兼职 */
} SzHireAsk;

typedef struct
{
  char *staff_no;
  char *agreement;
  SzDate from;
  SzDate to;
  SzDate probation_to;
} SzHired;

void sz_hired_clear (SzHired *hired);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzHired, sz_hired_clear)

/** sz_recruit_hire: "hire.not_proposed", "hire.too_early" (date), "hire.done", "hire.in_service",
 *  "objection.open". */
gboolean sz_recruit_hire (SzOffice *office, const SzHireAsk *ask, SzHired *hired, GError **error);

G_END_DECLS
