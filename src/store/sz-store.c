/* sz-store.c — one college's database, owned by one thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/vfs.h>

#include "sz-backup.h"
#include "sz-file.h"
#include "sz-migrate.h"
#include "sz-ledger-book.h"
#include "sz-store-pay.h"
#include "sz-store-private.h"

/* Who converts rows when a database is upgraded: the program itself. */
#define UPGRADER "shizi"
#define STAMP_EXAMPLE "20260307T081500Z"

static void
free_row_sql (gpointer data)
{
  SzRowSql *sql = data;

  g_free (sql->columns);
  g_free (sql);
}

SzStore *
sz_store_wrap (SzDb *db)
{
  SzStore *store = g_new0 (SzStore, 1);

  store->db = db;
  store->row_sql = g_hash_table_new_full (NULL, NULL, NULL, free_row_sql);
  return store;
}

void
sz_store_free (SzStore *store)
{
  if (store == NULL)
    return;
  g_assert (store->act == NULL);
  g_hash_table_unref (store->row_sql);
  sz_db_close (store->db);
  g_free (store);
}

const char *
sz_store_get_path (const SzStore *store)
{
  return store->db->path;
}

gboolean
sz_store_is_read_only (const SzStore *store)
{
  return store->db->read_only;
}

void
sz_store_set_busy_timeout (SzStore *store, guint milliseconds)
{
  store->db->klass->set_busy_timeout (store->db, milliseconds);
}

gboolean
sz_store_set_spill (SzStore *store, guint mebibytes, GError **error)
{
  return store->db->klass->set_spill (store->db, mebibytes, error);
}

gboolean
sz_store_data_version (SzStore *store, gint64 *version, GError **error)
{
  return store->db->klass->data_version (store->db, version, error);
}

gboolean
sz_store_begin_read (SzStore *store, GError **error)
{
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

static char *
join_columns (const SzRowType *type,
              const char *format,
              const char *separator,
              guint first,
              SzColumnFlags wanted)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < type->n_columns; i++)
    {
      if (wanted != SZ_COLUMN_PLAIN && !(type->columns[i].flags & wanted))
        continue;
      if (text->len > 0)
        g_string_append (text, separator);
      g_string_append (text, type->columns[i].name);
      if (*format != '\0')
        g_string_append_printf (text, " = $%u", first++);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
join_places (guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (text, i == 1 ? "$%u" : ", $%u", i);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static SzStmt *
prepare_insert (SzStore *store, const SzRowType *type, GError **error)
{
  g_autofree char *names = join_columns (type, "", ", ", 0, SZ_COLUMN_PLAIN);
  g_autofree char *places = join_places (type->n_columns + 4);
  g_autofree char *sql
      = g_strdup_printf ("INSERT INTO %s (id, row_version, changed_at, changed_by, %s) VALUES (%s)",
                         type->table, names, places);

  return sz_db_prepare (store->db, sql, error);
}

static SzStmt *
prepare_update (SzStore *store, const SzRowType *type, GError **error)
{
  g_autofree char *sets = join_columns (type, "=", ", ", 3, SZ_COLUMN_PLAIN);
  g_autofree char *sql = g_strdup_printf (
      "UPDATE %s SET row_version = row_version + 1, changed_at = $1, changed_by = $2, %s"
      " WHERE id = $%u AND row_version = $%u",
      type->table, sets, type->n_columns + 3, type->n_columns + 4);

  return sz_db_prepare (store->db, sql, error);
}

static SzStmt *
prepare_remove (SzStore *store, const SzRowType *type, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("DELETE FROM %s WHERE id = $1 AND row_version = $2", type->table);

  return sz_db_prepare (store->db, sql, error);
}

static SzStmt *
prepare_select (SzStore *store,
                const SzRowType *type,
                const char *columns,
                const char *condition,
                GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT %s FROM %s WHERE %s", columns, type->table, condition);

  return sz_db_prepare (store->db, sql, error);
}

SzRowSql *
sz_store_row_sql (SzStore *store, const SzRowType *type, GError **error)
{
  SzRowSql *sql = g_hash_table_lookup (store->row_sql, type);
  g_autofree char *names = NULL;
  g_autofree char *key = NULL;

  if (sql != NULL)
    return sql;
  sql = g_new0 (SzRowSql, 1);
  names = join_columns (type, "", ", ", 0, SZ_COLUMN_PLAIN);
  key = join_columns (type, "=", " AND ", 1, SZ_COLUMN_KEY);
  sql->columns = g_strconcat ("id, row_version, ", names, NULL);
  sql->insert = prepare_insert (store, type, error);
  sql->update = sql->insert != NULL ? prepare_update (store, type, error) : NULL;
  sql->remove = sql->update != NULL ? prepare_remove (store, type, error) : NULL;
  sql->by_id
      = sql->remove != NULL ? prepare_select (store, type, sql->columns, "id = $1", error) : NULL;
  if (sql->by_id != NULL && *key != '\0')
    sql->by_key = prepare_select (store, type, sql->columns, key, error);
  if (sql->by_id == NULL || (*key != '\0' && sql->by_key == NULL))
    {
      free_row_sql (sql);
      return NULL;
    }
  g_hash_table_insert (store->row_sql, (gpointer)type, sql);
  return sql;
}

static gboolean
upgrade_schema (SzStore *store, const char *stamp, GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
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
  g_autoptr (SzStore) store = NULL;
  SzDb *db;

  g_return_val_if_fail (uri != NULL && stamp != NULL, NULL);

  db = sz_db_open (uri, flags & SZ_STORE_READ_ONLY ? SZ_DB_READ_ONLY : 0, error);
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

/* Made beside its place and moved there when complete, so that a crash leaves no half college. */
SzStore *
sz_store_create (const char *uri,
                 const SzActInfo *act,
                 const char *college,
                 gint64 establishment,
                 GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *making = NULL;
  SzStore *store;
  SzDb *db;
  gboolean made;

  g_return_val_if_fail (uri != NULL && act != NULL && college != NULL, NULL);

  path = sz_db_path_of_uri (uri, error);
  if (path == NULL)
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
  made = fill_new (store, act, college, establishment, error);
  sz_store_free (store);
  if (made && sz_file_put_in_place (making, path, FALSE, error))
    return sz_store_open (path, SZ_STORE_READ_WRITE, "", error);
  g_unlink (making);
  return NULL;
}

/* From linux/magic.h and the sources of the drivers; FUSE alone may be anything and is left out. */
static const guint32 network_magics[] = {
  0x6969,     /* NFS */
  0x517b,     /* SMB */
  0xff534d42, /* CIFS */
  0xfe534d42, /* SMB2 */
  0x01021997, /* 9P */
  0x5346414f, /* AFS */
  0x73757245, /* Coda */
  0x00c36400, /* Ceph */
};

gboolean
sz_store_on_network (const char *uri)
{
  g_autofree char *path = sz_db_path_of_uri (uri, NULL);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  struct statfs info;

  if (path == NULL || (statfs (path, &info) != 0 && statfs (folder, &info) != 0))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (network_magics); i++)
    if ((guint32)info.f_type == network_magics[i])
      return TRUE;
  return FALSE;
}
