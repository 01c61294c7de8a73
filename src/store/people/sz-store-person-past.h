/* sz-store-person-past.h — what the journal and the pay runs know of one person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-audit.h"
#include "sz-money.h"

G_BEGIN_DECLS

/** SzPersonPastFn: @table: "people", "person_records" or "services". */
typedef gboolean (*SzPersonPastFn) (const char *table,
                                    const SzHistoryEntry *entry,
                                    gpointer user_data,
                                    GError **error);

/** sz_store_person_past: every change of the person's own row, records and services, those that
 * were removed too; oldest first. One pass over the journal. */
gboolean sz_store_person_past (
    SzStore *store, gint64 person_id, SzPersonPastFn fn, gpointer user_data, GError **error);

/** SzPersonRun: one stored run as it was for one person; strings borrowed for the callback. */
typedef struct
{
  gint64 run;
  const char *name;
  const char *state;
  SzDate from;
  SzDate to;
  const char *reason; /* why the person is out; "" when in it */
  SzMoney total_fen;
} SzPersonRun;

typedef void (*SzPersonRunFn) (const SzPersonRun *run, gpointer user_data);

/** sz_store_person_runs: the latest first. */
gboolean sz_store_person_runs (
    SzStore *store, gint64 person_id, SzPersonRunFn fn, gpointer user_data, GError **error);

G_END_DECLS
