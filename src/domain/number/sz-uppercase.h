/* sz-uppercase.h — amounts in Chinese capital figures 大写金额 (RULE num-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-money.h"

G_BEGIN_DECLS

/** sz_uppercase_amount: (transfer full) — 壹拾万元整 for 100000.00; a negative amount begins with
 * 负. */
char *sz_uppercase_amount (SzMoney amount_fen);

G_END_DECLS
