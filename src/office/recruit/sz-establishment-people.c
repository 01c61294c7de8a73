/* sz-establishment-people.c — who is counted as occupying the establishment on a day (RULE rec-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-establishment-people.h"

#include "sz-office-private.h"
#include "sz-person-days.h"
#include "sz-store-people.h"

#define ESTABLISHED "established"

typedef struct
{
  SzDate day;
  GArray *people; /* of SzEstablishmentPerson */
} Gather;

static void
clear_person_cb (gpointer data)
{
  SzEstablishmentPerson *person = data;

  g_free (person->staff_no);
  g_free (person->name);
  g_free (person->department);
}

/* The same stretches as the balance is summed from. */
static gboolean
take_person_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  Gather *gather = user_data;
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (SzDays));

  sz_person_days (file, SZ_RECORD_EMPLOYMENT, ESTABLISHED, days);
  for (guint i = 0; i < days->len; i++)
    {
      const SzDays *stretch = &g_array_index (days, SzDays, i);
      SzEstablishmentPerson person = { .id = file->person.id, .post = 0, .since = stretch->from };
      SzPersonState state;

      if (gather->day < stretch->from || (stretch->to != SZ_DATE_NONE && gather->day > stretch->to))
        continue;
      sz_person_state_at ((const SzRecord *)(gconstpointer)file->records->data, file->records->len,
                          (const SzService *)(gconstpointer)file->services->data,
                          file->services->len, gather->day, &state);
      person.staff_no = g_strdup (file->person.staff_no);
      person.name = g_strdup (file->person.name);
      person.department = g_strdup (state.department != NULL ? state.department : "");
      person.post = state.post;
      g_array_append_val (gather->people, person);
    }
  return TRUE;
}

GArray *
sz_establishment_people (SzOffice *office, SzDate day, GError **error)
{
  g_autoptr (GArray) people = NULL;
  Gather gather;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  people = g_array_new (FALSE, FALSE, sizeof (SzEstablishmentPerson));
  g_array_set_clear_func (people, clear_person_cb);
  gather.day = sz_date_first_day (day);
  gather.people = people;
  if (!sz_store_people_each (sz_office_get_store (office), take_person_cb, &gather, error))
    return NULL;
  return g_steal_pointer (&people);
}
