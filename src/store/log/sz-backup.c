/* sz-backup.c — copies that were read back, and putting one in place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-backup.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sz-audit.h"
#include "sz-db-open.h"
#include "sz-file.h"
#include "sz-migrate.h"
#include "sz-store-college.h"
#include "sz-store-private.h"

#define FOLDER "backups"
#define SUFFIX ".db"
#define STEM_MAX 160

/* The copy is a file of its own by now: what the disk gives back is what counts. */
static gboolean
check_copy (SzStore *store, const char *copy_path, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzDb) copy = sz_db_open (copy_path, SZ_DB_READ_ONLY, error);

  if (copy == NULL || !sz_db_begin (copy, FALSE, error))
    return FALSE;
  return copy->klass->check (copy, error)
         && store->db->klass->equal (store->db, copy, cancellable, error);
}

static gboolean
copy_and_check (SzStore *store, const char *making, GCancellable *cancellable, GError **error)
{
  gboolean done;

  /* Nobody can write while we read, so the copy must be equal to what it was made from. */
  if (!sz_store_begin_read (store, error))
    return FALSE;
  done = store->db->klass->copy (store->db, making, cancellable, error)
         && check_copy (store, making, cancellable, error);
  sz_store_end_read (store);
  return done;
}

static gboolean
fail_exists (const char *path, GError **error)
{
  return sz_error_set (error, SZ_ERROR_REFUSED, "backup.exists", "file", path, NULL);
}

gboolean
sz_backup_make (SzStore *store, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *full = NULL;
  g_autofree char *making = NULL;
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (store != NULL && path != NULL, FALSE);
  g_return_val_if_fail (store->act == NULL, FALSE);

  full = g_canonicalize_filename (path, NULL);
  if (g_file_test (full, G_FILE_TEST_EXISTS))
    return fail_exists (full, error);
  if (!sz_db_name_check (full, error))
    return FALSE;
  making = sz_file_temporary_name (full);
  if (copy_and_check (store, making, cancellable, &fault)
      && sz_file_put_in_place (making, full, FALSE, &fault))
    return TRUE;
  g_unlink (making);
  if (g_error_matches (fault, SZ_ERROR, SZ_ERROR_REFUSED))
    return fail_exists (full, error);
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static char *
make_folder_name (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, FOLDER, NULL);
}

/* "college" of "/home/x/college.db". A long name is cut, and its hash keeps it apart from others
 * that begin alike: stamp, reason and the ending must still fit into a name of 255 bytes. */
static char *
make_stem (const char *path)
{
  g_autofree char *stem = g_path_get_basename (path);
  g_autofree char *hash = NULL;
  const char *end;

  if (g_str_has_suffix (stem, SUFFIX))
    stem[strlen (stem) - strlen (SUFFIX)] = '\0';
  if (strlen (stem) <= STEM_MAX)
    return g_steal_pointer (&stem);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, stem, -1);
  end = g_utf8_find_prev_char (stem, stem + STEM_MAX);
  return g_strdup_printf ("%.*s~%.8s", (int)(end - stem), stem, hash);
}

/* `<stem>-<stamp>-<reason>.db`, where a stamp begins with a digit: "college-2-…" is no copy of
 * "college" unless it looks like one in all its parts. */
static gboolean
is_copy_of (const char *file, const char *stem)
{
  gsize length = strlen (stem);
  const char *dash;

  if (strncmp (file, stem, length) != 0 || file[length] != '-' || !g_str_has_suffix (file, SUFFIX))
    return FALSE;
  file += length + 1;
  dash = strchr (file, '-');
  return g_ascii_isdigit (*file) && dash != NULL
         && strspn (file, "0123456789TZ") == (gsize)(dash - file) && dash - file >= 8;
}

static int
compare_newest_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)b, *(char *const *)a);
}

GStrv
sz_backup_list (const char *uri)
{
  g_autofree char *path = sz_db_path_of_uri (uri, NULL);
  g_autofree char *folder = path != NULL ? make_folder_name (path) : NULL;
  g_autofree char *stem = path != NULL ? make_stem (path) : NULL;
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    if (is_copy_of (file, stem))
      g_ptr_array_add (files, g_build_filename (folder, file, NULL));
  g_ptr_array_sort (files, compare_newest_cb);
  g_ptr_array_add (files, NULL);
  return (GStrv)g_ptr_array_free (g_steal_pointer (&files), FALSE);
}

