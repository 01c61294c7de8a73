/* sz-db-open.c — a database by its URI
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-db-open.h"

#include <string.h>

#include "sz-db-pgsql-uri.h"
#include "sz-db-pgsql.h"
#include "sz-db-sqlite-file.h"
#include "sz-db-sqlite.h"

#define SQLITE_SCHEME "sqlite:"

char *
sz_db_path_of_uri (const char *uri, GError **error)
{
  g_return_val_if_fail (uri != NULL, NULL);

  if (g_str_has_prefix (uri, SQLITE_SCHEME))
    uri += strlen (SQLITE_SCHEME);
  else if (strstr (uri, "://") != NULL || *uri == '\0')
    {
      sz_error_set (error, SZ_ERROR_FORMAT, "db.unknown_uri", "uri", uri, NULL);
      return NULL;
    }
  return g_canonicalize_filename (uri, NULL);
}

gboolean
sz_db_name_check (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return sz_db_sqlite_file_name_check (path, error);
}

gboolean
sz_db_is_file (const char *uri)
{
  g_return_val_if_fail (uri != NULL, FALSE);

  return !sz_pgsql_uri_known (uri);
}

SzDb *
sz_db_open (const char *uri, SzDbFlags flags, GError **error)
{
  return sz_db_open_as (uri, flags, NULL, NULL, error);
}

SzDb *
sz_db_open_as (
    const char *uri, SzDbFlags flags, const char *login, const char *password, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (uri != NULL, NULL);

  if (sz_pgsql_uri_known (uri))
    return sz_db_pgsql_open (uri, flags, login, password, error);
  path = sz_db_path_of_uri (uri, error);
  return path != NULL ? sz_db_sqlite_open (path, flags, error) : NULL;
}

gboolean
sz_db_on_network (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return sz_db_sqlite_file_on_network (path);
}

/* How long one waits for who writes to the file that is to go. */
#define LOCK_TIMEOUT_MS 1000

/* The write lock of the file that is to go, so that nobody is in the middle of it; NULL without an
 * error when it cannot even be opened as a database: then it has no writer either. */
static SzDb *
lock_old (const char *target, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (SzDb) db = sz_db_open (target, 0, &fault);

  if (db != NULL)
    db->klass->set_busy_timeout (db, LOCK_TIMEOUT_MS);
  if (db == NULL || sz_db_begin (db, TRUE, &fault))
    return g_steal_pointer (&db);
  if (g_error_matches (fault, SZ_ERROR, SZ_ERROR_BUSY))
    g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

gboolean
sz_db_replace (
    const char *made, const char *target, const char *stamp, char **replaced, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (SzDb) lock = NULL;

  g_return_val_if_fail (made != NULL && target != NULL && stamp != NULL, FALSE);

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    lock = lock_old (target, &fault);
  if (fault == NULL)
    return sz_db_sqlite_file_swap (made, target, stamp, replaced, error);
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}
