/* sz-load-facts.h — one person's year of workload from the raw facts; for files of this room only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-store-pay.h"
#include "sz-workload.h"

G_BEGIN_DECLS

/**
 * sz_load_facts_year: RULE wrk-1 … wrk-5 for @person of @facts in @facts->year.
 *
 * Full-time teacher and post are those of the year's last day. An overflow names the person:
 * OVERFLOW "workload.overflow" (staff_no, name).
 */
gboolean sz_load_facts_year (const SzLoadRules *rules,
                             const SzPayFacts *facts,
                             const SzPayFact *person,
                             SzLoadYear *load,
                             GError **error);

/** sz_load_facts_post: 0 when none is known at the end of the year. */
SzPost sz_load_facts_post (const SzPayFacts *facts, const SzPayFact *person);

/** sz_load_facts_value: (nullable): borrowed value of a dated field at the end of the year. */
const char *
sz_load_facts_value (const SzPayFacts *facts, const SzPayFact *person, SzRecordField field);

G_END_DECLS