static void
rotate_copies (const char *uri)
{
  g_auto (GStrv) files = sz_backup_list (uri);
  g_autofree char *folder = files[0] != NULL ? g_path_get_dirname (files[0]) : NULL;

  if (folder != NULL)
    sz_file_remove_stale (folder, "");
  for (guint i = 0; files[i] != NULL; i++)
    if (i >= SZ_BACKUPS_KEPT)
      g_unlink (files[i]);
}

/* Two copies within one second: the later is numbered behind its stamp. */
static char *
choose_name (const char *path, const char *stamp, const char *reason)
{
  g_autofree char *folder = make_folder_name (path);
  g_autofree char *stem = make_stem (path);
  char *name = g_strdup_printf ("%s/%s-%s-%s%s", folder, stem, stamp, reason, SUFFIX);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s/%s-%s-%s-%u%s", folder, stem, stamp, reason, i, SUFFIX);
    }
  return name;
}

/* Another process may take the chosen name while we still copy: then the next one. */
static gboolean
make_numbered (SzStore *store,
               const char *stamp,
               const char *reason,
               char **name,
               GCancellable *cancellable,
               GError **error)
{
  for (;;)
    {
      g_autofree char *chosen = choose_name (sz_store_get_path (store), stamp, reason);
      g_autoptr (GError) fault = NULL;

      if (sz_backup_make (store, chosen, cancellable, &fault))
        {
          *name = g_steal_pointer (&chosen);
          return TRUE;
        }
      if (!g_error_matches (fault, SZ_ERROR, SZ_ERROR_REFUSED)
          || !g_file_test (chosen, G_FILE_TEST_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return FALSE;
        }
    }
}

static gboolean
fail_folder (SzStore *store, const char *folder, int number, GError **error)
{
  /* Where no folder can be made, no journal can: the college itself cannot be written either. */
  if (number == EACCES || number == EPERM || number == EROFS)
    return sz_error_set (error, SZ_ERROR_IO, "db.read_only", "file", sz_store_get_path (store),
                         NULL);
  return sz_error_set (error, SZ_ERROR_IO,
                       number == ENOSPC || number == EDQUOT ? "db.disk_full" : "file.unwritable",
                       "file", folder, "detail", g_strerror (number), NULL);
}

gboolean
sz_backup_keep (SzStore *store,
                const char *stamp,
                const char *reason,
                char **path,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (store != NULL && stamp != NULL && reason != NULL, FALSE);

  folder = make_folder_name (sz_store_get_path (store));
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_folder (store, folder, errno, error);
  if (!make_numbered (store, stamp, reason, &name, cancellable, error))
    return FALSE;
  rotate_copies (sz_store_get_path (store));
  if (path != NULL)
    *path = g_steal_pointer (&name);
  return TRUE;
}

static gboolean
fail_damaged (const char *path, const char *detail, GError **error)
{
  return sz_error_set (error, SZ_ERROR_CORRUPT, "backup.damaged", "file", path, "detail", detail,
                       NULL);
}

/* An older schema has older tables; there structure alone is judged, the upgrade does the rest. */
static gboolean
verify_content (SzStore *store, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  int version = 0;

  if (!sz_migrate_version (store->db, &version, error))
    return FALSE;
  if (version < sz_migrate_latest ())
    return store->db->klass->check (store->db, error);
  if (!sz_audit_verify (store, issues, NULL, cancellable, error))
    return FALSE;
  return sz_issue_list_length (issues) == 0
         || fail_damaged (path, sz_issue_list_get (issues, 0)->code, error);
}

static SzStore *
open_and_verify (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzStore) store = NULL;
  SzDb *db = sz_db_open (path, SZ_DB_READ_ONLY, error);

  if (db == NULL)
    return NULL;
  store = sz_store_wrap (db);
  return verify_content (store, path, cancellable, error) ? g_steal_pointer (&store) : NULL;
}

static SzStore *
open_backup (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autofree char *code = NULL;
  SzStore *store = open_and_verify (path, cancellable, &fault);

  if (store != NULL)
    return store;
  code = sz_error_dup_code (fault);
  if (g_error_matches (fault, SZ_ERROR, SZ_ERROR_CORRUPT) && strcmp (code, "backup.damaged") != 0)
    fail_damaged (path, code, error);
  else
    g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

gboolean
sz_backup_verify (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzStore) store = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  store = open_backup (path, cancellable, error);
  return store != NULL;
}

