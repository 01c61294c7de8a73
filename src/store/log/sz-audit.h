/* sz-audit.h — the chain of all acts 留痕, and the proof that nobody touched it (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sz-db.h"
#include "sz-issue.h"
#include "sz-store.h"

G_BEGIN_DECLS

/** SzAuditRow: one act as the log keeps it; strings borrowed for the callback. */
typedef struct
{
  gint64 seq;
  const char *act_id;
  const char *at;
  const char *who;
  const char *kind;
  gboolean refused;
  const char *summary;     /* JSON */
  const char *source;      /* "" when none */
  const char *source_hash; /* "" when none */
  gint64 n_changes;        /* journal rows */
  const char *hash;
} SzAuditRow;

/** SzAuditHead: where the log stands: its last act. */
typedef struct
{
  gint64 seq;
  char hash[65];
} SzAuditHead;

/** sz_audit_head: moves with every act; a refused one too. */
gboolean sz_audit_head (SzStore *store, SzAuditHead *head, GError **error);

/**
 * sz_audit_find_head:
 * @hash: a head that was written down elsewhere, or how it begins
 * @seq: number of its act, 0: any
 *
 * Whether the log still holds that act: not where it was recomputed, cut off, or put back.
 */
gboolean
sz_audit_find_head (SzStore *store, const char *hash, gint64 seq, gboolean *found, GError **error);

/** SzAuditLast: the last act of a kind; seq 0: there was none. */
typedef struct
{
  gint64 seq;
  char *at;
  char *who;
  char *summary; /* JSON */
} SzAuditLast;

gboolean sz_audit_last (SzStore *store, const char *kind, SzAuditLast *last, GError **error);
void sz_audit_last_clear (SzAuditLast *last);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzAuditLast, sz_audit_last_clear)

/** sz_audit_find_act: (out) (transfer full) (nullable): kind and summary of an act; %NULL: there is
 *  none of that id. */
gboolean
sz_audit_find_act (SzStore *store, const char *act_id, char **kind, char **summary, GError **error);

/* Acts about the log itself: it was found faulty, found sound again, the faults were accepted. */
#define SZ_AUDIT_FAULTY "verify.faulty"
#define SZ_AUDIT_SOUND "verify.sound"
#define SZ_AUDIT_ACCEPTED "verify.accept"

/** sz_audit_dup_digest: (transfer full): of what was found: the same faults have the same. */
char *sz_audit_dup_digest (const SzIssueList *issues);

/** sz_audit_is_accepted: whether somebody accepted just these faults (%SZ_AUDIT_ACCEPTED). */
gboolean sz_audit_is_accepted (SzStore *store,
                               const SzIssueList *issues,
                               gboolean *accepted,
                               GError **error);

/** SzAuditFn: FALSE stops the walk (with @error set: as an error). */
typedef gboolean (*SzAuditFn) (const SzAuditRow *row, gpointer user_data, GError **error);

/** sz_audit_each: the acts after @after_seq (0: all), oldest first. */
gboolean
sz_audit_each (SzStore *store, gint64 after_seq, SzAuditFn fn, gpointer user_data, GError **error);

typedef struct
{
  gint64 n_acts;
  gint64 n_changes; /* journal rows */
  gint64 n_rows;    /* rows of data compared with the journal */
  gint64 n_runs;    /* stored pay runs whose lines were hashed again */
  char head[65];    /* hash of the last act: written down elsewhere it anchors the chain */
} SzAuditCount;

/**
 * sz_audit_verify:
 * @issues: gets one error a fault, at most 1,000 and then "audit.more" (argument count)
 * @count: (out) (optional)
 *
 * Recomputes everything: each act's hash and its link to the one before, the hash of its journal
 * rows, the head, each row of data against its last journal entry, each stored pay run against its
 * lines. Codes: "audit.act_changed", "audit.act_removed", "audit.act_reordered",
 * "audit.tail_removed", "audit.head_changed" (argument seq); "audit.journal_changed" (seq, act);
 * "audit.journal_extra" (change); "audit.row_changed", "audit.row_removed", "audit.row_added"
 * (table, id); "audit.run_changed" (run); "audit.numbers_changed" (table, last);
 * "audit.schema_changed" (version); "audit.unsigned", "audit.signature_wrong" (seq): since there
 * are accounts (RULE acc-6). When all that is sound, structure and references are looked at
 * too: CORRUPT "db.corrupt". Returns FALSE only when it could not be carried out.
 */
gboolean sz_audit_verify (SzStore *store,
                          SzIssueList *issues,
                          SzAuditCount *count,
                          GCancellable *cancellable,
                          GError **error);

/** sz_audit_verify_content: the same without structure and references: for who has just looked at
 *  them. */
gboolean sz_audit_verify_content (SzStore *store,
                                  SzIssueList *issues,
                                  GCancellable *cancellable,
                                  GError **error);

/**
 * sz_audit_verify_since:
 * @store: a file of changes, see SzDbClass.extract
 * @base: what it goes on from
 *
 * The same for what changed since: its acts must follow the head of @base, its rows be as its
 * journal leaves them.
 */
gboolean sz_audit_verify_since (SzStore *store,
                                const SzDbBase *base,
                                SzIssueList *issues,
                                GCancellable *cancellable,
                                GError **error);

/** SzHistoryEntry: one change of one row, for the history of corrections; borrowed for the
 * callback. */
typedef struct
{
  gint64 seq;
  const char *at;
  const char *who;
  const char *kind;
  char op; /* 'i', 'u' or 'd' */
  gint64 row_version;
  const char *before; /* JSON, "" for an insert */
  const char *after;  /* JSON, "" for a delete */
} SzHistoryEntry;

typedef gboolean (*SzHistoryFn) (const SzHistoryEntry *entry, gpointer user_data, GError **error);

/** sz_audit_history: what happened to the row @id of @table, oldest first. */
gboolean sz_audit_history (SzStore *store,
                           const char *table,
                           gint64 id,
                           SzHistoryFn fn,
                           gpointer user_data,
                           GError **error);

/** sz_audit_find_deleted: @id: (out): of the row of @table that was deleted last whose @column was
 * the text @value; 0: none. */
gboolean sz_audit_find_deleted (SzStore *store,
                                const char *table,
                                const char *column,
                                const char *value,
                                gint64 *id,
                                GError **error);

G_END_DECLS
