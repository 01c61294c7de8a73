/* sz-db-pgsql-link.c — the connection to a server: how it is made, and made anew
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-db-pgsql-db.h"

#include <string.h>

/* Seconds until a server that says nothing counts as away. */
#define CONNECT_TIMEOUT "10"

/* The names of what is in the database are ours alone, and texts are read as they are written. */
#define SETTINGS "-c search_path=" SZ_PGSQL_SCHEMA " -c client_min_messages=error"

/* Before a connection stands there are no states, only words; the server's come untranslated in the
 * databases that we make. */
static gboolean
fail_link (PGconn *link, const SzPgsqlUri *uri, GError **error)
{
  const char *message = PQerrorMessage (link);
  const char *port = uri->port != NULL ? uri->port : "5432";
  g_autofree char *detail = g_strdup (message);

  g_strdelimit (g_strchomp (detail), "\n", ' ');
  if (PQconnectionNeedsPassword (link) || PQconnectionUsedPassword (link)
      || strstr (message, "FATAL:  role ") != NULL || strstr (message, "pg_hba.conf") != NULL
      || strstr (message, "FATAL:  Peer authentication") != NULL)
    return sz_error_set (error, SZ_ERROR_REFUSED, "db.sign_in", "file", uri->database, "login",
                         PQuser (link), "detail", detail, NULL);
  if (strstr (message, "FATAL:  database ") != NULL)
    return sz_error_set (error, SZ_ERROR_IO, "db.missing", "file", uri->database, "detail", detail,
                         NULL);
  if (strstr (message, "too many") != NULL || strstr (message, "remaining connection") != NULL)
    return sz_error_set (error, SZ_ERROR_BUSY, "db.too_many", "file", uri->database, NULL);
  if (strstr (message, "SSL") != NULL || strstr (message, "certificate") != NULL
      || strstr (message, "channel binding") != NULL)
    return sz_error_set (error, SZ_ERROR_IO, "db.tls_failed", "host", uri->host, "detail", detail,
                         NULL);
  return sz_error_set (error, SZ_ERROR_IO, "db.unreachable", "host",
                       uri->host != NULL ? uri->host : "", "port", port, "detail", detail, NULL);
}

/* With SCRAM it also shuts out a server that only wants to hear the password (RULE srv-13). */
static const char *
choose_binding (const SzPgsqlUri *uri)
{
  return uri->ssl_mode != NULL && g_str_has_prefix (uri->ssl_mode, "verify") ? "require" : NULL;
}

PGconn *
sz_db_pgsql_link (const SzPgsqlUri *uri, const char *password, GError **error)
{
  g_autofree char *name = g_strconcat ("shizi ", g_get_host_name (), NULL);
  PGconn *link;

  g_return_val_if_fail (uri != NULL, NULL);

  {
    const char *const words[] = { "host",
                                  "port",
                                  "dbname",
                                  "user",
                                  "password",
                                  "sslmode",
                                  "options",
                                  "sslrootcert",
                                  "application_name",
                                  "client_encoding",
                                  "connect_timeout",
                                  "channel_binding",
                                  NULL };
    const char *const values[] = { uri->host, uri->port,     uri->database,   uri->login,
                                   password,  uri->ssl_mode, SETTINGS,        uri->ssl_root,
                                   name,      "UTF8",        CONNECT_TIMEOUT, choose_binding (uri),
                                   NULL };

    link = PQconnectdbParams (words, values, 0);
  }
  if (link != NULL && PQstatus (link) == CONNECTION_OK)
    return link;
  if (link != NULL)
    fail_link (link, uri, error);
  else
    sz_error_set (error, SZ_ERROR_IO, "db.memory", NULL);
  PQfinish (link);
  return NULL;
}

gboolean
sz_db_pgsql_link_again (SzDbPgsql *db)
{
  g_return_val_if_fail (db != NULL, FALSE);

  db->generation++;
  db->n_prepared = 0;
  PQreset (db->link);
  return PQstatus (db->link) == CONNECTION_OK;
}
