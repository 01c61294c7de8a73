/* sz-server.h — a college on a server: set up, and who is there (RULE srv-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"

G_BEGIN_DECLS

/** SzPresence: who is connected: name, computer, since when by the server's clock. */
typedef struct
{
  char *who;
  char *host;
  char *since;
} SzPresence;

void sz_presence_free (SzPresence *presence);

typedef struct
{
  char *version;
  gboolean tls;        /* this connection is sealed */
  GPtrArray *online;   /* (element-type SzPresence) */
  SzPresence *writing; /* (nullable) */
  int schema;          /* version of the college's tables */
} SzServerStatus;

void sz_server_status_clear (SzServerStatus *status);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzServerStatus, sz_server_status_clear)

/** sz_office_server_status: REFUSED "server.file" (file) for a college in a file. */
gboolean sz_office_server_status (SzOffice *office, SzServerStatus *status, GError **error);

/** sz_office_who_writes: (out) (transfer full) (nullable): who else writes to the college, whatever
 * it lies in; what oneself writes at this computer does not count. */
gboolean sz_office_who_writes (SzOffice *office, SzPresence **presence, GError **error);

/** sz_server_prepare: with the login of the database's administrator; see
 * sz_store_prepare_place(). */
gboolean sz_server_prepare (
    const char *uri, const char *login, const char *password, const char *name, GError **error);

/** sz_server_dup_lines: (transfer full): what the server's own files have to say so that others
 * reach @name over the network; nothing edits them but their administrator (RULE srv-13). */
GStrv sz_server_dup_lines (const char *name);

G_END_DECLS
