/* sz-view-case.h — where something stands, who did what when, and what may be done now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-case-tables.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzCaseView: a case as screens and commands show it. */
typedef struct
{
  const SzCaseTable *table;
  gint64 subject_id;
  char *state;      /* "" while it has not begun */
  GArray *steps;    /* of SzCaseStep, in order */
  GPtrArray *moves; /* of const SzCaseMove *: what the office's own name may do now, in the order of
                       the table */
} SzCaseView;

/** sz_view_case: (transfer full). */
SzCaseView *
sz_view_case (SzOffice *office, const SzCaseTable *table, gint64 subject_id, GError **error);
/** sz_view_case_at: (transfer full): of a subject whose row says where it stands. */
SzCaseView *sz_view_case_at (SzOffice *office,
                             const SzCaseTable *table,
                             gint64 subject_id,
                             const char *state,
                             GError **error);
void sz_case_view_free (SzCaseView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzCaseView, sz_case_view_free)

G_END_DECLS
