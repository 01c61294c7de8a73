/* sz-store-private.h — what the files of this room share of a store and of an act
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-db.h"
#include "sz-row-type.h"
#include "sz-store.h"

G_BEGIN_DECLS

/** SzRowSql: the statements of one type on one connection, prepared once. */
typedef struct
{
  SzStmt *insert;
  SzStmt *update;
  SzStmt *remove;
  SzStmt *by_id;
  SzStmt *by_key; /* NULL when the type has no natural key */
  char *columns;  /* "id, row_version, a, b …" for further statements */
} SzRowSql;

struct _SzStore
{
  SzDb *db;
  GHashTable *row_sql; /* SzRowType → SzRowSql */
  SzAct *act;          /* under way, borrowed */
  guint n_readers;     /* depth of begin_read */
};

/** sz_store_row_sql: made at the first call for a type. */
SzRowSql *sz_store_row_sql (SzStore *store, const SzRowType *type, GError **error);

/** sz_store_wrap: takes @db, whose schema is up to date. */
SzStore *sz_store_wrap (SzDb *db);

struct _SzAct
{
  SzStore *store;
  char *id;
  char *kind;
  char *who;
  char *at;
  char *source;
  char *source_hash;
  char *summary;
  char *prev_hash;
  gint64 seq;
  gint64 first_change; /* id of its first journal row */
  gint64 n_changes;
  GChecksum *changes;
  GString *scratch;
  GString *before;
  GString *after;
  GHashTable *last_ids; /* SzRowType → gint64 *, tables that got rows */
  SzStmt *insert_change;
  gboolean refused;
  gboolean failed;   /* something went wrong that a commit must not paper over */
  gboolean finished; /* committed or rolled back */
};

G_END_DECLS
