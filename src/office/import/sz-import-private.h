/* sz-import-private.h — an import under way; for the files of import/ only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-columns.h"
#include "sz-decimal.h"
#include "sz-import.h"
#include "sz-money.h"
#include "sz-posts.h"
#include "sz-row.h"
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

/**
 * SzImportRows: a kind whose rows are rows of one table of the store. The functions are the store's
 * own; SZ_IMPORT_ROWS makes them fit.
 */
typedef struct _SzImportRows
{
  gsize size;
  gsize batch_offset;  /* of the gint64 that gets the batch */
  gsize source_offset; /* of the int that gets the row of the sheet */
  /* Fills @row from the cells and adds findings; FALSE when it cannot be used. */
  gboolean (*parse) (SzImportRun *run, gpointer row);
  char *(*key) (gconstpointer row);
  /* (nullable): everything beside the key, where a key may stand several times in a file: rows
     with the same key and content are duplicates, others get their place by @ordinal. NULL: this
     row may not stand twice. */
  char *(*content) (gconstpointer row);
  gsize ordinal_offset;
  gboolean (*check) (SzImportRun *run, gpointer row, GError **error); /* (nullable) */
  /* (nullable): whether the row @there only stands because another kind names it: such a row is
     filled in without --update. */
  gboolean (*is_named) (SzImportRun *run, gconstpointer there, gboolean *named, GError **error);
  gboolean (*put) (SzAct *act, gpointer row, SzPutMode mode, SzPutResult *result, GError **error);
  gboolean (*find) (SzStore *store, gpointer row, gboolean *found, GError **error);
  gboolean (*any) (SzStore *store, gboolean *found, GError **error); /* whether there are rows */
  void (*clear) (gpointer row);
} SzImportRows;

/** sz_import_rows_met_cb: an SzRowFn that stops at the first row and says so. */
gboolean sz_import_rows_met_cb (gconstpointer row, gpointer found, GError **error);

/* The handler's functions for such kinds; sz_import_rows_begin: empties the keys. */
gboolean sz_import_rows_begin (SzImportRun *run, GError **error);
gboolean sz_import_rows_check (SzImportRun *run, GError **error);
gboolean sz_import_rows_write (SzImportRun *run, SzPutResult *result, GError **error);

/* Wrappers with the types that SzImportRows wants, so that no function is called through a foreign
   type. */
#define SZ_IMPORT_ROWS(Type, prefix)                                                               \
  static gboolean prefix##_put_cb (SzAct *act, gpointer row, SzPutMode mode, SzPutResult *result,  \
                                   GError **error)                                                 \
  {                                                                                                \
    return prefix##_put (act, (Type *)row, mode, result, error);                                   \
  }                                                                                                \
  static gboolean prefix##_find_cb (SzStore *store, gpointer row, gboolean *found, GError **error) \
  {                                                                                                \
    return prefix##_find (store, (Type *)row, found, error);                                       \
  }                                                                                                \
  static gboolean prefix##_any_cb (SzStore *store, gboolean *found, GError **error)                \
  {                                                                                                \
    return prefix##_each (store, SZ_ROWS_ALL, sz_import_rows_met_cb, found, error);                \
  }                                                                                                \
  static void prefix##_clear_cb (gpointer row)                                                     \
  {                                                                                                \
    prefix##_clear ((Type *)row);                                                                  \
  }

#define SZ_IMPORT_ROWS_OF(Type, prefix)                                                            \
  .size = sizeof (Type), .batch_offset = G_STRUCT_OFFSET (Type, batch_id),                         \
  .source_offset = G_STRUCT_OFFSET (Type, source_row), .put = prefix##_put_cb,                     \
  .find = prefix##_find_cb, .any = prefix##_any_cb, .clear = prefix##_clear_cb

/** SZ_IMPORT_ROWS_HANDLER: the part of an SzImportHandler that is the same for such kinds. */
#define SZ_IMPORT_ROWS_HANDLER(table)                                                              \
  .begin = sz_import_rows_begin, .check = sz_import_rows_check, .write = sz_import_rows_write,     \
  .rows = &table

/* ---- findings about the row at hand; @field −1: about the row or the file as a whole ---- */

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
void sz_import_change (
    SzImportRun *run, const char *key, const char *field, const char *before, const char *after);

