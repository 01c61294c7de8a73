/* sz-person-facts.h — what titles ask of a person, and which titles there could be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"
#include "sz-field-list.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** sz_person_facts_fill: in the reader thread: the verdicts of the latest round, then grades,
 * education, certificates, hours, further education, practice, achievements, roles, double and
 * special posts, discipline; kinds without a row are left out. */
gboolean sz_person_facts_fill (GPtrArray *fields,
                               SzOffice *office,
                               const char *staff_no,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
