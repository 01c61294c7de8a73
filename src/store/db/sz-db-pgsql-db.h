/* sz-db-pgsql-db.h — what the files of PostgreSQL's driver share of a connection
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libpq-fe.h>

#include "sz-db-pgsql-uri.h"
#include "sz-db.h"

G_BEGIN_DECLS

/* Of the advisory locks (classid, objid): "Shiz", as in the application_id of our files. */
#define SZ_PGSQL_LOCKS "1399351674"
#define SZ_PGSQL_LOCK_WRITE SZ_PGSQL_LOCKS ", 1"
#define SZ_PGSQL_LOCK_OPEN SZ_PGSQL_LOCKS ", 2"

/* Where everything of ours lies in a database. */
#define SZ_PGSQL_SCHEMA "shizi"

/* Which schema a connection works in: the last of its path, before which masks may stand. */
#define SZ_PGSQL_HERE "trim (regexp_replace (current_setting ('search_path'), '^.*,', ''))"

typedef struct _SzDbPgsql SzDbPgsql;

struct _SzDbPgsql
{
  SzDb parent;
  PGconn *link;
  SzPgsqlUri *uri;
  GHashTable *statements; /* text → PgsqlStmt, kept until the database is closed */
  guint generation;       /* of the connection: what was prepared on an older one is gone */
  guint plans;            /* moves with it, and when it is not sure which plans were made */
  guint n_prepared;
  gpointer heap; /* (nullable): sz-db-pgsql-heap.c: rows that go together … */
  gboolean (*send_heap) (SzDbPgsql *db); /* … before anything else does … */
  guint heaps;                           /* … and are forgotten when this moves */
  GQueue waiting;                        /* sz-db-pgsql-pipe.c: sent, not answered yet */
  guint unflushed;    /* the last of them, whose answers the server may still keep */
  GError *fault;      /* (nullable): of the first that failed; nobody was told yet */
  gboolean failed;    /* somebody was */
  gboolean listens;   /* is told when somebody has written … */
  guint listens_on;   /* … by the connection of this number */
  guint heard_on;     /* … which was that of this number when it was last asked */
  guint transactions; /* moves with each that begins */
  guint n_cursors;
  guint own_cursors;       /* open in a reading that began with the first of them */
  gboolean lent;           /* that reading, to who began another */
  guint n_rows;            /* held in memory now … */
  guint most_rows;         /* … and at the most, lately */
  guint64 trips;           /* how often the server was waited for */
  guint busy_timeout;      /* ms */
  gboolean in_transaction; /* between begin and its end, as we know it */
  gboolean writing;
  gboolean has_head; /* of a log: a college is there */
  gint64 head;       /* while something is read: as it was when the reading began */
  gint64 changes;    /* rows of the last statement */
  gint64 own_acts;   /* that this connection committed */
};

/** sz_db_pgsql_fail: for @result of @db, which may be NULL; always FALSE (RULE srv-9). */
gboolean sz_db_pgsql_fail (SzDbPgsql *db, const PGresult *result, GError **error);

/** sz_db_pgsql_link: (transfer full) (nullable): a connection to @uri with @password (nullable). */
PGconn *sz_db_pgsql_link (const SzPgsqlUri *uri, const char *password, GError **error);

/** sz_db_pgsql_go_on: after a lost connection, a new one on which the same may be asked again:
 * FALSE inside a writing act, or when somebody has written since the reading began (RULE srv-10).
 */
gboolean sz_db_pgsql_go_on (SzDbPgsql *db);

/** sz_db_pgsql_link_again: once, with what the connection was made with; FALSE: it is still lost.
 */
gboolean sz_db_pgsql_link_again (SzDbPgsql *db);

/* What SzDbClass says of the same names. */
int sz_db_pgsql_wait_fd (SzDb *db);
gboolean sz_db_pgsql_notified (SzDb *db, gboolean *anew);

G_END_DECLS
