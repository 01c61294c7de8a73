/* sz-db-sqlite-writer.h — who is writing to a database, said beside it while it lasts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SzWriter: what stands in `<database>.writer` during an act. It is a label and no lock: the lock
 * is the database's own. What a process that died has left is not believed, and nobody has to
 * remove it; whoever writes next writes over it.
 */
typedef struct
{
  char *who;
  char *host;
  char *since; /* local time, "2026-03-07 16:15" */
} SzWriter;

void sz_writer_clear (SzWriter *writer);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzWriter, sz_writer_clear)

/** sz_writer_mark: only under the write lock of the database at @path; @act names the act, @at is
 *  UTC. A label that cannot be written is no fault. */
void sz_writer_mark (const char *path, const char *act, const char *who, const char *at);

/** sz_writer_unmark: takes the label of @act away, and nobody else's. */
void sz_writer_unmark (const char *path, const char *act);

/** sz_writer_read: FALSE when nobody has said that he is writing, or who said so is dead. */
gboolean sz_writer_read (const char *path, SzWriter *writer);

G_END_DECLS
