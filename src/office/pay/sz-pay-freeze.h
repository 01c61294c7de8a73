/* sz-pay-freeze.h — a computed scheme kept as a run, with what it read; for files of this room only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-pay-basis.h"
#include "sz-store-pay-book.h"

G_BEGIN_DECLS

/** SzPayFreeze: what is kept. */
typedef struct
{
  SzOffice *office;
  const SzScheme *scheme;
  SzPayBasis *basis;
  const SzPayResult *result;
  GCancellable *cancellable;
} SzPayFreeze;

/**
 * sz_pay_freeze:
 * @run: (inout): with an id the run of that id gets a new revision, else it is a new run
 * @life: (inout): what it corrects is the caller's; revision, reserve and total are filled in
 *
 * Head, lines, inputs and life, within @act.
 */
gboolean sz_pay_freeze (
    SzAct *act, const SzPayFreeze *freeze, SzPayRun *run, SzPayLife *life, GError **error);

G_END_DECLS
