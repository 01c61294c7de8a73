/* sz-pay-ties.c — a pay run holds back the rows that it was computed from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-ties.h"

/* A run computed after the act and paid, over a period that touches the year $2 (0: any). One that
 * is not paid yet goes stale instead. */
#define RUN_SINCE                                                                                  \
  "SELECT r.id FROM pay_runs r JOIN acts a ON a.act_id = r.act_id"                                 \
  " JOIN cases c ON c.kind = 'pay.run' AND c.subject_id = r.id"                                    \
  " WHERE a.seq > $1 AND c.state = 'paid'"                                                         \
  " AND ($2 = 0 OR (substr (r.from_date, 1, 4) <= CAST ($2 AS TEXT)"                               \
  " AND substr (r.to_date, 1, 4) >= CAST ($2 AS TEXT))) ORDER BY r.id LIMIT 1"

#define USED_BY_RUN .code = "undo.used_by_run", .noun = "run", .user = RUN_SINCE

/* A run paid after the act, in the year $2 (0: any). */
#define PAID_SINCE                                                                                 \
  "SELECT c.subject_id FROM case_steps s JOIN cases c ON c.id = s.case_id"                         \
  " WHERE c.kind = 'pay.run' AND s.verb = 'pay'"                                                   \
  " AND s.at >= (SELECT a.at FROM acts a WHERE a.seq = $1)"                                        \
  " AND ($2 = 0 OR substr (s.day, 1, 4) = CAST ($2 AS TEXT)) ORDER BY c.subject_id LIMIT 1"

#define USED_BY_PAYMENT .code = "undo.used_by_run", .noun = "run", .user = PAID_SINCE

static const SzRowTie paid = { USED_BY_PAYMENT };
static const SzRowTie paid_in_year = { USED_BY_PAYMENT, .column = "year" };
static const SzRowTie always = { USED_BY_RUN };
static const SzRowTie of_year = { USED_BY_RUN, .column = "year" };
static const SzRowTie of_date = { USED_BY_RUN, .column = "date" };

const SzRowTie *const sz_pay_ties_paid[] = { &paid, NULL };
const SzRowTie *const sz_pay_ties_paid_in_year[] = { &paid_in_year, NULL };
const SzRowTie *const sz_pay_ties[] = { &always, NULL };
const SzRowTie *const sz_pay_ties_of_year[] = { &of_year, NULL };
const SzRowTie *const sz_pay_ties_of_date[] = { &of_date, NULL };
