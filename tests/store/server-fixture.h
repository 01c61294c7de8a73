/* server-fixture.h — a database of its own on the server that tests/with-pg.sh started
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** server_fixture_make: makes the database that @uri names, empty, as "server prepare" would. */
void server_fixture_make (const char *uri);
/** server_fixture_drop: whoever is connected. */
void server_fixture_drop (const char *uri);

/** server_fixture_sql: (transfer full) (nullable): raw SQL past the program, in our schema; the
 * first column of the first row, as text. @state: (nullable) (out) (transfer full): the SQLSTATE of
 * what was refused, NULL: nothing; without it a refusal ends the test. */
char *server_fixture_sql (const char *uri, const char *sql, char **state);

G_END_DECLS
