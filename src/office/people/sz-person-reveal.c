/* sz-person-reveal.c — looking at a number that is masked, and leaving a trace of the look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-person-reveal.h"

#include "sz-office-note.h"
#include "sz-office-private.h"
#include "sz-person-act.h"
#include "sz-rights.h"

static const char *
find_number (const SzPerson *person, const char *field)
{
  if (g_str_equal (field, "id_number"))
    return person->id_number;
  if (g_str_equal (field, "phone"))
    return person->phone;
  return g_str_equal (field, "bank_account") ? person->bank_account : NULL;
}

/* RULE aud-1 */
char *
sz_office_person_reveal (SzOffice *office, gint64 person_id, const char *field, GError **error)
{
  g_autoptr (SzPersonFile) file = NULL;
  g_autofree char *right = NULL;
  const char *number;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && field != NULL, NULL);
  file = sz_office_person_load (office, person_id, error);
  if (file == NULL)
    return NULL;
  number = find_number (&file->person, field);
  g_return_val_if_fail (number != NULL, NULL);
  right = g_strconcat ("people.reveal.", field, NULL);
  if (!sz_office_require (office, right, error)
      || !sz_office_note (office, "people.reveal", NULL,
                          json_pack ("{s:s, s:s}", "staff_no", file->person.staff_no, "field",
                                     field),
                          error))
    return NULL;
  return g_strdup (number);
}

gboolean
sz_office_people_reveal (SzOffice *office, gint64 count, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);
  return sz_office_require (office, "people.reveal.list", error)
         && sz_office_note (office, "people.reveal", NULL,
                            json_pack ("{s:I}", "count", (json_int_t)count), error);
}
