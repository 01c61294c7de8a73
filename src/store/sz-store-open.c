/* sz-store-open.c — a college's database made, or opened and upgraded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-open.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sz-act-private.h"
#include "sz-backup-keep.h"
#include "sz-db-open.h"
#include "sz-file.h"
#include "sz-migrate.h"
#include "sz-store-college.h"
#include "sz-store-pay.h"
#include "sz-ledger-book.h"

/* Who converts rows when a database is upgraded: the program itself. */
#define UPGRADER "shizi"
#define STAMP_EXAMPLE "20260307T081500Z"

static gboolean
upgrade_schema (SzStore *store, const char *stamp, GError **error)
{
  /* Tried again after a power cut it is the same act. */
  g_autofree char *id = g_strdup_printf ("upgrade-%d-%s", sz_migrate_latest (), stamp);
  g_autofree char *at = NULL;
  SzActInfo info = { .id = id, .kind = "upgrade", .who = UPGRADER };
  g_autoptr (SzAct) act = NULL;

  if (store->db->read_only)
    return sz_error_set (error, SZ_ERROR_REFUSED, "db.upgrade_needed", "file", store->db->path,
                         NULL);
  if (!sz_backup_keep (store, stamp, "upgrade", NULL, NULL, error))
    return FALSE;
  if (strlen (stamp) == strlen (STAMP_EXAMPLE))
    at = g_strdup_printf ("%.4s-%.2s-%.5s:%.2s:%s", stamp, stamp + 4, stamp + 6, stamp + 11,
                          stamp + 13);
  info.at = at != NULL ? at : stamp;
  act = sz_act_begin (store, &info, error);
  if (act == NULL || !sz_migrate_to (store->db, sz_migrate_latest (), error)
      || !sz_store_pay_adopt (act, error) || !sz_store_ledger_adopt (act, error))
    return FALSE;
  /* Only what changes rows belongs into the log. */
  return act->n_changes > 0 ? sz_act_commit (act, error) : sz_db_commit (store->db, error);
}

static gboolean
prepare_schema (SzStore *store, const char *stamp, GError **error)
{
  int version = 0;

  if (!sz_store_begin_read (store, error))
    return FALSE;
  if (!sz_migrate_version (store->db, &version, error))
    {
      sz_store_end_read (store);
      return FALSE;
    }
  sz_store_end_read (store);
  return version == sz_migrate_latest () || upgrade_schema (store, stamp, error);
}

SzStore *
sz_store_open (const char *uri, SzStoreFlags flags, const char *stamp, GError **error)
{
  return sz_store_open_as (uri, NULL, flags, stamp, error);
}

SzStore *
sz_store_open_as (
    const char *uri, const SzLogin *by, SzStoreFlags flags, const char *stamp, GError **error)
{
  g_autoptr (SzStore) store = NULL;
  SzDb *db;

  g_return_val_if_fail (uri != NULL && stamp != NULL, NULL);

  db = sz_db_open_as (uri, flags & SZ_STORE_READ_ONLY ? SZ_DB_READ_ONLY : 0,
                      by != NULL ? by->login : NULL, by != NULL ? by->password : NULL, error);
  if (db == NULL)
    return NULL;
  store = sz_store_wrap (db);
  return prepare_schema (store, stamp, error) ? g_steal_pointer (&store) : NULL;
}

static gboolean
fill_new (SzStore *store,
          const SzActInfo *info,
          const char *college,
          gint64 establishment,
          GError **error)
{
  g_autoptr (SzAct) act = NULL;

  if (!sz_db_begin (store->db, TRUE, error))
    return FALSE;
  if (!sz_migrate_to (store->db, sz_migrate_latest (), error))
    {
      sz_db_rollback (store->db);
      return FALSE;
    }
  if (!sz_db_commit (store->db, error))
    return FALSE;
  act = sz_act_begin (store, info, error);
  return act != NULL && sz_store_set_college (act, college, error)
         && sz_store_set_establishment (act, establishment, SZ_DATE_NONE, "", error)
         && sz_act_commit (act, error);
}

/* Taken away again when it does not become whole, so that the next attempt finds the place empty.
 */
static SzStore *
create_on_server (const char *uri,
                  const SzLogin *by,
                  const SzActInfo *act,
                  const char *college,
                  gint64 establishment,
                  GError **error)
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
  if (fill_new (store, act, college, establishment, error))
    return g_steal_pointer (&store);
  db->klass->unmake (db, NULL);
  return NULL;
}

/* Made beside its place and moved there when complete, so that a crash leaves no half college. */
static SzStore *
create_file (const char *uri,
             const SzActInfo *act,
             const char *college,
             gint64 establishment,
             GError **error)
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
  made = fill_new (store, act, college, establishment, &fault);
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
  store = sz_store_open (path, SZ_STORE_READ_WRITE, "", &fault);
  if (store != NULL)
    return store;
  code = sz_error_dup_code (fault);
  sz_error_set (error, SZ_ERROR_IO, "store.made", "file", path, "detail", code, NULL);
  return NULL;
}

SzStore *
sz_store_create (const char *uri,
                 const SzActInfo *act,
                 const char *college,
                 gint64 establishment,
                 GError **error)
{
  return sz_store_create_as (uri, NULL, act, college, establishment, error);
}

SzStore *
sz_store_create_as (const char *uri,
                    const SzLogin *by,
                    const SzActInfo *act,
                    const char *college,
                    gint64 establishment,
                    GError **error)
{
  g_return_val_if_fail (uri != NULL && act != NULL && college != NULL, NULL);

  return sz_db_is_file (uri) ? create_file (uri, act, college, establishment, error)
                             : create_on_server (uri, by, act, college, establishment, error);
}

gboolean
sz_store_is_file (const char *uri)
{
  g_return_val_if_fail (uri != NULL, FALSE);

  return sz_db_is_file (uri);
}
