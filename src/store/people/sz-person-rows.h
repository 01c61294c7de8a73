/* sz-person-rows.h — people and their dated records as rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-person.h"

G_BEGIN_DECLS

typedef struct
{
  SzPerson person; /* begins with id and row_version, as rows do */
  gint64 batch_id;
  int source_row;
} PersonRow;

typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  char *field;
  SzDate from;
  char *value;
} RecordRow;

typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 person_id;
  SzDate from;
  SzDate to;
  SzServiceState ended_as;
} ServiceRow;

/** sz_record_compare_cb: of SzRecord, by field and date. */
int sz_record_compare_cb (gconstpointer a, gconstpointer b);

G_END_DECLS
