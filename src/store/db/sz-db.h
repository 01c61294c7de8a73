/* sz-db.h — the seam between the store and a database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sz-error.h"

G_BEGIN_DECLS

typedef struct _SzDb SzDb;
typedef struct _SzStmt SzStmt;

typedef enum
{
  SZ_DB_READ_ONLY = 1 << 0,
  SZ_DB_CREATE = 1 << 1, /* the file must not be there yet */
  SZ_DB_ANY = 1 << 2,    /* a server's database that need not suit a college */
} SzDbFlags;

/** SzDbBase: a copy that a file of changes goes on from: its file, its last act, its last change.
 */
typedef struct
{
  const char *file;
  gint64 seq;
  const char *hash;
  gint64 last_change;
} SzDbBase;

/** SzDbIdentity: what a database is to us. */
typedef enum
{
  SZ_DB_NOTHING,   /* not even a database yet */
  SZ_DB_NO_TABLES, /* a database with nothing in it */
  SZ_DB_OURS,
  SZ_DB_FOREIGN,
} SzDbIdentity;

/** SzRowTag: what a statement writes, for whoever is told of its failure.
 * @key: (nullable): by which people know the row
 * @one: it writes one row; none is "row.stale"
 * @heap: one of a heap of rows: told of as the first of those that went together
 */
typedef struct
{
  const char *table;
  const char *key;
  gint64 id;
  gboolean one;
  gboolean heap;
} SzRowTag;

/** SzDbLogin: who is let in by a server; @password and @roles (words, "," between them): NULL: as
 *  they are. */
typedef struct
{
  const char *login;
  const char *password;
  const char *roles;
  gboolean open; /* FALSE: not let in any more */
} SzDbLogin;

/** SzDbPresence: who is connected: name, computer, since when by the server's clock. */
typedef struct
{
  char *who;
  char *host;
  char *since;
} SzDbPresence;

/** SzDbStatus: of a server. */
typedef struct
{
  char *version;
  gboolean tls;          /* this connection is sealed */
  GPtrArray *online;     /* (element-type SzDbPresence) */
  SzDbPresence *writing; /* (nullable) */
} SzDbStatus;

/** sz_db_presences_new: an empty list of SzDbPresence, which it owns. */
GPtrArray *sz_db_presences_new (void);
void sz_db_status_clear (SzDbStatus *status);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzDbStatus, sz_db_status_clear)

/**
 * SzDbClass: what a database must be able to do. SQL is the common tongue: `$1, $2` in order of
 * first appearance, explicit columns, ON CONFLICT.
 *
 * - is_file: it lies in a file that can be copied, and @path is its name; else its address.
 * - prepare: statements are kept by their text and used again; give them back with done. A fault in
 *   the text may be told only when it is stepped.
 * - prepare_many: (nullable): of a SELECT that may give more rows than memory should hold: read in
 * portions, inside the transaction one is in or a reading of its own until done, which an act that
 * begins meanwhile ends: the next portion is "db.rolled_back" then (RULE srv-7).
 * - done: resets and unbinds; no statement stays open between calls.
 * - bind_text: the text must live until the statement is stepped and done or bound again.
 * - step: *row FALSE at the end. After a fault inside a write everything further that writes, and
 * the commit, is "db.rolled_back", and reading may be (RULE srv-8). "db.foreign_key" has the table
 * of the rows that stand in the way as "by_table" where the database tells it.
 * - queue: (nullable): inside a write, sends a statement on whose answer nobody reads, and does not
 * wait; the first failure is told, with its tag, by the next that is queued, the next that is read,
 * flush, or the commit, and the act has failed (RULE srv-7). flush: (nullable): waits for what was
 * queued.
 * - column_text: borrowed until the next step; "" for NULL.
 * - begin: @write takes the one write lock at once (BUSY when another process has it).
 * - settle: (nullable): after a commit that may have come through: TRUE when whatever was under way
 *   has ended, so that what is read now is true (RULE srv-10).
 * - rollback: cannot fail; harmless when nothing is open.
 * - data_version: changes when another connection has written.
 * - wait_fd: (nullable): from now on this connection is told when somebody has written; the socket
 * on which that comes, -1 while the connection is lost. notified: (nullable): without waiting:
 * whether it was told since it was last asked; *anew TRUE when the connection is lost, or another
 * one than then, which may have been told nothing (RULE srv-11). Both outside of transactions.
 * - set_spill: (nullable): changed pages beyond it are written before the commit, and shut readers
 * out.
 * - identify: what it is to us; mark: makes an empty one ours; unmake: (nullable): takes all of
 * ours away again. schema_sql: names and definitions of everything but the database's own; scratch:
 * an empty one of the same kind for a moment, where *possible.
 * - keeps_head: its guards move the head of the log when an act is written down (RULE srv-5).
 * - blot_sql: takes the number $1 out of the journal, where $2 stands since; both whole texts.
 * - columns_sql: table, column, 1 of a number, 1 where it may be NULL, place in the primary key (0:
 *   none): all tables by name, their columns in order.
 * - alone: (nullable): BUSY "db.others_online" (count, who) unless nobody else has it open, and
 * then nobody else can
 * open it until it is called with @on FALSE, or the connection ends (RULE srv-16).
 * - fill: inside a write, first with @open TRUE, then FALSE: in between rows may be put in as they
 *   were elsewhere, in any order of tables: guards rest, references are judged at the end.
 * - who: (nullable): whom the server let in, and with what; borrowed. owns: (nullable): whether
 * that is the database's own administrator. set_login: (nullable): makes or changes one who is let
 * in, inside a write. status: (nullable). prepare_place: (nullable): makes an empty database of
 * this name beside the one that @db is connected to.
 * - who_writes: (transfer full): a list of sz_db_presences_new().
 * - mark_writer, unmark_writer: (nullable): who writes says so, for those who wait; only inside a
 *   write.
 * - copy: (nullable): a page for page copy to a new file; check: structure and foreign keys of the
 *   whole file; equal: (nullable): whether the files of both, read from the disk, hold the same
 * content (both connections inside a read, so that nobody writes meanwhile).
 * - extract, apply: (nullable): acts and changes since @base with the rows they left, to a new file
 * that costs what changed and not what is there; apply: puts such a file into a copy of its base,
 * in one transaction; references are not judged, so verify it.
 */
