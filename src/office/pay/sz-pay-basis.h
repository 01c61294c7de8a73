/* sz-pay-basis.h — all that a pay run reads, from one state of the database; for files of this room
 * only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-pay.h"
#include "sz-progress.h"
#include "sz-store-pay.h"

G_BEGIN_DECLS

/**
 * SzPayBasis: the facts of a period and the input made of them. Never changes once it was read, so
 * that several views in several threads may stand on one.
 */
typedef struct
{
  SzPayFacts *facts;
  SzPayInput input;
  char *parameters; /* JSON: the parameters in force, what a run keeps */
  gatomicrefcount ref_count;
} SzPayBasis;

/**
 * sz_pay_basis_read: (transfer full)
 * @from, @to: the period; workload is that of the year in which it ends (RULE pay-5)
 *
 * Errors: those of the store, of sz_rules_load() and "workload.overflow". Call it within a read or
 * an act.
 */
SzPayBasis *sz_pay_basis_read (SzOffice *office,
                               SzDate from,
                               SzDate to,
                               SzProgress progress,
                               GCancellable *cancellable,
                               GError **error);
SzPayBasis *sz_pay_basis_ref (SzPayBasis *basis);
void sz_pay_basis_unref (SzPayBasis *basis);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPayBasis, sz_pay_basis_unref)

G_END_DECLS
