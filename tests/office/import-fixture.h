/* import-fixture.h — a college in a private folder, and files to import into it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** Fixture: 2026-01-08 is today; the folder goes away with it. */
typedef struct
{
  char *folder;
  char *db;
  SzOffice *office;
} Fixture;

Fixture *fixture_new (void);
void fixture_free (Fixture *fixture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

/** fixture_write: (transfer full): the path of a new file with @content. */
char *fixture_write (Fixture *fixture, const char *name, const char *content);

/** fixture_sample: (transfer full): a file of the sample college. */
char *fixture_sample (const char *name);

typedef enum
{
  FIXTURE_PLAIN = 0,
  FIXTURE_UPDATE = 1 << 0,
  FIXTURE_DRY_RUN = 1 << 1,
} FixtureFlags;

/** fixture_import: with no map; stops the test when it cannot be tried. */
SzImportResult *
fixture_import (Fixture *fixture, const char *kind, const char *path, FixtureFlags flags);
/** fixture_import_from: with --from. */
SzImportResult *fixture_import_from (
    Fixture *fixture, const char *kind, const char *path, FixtureFlags flags, SzDate from);
/** fixture_import_text: a CSV file made of @content, that must be written without an error. */
void fixture_import_text (Fixture *fixture, const char *kind, const char *content);

/** fixture_assert_finding: the only error, or among @among others, is this one. */
void fixture_assert_finding (const SzImportResult *result,
                             const char *code,
                             guint row,
                             const char *column);
/** fixture_assert_counts: rows, inserted, updated, unchanged; and no error. */
void fixture_assert_counts (
    const SzImportResult *result, gint64 rows, gint64 inserted, gint64 updated, gint64 unchanged);
/** fixture_print: the findings, as test messages. */
void fixture_print (const SzImportResult *result);

/** fixture_dump: (transfer full): every table of data, row by row; not the log, the journal, the
 *  batches and the memory of ids. */
char *fixture_dump (Fixture *fixture);
/** fixture_count: the single number that a SELECT gives. */
gint64 fixture_count (Fixture *fixture, const char *sql);
/** fixture_text: (transfer full): the text that a SELECT gives; stops the test unless it is one
 * row. */
char *fixture_text (Fixture *fixture, const char *sql);

/** fixture_id: (transfer full): a valid ID number of somebody born on @birth (yyyymmdd). */
char *fixture_id (const char *birth, int sequence);

G_END_DECLS
