/* sz-safety.c — verifying, backing up and restoring a college
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-safety.h"

#include "sz-audit.h"
#include "sz-backup.h"
#include "sz-office-note.h"
#include "sz-office-private.h"
#include "sz-rights.h"
#include "sz-sign-in.h"
#include "sz-soundness.h"
#include "sz-store-account.h"
#include "sz-store-open.h"

gboolean
sz_office_verify (SzOffice *office,
                  SzIssueList *issues,
                  SzVerifyReport *report,
                  GCancellable *cancellable,
                  GError **error)
{
  SzAuditCount count = { 0 };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && report != NULL, FALSE);

  if (!sz_audit_verify (sz_office_get_store (office), issues, &count, cancellable, error))
    return FALSE;
  *report = (SzVerifyReport){
    .acts = count.n_acts, .changes = count.n_changes, .rows = count.n_rows, .runs = count.n_runs
  };
  g_strlcpy (report->head, count.head, sizeof report->head);
  return (sz_issue_list_length (issues) == 0
          || sz_audit_is_accepted (sz_office_get_store (office), issues, &report->accepted, error))
         && sz_office_note_soundness (office, issues, error);
}

static gboolean
is_owner_alone (SzOffice *office)
{
  gboolean accounts = FALSE;

  return sz_office_get_session (office) == NULL && sz_office_has_accounts (office, &accounts, NULL)
         && accounts;
}

/* A college that can only be read cannot note its own backup; the copy is as good. */
static gboolean
note_backup (SzOffice *office, const char *path, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autofree char *code = NULL;

  /* Who has no account cannot sign what is noted. */
  if (sz_store_is_read_only (sz_office_get_store (office)) || is_owner_alone (office)
      || sz_office_note_file (office, "backup", path, NULL, json_object (), &fault))
    return TRUE;
  code = sz_error_dup_code (fault);
  return g_str_equal (code, "db.read_only")
         || sz_error_set (error, SZ_ERROR_IO, "backup.not_logged", "file", path, "detail", code,
                          NULL);
}

/* It counts when it could be restored: what was written is verified as restore would do it. A copy
 * of a college with faults is kept all the same: it may be the only one. */
gboolean
sz_office_backup (SzOffice *office,
                  const char *path,
                  SzIssueList *issues,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autofree char *code = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && path != NULL && issues != NULL, FALSE);

  if (!sz_office_allow (office, "backup", error)
      || !sz_backup_make (sz_office_get_store (office), path, cancellable, error))
    return FALSE;
  if (sz_backup_look (path, TRUE, issues, cancellable, &fault))
    return note_backup (office, path, error);
  if (sz_issue_list_errors (issues) > 0 && !sz_office_note_soundness (office, issues, error))
    return FALSE;
  code = sz_error_dup_code (fault);
  return sz_error_set (error, SZ_ERROR_REFUSED, "backup.unverified", "file", path, "detail",
                       sz_issue_list_errors (issues) > 0 ? sz_issue_list_get (issues, 0)->code
                                                         : code,
                       NULL);
}

/* Where there are accounts. */
static gboolean
sign_in (SzOffice *office, const SzRestorer *by, GError **error)
{
  g_autoptr (SzSession) session = NULL;
  gboolean accounts = FALSE;

  if (!sz_office_has_accounts (office, &accounts, error))
    return FALSE;
  if (!accounts)
    return TRUE;
  if (by->session != NULL)
    return sz_office_take_session (office, by->session, error);
  if (by->who == NULL || by->password == NULL)
    return sz_error_set (error, SZ_ERROR_REFUSED, "account.sign_in", NULL);
  session = sz_office_sign_in (office, by->who, by->password, error);
  return session != NULL;
}

gboolean
sz_office_restore_needs_account (const char *db)
{
  g_autoptr (SzStore) store = NULL;
  gboolean accounts = FALSE;

  g_return_val_if_fail (db != NULL, FALSE);

  /* Only looked at: what is there may be older, damaged, or nothing at all. */
  store = sz_store_open (db, SZ_STORE_READ_ONLY, "", NULL);
  return store != NULL && sz_store_has_accounts (store, &accounts, NULL) && accounts;
}

/* RULE acc-3 */
static gboolean
admit (const char *db, const SzRestorer *by, GError **error)
{
  g_autoptr (SzOffice) office = NULL;

  if (!sz_office_restore_needs_account (db))
    return TRUE;
  office = sz_office_open (db, by->who, error);
  return office != NULL && sign_in (office, by, error)
         && sz_office_require (office, "restore", error);
}

/* The restored file speaks for itself; its log gets a row about where it came from. */
static gboolean
note_restore (
    const char *backup, const char *db, const SzRestorer *by, const char *replaced, GError **error)
{
  g_autoptr (SzOffice) office = sz_office_open (db, by->who, error);
  g_autofree char *kept = replaced != NULL ? g_path_get_basename (replaced) : NULL;

  if (office == NULL || !sign_in (office, by, error))
    return FALSE;
  return sz_office_note_file (office, "restore", backup, NULL,
                              json_pack ("{s:s?}", "replaced", kept), error);
}

gboolean
sz_office_restore (const char *backup,
                   const char *db,
                   const SzRestorer *by,
                   char **replaced,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  g_autofree char *kept = NULL;
  g_autoptr (GError) fault = NULL;
  gboolean done;

  if (!g_file_test (backup, G_FILE_TEST_EXISTS))
    return sz_error_set (error, SZ_ERROR_IO, "file.missing", "file", backup, NULL);
  if (!admit (db, by, error))
    return FALSE;
  if (!sz_backup_restore (backup, db, stamp, &kept, cancellable, error))
    return FALSE;
  done = note_restore (backup, db, by, kept, &fault);
  if (!done)
    {
      g_autofree char *code = sz_error_dup_code (fault);

      sz_error_set (error, SZ_ERROR_IO,
                    kept != NULL ? "restore.not_logged" : "restore.new_not_logged", "file", db,
                    "replaced", kept, "detail", code, NULL);
    }
  if (replaced != NULL)
    *replaced = g_steal_pointer (&kept);
  return done;
}