typedef struct
{
  const char *name; /* of the folder with its schema scripts */
  gboolean is_file;
  gboolean keeps_head;
  const char *schema_sql;
  const char *columns_sql;
  const char *blot_sql;
  void (*close) (SzDb *db);
  gboolean (*exec) (SzDb *db, const char *sql, GError **error);
  SzStmt *(*prepare) (SzDb *db, const char *sql, GError **error);
  SzStmt *(*prepare_many) (SzDb *db, const char *sql, GError **error);
  void (*done) (SzStmt *stmt);
  void (*bind_int) (SzStmt *stmt, int index, gint64 value);
  void (*bind_text) (SzStmt *stmt, int index, const char *text, gssize length);
  void (*bind_null) (SzStmt *stmt, int index);
  gboolean (*step) (SzStmt *stmt, gboolean *row, GError **error);
  gboolean (*queue) (SzStmt *stmt, const SzRowTag *tag, GError **error);
  gboolean (*flush) (SzDb *db, GError **error);
  gint64 (*column_int) (SzStmt *stmt, int column);
  const char *(*column_text) (SzStmt *stmt, int column, gsize *length);
  gint64 (*changes) (SzDb *db);
  gboolean (*begin) (SzDb *db, gboolean write, GError **error);
  gboolean (*commit) (SzDb *db, GError **error);
  void (*rollback) (SzDb *db);
  gboolean (*settle) (SzDb *db, GError **error);
  gboolean (*data_version) (SzDb *db, gint64 *version, GError **error);
  int (*wait_fd) (SzDb *db);
  gboolean (*notified) (SzDb *db, gboolean *anew);
  void (*set_busy_timeout) (SzDb *db, guint milliseconds);
  gboolean (*set_spill) (SzDb *db, guint mebibytes, GError **error);
  gboolean (*identify) (SzDb *db, SzDbIdentity *identity, GError **error);
  gboolean (*mark) (SzDb *db, GError **error);
  gboolean (*unmake) (SzDb *db, GError **error);
  SzDb *(*scratch) (SzDb *db, gboolean *possible, GError **error);
  gboolean (*alone) (SzDb *db, gboolean on, GError **error);
  gboolean (*fill) (SzDb *db, gboolean open, GError **error);
  void (*who) (SzDb *db, const char **login, const char **password);
  gboolean (*owns) (SzDb *db, gboolean *owns, GError **error);
  gboolean (*set_login) (SzDb *db, const SzDbLogin *login, GError **error);
  gboolean (*status) (SzDb *db, SzDbStatus *status, GError **error);
  gboolean (*prepare_place) (SzDb *db, const char *name, GError **error);
  GPtrArray *(*who_writes) (SzDb *db, GError **error);
  void (*mark_writer) (SzDb *db, const char *act, const char *who, const char *at);
  void (*unmark_writer) (SzDb *db, const char *act);
  gboolean (*copy) (SzDb *db, const char *path, GCancellable *cancellable, GError **error);
  gboolean (*check) (SzDb *db, GError **error);
  gboolean (*equal) (SzDb *db, SzDb *other, GCancellable *cancellable, GError **error);
  gboolean (*extract) (SzDb *db, const char *path, const SzDbBase *base, GError **error);
  gboolean (*apply) (SzDb *db, const char *path, GError **error);
} SzDbClass;

