/* sz-person-reveal.h — looking at a number that is masked, and leaving a trace of the look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"

G_BEGIN_DECLS

/**
 * sz_office_person_reveal: (transfer full)
 * @field: "id_number", "phone" or "bank_account"
 *
 * The number itself; the log says who looked at which number of whom, before it is shown (RULE
 * aud-1). STALE "person.unknown" (id).
 */
char *
sz_office_person_reveal (SzOffice *office, gint64 person_id, const char *field, GError **error);

/** sz_office_people_reveal: the same for a copied or exported list: @count people. */
gboolean sz_office_people_reveal (SzOffice *office, gint64 count, GError **error);

G_END_DECLS
