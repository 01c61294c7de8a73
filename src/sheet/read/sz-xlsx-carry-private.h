/* sz-xlsx-carry-private.h — values that a merge carries downwards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-xlsx-private.h"

G_BEGIN_DECLS

/**
 * SzXlsxCarry: what offices mean by joining the department's cell over ten rows: it counts for each
 * of them. A row that holds nothing but carried values stays empty.
 */
typedef struct
{
  GArray *merges; /* (unowned): of SzXlsxMerge by top */
  guint next;     /* the first that has not begun */
  GArray *active; /* of carried values */
} SzXlsxCarry;

void sz_xlsx_carry_init (SzXlsxCarry *carry, GArray *merges);
void sz_xlsx_carry_clear (SzXlsxCarry *carry);

typedef enum
{
  SZ_CARRY_DONE,
  SZ_CARRY_OVERLAP, /* two merges claim one cell: @column */
  SZ_CARRY_TOO_MANY,
} SzCarryOutcome;

/** sz_xlsx_carry_row: before the row is finished: adds what is carried, keeps what begins here. */
SzCarryOutcome sz_xlsx_carry_row (SzXlsxCarry *carry, guint row, SzRowArena *arena, guint *column);

G_END_DECLS
