/* sz-store-open.h — a college's database made, or opened and upgraded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-act.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_STORE_READ_WRITE = 0,
  SZ_STORE_READ_ONLY = 1 << 0, /* an older schema is "db.upgrade_needed" then */
} SzStoreFlags;

/** sz_store_is_file: whether @uri is that of a file, and not of a server. */
gboolean sz_store_is_file (const char *uri);

/**
 * sz_store_create:
 * @uri: `sqlite:/path`, a plain path, or `postgresql://…/database`; a college that is there already
 *   is REFUSED "store.exists" (argument file)
 * @act: the act that makes the college; usually of kind "init"
 * @college: 院校名称
 * @establishment: 编制员额, in force from always
 *
 * All or nothing: after an error there is no file, but for IO "store.made" (file, detail): made,
 * and not opened then, and "file.unconfirmed" (file, detail).
 */
SzStore *sz_store_create (const char *uri,
                          const SzActInfo *act,
                          const char *college,
                          gint64 establishment,
                          GError **error);

/** sz_store_create_as: @by: (nullable). */
SzStore *sz_store_create_as (const char *uri,
                             const SzLogin *by,
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

/** sz_store_open_as: @by: (nullable). */
SzStore *sz_store_open_as (
    const char *uri, const SzLogin *by, SzStoreFlags flags, const char *stamp, GError **error);

G_END_DECLS
