/* sz-safety.h — verifying, backing up and restoring a college (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-issue.h"
#include "sz-session.h"
#include "sz-progress.h"

G_BEGIN_DECLS

/** SzVerifyReport: what was looked at; @head anchors the chain when it is written down elsewhere.
 */
typedef struct
{
  gint64 acts;
  gint64 changes;
  gint64 rows;
  gint64 runs;
  char head[65];
  gboolean accepted; /* what was found was accepted before, see sz-soundness.h */
} SzVerifyReport;

/**
 * sz_office_verify:
 * @issues: gets one error for each row changed, removed or reordered
 *
 * What is found, or found no more, is left in the log: see sz-soundness.h. Returns FALSE only when
 * it could not be carried out.
 */
gboolean sz_office_verify (SzOffice *office,
                           SzIssueList *issues,
                           SzVerifyReport *report,
                           GCancellable *cancellable,
                           GError **error);

/**
 * sz_office_backup:
 * @issues: gets what verify finds in the copy
 *
 * A copy at @path, read back and verified before it counts as one, and noted in the log where the
 * college can be written. "backup.not_logged" (file, detail): the copy is good all the same;
 * REFUSED "backup.unverified" (file, detail): it was written, and could not be restored.
 */
gboolean sz_office_backup (SzOffice *office,
                           const char *path,
                           SzIssueList *issues,
                           GCancellable *cancellable,
                           GError **error);

/** SzRestorer: who restores: @who for the log, or as a login with its @password, or who has signed
 *  in; any may be %NULL. */
typedef struct
{
  const char *who;
  const char *password;
  SzSession *session;
} SzRestorer;

/**
 * sz_office_restore:
 * @backup: the backup, verified first
 * @by: where there are accounts in the file that is replaced, it must be an administrator (RULE
 *   acc-3); where there are some in the backup, its log gets its row only from one of them
 * @db: the database to put in place; need not exist
 * @replaced: (out) (transfer full) (nullable): where the replaced file is kept
 *
 * An error before the file was replaced leaves all as it was. Behind that it says so:
 * "restore.unconfirmed", "restore.not_logged", "restore.new_not_logged" (file, replaced, detail).
 */
gboolean sz_office_restore (const char *backup,
                            const char *db,
                            const SzRestorer *by,
                            char **replaced,
                            GCancellable *cancellable,
                            GError **error);

/** sz_office_restore_needs_account: whether the college at @db has accounts, so that one must sign
 *  in to put another file in its place. */
gboolean sz_office_restore_needs_account (const char *db);

G_END_DECLS
