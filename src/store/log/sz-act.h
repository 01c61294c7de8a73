/* sz-act.h — an act: one write transaction, one row in the audit log
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-store.h"

G_BEGIN_DECLS

/** SzActInfo: who does what. All strings are borrowed for the call only. */
typedef struct
{
  const char *id;   /* made by the client, unique: g_uuid_string_random () */
  const char *kind; /* "import.people", "pay.compute", … */
  const char *who;
  const char *at;          /* UTC, "2026-03-07T08:15:00Z" */
  const char *source;      /* (nullable): base name of the source file */
  const char *source_hash; /* (nullable): its SHA-256 in hex */
} SzActInfo;

/**
 * SzAct: a write transaction under way. Freed without a commit it is rolled back and leaves
 * nothing. One at a time on a store.
 */
typedef struct _SzAct SzAct;

/**
 * sz_act_begin:
 *
 * BUSY "db.busy" when another process writes; CONSTRAINT "act.repeated" (argument act) when the id
 * is known already, which means that the act was done; READ_ONLY stores give IO "db.read_only".
 */
SzAct *sz_act_begin (SzStore *store, const SzActInfo *info, GError **error);
void sz_act_free (SzAct *act);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzAct, sz_act_free)

/** sz_act_get_store: (transfer none): the store that it writes. */
SzStore *sz_act_get_store (SzAct *act);
/** sz_act_get_id: what the client made, see #SzActInfo. */
const char *sz_act_get_id (const SzAct *act);
/** sz_act_get_at: UTC, as given. */
const char *sz_act_get_at (const SzAct *act);
/** sz_act_get_who: as given; borrowed like the others. */
const char *sz_act_get_who (const SzAct *act);

/**
 * sz_act_queue_rows: from now on a row that the database refuses may be told by any later call that
 * gets @act or its store, at the latest by sz_act_flush() or the commit, with its table and key;
 * the act has failed then. For who writes many rows and looks at none of them (RULE srv-7).
 */
void sz_act_queue_rows (SzAct *act);
/** sz_act_flush: waits until all that was written is there; FALSE: something was refused. */
gboolean sz_act_flush (SzAct *act, GError **error);

/** sz_act_set_summary: JSON text that stands in the audit row ("{}" otherwise). */
void sz_act_set_summary (SzAct *act, const char *json);

/**
 * sz_act_commit:
 *
 * Writes the audit row (RULE aud-1) and commits; on success everything is on the disk. After an
 * error the log is read again for the act's id, and the truth is told: IO "act.done_unsure" (file,
 * act, detail): it was committed, but the disk did not confirm it; "act.unknown" (likewise): the
 * log cannot be read; any other error: nothing was written. After the first two the store takes no
 * more acts ("db.unsure") until it is opened again. No writes through @act afterwards; free it.
 */
gboolean sz_act_commit (SzAct *act, GError **error);

/**
 * sz_act_refuse:
 *
 * Puts an attempt that was refused into the audit log (RULE aud-1), with @summary (JSON: the code
 * and arguments of the refusal). Changes nothing else.
 */
gboolean sz_act_refuse (SzStore *store, const SzActInfo *info, const char *summary, GError **error);

/** sz_act_note: an act that writes no rows but leaves its trace: an export, a backup, a verify. */
gboolean sz_act_note (SzStore *store, const SzActInfo *info, const char *summary, GError **error);

/** sz_act_exists: whether an act of this id was committed. */
gboolean sz_act_exists (SzStore *store, const char *id, gboolean *exists, GError **error);

G_END_DECLS