/** SzDb: what every database has; made by its open function, owned by the thread that made it. */
struct _SzDb
{
  const SzDbClass *klass;
  char *path;
  gboolean read_only;
  GThread *owner;
};

/** SzStmt: the part that the seam sees. */
struct _SzStmt
{
  SzDb *db;
};

void sz_db_close (SzDb *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzDb, sz_db_close)

gboolean sz_db_exec (SzDb *db, const char *sql, GError **error);
SzStmt *sz_db_prepare (SzDb *db, const char *sql, GError **error);
/** sz_db_prepare_many: for long lists. */
SzStmt *sz_db_prepare_many (SzDb *db, const char *sql, GError **error);
gboolean sz_db_begin (SzDb *db, gboolean write, GError **error);
gboolean sz_db_commit (SzDb *db, GError **error);
void sz_db_rollback (SzDb *db);

/* What SzDbClass says of them; where a database has none there is nothing to do. */
gboolean sz_db_settle (SzDb *db, GError **error);
void sz_db_mark_writer (SzDb *db, const char *act, const char *who, const char *at);
void sz_db_unmark_writer (SzDb *db, const char *act);

void sz_stmt_done (SzStmt *stmt);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzStmt, sz_stmt_done)

/** sz_stmt_run: steps a statement that gives no rows, and resets it. */
gboolean sz_stmt_run (SzStmt *stmt, GError **error);

/**
 * sz_stmt_queue: the same for what nobody waits for, sent on in company where the way is long (RULE
 * srv-7). What it bound need not live any longer. Told at once, or at the next statement that is
 * read, or by sz_db_flush() or the commit: CONSTRAINT "row.duplicate", "row.unknown_reference"
 * (table, key), STALE "row.stale" (table, id), or what any statement gives; then the act has
 * failed.
 */
gboolean sz_stmt_queue (SzStmt *stmt, const SzRowTag *tag, GError **error);

/** sz_db_flush: waits until everything queued is done; what failed of it, as sz_stmt_queue(). */
gboolean sz_db_flush (SzDb *db, GError **error);

/** sz_row_tell_fault: takes @fault of the statement that writes @tag and makes of it what it means
 * to people; always FALSE. */
gboolean sz_row_tell_fault (const SzRowTag *tag, GError *fault, GError **error);

/** sz_row_tell_stale: STALE "row.stale" (table, id); always FALSE. */
gboolean sz_row_tell_stale (const SzRowTag *tag, GError **error);

/** sz_db_list_schema: (transfer full) (element-type utf8 utf8): name → definition of everything in
 * it but the database's own. */
GHashTable *sz_db_list_schema (SzDb *db, GError **error);

/** sz_db_query_int: the first column of the first row; @otherwise when there is no row. */
gboolean
sz_db_query_int (SzDb *db, const char *sql, gint64 otherwise, gint64 *value, GError **error);

static inline void
sz_stmt_bind_int (SzStmt *stmt, int index, gint64 value)
{
  stmt->db->klass->bind_int (stmt, index, value);
}

/** sz_stmt_bind_text: NULL counts as "". */
static inline void
sz_stmt_bind_text (SzStmt *stmt, int index, const char *text)
{
  stmt->db->klass->bind_text (stmt, index, text != NULL ? text : "", -1);
}

static inline gboolean
sz_stmt_step (SzStmt *stmt, gboolean *row, GError **error)
{
  return stmt->db->klass->step (stmt, row, error);
}

static inline gint64
sz_stmt_int (SzStmt *stmt, int column)
{
  return stmt->db->klass->column_int (stmt, column);
}

static inline const char *
sz_stmt_text (SzStmt *stmt, int column)
{
  return stmt->db->klass->column_text (stmt, column, NULL);
}

G_END_DECLS
