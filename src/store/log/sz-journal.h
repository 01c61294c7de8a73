/* sz-journal.h — every write goes through here: the row and its entry in one transaction (RULE
 * aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-row-type.h"
#include "sz-store.h"

G_BEGIN_DECLS

/** sz_journal_next_id: an id that this table never had. */
gboolean sz_journal_next_id (SzAct *act, const SzRowType *type, gint64 *id, GError **error);

/** sz_journal_insert: "row.duplicate" (table, key) when the key is taken. */
gboolean sz_journal_insert (SzAct *act,
                            const SzRowType *type,
                            gint64 id,
                            gint64 row_version,
                            const SzValue *values,
                            GError **error);

/** sz_journal_update: @row_version is the one read; the row gets the next. STALE "row.stale". */
gboolean sz_journal_update (SzAct *act,
                            const SzRowType *type,
                            gint64 id,
                            gint64 row_version,
                            const char *before,
                            const SzValue *values,
                            GError **error);

/** sz_journal_delete: "row.in_use" (table, id, by_table where it is known) when other rows hang on
 * it. */
gboolean sz_journal_delete (SzAct *act,
                            const SzRowType *type,
                            gint64 id,
                            gint64 row_version,
                            const char *before,
                            GError **error);

/**
 * sz_journal_read: the row as it stands; *row_version is 0 when there is none. @values (nullable)
 * are borrowed until @stmt is done, which is the caller's to do.
 */
gboolean sz_journal_read (SzStore *store,
                          const SzRowType *type,
                          gint64 id,
                          gint64 *row_version,
                          SzValue *values,
                          SzStmt **stmt,
                          GError **error);

G_END_DECLS
