/* sz-person-events.h — the history of a person in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-field-list.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** sz_person_events_fill: what happened to the person, the latest first. */
gboolean
sz_person_events_fill (GPtrArray *fields, SzOffice *office, gint64 person_id, GError **error);

G_END_DECLS
