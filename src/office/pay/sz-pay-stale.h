/* sz-pay-stale.h — what changed since a run was computed (RULE pay-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sz-office.h"

G_BEGIN_DECLS

/** SzPayChange: one input whose value now differs from the value that the run read; a new one has
 * no
 *  @before, a lost one no @after. Strings are owned. */
typedef struct
{
  int rank;         /* the order of kinds */
  const char *kind; /* "people" … "param" */
  char *staff_no;   /* NULL: of nobody */
  char *item;
  char *before;
  char *after;
  char *who; /* who changed it last since; NULL when that is not known */
  char *at;
} SzPayChange;

/**
 * sz_office_pay_stale: (transfer full) (element-type SzPayChange)
 *
 * What changed since the run was computed; what was changed and changed back is none. A run of the
 * released versions kept no inputs and is never stale. REFUSED "run.unknown" (run).
 */
GArray *
sz_office_pay_stale (SzOffice *office, gint64 run, GCancellable *cancellable, GError **error);

G_END_DECLS