/* The act that made the college, which all its copies share; NULL without an error when there is
 * none to be read. */
static char *
read_origin (SzStore *store, GError **error)
{
  g_autoptr (SzStmt) stmt
      = sz_db_prepare (store->db, "SELECT act_id FROM acts WHERE seq = 1", error);
  gboolean row = FALSE;

  if (stmt == NULL || !sz_stmt_step (stmt, &row, error))
    return NULL;
  return row ? g_strdup (sz_stmt_text (stmt, 0)) : NULL;
}

/* Made and nothing more: who lost his disk makes a new college first and restores then. */
static gboolean
is_bare (SzStore *store)
{
  gint64 n = 1;

  return sz_db_query_int (
             store->db,
             "SELECT count(*) FROM changes WHERE act_seq > 1 AND table_name <> 'settings'", 1, &n,
             NULL)
         && n == 0;
}

/* NULL without an error: what stands there cannot be read as a college, and may well go. */
static SzStore *
open_old (const char *target, GError **error)
{
  g_autoptr (GError) fault = NULL;
  SzDb *db = sz_db_open (target, SZ_DB_READ_ONLY, &fault);
  g_autoptr (SzStore) store = db != NULL ? sz_store_wrap (db) : NULL;
  int version = 0;

  if (store != NULL && sz_migrate_version (store->db, &version, &fault))
    return g_steal_pointer (&store);
  if (g_error_matches (fault, SZ_ERROR, SZ_ERROR_BUSY)
      || g_error_matches (fault, SZ_ERROR, SZ_ERROR_NEWER_SCHEMA))
    g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

static gboolean
check_same_college (SzStore *backup, const char *path, const char *target, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (SzStore) old = open_old (target, &fault);
  g_autofree char *ours = old != NULL ? read_origin (old, NULL) : NULL;
  g_autofree char *theirs = read_origin (backup, NULL);
  g_autofree char *our_name = NULL;
  g_autofree char *their_name = NULL;

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if (ours == NULL || g_strcmp0 (ours, theirs) == 0 || is_bare (old))
    return TRUE;
  our_name = sz_store_dup_college (old, NULL);
  their_name = sz_store_dup_college (backup, NULL);
  return sz_error_set (error, SZ_ERROR_REFUSED, "backup.other_college", "file", path, "target",
                       target, "ours", our_name, "theirs", their_name, NULL);
}

/* The file that a link stands for: its journal lies beside it, and other names lead to it. */
static char *
find_target (const char *uri, GError **error)
{
  g_autofree char *path = sz_db_path_of_uri (uri, error);
  char *real = path != NULL ? realpath (path, NULL) : NULL;
  char *target = g_strdup (real != NULL ? real : path);

  free (real);
  if (target == NULL)
    return NULL;
  if (!g_file_test (target, G_FILE_TEST_IS_DIR) && sz_db_name_check (target, error))
    return target;
  if (g_file_test (target, G_FILE_TEST_IS_DIR))
    sz_error_set (error, SZ_ERROR_FORMAT, "db.folder", "file", target, NULL);
  g_free (target);
  return NULL;
}

gboolean
sz_backup_restore (const char *path,
                   const char *uri,
                   const char *stamp,
                   char **replaced,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree char *target = NULL;
  g_autofree char *making = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *code = NULL;
  g_autoptr (SzStore) backup = NULL;
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (path != NULL && uri != NULL && stamp != NULL, FALSE);

  if (replaced != NULL)
    *replaced = NULL;
  target = find_target (uri, error);
  backup = target != NULL ? open_backup (path, cancellable, error) : NULL;
  if (backup == NULL
      || (g_file_test (target, G_FILE_TEST_EXISTS)
          && !check_same_college (backup, path, target, error)))
    return FALSE;
  making = sz_file_temporary_name (target);
  if (copy_and_check (backup, making, cancellable, &fault)
      && sz_db_replace (making, target, stamp, &aside, &fault))
    {
      if (replaced != NULL)
        *replaced = g_steal_pointer (&aside);
      return TRUE;
    }
  g_unlink (making);
  code = sz_error_dup_code (fault);
  if (g_str_equal (code, SZ_FILE_UNCONFIRMED))
    return sz_error_set (error, SZ_ERROR_IO, "restore.unconfirmed", "file", target, "replaced",
                         aside, NULL);
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}
