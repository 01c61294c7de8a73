/* server-fixture.c — a database of its own on the server that tests/with-pg.sh started
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "server-fixture.h"

#include <libpq-fe.h>
#include <string.h>

static PGconn *
link_to (const char *uri)
{
  PGconn *link = PQconnectdb (uri);

  if (PQstatus (link) != CONNECTION_OK)
    g_error ("%s", PQerrorMessage (link));
  return link;
}

static char *
run (PGconn *link, const char *sql, char **state)
{
  PGresult *result = PQexec (link, sql);
  const char *refused = PQresultErrorField (result, PG_DIAG_SQLSTATE);
  char *text = NULL;

  if (refused != NULL && state == NULL)
    g_error ("%s: %s", sql, PQerrorMessage (link));
  if (state != NULL)
    *state = g_strdup (refused);
  if (PQresultStatus (result) == PGRES_TUPLES_OK && PQntuples (result) > 0)
    text = g_strdup (PQgetvalue (result, 0, 0));
  PQclear (result);
  return text;
}

/* Databases are made and dropped from another one. */
static void
run_outside (const char *uri, const char *format)
{
  PGconn *inside = PQconnectStart (uri);
  g_autofree char *sql = NULL;
  const char *const words[] = { "host", "port", "user", "dbname", NULL };
  const char *const values[]
      = { PQhost (inside), PQport (inside), PQuser (inside), "postgres", NULL };
  PGconn *link = PQconnectdbParams (words, values, 0);
  g_auto (GStrv) parts = g_strsplit (format, "{name}", -1);

  g_assert_cmpint (PQstatus (link), ==, CONNECTION_OK);
  sql = g_strjoinv (PQdb (inside), parts);
  g_free (run (link, sql, NULL));
  PQfinish (link);
  PQfinish (inside);
}

void
server_fixture_make (const char *uri)
{
  run_outside (uri, "CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C'"
                    " LC_CTYPE 'C.UTF-8'");
}

void
server_fixture_drop (const char *uri)
{
  run_outside (uri, "DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");
}

char *
server_fixture_sql (const char *uri, const char *sql, char **state)
{
  PGconn *link = link_to (uri);
  char *text;

  g_free (run (link, "SET search_path = shizi", NULL));
  text = run (link, sql, state);
  PQfinish (link);
  return text;
}
