/* sz-person.c — a person 人员 and the dated records of a working life (RULE ppl-1, ppl-3, ppl-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-person.h"

#include <string.h>

static const char *const field_codes[SZ_N_RECORD_FIELDS] = {
  [SZ_RECORD_DEPARTMENT] = "department",
  [SZ_RECORD_EMPLOYMENT] = "employment",
  [SZ_RECORD_POST] = "post",
  [SZ_RECORD_FULL_TIME] = "full_time",
  [SZ_RECORD_TITLE] = "title",
  [SZ_RECORD_PAY_REGIME] = "pay_regime",
};

const char *
sz_record_field_code (SzRecordField field)
{
  g_return_val_if_fail ((guint)field < SZ_N_RECORD_FIELDS, NULL);
  return field_codes[field];
}

int
sz_record_field_from_code (const char *code)
{
  for (int field = 0; field < SZ_N_RECORD_FIELDS; field++)
    if (g_strcmp0 (code, field_codes[field]) == 0)
      return field;
  return -1;
}

void
sz_person_clear (SzPerson *person)
{
  g_return_if_fail (person != NULL);
  g_free (person->staff_no);
  g_free (person->name);
  g_free (person->pinyin);
  g_free (person->id_number);
  g_free (person->ethnicity);
  g_free (person->political);
  g_free (person->education);
  g_free (person->degree);
  g_free (person->school);
  g_free (person->major);
  g_free (person->skill);
  g_free (person->phone);
  g_free (person->bank_account);
  g_free (person->note);
  memset (person, 0, sizeof *person);
}

void
sz_record_clear (SzRecord *record)
{
  g_return_if_fail (record != NULL);
  g_clear_pointer (&record->value, g_free);
}

static void
record_removed_cb (gpointer data)
{
  sz_record_clear (data);
}

SzPersonFile *
sz_person_file_new (void)
{
  SzPersonFile *file = g_new0 (SzPersonFile, 1);

  file->records = g_array_new (FALSE, TRUE, sizeof (SzRecord));
  g_array_set_clear_func (file->records, record_removed_cb);
  file->services = g_array_new (FALSE, TRUE, sizeof (SzService));
  return file;
}

void
sz_person_file_free (SzPersonFile *file)
{
  if (file == NULL)
    return;
  sz_person_clear (&file->person);
  g_array_unref (file->records);
  g_array_unref (file->services);
  g_free (file);
}

/* RULE ppl-7 */
gboolean
sz_service_covers (const SzService *service, SzDate day)
{
  const SzDate on = sz_date_first_day (day);

  g_return_val_if_fail (service != NULL, FALSE);
  if (on == SZ_DATE_NONE || sz_date_first_day (service->from) > on)
    return FALSE;
  return service->to == SZ_DATE_NONE || on <= sz_date_first_day (service->to);
}

/* RULE ppl-3 */
const SzRecord *
sz_record_at (const SzRecord *records, gsize n, SzRecordField field, SzDate day)
{
  const SzDate on = sz_date_first_day (day);
  const SzRecord *found = NULL;

  for (gsize i = 0; i < n; i++)
    {
      const SzDate from = sz_date_first_day (records[i].from);

      if (records[i].field != field || from > on)
        continue;
      /* Of two records of one day the later in the list stands. */
      if (found == NULL || from >= sz_date_first_day (found->from))
        found = &records[i];
    }
  return found;
}

/* The service that covers the day, else the last that ended before it, else none. */
static const SzService *
find_service (const SzService *services, gsize n, SzDate day)
{
  const SzDate on = sz_date_first_day (day);
  const SzService *last = NULL;

  for (gsize i = 0; i < n; i++)
    {
      if (sz_service_covers (&services[i], day))
        return &services[i];
      if (sz_date_first_day (services[i].from) > on)
        continue;
      if (last == NULL || sz_date_first_day (services[i].to) > sz_date_first_day (last->to))
        last = &services[i];
    }
  return last;
}

static void
read_service (const SzService *services, gsize n, SzDate day, SzPersonState *state)
{
  const SzService *service = find_service (services, n, day);

  state->service_state = SZ_SERVICE_LEFT;
  if (service == NULL)
    return;
  state->in_service = sz_service_covers (service, day);
  state->service_from = service->from;
  state->service_to = service->to;
  if (state->in_service)
    state->service_state = SZ_SERVICE_ACTIVE;
  else if (service->ended_as != SZ_SERVICE_ACTIVE)
    state->service_state = service->ended_as;
}

/* The enum value of a stored code, @fallback when there is no record. */
static int
read_code (const SzRecord *record, SzCodeTable table, int fallback)
{
  const SzCode *code = record != NULL ? sz_codes_by_code (table, record->value) : NULL;

  return code != NULL ? code->value : fallback;
}

/* RULE ppl-3, ppl-7 */
void
sz_person_state_at (const SzRecord *records,
                    gsize n_records,
                    const SzService *services,
                    gsize n_services,
                    SzDate day,
                    SzPersonState *state)
{
  const SzRecord *at[SZ_N_RECORD_FIELDS];

  g_return_if_fail (state != NULL);

  memset (state, 0, sizeof *state);
  read_service (services, n_services, day, state);
  for (int field = 0; field < SZ_N_RECORD_FIELDS; field++)
    at[field] = sz_record_at (records, n_records, (SzRecordField)field, day);

  state->employment = (SzEmployment)read_code (at[SZ_RECORD_EMPLOYMENT], SZ_TABLE_EMPLOYMENT,
                                               SZ_EMPLOYMENT_UNSET);
  state->pay_regime = (SzPayRegime)read_code (at[SZ_RECORD_PAY_REGIME], SZ_TABLE_PAY_REGIME,
                                              SZ_PAY_REGIME_PERFORMANCE);
  if (at[SZ_RECORD_DEPARTMENT] != NULL)
    state->department = at[SZ_RECORD_DEPARTMENT]->value;
  if (at[SZ_RECORD_FULL_TIME] != NULL)
    state->full_time = g_strcmp0 (at[SZ_RECORD_FULL_TIME]->value, "1") == 0;
  if (at[SZ_RECORD_POST] != NULL)
    {
      state->post = sz_post_from_code (at[SZ_RECORD_POST]->value);
      state->post_from = at[SZ_RECORD_POST]->from;
    }
  if (at[SZ_RECORD_TITLE] != NULL)
    {
      state->title = at[SZ_RECORD_TITLE]->value;
      state->title_from = at[SZ_RECORD_TITLE]->from;
    }
}
