/* sz-load-facts.c — one person's year of workload from the raw facts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-load-facts.h"

#include "sz-error.h"

const char *
sz_load_facts_value (const SzPayFacts *facts, const SzPayFact *person, SzRecordField field)
{
  const SzRecord *record = sz_record_at (facts->records + person->first_record, person->n_records,
                                         field, sz_date_make (facts->year, 12, 31));

  return record != NULL ? record->value : NULL;
}

SzPost
sz_load_facts_post (const SzPayFacts *facts, const SzPayFact *person)
{
  const char *code = sz_load_facts_value (facts, person, SZ_RECORD_POST);

  return code != NULL ? sz_post_from_code (code) : 0;
}

gboolean
sz_load_facts_year (const SzLoadRules *rules,
                    const SzPayFacts *facts,
                    const SzPayFact *person,
                    SzLoadYear *load,
                    GError **error)
{
  const char *full_time = sz_load_facts_value (facts, person, SZ_RECORD_FULL_TIME);
  g_autoptr (GError) fault = NULL;

  if (sz_load_year (rules, facts->year, facts->teaching + person->first_teaching,
                    person->n_teaching, facts->training + person->first_training,
                    person->n_training, g_strcmp0 (full_time, "1") == 0,
                    sz_load_facts_post (facts, person), facts->services + person->first_service,
                    person->n_services, person->quota_x100, load, &fault))
    return TRUE;
  if (!g_error_matches (fault, SZ_ERROR, SZ_ERROR_OVERFLOW))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  return sz_error_set (error, SZ_ERROR_OVERFLOW, "workload.overflow", "staff_no", person->staff_no,
                       "name", person->name, NULL);
}
