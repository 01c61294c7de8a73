/* sz-store.h — one college's database, owned by one thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sz-date.h"

G_BEGIN_DECLS

/**
 * SzStore: a connection to one college's database. It belongs to the thread that opened it; every
 * other thread and process opens its own. The store reads no clock and asks nobody's name: times
 * and names are handed in with each act.
 */
typedef struct _SzStore SzStore;

/** SzAct: see sz-act.h. */
typedef struct _SzAct SzAct;

/** SzLogin: who knocks at a server's door; both nullable (RULE srv-1). */
typedef struct
{
  const char *login;
  const char *password;
} SzLogin;

void sz_store_free (SzStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzStore, sz_store_free)

/** sz_store_get_path: the file, without the scheme. */
const char *sz_store_get_path (const SzStore *store);
/** sz_store_is_read_only: opened for reading only. */
gboolean sz_store_is_read_only (const SzStore *store);

/** sz_store_set_busy_timeout: how long one waits for another process; 15,000 ms at first. */
void sz_store_set_busy_timeout (SzStore *store, guint milliseconds);

/** sz_store_set_spill: how much of an act is kept back before readers are shut out; 64 MiB at
 * first. */
gboolean sz_store_set_spill (SzStore *store, guint mebibytes, GError **error);

/** sz_store_data_version: a number that changes when another connection has written. */
gboolean sz_store_data_version (SzStore *store, gint64 *version, GError **error);

/**
 * sz_store_listen:
 * @fd: (out): the socket on which it comes; -1: the connection is lost
 * @anew: (out): the connection was lost since, so that something may have been missed
 *
 * From now on a store on a server is told when somebody has written (RULE srv-11); makes a lost
 * connection anew. TRUE: it was told since this was last asked. Of a file @fd is -1 for ever.
 */
gboolean sz_store_listen (SzStore *store, int *fd, gboolean *anew);
/** sz_store_has_news: whether sz_store_listen() would say so: other questions take the word off the
 * socket too. Does not wait. */
gboolean sz_store_has_news (SzStore *store);

/**
 * sz_store_begin_read: all reads until sz_store_end_read() see one state of the database. Pairs
 * may be nested; inside an act they cost nothing.
 */
gboolean sz_store_begin_read (SzStore *store, GError **error);
void sz_store_end_read (SzStore *store);

/** sz_store_on_network: whether the file, or the folder it is to be made in, lies on a network
 * share. */
gboolean sz_store_on_network (const char *uri);

/**
 * SzSigner: signs the acts of a store.
 * @account: (out): whose signature it is
 *
 * (transfer full): what sz_signature_dup() gives.
 */
typedef char *(*SzSigner) (const char *hash, gint64 *account, gpointer user_data, GError **error);

/** sz_store_set_signer: every act from now on is signed by @signer; %NULL: by nobody. */
void sz_store_set_signer (SzStore *store, SzSigner signer, gpointer user_data);

G_END_DECLS
