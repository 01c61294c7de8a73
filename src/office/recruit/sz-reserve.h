/* sz-reserve.h — the places that open posts reserve 招聘占用 (RULE rec-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-position.h"
#include "sz-steps.h"

G_BEGIN_DECLS

/** SzReservation: an open post: approved … publicity. */
typedef struct
{
  gint64 position_id;
  char *plan;
  char *code;
  char *name;
  SzPostUse uses;
  SzDate approved_on;
  gint64 places; /* p, or p' once the exam is open */
  gint64 fte_x1e4;
  SzDate term_from;
  SzDate term_to;
  GArray *hired; /* of SzDate: first days */
} SzReservation;

/** sz_reservations: (transfer full): of all plans, by plan and post; @uses: an SzPostUse, −1: all.
 */
GArray *sz_reservations (SzOffice *office, int uses, GError **error);
/** sz_reservations_steps: (transfer full): what those of 在编 take of the establishment. */
SzSteps *sz_reservations_steps (const GArray *reservations);
/** sz_reservation_open_x1e4: what one of 兼职员额 takes of the part-time quota on its term. */
gint64 sz_reservation_open_x1e4 (const SzReservation *reservation);

G_END_DECLS
