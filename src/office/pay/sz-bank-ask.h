/* sz-bank-ask.h — which bank list is wanted, and who is not on it (RULE pay-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"
#include "sz-money.h"

G_BEGIN_DECLS

/** SzBankAsk: a list as it is wanted. Strings may be %NULL but for @path. */
typedef struct
{
  gint64 run;
  SzDate on;                /* the day of payment; of a paid run not looked at */
  const char *layout;       /* a name of bank.templates; 通用 */
  const char *note;         /* 摘要; the scheme's name */
  gboolean without_account; /* leave out who has none */
} SzBankAsk;

/** SzBankLeft: somebody who is not on the list. Strings are owned. */
typedef struct
{
  char *staff_no;
  char *name;
  SzMoney amount_fen;
} SzBankLeft;

G_END_DECLS
