/* sz-import-written.h — rows as they are stored, for people to look at before they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-run.h"

G_BEGIN_DECLS

/** sz_import_keep_written: the row at hand was written: among the first, for people to look at. */
void sz_import_keep_written (SzImportRun *run, gboolean added);

G_END_DECLS