/* ---- cells as values. Each adds its finding and returns FALSE on a fault; an empty cell that is
   not required leaves *value as it was and returns TRUE. Texts are (transfer full). ---- */

const SzCell *sz_import_get_cell (SzImportRun *run, guint field);
/** sz_import_fail: an error finding without arguments; always %FALSE. */
gboolean sz_import_fail (SzImportRun *run, const char *code, guint field, const char *value);
/** sz_import_refuse_number: "number.invalid" with the reason in brackets; always %FALSE. */
gboolean sz_import_refuse_number (SzImportRun *run, guint field, const char *why);
/** sz_import_means_nothing: — / 无, which offices put where there is nothing. */
gboolean sz_import_means_nothing (const char *text);
/** sz_import_read_folded: the cell's folded text; "required.missing", "cell.error". */
gboolean sz_import_read_folded (SzImportRun *run, guint field, char **text);
gboolean sz_import_has (SzImportRun *run, guint field);
gboolean sz_import_read_text (SzImportRun *run, guint field, char **text);
gboolean sz_import_read_date (SzImportRun *run, guint field, SzDate *date);
gboolean sz_import_read_year (SzImportRun *run, guint field, int *year);
gboolean sz_import_read_decimal (SzImportRun *run, guint field, int decimals, gint64 *value);
gboolean sz_import_read_count (SzImportRun *run, guint field, int *value);
gboolean sz_import_read_money (SzImportRun *run, guint field, SzMoney *amount_fen);
/** sz_import_read_signed_money: where an amount may be taken back, or a net be a loss. */
gboolean sz_import_read_signed_money (SzImportRun *run, guint field, SzMoney *amount_fen);
/** sz_import_read_share: 0.6 or 60%, four decimals. */
gboolean sz_import_read_share (SzImportRun *run, guint field, gint64 *share_x1e4);
/** sz_import_read_month: 3, 3月; 0 for 全年 where @or_year. */
gboolean sz_import_read_month (SzImportRun *run, guint field, gboolean or_year, int *month);
/** sz_import_dup_choices: (transfer full): the terms of a table, for {choices} of a sentence; of a
 *  long one the dozen that have most in common with @text. */
char *sz_import_dup_choices (SzCodeTable table, const char *text);
/** sz_import_mean_code: what the cell of a code field means, @folded its text; %NULL with %TRUE:
 *  nothing; %FALSE: nobody knows. */
gboolean sz_import_mean_code (
    SzImportRun *run, guint field, const SzCell *cell, const char *folded, const SzCode **code);
/** @code: stored code, owned; "" becomes of an empty cell. */
gboolean sz_import_read_code (SzImportRun *run, guint field, char **code);
/** @value: the enum value. */
gboolean sz_import_read_value (SzImportRun *run, guint field, int *value);
/** sz_import_read_post: category and level agree; an empty level is the category alone. */
gboolean sz_import_read_post (SzImportRun *run, guint category, guint level, SzPost *post);
gboolean sz_import_read_id_number (SzImportRun *run, guint field, char **normal);
/** sz_import_read_person: "staff_no.unknown"; @name_field −1 or checked against the register. */
gboolean sz_import_read_person (SzImportRun *run, guint field, int name_field, gint64 *person_id);

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

extern const SzImportHandler sz_import_people_handler;
extern const SzImportHandler sz_import_departments_handler;
extern const SzImportHandler sz_import_post_plan_handler;
extern const SzImportHandler sz_import_parttime_handler;
extern const SzImportHandler sz_import_teaching_handler;
extern const SzImportHandler sz_import_training_handler;
extern const SzImportHandler sz_import_training_income_handler;
extern const SzImportHandler sz_import_assessments_handler;
extern const SzImportHandler sz_import_quotas_handler;
extern const SzImportHandler sz_import_awards_handler;
extern const SzImportHandler sz_import_roles_handler;
extern const SzImportHandler sz_import_factors_handler;
extern const SzImportHandler sz_import_annual_pay_handler;
extern const SzImportHandler sz_import_ledger_handler;
extern const SzImportHandler sz_import_advances_handler;
extern const SzImportHandler sz_import_withholding_handler;
extern const SzImportHandler sz_import_transfers_handler;
extern const SzImportHandler sz_import_talents_handler;
extern const SzImportHandler sz_import_timetable_handler;

G_END_DECLS
