/* sz-db-pgsql-pipe.h — statements sent on without waiting, and their answers (RULE srv-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-db-pgsql-db.h"

G_BEGIN_DECLS

/** sz_pgsql_pipe_is_open: statements are on their way, or may be: nothing but what is here may be
 * asked of the connection. */
gboolean sz_pgsql_pipe_is_open (const SzDbPgsql *db);

/** sz_pgsql_pipe_open: FALSE: the connection is lost. */
gboolean sz_pgsql_pipe_open (SzDbPgsql *db);

/** sz_pgsql_pipe_expect: one statement was sent; @tag: (nullable): of what it writes. Its failure
 * is the act's, unless it is @mute. */
void sz_pgsql_pipe_expect (SzDbPgsql *db, const SzRowTag *tag, gboolean mute);

/** sz_pgsql_pipe_lead: sends what is still held back; before anything that is sent past this. */
gboolean sz_pgsql_pipe_lead (SzDbPgsql *db);

/** sz_pgsql_pipe_send: a statement without parameters. */
gboolean sz_pgsql_pipe_send (SzDbPgsql *db, const char *sql);

/** sz_pgsql_pipe_ebb: takes the answers that must be there already, when many wait. */
void sz_pgsql_pipe_ebb (SzDbPgsql *db);

/** sz_pgsql_pipe_answer: (transfer full): waits for all that was expected, and for one statement
 * more, which was sent behind it: its answer. */
PGresult *sz_pgsql_pipe_answer (SzDbPgsql *db);

/** sz_pgsql_pipe_tell: FALSE with what failed, once; from then on, until the transaction has ended,
 * "db.rolled_back". */
gboolean sz_pgsql_pipe_tell (SzDbPgsql *db, GError **error);

/** sz_pgsql_pipe_close: waits for all that was expected; the connection is free for anything. */
void sz_pgsql_pipe_close (SzDbPgsql *db);

/** sz_pgsql_pipe_writes_one: whether something waits that may find no row: only its answer tells.
 */
gboolean sz_pgsql_pipe_writes_one (const SzDbPgsql *db);

/** sz_pgsql_pipe_clear: forgets all of it. */
void sz_pgsql_pipe_clear (SzDbPgsql *db);

G_END_DECLS
