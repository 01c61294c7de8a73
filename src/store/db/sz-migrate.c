/* sz-migrate.c — numbered schema scripts and the version of a database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-migrate.h"

#include <string.h>

#include "sz-store-resources.h"

#define SCHEMA_FOLDER "/org/shizi/Shizi/schema"

/* In order; a script that was released is never changed, a new one follows. */
static const char *const scripts[] = {
  "001-journal.sql",     "002-imports.sql",     "003-people.sql",   "004-workload.sql",
  "005-college.sql",     "006-pay.sql",         "007-total.sql",    "008-cases.sql",
  "009-registers.sql",   "010-recruitment.sql", "011-titles.sql",   "012-payrun.sql",
  "013-watch.sql",       "014-safety.sql",      "015-packages.sql", "016-accounts.sql",
  "017-title-files.sql",
};

int
sz_migrate_latest (void)
{
  return G_N_ELEMENTS (scripts);
}

static GBytes *
load_script (const SzDb *db, int version)
{
  g_autofree char *path
      = g_build_path ("/", SCHEMA_FOLDER, db->klass->name, scripts[version - 1], NULL);
  g_autoptr (GError) error = NULL;
  GBytes *script = NULL;

  script = g_resource_lookup_data (sz_store_resources_get_resource (), path,
                                   G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  return script;
}

static gboolean
note_version (SzDb *db, int version, GBytes *script, GError **error)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, script);
  SzStmt *stmt
      = sz_db_prepare (db,
                       "INSERT INTO schema_versions (version, script, sha256) VALUES ($1, $2, $3)",
                       error);

  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, version);
  sz_stmt_bind_text (stmt, 2, scripts[version - 1]);
  sz_stmt_bind_text (stmt, 3, hash);
  return sz_stmt_run (stmt, error);
}

static gboolean
run_script (SzDb *db, int version, GError **error)
{
  g_autoptr (GBytes) script = load_script (db, version);
  g_autofree char *sql = NULL;
  gsize size = 0;
  const char *text = g_bytes_get_data (script, &size);

  sql = g_strndup (text, size);
  return sz_db_exec (db, sql, error) && note_version (db, version, script, error);
}

static GBytes *
find_extra (const SzDb *db, const char *name)
{
  g_autofree char *path = g_build_path ("/", SCHEMA_FOLDER, db->klass->name, name, NULL);

  return g_resource_lookup_data (sz_store_resources_get_resource (), path,
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/* What a kind of database has beside the tables that all have; nothing where it has none. */
static gboolean
run_extra (SzDb *db, const char *name, GError **error)
{
  g_autoptr (GBytes) script = find_extra (db, name);
  g_autofree char *sql
      = script != NULL ? g_strndup (g_bytes_get_data (script, NULL), g_bytes_get_size (script))
                       : NULL;

  return sql == NULL || sz_db_exec (db, sql, error);
}

static gboolean
read_version (SzDb *db, int *version, GError **error)
{
  gint64 value = 0;

  if (!sz_db_query_int (db, "SELECT max(version) FROM schema_versions", 0, &value, error))
    return FALSE;
  *version = (int)CLAMP (value, 0, G_MAXINT);
  return TRUE;
}

gboolean
sz_migrate_to (SzDb *db, int version, GError **error)
{
  SzDbIdentity identity;
  int at = 0;

  g_return_val_if_fail (db != NULL && version >= 1 && version <= sz_migrate_latest (), FALSE);

  if (!db->klass->identify (db, &identity, error))
    return FALSE;
  if (identity == SZ_DB_NOTHING || identity == SZ_DB_NO_TABLES ? !db->klass->mark (db, error)
                                                               : !read_version (db, &at, error))
    return FALSE;
  /* What an older program guarded it with stays no longer than its tables. */
  if (at > 0 && at < version && !run_extra (db, "unguard.sql", error))
    return FALSE;
  while (at < version)
    if (!run_script (db, ++at, error))
      return FALSE;
  return version < sz_migrate_latest ()
         || (run_extra (db, "guards.sql", error) && run_extra (db, "rights.sql", error));
}

/* Guards are of no version: those of an older program are not known, and do not outlive its tables
 * (unguard.sql). */
static gboolean
is_guard (const SzDb *db, int version, const char *name)
{
  static const char *const kinds[]
      = { "function ", "trigger ", "policy ", "rule ", "index ", NULL };

  g_autoptr (GBytes) guards = find_extra (db, "guards.sql");

  if (guards == NULL || version == sz_migrate_latest ())
    return FALSE;
  for (gsize i = 0; kinds[i] != NULL; i++)
    if (g_str_has_prefix (name, kinds[i]))
      return TRUE;
  return FALSE;
}

static const char *
find_difference (const SzDb *db, int version, GHashTable *found, GHashTable *expected)
{
  GHashTableIter iter;
  gpointer name, sql;

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &name, &sql))
    if (!(g_hash_table_lookup (expected, name) == NULL && is_guard (db, version, name))
        && g_strcmp0 (g_hash_table_lookup (expected, name), sql) != 0)
      return name;
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (found, name))
      return name;
  return NULL;
}

/* Names and texts, in the order of the names; what ends a text cannot stand in one. */
static char *
digest_schema (GHashTable *schema)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (schema), (GCompareFunc)g_strcmp0);

  for (GList *name = names; name != NULL; name = name->next)
    {
      const char *sql = g_hash_table_lookup (schema, name->data);

      g_checksum_update (sum, name->data, (gssize)strlen (name->data) + 1);
      g_checksum_update (sum, (const guchar *)sql, (gssize)strlen (sql) + 1);
    }
  return g_strdup (g_checksum_get_string (sum));
}

