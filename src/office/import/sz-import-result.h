/* sz-import-result.h — what an import is asked, and what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-kind.h"
#include "sz-issue.h"
#include "sz-table.h"

G_BEGIN_DECLS

/* More findings than this are counted but not kept ("findings.more", argument count). */
#define SZ_IMPORT_FINDINGS_MAX 10000
/* Of rows to be written, and of changed values, the first are kept for people to look at. */
#define SZ_IMPORT_WRITTEN_MAX 300
#define SZ_IMPORT_CHANGES_MAX 10000
#define SZ_IMPORT_SKIPS_MAX 300

/** SzImportRequest: all borrowed. */
typedef struct
{
  const SzImportKind *kind;
  const char *path;
  const char *sheet;   /* (nullable): the first */
  SzEncoding encoding; /* of CSV files */
  GHashTable *map; /* (nullable): heading → official heading of a field, "" leaves the column out;
                      remembered per kind */
  gboolean dry_run; /* everything but the writing */
  gboolean update;  /* rows that are there already are compared and changed */
  SzDate from;      /* of changes whose date the sheet does not give (RULE ppl-3); 0: none */
  gboolean list_changes;
  GHashTable *set; /* (nullable): official heading of a field → its value where the sheet has no
                      such column, or an empty cell there */
  gboolean count_sound; /* a dry run with faulty rows counts the others too, and is not logged */
} SzImportRequest;

/** SzImportColumn: what became of a heading. */
typedef struct
{
  char *heading; /* as it stands */
  int field;     /* of the kind; −1: left out */
} SzImportColumn;

/** SzImportChange: one value that an --update changes. */
typedef struct
{
  guint row;
  char *key;   /* 工号 */
  char *field; /* official heading */
  char *before;
  char *after;
} SzImportChange;

/** SzImportWritten: a row as it is stored: what was read, in the official spelling. */
typedef struct
{
  guint row;
  gboolean added; /* else it takes the place of one that is there */
  guint n_values;
  char **values; /* one a field of the kind; NULL: the sheet has no column for it */
} SzImportWritten;

/** SzImportSkip: a row with something in it that is no data. */
typedef struct
{
  guint row;
  const char *why; /* a word: "total", "signature", "heading", "example", "behind" */
  char *text;      /* what stands in its first filled cell */
} SzImportSkip;

/** SzImportResult: rows = inserted + updated + unchanged + rejected. Nothing is written when there
 *  is an error among @issues; then the first three are 0 (unless the request asks for more). */
typedef struct
{
  char *file;   /* base name */
  char *sheet;  /* "" for CSV */
  gint64 batch; /* 0: nothing was written */
  guint heading_row;
  GPtrArray *columns; /* of SzImportColumn */
  gint64 rows;        /* of data */
  gint64 inserted;
  gint64 updated;
  gint64 unchanged;
  gint64 rejected;  /* rows with an error */
  gint64 skipped;   /* blank, total, signature and example rows */
  GPtrArray *skips; /* of SzImportSkip: the first of them that are not blank */
  SzIssueList *issues;
  GPtrArray *changes; /* of SzImportChange, the first ones; empty unless asked for */
  gint64 n_changes;   /* all of them */
  GPtrArray *written; /* of SzImportWritten: the first rows that are added, or changed with nothing
                         in @changes; likewise */
  gint64 n_written;   /* all of them */
} SzImportResult;

/** sz_import_result_new: of the file at @path; nothing happened yet. */
SzImportResult *sz_import_result_new (const char *path);
void sz_import_result_free (SzImportResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzImportResult, sz_import_result_free)

G_END_DECLS
