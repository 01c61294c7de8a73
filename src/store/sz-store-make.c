/* sz-store-make.c — a college's database that was not there before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-make.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sz-db-open.h"
#include "sz-file.h"
#include "sz-migrate.h"
#include "sz-store-private.h"

/* Taken away again when it does not become whole, so that the next attempt finds the place empty.
 */
static SzStore *
make_on_server (
    const char *uri, const SzLogin *by, SzStoreFill fill, gpointer user_data, GError **error)
{
  SzDb *db = sz_db_open_as (uri, 0, by != NULL ? by->login : NULL, by != NULL ? by->password : NULL,
                            error);
  g_autoptr (SzStore) store = db != NULL ? sz_store_wrap (db) : NULL;
  SzDbIdentity identity;

  if (store == NULL || !db->klass->identify (db, &identity, error))
    return NULL;
  if (identity != SZ_DB_NOTHING && identity != SZ_DB_NO_TABLES)
    {
      sz_error_set (error, SZ_ERROR_REFUSED, "store.exists", "file", uri, NULL);
      return NULL;
    }
  if (fill (store, user_data, error))
    return g_steal_pointer (&store);
  db->klass->unmake (db, NULL);
  return NULL;
}

/* Made beside its place and moved there when complete, so that a crash leaves no half college. */
static SzStore *
make_file (const char *uri, SzStoreFill fill, gpointer user_data, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *making = NULL;
  g_autofree char *code = NULL;
  g_autoptr (GError) fault = NULL;
  SzStore *store;
  SzDb *db;
  gboolean made;

  path = sz_db_path_of_uri (uri, error);
  if (path == NULL || !sz_db_name_check (path, error))
    return NULL;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      sz_error_set (error, SZ_ERROR_REFUSED, "store.exists", "file", path, NULL);
      return NULL;
    }
  making = sz_file_temporary_name (path);
  db = sz_db_open (making, SZ_DB_CREATE, error);
  if (db == NULL)
    return NULL;
  store = sz_store_wrap (db);
  made = fill (store, user_data, &fault);
  sz_store_free (store);
  if (!made)
    {
      g_unlink (making);
      /* Whatever was committed there, it is gone with the file that had no name yet. */
      code = sz_error_dup_code (fault);
      if (g_str_has_prefix (code, "act."))
        sz_error_set (error, SZ_ERROR_IO, "db.io", "file", path, "detail", "medium", NULL);
      else
        g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
  if (!sz_file_put_in_place (making, path, FALSE, error))
    {
      g_unlink (making);
      return NULL;
    }
  db = sz_db_open (path, 0, &fault);
  if (db != NULL)
    return sz_store_wrap (db);
  code = sz_error_dup_code (fault);
  sz_error_set (error, SZ_ERROR_IO, "store.made", "file", path, "detail", code, NULL);
  return NULL;
}

SzStore *
sz_store_make (
    const char *uri, const SzLogin *by, SzStoreFill fill, gpointer user_data, GError **error)
{
  g_return_val_if_fail (uri != NULL && fill != NULL, NULL);

  return sz_db_is_file (uri) ? make_file (uri, fill, user_data, error)
                             : make_on_server (uri, by, fill, user_data, error);
}

typedef struct
{
  SzStore *from;
  SzCarried *carried;
  GCancellable *cancellable;
} Carrying;

static gboolean
fill_copy (SzStore *store, gpointer user_data, GError **error)
{
  const Carrying *carrying = user_data;

  if (!sz_db_begin (store->db, TRUE, error))
    return FALSE;
  if (sz_migrate_to (store->db, sz_migrate_latest (), error)
      && sz_carry (carrying->from->db, store->db, carrying->carried, carrying->cancellable, error)
      && sz_db_commit (store->db, error))
    return TRUE;
  sz_db_rollback (store->db);
  return FALSE;
}

SzStore *
sz_store_carry (SzStore *from,
                const char *uri,
                const SzLogin *by,
                SzCarried *carried,
                GCancellable *cancellable,
                GError **error)
{
  Carrying carrying = { from, carried, cancellable };
  SzStore *store;

  g_return_val_if_fail (from != NULL && uri != NULL && carried != NULL, NULL);

  if (!sz_store_begin_read (from, error))
    return NULL;
  store = sz_store_make (uri, by, fill_copy, &carrying, error);
  sz_store_end_read (from);
  return store;
}

void
sz_store_unmake (SzStore *store)
{
  g_autofree char *path = NULL;

  g_return_if_fail (store != NULL);

  if (store->db->klass->unmake != NULL)
    store->db->klass->unmake (store->db, NULL);
  else
    path = g_strdup (store->db->path);
  sz_store_free (store);
  if (path != NULL)
    g_unlink (path);
}
