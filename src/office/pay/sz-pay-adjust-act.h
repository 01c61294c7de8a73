/* sz-pay-adjust-act.h — signed lines out of the reserve 调整 (RULE pay-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-issue.h"
#include "sz-money.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzAdjustLine: one line as it was given. Borrowed. */
typedef struct
{
  guint row; /* of the sheet; 1 for a line given as words */
  const char *staff_no;
  const char *name;   /* (nullable): compared, not kept */
  const char *amount; /* as people write it, signed */
  const char *reason;
} SzAdjustLine;

/** SzAdjusted: a line that stands. Strings are owned. */
typedef struct
{
  gint64 n;
  char *staff_no;
  char *name;
  SzMoney amount_fen;
  char *reason;
  char *who;
  char *at;
} SzAdjusted;

/** SzAdjustView: the lines of a run and what they leave. */
typedef struct
{
  gint64 run;
  GArray *lines; /* of SzAdjusted, by number */
  SzMoney reserve_fen;
  SzMoney total_fen;
} SzAdjustView;
void sz_adjust_view_free (SzAdjustView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzAdjustView, sz_adjust_view_free)

/** sz_view_pay_adjustments: (transfer full). REFUSED "run.unknown". */
SzAdjustView *sz_view_pay_adjustments (SzOffice *office, gint64 run, GError **error);

/** sz_view_pay_adjust_list: (transfer full): the same of a run that can be adjusted: REFUSED
 *  "run.is_correction" (run) besides (RULE pay-12). */
SzAdjustView *sz_view_pay_adjust_list (SzOffice *office, gint64 run, GError **error);

/**
 * sz_office_pay_adjust: (transfer full)
 *
 * All lines or none. FORMAT "adjust.faulty" (count) with "adjust.no_reason", "adjust.zero",
 * "run.person_unknown", "money.invalid" in @issues; REFUSED "run.unknown", "run.is_correction",
 * "run.state", "adjust.total_negative" (staff_no, total), "pay.reserve_short" (reserve, asked).
 * Warning "adjust.over_ceiling".
 */
SzAdjustView *sz_office_pay_adjust (SzOffice *office,
                                    gint64 run,
                                    const SzAdjustLine *lines,
                                    gsize n,
                                    SzIssueList *issues,
                                    GError **error);

/** sz_office_pay_adjust_file: (transfer full): the lines of a sheet 工号 姓名 金额 原因. */
SzAdjustView *sz_office_pay_adjust_file (
    SzOffice *office, gint64 run, const char *path, SzIssueList *issues, GError **error);

/** sz_office_pay_adjust_undo: (transfer full): takes line @n back; "adjust.unknown" (n) besides. */
SzAdjustView *sz_office_pay_adjust_undo (SzOffice *office, gint64 run, gint64 n, GError **error);

G_END_DECLS
