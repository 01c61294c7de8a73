/* sz-bank-paper.h — the bank list as a workbook; for files of this room only (RULE pay-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-bank.h"
#include "sz-pay-bank.h"

G_BEGIN_DECLS

/** SzBankSheet: what is written; borrowed. */
typedef struct
{
  const SzBankTemplate *layout;
  const SzBankRow *rows;
  gsize n;
  const char *note;
  const SzBankDone *done; /* who was left out */
} SzBankSheet;

/** sz_bank_write_workbook: the columns of the layout, a total in figures and capitals, who was left
 *  out. */
gboolean sz_bank_write_workbook (const SzBankSheet *sheet, const char *path, GError **error);

G_END_DECLS
