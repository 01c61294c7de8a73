/* sz-db-pgsql-roles.c — the roles of a server: owner, groups, and who is let in (RULE srv-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-db-pgsql-roles.h"

#include <string.h>

#include "sz-db-pgsql-db.h"

/* With the longest of "shizi_…_administrator" a name of PostgreSQL's 63 bytes. */
#define NAME_MAX_BYTES 40

static const char *const groups[]
    = { "personnel", "finance", "leader", "supervisor", "administrator" };

gboolean
sz_db_pgsql_owns (SzDb *db, gboolean *owns, GError **error)
{
  gint64 member = 0;

  g_return_val_if_fail (db != NULL && owns != NULL, FALSE);

  if (!sz_db_query_int (db,
                        "SELECT pg_has_role (nspowner, 'MEMBER')::int FROM pg_namespace"
                        " WHERE nspname = '" SZ_PGSQL_SCHEMA "'",
                        0, &member, error))
    return FALSE;
  *owns = member != 0;
  return TRUE;
}

void
sz_db_pgsql_who (SzDb *base, const char **login, const char **password)
{
  const SzDbPgsql *db = (const SzDbPgsql *)base;

  g_return_if_fail (db != NULL && login != NULL && password != NULL);

  *login = PQuser (db->link);
  *password = PQpass (db->link);
}

/* Who else holds the lock that every connection takes when it opens the college (RULE srv-16). */
#define OTHERS                                                                                     \
  "SELECT count (*), coalesce (string_agg (DISTINCT a.usename::text, '、'), '')"                  \
  " FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid WHERE l.locktype = 'advisory'"        \
  " AND l.classid = " SZ_PGSQL_LOCKS " AND l.objid = 2 AND l.granted"                              \
  " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database ())"            \
  " AND l.pid <> pg_backend_pid ()"

gboolean
sz_db_pgsql_alone (SzDb *db, gboolean on, GError **error)
{
  gint64 alone = 0;
  gboolean row = FALSE;
  g_autoptr (SzStmt) stmt = NULL;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!sz_db_query_int (db,
                        on ? "SELECT pg_try_advisory_lock (" SZ_PGSQL_LOCK_OPEN ")::int"
                           : "SELECT pg_advisory_unlock (" SZ_PGSQL_LOCK_OPEN ")::int",
                        0, &alone, error))
    return FALSE;
  if (alone != 0 || !on)
    return TRUE;
  stmt = sz_db_prepare (db, OTHERS, error);
  if (stmt == NULL || !sz_stmt_step (stmt, &row, error))
    return FALSE;
  return sz_error_set (error, SZ_ERROR_BUSY, "db.others_online", "file", db->path, "count",
                       sz_stmt_text (stmt, 0), "who", sz_stmt_text (stmt, 1), NULL);
}

static GPtrArray *
list_presences (SzDb *db, const char *sql, GError **error)
{
  g_autoptr (GPtrArray) list = sz_db_presences_new ();
  g_autoptr (SzStmt) stmt = sz_db_prepare (db, sql, error);
  gboolean row = TRUE;

  while (stmt != NULL && row)
    {
      SzDbPresence *presence;

      if (!sz_stmt_step (stmt, &row, error))
        return NULL;
      if (!row)
        break;
      presence = g_new0 (SzDbPresence, 1);
      presence->who = g_strdup (sz_stmt_text (stmt, 0));
      presence->host = g_strdup (sz_stmt_text (stmt, 1));
      presence->since = g_strdup (sz_stmt_text (stmt, 2));
      g_ptr_array_add (list, presence);
    }
  return stmt != NULL ? g_steal_pointer (&list) : NULL;
}

GPtrArray *
sz_db_pgsql_who_writes (SzDb *base, GError **error)
{
  g_return_val_if_fail (base != NULL, NULL);

  return list_presences (base, "SELECT who, host, since FROM who_writes ()", error);
}

gboolean
sz_db_pgsql_status (SzDb *base, SzDbStatus *status, GError **error)
{
  SzDbPgsql *db = (SzDbPgsql *)base;
  g_autoptr (GPtrArray) writing = NULL;

  g_return_val_if_fail (base != NULL && status != NULL, FALSE);

  status->version = g_strdup (PQparameterStatus (db->link, "server_version"));
  status->tls = PQsslInUse (db->link) != 0;
  status->online = list_presences (base, "SELECT who, host, since FROM who_is_present ()", error);
  writing = status->online != NULL ? sz_db_pgsql_who_writes (base, error) : NULL;
  if (writing == NULL)
    return FALSE;
  status->writing = writing->len > 0 ? g_ptr_array_steal_index (writing, 0) : NULL;
  return TRUE;
}

