/* sz-ledger-book.h — the establishment ledger as a whole 编制台账 (RULE rec-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-store-college.h"
#include "sz-store-establishment.h"

G_BEGIN_DECLS

SzLedgerBook *sz_store_ledger_load (SzStore *store, GError **error);
void sz_ledger_book_free (SzLedgerBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzLedgerBook, sz_ledger_book_free)
/** sz_ledger_book_at: the sum on @day. */
SzLedgerSum sz_ledger_book_at (const SzLedgerBook *book, SzDate day);
/** sz_ledger_book_add: (transfer full): the entries with one more, in its place; @place: (out):
 *  index of it. */
GArray *sz_ledger_book_add (const SzLedgerBook *book, const SzLedgerEntry *entry, guint *place);

/** sz_store_establishment: the approved number on @day. */
gboolean sz_store_establishment (SzStore *store, SzDate day, gint64 *establishment, GError **error);
/** sz_store_set_establishment: a row 核定 from @from (0: always), by @source 文号. */
gboolean sz_store_set_establishment (
    SzAct *act, gint64 establishment, SzDate from, const char *source, GError **error);
/** sz_store_ledger_adopt: the numbers of a college older than the ledger become its first rows; an
 *  act of an upgrade. */
gboolean sz_store_ledger_adopt (SzAct *act, GError **error);

G_END_DECLS