/* A script that was released never changes, so what it makes has one digest for ever: a line a
 * version. To make a model of sixteen scripts at each start took as long as all the rest of it. */
static char *
dup_released (const SzDb *db, int version)
{
  g_autoptr (GBytes) bytes = find_extra (db, "digests.txt");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (bytes == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  return version <= (int)g_strv_length (lines) ? g_strdup (lines[version - 1]) : NULL;
}

char *
sz_migrate_digest (SzDb *db, GError **error)
{
  g_autoptr (GHashTable) schema = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  schema = sz_db_list_schema (db, error);
  return schema != NULL ? digest_schema (schema) : NULL;
}

/* What the scripts make of a database up to a version is the same each time, and a college is
 * opened often: it is made once a version and only read from then on; on a server for each login,
 * who sees names in his own way. NULL without an error where nothing can be made to compare with.
 */
static GHashTable *
expect_schema (SzDb *db, int version, GError **error)
{
  static GMutex mutex;
  static GHashTable *models;
  const char *login = "", *password = NULL;
  g_autofree char *key = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autoptr (SzDb) model = NULL;
  GHashTable *expected;
  gboolean possible;

  if (db->klass->who != NULL)
    db->klass->who (db, &login, &password);
  key = g_strdup_printf ("%s %d %s", db->klass->name, version, login);
  if (models == NULL)
    models = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                    (GDestroyNotify)g_hash_table_unref);
  expected = g_hash_table_lookup (models, key);
  if (expected != NULL)
    return expected;
  model = db->klass->scratch (db, &possible, error);
  if (model == NULL || !sz_migrate_to (model, version, error))
    return NULL;
  expected = sz_db_list_schema (model, error);
  if (expected != NULL)
    g_hash_table_insert (models, g_steal_pointer (&key), expected);
  return expected;
}

/* A foreign trigger or view would run with our rights: nothing may be there but what our own
 * scripts make, to the letter. */
static gboolean
check_schema (SzDb *db, int version, GError **error)
{
  g_autofree char *released = dup_released (db, version);
  g_autofree char *digest = NULL;
  g_autoptr (GHashTable) found = NULL;
  g_autoptr (GError) fault = NULL;
  GHashTable *expected = NULL;
  const char *name;

  /* Who can make nothing to compare with need not ask for all that is there. */
  if (released == NULL && (expected = expect_schema (db, version, &fault)) == NULL)
    {
      if (fault != NULL)
        g_propagate_error (error, g_steal_pointer (&fault));
      return fault == NULL;
    }
  found = sz_db_list_schema (db, error);
  if (found == NULL)
    return FALSE;
  digest = digest_schema (found);
  if (g_strcmp0 (released, digest) == 0)
    return TRUE;
  if (expected == NULL && (expected = expect_schema (db, version, error)) == NULL)
    return FALSE;
  name = find_difference (db, version, found, expected);
  return name == NULL
         || sz_error_set (error, SZ_ERROR_CORRUPT, "db.schema_changed", "file", db->path, "detail",
                          name, NULL);
}

gboolean
sz_migrate_version (SzDb *db, int *version, GError **error)
{
  g_autofree char *found = NULL;
  g_autofree char *known = NULL;
  SzDbIdentity identity;

  g_return_val_if_fail (db != NULL && version != NULL, FALSE);

  *version = 0;
  if (!db->klass->identify (db, &identity, error))
    return FALSE;
  if (identity != SZ_DB_OURS)
    return sz_error_set (error, SZ_ERROR_FORMAT,
                         identity == SZ_DB_NOTHING ? "db.empty" : "db.not_ours", "file", db->path,
                         NULL);
  if (!read_version (db, version, error))
    return FALSE;
  if (*version >= 1 && *version <= sz_migrate_latest ())
    return check_schema (db, *version, error);
  found = g_strdup_printf ("%d", *version);
  known = g_strdup_printf ("%d", sz_migrate_latest ());
  return sz_error_set (error, SZ_ERROR_NEWER_SCHEMA, "db.newer_schema", "file", db->path, "found",
                       found, "known", known, NULL);
}

/* Which scripts made the database is written in it; each must be ours, in its place. */
gboolean
sz_migrate_find_wrong (SzDb *db, int *version, GError **error)
{
  g_autoptr (SzStmt) stmt
      = sz_db_prepare (db, "SELECT version, script, sha256 FROM schema_versions ORDER BY version",
                       error);
  gboolean row = TRUE;
  int at = 0;

  g_return_val_if_fail (version != NULL, FALSE);

  *version = 0;
  while (stmt != NULL && *version == 0)
    {
      g_autoptr (GBytes) script = NULL;
      g_autofree char *hash = NULL;

      if (!sz_stmt_step (stmt, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (++at > sz_migrate_latest () || sz_stmt_int (stmt, 0) != at)
        {
          *version = at;
          break;
        }
      script = load_script (db, at);
      hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, script);
      if (strcmp (sz_stmt_text (stmt, 1), scripts[at - 1]) != 0
          || strcmp (sz_stmt_text (stmt, 2), hash) != 0)
        *version = at;
    }
  return stmt != NULL;
}
