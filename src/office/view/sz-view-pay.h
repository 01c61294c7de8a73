/* sz-view-pay.h — pay runs as screens, commands and forms read them 绩效工资
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-pay.h"

G_BEGIN_DECLS

/** SzPayHead: a stored run as lists show it. Owns its strings. */
typedef struct
{
  gint64 run;
  char *name;
  char *state; /* "computed" */
  char *at;    /* UTC */
  char *who;
  SzDate from;
  SzDate to;
  gint64 people;
  SzMoney pool_fen;
  SzMoney reserve_fen;
  SzMoney total_fen;
  gint64 corrects; /* in lists: the run that it corrects, 0: none */
} SzPayHead;

/** sz_view_pay_list: (transfer full) (element-type SzPayHead): by number. */
GArray *sz_view_pay_list (SzOffice *office, GError **error);

/**
 * SzPayView: one run, computed this moment or stored: the same shape, so that whoever shows one
 * shows the other. Of a stored run the people have only person_id, staff_no and name. @run is 0 for
 * a dry run, whose @state is "draft".
 */
typedef struct
{
  SzPayHead head;
  SzScheme *scheme;
  const SzPayInput *input;
  const SzPayResult *result;
  gpointer storage; /* private */
} SzPayView;

/** sz_view_pay_open: REFUSED "run.unknown" (run); CORRUPT "run.changed", "run.scheme_unreadable".
 */
SzPayView *
sz_view_pay_open (SzOffice *office, gint64 run, GCancellable *cancellable, GError **error);

/** sz_view_pay_latest: the number of the latest run, 0 when there is none. */
gboolean sz_view_pay_latest (SzOffice *office, gint64 *run, GError **error);

void sz_pay_view_free (SzPayView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPayView, sz_pay_view_free)

/** sz_pay_view_find_line: (nullable): the person's line; NULL when not in the run or out of it. */
const SzPayLine *sz_pay_view_find_line (const SzPayView *view, const char *staff_no);
/** sz_pay_view_find_excluded: (nullable): why the person is out. */
const SzPayExcluded *sz_pay_view_find_excluded (const SzPayView *view, const char *staff_no);

G_END_DECLS