/* Only this travels, never the password itself; it cannot be turned back. */
static char *
dup_verifier (SzDbPgsql *db, const SzDbLogin *login, GError **error)
{
  char *made = PQencryptPasswordConn (db->link, login->password, login->login, "scram-sha-256");
  char *verifier = g_strdup (made);

  PQfreemem (made);
  if (verifier == NULL)
    sz_db_pgsql_fail (db, NULL, error);
  return verifier;
}

gboolean
sz_db_pgsql_set_login (SzDb *base, const SzDbLogin *login, GError **error)
{
  g_autofree char *verifier = NULL;
  g_autoptr (SzStmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (base != NULL && login != NULL && login->login != NULL, FALSE);

  if (login->password != NULL)
    {
      verifier = dup_verifier ((SzDbPgsql *)base, login, error);
      if (verifier == NULL)
        return FALSE;
    }
  stmt = sz_db_prepare (base, "SELECT 1 FROM set_login ($1, $2, $3, $4)", error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, login->login);
  sz_stmt_bind_text (stmt, 2, verifier);
  sz_stmt_bind_text (stmt, 3, login->roles);
  sz_stmt_bind_int (stmt, 4, login->open);
  return sz_stmt_step (stmt, &row, error);
}

static gboolean
check_name (const char *name, GError **error)
{
  gboolean sound = g_ascii_islower (*name) && strlen (name) <= NAME_MAX_BYTES;

  for (const char *p = name; sound && *p != '\0'; p++)
    sound = g_ascii_islower (*p) || g_ascii_isdigit (*p) || *p == '_';
  return sound || sz_error_set (error, SZ_ERROR_REFUSED, "server.name", "name", name, NULL);
}

static gboolean
make_role (SzDb *db, const char *name, const char *options, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("DO $$BEGIN"
                         " IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%s') THEN"
                         "  CREATE ROLE %s NOLOGIN %s; END IF; END$$",
                         name, name, options);

  return sz_db_exec (db, sql, error);
}

/* The owner of colleges, and who may make logins for them; both are nobody who could connect. From
 * PostgreSQL 16 on making members needs the groups' own say. */
static gboolean
make_roles (SzDb *db, const char *name, GError **error)
{
  const gboolean option = PQserverVersion (((SzDbPgsql *)db)->link) >= 160000;

  if (!make_role (db, "shizi_owner", "", error)
      || !make_role (db, "shizi_roles", "CREATEROLE", error)
      || !sz_db_exec (db,
                      "GRANT shizi_roles TO shizi_owner; GRANT pg_read_all_stats TO shizi_owner",
                      error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *group = g_strdup_printf ("shizi_%s_%s", name, groups[i]);
      g_autofree char *grant = g_strdup_printf ("GRANT %s TO shizi_roles WITH ADMIN OPTION", group);

      if (!make_role (db, group, "", error) || (option && !sz_db_exec (db, grant, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
make_database (SzDb *db, const char *name, GError **error)
{
  g_autofree char *make
      = g_strdup_printf ("CREATE DATABASE %s OWNER shizi_owner TEMPLATE template0 ENCODING 'UTF8'"
                         " LC_COLLATE 'C' LC_CTYPE 'C'",
                         name);
  g_autofree char *close = g_strdup_printf ("REVOKE ALL ON DATABASE %s FROM PUBLIC", name);

  if (!sz_db_exec (db, make, error) || !sz_db_exec (db, close, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *grant
          = g_strdup_printf ("GRANT CONNECT ON DATABASE %s TO shizi_%s_%s", name, name, groups[i]);

      if (!sz_db_exec (db, grant, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sz_db_pgsql_prepare_place (SzDb *base, const char *name, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  gboolean there = FALSE;

  g_return_val_if_fail (base != NULL && name != NULL, FALSE);

  if (!check_name (name, error))
    return FALSE;
  stmt = sz_db_prepare (base, "SELECT 1 FROM pg_database WHERE datname = $1", error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, name);
  if (!sz_stmt_step (stmt, &there, error))
    return FALSE;
  if (there)
    return sz_error_set (error, SZ_ERROR_REFUSED, "server.exists", "name", name, NULL);
  return make_roles (base, name, error) && make_database (base, name, error);
}
