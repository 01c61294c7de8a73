/* sz-safety.c — verifying, backing up and restoring a college
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-safety.h"

#include "sz-audit.h"
#include "sz-backup.h"
#include "sz-office-act.h"
#include "sz-office-private.h"

static gboolean
sum_up_verify (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  json_object_set_new (summary, "faults", json_integer (*(const guint *)user_data));
  return TRUE;
}

/* What was found stays in the log (RULE aud-3, audit.broken), where the log can still be written:
   a college that is damaged or read-only is told about all the same. */
static void
note_verify (SzOffice *office, guint n_faults)
{
  g_autoptr (GError) fault = NULL;

  if (n_faults > 0 && !sz_store_is_read_only (sz_office_get_store (office)))
    sz_office_run (office, &(SzActHead){ .kind = "verify" }, sum_up_verify, &n_faults, NULL,
                   &fault);
}

gboolean
sz_office_verify (SzOffice *office,
                  SzIssueList *issues,
                  SzVerifyReport *report,
                  GCancellable *cancellable,
                  GError **error)
{
  SzAuditCount count = { 0 };

  if (!sz_audit_verify (sz_office_get_store (office), issues, &count, cancellable, error))
    return FALSE;
  *report = (SzVerifyReport){
    .acts = count.n_acts, .changes = count.n_changes, .rows = count.n_rows, .runs = count.n_runs
  };
  g_strlcpy (report->head, count.head, sizeof report->head);
  note_verify (office, sz_issue_list_errors (issues));
  return TRUE;
}

/* A college that can only be read cannot note its own backup; the copy is as good. */
static gboolean
note_backup (SzOffice *office, const char *path, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autofree char *code = NULL;

  if (sz_store_is_read_only (sz_office_get_store (office))
      || sz_office_note_file (office, "backup", path, NULL, json_object (), &fault))
    return TRUE;
  code = sz_error_dup_code (fault);
  return g_str_equal (code, "db.read_only")
         || sz_error_set (error, SZ_ERROR_IO, "backup.not_logged", "file", path, "detail", code,
                          NULL);
}

gboolean
sz_office_backup (SzOffice *office, const char *path, GCancellable *cancellable, GError **error)
{
  return sz_backup_make (sz_office_get_store (office), path, cancellable, error)
         && note_backup (office, path, error);
}

/* The restored file speaks for itself; its log gets a row about where it came from. */
static gboolean
note_restore (
    const char *backup, const char *db, const char *who, const char *replaced, GError **error)
{
  g_autoptr (SzOffice) office = sz_office_open (db, who, error);
  g_autofree char *kept = replaced != NULL ? g_path_get_basename (replaced) : NULL;

  if (office == NULL)
    return FALSE;
  return sz_office_note_file (office, "restore", backup, NULL,
                              json_pack ("{s:s?}", "replaced", kept), error);
}

gboolean
sz_office_restore (const char *backup,
                   const char *db,
                   const char *who,
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
  if (!sz_backup_restore (backup, db, stamp, &kept, cancellable, error))
    return FALSE;
  done = note_restore (backup, db, who, kept, &fault);
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
