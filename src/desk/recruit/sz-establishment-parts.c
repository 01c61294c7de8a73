/* sz-establishment-parts.c — whom and which posts the bar of the establishment counts, as lists
 * (RULE rec-12, rec-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-establishment-parts.h"

#include <glib/gi18n.h>

#include "sz-establishment-people.h"
#include "sz-field-list.h"
#include "sz-list-book.h"
#include "sz-posts.h"
#include "sz-reserve.h"

/* ---- who occupies it ---- */

enum
{
  PERSON_STAFF_NO,
  PERSON_NAME,
  PERSON_DEPARTMENT,
  PERSON_POST,
  PERSON_SINCE,
  N_PERSON
};

const SzListColumn sz_established_columns[] = {
  [PERSON_STAFF_NO] = { "staff-no", N_ ("Staff no."), 76 },
  [PERSON_NAME] = { "name", N_ ("Name"), 106, .name = TRUE },
  [PERSON_DEPARTMENT] = { "department", N_ ("Department"), 150 },
  [PERSON_POST] = { "post", N_ ("Post"), 110 },
  [PERSON_SINCE] = { "since", N_ ("In the establishment since"), 110 },
  [N_PERSON] = { NULL },
};

GPtrArray *
sz_read_established_cb (SzOffice *office,
                        const SzListView *view,
                        const SzListAsk *ask,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GArray) people = NULL;
  GPtrArray *rows;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL, NULL);
  people = sz_establishment_people (office, ask->day, error);
  if (people == NULL)
    return NULL;
  rows = g_ptr_array_new ();
  for (guint i = 0; i < people->len; i++)
    {
      const SzEstablishmentPerson *person = &g_array_index (people, SzEstablishmentPerson, i);
      SzListRow *row = sz_list_row_new (person->id, N_PERSON);

      row->cells[PERSON_STAFF_NO] = g_strdup (person->staff_no);
      row->cells[PERSON_NAME] = g_strdup (person->name);
      row->cells[PERSON_DEPARTMENT] = g_strdup (person->department);
      row->cells[PERSON_POST] = person->post != 0 ? sz_post_name (person->post) : g_strdup ("");
      row->cells[PERSON_SINCE]
          = person->since != SZ_DATE_NONE ? sz_date_format (person->since) : g_strdup ("");
      g_ptr_array_add (rows, row);
    }
  return rows;
}

SzListDetails *
sz_describe_established (
    SzOffice *office, const SzListView *view, gpointer book, gint64 id, SzDate day, GError **error)
{
  SzListDetails *details = sz_list_book_describe (book, id);
  g_autofree char *place = g_strdup_printf ("people#%" G_GINT64_FORMAT, id);

  if (details->fields->len > 0)
    sz_field_set_place (g_ptr_array_index (details->fields, 0), place);
  return details;
}

/* ---- which posts reserve it ---- */

enum
{
  POST_PLAN,
  POST_CODE,
  POST_NAME,
  POST_APPROVED,
  POST_PLACES,
  POST_HIRED,
  POST_RESERVED,
  N_POST
};

const SzListColumn sz_reserved_columns[] = {
  [POST_PLAN] = { "plan", N_ ("Plan"), 80 },
  [POST_CODE] = { "post", N_ ("Post"), 72 },
  [POST_NAME] = { "name", N_ ("Name"), 190 },
  [POST_APPROVED] = { "approved", N_ ("Reserved from"), 92 },
  [POST_PLACES] = { "places", N_ ("To recruit"), 84, .numeric = TRUE },
  [POST_HIRED] = { "hired", N_ ("Hired"), 66, .numeric = TRUE },
  [POST_RESERVED] = { "reserved", N_ ("Reserved"), 84, .numeric = TRUE },
  [N_POST] = { NULL },
};

/* RULE rec-13: less those whose first day has come. */
static gint64
count_hired (const SzReservation *reservation, SzDate day)
{
  gint64 hired = 0;

  for (guint i = 0; i < reservation->hired->len; i++)
    hired += g_array_index (reservation->hired, SzDate, i) <= day ? 1 : 0;
  return hired;
}

static char *
dup_count (gint64 count)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, count);
}

GPtrArray *
sz_read_reserved_cb (SzOffice *office,
                     const SzListView *view,
                     const SzListAsk *ask,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GArray) reservations = NULL;
  GPtrArray *rows;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL, NULL);
  reservations = sz_reservations (office, SZ_USES_ESTABLISHED, error);
  if (reservations == NULL)
    return NULL;
  rows = g_ptr_array_new ();
  for (guint i = 0; i < reservations->len; i++)
    {
      const SzReservation *reservation = &g_array_index (reservations, SzReservation, i);
      const gint64 hired = count_hired (reservation, ask->day);
      SzListRow *row;

      if (ask->day < reservation->approved_on || reservation->places == hired)
        continue;
      row = sz_list_row_new (reservation->position_id, N_POST);
      row->cells[POST_PLAN] = g_strdup (reservation->plan);
      row->cells[POST_CODE] = g_strdup (reservation->code);
      row->cells[POST_NAME] = g_strdup (reservation->name);
      row->cells[POST_APPROVED] = sz_date_format (reservation->approved_on);
      row->cells[POST_PLACES] = dup_count (reservation->places);
      row->cells[POST_HIRED] = dup_count (hired);
      row->cells[POST_RESERVED] = dup_count (reservation->places - hired);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

char *
sz_reserved_place (SzOffice *office, gint64 id, GError **error)
{
  g_autoptr (GArray) reservations = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  reservations = sz_reservations (office, SZ_USES_ESTABLISHED, error);
  for (guint i = 0; reservations != NULL && i < reservations->len; i++)
    {
      const SzReservation *reservation = &g_array_index (reservations, SzReservation, i);

      if (reservation->position_id == id)
        return g_strdup_printf ("recruit?%s %s", reservation->plan, reservation->code);
    }
  return NULL;
}

SzListDetails *
sz_describe_reserved (
    SzOffice *office, const SzListView *view, gpointer book, gint64 id, SzDate day, GError **error)
{
  g_autofree char *place = NULL;
  SzListDetails *details;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  details = sz_list_book_describe (book, id);
  place = sz_reserved_place (office, id, NULL);
  if (place != NULL && details->fields->len > 0)
    sz_field_set_place (g_ptr_array_index (details->fields, 0), place);
  return details;
}
