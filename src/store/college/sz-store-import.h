/* sz-store-import.h — import batches 导入批次, and what imports remember
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-row.h"

G_BEGIN_DECLS

/** SzBatch: one import. Findings are not kept. Key: act_id. The batch stays when it is taken back.
 */
typedef struct
{
  gint64 id; /* the batch number that people see */
  gint64 row_version;
  char *act_id;
  char *kind;   /* "people", "teaching", … */
  char *file;   /* base name */
  char *sha256; /* of the file, hex */
  char *sheet;
  char *at;
  char *who;
  gint64 n_rows; /* rows of data read */
  gint64 n_inserted;
  gint64 n_updated;
  gint64 n_unchanged;
  gint64 n_skipped; /* rows that are no data */
  char *undone_by;  /* id of the act that took it back, "" while it stands */
} SzBatch;

/**
 * Put the batch first (with its counts at 0) so that rows can name it, and put it again with the
 * counts before the commit; both are one act. at and who are filled from the act.
 */
SZ_ROW_API (SzBatch, sz_store_batch)

/** sz_store_batch_same_file: (nullable id): the latest batch of @kind and @sheet with this content
 *  that stands (was not taken back): "batch.repeated"; *@id is 0 when there is none. */
gboolean sz_store_batch_same_file (SzStore *store,
                                   const char *kind,
                                   const char *sheet,
                                   const char *sha256,
                                   gint64 *id,
                                   GError **error);

/** SzMapping: 表头=字段 that the user gave for a kind, kept for the next file. Key: kind, heading.
 */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *kind;
  char *heading;
  char *field;
} SzMapping;
SZ_ROW_API (SzMapping, sz_store_mapping)

/** SzSynonym: a text that the college uses for a code of a table (RULE ppl-2). Key: table, text. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *code_table; /* a word for the SzCodeTable, office's choice */
  char *text;
  char *code;
} SzSynonym;
SZ_ROW_API (SzSynonym, sz_store_synonym)

G_END_DECLS
