/* sz-package-backup.h — encrypted backups (RULE pkg-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-issue.h"
#include "sz-move.h"
#include "sz-safety.h"

G_BEGIN_DECLS

/**
 * sz_office_backup_sealed:
 * @password: (nullable)
 * @to: (nullable): names of known keys
 * @issues: gets what verify finds in the college
 *
 * The college's file as it stands, sealed; the plain text of it goes nowhere. FALSE without an
 * error and nothing written when the college does not verify. The errors of
 * sz_office_package_make().
 */
gboolean sz_office_backup_sealed (SzOffice *office,
                                  const char *path,
                                  const char *password,
                                  const char *const *to,
                                  SzIssueList *issues,
                                  GError **error);

/** sz_office_backup_is_sealed: by how the file begins. */
gboolean sz_office_backup_is_sealed (const char *path);

/** sz_office_restore_sealed: opens it with @password (nullable) or a key of this user, in a folder
 *  of mode 0700 beside @db that goes away whatever happens; then sz_office_restore(). */
gboolean sz_office_restore_sealed (const char *backup,
                                   const char *password,
                                   const char *db,
                                   const SzRestorer *by,
                                   char **replaced,
                                   GError **error);

/** SzSealedSource: an encrypted backup; @password nullable: a key of this user opens it too. */
typedef struct
{
  const char *file;
  const char *password;
} SzSealedSource;

/** sz_office_restore_sealed_to_server: opens it in a folder of mode 0700 in the user's data folder
 *  that goes away whatever happens; then sz_office_restore_to_server(). */
gboolean sz_office_restore_sealed_to_server (const SzSealedSource *source,
                                             const char *to,
                                             const SzRestorer *by,
                                             SzMoved *moved,
                                             GError **error);

G_END_DECLS
