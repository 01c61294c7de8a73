/* sz-tax-book.h — everybody's income of a tax year, out of the store; for files of this room only
 * (RULE tax-1, tax-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office-private.h"
#include "sz-tax-year.h"

G_BEGIN_DECLS

/** SzTaxBook: read once, asked person by person. */
typedef struct _SzTaxBook SzTaxBook;

/** sz_tax_book_read: (transfer full): of the year of @day, with the tables of that day; within a
 * read or an act. */
SzTaxBook *sz_tax_book_read (SzOffice *office, SzDate day, GError **error);
void sz_tax_book_free (SzTaxBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzTaxBook, sz_tax_book_free)

const SzTaxRules *sz_tax_book_get_rules (const SzTaxBook *book);
int sz_tax_book_get_year (const SzTaxBook *book);

/**
 * sz_tax_book_person:
 * @own: (nullable): one more entry, of a run that is being looked at
 * @place: (out) (optional): where @own came to stand
 *
 * The person's year in order; borrowed until the next call.
 */
void sz_tax_book_person (
    SzTaxBook *book, gint64 person_id, const SzTaxEntry *own, SzTaxPerson *person, guint *place);

/** sz_tax_book_used_bonus: whether the person had an annual bonus in this tax year already. */
gboolean sz_tax_book_used_bonus (SzTaxBook *book, gint64 person_id);

G_END_DECLS
