/* sz-db-pgsql-link.c — the connection to a server: how it is made, and made anew
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-db-pgsql-db.h"

#include <string.h>

#include "sz-db-pgsql-pipe.h"

/* Until a server that says nothing counts as away; of its first connection, and of later ones. */
#define CONNECT_TIMEOUT_MS 10000
#define CONNECT_TIMEOUT "10"

/* Seconds until the system looks whether a silent server is still there, and how often it asks. */
#define KEEPALIVE "30"
#define KEEPALIVE_AGAIN "10"
#define KEEPALIVE_COUNT "3"

#define STATE_LENGTH 5

/* The names of what is in the database are ours alone, and texts are read as they are written. */
#define NAMES "-c search_path=" SZ_PGSQL_SCHEMA " -c client_min_messages=error"

/* A list that is begun is read to its end, none is worth a compiler, and a hundred thousand people
 * are sorted without a file. */
#define SETTINGS NAMES " -c cursor_tuple_fraction=1 -c jit=off -c work_mem=32MB"

/* How far it came: words are of the user's or the server's language and tell nothing apart. */
static ConnStatusType
follow (PGconn *link)
{
  PostgresPollingStatusType wanted = PGRES_POLLING_WRITING;
  ConnStatusType stage = PQstatus (link);

  while (wanted == PGRES_POLLING_READING || wanted == PGRES_POLLING_WRITING)
    {
      GPollFD socket = { PQsocket (link), 0, 0 };

      socket.events = wanted == PGRES_POLLING_READING ? G_IO_IN : G_IO_OUT;
      if (PQstatus (link) == CONNECTION_BAD || g_poll (&socket, 1, CONNECT_TIMEOUT_MS) <= 0)
        return stage;
      wanted = PQconnectPoll (link);
      if (PQstatus (link) != CONNECTION_BAD)
        stage = PQstatus (link);
    }
  return stage;
}

/* Of the server's own refusal: asked for nothing else, libpq ends its message with it. */
static const char *
find_state (const char *message)
{
  const gsize length = strlen (message);
  const char *state = length > STATE_LENGTH ? message + length - STATE_LENGTH : NULL;

  for (const char *p = state; p != NULL && *p != '\0'; p++)
    if (!g_ascii_isdigit (*p) && !g_ascii_isupper (*p))
      return NULL;
  return state != NULL && state[-1] == ' ' ? state : NULL;
}

static gboolean
fail_link (PGconn *link, const SzPgsqlUri *uri, ConnStatusType stage, GError **error)
{
  const char *host = uri->host != NULL ? uri->host : "localhost";
  g_autofree char *message = g_strchomp (g_strdup (PQerrorMessage (link)));
  const char *state = find_state (message);
  const gboolean answered = stage == CONNECTION_AWAITING_RESPONSE || stage == CONNECTION_AUTH_OK;

  g_strdelimit (message, "\n", ' ');
  if (PQconnectionNeedsPassword (link) || (state != NULL && g_str_has_prefix (state, "28")))
    return sz_error_set (error, SZ_ERROR_REFUSED, "db.sign_in", "file", uri->database, "login",
                         PQuser (link), NULL);
  if (state != NULL && strcmp (state, "3D000") == 0)
    return sz_error_set (error, SZ_ERROR_IO, "db.missing", "file", uri->database, NULL);
  if (state != NULL && strcmp (state, "53300") == 0)
    return sz_error_set (error, SZ_ERROR_BUSY, "db.too_many", "file", uri->database, NULL);
  /* Who answered and is not believed: a wrong certificate, or one who only wants the password. */
  if (stage == CONNECTION_SSL_STARTUP || (state == NULL && answered && PQsslInUse (link)))
    return sz_error_set (error, SZ_ERROR_IO, "db.tls_failed", "host", host, "detail", message,
                         NULL);
  return sz_error_set (error, SZ_ERROR_IO, "db.unreachable", "host", host, "port",
                       uri->port != NULL ? uri->port : "5432", "detail", message, NULL);
}

/* With SCRAM it also shuts out a server that only wants to hear the password (RULE srv-13). */
static const char *
choose_binding (const SzPgsqlUri *uri)
{
  return uri->ssl_mode != NULL && g_str_has_prefix (uri->ssl_mode, "verify") ? "require" : NULL;
}

/* Who may see numbers only masked finds the masks in front of the tables (RULE srv-4). */
#define WEAR_MASKS                                                                                 \
  "SELECT set_config ('search_path', m.nspname || ', " SZ_PGSQL_SCHEMA "', false)"                 \
  " FROM pg_namespace m, pg_class p WHERE m.nspname IN ('" SZ_PGSQL_SCHEMA                         \
  "_leader', '" SZ_PGSQL_SCHEMA "_administrator')"                                                 \
  " AND has_schema_privilege (m.oid, 'USAGE') AND p.relname = 'people'"                            \
  " AND p.relnamespace = to_regnamespace ('" SZ_PGSQL_SCHEMA "')"                                  \
  " AND NOT has_table_privilege (p.oid, 'SELECT')"

