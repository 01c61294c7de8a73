/* sz-establishment-book.h — the establishment of the college: balance, refusals, forecast 编制账
 * (RULE rec-12 … rec-14)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-establishment.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzEstablishmentBook: what a balance of any day is made of. */
typedef struct
{
  SzLedgerBook *ledger;
  SzSteps *occupied;
  SzSteps *reserved;
} SzEstablishmentBook;

SzEstablishmentBook *sz_establishment_book_load (SzOffice *office, GError **error);
void sz_establishment_book_free (SzEstablishmentBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzEstablishmentBook, sz_establishment_book_free)
/** sz_establishment_balance: of one day. */
void sz_establishment_balance (SzEstablishmentBook *book, SzDate day, SzLedgerBalance *balance);

/** sz_establishment_rises: @day: (out): the first day from @from on, on which 超编 is greater with
 *  @entries than with @before; none. */
gboolean sz_establishment_rises (SzOffice *office,
                                 const SzLedgerEntry *entries,
                                 gsize n,
                                 const SzLedgerBook *before,
                                 SzDate from,
                                 SzDate *day,
                                 GError **error);
/** sz_establishment_exceeded: the same for @places more that are reserved from @from on. */
gboolean sz_establishment_exceeded (
    SzOffice *office, gint64 places, SzDate from, SzDate *day, GError **error);

/** SzEstablishmentAdded: what `add` made of a row. */
typedef struct
{
  SzLedgerSum sum; /* with the row, on its day */
  SzDate over;     /* first day, approved all the same */
} SzEstablishmentAdded;

/** sz_establishment_add: an act; REFUSED "establishment.negative", "establishment.frozen",
 *  "establishment.exceeded" (date), CONSTRAINT "row.duplicate". */
gboolean sz_establishment_add (SzOffice *office,
                               SzEstablishmentRow *row,
                               SzEstablishmentAdded *added,
                               GError **error);

/** SzForecastName: somebody who reaches the retirement month. */
typedef struct
{
  char *staff_no;
  char *name;
  SzMonth month;
  gboolean overdue;
} SzForecastName;

typedef struct
{
  GArray *months;      /* of SzForecastMonth */
  GArray *retirements; /* of SzForecastName */
  guint unknown;
} SzForecast;

/** sz_establishment_forecast: (transfer full): @n months from @first on (RULE rec-14). */
SzForecast *sz_establishment_forecast (SzOffice *office, SzMonth first, guint n, GError **error);
void sz_forecast_free (SzForecast *forecast);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzForecast, sz_forecast_free)

G_END_DECLS
