/* sz-hire.c — the contract of somebody hired 聘用合同 (RULE rec-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-hire.h"

/* A contract of so many years may have the long probation of a first job. */
#define LONG_CONTRACT_YEARS 3

/* RULE rec-11 */
SzHireDates
sz_hire_dates (const SzHireTerms *terms)
{
  SzHireDates dates = { 0 };
  int months;

  g_return_val_if_fail (terms != NULL && terms->first != SZ_DATE_NONE, dates);
  dates.to = sz_date_add_days (sz_date_add_years (terms->first, terms->years), -1);
  if (terms->has_retirement)
    dates.to = MIN (dates.to, sz_month_last_day (terms->retirement));
  months = terms->first_job && terms->years >= LONG_CONTRACT_YEARS ? terms->probation_first
                                                                   : terms->probation_other;
  if (months > 0)
    dates.probation_to = sz_date_add_days (sz_date_add_months (terms->first, months), -1);
  return dates;
}
