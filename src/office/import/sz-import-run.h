/* sz-import-run.h — an import under way, and what a kind may do with its rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-columns.h"
#include "sz-import-keys.h"
#include "sz-import-result.h"
#include "sz-office.h"
#include "sz-store-people.h"
#include "sz-synonyms.h"

G_BEGIN_DECLS

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
  gboolean is_text; /* the file is a text file: every cell has its column by counting commas */

  SzAct *act;         /* NULL while checking */
  gint64 checked_seq; /* where the log stood then */
  gboolean moved;     /* somebody wrote between checking and writing: all to be done again */
  gboolean copied;    /* the college was copied aside */
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
  GHashTable *by_id;       /* person id → SzPersonName, made when first asked */
  GHashTable *by_id_number;
  GHashTable *faulty; /* (nullable): rows that the writing pass of a trial passes over */
  guint wants;        /* SzImportWants */
  const SzImportHandler *handler; /* of the kind, or the one for tables */
  gint64 *sums_x1e4;              /* (nullable): of figures so far, one a field */
  GHashTable *unnamed;            /* (nullable): columns without a heading that were told */
  SzCell *set;                    /* (nullable): one a field: what --set gives */
  GPtrArray *kept;    /* of a kind with keeps_rows: the rows of the checking pass in order */
  GHashTable *by_key; /* key → row of @kept, of a kind with says_same */
  gpointer state;     /* of the kind */
  gboolean by_hand;   /* there is no sheet: a row typed in */
  gint64 replaces; /* id of the one stored row that the row at hand takes the place of; 0: none */
} SzImportRun;

/** sz_import_run_clear: lets go of what the run holds, but for its result. */
void sz_import_run_clear (SzImportRun *run);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzImportRun, sz_import_run_clear)

/** SzImportWants: what the register must tell beside the rows. A kind with a field of
 *  SZ_FIELD_PERSON gets the names anyway. */
typedef enum
{
  SZ_IMPORT_WANTS_NAMES = 1 << 0,    /* run->names */
  SZ_IMPORT_WANTS_SERVICES = 1 << 1, /* run->services, for sz_import_check_service() */
} SzImportWants;

/**
 * SzImportHooks: what is special about a kind of rows; all may be NULL. A hook returns FALSE with
 * @error only when it could not be carried out (database trouble); what is wrong with the row is a
 * finding (sz_import_find()), and a row with an error goes no further. Rows are structs of
 * kind->type; run->state is the hooks' own. @row of resolve and put may be changed.
 */
struct _SzImportHooks
{
  guint wants; /* SzImportWants */
  /* before each pass (run->act is NULL while checking), and when all is over: frees run->state */
  gboolean (*begin) (SzImportRun *run, GError **error);
  void (*end) (SzImportRun *run);
  /* completes the row from what several cells say together; in both passes, before the key */
  gboolean (*resolve) (SzImportRun *run, gpointer row, GError **error);
  /* more findings about a sound row that is not twice in the file; in the checking pass */
  gboolean (*check_row) (SzImportRun *run, gconstpointer row, GError **error);
  /* behind the last row of the checking pass: findings by sz_import_find_at() about rows together;
     with keeps_rows run->kept holds the sound ones, source_row being the row of the sheet */
  gboolean (*after_all) (SzImportRun *run, GError **error);
  gboolean keeps_rows;
  /* a row of this key may stand once only, though the type has an ordinal */
  gboolean (*stands_once) (gconstpointer row);
  /* With it the same said again, in the file or by the register, is unchanged, and something else
     under the same key "row.conflict" at the field that @field gets (an update writes it over what
     the register holds). sz_import_rows_same() compares member by member. */
  gboolean (*says_same) (SzImportRun *run, gconstpointer row, gconstpointer there, int *field);
  /* whether the row @there only stands because another kind names it: such a row is filled in
     without --update */
  gboolean (*is_named) (SzImportRun *run, gconstpointer there, gboolean *named, GError **error);
  /* writes the row instead of putting it into kind->type's table */
  gboolean (*put) (SzImportRun *run, gpointer row, SzPutResult *result, GError **error);
  /* (transfer full): a cell that resolve reads and no member keeps, as it would be written again;
     @people: id (gint64 *) → SzPersonName. Rows of the kind can be corrected by hand then. */
  char *(*written) (GHashTable *people, gconstpointer row, const char *heading);
};

/** SzImportHandler: what a kind does with a row that is no row of one table. */
struct _SzImportHandler
{
  guint wants;                                          /* SzImportWants */
  gboolean (*begin) (SzImportRun *run, GError **error); /* (nullable): before each pass */
  /* Adds findings about the row; FALSE only when it could not be carried out. */
  gboolean (*check) (SzImportRun *run, GError **error);
  gboolean (*write) (SzImportRun *run, SzPutResult *result, GError **error);
  /* (nullable): behind the last row of the checking pass: findings about rows together */
  gboolean (*finish) (SzImportRun *run, GError **error);
  void (*end) (SzImportRun *run); /* (nullable): frees the state */
};

/** SZ_IMPORT_FIELD: the field that fills a member of the row, for findings. */
#define SZ_IMPORT_FIELD(run, Row, member)                                                          \
  ((int)sz_import_kind_at ((run)->kind, G_STRUCT_OFFSET (Row, member)))
/** sz_import_field: the field of a heading. */
int sz_import_field (const SzImportRun *run, const char *heading);

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

/* ---- the people of the register, for kinds that name them ---- */

/** sz_import_person_by_id: (nullable): borrowed from run->names. */
const SzPersonName *sz_import_person_by_id (SzImportRun *run, gint64 person_id);
/** sz_import_person_by_id_number: (nullable): whose ID number (15 digits made 18) it is. */
const SzPersonName *sz_import_person_by_id_number (SzImportRun *run, const char *id_number);
/** sz_import_check_service: warns "record.out_of_service" (RULE wrk-6) when the person was in
 *  service on no day of @from … @to. */
void sz_import_check_service (
    SzImportRun *run, guint staff_field, gint64 person_id, int field, SzDate from, SzDate to);

/** sz_import_get_cell: (transfer none): never NULL; an empty one where the sheet lacks the field.
 *  What --set gives stands where the sheet's own cell is empty. */
const SzCell *sz_import_get_cell (SzImportRun *run, guint field);

G_END_DECLS
