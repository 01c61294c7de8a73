/* sz-store-people-scan.h — everybody in small steps, for lists that must not wait
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-store-people.h"
#include "sz-store.h"

G_BEGIN_DECLS

/** sz_store_people_ids: (transfer full) (element-type gint64): bytewise by staff number. */
GArray *sz_store_people_ids (SzStore *store, GError **error);

/** sz_store_people_first: (transfer full): the first @limit of them who are in service on @day
 * (RULE ppl-7). Costs the same however many people there are. */
GArray *sz_store_people_first (SzStore *store, SzDate day, guint limit, GError **error);

/** sz_store_people_serving: (transfer full): ids of those in service on @day, in no order. */
GArray *sz_store_people_serving (SzStore *store, SzDate day, GError **error);

/** sz_store_people_ids_by: (transfer full): by "id_number" or "phone": of those who have one. */
GArray *sz_store_people_ids_by (SzStore *store, const char *column, GError **error);

/** SzPersonBrief: what a list sorts and filters by; strings borrowed for the callback. */
typedef struct
{
  gint64 id;
  const char *staff_no;
  const char *name;
  const char *pinyin;
  const char *sex; /* codes */
  const char *ethnicity;
  const char *political;
  const char *education;
  const char *degree;
  const char *skill;
  SzDate birth_date;
} SzPersonBrief;

typedef void (*SzPersonBriefFn) (const SzPersonBrief *brief, gpointer user_data);
typedef void (*SzRecordFn) (
    gint64 person_id, SzRecordField field, SzDate from, const char *value, gpointer user_data);
typedef void (*SzServiceFn) (gint64 person_id, const SzService *service, gpointer user_data);

/**
 * sz_store_people_scan, sz_store_records_scan, sz_store_services_scan:
 * @after: (inout): the id of the row read last, 0 at first
 * @limit: at most so many rows
 * @more: (out): whether there may be more
 *
 * Rows by their ids, a step at a time; each step is one state of the database, two are not.
 */
gboolean sz_store_people_scan (SzStore *store,
                               gint64 *after,
                               guint limit,
                               gboolean *more,
                               SzPersonBriefFn fn,
                               gpointer user_data,
                               GError **error);
gboolean sz_store_records_scan (SzStore *store,
                                gint64 *after,
                                guint limit,
                                gboolean *more,
                                SzRecordFn fn,
                                gpointer user_data,
                                GError **error);
gboolean sz_store_services_scan (SzStore *store,
                                 gint64 *after,
                                 guint limit,
                                 gboolean *more,
                                 SzServiceFn fn,
                                 gpointer user_data,
                                 GError **error);

/** sz_store_field_each: everybody who ever had a record of @field, by id, with the services and the
 *  records of that field alone; of the person only the id is there. What asks on which days people
 *  were something needs no more. No writing inside @fn; its FALSE is an error, set. */
gboolean sz_store_field_each (
    SzStore *store, SzRecordField field, SzPersonFn fn, gpointer user_data, GError **error);

G_END_DECLS
