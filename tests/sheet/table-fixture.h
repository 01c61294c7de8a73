/* table-fixture.h — workbooks made of pieces, and tables written out to be compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-table.h"

G_BEGIN_DECLS

/** FixturePart: an entry of a zip; @n −1: @bytes is a string. @stored: not packed. @wide: zip64. */
typedef struct
{
  const char *name;
  const char *bytes;
  gssize n;
  gboolean stored;
  gboolean wide;
} FixturePart;

/** fixture_folder: a private folder of the test program, removed at its end. */
const char *fixture_folder (void);
/** fixture_file: (transfer full) — the path of a new file of that base name with these bytes. */
char *fixture_file (const char *name, const char *bytes, gssize n);
/** fixture_zip: (transfer full) — the path of a zip of these parts, ended by one without a name. */
char *fixture_zip (const char *name, const FixturePart *parts);

/** fixture_sheet_xml: (transfer full) — a whole sheet part around what stands in <worksheet>. */
char *fixture_sheet_xml (const char *inside);
/** fixture_book: (transfer full) — a workbook of one sheet; @strings, @styles (nullable): whole
 * parts. */
char *fixture_book (const char *sheet_xml, const char *strings, const char *styles);

extern const char fixture_workbook[];
extern const char fixture_workbook_rels[];
extern const char fixture_package_rels[];

/**
 * fixture_dump: (transfer full)
 *
 * All sheets of a file, a row a line: "3: T:text N:3.3 D:2019-09-01 E B:TRUE X:#N/A", hidden rows
 * "3h:"; text with [ ] where it holds blanks. A fault ends it as "! file.format file=… detail=…".
 * Sheets behind the first begin with "= name".
 */
char *fixture_dump (const char *path);
char *fixture_dump_with (const char *path, SzEncoding encoding, const SzTableLimits *limits);

/** fixture_error: (transfer full) — "code name=value …" without the file's name. */
char *fixture_error (const GError *error);

/** fixture_source: (transfer full) — a path below the source tree. */
char *fixture_source (const char *relative);

G_END_DECLS
