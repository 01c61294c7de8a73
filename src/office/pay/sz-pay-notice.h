/* sz-pay-notice.h — the notice of a run out of its case; for files of this room only (RULE pay-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-store-case.h"

G_BEGIN_DECLS

/** SzPayNotice: the latest notice that counts. */
typedef struct
{
  gint64 step; /* number of the step that announced */
  SzDate from;
  SzDate to;
  int days;
} SzPayNotice;

/** sz_pay_notice_of: FALSE when the run is not announced. */
gboolean sz_pay_notice_of (const SzCaseFile *file, SzPayNotice *notice);

/** sz_pay_marks_of: (transfer full) (element-type char*): what the steps that count were marked
 * with. */
GPtrArray *sz_pay_marks_of (const SzCaseFile *file);

G_END_DECLS
