/* sz-store.h — one college's database, owned by one thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-act.h"
#include "sz-date.h"

G_BEGIN_DECLS

/**
 * SzStore: a connection to one college's database. It belongs to the thread that opened it; every
 * other thread and process opens its own. The store reads no clock and asks nobody's name: times
 * and names are handed in with each act.
 */
typedef struct _SzStore SzStore;

typedef enum
{
  SZ_STORE_READ_WRITE = 0,
  SZ_STORE_READ_ONLY = 1 << 0, /* an older schema is "db.upgrade_needed" then */
} SzStoreFlags;

/**
 * sz_store_create:
 * @uri: `sqlite:/path` or a plain path; a file that is there already is REFUSED "store.exists"
 *   (argument file)
 * @act: the act that makes the college; usually of kind "init"
 * @college: 院校名称
 * @establishment: 编制员额, in force from always
 *
 * All or nothing: after an error there is no file.
 */
SzStore *sz_store_create (const char *uri,
                          const SzActInfo *act,
                          const char *college,
                          gint64 establishment,
                          GError **error);

/**
 * sz_store_open:
 * @stamp: names the copy of the file that is put aside before an upgrade, such as
 *   "20260307T081500Z"; digits, letters, - only
 *
 * Opens and, when the schema is older, upgrades after a verified copy was put into `backups/`
 * beside it. IO "db.missing" when there is none; NEWER_SCHEMA "db.newer_schema" (file, found,
 * known); FORMAT "db.not_ours" (file, detail); CORRUPT "db.corrupt"; BUSY "db.busy".
 */
SzStore *sz_store_open (const char *uri, SzStoreFlags flags, const char *stamp, GError **error);
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
 * sz_store_begin_read: all reads until sz_store_end_read() see one state of the database. Pairs
 * may be nested; inside an act they cost nothing.
 */
gboolean sz_store_begin_read (SzStore *store, GError **error);
void sz_store_end_read (SzStore *store);

/** sz_store_on_network: whether the file, or the folder it is to be made in, lies on a network
 * share. */
gboolean sz_store_on_network (const char *uri);

/** sz_store_dup_college: (transfer full): 院校名称. */
char *sz_store_dup_college (SzStore *store, GError **error);
/** sz_store_set_college: 院校名称, at most one. */
gboolean sz_store_set_college (SzAct *act, const char *name, GError **error);

/** sz_store_is_empty: no person and no import batch: what `demo` may fill. */
gboolean sz_store_is_empty (SzStore *store, gboolean *empty, GError **error);

G_END_DECLS
