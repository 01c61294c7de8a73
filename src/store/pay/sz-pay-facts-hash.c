/* sz-pay-facts-hash.c — the inputs of a pay run as one hash (RULE pay-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-chain.h"
#include "sz-store-pay.h"

#define FLUSH_AT 16384

static void
add_text (GString *text, const char *value)
{
  sz_chain_append_text (text, value, strlen (value));
}

static void
add_number (GString *text, gint64 value)
{
  sz_chain_append_number (text, value, ',');
}

static void
add_dated (GString *text, const SzPayFacts *facts, const SzPayFact *person)
{
  for (guint i = 0; i < person->n_records; i++)
    {
      const SzRecord *record = &facts->records[person->first_record + i];

      add_number (text, record->field);
      add_number (text, record->from);
      add_text (text, record->value);
    }
  g_string_append_c (text, '|');
  for (guint i = 0; i < person->n_services; i++)
    {
      const SzService *service = &facts->services[person->first_service + i];

      add_number (text, service->from);
      add_number (text, service->to);
      add_number (text, service->ended_as);
    }
  g_string_append_c (text, '|');
  for (guint i = 0; i < person->n_roles; i++)
    {
      const SzPayRole *role = &facts->roles[person->first_role + i];

      add_text (text, role->role);
      add_number (text, role->from);
      add_number (text, role->to);
    }
  g_string_append_c (text, '|');
}

static void
add_work (GString *text, const SzPayFacts *facts, const SzPayFact *person)
{
  for (guint i = 0; i < person->n_values; i++)
    {
      add_text (text, facts->values[person->first_value + i].item);
      add_number (text, facts->values[person->first_value + i].value_x1e4);
    }
  g_string_append_c (text, '|');
  for (guint i = 0; i < person->n_teaching; i++)
    {
      const SzTeaching *teaching = &facts->teaching[person->first_teaching + i];

      add_number (text, teaching->hours_x100);
      add_number (text, teaching->students);
      add_number (text, teaching->type * 4 + teaching->repeat * 2 + teaching->is_new);
    }
  g_string_append_c (text, '|');
  for (guint i = 0; i < person->n_training; i++)
    {
      const SzTraining *training = &facts->training[person->first_training + i];

      add_number (text, training->hours_x100);
      add_number (text, training->students);
      add_number (text, training->type);
      add_number (text, training->time);
      add_number (text, training->role);
      add_number (text, training->pay_mode);
      add_text (text, training->category);
    }
  g_string_append_c (text, '|');
}

static void
add_person (GString *text, const SzPayFacts *facts, const SzPayFact *person)
{
  add_text (text, person->staff_no);
  add_text (text, person->name);
  add_number (text, person->grade);
  add_number (text, person->award_x100);
  add_number (text, person->quota_x100);
  /* Only where there is one: the hashes of runs kept before this was read stay true. */
  if (person->talent)
    add_text (text, "talent");
  add_dated (text, facts, person);
  add_work (text, facts, person);
  g_string_append_c (text, '\n');
}

static void
add_departments (GString *text, const SzPayFacts *facts)
{
  for (gsize i = 0; i < facts->n_departments; i++)
    {
      add_text (text, facts->departments[i].name);
      add_number (text, facts->departments[i].has_coefficient);
      add_number (text, facts->departments[i].coefficient_x1e4);
    }
}

char *
sz_pay_facts_dup_hash (const SzPayFacts *facts)
{
  g_autoptr (GChecksum) checksum = NULL;
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (facts != NULL, NULL);

  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  text = g_string_sized_new (FLUSH_AT * 2);
  add_number (text, facts->year);
  add_departments (text, facts);
  for (gsize i = 0; i < facts->n_people; i++)
    {
      add_person (text, facts, &facts->people[i]);
      if (text->len < FLUSH_AT)
        continue;
      g_checksum_update (checksum, (const guchar *)text->str, (gssize)text->len);
      g_string_truncate (text, 0);
    }
  g_checksum_update (checksum, (const guchar *)text->str, (gssize)text->len);
  return g_strdup (g_checksum_get_string (checksum));
}
