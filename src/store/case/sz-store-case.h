/* sz-store-case.h — cases and the steps that were taken in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-case.h"
#include "sz-row.h"

G_BEGIN_DECLS

/** SzCase: where something stands. Key: kind and subject_id. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *kind;
  gint64 subject_id; /* a row of the duty's own table */
  char *state;       /* "" while there is no case yet */
  SzDate opened;     /* day of the first step, none when it was given none */
  SzDate since;      /* day of the last step */
} SzCase;

SZ_ROW_API (SzCase, sz_store_case)

/** SZ_CASE_TIE: a #SzRowTie of a type whose rows are subjects of @kind ("…"): a row is not taken
 * back while it has a case that its own act did not begin. */
#define SZ_CASE_TIE(kind)                                                                          \
  {                                                                                                \
    .code = "undo.used_by_case", .noun = "case",                                                   \
    .user = "SELECT id FROM cases WHERE $1 > 0 AND kind = '" kind "' AND subject_id = $2",         \
    .of_row = TRUE                                                                                 \
  }

/** SzCaseFile: a case with all its steps. */
typedef struct
{
  SzCase head;
  GArray *steps; /* of SzCaseStep, in order */
} SzCaseFile;

/**
 * sz_store_case_load: (transfer full)
 *
 * The case of a subject; one that never began has id 0, state "" and no steps.
 */
SzCaseFile *
sz_store_case_load (SzStore *store, const char *kind, gint64 subject_id, GError **error);
void sz_case_file_free (SzCaseFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzCaseFile, sz_case_file_free)

/** sz_case_file_steps: the steps as the functions of sz-case.h want them, with their number. */
const SzCaseStep *sz_case_file_steps (const SzCaseFile *file, guint *n_steps);

/** sz_case_file_who: (nullable): who took the last step of one of @verbs that still counts. */
const char *sz_case_file_who (const SzCaseFile *file, const SzCaseTable *table, const char *verbs);

/** SzCaseEntry: what a step leaves behind besides what was asked. */
typedef struct
{
  const char *to;     /* the new state */
  const char *who;    /* (nullable): the act's */
  const char *at;     /* (nullable): the act's */
  const char *detail; /* (nullable): JSON object */
} SzCaseEntry;

/**
 * sz_store_case_step:
 *
 * Writes a step that was judged, and the state it leads to, into @file and the database; begins the
 * case when it has none.
 */
gboolean sz_store_case_step (
    SzAct *act, SzCaseFile *file, const SzCaseAsk *ask, const SzCaseEntry *entry, GError **error);

/** sz_store_case_begin: the first step of a new subject, in one call: for what writes many. */
gboolean sz_store_case_begin (
    SzAct *act, const SzCaseTable *table, gint64 subject_id, const SzCaseAsk *ask, GError **error);

/** sz_store_case_drop: a subject goes, its case and steps with it. */
gboolean sz_store_case_drop (SzAct *act, const char *kind, gint64 subject_id, GError **error);

/** sz_store_case_states: (transfer full): subject_id (gint64 *) → state, of all cases of @kind. */
GHashTable *sz_store_case_states (SzStore *store, const char *kind, GError **error);

G_END_DECLS
