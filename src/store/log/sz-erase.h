/* sz-erase.h — personal numbers taken out of the college, its journal too (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-store.h"

G_BEGIN_DECLS

/** SzEraseCount: what was touched. */
typedef struct
{
  gint64 n_rows;    /* of the registers */
  gint64 n_acts;    /* whose journal was */
  gint64 n_remarks; /* acts that name a number in their summary, which cannot be taken out */
} SzEraseCount;

/**
 * sz_erase_numbers:
 * @id_number: the ID number of the person; stands in its place: "已删除" and the number of @act
 * @others: (nullable): telephones and accounts, ended by NULL; they become empty
 *
 * Takes the numbers out of all rows, and out of what the journal says of them. Each act whose
 * journal is touched must fit its hash before ("erase.unsound" (seq)), and gets the new one beside
 * it, which verify accounts for. Taken back it cannot be.
 */
gboolean sz_erase_numbers (SzAct *act,
                           const char *id_number,
                           const char *const *others,
                           SzEraseCount *count,
                           GError **error);

G_END_DECLS
