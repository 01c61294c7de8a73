/* sz-title-life.h — the life of a round: its steps, decisions, objections, results (RULE ttl-14 …
 * ttl-18)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-view-case.h"

G_BEGIN_DECLS

/** SzTitleNotice: a notice of the round. */
typedef struct
{
  char *stage; /* "announced", "published" */
  SzDate start;
  int days;
  SzDate end;
} SzTitleNotice;

/** SzTitleStandardUse: a standard of the round. */
typedef struct
{
  char *id;
  SzDate from;
  char *hash;
} SzTitleStandardUse;

/** SzTitleAppealView: an appeal as it is shown. */
typedef struct
{
  char *staff_no;
  SzDate day;
  char *text;
  char *conclusion; /* "" while it is open */
  SzDate concluded;
} SzTitleAppealView;

/** SzTitleRoundView: a round as screens and commands show it. */
typedef struct
{
  char *name;
  int year;
  char *state;
  SzDate opens;
  SzDate closes;
  SzDate cutoff;
  int assess_to;
  int hours_to;
  GArray *standards; /* of SzTitleStandardUse */
  guint applications;
  guint recommended;
  GArray *notices;  /* of SzTitleNotice, in their order */
  GPtrArray *stale; /* of staff numbers */
  GArray *appeals;  /* of SzTitleAppealView, in their order */
} SzTitleRoundView;

/** sz_title_round_view: (transfer full): "batch.unknown" (value). */
SzTitleRoundView *sz_title_round_view (SzOffice *office, const char *name, GError **error);
void sz_title_round_view_free (SzTitleRoundView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzTitleRoundView, sz_title_round_view_free)

/** sz_title_round_case: (transfer full): where the round stands: "batch.unknown" (value). */
SzCaseView *sz_title_round_case (SzOffice *office, const char *name, GError **error);

/** SzTitleStep: a step of a round. */
typedef struct
{
  const char *batch;
  const char *state; /* the one it leads to; "back": one step back */
  SzDate on;
  SzDate from;        /* first day of a notice; 0: @on */
  const char *reason; /* (nullable) */
} SzTitleStep;

/**
 * sz_title_round_step: RULE ttl-14, with all its refusals in their order: "batch.order",
 * "batch.no_standard", "batch.too_early" (date), "batch.empty", "batch.undecided" (value),
 * "batch.notice_running" (date), "panel.even", "panel.small" (value, min), "batch.no_ballot"
 * (value), "certificate.duplicate" (value).
 */
gboolean sz_title_round_step (SzOffice *office, const SzTitleStep *step, GError **error);

/** sz_title_recommend: "batch.state", "batch.no_application", "batch.not_eligible",
 *  "batch.no_approval", "batch.unconfirmed" (value: the condition) (RULE ttl-15). */
gboolean sz_title_recommend (SzOffice *office,
                             const char *batch,
                             const char *staff_no,
                             gboolean yes,
                             const char *reason,
                             GError **error);

/** sz_title_confirm: 人工核实 of a condition of the best path that is unknown;
 *  "batch.condition_unknown", "batch.condition_known" (value) (RULE ttl-15). */
gboolean sz_title_confirm (SzOffice *office,
                           const char *batch,
                           const char *staff_no,
                           const char *condition,
                           const char *evidence,
                           GError **error);

/** SzTitleObjection: what is said against an applicant, or the answer to it. */
typedef struct
{
  const char *batch;
  const char *staff_no;
  const char *text;   /* (nullable): raises one */
  const char *answer; /* (nullable): answers the open one */
  gboolean upheld;
} SzTitleObjection;

/** sz_title_object: "objection.none" when there is none to answer, "objection.open" when one is
 *  (RULE ttl-17). */
gboolean sz_title_object (SzOffice *office, const SzTitleObjection *objection, GError **error);

/** SzTitleAppeal: 复查 that an applicant asks for, or its conclusion. */
typedef struct
{
  const char *batch;
  const char *staff_no;
  SzDate day;             /* 0: today */
  const char *text;       /* (nullable): asks for one */
  const char *conclusion; /* (nullable): of the open one */
} SzTitleAppeal;

/** sz_title_appeal: "batch.no_application", "appeal.none" when there is none to conclude,
 *  "appeal.open" (value) when one is. A changed conclusion about the vote is a new tally, by import
 *  (RULE ttl-17). */
gboolean sz_title_appeal (SzOffice *office, const SzTitleAppeal *appeal, GError **error);

/** SzTitleGrant: somebody who passed. */
typedef struct
{
  char *staff_no;
  char *title; /* its official name */
  SzDate from; /* day of the meeting */
  char *certificate;
} SzTitleGrant;

/** sz_title_result: (transfer full) (element-type SzTitleGrant): those who passed, bytewise by
 * staff number (RULE ttl-18). */
GArray *sz_title_result (SzOffice *office, const char *batch, GError **error);
/** sz_title_result_keep: document and certificate numbers for the results; @pairs (nullable): staff
 *  number, certificate number, in turns. "certificate.duplicate" (value). */
gboolean sz_title_result_keep (SzOffice *office,
                               const char *batch,
                               const char *document,
                               const GPtrArray *pairs,
                               GError **error);

G_END_DECLS
