/* sz-standard-book.h — the standards of titles that a college uses: shipped, and its own (RULE
 * ttl-12, ttl-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-title-rules.h"
#include "sz-title-standard.h"

G_BEGIN_DECLS

/** SzStandardEntry: a standard with the text it was read from. */
typedef struct
{
  SzStandard *standard;
  char *text;
  char *hash;   /* SHA-256 of the text, in hex */
  gboolean own; /* the college's */
} SzStandardEntry;

/**
 * sz_standard_book: (transfer full) (element-type SzStandardEntry)
 *
 * All of them by their first code, then their id. One of the program's gives way to the college's
 * own of the same id or the same series (RULE num-7).
 */
GPtrArray *sz_standard_book (SzOffice *office, GError **error);

/** sz_standard_entry_parse: (transfer full): what a round has frozen, read again. */
SzStandardEntry *sz_standard_entry_parse (const char *text, gboolean own, GError **error);
void sz_standard_entry_free (SzStandardEntry *entry);
/** sz_standard_entries_new: (transfer full): an empty list that frees its entries. */
GPtrArray *sz_standard_entries_new (void);

/** sz_standard_is_active: its switch, if any, is on (RULE ttl-8). */
gboolean sz_standard_is_active (const SzStandard *standard, const SzTitleRules *rules);
/** sz_standard_in_force: @day lies in its period. */
gboolean sz_standard_in_force (const SzStandard *standard, SzDate day);

/** SzStandardCheck: what the checker said of files. */
typedef struct
{
  guint n_standards;
  GArray *faults; /* of SzStandardFault */
} SzStandardCheck;

/** sz_standard_check_files: (transfer full): without a database. */
SzStandardCheck *sz_standard_check_files (char *const *paths, GError **error);
void sz_standard_check_free (SzStandardCheck *check);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzStandardCheck, sz_standard_check_free)

/**
 * sz_standard_import: takes a file beside the college's own ones, or in place of that of its id.
 *
 * Returns: what the checker said of it; with errors nothing was taken, and the refusal is logged
 */
SzStandardCheck *sz_standard_import (SzOffice *office, const char *path, GError **error);

/** sz_standard_save: the same of a text that was edited, which was @read before; "standard.format"
 * (file, line, why), STALE "row.stale" when the college has another one by now (RULE srv-12). */
SzStandardCheck *
sz_standard_save (SzOffice *office, const char *text, const char *read, GError **error);

/** sz_standard_check_text: (transfer full): without a database; @entries: those of the book, of
 * which the college's own stand beside it. */
SzStandardCheck *
sz_standard_check_text (const char *text, const GPtrArray *entries, GError **error);

/** sz_standard_export: writes the text of the standard with this id; "standard.unknown" (id). */
gboolean sz_standard_export (SzOffice *office, const char *id, const char *path, GError **error);

G_END_DECLS
