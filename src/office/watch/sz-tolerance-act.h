/* sz-tolerance-act.h — tolerance of honest faults: verifying and deciding 容错纠错 (RULE aud-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-tolerance.h"
#include "sz-view-case.h"

G_BEGIN_DECLS

/** SzToleranceItem: an application with who asks. */
typedef struct
{
  SzTolerance tolerance; /* borrowed from the view */
  const char *staff_no;
  const char *name;
  gint64 id; /* of its row */
} SzToleranceItem;

typedef struct
{
  GArray *items; /* of SzToleranceItem, by number */
  /* private */
  GArray *rows;
  gpointer names;
} SzToleranceView;

/** sz_view_tolerance: what who looks may see (RULE aud-6). */
SzToleranceView *sz_view_tolerance (SzOffice *office, GError **error);
void sz_tolerance_view_free (SzToleranceView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzToleranceView, sz_tolerance_view_free)

/** sz_view_tolerance_case: (transfer full): how an application came to where it stands, and what
 * may be done now. REFUSED "tolerance.unknown" (tolerance). */
SzCaseView *sz_view_tolerance_case (SzOffice *office,
                                    const SzToleranceView *view,
                                    const char *no,
                                    GError **error);

/** sz_office_tolerance_verify: 核实, by the office's own name today. REFUSED "tolerance.unknown"
 *  (tolerance), "maker.checker", "tolerance.order", "required.missing" (column). */
gboolean
sz_office_tolerance_verify (SzOffice *office, const char *no, const char *text, GError **error);

/** sz_office_tolerance_decide: 认定 today: @decision and @open_to as words of the register. Also
 *  REFUSED "tolerance.state": it is decided. */
gboolean sz_office_tolerance_decide (SzOffice *office,
                                     const char *no,
                                     const char *decision,
                                     const char *meeting,
                                     const char *open_to,
                                     GError **error);

G_END_DECLS
