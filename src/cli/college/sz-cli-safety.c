/* sz-cli-safety.c — shizictl verify, backup, restore
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-college.h"
#include "sz-safety.h"

typedef struct
{
  gboolean sound;
  SzVerifyReport report;
} Verified;

static const SzMember verified_fields[] = {
  SZ_SHOW_FLAG (Verified, sound, "sound", NULL),
  SZ_SHOW_COUNT (Verified, report.acts, "acts", NULL),
  SZ_SHOW_COUNT (Verified, report.changes, "changes", NULL),
  SZ_SHOW_COUNT (Verified, report.rows, "rows", NULL),
  SZ_SHOW_COUNT (Verified, report.runs, "runs", NULL),
  SZ_SHOW_TEXT (Verified, report.head, "head", NULL, .flags = SZ_INPLACE),
  SZ_SHOW_SAY (
      N_ ("Sound: {acts} acts, {changes} changes, {rows} rows and {runs} pay runs fit the log. "
          "Head: {head}"),
      .when = "sound"),
  { NULL },
};

static int
run_verify (SzCli *cli, SzOffice *office, gconstpointer asked, GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  Verified verified = { 0 };

  if (!sz_office_verify (office, issues, &verified.report, NULL, error))
    return SZ_EXIT_REFUSED;
  verified.sound = sz_issue_list_errors (issues) == 0;
  sz_cli_show (cli, verified_fields, &verified);
  sz_cli_findings (cli, issues);
  return verified.sound ? SZ_EXIT_DONE : SZ_EXIT_REFUSED;
}

const SzCliCommand sz_cli_verify
    = { "verify",   N_ ("Check that nobody touched the records behind the program's back"),
        NULL,       0,
        run_verify, .office = TRUE };

typedef struct
{
  const char *file;
  gboolean verified;
} Backup;

static const SzArg backup_args[] = {
  SZ_OPTION (TEXT,
             Backup,
             file,
             "output",
             N_ ("FILE"),
             N_ ("The backup to write"),
             .letter = 'o',
             .required = TRUE),
  { 0 },
};

static const SzMember backup_fields[] = {
  SZ_SHOW_TEXT (Backup, file, "file", NULL),
  SZ_SHOW_FLAG (Backup, verified, "verified", NULL),
  SZ_SHOW_SAY (N_ ("Backed up and read back: {file}")),
  { NULL },
};

static int
run_backup (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  Backup backup = *(const Backup *)data;

  if (!sz_office_backup (office, backup.file, NULL, error))
    return SZ_EXIT_REFUSED;
  backup.verified = TRUE;
  sz_cli_show (cli, backup_fields, &backup);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_backup
    = { "backup",    N_ ("Copy the college to a file and read it back"),
        backup_args, sizeof (Backup),
        run_backup,  .office = TRUE };

typedef struct
{
  const char *file;
  const char *db;
  char *replaced;
} Restored;

static const SzArg restore_args[] = {
  SZ_WORD_OF (TEXT, Restored, file, N_ ("FILE")),
  { 0 },
};

static const SzMember restored_fields[] = {
  SZ_SHOW_TEXT (Restored, db, "db", NULL),
  SZ_SHOW_TEXT (Restored, replaced, "replaced", NULL),
  SZ_SHOW_SAY (N_ ("Restored: {db}")),
  SZ_SHOW_SAY (N_ ("The file that was there before is kept as {replaced}")),
  { NULL },
};

static int
run_restore (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  Restored restored = *(const Restored *)data;
  g_autofree char *replaced = NULL;

  if (!sz_office_restore (restored.file, cli->db, cli->who, &replaced, NULL, error))
    return SZ_EXIT_REFUSED;
  restored.db = cli->db;
  restored.replaced = replaced;
  sz_cli_show (cli, restored_fields, &restored);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_restore
    = { "restore", N_ ("Put a backup in place; the replaced file is kept"), restore_args,
        sizeof (Restored), run_restore };
