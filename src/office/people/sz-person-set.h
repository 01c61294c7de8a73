/* sz-person-set.h — single fields of a person, against the version that was read (RULE srv-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <jansson.h>

#include "sz-issue.h"
#include "sz-office.h"
#include "sz-person.h"

G_BEGIN_DECLS

/** SzPersonSet: "name=value" each; @version 0: against what is there now. */
typedef struct
{
  const char *staff_no;
  const char *const *fields;
  gint64 version;
} SzPersonSet;

/**
 * sz_office_person_set:
 * @version: (out): of the person afterwards
 * @stale: (out) (transfer full) (nullable): what both sides did since @set->version: table, key,
 * by, at, version, fields (field, base, yours, theirs)
 * @issues: what is wrong with the values
 *
 * Equal values on both sides are no conflict. STALE "row.stale" with @stale; STALE "row.gone" with
 * @stale (table, key, by, at) of who was read and deleted since; REFUSED
 * "person.unknown" (staff_no), "person.faulty" with @issues; FORMAT "person.field" (field).
 */
gboolean sz_office_person_set (SzOffice *office,
                               const SzPersonSet *set,
                               gint64 *version,
                               json_t **stale,
                               SzIssueList *issues,
                               GError **error);

/**
 * sz_office_person_stale:
 * @mine: a person as somebody wants it, under the version that was read
 *
 * (transfer full) (nullable): what both sides did since, as sz_office_person_set() says it of a
 * stale row; %NULL with @error: STALE "row.gone".
 */
json_t *sz_office_person_stale (SzOffice *office, const SzPerson *mine, GError **error);

/** sz_person_put_field: @field by its name in the journal, @stored as the journal writes it. */
void sz_person_put_field (SzPerson *person, const char *field, const char *stored);

G_END_DECLS
