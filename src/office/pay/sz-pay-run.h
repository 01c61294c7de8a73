/* sz-pay-run.h — a stored run with its case, as the acts on it need it; for files of this room only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-case-act.h"
#include "sz-store-pay-book.h"

G_BEGIN_DECLS

/** SzPayRunFile: a run, what was made of it, its scheme and its case. */
typedef struct
{
  SzPayFrozen *frozen;
  SzScheme *scheme;
  SzCaseFile *file;
} SzPayRunFile;

void sz_pay_run_file_clear (SzPayRunFile *run);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzPayRunFile, sz_pay_run_file_clear)

/** SzPayRunWants: for which runs an act is. */
typedef enum
{
  SZ_PAY_RUN_ANY = 0,
  SZ_PAY_RUN_PLAIN = 1 << 0,  /* no correction: "run.is_correction" */
  SZ_PAY_RUN_LEVELS = 1 << 1, /* two levels: "split.one_level" */
} SzPayRunWants;

/** sz_pay_run_open: REFUSED "run.unknown", "run.is_correction", "split.one_level" (run); CORRUPT
 *  "run.changed", "run.scheme_unreadable". */
gboolean sz_pay_run_open (
    SzStore *store, gint64 number, SzPayRunWants wants, SzPayRunFile *run, GError **error);

/** sz_pay_run_judge: whether the case allows @ask now; nothing is written. */
gboolean sz_pay_run_judge (const SzPayRunFile *run, const SzCaseAsk *ask, GError **error);

/** sz_pay_run_step: takes the step; @detail (nullable) is kept with it. */
gboolean sz_pay_run_step (SzAct *act,
                          json_t *summary,
                          SzPayRunFile *run,
                          const SzCaseAsk *ask,
                          json_t *detail,
                          GError **error);

/** sz_pay_run_relaxed: the table of runs without its "another person than": pay.four_eyes = warn.
 */
const SzCaseTable *sz_pay_run_relaxed (void);

/** sz_pay_run_refresh: reads the run again after its splits or adjustments changed, and keeps its
 * new reserve and total in its life. */
gboolean sz_pay_run_refresh (SzAct *act, SzPayRunFile *run, GError **error);

/** sz_pay_run_number: (transfer full): as refusals name it. */
char *sz_pay_run_number (gint64 number);

G_END_DECLS