/* Our own messages are enough: what an idle connection is told at its end goes nowhere. */
static void
noticed_cb (void *data, const char *message)
{
}

/* Also tells an upgrade that somebody is here, for as long as the connection lasts (RULE srv-16).
 */
static gboolean
settle_in (PGconn *link)
{
  PGresult *result
      = PQexec (link, WEAR_MASKS "; SELECT pg_try_advisory_lock_shared (" SZ_PGSQL_LOCK_OPEN ")");
  const gboolean in
      = PQresultStatus (result) != PGRES_TUPLES_OK || *PQgetvalue (result, 0, 0) == 't';

  PQclear (result);
  return in;
}

PGconn *
sz_db_pgsql_link (const SzPgsqlUri *uri, const char *password, GError **error)
{
  g_autofree char *name = g_strconcat ("shizi ", g_get_host_name (), NULL);
  ConnStatusType stage = CONNECTION_BAD;
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
                                  "keepalives_idle",
                                  "keepalives_interval",
                                  "keepalives_count",
                                  NULL };
    const char *const values[]
        = { uri->host, uri->port,       uri->database,   uri->login,
            password,  uri->ssl_mode,   SETTINGS,        uri->ssl_root,
            name,      "UTF8",          CONNECT_TIMEOUT, choose_binding (uri),
            KEEPALIVE, KEEPALIVE_AGAIN, KEEPALIVE_COUNT, NULL };

    link = PQconnectStartParams (words, values, 0);
  }
  if (link != NULL)
    {
      PQsetErrorVerbosity (link, PQERRORS_SQLSTATE);
      PQsetNoticeProcessor (link, noticed_cb, NULL);
      stage = follow (link);
    }
  if (link != NULL && PQstatus (link) == CONNECTION_OK)
    {
      if (settle_in (link))
        return link;
      sz_error_set (error, SZ_ERROR_BUSY, "db.upgrading", "file", uri->database, NULL);
    }
  else if (link != NULL)
    fail_link (link, uri, stage, error);
  else
    sz_error_set (error, SZ_ERROR_IO, "db.memory", NULL);
  PQfinish (link);
  return NULL;
}

/* The guards of the server say so when an act is written down (RULE srv-11). */
static void
listen_here (SzDbPgsql *db)
{
  db->trips++;
  PQclear (PQexec (db->link, "LISTEN shizi"));
  db->listens_on = db->generation;
}

gboolean
sz_db_pgsql_link_again (SzDbPgsql *db)
{
  g_return_val_if_fail (db != NULL, FALSE);

  db->generation++;
  db->plans++;
  db->n_prepared = 0;
  sz_pgsql_pipe_clear (db);
  PQreset (db->link);
  if (PQstatus (db->link) != CONNECTION_OK || !settle_in (db->link))
    return FALSE;
  if (db->listens)
    listen_here (db);
  return TRUE;
}

/* All that has come: the last word of a server and the end behind it are two things. */
static void
take_in (SzDbPgsql *db)
{
  GPollFD socket = { -1, G_IO_IN | G_IO_HUP, 0 };

  do
    {
      PQconsumeInput (db->link);
      socket.fd = PQsocket (db->link);
    }
  while (PQstatus (db->link) == CONNECTION_OK && g_poll (&socket, 1, 0) > 0);
}

int
sz_db_pgsql_wait_fd (SzDb *base)
{
  SzDbPgsql *db = (SzDbPgsql *)base;

  g_return_val_if_fail (base != NULL && !db->in_transaction, -1);

  db->listens = TRUE;
  take_in (db);
  if (PQstatus (db->link) == CONNECTION_BAD)
    sz_db_pgsql_link_again (db);
  if (PQstatus (db->link) == CONNECTION_OK && db->listens_on != db->generation)
    {
      db->heard_on = db->heard_on == 0 ? db->generation : db->heard_on;
      listen_here (db);
    }
  return PQstatus (db->link) == CONNECTION_OK ? PQsocket (db->link) : -1;
}

gboolean
sz_db_pgsql_notified (SzDb *base, gboolean *anew)
{
  SzDbPgsql *db = (SzDbPgsql *)base;
  gboolean told = FALSE;
  PGnotify *notify;

  g_return_val_if_fail (base != NULL && anew != NULL, FALSE);

  *anew = FALSE;
  if (!db->listens)
    return FALSE;
  take_in (db);
  while ((notify = PQnotifies (db->link)) != NULL)
    {
      told = TRUE;
      PQfreemem (notify);
    }
  *anew = PQstatus (db->link) == CONNECTION_BAD || db->heard_on != db->generation;
  if (PQstatus (db->link) == CONNECTION_OK)
    db->heard_on = db->generation;
  return told;
}
