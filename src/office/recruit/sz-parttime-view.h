/* sz-parttime-view.h — part-time teachers as lists: contracts with their stretches, cases, what is
 * due (RULE rec-23 … rec-25)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-parttime-rows.h"

G_BEGIN_DECLS

/** SzParttimeContract: a contract as a run of stretches. */
typedef struct
{
  const SzContractRow *row;
  GArray *stretches; /* of SzStretch; none: it never began */
} SzParttimeContract;

typedef struct
{
  GPtrArray *contracts; /* of SzParttimeContract *, by 协议号 */
  GArray *cases;        /* of SzParttimeCaseRow, in order of entry */
  GArray *rows;         /* private: of SzContractRow */
} SzParttimeBook;

SzParttimeBook *sz_parttime_book_load (SzOffice *office, GError **error);
void sz_parttime_book_free (SzParttimeBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzParttimeBook, sz_parttime_book_free)
/** sz_parttime_book_find, sz_parttime_book_by_id: (nullable). */
const SzParttimeContract *sz_parttime_book_find (const SzParttimeBook *book, const char *agreement);
const SzParttimeContract *sz_parttime_book_by_id (const SzParttimeBook *book, gint64 contract_id);
/** sz_parttime_stretch_on: (nullable). */
const SzStretch *sz_parttime_stretch_on (const SzParttimeContract *contract, SzDate day);
SzDate sz_parttime_first (const SzParttimeContract *contract);
SzDate sz_parttime_last (const SzParttimeContract *contract);

/** sz_parttime_facts: what the warnings of rec-25 look at; @stretches NULL: the row alone. */
void sz_parttime_facts (const SzContractRow *row, const GArray *stretches, SzParttimeFacts *facts);

/** sz_parttime_warn_row: the warnings of one row, as bits, by the parameters of its first day. */
gboolean sz_parttime_warn_row (
    SzOffice *office, const SzContractRow *row, guint *warnings, SzDate *age_day, GError **error);

/** SzParttimeWarned: a warning about a contract; agreement borrowed from the book. */
typedef struct
{
  const char *agreement;
  SzParttimeWarning warning;
  SzDate day; /* of parttime.age */
} SzParttimeWarned;

/** sz_parttime_warnings: (transfer full): of SzParttimeWarned, by agreement, code. */
GArray *sz_parttime_warnings (SzOffice *office, const SzParttimeBook *book, GError **error);
/** sz_parttime_due_list: (transfer full): of const SzParttimeContract *; @days −1: pt.due_days;
 *  @used_days: (out): how many it was. */
GPtrArray *sz_parttime_due_list (SzOffice *office,
                                 const SzParttimeBook *book,
                                 SzDate on,
                                 int days,
                                 int *used_days,
                                 GError **error);
/** SzParttimeTaught: the hours of a month by one contract, and the sheet of fees that has them. */
typedef struct
{
  SzMonth month;
  gint64 hours_x100;
  gint64 sheet;   /* 0: none yet */
  SzDate paid_on; /* of the sheet */
} SzParttimeTaught;

/** sz_parttime_taught: (transfer full) (element-type SzParttimeTaught): by month, sheet. */
GArray *sz_parttime_taught (SzOffice *office, gint64 contract_id, GError **error);

/** sz_parttime_count_due: @n: (out): how many of them on the day, by pt.due_days. */
gboolean sz_parttime_count_due (SzOffice *office, SzDate on, guint *n, GError **error);

G_END_DECLS
