/* sz-outfile.h — a file written beside its name and renamed when it is whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-error.h"

G_BEGIN_DECLS

/**
 * SzOutfile: holds a private folder (0700) beside the target, in which the new file and its
 * temporary files grow; on the same file system, so that renaming cannot fail half-way. The old
 * file is untouched until sz_outfile_commit().
 */
typedef struct _SzOutfile SzOutfile;

/** sz_outfile_new: "file.unwritable" (file, detail), "file.disk_full" (file), "file.is_database"
 *  (file): a database stands there, and nothing goes over one, or "file.is_side_file" (file): so
 * the files beside a database are called. What killed processes left in the folder is removed. */
SzOutfile *sz_outfile_new (const char *path, GError **error);
/** sz_outfile_free: without a commit nothing remains but the old file. */
void sz_outfile_free (SzOutfile *out);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzOutfile, sz_outfile_free)

/** sz_outfile_path: where to write. */
const char *sz_outfile_path (SzOutfile *out);
/** sz_outfile_folder: for temporary files; goes away with the outfile. */
const char *sz_outfile_folder (SzOutfile *out);

/** sz_outfile_set_private: for the owner alone (0600), whatever was there before: it holds ID or
 * account numbers. */
void sz_outfile_set_private (SzOutfile *out);

/** sz_outfile_fail: the error for an `errno` met while writing; always %FALSE. */
gboolean sz_outfile_fail (SzOutfile *out, int fault, GError **error);

/** sz_outfile_commit: to the disk, then over the target; keeps the old file's mode. */
gboolean sz_outfile_commit (SzOutfile *out, GError **error);

G_END_DECLS
