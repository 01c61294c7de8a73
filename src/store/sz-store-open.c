/* sz-store-open.c — a college's database made, or opened and upgraded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-open.h"

#include <string.h>

#include "sz-act-private.h"
#include "sz-backup-keep.h"
#include "sz-db-open.h"
#include "sz-migrate.h"
#include "sz-store-college.h"
#include "sz-store-make.h"
#include "sz-store-pay.h"
#include "sz-store-private.h"
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

/* Whoever else has it open would go on with tables that are no more (RULE srv-16). */
static gboolean
upgrade_alone (SzStore *store, const char *stamp, GError **error)
{
  const SzDbClass *klass = store->db->klass;
  gboolean done;

  if (klass->alone == NULL || store->db->read_only)
    return upgrade_schema (store, stamp, error);
  done = klass->alone (store->db, TRUE, error) && upgrade_schema (store, stamp, error);
  klass->alone (store->db, FALSE, NULL);
  return done;
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
  return version == sz_migrate_latest () || upgrade_alone (store, stamp, error);
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

typedef struct
{
  const SzActInfo *info;
  const char *college;
  gint64 establishment;
} NewCollege;

static gboolean
fill_new (SzStore *store, gpointer user_data, GError **error)
{
  const NewCollege *new = user_data;
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
  act = sz_act_begin (store, new->info, error);
  return act != NULL && sz_store_set_college (act, new->college, error)
         && sz_store_set_establishment (act, new->establishment, SZ_DATE_NONE, "", error)
         && sz_act_commit (act, error);
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
  NewCollege new = { act, college, establishment };

  g_return_val_if_fail (uri != NULL && act != NULL && college != NULL, NULL);

  return sz_store_make (uri, by, fill_new, &new, error);
}

gboolean
sz_store_is_file (const char *uri)
{
  g_return_val_if_fail (uri != NULL, FALSE);

  return sz_db_is_file (uri);
}
