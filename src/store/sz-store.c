/* sz-store.c — one college's database, owned by one thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store.h"

#include "sz-db-open.h"
#include "sz-store-private.h"

SzStore *
sz_store_wrap (SzDb *db)
{
  SzStore *store = g_new0 (SzStore, 1);

  g_return_val_if_fail (db != NULL, NULL);

  store->db = db;
  return store;
}

void
sz_store_free (SzStore *store)
{
  if (store == NULL)
    return;
  g_assert (store->act == NULL);
  g_clear_pointer (&store->row_sql, g_hash_table_unref);
  sz_db_close (store->db);
  g_free (store);
}

const char *
sz_store_get_path (const SzStore *store)
{
  g_return_val_if_fail (store != NULL, NULL);

  return store->db->path;
}

gboolean
sz_store_is_read_only (const SzStore *store)
{
  g_return_val_if_fail (store != NULL, FALSE);

  return store->db->read_only;
}

void
sz_store_set_busy_timeout (SzStore *store, guint milliseconds)
{
  g_return_if_fail (store != NULL);

  store->db->klass->set_busy_timeout (store->db, milliseconds);
}

gboolean
sz_store_set_spill (SzStore *store, guint mebibytes, GError **error)
{
  g_return_val_if_fail (store != NULL, FALSE);

  return store->db->klass->set_spill == NULL
         || store->db->klass->set_spill (store->db, mebibytes, error);
}

gboolean
sz_store_data_version (SzStore *store, gint64 *version, GError **error)
{
  g_return_val_if_fail (store != NULL, FALSE);

  return store->db->klass->data_version (store->db, version, error);
}

gboolean
sz_store_has_news (SzStore *store)
{
  gboolean anew = FALSE;

  g_return_val_if_fail (store != NULL, FALSE);

  if (store->db->klass->notified == NULL)
    return FALSE;
  store->told |= store->db->klass->notified (store->db, &anew);
  store->anew |= anew;
  return store->told || store->anew;
}

gboolean
sz_store_listen (SzStore *store, int *fd, gboolean *anew)
{
  const SzDbClass *klass;
  gboolean told;

  g_return_val_if_fail (store != NULL && fd != NULL && anew != NULL, FALSE);

  klass = store->db->klass;
  *fd = klass->wait_fd != NULL ? klass->wait_fd (store->db) : -1;
  sz_store_has_news (store);
  told = store->told;
  *anew = store->anew;
  store->told = FALSE;
  store->anew = FALSE;
  return told;
}

gboolean
sz_store_begin_read (SzStore *store, GError **error)
{
  g_return_val_if_fail (store != NULL, FALSE);

  if (store->n_readers == 0 && store->act == NULL && !sz_db_begin (store->db, FALSE, error))
    return FALSE;
  store->n_readers++;
  return TRUE;
}

void
sz_store_end_read (SzStore *store)
{
  g_return_if_fail (store->n_readers > 0);
  if (--store->n_readers == 0 && store->act == NULL)
    sz_db_rollback (store->db);
}

gboolean
sz_store_on_network (const char *uri)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (uri != NULL, FALSE);

  path = sz_db_path_of_uri (uri, NULL);
  return path != NULL && sz_db_on_network (path);
}

void
sz_store_set_signer (SzStore *store, SzSigner signer, gpointer user_data)
{
  g_return_if_fail (store != NULL);

  store->signer = signer;
  store->signer_data = user_data;
}
