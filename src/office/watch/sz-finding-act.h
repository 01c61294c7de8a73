/* sz-finding-act.h — scanning, answering, accepting and reopening findings (RULE aud-2, aud-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"

G_BEGIN_DECLS

/** SzScanReport: what a scan changed; @present: how many conditions it met. */
typedef struct
{
  SzDate date;
  guint found;
  guint returned;
  guint grown;
  guint gone;
  guint present;
} SzScanReport;

/** sz_office_findings_scan: one act "findings.scan", or none when nothing changed. */
gboolean
sz_office_findings_scan (SzOffice *office, SzDate day, SzScanReport *report, GError **error);

/** sz_office_findings_look: the same, given up before anything is written once cancelled:
 * CANCELLED "act.cancelled". */
gboolean sz_office_findings_look (
    SzOffice *office, SzDate day, GCancellable *cancellable, SzScanReport *report, GError **error);

/** sz_office_finding_answer: REFUSED "finding.unknown" (finding), "finding.not_open",
 *  "finding.text_short", "finding.evidence_missing". */
gboolean sz_office_finding_answer (
    SzOffice *office, gint64 no, const char *text, const char *evidence, GError **error);
/** sz_office_finding_accept: @basis (nullable): 编号 of a tolerance about it. REFUSED
 *  "finding.unknown", "finding.not_answered", "maker.checker", "tolerance.unknown" (tolerance). */
gboolean sz_office_finding_accept (SzOffice *office, gint64 no, const char *basis, GError **error);
/** sz_office_finding_reopen: REFUSED "finding.unknown", "finding.not_answered" when it is open,
 *  "finding.text_short". */
gboolean sz_office_finding_reopen (SzOffice *office, gint64 no, const char *text, GError **error);

G_END_DECLS
