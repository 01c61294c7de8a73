/* sz-cli-safety.c — shizictl verify, heads, backup, restore
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-account.h"
#include "sz-cli-college.h"
#include "sz-cli-password.h"
#include "sz-heads.h"
#include "sz-move.h"
#include "sz-package-backup.h"
#include "sz-safety.h"
#include "sz-soundness.h"

typedef struct
{
  const char *const *heads;
} VerifyAsked;

static const SzArg verify_args[] = {
  SZ_OPTION (TEXTS,
             VerifyAsked,
             heads,
             "head",
             N_ ("HASH[@SEQ]"),
             N_ ("A head that was written down elsewhere: the log must hold it")),
  { 0 },
};

typedef struct
{
  gboolean sound;
  char *short_head;
  char *moved_from;
  SzVerifyReport report;
} Verified;

static const SzMember verified_fields[] = {
  SZ_SHOW_FLAG (Verified, sound, "sound", NULL),
  SZ_SHOW_FLAG (Verified, report.accepted, "accepted", NULL),
  SZ_SHOW_COUNT (Verified, report.acts, "acts", NULL),
  SZ_SHOW_COUNT (Verified, report.changes, "changes", NULL),
  SZ_SHOW_COUNT (Verified, report.rows, "rows", NULL),
  SZ_SHOW_COUNT (Verified, report.runs, "runs", NULL),
  SZ_SHOW_TEXT (Verified, report.head, "head", NULL, .flags = SZ_INPLACE),
  SZ_SHOW_TEXT (Verified, short_head, "short_head", NULL),
  SZ_SHOW_TEXT (Verified, moved_from, "college_moved_from_head", NULL, .flags = SZ_OPTIONAL),
  SZ_SHOW_SAY (
      N_ ("Sound: {acts} acts, {changes} changes, {rows} rows and {runs} pay runs fit the log. "
          "Head: {head}"),
      .when = "sound"),
  SZ_SHOW_SAY (N_ ("What was found was accepted before."), .when = "accepted"),
  { NULL },
};

static int
run_verify (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const VerifyAsked *asked = data;
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autofree char *head = NULL;
  g_autofree char *moved_from = NULL;
  g_autoptr (GError) fault = NULL;
  Verified verified = { 0 };

  if (!sz_office_verify (office, issues, &verified.report, NULL, error))
    return SZ_EXIT_REFUSED;
  for (gsize i = 0; asked->heads != NULL && asked->heads[i] != NULL; i++)
    if (!sz_office_compare_head (office, asked->heads[i], issues, error))
      return SZ_EXIT_REFUSED;
  head = sz_office_dup_head (office, error);
  if (head == NULL)
    return SZ_EXIT_REFUSED;
  moved_from = sz_office_dup_moved_from (office, &fault);
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return SZ_EXIT_REFUSED;
    }
  verified.moved_from = moved_from;
  verified.short_head = head;
  verified.sound = sz_issue_list_errors (issues) == 0;
  sz_cli_show (cli, verified_fields, &verified);
  sz_cli_findings (cli, issues);
  return verified.sound ? SZ_EXIT_DONE : SZ_EXIT_REFUSED;
}

const SzCliCommand sz_cli_verify
    = { "verify",    N_ ("Check that nobody touched the records behind the program's back"),
        verify_args, sizeof (VerifyAsked),
        run_verify,  .office = TRUE };

typedef struct
{
  const char *reason;
} Accepted;

static const SzArg accept_args[] = {
  SZ_WORD_OF (TEXT, Accepted, reason, N_ ("REASON")),
  { 0 },
};

static const SzMember accepted_fields[] = {
  SZ_SHOW_TEXT (Accepted, reason, "reason", NULL),
  SZ_SHOW_SAY (N_ ("The college is accepted as it is; it can be written to again.")),
  { NULL },
};

static int
run_accept (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Accepted *accepted = data;

  if (!sz_office_accept_faults (office, accepted->reason, NULL, error))
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, accepted_fields, accepted);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_verify_accept
    = { "verify accept", N_ ("Accept what verify finds, so that the college can be written to"),
        accept_args,     sizeof (Accepted),
        run_accept,      .office = TRUE };

static const SzMember head_fields[] = {
  SZ_SHOW_TEXT (SzHead, head, "head", N_ ("Head")),
  SZ_SHOW_COUNT (SzHead, seq, "seq", NULL),
  SZ_SHOW_TIME (SzHead, at, "at", N_ ("When")),
  SZ_SHOW_TEXT (SzHead, who, "who", N_ ("Who"), .flags = SZ_EMPTY_TEXT),
  SZ_SHOW_TEXT (SzHead, kind, "kind", N_ ("Kind")),
  SZ_SHOW_TEXT (SzHead, file, "file", N_ ("File")),
  { NULL },
};

typedef struct
{
  GPtrArray *heads;
  char *now;
} Heads;

static const SzMember heads_fields[] = {
  SZ_SHOW_TEXT (Heads, now, "now", NULL),
  SZ_SHOW_SAY (N_ ("The log stands at {now}.")),
  SZ_SHOW_LIST (Heads, heads, "heads", "", head_fields, .holds = SZ_HOLDS_POINTERS),
  { NULL },
};

static int
run_heads (SzCli *cli, SzOffice *office, gconstpointer asked, GError **error)
{
  g_autofree char *now = sz_office_dup_head (office, error);
  g_autoptr (GPtrArray) heads = now != NULL ? sz_office_heads (office, error) : NULL;
  const Heads shown = { heads, now };

  if (heads == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, heads_fields, &shown);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_heads
    = { "heads",   N_ ("Heads of the log that went out with backups, forms and meeting packs"),
        NULL,      0,
        run_heads, .office = TRUE };

typedef struct
{
  const char *file;
  const char *password_file;
  const char *const *to;
  gboolean verified;
  char *head;
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
  SZ_OPTION (TEXT,
             Backup,
             password_file,
             "password-file",
             N_ ("FILE"),
             N_ ("Encrypt it: the first line is the password")),
  SZ_OPTION (TEXTS, Backup, to, "to", N_ ("NAME"), N_ ("Encrypt it for the holder of a known key")),
  { 0 },
};

static const SzMember backup_fields[] = {
  SZ_SHOW_TEXT (Backup, file, "file", NULL),
  SZ_SHOW_FLAG (Backup, verified, "verified", NULL),
  SZ_SHOW_TEXT (Backup, head, "head", NULL),
  SZ_SHOW_SAY (N_ ("Backed up and verified: {file}. Head: {head}"), .when = "verified"),
  { NULL },
};

static int
run_backup (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autofree char *head = sz_office_dup_head (office, error);
  Backup backup = *(const Backup *)data;
  const char *password = NULL;

  if (head == NULL)
    return SZ_EXIT_REFUSED;
  backup.head = head;
  if (!sz_cli_password (cli, backup.password_file, &password, error))
    return SZ_EXIT_TROUBLE;
  backup.verified = backup.password_file != NULL || backup.to != NULL
                        ? sz_office_backup_sealed (office, backup.file,
                                                   backup.password_file != NULL ? password : NULL,
                                                   backup.to, issues, error)
                        : sz_office_backup (office, backup.file, issues, NULL, error);
  if (!backup.verified && sz_issue_list_length (issues) == 0)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, backup_fields, &backup);
  sz_cli_findings (cli, issues);
  return backup.verified ? SZ_EXIT_DONE : SZ_EXIT_REFUSED;
}

const SzCliCommand sz_cli_backup
    = { "backup",    N_ ("Copy the college to a file and verify the copy"),
        backup_args, sizeof (Backup),
        run_backup,  .office = TRUE };

typedef struct
{
  const char *file;
  const char *password_file;
  const char *db;
  char *replaced;
} Restored;

static const SzArg restore_args[] = {
  SZ_WORD_OF (TEXT, Restored, file, N_ ("FILE")),
  SZ_OPTION (TEXT,
             Restored,
             password_file,
             "password-file",
             N_ ("FILE"),
             N_ ("Whose first line is the password")),
  { 0 },
};

static const SzMember restored_fields[] = {
  SZ_SHOW_TEXT (Restored, db, "db", NULL),
  SZ_SHOW_TEXT (Restored, replaced, "replaced", NULL),
  SZ_SHOW_SAY (N_ ("Restored: {db}")),
  SZ_SHOW_SAY (N_ ("The file that was there before is kept as {replaced}")),
  { NULL },
};

/* RULE srv-15 */
static int
restore_to_server (SzCli *cli, const Restored *restored, GError **error)
{
  g_auto (SzMoved) moved = { 0 };
  SzRestorer by = { .who = cli->who };
  const SzRestoreSource plain = { .file = restored->file };
  SzSealedSource sealed = { .file = restored->file };
  gboolean done;

  if (!sz_cli_server_password (cli, FALSE, &by.password, error))
    return SZ_EXIT_REFUSED;
  if (!sz_office_backup_is_sealed (restored->file))
    done = sz_office_restore_to_server (&plain, cli->db, by.who, by.password, &moved, error);
  else
    done = sz_cli_password (cli, restored->password_file, &sealed.password, error)
           && sz_office_restore_sealed_to_server (&sealed, cli->db, &by, &moved, error);
  if (!done)
    return SZ_EXIT_REFUSED;
  sz_cli_show_restored (cli, &moved);
  return SZ_EXIT_DONE;
}

static int
run_restore (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  Restored restored = *(const Restored *)data;
  g_autofree char *replaced = NULL;
  const char *password = NULL;
  SzRestorer by = { .who = cli->who };

  if (sz_office_at_server (cli->db))
    return restore_to_server (cli, &restored, error);
  if ((sz_office_restore_needs_account (cli->db)
       && !sz_cli_credentials (cli, &by.who, &by.password, error))
      || !sz_cli_password (cli, restored.password_file, &password, error)
      || !(sz_office_backup_is_sealed (restored.file)
               ? sz_office_restore_sealed (restored.file, password, cli->db, &by, &replaced, error)
               : sz_office_restore (restored.file, cli->db, &by, &replaced, NULL, error)))
    return SZ_EXIT_REFUSED;
  restored.db = cli->db;
  restored.replaced = replaced;
  sz_cli_show (cli, restored_fields, &restored);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_restore
    = { "restore", N_ ("Put a backup in place; the replaced file is kept"), restore_args,
        sizeof (Restored), run_restore };
