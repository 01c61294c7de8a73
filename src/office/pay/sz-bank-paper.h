/* sz-bank-paper.h — the bank list on paper; for files of this room only (RULE pay-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-bank-list.h"
#include "sz-paper.h"

G_BEGIN_DECLS

/** sz_bank_paper_add: takes @list: the columns of its layout, a total in figures and capitals, who
 *  was left out, signatures. */
void sz_bank_paper_add (SzPaper *paper, SzBankList *list);

G_END_DECLS
