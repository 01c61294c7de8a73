/* sz-pay-ties.h — a pay run holds back the rows that it was computed from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-row-type.h"

G_BEGIN_DECLS

/** sz_pay_ties: rows that any run may use, such as people. */
extern const SzRowTie *const sz_pay_ties[];
/** sz_pay_ties_of_year: rows that runs over their `year` use. */
extern const SzRowTie *const sz_pay_ties_of_year[];
/** sz_pay_ties_of_date: rows that runs over the year of their `date` use. */
extern const SzRowTie *const sz_pay_ties_of_date[];

/** sz_pay_ties_paid: rows that any payment may use, such as accounts; only a paid run holds them.
 */
extern const SzRowTie *const sz_pay_ties_paid[];
/** sz_pay_ties_paid_in_year: rows that payments of their `year` use, such as salaries. */
extern const SzRowTie *const sz_pay_ties_paid_in_year[];

G_END_DECLS
