/* sz-store-make.h — a college's database that was not there before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-carry.h"
#include "sz-store.h"

G_BEGIN_DECLS

/** SzStoreFill: puts everything into a college that has not even tables. */
typedef gboolean (*SzStoreFill) (SzStore *store, gpointer user_data, GError **error);

/**
 * sz_store_make:
 * @uri: a file that is not there yet, or an empty database; else REFUSED "store.exists" (file)
 * @by: (nullable): who knocks there
 *
 * All or nothing: after an error there is no file and no table, but for IO "store.made" (file,
 * detail): made, and not opened then, and "file.unconfirmed" (file, detail).
 */
SzStore *sz_store_make (
    const char *uri, const SzLogin *by, SzStoreFill fill, gpointer user_data, GError **error);

/**
 * sz_store_carry:
 * @uri: a file that is not there yet, or an empty database
 * @by: (nullable): who knocks there
 *
 * Another college at @uri that holds all that @from holds (RULE srv-14, srv-15). All or nothing;
 * errors as sz_store_make() and sz_carry(). Call it inside an act of @from, or as a reading.
 */
SzStore *sz_store_carry (SzStore *from,
                         const char *uri,
                         const SzLogin *by,
                         SzCarried *carried,
                         GCancellable *cancellable,
                         GError **error);

/** sz_store_unmake: takes @store, which sz_store_carry() made, and everything in it away again. */
void sz_store_unmake (SzStore *store);

G_END_DECLS
