/* sz-import-private.h — an import under way; for the files of import/ only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-columns.h"
#include "sz-decimal.h"
#include "sz-import.h"
#include "sz-store-people.h"
#include "sz-synonyms.h"

G_BEGIN_DECLS

/**
 * SzImportKeys: natural keys met in the file, with the row that held each first and how often.
 * Compact: one block of texts and one table of 16 bytes a key.
 */
typedef struct _SzImportKeys SzImportKeys;
SzImportKeys *sz_import_keys_new (void);
void sz_import_keys_free (SzImportKeys *keys);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzImportKeys, sz_import_keys_free)
/** sz_import_keys_add: row of the first one, 0 when this is the first; @before: how many before. */
guint sz_import_keys_add (SzImportKeys *keys, const char *key, guint row, guint *before);

/** SzImportRun: one import; the same rows are read twice, checked first and written then. */
typedef struct
{
  SzOffice *office;
  SzStore *store;
  const SzImportKind *kind;
  const SzImportRequest *request;
  SzImportResult *result;
  SzSynonyms *synonyms;
  SzColumns *columns;
  SzDate today;

  SzAct *act; /* NULL while checking */
  gint64 batch_id;

  const SzTableRow *row;
  guint row_errors;  /* of the row at hand */
  guint64 n_dropped; /* findings beyond the cap */
  guint64 n_errors;  /* all errors, kept or not */
  guint64 n_hidden;  /* hidden rows read as data */
  guint64 n_behind;  /* rows like data below the signatures, left out */
  guint first_behind;

  SzPersonNames *names;    /* of kinds that name people by 工号, and of people */
  SzImportKeys *keys;      /* natural keys of this pass */
  SzImportKeys *more_keys; /* a second kind of key: ID numbers, whole rows, times */
  GHashTable *services;    /* person id → GArray of SzService */
  GHashTable *faulty;      /* (nullable): rows that the writing pass of a trial passes over */
  gpointer state;          /* of the kind */
} SzImportRun;

/** SzImportHandler: what a kind does with a row. */
struct _SzImportHandler
{
  gboolean names_people; /* wants run->names */
  gboolean wants_services;
  gboolean (*begin) (SzImportRun *run, GError **error); /* (nullable): before each pass */
  /* Adds findings about the row; FALSE only when it could not be carried out. */
  gboolean (*check) (SzImportRun *run, GError **error);
  gboolean (*write) (SzImportRun *run, SzPutResult *result, GError **error);
  /* (nullable): behind the last row of the checking pass: findings about rows together */
  gboolean (*finish) (SzImportRun *run, GError **error);
  void (*end) (SzImportRun *run);   /* (nullable): frees the state */
  const struct _SzImportRows *rows; /* of kinds that are rows of one table */
};

/* ---- findings about the row at hand; @field −1: about the row or the file as a whole ---- */

/** sz_import_find: pairs of argument name and value, ended by NULL; interns @code, copies @value.
 */
void sz_import_find (SzImportRun *run,
                     SzSeverity severity,
                     const char *code,
                     int field,
                     const char *value,
                     ...) G_GNUC_NULL_TERMINATED;
/** sz_import_dup_where: "row 12", or "the register" for row 0: for {where} of a sentence. */
char *sz_import_dup_where (guint row);
/** sz_import_find_at: the same about another row of the sheet than the one at hand. */
void sz_import_find_at (SzImportRun *run,
                        guint row,
                        SzSeverity severity,
                        const char *code,
                        int field,
                        const char *value,
                        GStrv args);
/** sz_import_change: what an update alters: @key names the row for people, @before and @after as
 * texts. */
void sz_import_change (
    SzImportRun *run, const char *key, const char *field, const char *before, const char *after);

/** sz_import_keep_written: the row at hand was written: among the first, for people to look at. */
void sz_import_keep_written (SzImportRun *run, gboolean added);
/** sz_import_written_freed_cb: of a #SzImportWritten. */
void sz_import_written_freed_cb (gpointer data);

/** sz_import_check_service: warns "record.out_of_service" (RULE wrk-6) when the person was in
 *  service on no day of @from … @to. */
void sz_import_check_service (
    SzImportRun *run, guint staff_field, gint64 person_id, int field, SzDate from, SzDate to);

/* ---- before the rows ---- */

/** sz_import_find_columns: by the official headings, their synonyms, and what people matched. */
SzColumns *sz_import_find_columns (SzImportRun *run,
                                   SzTable *table,
                                   GCancellable *cancellable,
                                   GError **error);
/** sz_import_kind_match: the field that @heading names, by itself or by a synonym; −1 for none. */
int sz_import_kind_match (const SzImportKind *kind, SzSynonyms *synonyms, const char *heading);
/** sz_import_report_headings: "heading.missing", "heading.unknown", "heading.repeated",
 * "money.unit", "sheet.others", and the result's columns. */
void sz_import_report_headings (SzImportRun *run, SzTableFile *file);
/** sz_import_check_repeated: "batch.repeated" unless the request is an update. */
gboolean sz_import_check_repeated (SzImportRun *run, const char *sha256, GError **error);
/** sz_import_load_knowledge: the names and services that the kind wants. */
gboolean sz_import_load_knowledge (SzImportRun *run, GError **error);

G_END_DECLS
