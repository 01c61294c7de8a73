/* sz-import-draft.h — an import as it is put together, and what came of trying it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-look.h"
#include "sz-import.h"

G_BEGIN_DECLS

/**
 * SzImportDraft: what the steps of the assistant have settled. The assistant changes its own; the
 * workers get copies that nobody changes, with a meter that both sides may touch.
 */
typedef struct
{
  char *path;
  char *sheet; /* (nullable) */
  SzEncoding encoding;
  const SzImportKind *kind; /* (nullable) */
  GHashTable *map;          /* heading → official heading, "" leaves the column out */
  GHashTable *set;          /* official heading → its value for every row that has none */
  gboolean update;
  SzDate from;
  GHashTable *left_out; /* sheets that fit the kind and are not wanted; of the assistant's own */
  gboolean is_part;     /* one of several sheets: the others wait */

  /* The meter */
  const char *what; /* atomic: a static word */
  int permille;     /* atomic: −1: not known */
} SzImportDraft;

SzImportDraft *sz_import_draft_new (const char *path);
SzImportDraft *sz_import_draft_ref (SzImportDraft *draft);
void sz_import_draft_unref (SzImportDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzImportDraft, sz_import_draft_unref)

/** sz_import_draft_copy: (transfer full): with its own map and a meter at nothing. */
SzImportDraft *sz_import_draft_copy (const SzImportDraft *draft);
/** sz_import_draft_request: borrows everything from @draft. */
SzImportRequest sz_import_draft_request (const SzImportDraft *draft);
/** sz_import_draft_progress: moves the meter of @draft. */
SzProgress sz_import_draft_progress (SzImportDraft *draft);

/** sz_import_draft_measure: how many characters wide @text is shown; Han ones take two. */
int sz_import_draft_measure (const char *text);

/** SzImportOutcome: a result with the draft that gave it; nobody changes either. */
typedef struct
{
  SzImportDraft *draft;
  SzImportResult *result;
} SzImportOutcome;

/** sz_import_outcome_new: takes @result. */
SzImportOutcome *sz_import_outcome_new (SzImportDraft *draft, SzImportResult *result);
SzImportOutcome *sz_import_outcome_ref (SzImportOutcome *outcome);
void sz_import_outcome_unref (SzImportOutcome *outcome);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzImportOutcome, sz_import_outcome_unref)

/** sz_import_outcome_dup_counts: (transfer full): "60 rows = 1 new + 2 changed + …", translated. */
char *sz_import_outcome_dup_counts (const SzImportOutcome *outcome);
/** sz_import_outcome_wants_date: whether a change without its date was found (RULE ppl-3). */
gboolean sz_import_outcome_wants_date (const SzImportOutcome *outcome);
/** sz_import_outcome_is_sound: whether it can be imported. */
gboolean sz_import_outcome_is_sound (const SzImportOutcome *outcome);

G_END_DECLS
