/* sz-pay-basis.c — all that a pay run reads, from one state of the database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-basis.h"

#include "sz-load-facts.h"
#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-rules.h"

SzPayBasis *
sz_pay_basis_ref (SzPayBasis *basis)
{
  g_return_val_if_fail (basis != NULL, NULL);

  g_atomic_ref_count_inc (&basis->ref_count);
  return basis;
}

void
sz_pay_basis_unref (SzPayBasis *basis)
{
  if (basis == NULL || !g_atomic_ref_count_dec (&basis->ref_count))
    return;
  g_free (basis->input.people);
  g_clear_pointer (&basis->facts, sz_pay_facts_free);
  g_free (basis->parameters);
  g_free (basis);
}

/* Ranges of the facts become borrowed pointers of the run's input. */
static void
take_person (SzPayPerson *person, const SzPayFacts *facts, const SzPayFact *fact)
{
  *person = (SzPayPerson){ .person_id = fact->person_id,
                           .staff_no = fact->staff_no,
                           .name = fact->name,
                           .records = facts->records + fact->first_record,
                           .n_records = fact->n_records,
                           .services = facts->services + fact->first_service,
                           .n_services = fact->n_services,
                           .leaves = facts->leaves + fact->first_leave,
                           .n_leaves = fact->n_leaves,
                           .roles = facts->roles + fact->first_role,
                           .n_roles = fact->n_roles,
                           .values = facts->values + fact->first_value,
                           .n_values = fact->n_values,
                           .grade = fact->grade,
                           .award_x100 = fact->award_x100,
                           .talent = fact->talent };
}

/* RULE pay-5: workload is that of the year in which the period ends, by that year's parameters. */
static gboolean
make_input (SzPayBasis *basis, SzOffice *office, GError **error)
{
  const SzPayFacts *facts = basis->facts;
  g_autoptr (GArray) params = sz_params_gather (office, error);
  SzDate day = sz_date_make (facts->year, 12, 31);
  g_autoptr (SzLoadRules) rules = params != NULL ? sz_rules_load (params, day, error) : NULL;

  if (rules == NULL)
    return FALSE;
  basis->parameters = sz_rules_dup_json (params, "", day);
  basis->input = (SzPayInput){ .people = g_new0 (SzPayPerson, facts->n_people + 1),
                               .n_people = facts->n_people,
                               .departments = facts->departments,
                               .n_departments = facts->n_departments };
  for (gsize i = 0; i < facts->n_people; i++)
    {
      SzPayPerson *person = &basis->input.people[i];

      take_person (person, facts, &facts->people[i]);
      if (!sz_load_facts_year (rules, facts, &facts->people[i], &person->load, error))
        return FALSE;
    }
  return TRUE;
}

SzPayBasis *
sz_pay_basis_read (SzOffice *office,
                   SzDate from,
                   SzDate to,
                   SzProgress progress,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (SzPayBasis) basis = g_new0 (SzPayBasis, 1);

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  g_atomic_ref_count_init (&basis->ref_count);
  sz_progress_report (progress, "read", 0, 0);
  basis->facts = sz_store_pay_facts (sz_office_get_store (office), from, to, cancellable, error);
  if (basis->facts == NULL)
    return NULL;
  sz_progress_report (progress, "compute", 0, 0);
  return make_input (basis, office, error) ? g_steal_pointer (&basis) : NULL;
}
