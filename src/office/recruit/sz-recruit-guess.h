/* sz-recruit-guess.h — what a sheet of recruitment says in its name only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-kind.h"
#include "sz-office.h"

G_BEGIN_DECLS

/**
 * sz_recruit_guess: (transfer full)
 * @kind: (nullable): what the sheet seems to be
 * @path: of the file
 *
 * Heading → what every row may say that has no column for it: 招聘批次 the last plan, 科目 the
 * component of one of its posts that stands in the name of the file. Empty where nothing can be
 * told; nobody is told of a fault.
 */
GHashTable *sz_recruit_guess (SzOffice *office, const SzImportKind *kind, const char *path);

G_END_DECLS
