/* sz-db-open.h — a database by its URI
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-db.h"

G_BEGIN_DECLS

/** sz_db_open: by the scheme of the URI; FORMAT "db.unknown_uri" (uri). */
SzDb *sz_db_open (const char *uri, SzDbFlags flags, GError **error);

/** sz_db_open_as: @login and @password (nullable): of whom a server lets in, where @uri or what the
 * user has set up for its kind of server does not say it. Files ask nobody. */
SzDb *sz_db_open_as (
    const char *uri, SzDbFlags flags, const char *login, const char *password, GError **error);

/** sz_db_is_file: whether @uri is that of a file. */
gboolean sz_db_is_file (const char *uri);

/** sz_db_path_of_uri: (transfer full): `sqlite:/path` or a plain path; "db.unknown_uri" (uri), also
 * of a server. */
char *sz_db_path_of_uri (const char *uri, GError **error);

/** sz_db_name_check: whether a college may be called so: "file.is_side_file" (file) where the name
 * is that of what lies beside a database. */
gboolean sz_db_name_check (const char *path, GError **error);

/** sz_db_on_network: whether the file at @path, or the folder it is to be made in, lies on a
 * network share. */
gboolean sz_db_on_network (const char *path);

/**
 * sz_db_replace:
 * @replaced: (out) (optional) (transfer full): where the old file was put, see sz-backup.h
 *
 * Puts the database file @made in the place of @target, which may be there. At every instant a good
 * file is there. BUSY "db.busy" when somebody writes to the old one. With %SZ_FILE_UNCONFIRMED it
 * was replaced all the same, and @replaced is set.
 */
gboolean sz_db_replace (
    const char *made, const char *target, const char *stamp, char **replaced, GError **error);

G_END_DECLS
