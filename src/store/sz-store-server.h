/* sz-store-server.h — what only a college on a server has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-db.h"
#include "sz-store.h"

G_BEGIN_DECLS

/** sz_store_status: REFUSED "server.file" (file) for a college in a file. */
gboolean sz_store_status (SzStore *store, SzDbStatus *status, GError **error);

/** sz_store_who_writes: (transfer full) (nullable) (element-type SzDbPresence): of a file as of a
 * server; empty when nobody does. */
GPtrArray *sz_store_who_writes (SzStore *store, GError **error);

/**
 * sz_store_prepare_place:
 * @uri: of any database of the server, with a login that may make others
 *
 * An empty database @name with the roles that a college needs (RULE srv-2). REFUSED "server.name"
 * (name), "server.exists" (name), "server.file" (file).
 */
gboolean
sz_store_prepare_place (const char *uri, const SzLogin *by, const char *name, GError **error);

/** sz_store_owned: whether who opened the college is its database's own administrator (RULE acc-3);
 *  never of a file. */
gboolean sz_store_owned (SzStore *store, gboolean *owned, GError **error);

G_END_DECLS
