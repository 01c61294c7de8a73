/* sz-establishment-people.h — who is counted as occupying the establishment on a day 在编人员
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-person.h"

G_BEGIN_DECLS

/** SzEstablishmentPerson: somebody 在编 and in service on the day. */
typedef struct
{
  gint64 id;
  char *staff_no;
  char *name;
  char *department; /* "" for none */
  SzPost post;      /* 0: none */
  SzDate since;     /* 在编 without a break of service or kind */
} SzEstablishmentPerson;

/** sz_establishment_people: (transfer full): of SzEstablishmentPerson, by staff number: as many as
 *  the balance of @day counts as occupied (RULE rec-12). */
GArray *sz_establishment_people (SzOffice *office, SzDate day, GError **error);

G_END_DECLS
