/* sz-pay-ledger.h — the year's ledger with its runs 总量执行 (RULE pay-18)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes.h"
#include "sz-money.h"
#include "sz-date.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzPayYearRun: one run of the year. Strings are owned. */
typedef struct
{
  gint64 run;
  char *name;
  char *state;
  SzAccount account;
  SzMoney amount_fen; /* Σ of its people; of a correction the signed sum */
  SzDate paid_on;
} SzPayYearRun;

/** SzPayYear: what runs add to a year. */
typedef struct
{
  int year;
  GArray *runs;     /* of SzPayYearRun, by number */
  SzMoney paid_fen; /* 基础性 and 奖励性, paid */
  SzMoney paid_x3_fen;
  SzMoney committed_fen; /* 基础性 and 奖励性: reviewed, announced, approved */
} SzPayYear;
void sz_pay_year_free (SzPayYear *year);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPayYear, sz_pay_year_free)

/** sz_pay_year_read: (transfer full); within a read or an act. */
SzPayYear *sz_pay_year_read (SzOffice *office, int year, GError **error);

G_END_DECLS
