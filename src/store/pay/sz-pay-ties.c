/* sz-pay-ties.c — a pay run holds back the rows that it was computed from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-ties.h"

/* A run computed after the act, over a period that touches the year $2 (0: any). */
#define RUN_SINCE                                                                                  \
  "SELECT r.id FROM pay_runs r JOIN acts a ON a.act_id = r.act_id"                                 \
  " WHERE a.seq > $1 AND r.state <> 'draft'"                                                       \
  " AND ($2 = 0 OR (CAST (substr (r.from_date, 1, 4) AS INTEGER) <= $2"                            \
  " AND CAST (substr (r.to_date, 1, 4) AS INTEGER) >= $2)) ORDER BY r.id LIMIT 1"

#define USED_BY_RUN .code = "undo.used_by_run", .noun = "run", .user = RUN_SINCE

static const SzRowTie always = { USED_BY_RUN };
static const SzRowTie of_year = { USED_BY_RUN, .column = "year" };
static const SzRowTie of_date = { USED_BY_RUN, .column = "date" };

const SzRowTie *const sz_pay_ties[] = { &always, NULL };
const SzRowTie *const sz_pay_ties_of_year[] = { &of_year, NULL };
const SzRowTie *const sz_pay_ties_of_date[] = { &of_date, NULL };
