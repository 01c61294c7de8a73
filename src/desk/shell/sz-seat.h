/* sz-seat.h — who acts: the same in both threads of a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-session.h"

G_BEGIN_DECLS

typedef struct _SzSeat SzSeat;

/** sz_seat_new: nobody sits there: nobody signed in, or nobody has to. */
SzSeat *sz_seat_new (void);
SzSeat *sz_seat_ref (SzSeat *seat);
void sz_seat_unref (SzSeat *seat);

/** sz_seat_set: @session: (nullable). */
void sz_seat_set (SzSeat *seat, SzSession *session);
/** sz_seat_get: (transfer none) (nullable): on the thread that sets it. */
SzSession *sz_seat_get (SzSeat *seat);

/** sz_seat_take: in a worker thread: whoever sits there now acts in this connection too. */
gboolean sz_seat_take (SzSeat *seat, SzOffice *office, GError **error);

G_END_DECLS
