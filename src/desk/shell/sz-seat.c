/* sz-seat.c — who acts: the same in both threads of a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-seat.h"

#include "sz-sign-in.h"

struct _SzSeat
{
  gatomicrefcount ref_count;
  GMutex mutex;
  SzSession *session; /* NULL: nobody signed in, or nobody has to */
};

SzSeat *
sz_seat_new (void)
{
  SzSeat *seat = g_new0 (SzSeat, 1);

  g_atomic_ref_count_init (&seat->ref_count);
  g_mutex_init (&seat->mutex);
  return seat;
}

SzSeat *
sz_seat_ref (SzSeat *seat)
{
  g_return_val_if_fail (seat != NULL, NULL);

  g_atomic_ref_count_inc (&seat->ref_count);
  return seat;
}

void
sz_seat_unref (SzSeat *seat)
{
  if (seat == NULL || !g_atomic_ref_count_dec (&seat->ref_count))
    return;
  g_clear_pointer (&seat->session, sz_session_unref);
  g_mutex_clear (&seat->mutex);
  g_free (seat);
}

void
sz_seat_set (SzSeat *seat, SzSession *session)
{
  g_return_if_fail (seat != NULL);

  g_mutex_lock (&seat->mutex);
  g_clear_pointer (&seat->session, sz_session_unref);
  seat->session = session != NULL ? sz_session_ref (session) : NULL;
  g_mutex_unlock (&seat->mutex);
}

SzSession *
sz_seat_get (SzSeat *seat)
{
  g_return_val_if_fail (seat != NULL, NULL);

  return seat->session;
}

gboolean
sz_seat_take (SzSeat *seat, SzOffice *office, GError **error)
{
  g_autoptr (SzSession) session = NULL;

  g_return_val_if_fail (seat != NULL && SZ_IS_OFFICE (office), FALSE);

  g_mutex_lock (&seat->mutex);
  session = seat->session != NULL ? sz_session_ref (seat->session) : NULL;
  g_mutex_unlock (&seat->mutex);
  return sz_office_get_session (office) == session
         || sz_office_take_session (office, session, error);
}
