/* sz-tally.h — sums of printed columns (RULE num-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-paper-private.h"

G_BEGIN_DECLS

/** SzTally: what was printed since the last clear. */
typedef struct
{
  const SzPaperTable *table;
  gint64 *sums; /* per column, scaled as the column */
  guint64 rows;
} SzTally;

SzTally *sz_tally_new (const SzPaperTable *table);
void sz_tally_free (SzTally *tally);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzTally, sz_tally_free)
void sz_tally_clear (SzTally *tally);

/** sz_tally_add: one printed row; "number.overflow" (value) when a sum does not fit. */
gboolean sz_tally_add (SzTally *tally, const SzValue *values, GError **error);

/** sz_tally_value: the total cell of @column; a number, or EMPTY where the column has no sum. */
SzValue sz_tally_value (const SzTally *tally, guint column);

/** sz_tally_print: (transfer full): the total cell as paper shows it; %NULL where it is empty. */
char *sz_tally_print (const SzTally *tally, guint column);

G_END_DECLS
