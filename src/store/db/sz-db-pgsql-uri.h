/* sz-db-pgsql-uri.h — the address of a college on a PostgreSQL server
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-error.h"

G_BEGIN_DECLS

/** SzPgsqlUri: what is missing is NULL, and libpq's own default then (RULE srv-1). */
typedef struct
{
  char *host;
  char *port;
  char *database;
  char *login;
  char *ssl_mode;
  char *ssl_root; /* file with the certificates of who may vouch for the server */
} SzPgsqlUri;

void sz_pgsql_uri_free (SzPgsqlUri *uri);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPgsqlUri, sz_pgsql_uri_free)

/** sz_pgsql_uri_known: whether @text begins like such an address. */
gboolean sz_pgsql_uri_known (const char *text);

/**
 * sz_pgsql_uri_parse: (transfer full):
 *
 * REFUSED "db.password_in_uri": it would stand in process lists and histories. FORMAT
 * "db.unknown_uri" (uri, detail) for what is no address, names no database, or has options that we
 * do not know; REFUSED "db.tls_required" (host) where the way leaves this computer without the
 * server having to prove who it is (RULE srv-13). Nothing is connected.
 */
SzPgsqlUri *sz_pgsql_uri_parse (const char *text, GError **error);

/** sz_pgsql_uri_is_near: whether the way to the server stays in this computer. */
gboolean sz_pgsql_uri_is_near (const SzPgsqlUri *uri);

G_END_DECLS
