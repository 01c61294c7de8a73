/* sz-db-pgsql-hold.h — what a statement of PostgreSQL holds, for the driver's own files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-db-pgsql-db.h"

G_BEGIN_DECLS

#define BINARY 1

/* From catalog/pg_type.dat; it never changes. */
#define SZ_PGSQL_INT8 20

typedef struct
{
  Oid type;      /* 0: NULL, whatever type the place has */
  gint64 number; /* in the order of the wire */
  const char *text;
  int length;
} Param;

typedef struct
{
  SzStmt parent;
  char *sql;
  GArray *params; /* Param */
  PGresult *result;
  int row;
  GPtrArray *texts; /* (element-type utf8): integers that were asked for as text; NULL: none */
  gboolean in_use;
  gboolean kept; /* in the cache; others are freed when done */
  gboolean used; /* once already: what comes again is worth a plan */
  char name[16]; /* of the plan on the server … */
  guint plan;    /* … of this state of the connection; 0: none */
  gboolean many; /* rows come in portions, through a cursor */
  char cursor[16];
  guint lives_in;    /* the transaction of this number; 0: not asked yet … */
  guint declared_on; /* … on the connection of this number; 0: not yet */
  gboolean own;      /* a transaction that began for cursors, and ends with the last */
  gint64 before;     /* rows of the portions before this one */
} PgsqlStmt;

/* The parameters in libpq's four arrays. */
typedef struct
{
  int n;
  Oid *types;
  const char **values;
  int *lengths;
  int *formats;
} Bound;

void sz_pgsql_bound_clear (Bound *bound);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bound, sz_pgsql_bound_clear)

/** sz_pgsql_stmt_lay_out: what is bound, borrowed from @stmt. */
void sz_pgsql_stmt_lay_out (const PgsqlStmt *stmt, Bound *bound);

/** sz_pgsql_stmt_take: takes @result (nullable) as that of @stmt, before its first row; FALSE when
 * it is none, or something sent before it has failed. */
gboolean sz_pgsql_stmt_take (SzDbPgsql *db, PgsqlStmt *stmt, PGresult *result, GError **error);

/** sz_pgsql_stmt_new: one of its own, not of the kept. */
PgsqlStmt *sz_pgsql_stmt_new (SzDb *db, const char *sql);

/** sz_pgsql_stmt_step, sz_pgsql_stmt_done: of one whose rows are all there; what SzDbClass says. */
gboolean sz_pgsql_stmt_step (PgsqlStmt *stmt, gboolean *row, GError **error);
void sz_pgsql_stmt_done (PgsqlStmt *stmt);

/** sz_pgsql_stmt_next: to the next row that it holds. */
void sz_pgsql_stmt_next (PgsqlStmt *stmt, gboolean *row);

/** sz_pgsql_stmt_drop: lets go of its rows. */
void sz_pgsql_stmt_drop (PgsqlStmt *stmt);

G_END_DECLS
