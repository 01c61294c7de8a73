/* sz-person-conflict.h — a person, a dated record or a service that somebody else changed meanwhile
 * (RULE srv-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-conflict.h"
#include "sz-person.h"

G_BEGIN_DECLS

/** sz_office_person_compare: (transfer full) (nullable): @mine, a person as somebody wants it under
 *  the version that was read, with what is there now; fields as in the journal. %NULL with @error:
 *  STALE "row.gone". */
SzConflict *sz_office_person_compare (SzOffice *office, const SzPerson *mine, GError **error);
/** sz_person_take: what was chosen, under the version that is there now. */
void sz_person_take (SzPerson *mine, const SzConflict *conflict);

/** sz_office_record_compare: the same of a dated record, @base as it was read: fields "from" and
 * "value". */
SzConflict *sz_office_record_compare (
    SzOffice *office, gint64 person_id, const SzRecord *base, const SzRecord *mine, GError **error);
/** sz_record_take: @base becomes what is there now. */
void sz_record_take (SzRecord *mine, SzRecord *base, const SzConflict *conflict);

/** sz_office_service_compare: the same of a service: fields "from", "to" and "ended_as" (its code).
 */
SzConflict *sz_office_service_compare (SzOffice *office,
                                       gint64 person_id,
                                       const SzService *base,
                                       const SzService *mine,
                                       GError **error);
void sz_service_take (SzService *mine, SzService *base, const SzConflict *conflict);

G_END_DECLS
