/* sz-pay-year.h — a year of performance pay line by line against 核定总量 (RULE pay-18)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-total-act.h"

G_BEGIN_DECLS

/** SzPayYearLine: a row of the ledger, or a run. Strings are owned, codes static. */
typedef struct
{
  int month;           /* of a row of the ledger; 0: of the year as a whole, or a run */
  gint64 run;          /* 0: a row of the ledger */
  SzDate day;          /* a run's day of payment */
  char *name;          /* of a run */
  const char *state;   /* of a run: its name in Chinese */
  const char *account; /* 科目 */
  SzMoney amount_fen;
  gboolean counts; /* into what is used: */
  SzMoney until_fen;
  gboolean has_left; /* 核定总量 − until − committed: */
  SzMoney left_fen;
  char *document; /* 文号, "" */
} SzPayYearLine;

/** SzPayYearBook: rows of the ledger by month, paid runs by day, runs that are not paid yet. */
typedef struct
{
  SzTotalView *total;
  GArray *lines; /* of SzPayYearLine */
} SzPayYearBook;
void sz_pay_year_book_free (SzPayYearBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPayYearBook, sz_pay_year_book_free)

/** sz_view_pay_year: (transfer full). Errors of sz_office_total(). */
SzPayYearBook *sz_view_pay_year (SzOffice *office, int year, GError **error);

G_END_DECLS
