/* sz-parttime-act.h — cases and contracts of part-time teachers: what the office does (RULE rec-23)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-parttime-view.h"
#include "sz-quota-day.h"

G_BEGIN_DECLS

/* Judging and writing are one transaction. Over the limit without an approval number is REFUSED
   "quota.exceeded" with the arguments of sz_quota_refusal(). */

/** sz_parttime_open: makes a case of @row; @judgement: (out): the arithmetic, also of a refusal. */
gboolean sz_parttime_open (SzOffice *office,
                           SzParttimeCaseRow *row,
                           SzQuotaJudgement **judgement,
                           GError **error);
/** sz_parttime_sign: turns a case into a contract: "case.unknown" (case), "step.not_allowed",
 *  "agreement.duplicate" (agreement). */
gboolean sz_parttime_sign (
    SzOffice *office, gint64 case_id, const char *agreement, const char *approval, GError **error);
/** sz_parttime_withdraw: frees a case. */
gboolean
sz_parttime_withdraw (SzOffice *office, gint64 case_id, const char *reason, GError **error);

/** SzParttimeChange: what `change` and `renew` give; −1 and 0 keep what was. */
typedef struct
{
  const char *agreement;
  const char *renewed; /* the new 协议号 of a renewal */
  SzDate from;
  SzDate to;
  gint64 fte_x1e4;
  SzMoney rate_fen;
  const char *approval;
  const char *reason;
} SzParttimeChange;

/** sz_parttime_change, sz_parttime_renew, sz_parttime_end: "agreement.unknown" (agreement),
 *  "date.order". */
gboolean sz_parttime_change (SzOffice *office, const SzParttimeChange *change, GError **error);
gboolean sz_parttime_renew (SzOffice *office, const SzParttimeChange *change, GError **error);
gboolean sz_parttime_end (SzOffice *office, const SzParttimeChange *change, GError **error);

/** SzParttimeRenewal: several contracts at once: @agreements ended by NULL, to one new end; a new
 *  number is the old one with @ending. */
typedef struct
{
  const char *const *agreements;
  const char *ending;
  SzDate to;
  const char *approval;
} SzParttimeRenewal;

/** sz_parttime_renew_all: in one act: all of them or none. */
gboolean sz_parttime_renew_all (SzOffice *office, const SzParttimeRenewal *renewal, GError **error);

/** sz_parttime_asks: what a change (or, @renewal, a renewal) would ask of the quota: @asks: (out)
 *  two of them at most; @n: (out). */
gboolean sz_parttime_asks (SzOffice *office,
                           const SzParttimeChange *change,
                           gboolean renewal,
                           SzQuotaAsk *asks,
                           guint *n,
                           GError **error);

G_END_DECLS
