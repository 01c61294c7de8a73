/* sz-import-look.h — a look at a file before it is imported: sheets, headings, first rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import.h"

G_BEGIN_DECLS

/** SzImportLookRow: a row as it stands in the sheet, @cells from column A on. */
typedef struct
{
  guint number;
  GStrv cells;
} SzImportLookRow;

void sz_import_look_row_free (SzImportLookRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzImportLookRow, sz_import_look_row_free)

/** SzImportLookColumn: a column with a heading; @field −1: none takes it. */
typedef struct
{
  guint column;
  char *heading; /* as it stands */
  char *sample;  /* what stands below it first, "" for nothing */
  int field;
} SzImportLookColumn;

/** SzImportLook: what a file seems to be. */
typedef struct
{
  GStrv sheets;             /* a CSV file has one, "" */
  GStrv fitting;            /* those of them that have all required headings of the kind */
  char *sheet;              /* the one looked at */
  char *encoding;           /* (nullable): of a CSV file: "UTF-8" or "GB18030" */
  const SzImportKind *kind; /* (nullable): the best match; NULL: its headings are of no kind */
  guint heading_row;        /* 0: none found */
  GPtrArray *columns;       /* of SzImportLookColumn */
  GPtrArray *rows;          /* of SzImportLookRow: the first ones, past the heading row */
  guint n_columns;          /* of the widest of them */
  gboolean known;           /* the register holds rows of the kind already */
  GHashTable *given;        /* heading → what its rows seem to say without a column */
} SzImportLook;

void sz_import_look_free (SzImportLook *look);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzImportLook, sz_import_look_free)

/**
 * sz_office_import_look: (transfer full)
 * @request: its kind may be %NULL: the kind is the one whose headings match best, one with all its
 *   required headings before others; its sheet may be NULL: likewise
 *
 * Reads little more than the first rows. Errors are those of sz_table_file_open() and
 * sz_table_open().
 */
SzImportLook *sz_office_import_look (SzOffice *office,
                                     const SzImportRequest *request,
                                     GCancellable *cancellable,
                                     GError **error);

/** sz_office_import_sheets: (transfer full): the sheets that have all required headings of the
 *  request's kind, in their order. */
GStrv sz_office_import_sheets (SzOffice *office,
                               const SzImportRequest *request,
                               GCancellable *cancellable,
                               GError **error);

/** sz_import_look_row: (transfer full): the row @number of the sheet as it stands; without cells
 *  when there is no such row. */
SzImportLookRow *sz_import_look_row (const SzImportRequest *request,
                                     guint number,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
