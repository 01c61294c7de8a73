/* sz-move.h — a college taken from a file to a server, back, or to another file (RULE srv-14)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"

G_BEGIN_DECLS

/** SzMovedAccount: whose password did not travel, and the new one, to be told once. */
typedef struct
{
  char *login;
  char *password;
} SzMovedAccount;

typedef struct
{
  char *from;
  char *to;
  gint64 tables;
  gint64 rows;
  char head[65];       /* of the log, as it arrived */
  GPtrArray *accounts; /* (element-type SzMovedAccount): by login */
} SzMoved;

void sz_moved_clear (SzMoved *moved);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzMoved, sz_moved_clear)

/**
 * sz_office_move:
 * @to: a file that is not there yet, or an empty database of a server
 *
 * Everything goes, is compared and verified there; then the college goes on at @to, and here every
 * later act is REFUSED "college.moved" (file, to). Between a file and a server passwords stay
 * behind: each account gets a new one, and a new key with its next sign-in. On a file the
 * administrator may, on a server a member of its owner (RULE acc-3).
 *
 * Whatever fails leaves the college as it was and nothing at @to: REFUSED "store.exists" (file),
 * "role.denied" (role, act); CORRUPT "move.unsound" (file, detail), "carry.differs" (file, table).
 */
gboolean sz_office_move (
    SzOffice *office, const char *to, SzMoved *moved, GCancellable *cancellable, GError **error);

/** SzRestoreSource: a college in a file, of this version. @name: what it is called, where that is
 * another one. @fleeting: its name and its folder go as soon as it is open, so that nothing of it
 * is left on the disk whatever happens; else it stays as it is. */
typedef struct
{
  const char *file;
  const char *name; /* (nullable) */
  gboolean fleeting;
} SzRestoreSource;

/**
 * sz_office_restore_to_server:
 * @to: an empty database of a server
 * @login, @password: (nullable): of a member of its owner
 *
 * The same as a move but that nothing is left behind (RULE srv-15): everything is compared and
 * verified there, accounts get new passwords, and the log goes on with the act of a move. Errors
 * are those of sz_office_move().
 */
gboolean sz_office_restore_to_server (const SzRestoreSource *source,
                                      const char *to,
                                      const char *login,
                                      const char *password,
                                      SzMoved *moved,
                                      GError **error);

/** sz_office_dup_moved_from: (transfer full) (nullable): the head with which the college came here;
 *  %NULL with @error set, or when it was always here. */
char *sz_office_dup_moved_from (SzOffice *office, GError **error);

G_END_DECLS
