/* sz-store-people.h — people 人员 with their dated records (RULE ppl-1, ppl-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-person.h"
#include "sz-row.h"
#include "sz-store-department.h"
#include "sz-store-names.h"

G_BEGIN_DECLS

/** SzOrigin: the import batch and the row of the sheet that a person came from; zeroed: none. */
typedef struct
{
  gint64 batch_id;
  int source_row;
} SzOrigin;

/**
 * sz_store_person_insert:
 *
 * Stores a new person with all records and services of @file; sets their ids and row_versions.
 * 工号 and 身份证号 are each unique (RULE ppl-1): CONSTRAINT "row.duplicate" (table, key).
 */
gboolean
sz_store_person_insert (SzAct *act, SzPersonFile *file, const SzOrigin *origin, GError **error);

/**
 * sz_store_person_update: what is not dated, under its row_version: STALE "row.stale" (table, id).
 * @result: (out) (optional): UPDATED, or UNCHANGED when nothing differs and nothing was written
 */
gboolean sz_store_person_update (
    SzAct *act, SzPerson *person, const SzOrigin *origin, SzPutResult *result, GError **error);

/**
 * sz_store_record_change: 变更: a new record from a date (RULE ppl-3). One of the same field and
 * date is "row.duplicate": that is a correction. Sets id and row_version of @record.
 */
gboolean sz_store_record_change (SzAct *act, gint64 person_id, SzRecord *record, GError **error);

/**
 * sz_store_record_correct: 更正: replaces date and value of the record @record->id under its
 * row_version; the journal keeps the old (RULE ppl-3). STALE "row.stale".
 */
gboolean sz_store_record_correct (SzAct *act, gint64 person_id, SzRecord *record, GError **error);

/** sz_store_record_remove: a record that should never have been. */
gboolean sz_store_record_remove (SzAct *act, gint64 id, gint64 row_version, GError **error);

/** sz_store_service_put: a new service (id 0) or the change of one (离校) under its row_version. */
gboolean sz_store_service_put (SzAct *act, gint64 person_id, SzService *service, GError **error);
/** sz_store_service_remove: a service that should never have been; STALE "row.stale". */
gboolean sz_store_service_remove (SzAct *act, gint64 id, gint64 row_version, GError **error);

/** sz_store_person_delete: with records and services; "row.in_use" (table, id) when rows hang on
 * it. */
gboolean sz_store_person_delete (SzAct *act, gint64 id, gint64 row_version, GError **error);

/** sz_store_person_by_staff_no, _by_id_number, _by_id: (transfer full) (nullable): NULL without an
 *  error: there is none. */
SzPersonFile *sz_store_person_by_staff_no (SzStore *store, const char *staff_no, GError **error);
SzPersonFile *sz_store_person_by_id_number (SzStore *store, const char *id_number, GError **error);
SzPersonFile *sz_store_person_by_id (SzStore *store, gint64 id, GError **error);

/** SzPersonFn: @file is borrowed for the call; FALSE stops (with @error set: as an error). */
typedef gboolean (*SzPersonFn) (const SzPersonFile *file, gpointer user_data, GError **error);

/** sz_store_people_each: everybody with records and services, bytewise by staff number, in one
 *  pass and one state of the database; memory flat. No writing inside @fn. */
gboolean sz_store_people_each (SzStore *store, SzPersonFn fn, gpointer user_data, GError **error);

/** sz_store_people_count: @n: how many there are, gone or not. */
gboolean sz_store_people_count (SzStore *store, gint64 *n, GError **error);

G_END_DECLS
