/* sz-form-paid.h — what was paid ahead and withheld in a run's period 已预发、代扣
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-rows.h"
#include "sz-money.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzPaid: of one person. */
typedef struct
{
  SzMoney advance_fen; /* 已预发 */
  SzMoney tax_fen;     /* 代扣税 */
  SzMoney other_fen;   /* 其他代扣 */
} SzPaid;

/** SzPaidBook: by person; a column exists only where something was imported for it. */
typedef struct
{
  GHashTable *by_person;
  gboolean has_advances;
  gboolean has_tax;
  gboolean has_other;
} SzPaidBook;

/** sz_paid_book_new: (transfer full): the months of @from … @to. */
SzPaidBook *sz_paid_book_new (SzOffice *office, SzDate from, SzDate to, GError **error);
void sz_paid_book_free (SzPaidBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPaidBook, sz_paid_book_free)

gboolean sz_paid_book_is_empty (const SzPaidBook *book);

/** sz_paid_book_add_columns: 已预发, 代扣税, 其他代扣 where they are known, then 本次实发; nothing
 *  when the book is empty. */
void sz_paid_book_add_columns (const SzPaidBook *book, SzFormColumns *columns);

/** sz_paid_book_fill: the cells of those columns; 本次实发 = 应发 − 已预发 − 代扣. */
void sz_paid_book_fill (const SzPaidBook *book, gint64 person_id, SzMoney due_fen, SzFormRow *row);

G_END_DECLS
