/* store-fixture.h — a college in a temporary folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-error.h"
#include "sz-store-import.h"
#include "sz-store-people.h"
#include "sz-store.h"

G_BEGIN_DECLS

#define FIXTURE_STAMP "20260307T081500Z"

typedef struct
{
  char *folder;
  char *path; /* of the file, where it is one */
  char *uri; /* SHIZI_TEST_URI with the folder for {folder} or its name for {name}; a file of SQLite
                otherwise */
  SzStore *store;
  guint n_acts;
} Fixture;

/** fixture_open: an empty college; the folder is new. */
void fixture_open (Fixture *fixture);
void fixture_close (Fixture *fixture);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_close)

/** fixture_reopen: closes and opens the same file. */
void fixture_reopen (Fixture *fixture);

/** fixture_act: begins an act with an id of its own, which must succeed. */
SzAct *fixture_act (Fixture *fixture, const char *kind);

/** fixture_commit: must succeed; frees. */
void fixture_commit (SzAct *act);

/** fixture_person: a file with two records and a service, not stored. */
SzPersonFile *fixture_person (guint number);

/** fixture_people: stores @n people in one act with a batch; returns the batch's id. */
gint64 fixture_people (Fixture *fixture, guint first, guint n);

/** fixture_sql: raw SQL past the program, as a tamperer would. */
void fixture_sql (const char *path, const char *sql);
/** fixture_query: the first column of the first row, as text. */
char *fixture_query (const char *path, const char *sql);

/** fixture_verify: number of findings of a full verification; @first (nullable) gets its code. */
guint fixture_verify (SzStore *store, char **first);

/** fixture_assert_code: that @error has @code; clears it. */
void fixture_assert_code (GError **error, const char *code);

/** fixture_remove_folder: with everything in it. */
void fixture_remove_folder (const char *folder);

G_END_DECLS
