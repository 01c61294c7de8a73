/* sz-person-conflict.h — two changed one person: what both did, field by field (RULE srv-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-person.h"

G_BEGIN_DECLS

/** SzConflictField: values as the journal writes them, "" for nothing. */
typedef struct
{
  char *field;
  char *base; /* as it was when both began */
  char *yours;
  char *theirs;
} SzConflictField;

typedef struct
{
  char *staff_no;
  char *by; /* who wrote last, and when (UTC) */
  char *at;
  gint64 version;    /* that is there now */
  GPtrArray *fields; /* (element-type SzConflictField): that either side changed */
} SzPersonConflict;

void sz_person_conflict_free (SzPersonConflict *conflict);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPersonConflict, sz_person_conflict_free)

/** sz_office_person_compare: (transfer full) (nullable): @mine, a person as somebody wants it under
 *  the version that was read, with what is there now; %NULL with @error. */
SzPersonConflict *sz_office_person_compare (SzOffice *office, const SzPerson *mine, GError **error);

/**
 * sz_office_person_settle:
 * @fields: "name=value" each, of the person @staff_no, against @version
 * @again: (out) (transfer full) (nullable): somebody was quicker once more
 *
 * FALSE with @again, or with @error as sz_office_person_set() gives it.
 */
gboolean sz_office_person_settle (SzOffice *office,
                                  const SzPersonConflict *conflict,
                                  const char *const *fields,
                                  SzPersonConflict **again,
                                  GError **error);

G_END_DECLS
