/* sz-convert.h — a year's workload of everybody who has a quota 工作量折算 (RULE wrk-1 … wrk-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-workload.h"

G_BEGIN_DECLS

/** SzConvertLine: one person; strings are borrowed from the #SzConvert. */
typedef struct
{
  gint64 person_id;
  const char *staff_no;
  const char *name;
  const char *department; /* at the end of the year, NULL when not known */
  const char *title;      /* 职称, code, NULL when none */
  SzPost post;            /* at the end of the year */
  SzLoadYear load;        /* its quota is never −1 */
} SzConvertLine;

/** SzConvert: people in bytewise order of the staff number; exactly those who have a quota (RULE
 *  wrk-4). @totals is the sum of the lines (RULE num-5); its over_rate_fen is 0. */
typedef struct
{
  int year;
  SzConvertLine *lines;
  gsize n_lines;
  SzLoadYear totals;
  gpointer storage; /* private */
} SzConvert;

/** sz_convert_year: (transfer full): with the parameters in force on the year's last day. */
SzConvert *sz_convert_year (SzOffice *office, int year, GCancellable *cancellable, GError **error);
void sz_convert_free (SzConvert *convert);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzConvert, sz_convert_free)

G_END_DECLS
