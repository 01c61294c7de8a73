/* sz-fees-act.h — sheets of fees and the funds for them 课酬与经费 (RULE rec-26, rec-10, rec-27)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-fees.h"
#include "sz-issue.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzFeePerson: a line of a sheet: a contract and a rate. */
typedef struct
{
  gint64 contract_id;
  char *agreement;
  char *name;
  char *id_number;
  char *department;
  char *bank_account;
  SzFeeLine line;
} SzFeePerson;

typedef struct
{
  gint64 id; /* 0: not kept */
  SzDate from;
  SzDate to;
  SzDate paid_on;
  GArray *lines; /* of SzFeePerson, by agreement, rate */
  int people;
  gint64 hours_x100;
  SzMoney gross_fen;
  SzMoney tax_fen;
  SzMoney net_fen;
} SzFeeSheet;

void sz_fee_sheet_free (SzFeeSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzFeeSheet, sz_fee_sheet_free)

/** SzFeeAsk: the records of the days @from … @to that no kept sheet has. */
typedef struct
{
  SzDate from;
  SzDate to;
  SzDate paid_on;
  gboolean keep; /* an act */
} SzFeeAsk;

/** sz_fees_sheet: (transfer full): computed, and kept when asked for; @issues gets the warnings
 *  "fee.own_staff". */
SzFeeSheet *
sz_fees_sheet (SzOffice *office, const SzFeeAsk *ask, SzIssueList *issues, GError **error);
/** sz_fees_load: (transfer full): a kept sheet: "sheet.unknown" (sheet). */
SzFeeSheet *sz_fees_load (SzOffice *office, gint64 sheet, GError **error);
/** sz_fees_list: (transfer full): of SzFeeSheet without lines: kept sheets in the order of keeping.
 */
GPtrArray *sz_fees_list (SzOffice *office, GError **error);
/** sz_fees_delete: an act: frees its records; only the latest of a month: "sheet.not_latest". */
gboolean sz_fees_delete (SzOffice *office, gint64 sheet, GError **error);

/** SzFundingMonth: RULE rec-27. */
typedef struct
{
  int month;
  gint64 person_months_x1e4;
  SzMoney computed;
  SzMoney approved;
  SzMoney paid;
  SzMoney difference;
  SzMoney balance;
} SzFundingMonth;

#define SZ_FUNDING_MONTHS 12

typedef struct
{
  int year;
  int pay_year;
  gint64 senior;
  SzMoney pay_total;
  SzMoney average;
  SzFundingMonth months[SZ_FUNDING_MONTHS];
  SzFundingMonth totals;
} SzFunding;

/** sz_funding: @pay_year 0: by pt.pay_year. REFUSED "funding.pay_missing" (names),
 * "funding.no_senior" (year). */
gboolean sz_funding (SzOffice *office, int year, int pay_year, SzFunding *funding, GError **error);

G_END_DECLS
