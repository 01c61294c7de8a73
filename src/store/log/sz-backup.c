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
#include "sz-store-make.h"

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

/* What lies on a server becomes a file that opens as a college (RULE srv-15). */
static gboolean
carry_to_file (SzStore *store, const char *path, GCancellable *cancellable, GError **error)
{
  SzCarried carried;
  SzStore *copy = sz_store_carry (store, path, NULL, &carried, cancellable, error);

  if (copy == NULL)
    return FALSE;
  sz_store_free (copy);
  return TRUE;
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
  if (!store->db->klass->is_file)
    return carry_to_file (store, full, cancellable, error);
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

static gboolean
fail_damaged (const char *path, const char *detail, GError **error)
{
  return sz_error_set (error, SZ_ERROR_CORRUPT, "backup.damaged", "file", path, "detail", detail,
                       NULL);
}

/* An older schema has older tables; there structure alone is judged, the upgrade does the rest. */
static gboolean
verify_content (SzStore *store,
                const char *path,
                gboolean made,
                SzIssueList *issues,
                GCancellable *cancellable,
                GError **error)
{
  gboolean accepted = FALSE;
  int version = 0;

  if (!sz_migrate_version (store->db, &version, error))
    return FALSE;
  if (version < sz_migrate_latest ())
    return made || store->db->klass->check (store->db, error);
  if (!(made ? sz_audit_verify_content (store, issues, cancellable, error)
             : sz_audit_verify (store, issues, NULL, cancellable, error)))
    return FALSE;
  if (sz_issue_list_length (issues) == 0)
    return TRUE;
  if (!sz_audit_is_accepted (store, issues, &accepted, error))
    return FALSE;
  return accepted || fail_damaged (path, sz_issue_list_get (issues, 0)->code, error);
}

static SzStore *
open_and_verify (
    const char *path, gboolean made, SzIssueList *issues, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzStore) store = NULL;
  SzDb *db = sz_db_open (path, SZ_DB_READ_ONLY, error);

  if (db == NULL)
    return NULL;
  store = sz_store_wrap (db);
  return verify_content (store, path, made, issues, cancellable, error) ? g_steal_pointer (&store)
                                                                        : NULL;
}

static SzStore *
open_whole (
    const char *path, gboolean made, SzIssueList *issues, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autofree char *code = NULL;
  SzStore *store = open_and_verify (path, made, issues, cancellable, &fault);

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
sz_backup_is_delta (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return g_str_has_suffix (path, SZ_BACKUP_DELTA);
}

gboolean
sz_backup_look (
    const char *path, gboolean made, SzIssueList *issues, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzStore) store = NULL;

  g_return_val_if_fail (path != NULL && issues != NULL, FALSE);

  store = open_whole (path, made, issues, cancellable, error);
  return store != NULL;
}

/* (transfer full): the copy that a file of changes goes on from: it lies beside it. */
static char *
find_base (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = NULL;
  g_autoptr (SzDb) db = sz_db_open (path, SZ_DB_READ_ONLY, error);
  g_autoptr (SzStmt) stmt = db != NULL ? sz_db_prepare (db, "SELECT file FROM base", NULL) : NULL;
  gboolean row = FALSE;

  if (db == NULL)
    return NULL;
  if (stmt == NULL || !sz_stmt_step (stmt, &row, NULL) || !row
      || strchr (sz_stmt_text (stmt, 0), G_DIR_SEPARATOR) != NULL)
    {
      fail_damaged (path, "base", error);
      return NULL;
    }
  base = g_build_filename (folder, sz_stmt_text (stmt, 0), NULL);
  if (g_file_test (base, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&base);
  sz_error_set (error, SZ_ERROR_IO, "backup.base_missing", "file", path, "base", base, NULL);
  return NULL;
}

/* The copy to restore from: @path itself, or what a file of changes goes on from. */
static SzStore *
open_backup (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autofree char *base = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) || !sz_backup_is_delta (path))
    return open_whole (path, FALSE, issues, cancellable, error);
  base = find_base (path, error);
  return base != NULL ? open_whole (base, FALSE, issues, cancellable, error) : NULL;
}

/* Puts the changes into the copy at @making, which then must verify like any other. */
static gboolean
go_on (const char *path, const char *making, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) fault = NULL;
  g_autofree char *code = NULL;
  gboolean done;

  if (!sz_backup_is_delta (path))
    return TRUE;
  {
    g_autoptr (SzDb) db = sz_db_open (making, 0, error);

    if (db == NULL)
      return FALSE;
    done = db->klass->apply (db, path, &fault);
  }
  if (done && sz_backup_look (making, FALSE, issues, cancellable, &fault))
    return TRUE;
  code = sz_error_dup_code (fault);
  if (g_error_matches (fault, SZ_ERROR, SZ_ERROR_IO)
      || g_error_matches (fault, SZ_ERROR, SZ_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&fault));
  else
    fail_damaged (path, code, error);
  return FALSE;
}

gboolean
sz_backup_verify (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzStore) store = NULL;
  g_autofree char *making = NULL;
  gboolean done;

  g_return_val_if_fail (path != NULL, FALSE);

  store = open_backup (path, cancellable, error);
  if (store == NULL || !sz_backup_is_delta (path))
    return store != NULL;
  making = sz_file_temporary_name (path);
  done = copy_and_check (store, making, cancellable, error)
         && go_on (path, making, cancellable, error);
  g_unlink (making);
  return done;
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
      && go_on (path, making, cancellable, &fault)
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
