/* sz-rectify-act.h — walking the 整改台账 on, and what it says (RULE aud-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-rectify.h"
#include "sz-view-case.h"

G_BEGIN_DECLS

/** SzRectifyView: the items by area, deadline, number; the sums by area, all of them last. */
typedef struct
{
  SzDate day;
  GArray *rows; /* of SzRectifyRow of the store */
  SzRectifySum sums[SZ_N_RECTIFY_AREAS + 1];
} SzRectifyView;

SzRectifyView *sz_view_rectify (SzOffice *office, SzDate day, GError **error);
void sz_rectify_view_free (SzRectifyView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzRectifyView, sz_rectify_view_free)

guint sz_rectify_view_get_size (const SzRectifyView *view);
const SzRectifyItem *sz_rectify_view_get (const SzRectifyView *view, guint index);
/** sz_rectify_view_get_id: of its row, which never changes. */
gint64 sz_rectify_view_get_id (const SzRectifyView *view, guint index);
/** sz_rectify_view_find: (nullable): by 问题编号. */
const SzRectifyItem *sz_rectify_view_find (const SzRectifyView *view, const char *no);

/** sz_view_rectify_case: (transfer full): how an item came to where it stands, and what may be done
 *  now. REFUSED "rectify.unknown" (item). */
SzCaseView *
sz_view_rectify_case (SzOffice *office, const SzRectifyView *view, const char *no, GError **error);

/** SzRectifyStep: a step of an item; @verb: progress, submit, close, return, extend. */
typedef struct
{
  const char *verb;
  const char *no;
  int percent;          /* of progress and return */
  const char *evidence; /* of progress (nullable) and submit */
  const char *text;     /* of return */
  SzDate deadline;      /* of extend */
  const char *source;   /* of extend: 延期文号 */
} SzRectifyStep;

/**
 * sz_office_rectify_step: REFUSED "rectify.unknown" (item), "rectify.closed", "rectify.not_done",
 * "rectify.extension_unapproved", "required.missing" (column), "maker.checker" (who). It is closed
 * in the office's own name.
 */
gboolean sz_office_rectify_step (SzOffice *office, const SzRectifyStep *step, GError **error);

G_END_DECLS
