/* dump-eye.h — looks into a college behind the program's back, as often as a walk wants
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** DumpEye: one connection of its own with a statement for each table of data. */
typedef struct _DumpEye DumpEye;

/** dump_eye_new: (transfer full): opens @db, which must be there, for reading. */
DumpEye *dump_eye_new (const char *db);
void dump_eye_free (DumpEye *eye);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DumpEye, dump_eye_free)

/** dump_eye_look: (transfer full): every table of data as it stands in the file now, row by row;
 *  not the log, the journal, the batches and the memory of ids. Nothing is taken from an earlier
 *  look, and a file put in the place of the old one is opened anew. */
char *dump_eye_look (DumpEye *eye);

G_END_DECLS
