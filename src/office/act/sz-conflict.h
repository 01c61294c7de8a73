/* sz-conflict.h — two changed one row: what both did, field by field (RULE srv-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"

G_BEGIN_DECLS

/** SzConflictField: values as the one who compares writes them, "" for nothing. */
typedef struct
{
  char *field;
  char *base; /* as it was when both began */
  char *yours;
  char *theirs;
  gboolean take_theirs; /* what was chosen */
} SzConflictField;

typedef struct
{
  char *by; /* (nullable): who wrote last, and when (UTC) */
  char *at;
  gint64 version;    /* that is there now */
  GPtrArray *fields; /* (element-type SzConflictField): that either side changed */
} SzConflict;

/** sz_conflict_new: (transfer full): @version: of the row that is there now. */
SzConflict *sz_conflict_new (gint64 version);
void sz_conflict_free (SzConflict *conflict);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzConflict, sz_conflict_free)

/** sz_conflict_add: what neither side changed is left out; a value (nullable) is copied. */
void sz_conflict_add (SzConflict *conflict,
                      const char *field,
                      const char *base,
                      const char *yours,
                      const char *theirs);

/** sz_conflict_find: (nullable) (transfer none): %NULL: neither side changed @field. */
const SzConflictField *sz_conflict_find (const SzConflict *conflict, const char *field);
/** sz_conflict_field_get_chosen: (transfer none): what the field is to be. */
const char *sz_conflict_field_get_chosen (const SzConflictField *field);

/** sz_conflict_is_agreed: both want the same: equal values are no conflict. */
gboolean sz_conflict_is_agreed (const SzConflict *conflict);
/** sz_conflict_is_mine_alone: the other side left the row as it was. */
gboolean sz_conflict_is_mine_alone (const SzConflict *conflict);

/**
 * sz_office_conflict_sign: who wrote the row @id of @table last, and when.
 *
 * FALSE with @error.
 */
gboolean sz_office_conflict_sign (
    SzOffice *office, SzConflict *conflict, const char *table, gint64 id, GError **error);

/** sz_office_fail_gone: FALSE with STALE "row.gone" (table, by, at): what the log says of a row
 * that is not there any more. */
gboolean sz_office_fail_gone (SzOffice *office, const char *table, gint64 id, GError **error);

G_END_DECLS
