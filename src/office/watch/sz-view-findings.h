/* sz-view-findings.h — what scans found, as screens and commands show it (RULE aud-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-finding.h"
#include "sz-office.h"
#include "sz-view-case.h"

G_BEGIN_DECLS

/** SzFindingEvent: one thing that happened to a finding. */
typedef struct
{
  const char *what; /* "found", "answered", … */
  char *at;
  char *who;
  char *text;
  char *evidence;
} SzFindingEvent;

/** SzFindingItem: a finding with its answer; @name: of the person it concerns, "" when none. */
typedef struct
{
  SzFinding finding;
  gint64 row_id;
  SzArea area;
  char *name;
  char *message; /* a sentence in the user's language */
} SzFindingItem;

/** SzFindingFilter: all that is set must hold. */
typedef struct
{
  int state;        /* −1: any */
  int area;         /* −1: any */
  const char *kind; /* NULL: any */
  gboolean settled; /* the accepted and closed ones too; a state asks for them by itself */
} SzFindingFilter;

#define SZ_FINDINGS_STANDING ((SzFindingFilter){ -1, -1, NULL, FALSE })

/** SzFindingsView: @counts: by state; @open: of the open ones by gravity; @standing: present and
 *  neither accepted nor closed, by gravity. Counts are of everything, whatever the filter. */
typedef struct
{
  GArray *items; /* of SzFindingItem: by gravity, kind, number */
  guint counts[SZ_N_FINDING_STATES];
  guint open[SZ_N_GRAVITIES];
  guint standing[SZ_N_GRAVITIES];
  SzDate last_scan; /* none: there was none */
} SzFindingsView;

SzFindingsView *sz_view_findings (SzOffice *office, const SzFindingFilter *filter, GError **error);
void sz_findings_view_free (SzFindingsView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzFindingsView, sz_findings_view_free)

/** sz_findings_view_find: (nullable): by number; of a view of everything. */
const SzFindingItem *sz_findings_view_find (const SzFindingsView *view, gint64 no);

/** sz_view_finding_events: (transfer full) (element-type SzFindingEvent): in their order. */
GArray *sz_view_finding_events (SzOffice *office, const SzFindingItem *item, GError **error);

/** sz_finding_facts: (transfer full): by threes, ended by NULL: the name as the catalogue has it,
 * "staff_no"; the same translated; the value. */
GStrv sz_finding_facts (const SzFindingItem *item);

/** sz_view_finding_case: (transfer full): where it stands and what may be done now. */
SzCaseView *sz_view_finding_case (SzOffice *office, const SzFindingItem *item, GError **error);

/** sz_finding_condition: translated: when a kind is found, for the catalogue. */
const char *sz_finding_condition (const char *kind);

G_END_DECLS
