/* sz-pay-move-act.h — a run on its way: review, notice, approval, back (RULE pay-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-calendar.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzPayMove: what moves say besides their run. Strings may be %NULL. */
typedef struct
{
  const char *accept_stale; /* why a stale run may pass */
  gboolean defaults;        /* review: the central split stands for silent departments */
  SzDate from;              /* announce: first day */
  int days;                 /* announce: working days, 0: pay.publicity_wd */
  SzDate on;                /* approve */
  const char *document;     /* approve: 批文号 that lifts a limit */
  const char *no_notice;    /* approve: the document that says why without notice */
  const char *reason;       /* reopen */
} SzPayMove;

/** SzPayMoved: where the run stands after it. Strings are owned. */
typedef struct
{
  gint64 run;
  char *state;
  char *by;
  SzDate from; /* of announce */
  SzDate to;
  int days;
  SzDate on; /* of approve */
  char *document;
} SzPayMoved;
void sz_pay_moved_free (SzPayMoved *moved);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPayMoved, sz_pay_moved_free)

/* Every refusal is REFUSED and is logged, in the order of RULE pay-11. */

/** sz_office_pay_review: "run.same_person", "run.stale" (count), "split.unanswered" (count). */
SzPayMoved *
sz_office_pay_review (SzOffice *office, gint64 run, const SzPayMove *move, GError **error);
/** sz_office_pay_announce: "run.stale", "notice.too_short" (days, least), "calendar.missing". */
SzPayMoved *
sz_office_pay_announce (SzOffice *office, gint64 run, const SzPayMove *move, GError **error);

/** SzPayNoticeSpan: the days of a notice, and the calendar that they were counted by. */
typedef struct
{
  SzDate from;
  SzDate to; /* the last day (RULE rec-7) */
  int days;  /* working days */
  SzCalendar *calendar;
} SzPayNoticeSpan;
void sz_pay_notice_span_free (SzPayNoticeSpan *span);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPayNoticeSpan, sz_pay_notice_span_free)

/** sz_view_pay_notice_span: (transfer full): what a notice from @from on would come to; @days:
 *  working days, 0: pay.publicity_wd. REFUSED as sz_office_pay_announce(), of the days alone. */
SzPayNoticeSpan *sz_view_pay_notice_span (SzOffice *office, SzDate from, int days, GError **error);

/** sz_office_pay_approve: "run.same_person", "run.stale", "notice.running" (to), "objection.open"
 *  (count), "objection.upheld" (count), "total.x3_unapproved", "total.cap_missing", "cap.exceeded"
 *  (cap, used, committed, asked, over), "total.level_refused" (level, limit). */
SzPayMoved *
sz_office_pay_approve (SzOffice *office, gint64 run, const SzPayMove *move, GError **error);
/** sz_office_pay_reopen: "run.paid", "correct.open", "run.no_reason". */
SzPayMoved *
sz_office_pay_reopen (SzOffice *office, gint64 run, const SzPayMove *move, GError **error);

G_END_DECLS
