/* sz-db-pgsql-roles.h — the roles of a server: owner, groups, and who is let in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-db.h"

G_BEGIN_DECLS

/* What SzDbClass says of the same names (RULE srv-2). */
void sz_db_pgsql_who (SzDb *db, const char **login, const char **password);
gboolean sz_db_pgsql_owns (SzDb *db, gboolean *owns, GError **error);
gboolean sz_db_pgsql_set_login (SzDb *db, const SzDbLogin *login, GError **error);
gboolean sz_db_pgsql_status (SzDb *db, SzDbStatus *status, GError **error);
GPtrArray *sz_db_pgsql_who_writes (SzDb *db, GError **error);
gboolean sz_db_pgsql_prepare_place (SzDb *db, const char *name, GError **error);

/** sz_db_pgsql_alone: a member of #SzDbClass. */
gboolean sz_db_pgsql_alone (SzDb *db, gboolean on, GError **error);

G_END_DECLS
