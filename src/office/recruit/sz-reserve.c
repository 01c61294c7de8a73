/* sz-reserve.c — the places that open posts reserve 招聘占用 (RULE rec-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-reserve.h"

#include <string.h>

#include "sz-case-tables.h"
#include "sz-office-private.h"
#include "sz-recruit-state.h"
#include "sz-recruit-lists.h"

static void
clear_reservation_cb (gpointer data)
{
  SzReservation *reservation = data;

  g_free (reservation->plan);
  g_free (reservation->code);
  g_free (reservation->name);
  g_array_unref (reservation->hired);
}

static gboolean
add_position (GArray *reservations,
              SzStore *store,
              const SzPositionRow *row,
              const GArray *hires,
              GError **error)
{
  g_autoptr (SzCaseFile) file
      = sz_store_case_load (store, sz_case_recruit_post.kind, row->id, error);
  SzReservation reservation = { .position_id = row->id,
                                .uses = row->uses,
                                .places = row->places,
                                .fte_x1e4 = row->fte_x1e4,
                                .term_from = row->term_from,
                                .term_to = row->term_to };
  const SzCaseStep *approve;
  gint64 places;

  if (file == NULL)
    return FALSE;
  approve = sz_recruit_last_step (file, "approve");
  if (approve == NULL || !sz_recruit_is_open (file->head.state))
    return TRUE;
  reservation.approved_on = approve->day;
  if (sz_recruit_fixed_places (file, &places))
    reservation.places = places;
  reservation.plan = g_strdup (row->plan);
  reservation.code = g_strdup (row->code);
  reservation.name = g_strdup (row->name);
  reservation.hired = g_array_new (FALSE, FALSE, sizeof (SzDate));
  for (guint i = 0; i < hires->len; i++)
    {
      const SzHireRow *hire = &g_array_index (hires, SzHireRow, i);

      if (hire->position_id == row->id)
        g_array_append_val (reservation.hired, hire->first_day);
    }
  g_array_append_val (reservations, reservation);
  return TRUE;
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const SzReservation *left = a;
  const SzReservation *right = b;
  const int order = strcmp (left->plan, right->plan);

  return order != 0 ? order : strcmp (left->code, right->code);
}

/* @uses: −1: all. */
static gboolean
gather (SzStore *store, int uses, GArray *reservations, GError **error)
{
  g_autoptr (GHashTable) states = sz_store_case_states (store, sz_case_recruit_post.kind, error);
  g_autoptr (GArray) hires = NULL;
  GHashTableIter iter;
  gpointer id;
  gpointer state;

  if (states == NULL)
    return FALSE;
  hires = sz_store_hire_list (store, SZ_ROWS_ALL, error);
  if (hires == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, states);
  while (g_hash_table_iter_next (&iter, &id, &state))
    {
      g_auto (SzPositionRow) row = { 0 };
      gboolean found = FALSE;

      if (!sz_recruit_is_open (state))
        continue;
      if (!sz_store_position_get (store, *(const gint64 *)id, &row, &found, error)
          || (found && (uses < 0 || row.uses == (SzPostUse)uses)
              && !add_position (reservations, store, &row, hires, error)))
        return FALSE;
    }
  return TRUE;
}

GArray *
sz_reservations (SzOffice *office, int uses, GError **error)
{
  g_autoptr (GArray) reservations = NULL;
  gboolean gathered;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  reservations = g_array_new (FALSE, TRUE, sizeof (SzReservation));
  g_array_set_clear_func (reservations, clear_reservation_cb);
  if (!sz_store_begin_read (sz_office_get_store (office), error))
    return NULL;
  gathered = gather (sz_office_get_store (office), uses, reservations, error);
  sz_store_end_read (sz_office_get_store (office));
  if (!gathered)
    return NULL;
  g_array_sort (reservations, compare_cb);
  return g_steal_pointer (&reservations);
}

/* RULE rec-13: a reserved place becomes an occupied one on the first day of service. */
SzSteps *
sz_reservations_steps (const GArray *reservations)
{
  SzSteps *steps = sz_steps_new ();

  g_return_val_if_fail (reservations != NULL, steps);
  for (guint i = 0; i < reservations->len; i++)
    {
      const SzReservation *reservation = &g_array_index (reservations, SzReservation, i);

      if (reservation->uses != SZ_USES_ESTABLISHED)
        continue;
      sz_steps_add (steps, reservation->approved_on, SZ_DATE_NONE, reservation->places);
      for (guint j = 0; j < reservation->hired->len; j++)
        sz_steps_add (steps,
                      MAX (reservation->approved_on, g_array_index (reservation->hired, SzDate, j)),
                      SZ_DATE_NONE, -1);
    }
  return steps;
}

gint64
sz_reservation_open_x1e4 (const SzReservation *reservation)
{
  g_return_val_if_fail (reservation != NULL, 0);
  return MAX (reservation->places - (gint64)reservation->hired->len, 0) * reservation->fte_x1e4;
}
