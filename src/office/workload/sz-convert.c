/* sz-convert.c — a year's workload of everybody who has a quota 工作量折算
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-convert.h"

#include "sz-load-facts.h"
#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-rules.h"

void
sz_convert_free (SzConvert *convert)
{
  if (convert == NULL)
    return;
  g_clear_pointer ((SzPayFacts **)&convert->storage, sz_pay_facts_free);
  g_free (convert->lines);
  g_free (convert);
}

/* RULE num-5: what is shown adds up. */
static gboolean
add_to_totals (SzLoadYear *totals, const SzLoadYear *load, GError **error)
{
  return sz_money_add (totals->teaching_x100, load->teaching_x100, &totals->teaching_x100, error)
         && sz_money_add (totals->training_raw_x100, load->training_raw_x100,
                          &totals->training_raw_x100, error)
         && sz_money_add (totals->training_fee_x100, load->training_fee_x100,
                          &totals->training_fee_x100, error)
         && sz_money_add (totals->training_x100, load->training_x100, &totals->training_x100, error)
         && sz_money_add (totals->training_credit_x100, load->training_credit_x100,
                          &totals->training_credit_x100, error)
         && sz_money_add (totals->training_over_x100, load->training_over_x100,
                          &totals->training_over_x100, error)
         && sz_money_add (totals->quota_x100, load->quota_x100, &totals->quota_x100, error)
         && sz_money_add (totals->over_x100, load->over_x100, &totals->over_x100, error)
         && sz_money_add (totals->over_pay_fen, load->over_pay_fen, &totals->over_pay_fen, error);
}

static gboolean
convert_person (SzConvert *convert,
                const SzLoadRules *rules,
                const SzPayFacts *facts,
                const SzPayFact *person,
                GError **error)
{
  SzConvertLine *line = &convert->lines[convert->n_lines];

  if (!sz_load_facts_year (rules, facts, person, &line->load, error))
    return FALSE;
  if (line->load.quota_x100 < 0)
    return TRUE;
  line->person_id = person->person_id;
  line->staff_no = person->staff_no;
  line->name = person->name;
  line->department = sz_load_facts_value (facts, person, SZ_RECORD_DEPARTMENT);
  line->title = sz_load_facts_value (facts, person, SZ_RECORD_TITLE);
  line->post = sz_load_facts_post (facts, person);
  convert->n_lines++;
  return add_to_totals (&convert->totals, &line->load, error);
}

static SzConvert *
convert_facts (const SzLoadRules *rules, SzPayFacts *facts, GError **error)
{
  g_autoptr (SzConvert) convert = g_new0 (SzConvert, 1);

  convert->storage = facts;
  convert->year = facts->year;
  convert->lines = g_new0 (SzConvertLine, facts->n_people + 1);
  for (gsize i = 0; i < facts->n_people; i++)
    {
      if (!convert_person (convert, rules, facts, &facts->people[i], error))
        return NULL;
    }
  return g_steal_pointer (&convert);
}

SzConvert *
sz_convert_year (SzOffice *office, int year, GCancellable *cancellable, GError **error)
{
  SzDate last = sz_date_make (year, 12, 31);
  g_autoptr (GArray) params = sz_params_gather (office, error);
  g_autoptr (SzLoadRules) rules = params != NULL ? sz_rules_load (params, last, error) : NULL;
  SzPayFacts *facts;

  if (rules == NULL)
    return NULL;
  facts = sz_store_pay_facts (sz_office_get_store (office), sz_date_make (year, 1, 1), last,
                              cancellable, error);
  return facts != NULL ? convert_facts (rules, facts, error) : NULL;
}
