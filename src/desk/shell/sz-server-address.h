/* sz-server-address.h — where a college on a server is, as people write it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** SzServerAddress: the parts of an address; no secret is among them. */
typedef struct
{
  char *place;  /* host with its port, or folder: to be read */
  char *server; /* what to write for it: @place, or the whole address */
  char *database;
  char *login;
  char *certificate; /* a file, "" for none */
} SzServerAddress;

void sz_server_address_clear (SzServerAddress *address);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzServerAddress, sz_server_address_clear)

/** sz_server_address_read: the parts that sz_server_dup_address() makes @text of. FALSE: it is no
 * address, or there is a password in it. */
gboolean sz_server_address_read (const char *text, SzServerAddress *address);

/** sz_server_is_near: this computer: no certificate is asked of it. */
gboolean sz_server_is_near (const char *server);

/** sz_server_dup_address: (transfer full): the address that @server, @database, @login and
 * @certificate (a file, "" for none) come to (RULE srv-1, srv-13); @server may be one itself, a
 * host with or without a port, or the folder of a socket. */
char *sz_server_dup_address (const char *server,
                             const char *database,
                             const char *login,
                             const char *certificate);

G_END_DECLS
