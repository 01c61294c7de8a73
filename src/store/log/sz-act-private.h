/* sz-act-private.h — what the files of this room share of an act
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-act.h"
#include "sz-store-private.h"

G_BEGIN_DECLS

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
  gboolean queues;   /* rows are sent in company, nobody looks at each */
  gboolean failed;   /* something went wrong that a commit must not paper over */
  gboolean finished; /* committed or rolled back */
};

G_END_DECLS
