/* sz-person-days.h — on which days somebody was in service as something (RULE ppl-3, ppl-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-establishment.h"
#include "sz-person.h"

G_BEGIN_DECLS

/** sz_person_days: appends to @days (of #SzDays) the stretches on which the person is in service
 * and
 *  @field has @value; no day twice, @to 0 where there is no end. */
void
sz_person_days (const SzPersonFile *file, SzRecordField field, const char *value, GArray *days);

G_END_DECLS
