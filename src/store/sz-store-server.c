/* sz-store-server.c — what only a college on a server has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-server.h"

#include "sz-db-open.h"
#include "sz-store-private.h"

static gboolean
refuse_file (const char *file, GError **error)
{
  return sz_error_set (error, SZ_ERROR_REFUSED, "server.file", "file", file, NULL);
}

gboolean
sz_store_status (SzStore *store, SzDbStatus *status, GError **error)
{
  g_return_val_if_fail (store != NULL && status != NULL, FALSE);

  if (store->db->klass->status == NULL)
    return refuse_file (store->db->path, error);
  return store->db->klass->status (store->db, status, error);
}

GPtrArray *
sz_store_who_writes (SzStore *store, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);

  return store->db->klass->who_writes (store->db, error);
}

gboolean
sz_store_prepare_place (const char *uri, const SzLogin *by, const char *name, GError **error)
{
  g_autoptr (SzDb) db = NULL;

  g_return_val_if_fail (uri != NULL && by != NULL && name != NULL, FALSE);

  if (sz_db_is_file (uri))
    return refuse_file (uri, error);
  db = sz_db_open_as (uri, SZ_DB_ANY, by->login, by->password, error);
  return db != NULL && db->klass->prepare_place (db, name, error);
}

gboolean
sz_store_owned (SzStore *store, gboolean *owned, GError **error)
{
  g_return_val_if_fail (store != NULL && owned != NULL, FALSE);

  *owned = FALSE;
  return store->db->klass->owns == NULL || store->db->klass->owns (store->db, owned, error);
}
