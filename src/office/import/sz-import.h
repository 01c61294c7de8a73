/* sz-import.h — reading a sheet into the college's database: all of it or nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-result.h"
#include "sz-office.h"
#include "sz-progress.h"

G_BEGIN_DECLS

/**
 * sz_office_import:
 *
 * Reads the file twice: the first time everything is checked and nothing written, the second time
 * everything is written in one act (RULE aud-1) after a verified backup. Faults of the file and of
 * its rows are findings in the result; a refused import leaves one row in the log.
 *
 * Returns: (transfer full): %NULL with @error when it could not be tried: no such file, database
 * trouble, cancelled. Nothing was written then.
 */
SzImportResult *sz_office_import (SzOffice *office,
                                  const SzImportRequest *request,
                                  SzProgress progress,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
